import { Parser } from 'htmlparser2'

/** An element of a document: its text is its own alone, in its order are its children. */
export type Element = {
  name: string
  attributes: Record<string, string>
  text: string
  children: Element[]
  /** Prefixes that are declared here. */
  namespaces: Record<string, string>
}

/** A document as a tree; foreign markup inside is text, as it must be. */
export function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, text: '', children: [], namespaces: { xml: 'xml' } }
  const open = [root]
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const declared = Object.entries(attributes).flatMap(([key, value]) =>
          key.startsWith('xmlns:') ? [[key.slice(6), value] as const] : [],
        )
        const namespaces = { ...open.at(-1)?.namespaces, ...Object.fromEntries(declared) }
        const element = { name, attributes, text: '', children: [], namespaces }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      ontext: (text) => {
        const last = open.at(-1)
        if (last) last.text += text
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  return root
}

export const childrenNamed = (element: Element | undefined, name: string) =>
  (element?.children ?? []).filter((child) => child.name === name)
export const textOf = (element: Element | undefined, name: string) => childrenNamed(element, name)[0]?.text

const NOT_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const TAG = /^<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/

/**
 * Why a document is not well-formed, or null: what the lenient reader above would let pass. Knows what feeds are made of: a declaration,
 * processing instructions, elements, attributes, text, references. **Source:** XML 1.0, section 2.1.
 */
export function illFormed(xml: string): string | null {
  if (NOT_XML.test(xml)) return 'a character that XML cannot hold'
  const open: string[] = []
  let roots = 0
  let at = 0
  while (at < xml.length) {
    const next = xml.indexOf('<', at)
    const text = xml.slice(at, next < 0 ? xml.length : next)
    if (text.includes(']]>')) return 'the end of a CDATA section in text'
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(text)) return 'an ampersand that begins no reference'
    if (open.length === 0 && text.trim() !== '') return 'text outside the root'
    if (next < 0) break
    const rest = xml.slice(next)
    const instruction = /^<\?(xml(?:-stylesheet)?)\s[^?]*\?>/.exec(rest)
    if (instruction) {
      if (instruction[1] === 'xml' && next !== 0) return 'a declaration that is not the beginning'
      at = next + instruction[0].length
      continue
    }
    const tag = TAG.exec(rest)
    if (!tag) return `no tag: ${rest.slice(0, 30)}`
    const [all, isEnd, name = '', attributes = '', isEmpty] = tag
    const names = [...attributes.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
    if (new Set(names.map((one) => one[1])).size < names.length) return `an attribute twice on ${name}`
    if (names.some((one) => /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(one[2] ?? one[3] ?? '')))
      return `an ampersand that begins no reference on ${name}`
    if (isEnd) {
      if (open.pop() !== name) return `an end of ${name} that was not open`
    } else {
      if (open.length === 0) roots++
      if (!isEmpty) open.push(name)
    }
    at = next + all.length
  }
  if (open.length > 0) return `${open.at(-1)} is not closed`
  return roots === 1 ? null : `${roots} roots`
}

/** What is wrong with a document before its format matters. */
export function xmlFaults(xml: string): string[] {
  const ill = illFormed(xml)
  if (ill !== null) return [`SAXError: ${ill}`]
  const faults: string[] = []
  if (!/^<\?xml version="1\.0" encoding="utf-8"\?>/i.test(xml)) faults.push('MissingEncoding')
  const look = (element: Element) => {
    const names = [element.name, ...Object.keys(element.attributes)]
    for (const name of names) {
      const prefix = name.includes(':') ? name.split(':')[0]! : null
      if (prefix !== null && prefix !== 'xmlns' && !element.namespaces[prefix]) faults.push(`MissingNamespace: ${name}`)
    }
    for (const value of [element.text, ...Object.values(element.attributes)])
      if (/[\u0080-\u009f\ufffd]/.test(value)) faults.push(`BadCharacters: ${element.name}`)
    element.children.forEach(look)
  }
  parseXml(xml).children.forEach(look)
  return faults
}
