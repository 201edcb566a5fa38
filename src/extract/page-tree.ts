import type { ElementFacts } from './element-facts.ts'
import { type ClassNames, classNames, type ElementNames, NO_CLASS } from './element-names.ts'
import { decodeEntities } from './html-entities.ts'
import { type ContentKind, type HtmlSink, scanHtml } from './html-scanner.ts'
import { NameTable } from './name-table.ts'
import { ENDS_PARAGRAPH, KNOWN_TAGS, type TagName, tagNameAt } from './tag-names.ts'

/** An element of a page: lower-case tag, its names, the other attributes that anything here reads, children in order. */
export type PageElement = {
  tag: string
  /** Its tag and class attribute, and what follows from them. */
  names: ElementNames
  attributes: Readonly<Record<string, string>>
  children: (PageElement | string)[]
  parent: PageElement | null
  depth: number
  /** Kept here for the book that asks for them over and over (element-facts.ts). */
  facts: ElementFacts | null
}

/** A page's tree, and all of its elements in document order. */
export type PageTree = {
  root: PageElement
  elements: readonly PageElement[]
  /** Some script holds HTML for later (`isTemplateScript`). */
  hasTemplates: boolean
}

/** Elements deeper than this are left out, their text kept: browsers stop at 512 too. **Source:** Blink, `kMaximumHTMLParserDOMTreeDepth`. */
export const MAX_DEPTH = 512
/** Most elements of one page; the largest real news pages have 30,000. What follows is left out. */
export const MAX_ELEMENTS = 300_000
/** Longest attribute value kept, in UTF-16 units; data URLs and inlined state are longer, and nothing here reads them. */
const MAX_VALUE = 8_192
/** Longest JSON-LD script kept, in UTF-16 units. */
const MAX_JSON_LD = 2_000_000

const CLASS = 'class'
const KEPT =
  'class id href src srcset content name property itemprop itemtype rel type lang xml:lang datetime alt title role style hidden data-src data-srcset data-original data-lazy-src data-url http-equiv value width height'.split(
    ' ',
  )
const KEPT_NAMES = new NameTable(KEPT)
/** The tag whose open elements a block ends. */
const PARAGRAPH = tagNameAt('p', 0, 1)
const PARAGRAPHS = ['p']
const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({})

/**
 * Reads HTML into a tree, in one pass and in linear time whatever the input:
 * depth, elements, attributes and values are limited; wrong nesting is mended as browsers do in the common cases.
 * Scripts and styles are left out but for JSON-LD.
 */
export function readTree(html: string): PageElement {
  return readPageTree(html).root
}

/** The same, with its elements side by side: a list is looked through faster than a tree. */
export function readPageTree(html: string): PageTree {
  const builder = new TreeBuilder(html)
  scanHtml(html, builder)
  return builder
}

class TreeBuilder implements HtmlSink {
  readonly root: PageElement = {
    tag: '#root',
    names: NO_CLASS.with('#root'),
    attributes: NO_ATTRIBUTES,
    children: NO_CHILDREN,
    parent: null,
    depth: 0,
    facts: null,
  }
  readonly elements: PageElement[] = []
  private readonly html: string
  private readonly stack: PageElement[] = [this.root]
  private readonly names: TagName[] = []
  private top: PageElement = this.root
  /** Open elements by tag, so that a stray end tag costs nothing. */
  private readonly open = new Int32Array(KNOWN_TAGS)
  private readonly openOthers = new Map<string, number>()
  private name = PARAGRAPH
  private attributes: Record<string, string> | null = null
  private attribute = ''
  private classes: ClassNames | null = null
  /** Open elements beyond MAX_DEPTH or MAX_ELEMENTS, which have no node of their own. */
  private unkept = 0
  /** The text of what is open is wanted: none of scripts and styles but JSON-LD and templates. */
  private keepsText = true
  hasTemplates = false

  constructor(html: string) {
    this.html = html
  }

  openName(start: number, end: number): ContentKind {
    this.name = tagNameAt(this.html, start, end)
    this.attributes = null
    this.classes = null
    return this.name.content
  }

  attributeName(start: number, end: number): boolean {
    const index = KEPT_NAMES.find(this.html, start, end)
    if (index === -1) return false
    const name = KEPT[index]!
    if (name === CLASS) {
      this.attribute = name
      return this.classes === null
    }
    if (this.attributes === null) this.attributes = {}
    else if (this.attributes[name] !== undefined) return false
    this.attribute = name
    return true
  }

