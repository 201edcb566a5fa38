import type { ElementName } from './element-names.ts'
import { dropWrittenFiles, looksLikeHtml, mendTwiceEscaped, resolveLinks, tidyBreaks } from './embedded-html.ts'
import type { Markup } from './feed-draft.ts'
import { MAX_FIELD_UNITS } from './limits.ts'
import type { Attributes } from './markup-attributes.ts'
import { escapeAttribute, escapeText, mendControls } from './references.ts'

/** Drawings and formulas need their namespace where they stand in a page; every other declaration belongs to the feed and is left out. */
const STANDALONE_NAMESPACES: Readonly<Record<string, string>> = {
  'svg:svg': 'http://www.w3.org/2000/svg',
  'mathml:math': 'http://www.w3.org/1998/Math/MathML',
}
/** HTML elements without content; their end is never written. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/**
 * Gathers what stands inside one element of a feed: plain text, escaped HTML, XHTML written out, or base64.
 * `inline` says that text is written into markup and must be escaped there.
 */
export type Collector = {
  type: string
  base64: boolean
  inline: boolean
  pieces: string[]
  units: number
  tooLong: boolean
}

/**
 * A collector for an element with these attributes; `defaultType` is what its format says it holds without a `type`.
 *
 * **Source:** RFC 4287 §3.1 and §4.1.3, Atom 0.3 (mode), and feedparser's rule that what is no text and no XML is base64.
 */
export function newCollector(attributes: Attributes, defaultType: string): Collector {
  const type = mediaType(attributes.get('type') || defaultType)
  const mode = attributes.get('mode')
  const isText = type.startsWith('text/') || type.endsWith('+xml') || type.endsWith('/xml') || type === ''
  return {
    type,
    base64: mode === 'base64' || !isText,
    inline: isXml(type) && mode !== 'escaped',
    pieces: [],
    units: 0,
    tooLong: false,
  }
}

function mediaType(found: string): string {
  const type = found.trim().toLowerCase()
  if (type === 'text' || type === 'plain') return 'text/plain'
  if (type === 'html') return 'text/html'
  return type === 'xhtml' ? 'application/xhtml+xml' : type
}

function isXml(type: string): boolean {
  return type.endsWith('+xml') || type.endsWith('/xml')
}

/** True for an HTML element that has no content, and so no end. */
export function isVoid(name: string): boolean {
  return VOID.has(name)
}

/** Adds text, references decoded. */
export function collectText(collector: Collector, text: string): void {
  push(collector, collector.inline ? escapeText(text) : text)
}

/**
 * Adds a start tag met inside the element. Text that was declared as escaped HTML but holds a `div` is still escaped HTML;
 * any other tag shows that the markup is written out.
 */
export function collectStart(
  collector: Collector,
  element: ElementName,
  attributes: Attributes,
  selfClosing: boolean,
): void {
  const name = element.local
  if (!collector.inline) {
    if (name === 'div' && collector.type === 'text/html') return
    if (collector.type === 'text/plain') collector.pieces = collector.pieces.map(escapeText)
    collector.inline = true
    collector.type = 'application/xhtml+xml'
  }
  const close = VOID.has(name) ? ' />' : selfClosing ? `></${name}>` : '>'
  push(collector, `<${name}${attributesText(element, attributes)}${close}`)
}

/** Adds an end tag met inside the element. */
export function collectEnd(collector: Collector, name: string): void {
  if (collector.inline && !VOID.has(name)) push(collector, `</${name}>`)
}

/** Attributes in the order of their names, so that a piece of XHTML is written the same however a feed's software shuffles them. */
function attributesText({ canonical }: ElementName, attributes: Attributes): string {
  const namespace = STANDALONE_NAMESPACES[canonical]
  if (attributes.size === 0 && !namespace) return ''
  const kept = [...attributes].filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'))
  if (kept.some(([name]) => name.startsWith('xlink:'))) kept.push(['xmlns:xlink', 'http://www.w3.org/1999/xlink'])
  if (namespace) kept.push(['xmlns', namespace])
  kept.sort(([one], [other]) => (one < other ? -1 : 1))
  return kept.map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('')
}

function push(collector: Collector, piece: string): void {
  const left = MAX_FIELD_UNITS - collector.units
  collector.units += piece.length
  if (left >= piece.length) collector.pieces.push(piece)
  else {
    collector.tooLong = true
    if (left > 0) collector.pieces.push(piece.slice(0, left))
  }
}

/** What guesses a format allows: Atom says what its texts are, RSS does not; Atom 1.0 wraps XHTML in a `div` that is not part of it. */
export type CollectOptions = { base: string | null; isAtom: boolean; unwrapDiv: boolean; mayBeTwiceEscaped: boolean }

/** The collected text as it is meant: base64 decoded, wrapper taken off, addresses absolute, HTML known as such. */
export function collected(collector: Collector, options: CollectOptions): Markup {
  const { type } = collector
  let value = collector.pieces.join('').trim()
  if (options.unwrapDiv && type === 'application/xhtml+xml') value = withoutWrapper(value)
  if (collector.base64) value = fromBase64(value) ?? value
  value = mendControls(mendDoubleUtf8(value))
  const saysHtml = type === 'text/html' || type === 'application/xhtml+xml'
  const html = saysHtml || ((!options.isAtom || collector.base64) && looksLikeHtml(value))
  if (!html) return { value, html }
  if (options.mayBeTwiceEscaped) value = mendTwiceEscaped(value)
  return { value: resolveLinks(tidyBreaks(dropWrittenFiles(value)), options.base), html }
}

/** The inside of a `div` that holds everything. */
function withoutWrapper(value: string): string {
  const open = /^<div(?:\s[^<>]*)?>/u.exec(value)
  if (!open || !value.endsWith('</div>')) return value
  let depth = 0
  for (const match of value.matchAll(/<(\/?)div\b[^<>]*?(\/?)>/gu)) {
    if (match[2] === '') depth += match[1] === '/' ? -1 : 1
    if (depth === 0 && match.index + match[0].length < value.length) return value
  }
  return value.slice(open[0].length, -'</div>'.length).trim()
}

function fromBase64(value: string): string | null {
  try {
    const binary = atob(value.replace(/\s+/gu, ''))
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (unit) => unit.charCodeAt(0)))
  } catch {
    return null // it was not base64 after all: the text stays as found
  }
}

/** UTF-8 that was taken for Latin-1 and encoded again (`Ã©`) read as what it is; any other text stays. */
function mendDoubleUtf8(text: string): string {
  if (!/[\u00c2-\u00f4][\u0080-\u00bf]/u.test(text) || /[^\u0000-\u00ff]/u.test(text)) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(text, (unit) => unit.charCodeAt(0)))
  } catch {
    return text // a real accent stands somewhere: nothing was doubled
  }
}
