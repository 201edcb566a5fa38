/** Characters that XML 1.0 cannot hold at all, not even escaped. **Source:** XML 1.0 §2.2, production 2. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * A text as XML character data or attribute value. Lone surrogates and characters that XML cannot hold are taken out.
 * Hexadecimal references for `<` and `&`: readers that decode an RSS title twice still show what was written.
 * **Source:** RSS Advisory Board, RSS Best Practices Profile, §"Character data".
 */
function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_XML, '')
    .replaceAll('&', '&#x26;')
    .replaceAll('<', '&#x3C;')
    .replaceAll('>', '&#x3E;')
    .replaceAll('"', '&#x22;')
}

/** One element with text in it; nothing at all for an empty text. `attributes` are written as given, names are ours. */
export function xmlElement(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): string {
  if (text === '') return ''
  return `<${name}${xmlAttributes(attributes)}>${xmlText(text)}</${name}>`
}

/** Attributes with a leading space each. */
export function xmlAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlText(value)}"`)
    .join('')
}
