import { type XmlHandler, XmlScanner } from './xml-scanner.ts'

/** Elements whose inside is no page: programs, styles, and what is shown only without programs. */
const RAW = /<(script|style|template|noscript|svg|textarea)\b/giu

/** Reads the tags of an HTML page in order, scripts and their like left out. Linear, and never throws. */
export function scanPage(html: string, handler: Omit<XmlHandler, 'cdata' | 'doctype' | 'issue'>): void {
  const scanner = new XmlScanner({
    startTag: (name, source, selfClosing) => handler.startTag(name, source, selfClosing),
    endTag: (name) => handler.endTag(name),
    text: (raw) => handler.text(raw),
    cdata: () => {},
    doctype: () => {},
    issue: () => {},
  })
  scanner.write(withoutRawElements(html))
  scanner.end()
}

function withoutRawElements(html: string): string {
  const kept: string[] = []
  let from = 0
  RAW.lastIndex = 0
  for (let match = RAW.exec(html); match; match = RAW.exec(html)) {
    kept.push(html.slice(from, match.index))
    const close = new RegExp(`</${match[1]}\\s{0,20}>`, 'giu')
    close.lastIndex = match.index
    from = close.exec(html) ? close.lastIndex : html.length
    RAW.lastIndex = from
  }
  kept.push(html.slice(from))
  return kept.join('')
}
