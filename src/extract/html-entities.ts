import { Tokenizer } from 'htmlparser2'

/** The entities that make up nearly all of a page's; every other is left to htmlparser2's table of 2,231. */
const COMMON: ReadonlyMap<string, string> = new Map([
  ['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"], ['nbsp', '\u00a0'], ['shy', '\u00ad'], ['copy', '©'], ['reg', '®'], ['raquo', '»'], ['laquo', '«'],
  ['rsquo', '’'], ['lsquo', '‘'], ['ldquo', '“'], ['rdquo', '”'], ['bdquo', '„'], ['ndash', '–'], ['mdash', '—'], ['hellip', '…'], ['bull', '•'], ['middot', '·'], ['euro', '€'],
  ['auml', 'ä'], ['ouml', 'ö'], ['uuml', 'ü'], ['Auml', 'Ä'], ['Ouml', 'Ö'], ['Uuml', 'Ü'], ['szlig', 'ß'],
  ['eacute', 'é'], ['egrave', 'è'], ['ecirc', 'ê'], ['agrave', 'à'], ['acirc', 'â'], ['aacute', 'á'], ['iacute', 'í'], ['oacute', 'ó'], ['uacute', 'ú'], ['ccedil', 'ç'], ['ntilde', 'ñ'],
]) // biome-ignore format: words of one kind read better in rows

/** Longest name or number looked for before the semicolon, in UTF-16 units. */
const MAX_COMMON = 8

/**
 * A text or an attribute's value with its character references decoded as browsers do, also those without a semicolon.
 * In attributes such a one stays as it is before "=", a letter or a figure. **Source:** HTML Living Standard 13.2.5.72 to 80.
 */
export function decodeEntities(written: string, inAttribute: boolean): string {
  let decoded = ''
  let from = 0
  for (let at = written.indexOf('&'); at !== -1; at = written.indexOf('&', at + 1)) {
    const first = written.charCodeAt(at + 1)
    if (first !== HASH && !isAlphanumeric(first)) continue
    const end = referenceEnd(written, at + 2)
    if (inAttribute && written.charCodeAt(end) === EQUALS) continue
    const char = written.charCodeAt(end) === SEMICOLON ? commonChar(written.slice(at + 1, end)) : null
    if (char === null) return decodeAny(written, inAttribute)
    decoded += written.slice(from, at) + char
    from = end + 1
  }
  return from === 0 ? written : decoded + written.slice(from)
}

const HASH = 35
const SEMICOLON = 59
const EQUALS = 61

function referenceEnd(written: string, from: number): number {
  let end = from
  while (end < from + MAX_COMMON && isAlphanumeric(written.charCodeAt(end))) end++
  return end
}

function isAlphanumeric(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)
}

/** What stands for a name or "#" and a number; null for what is rare or to be mended. */
function commonChar(name: string): string | null {
  if (name.charCodeAt(0) !== HASH) return COMMON.get(name) ?? null
  const isHex = name[1] === 'x' || name[1] === 'X'
  if (!(isHex ? /^#[xX][\dA-Fa-f]{2,5}$/u : /^#\d{2,6}$/u).test(name)) return null
  const code = isHex ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  const isPlain = (code >= 32 && code < 127) || (code >= 160 && code < 0xd800) || (code >= 0xe000 && code < 0xfffe)
  return isPlain ? String.fromCharCode(code) : null
}

/** The same by htmlparser2, whatever the reference: slower by far, and right for all of them. */
function decodeAny(written: string, inAttribute: boolean): string {
  // These marks end every reference, so what they part can be decoded by itself.
  const mark = inAttribute ? '"' : '<'
  return written
    .split(mark)
    .map((part) => (part.includes('&') ? tokenized(inAttribute ? `<a b="${part}">` : part) : part))
    .join(mark)
}

function tokenized(html: string): string {
  let text = ''
  const add = (start: number, end: number): void => {
    text += html.slice(start, end)
  }
  const addPoint = (codepoint: number): void => {
    text += String.fromCodePoint(codepoint)
  }
  const nothing = (): void => {}
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: add, ontextentity: addPoint, onattribdata: add, onattribentity: addPoint, onattribend: nothing, onattribname: nothing, oncdata: nothing, onclosetag: nothing, oncomment: nothing,
      ondeclaration: nothing, onend: nothing, onopentagend: nothing, onopentagname: nothing, onprocessinginstruction: nothing, onselfclosingtag: nothing,
    }, // biome-ignore format: one row of nothing
  )
  tokenizer.write(html)
  tokenizer.end()
  return text
}
