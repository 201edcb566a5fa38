/** What a scanner tells of the places it passes; all places are UTF-16 units of the page. */
export interface HtmlSink {
  /** A start tag's name. Gives what the tag's content is: markup, raw text up to its end tag, text with entities up to its end tag, or all the rest. */
  openName(start: number, end: number): ContentKind
  /** Whether the attribute of that name is wanted; its value follows only then. */
  attributeName(start: number, end: number): boolean
  /** The value of the attribute named last; empty (`start === end`) where none is written. */
  attributeValue(start: number, end: number): void
  openEnd(): void
  closeName(start: number, end: number): void
  /** Text; `raw` holds no entities. */
  text(start: number, end: number, raw: boolean): void
}

/** How the content of an element is read. */
export type ContentKind = 'markup' | 'raw' | 'rcdata' | 'plaintext'

const TAB = 9
const LF = 10
const FF = 12
const CR = 13
const SPACE = 32
const BANG = 33
const DOUBLE_QUOTE = 34
const SINGLE_QUOTE = 39
const DASH = 45
const SLASH = 47
const EQUALS = 61
const GREATER = 62
const QUESTION = 63

/**
 * Passes over a page of HTML once and tells its parts, in linear time whatever the input. It cuts where htmlparser2's tokenizer cuts
 * (the tests hold it to that), but leaps from mark to mark where that goes letter by letter.
 * **Source:** HTML Living Standard 13.2.5, but for what only validators tell apart.
 */
export function scanHtml(html: string, sink: HtmlSink): void {
  const { length } = html
  let textFrom = 0
  let at = html.indexOf('<')
  while (at !== -1) {
    const code = html.charCodeAt(at + 1)
    if (isLetter(code)) {
      if (at > textFrom) sink.text(textFrom, at, false)
      textFrom = openTag(html, at + 1, sink)
    } else if (code === SLASH && at + 2 < length) {
      if (at > textFrom) sink.text(textFrom, at, false)
      textFrom = closeTag(html, at + 2, sink)
    } else if (code === BANG || code === QUESTION) {
      if (at > textFrom) sink.text(textFrom, at, false)
      textFrom = code === BANG ? declarationEnd(html, at + 2) : behind(html, '>', at + 2)
    } else {
      // A bare "<" is text.
      at = html.indexOf('<', at + 1)
      continue
    }
    at = html.indexOf('<', textFrom)
  }
  if (textFrom < length) sink.text(textFrom, length, false)
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

function isSpace(code: number): boolean {
  return code === SPACE || code === LF || code === TAB || code === CR || code === FF
}

/** The place behind the next `mark`; the page's end where there is none. */
function behind(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from)
  return at === -1 ? html.length : at + mark.length
}

/** The end of a name that starts here: a space, "/" or ">" ends it, and `=` where `orEquals`. */
function nameEnd(html: string, from: number, orEquals: boolean): number {
  const { length } = html
  let at = from
  for (; at < length; at++) {
    const code = html.charCodeAt(at)
    if (code > EQUALS + 1) continue
    if (code === GREATER || code === SLASH || (code <= SPACE && isSpace(code)) || (orEquals && code === EQUALS)) break
  }
  return at
}

/** Reads a start tag from its name on, and the content of elements that hold text alone. Gives the place behind; a tag that the page's end cuts off is none. */
function openTag(html: string, nameFrom: number, sink: HtmlSink): number {
  const nameTo = nameEnd(html, nameFrom, false)
  if (nameTo === html.length) return nameTo
  const kind = sink.openName(nameFrom, nameTo)
  const end = attributes(html, nameTo, sink)
  if (end === -1) return html.length
  sink.openEnd()
  if (kind === 'markup') return end
  return kind === 'plaintext' ? plainText(html, end, sink) : textContent(html, end, html.slice(nameFrom, nameTo), sink)
}

/** Reads the attributes of a tag. Gives the place behind its ">", -1 where the page ends before it. */
function attributes(html: string, from: number, sink: HtmlSink): number {
  const { length } = html
  let at = from
  while (at < length) {
    const code = html.charCodeAt(at)
    if (code === GREATER) return at + 1
    if (code === SLASH || isSpace(code)) at++
    else {
      const end = nameEnd(html, at + 1, true)
      const wanted = sink.attributeName(at, end)
      at = end
      while (at < length && isSpace(html.charCodeAt(at))) at++
      if (html.charCodeAt(at) === EQUALS) at = attributeValue(html, at + 1, wanted ? sink : null)
      else if (wanted && at < length) sink.attributeValue(at, at)
    }
  }
  return -1
}

/** Reads a value from behind the "=". Gives the place behind it. */
function attributeValue(html: string, from: number, sink: HtmlSink | null): number {
  const { length } = html
  let at = from
  while (at < length && isSpace(html.charCodeAt(at))) at++
  const quote = html.charCodeAt(at)
  if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) {
    const end = html.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", at + 1)
    if (end === -1) return length
    sink?.attributeValue(at + 1, end)
    return end + 1
  }
  const start = at
  while (at < length && html.charCodeAt(at) !== GREATER && !isSpace(html.charCodeAt(at))) at++
  sink?.attributeValue(start, at)
  return at
}

function plainText(html: string, from: number, sink: HtmlSink): number {
  if (from < html.length) sink.text(from, html.length, true)
  return html.length
}

/** Reads the text of an element that ends only at its own end tag, and that tag. Gives the place behind. */
function textContent(html: string, from: number, name: string, sink: HtmlSink): number {
  const lower = name.toLowerCase()
  const raw = lower !== 'title' && lower !== 'textarea'
  for (let at = html.indexOf('</', from); at !== -1; at = html.indexOf('</', at + 2)) {
    const nameTo = at + 2 + name.length
    if (nameTo >= html.length || !endsName(html.charCodeAt(nameTo))) continue
    if (html.slice(at + 2, nameTo).toLowerCase() !== lower) continue
    if (at > from) sink.text(from, at, raw)
    sink.closeName(at + 2, nameTo)
    return behind(html, '>', nameTo)
  }
  if (from < html.length) sink.text(from, html.length, raw)
  return html.length
}

function endsName(code: number): boolean {
  return code === GREATER || code === SLASH || isSpace(code)
}

/** Reads an end tag from behind its "</". Gives the place behind. */
function closeTag(html: string, from: number, sink: HtmlSink): number {
  const code = html.charCodeAt(from)
  if (!isLetter(code)) return code === GREATER ? from + 1 : behind(html, '>', from + 1)
  const end = nameEnd(html, from, false)
  if (end === html.length) return end
  sink.closeName(from, end)
  return behind(html, '>', end)
}

/** The place behind a comment, a CDATA section or a declaration, of which "<!" stands before `from`. */
function declarationEnd(html: string, from: number): number {
  if (html.startsWith('--', from)) return commentEnd(html, from + 2)
  if (html.startsWith('[CDATA[', from)) return behind(html, ']]>', from + 7)
  return behind(html, '>', from)
}

/** Behind "-->" or "--!>"; `<!-->` and `<!--->` end at once. */
function commentEnd(html: string, from: number): number {
  if (html.charCodeAt(from) === GREATER) return from + 1
  if (html.startsWith('->', from)) return from + 2
  for (let at = html.indexOf('--', from); at !== -1; at = html.indexOf('--', at)) {
    at += 2
    while (html.charCodeAt(at) === DASH) at++
    if (html.charCodeAt(at) === GREATER) return at + 1
    if (html.charCodeAt(at) === BANG && html.charCodeAt(at + 1) === GREATER) return at + 2
  }
  return html.length
}
