import { hash32 } from '../text/hash.ts'
import { type ElementNames, UNREAD } from './element-names.ts'
import type { TextBlock } from './page-blocks.ts'
import type { PageElement } from './page-tree.ts'
import { copied, StringMemory } from './string-memory.ts'

/** Kinds of region that an element may open, as bits of `regions`. */
export const REGION = {
  nav: 1,
  header: 2,
  footer: 4,
  aside: 8,
  article: 16,
  main: 32,
  form: 64,
  figure: 128,
  table: 256,
  list: 512,
  quote: 1024,
  link: 2048,
  body: 4096,
  caption: 8192,
  comments: 16384,
  related: 32768,
  pre: 65536,
} as const

/** What is known of an element by itself and its ancestors; one record an element, made when first asked for. */
export type ElementFacts = {
  readonly book: ElementBook
  /** Which of its book's elements it is, from 0. */
  readonly index: number
  element: PageElement
  parent: ElementFacts | null
  /** Hashes of its tag and of the words of its class, id, role and itemprop. */
  tokens: readonly number[]
  /** Hash of tag and class: elements of one signature are set alike by the page. */
  signatureHash: number
  regions: number
  /** How many siblings share its signature, itself counted, and which of them it is. */
  readonly alike: number
  readonly place: number
  // Sums over the text blocks inside it, filled once all blocks are known.
  words: number
  linkWords: number
  blocks: number
  prose: number
  headings: number
}

const MAX_TOKENS = 8
const ASCII = /^[\x20-\x7e]*$/
const NAV = /(?:^|[-_ ])(?:nav|navigation|menu|breadcrumbs?|toolbar|pagination|pager)/iu
const COMMENTS = /comment|disqus|discussion|respond|repl(?:y|ies)/iu
const RELATED =
  /related|recommend|popular|trending|most-?read|teaser|promo|read-?(?:more|next|also)|outbrain|taboola|newsletter|subscri|share|social|sidebar|widget|sponsor|advert|author-?(?:box|bio)|signup|cookie|consent|modal|popup|footer/iu
const BODY =
  /article-?(?:body|text|content)|entry-?content|post-?(?:content|body|text)|story-?(?:body|content|text)|body-?(?:copy|text|content)|main-?content|richtext|rich-text|content-?body|articletext/iu
const CAPTION = /caption|credit|photo-?(?:by|info)|image-?(?:info|text)/iu

/** What follows from an element's names. */
export type NamedThing = { tokens: readonly number[]; regions: number }

/** Makes and keeps the facts of a page's elements, each at its element. */
export class ElementBook {
  /** How many elements it knows. */
  size = 0

  of(element: PageElement): ElementFacts {
    const known = element.facts
    if (known !== null && known.book === this) return known
    const parent = element.parent ? this.of(element.parent) : null
    const facts = new FactsOfElement(this, element, parent)
    element.facts = facts
    return facts
  }

  /** Adds a block to every element around it. */
  count(block: TextBlock, words: number): void {
    const linkWords = (words * block.linkLength) / Math.max(1, block.text.length)
    const isProse = words >= 15 && linkWords < words / 3
    const isHeading = HEADING.test(block.element.tag)
    for (let at: ElementFacts | null = this.of(block.element), steps = 0; at && steps < 40; at = at.parent, steps++) {
      at.words += words
      at.linkWords += linkWords
      at.blocks++
      if (isProse) at.prose += words
      if (isHeading) at.headings++
    }
  }
}

const HEADING = /^h[1-6]$/u

class FactsOfElement implements ElementFacts {
  readonly book: ElementBook
  readonly index: number
  readonly element: PageElement
  readonly parent: ElementFacts | null
  readonly tokens: readonly number[]
  readonly signatureHash: number
  readonly regions: number
  words = 0
  linkWords = 0
  blocks = 0
  prose = 0
  headings = 0
  /** 0 until asked. */
  private likes = 0
  private ownPlace = 0

  constructor(book: ElementBook, element: PageElement, parent: ElementFacts | null) {
    const { tokens, regions } = namedThing(element)
    this.book = book
    this.index = book.size++
    this.element = element
    this.parent = parent
    this.tokens = tokens
    this.signatureHash = signatureHashOf(element.names)
    this.regions = (parent?.regions ?? 0) | regions
  }

  // Siblings are counted when asked for: of half of a page's blocks nobody asks.
  get alike(): number {
    if (this.likes === 0) this.readFamily()
    return this.likes
  }

  get place(): number {
    if (this.likes === 0) this.readFamily()
    return this.ownPlace
  }

