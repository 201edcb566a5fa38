const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const GREEK =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega'
const OTHERS =
  'OElig=152 oelig=153 Scaron=160 scaron=161 Yuml=178 fnof=192 circ=2c6 tilde=2dc thetasym=3d1 upsih=3d2 piv=3d6 ensp=2002 emsp=2003 thinsp=2009 zwnj=200c zwj=200d lrm=200e rlm=200f ndash=2013 mdash=2014 ' +
  'lsquo=2018 rsquo=2019 sbquo=201a ldquo=201c rdquo=201d bdquo=201e dagger=2020 Dagger=2021 bull=2022 hellip=2026 permil=2030 prime=2032 Prime=2033 lsaquo=2039 rsaquo=203a oline=203e frasl=2044 euro=20ac ' +
  'image=2111 weierp=2118 real=211c trade=2122 alefsym=2135 larr=2190 uarr=2191 rarr=2192 darr=2193 harr=2194 crarr=21b5 lArr=21d0 uArr=21d1 rArr=21d2 dArr=21d3 hArr=21d4 forall=2200 part=2202 exist=2203 ' +
  'empty=2205 nabla=2207 isin=2208 notin=2209 ni=220b prod=220f sum=2211 minus=2212 lowast=2217 radic=221a prop=221d infin=221e ang=2220 and=2227 or=2228 cap=2229 cup=222a int=222b there4=2234 sim=223c ' +
  'cong=2245 asymp=2248 ne=2260 equiv=2261 le=2264 ge=2265 sub=2282 sup=2283 nsub=2284 sube=2286 supe=2287 oplus=2295 otimes=2297 perp=22a5 sdot=22c5 lceil=2308 rceil=2309 lfloor=230a rfloor=230b ' +
  'lang=27e8 rang=27e9 loz=25ca spades=2660 clubs=2663 hearts=2665 diams=2666 quot=22 amp=26 lt=3c gt=3e apos=27'

/** Windows-1252 letters for the code points 128 to 159, which feeds write as `&#146;` and browsers show as quotes. **Source:** HTML §13.2.5.80. */
const WINDOWS_1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ']

/** Longest reference looked for behind `&`, in UTF-16 units: `&thetasym;` and ten-digit numbers fit. */
export const MAX_REFERENCE_UNITS = 40

const NAMED: ReadonlyMap<string, string> = namedReferences()

/** The 253 names of HTML 4 and XML with their characters. **Source:** HTML 4.01 §24. */
function namedReferences(): Map<string, string> {
  const named = new Map<string, string>()
  for (const [index, name] of LATIN_1.split(' ').entries()) named.set(name, String.fromCharCode(160 + index))
  for (const [index, name] of GREEK.split(' ').entries()) {
    if (name === '-') continue
    named.set(name, String.fromCharCode(0x391 + index))
    named.set(name.toLowerCase(), String.fromCharCode(0x3b1 + index))
  }
  named.set('sigmaf', 'ς')
  for (const pair of OTHERS.split(' ')) {
    const [name = '', code = ''] = pair.split('=')
    named.set(name, String.fromCharCode(Number.parseInt(code, 16)))
  }
  return named
}

/** True for a name that HTML 4 or XML knows as a reference. */
export function isNamedReference(name: string): boolean {
  return NAMED.has(name)
}

/**
 * Puts characters in place of references: numbers and the names of XML and HTML. A bare `&` and unknown names stay as they are.
 * `declared` holds the document's own entities; what they hold is not read again, so that nothing grows by nesting.
 */
export function decodeReferences(text: string, declared?: ReadonlyMap<string, string>): string {
  let at = text.indexOf('&')
  if (at === -1) return text
  let decoded = ''
  let from = 0
  while (at !== -1) {
    const end = referenceEnd(text, at + 1)
    const character = end === -1 ? null : characterOf(text.slice(at + 1, end), declared)
    if (character !== null) {
      decoded += text.slice(from, at) + character
      from = end + 1
    }
    at = text.indexOf('&', Math.max(at + 1, from))
  }
  return decoded + text.slice(from)
}

/** Index of the `;` that ends a reference whose name starts at `from`; -1 where none does. */
function referenceEnd(text: string, from: number): number {
  const last = Math.min(text.length, from + MAX_REFERENCE_UNITS)
  for (let at = from; at < last; at++) {
    const code = text.charCodeAt(at)
    if (code === 59) return at === from ? -1 : at
    const isName =
      (code >= 48 && code <= 57) ||
      (code >= 65 && code <= 90) ||
      (code >= 97 && code <= 122) ||
      code === 35 ||
      code === 95 ||
      code === 46 ||
      code === 45
    if (!isName) return -1
  }
  return -1
}

function characterOf(name: string, declared: ReadonlyMap<string, string> | undefined): string | null {
  if (name.charCodeAt(0) !== 35) return NAMED.get(name) ?? declared?.get(name) ?? null
  const hex = name[1] === 'x' || name[1] === 'X'
  const digits = name.slice(hex ? 2 : 1)
  if (!(hex ? /^[0-9a-f]+$/iu : /^[0-9]+$/u).test(digits)) return null
  return codePoint(Number.parseInt(digits, hex ? 16 : 10))
}

function codePoint(code: number): string {
  if (code >= 128 && code <= 159) return WINDOWS_1252[code - 128] ?? '\ufffd'
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd'
  return String.fromCodePoint(code)
}

/** Escapes text for a place between tags. */
export function escapeText(text: string): string {
  return /[&<>]/u.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text
}

/** Escapes text for an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;')
}

/** Windows-1252 letters where text holds the control characters 128 to 159 instead, as wrongly labelled feeds do. */
export function mendControls(text: string): string {
  return /[\u0080-\u009f]/u.test(text)
    ? text.replace(/[\u0080-\u009f]/gu, (control) => WINDOWS_1252[control.charCodeAt(0) - 128] ?? control)
    : text
}
