import { Tokenizer } from 'htmlparser2'

/** An element of a page: lower-case tag, the attributes that anything here reads, children in order. */
export type PageElement = {
  tag: string
  attributes: Readonly<Record<string, string>>
  children: (PageElement | string)[]
  parent: PageElement | null
  depth: number
}

/** Elements deeper than this are left out, their text kept: browsers stop at 512 too. **Source:** Blink, `kMaximumHTMLParserDOMTreeDepth`. */
export const MAX_DEPTH = 512
/** Most elements of one page; the largest real news pages have 30,000. What follows is left out. */
export const MAX_ELEMENTS = 300_000
/** Longest attribute value kept, in UTF-16 units; data URLs and inlined state are longer, and nothing here reads them. */
const MAX_VALUE = 8_192
/** Longest JSON-LD script kept, in UTF-16 units. */
const MAX_JSON_LD = 2_000_000

const KEPT = new Set(
  'class id href src srcset content name property itemprop itemtype itemscope rel type lang xml:lang datetime alt title role style hidden aria-hidden aria-label data-src data-srcset data-original data-lazy-src data-url poster http-equiv pubdate value'.split(
    ' ',
  ),
)
const VOID = new Set('area base br col embed hr img input link meta param source track wbr frame'.split(' '))
/** Elements whose start ends an open paragraph. **Source:** HTML Living Standard 13.2.6.4.7 ("close a p element"). */
const ENDS_PARAGRAPH = new Set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul'.split(
    ' ',
  ),
)
/** What an opening tag ends when it is the innermost open element of these, up to a scope. */
const ENDS_SIBLING: Readonly<Record<string, readonly string[]>> = {
  li: ['li'], dt: ['dt', 'dd'], dd: ['dt', 'dd'], tr: ['tr', 'td', 'th'], td: ['td', 'th'], th: ['td', 'th'], option: ['option'], tbody: ['tbody', 'thead', 'tr', 'td', 'th'], tfoot: ['tbody', 'thead', 'tr', 'td', 'th'],
} // biome-ignore format: a table reads better in rows
/** An implied end never reaches beyond these. */
const SCOPES = new Set('table td th ul ol dl button caption html template object'.split(' '))

/**
 * Reads HTML into a tree, in one pass over htmlparser2's tokenizer and in linear time whatever the input:
 * depth, elements, attributes and values are limited; wrong nesting is mended as browsers do in the common cases.
 * Scripts and styles are left out but for JSON-LD.
 */
export function readTree(html: string): PageElement {
  const builder = new TreeBuilder(html)
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder)
  tokenizer.write(html)
  tokenizer.end()
  return builder.root
}

class TreeBuilder {
  readonly root: PageElement = { tag: '#root', attributes: {}, children: [], parent: null, depth: 0 }
  private readonly html: string
  private readonly stack: PageElement[] = [this.root]
  /** Open elements by tag, so that a stray end tag costs nothing. */
  private readonly open = new Map<string, number>()
  private tag = ''
  private attributes: Record<string, string> = {}
  private attribute = ''
  private value = ''
  private elements = 0
  /** Open elements beyond MAX_DEPTH or MAX_ELEMENTS, which have no node of their own. */
  private unkept = 0

  constructor(html: string) {
    this.html = html
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.html.slice(start, Math.min(end, start + 64)).toLowerCase()
    this.attributes = {}
  }