  attributeValue(start: number, end: number): void {
    const value = this.html.slice(start, Math.min(end, start + MAX_VALUE))
    const decoded = value.includes('&') ? decodeEntities(value, true) : value
    if (this.attribute === CLASS) this.classes = classNames(decoded)
    else this.attributes![this.attribute] = decoded
  }

  openEnd(): void {
    const { isVoid, name } = this.name
    if (this.stack.length >= MAX_DEPTH || this.elements.length >= MAX_ELEMENTS) {
      if (!isVoid) this.unkept++
      return
    }
    this.endImplied()
    const parent = this.top
    const element: PageElement = {
      tag: name,
      names: (this.classes ?? NO_CLASS).with(name),
      attributes: this.attributes ?? NO_ATTRIBUTES,
      children: NO_CHILDREN,
      parent,
      depth: parent.depth + 1,
      facts: null,
    }
    append(parent, element)
    this.elements.push(element)
    if (isVoid) return
    this.stack.push(element)
    this.names.push(this.name)
    this.count(this.name, 1)
    this.enter(element)
  }

  closeName(start: number, end: number): void {
    const closed = tagNameAt(this.html, start, end)
    if (closed.isVoid) return
    if (this.unkept > 0) {
      this.unkept--
      return
    }
    if (this.openCount(closed) > 0) this.closeTo(closed.name)
  }

  text(start: number, end: number, raw: boolean): void {
    if (!this.keepsText) return
    if (this.top.tag === 'script' && end - start > MAX_JSON_LD) return
    const written = this.html.slice(start, end)
    const text = !raw && written.includes('&') ? decodeEntities(written, false) : written
    const { children } = this.top
    const last = children.length - 1
    if (typeof children[last] === 'string') children[last] += text
    else append(this.top, text)
  }

  private enter(element: PageElement): void {
    this.top = element
    const { tag } = element
    this.keepsText = tag !== 'style' && (tag !== 'script' || this.isKeptScript(element))
  }

  private isKeptScript(script: PageElement): boolean {
    if (script.attributes.type === undefined) return false
    const isTemplate = isTemplateScript(script)
    this.hasTemplates ||= isTemplate
    return isTemplate || isJsonLd(script)
  }

  private openCount({ index, name }: TagName): number {
    return index === -1 ? (this.openOthers.get(name) ?? 0) : this.open[index]!
  }

  private count(of: TagName, step: 1 | -1): void {
    if (of.index === -1) this.openOthers.set(of.name, this.openCount(of) + step)
    else this.open[of.index] = this.open[of.index]! + step
  }

  private endImplied(): void {
    const { endsParagraph, endsSibling } = this.name
    if (endsParagraph && this.openCount(PARAGRAPH) > 0) this.endNearest(PARAGRAPHS)
    if (endsSibling) for (let tries = 0; tries < 3 && this.endNearest(endsSibling); tries++);
  }

  /** Closes the innermost open element of these tags unless a scope lies between; at most MAX_DEPTH steps, paid by what they close. */
  private endNearest(tags: readonly string[]): boolean {
    for (let index = this.stack.length - 1; index > 0 && index > this.stack.length - 12; index--) {
      const { name, isScope } = this.names[index - 1]!
      if (tags.includes(name)) {
        this.cut(index)
        return true
      }
      if (isScope) return false
    }
    return false
  }

  private closeTo(tag: string): void {
    for (let index = this.stack.length - 1; index > 0; index--) {
      const open = this.stack[index]!.tag
      if (open === tag) {
        this.cut(index)
        return
      }
      // A stray end tag inside a cell or a list item must not end what is around the table or list.
      if ((open === 'td' || open === 'th') && tag !== 'table' && tag !== 'tr' && tag !== 'body') return
    }
  }

  private cut(index: number): void {
    while (this.stack.length > index) {
      this.stack.pop()
      this.count(this.names.pop()!, -1)
    }
    this.enter(this.stack[index - 1]!)
  }
}

/** What holds nothing, or nothing yet. */
const NO_CHILDREN: (PageElement | string)[] = []

/** Most elements hold one child: a list that is pushed to takes room for seventeen. */
function append(parent: PageElement, child: PageElement | string): void {
  if (parent.children === NO_CHILDREN) parent.children = [child]
  else parent.children.push(child)
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