  /** Counts the siblings of one signature, for all siblings that have facts: none is made once the first is asked. */
  private readFamily(): void {
    this.likes = 1
    const { parent } = this.element
    if (!parent || isOnlyElement(parent)) return
    const counts = new Map<string, number>()
    for (const child of parent.children) {
      if (typeof child === 'string') continue
      const signature = signatureOf(child.names)
      const before = counts.get(signature) ?? 0
      counts.set(signature, before + 1)
      if (child.facts instanceof FactsOfElement && child.facts.book === this.book) child.facts.ownPlace = before
    }
    for (const child of parent.children)
      if (typeof child !== 'string' && child.facts instanceof FactsOfElement && child.facts.book === this.book)
        child.facts.likes = counts.get(signatureOf(child.names))!
    // What stands in place of a template is none of its parent's children.
    this.likes = counts.get(signatureOf(this.element.names)) ?? 1
  }
}

/** Whether an element holds one other and no more. */
function isOnlyElement({ children }: PageElement): boolean {
  let found = 0
  for (let index = 0; index < children.length && found < 2; index++) if (typeof children[index] !== 'string') found++
  return found < 2
}

/** Tag with class: elements of one signature are set alike by the page. Numbers in class names (post-123, col-2) tell siblings apart that are set alike. */
function signatureOf(names: ElementNames): string {
  names.signature ??= copied(`${names.tag}.${names.classes.replace(/\d+/gu, '').slice(0, 80)}`)
  return names.signature
}

function signatureHashOf(names: ElementNames): number {
  if (names.signatureHash === UNREAD) names.signatureHash = hash32(signatureOf(names), 3)
  return names.signatureHash
}

/** Most names remembered from page to page: a site's pages share some hundreds, and one record takes about 200 bytes. */
const MAX_REMEMBERED = 4_096
/** Names of one element together are read up to so many UTF-16 units. */
const MAX_NAMES = 300

/** What one name (a class attribute, an id, a role) says: hashes of its first words, and the regions that it opens. */
type NameFacts = { words: readonly number[]; regions: number }

const remembered = new StringMemory<NameFacts>(MAX_REMEMBERED, factsOf)
const NO_NAME: NameFacts = { words: [], regions: 0 }

function namedThing(element: PageElement): NamedThing {
  const { names, attributes } = element
  const { id = '', role = '', itemprop = '' } = attributes
  // Most elements have a class alone; it is remembered with its tag.
  if (id === '' && role === '' && itemprop === '') return (names.named ??= together(names.tag, [names.classes]))
  return together(names.tag, [names.classes, id, role, itemprop])
}

/** What the names of one element say together; words never reach across the space between two names. */
function together(tag: string, names: readonly string[]): NamedThing {
  const length = names.reduce((sum, name) => sum + name.length, names.length - 1)
  const read = length > MAX_NAMES ? [factsOf(names.join(' ').slice(0, MAX_NAMES))] : names.map(factsOfName)
  const tokens = [hash32(tag, 1)]
  let regions = TAG_REGION.get(tag) ?? 0
  for (const name of read) {
    for (const word of name.words) if (tokens.length <= MAX_TOKENS) tokens.push(word)
    if (tag !== 'body' && tag !== 'html') regions |= name.regions
  }
  return { tokens, regions }
}

function factsOfName(name: string): NameFacts {
  return name === '' ? NO_NAME : remembered.of(name)
}

function factsOf(name: string): NameFacts {
  const words: number[] = []
  for (const word of wordsOf(name.toLowerCase()))
    if (word.length >= 2 && word.length <= 24 && words.length < MAX_TOKENS) words.push(hash32(word, 2))
  return { words, regions: regionsIn(name) }
}

function wordsOf(names: string): string[] {
  return ASCII.test(names) ? names.split(/[^a-z]+/) : names.split(/[^\p{L}]+/u)
}

const TAG_REGION: ReadonlyMap<string, number> = new Map([
  ['nav', REGION.nav], ['header', REGION.header], ['footer', REGION.footer], ['aside', REGION.aside], ['article', REGION.article], ['main', REGION.main], ['form', REGION.form], ['figure', REGION.figure],
  ['table', REGION.table], ['ul', REGION.list], ['ol', REGION.list], ['blockquote', REGION.quote], ['a', REGION.link], ['figcaption', REGION.caption], ['pre', REGION.pre],
]) // biome-ignore format: a table reads better in rows

function regionsIn(names: string): number {
  let regions = 0
  if (NAV.test(names)) regions |= REGION.nav
  if (COMMENTS.test(names)) regions |= REGION.comments
  if (RELATED.test(names)) regions |= REGION.related
  if (BODY.test(names)) regions |= REGION.body
  if (CAPTION.test(names)) regions |= REGION.caption
  return regions
}