  onattribname(start: number, end: number): void {
    const name = end - start > 16 ? '' : this.html.slice(start, end).toLowerCase()
    this.attribute = KEPT.has(name) && this.attributes[name] === undefined ? name : ''
    this.value = ''
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute && this.value.length < MAX_VALUE)
      this.value += this.html.slice(start, Math.min(end, start + MAX_VALUE))
  }

  onattribentity(codepoint: number): void {
    if (this.attribute && this.value.length < MAX_VALUE) this.value += String.fromCodePoint(codepoint)
  }

  onattribend(): void {
    if (this.attribute) this.attributes[this.attribute] = this.value
    this.attribute = ''
  }

  onopentagend(): void {
    this.start()
  }

  onselfclosingtag(): void {
    this.start()
  }

  onclosetag(start: number, end: number): void {
    const tag = this.html.slice(start, Math.min(end, start + 64)).toLowerCase()
    if (VOID.has(tag)) return
    if (this.unkept > 0) {
      this.unkept--
      return
    }
    if ((this.open.get(tag) ?? 0) === 0) return
    this.closeTo(tag)
  }

  ontext(start: number, end: number): void {
    this.text(this.html.slice(start, end))
  }

  ontextentity(codepoint: number): void {
    this.text(String.fromCodePoint(codepoint))
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  private text(text: string): void {
    const top = this.top()
    if (top.tag === 'style' || (top.tag === 'script' && !isJsonLd(top) && !isTemplateScript(top))) return
    if (top.tag === 'script' && text.length > MAX_JSON_LD) return
    const last = top.children.length - 1
    if (typeof top.children[last] === 'string') top.children[last] += text
    else top.children.push(text)
  }

  private start(): void {
    const isVoid = VOID.has(this.tag)
    if (this.stack.length >= MAX_DEPTH || this.elements >= MAX_ELEMENTS) {
      if (!isVoid) this.unkept++
      return
    }
    this.endImplied()
    const parent = this.top()
    const element: PageElement = {
      tag: this.tag,
      attributes: this.attributes,
      children: [],
      parent,
      depth: parent.depth + 1,
    }
    parent.children.push(element)
    this.elements++
    if (isVoid) return
    this.stack.push(element)
    this.open.set(this.tag, (this.open.get(this.tag) ?? 0) + 1)
  }

  private endImplied(): void {
    if ((this.open.get('p') ?? 0) > 0 && ENDS_PARAGRAPH.has(this.tag)) this.endNearest(['p'])
    const ends = ENDS_SIBLING[this.tag]
    if (ends) for (let tries = 0; tries < 3 && this.endNearest(ends); tries++);
  }

  /** Closes the innermost open element of these tags unless a scope lies between; at most MAX_DEPTH steps, paid by what they close. */
  private endNearest(tags: readonly string[]): boolean {
    for (let index = this.stack.length - 1; index > 0 && index > this.stack.length - 12; index--) {
      const tag = this.stack[index]!.tag
      if (tags.includes(tag)) {
        this.cut(index)
        return true
      }
      if (SCOPES.has(tag)) return false
    }
    return false
  }

  private closeTo(tag: string): void {
    for (let index = this.stack.length - 1; index > 0; index--) {
      if (this.stack[index]!.tag === tag) {
        this.cut(index)
        return
      }
      // A stray end tag inside a cell or a list item must not end what is around the table or list.
      if (
        (this.stack[index]!.tag === 'td' || this.stack[index]!.tag === 'th') &&
        tag !== 'table' &&
        tag !== 'tr' &&
        tag !== 'body'
      )
        return
    }
  }

  private cut(index: number): void {
    while (this.stack.length > index) {
      const { tag } = this.stack.pop()!
      this.open.set(tag, this.open.get(tag)! - 1)
    }
  }

  private top(): PageElement {
    return this.stack[this.stack.length - 1]!
  }
}

/** A script that holds HTML for later (`text/template`). */
export function isTemplateScript(element: PageElement): boolean {
  return element.tag === 'script' && /^text\/(?:x-)?(?:template|html)$/iu.test(element.attributes.type ?? '')
}

/** A script that holds JSON-LD. */
export function isJsonLd(element: PageElement): boolean {
  return /ld\+json/iu.test(element.attributes.type ?? '')
}

/** All text inside an element, white space folded; at most `limit` UTF-16 units are gathered. */
export function textOf(element: PageElement, limit = 10_000): string {
  const parts: string[] = []
  let length = 0
  const walk = (node: PageElement): void => {
    for (const child of node.children) {
      if (length > limit) return
      if (typeof child === 'string') {
        parts.push(child)
        length += child.length
      } else if (child.tag === 'br') parts.push(' ')
      else if (child.tag !== 'script' && child.tag !== 'style') {
        const parted = ENDS_PARAGRAPH.has(child.tag) || child.tag === 'li' || child.tag === 'td'
        if (parted) parts.push(' ')
        walk(child)
        if (parted) parts.push(' ')
      }
    }
  }
  walk(element)
  return parts.join('').replace(/\s+/gu, ' ').trim()
}

/** Visits every element in document order. */
export function eachElement(root: PageElement, visit: (element: PageElement) => void): void {
  for (const child of root.children) {
    if (typeof child === 'string') continue
    visit(child)
    eachElement(child, visit)
  }
}
