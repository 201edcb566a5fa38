import { MAX_TAG_UNITS } from './limits.ts'
import { MAX_REFERENCE_UNITS } from './references.ts'
import { TagEndFinder } from './tag-end.ts'

/** What a scanner meets, in order. `source` is the inside of a start tag behind its name; texts come raw, in pieces. */
export interface XmlHandler {
  startTag(name: string, source: string, selfClosing: boolean): void
  endTag(name: string): void
  /** Text between tags, references not decoded. */
  text(raw: string): void
  /** The inside of a CDATA section: text as it is. */
  cdata(text: string): void
  doctype(source: string): void
  issue(reason: string, detail: string): void
}

type State = 'text' | 'cdata' | 'comment' | 'instruction'

const TERMINATORS = { cdata: ']]>', comment: '-->', instruction: '>' } as const
const CDATA_START = '<![CDATA['
const LESS = 60
const MORE = 62

/**
 * Cuts XML, and what is only meant to be XML, into tags and texts, in one pass and in time linear in the input.
 * Takes the document whole or in pieces; holds no more of it than one tag. Nothing makes it fail:
 * what can be no tag is text, and what is left open at the end is closed there.
 */
export class XmlScanner {
  private buffer = ''
  private state: State = 'text'
  private ended = false
  private hadDoctype = false
  private readonly ends = new TagEndFinder()
  private readonly handler: XmlHandler

  constructor(handler: XmlHandler) {
    this.handler = handler
  }

  write(piece: string): void {
    this.buffer = this.buffer === '' ? piece : this.buffer + piece
    this.run()
  }

  end(): void {
    this.ended = true
    this.run()
    if (this.state !== 'text') this.handler.issue('unclosed-section', `${this.state} is not closed`)
    this.buffer = ''
  }

  private run(): void {
    const { buffer } = this
    let at = 0
    while (at < buffer.length) {
      const next = this.state === 'text' ? this.readText(buffer, at) : this.readSection(buffer, at, this.state)
      if (next === at) break // what follows is not whole yet
      at = next
    }
    this.buffer = at === 0 ? buffer : buffer.slice(at)
  }

  /** Reads a run of text or one tag; gives where it stopped, which is `at` itself where more input is needed. */
  private readText(buffer: string, at: number): number {
    if (buffer.charCodeAt(at) === LESS) return this.readTag(buffer, at)
    const less = buffer.indexOf('<', at)
    const end = less === -1 ? this.wholeText(buffer, at) : less
    if (end > at) this.handler.text(buffer.slice(at, end))
    return end
  }

  /** Where text may be cut when no tag follows yet: before a reference that the next piece may complete. */
  private wholeText(buffer: string, at: number): number {
    if (this.ended) return buffer.length
    const ampersand = buffer.lastIndexOf('&')
    return ampersand >= at && ampersand > buffer.length - MAX_REFERENCE_UNITS && buffer.indexOf(';', ampersand) === -1
      ? ampersand
      : buffer.length
  }

  /** Reads on inside a CDATA section, comment or instruction, piece by piece. */
  private readSection(buffer: string, at: number, state: keyof typeof TERMINATORS): number {
    const terminator = TERMINATORS[state]
    const found = buffer.indexOf(terminator, at)
    const end = found !== -1 ? found : this.ended ? buffer.length : Math.max(at, buffer.length - terminator.length + 1)
    if (state === 'cdata' && end > at) this.handler.cdata(buffer.slice(at, end))
    if (found === -1) return end
    this.state = 'text'
    return found + terminator.length
  }

  private readTag(buffer: string, at: number): number {
    const code = buffer.charCodeAt(at + 1)
    if (code === 33) return this.readDeclaration(buffer, at)
    if (code === 63) {
      this.state = 'instruction'
      return at + 2
    }
    if (at + 1 >= buffer.length) return this.unfinished(buffer, at)
    if (code !== 47 && !isNameStart(code)) return this.notATag(buffer, at)
    const end = code === 47 ? this.ends.nextMore(buffer, at) : this.ends.find(buffer, at + 1, this.ended)
    if (end === -1) return this.unfinished(buffer, at)
    if (code === 47) this.handler.endTag(buffer.slice(at + 2, end).trim())
    else this.startTag(buffer, at, end)
    return end + 1
  }

  private startTag(buffer: string, at: number, end: number): void {
    const selfClosing = buffer.charCodeAt(end - 1) === 47
    const inside = buffer.slice(at + 1, selfClosing ? end - 1 : end)
    const space = inside.search(/[\s/]/u)
    if (space === -1) this.handler.startTag(inside, '', selfClosing)
    else this.handler.startTag(inside.slice(0, space), inside.slice(space), selfClosing)
  }

  private readDeclaration(buffer: string, at: number): number {
    const head = buffer.slice(at, at + CDATA_START.length)
    if (head.startsWith('<!--')) {
      this.state = 'comment'
      return at + 4
    }
    if (head.toUpperCase() === CDATA_START) {
      this.state = 'cdata'
      return at + CDATA_START.length
    }
    if (!this.ended && head.length < CDATA_START.length) return at
    // Only the first document type is read for its brackets: looking for the end of thousands would not be linear.
    const isDoctype = !this.hadDoctype && /^<!doctype/iu.test(head)
    const end = isDoctype ? declarationEnd(buffer, at) : this.ends.nextMore(buffer, at)
    if (end === -1) return this.unfinished(buffer, at)
    if (isDoctype) this.handler.doctype(buffer.slice(at, end))
    else this.handler.issue('unknown-declaration', head)
    this.hadDoctype = true
    return end + 1
  }

  private notATag(buffer: string, at: number): number {
    this.handler.issue('bare-less-than', 'a < that starts no tag is read as text')
    let end = at + 1
    while (buffer.charCodeAt(end) === LESS && buffer.charCodeAt(end + 1) === LESS) end++
    this.handler.text(buffer.slice(at, end))
    return end
  }

  /** A tag that has no end yet: waits for more input; at the end of the document, or when far too long, its `<` is text. */
  private unfinished(buffer: string, at: number): number {
    if (!this.ended && buffer.length - at < MAX_TAG_UNITS) return at
    this.handler.issue('unclosed-tag', buffer.slice(at, at + 60))
    if (!this.ended) {
      if (this.ends.nextMore(buffer, at) !== -1) return this.notATag(buffer, at)
      // Nothing in sight ends a tag any more, so none of the rest can be one.
      this.handler.text(buffer.slice(at))
      return buffer.length
    }
    // The document was cut inside this tag: an end tag that lacks only its > still counts, the rest is no text of anybody's.
    const name = /^<\/([^\s<>]+)\s*$/u.exec(buffer.slice(at, at + MAX_REFERENCE_UNITS))?.[1]
    if (name) this.handler.endTag(name)
    return buffer.length
  }
}

function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58 || code >= 128
}

/** Index of the `>` that ends `<!…`, an internal subset in brackets included; -1 where there is none. */
function declarationEnd(text: string, from: number): number {
  const last = Math.min(text.length, from + MAX_TAG_UNITS)
  let depth = 0
  for (let at = from; at < last; at++) {
    const code = text.charCodeAt(at)
    if (code === 91) depth++
    else if (code === 93) depth--
    else if (code === MORE && depth <= 0) return at
  }
  return -1
}
