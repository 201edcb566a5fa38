/**
 * Characters that XML 1.0 cannot hold at all, not even escaped, and controls that it can but nobody means: bytes of windows-1252 that were
 * read as something else. **Source:** XML 1.0 §2.2, production 2.
 */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f\ufffe\uffff]|\p{Surrogate}/gu

/** A text without what a feed cannot hold; lone surrogates go too. */
export function cleanText(text: string): string {
  return text.replace(NOT_XML, '')
}

/** Signs that an address may hold. Brackets are for the host of IPv6 alone. **Source:** RFC 3986, appendix A. */
const NOT_URI = /[^\w;/?:@&=+$.\-!~*'()%,#]/gu
const HOST_IN_BRACKETS = /^[a-z]+:\/\/\[[0-9a-f:.]+\]/i

/** An address as feeds may write it: what browsers leave as it is (`|`, `{`, `^`) is escaped, which leads to the same place. */
export function safeUri(address: string): string {
  const host = HOST_IN_BRACKETS.exec(address)?.[0] ?? ''
  return host + address.slice(host.length).toWellFormed().replace(NOT_URI, encodeURIComponent)
}

/**
 * A text as XML character data or attribute value. Lone surrogates and characters that XML cannot hold are taken out.
 * Hexadecimal references for `<` and `&`: readers that decode an RSS title twice still show what was written.
 * **Source:** RSS Advisory Board, RSS Best Practices Profile, §"Character data".
 */
function xmlText(text: string): string {
  return cleanText(text)
    .replaceAll('&', '&#x26;')
    .replaceAll('<', '&#x3C;')
    .replaceAll('>', '&#x3E;')
    .replaceAll('"', '&#x22;')
}

/** One element with text in it; nothing at all for a text of nothing to see. `attributes` are written as given, names are ours. */
export function xmlElement(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): string {
  if (cleanText(text).trim() === '') return ''
  return `<${name}${xmlAttributes(attributes)}>${xmlText(text)}</${name}>`
}

/** Attributes with a leading space each. */
export function xmlAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlText(value)}"`)
    .join('')
}
