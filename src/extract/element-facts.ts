import { hash32 } from '../text/hash.ts'
import type { TextBlock } from './page-blocks.ts'
import type { PageElement } from './page-tree.ts'
import { copied } from './string-memory.ts'

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
  element: PageElement
  parent: ElementFacts | null
  /** Hashes of its tag and of the words of its class, id, role and itemprop. */
  tokens: readonly number[]
  /** Tag with class: elements of one signature are set alike by the page. */
  signature: string
  /** Hash of the signature. */
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

/** What follows from an element's tag and names alone. */
type Named = Pick<ElementFacts, 'tokens' | 'regions' | 'signature' | 'signatureHash'>

/** Most names remembered from page to page: a site's pages share some hundreds, and one record takes about 300 bytes. */
const MAX_REMEMBERED = 8_192

/** What tags and names stand for, by tag and then names. It follows from them alone, so that remembering changes no answer. */
class NameMemory {
  private readonly byTag = new Map<string, Map<string, Named>>()
  private size = 0

  of(element: PageElement): Named {
    const { tag } = element
    let byNames = this.byTag.get(tag)
    if (!byNames) this.byTag.set(tag, (byNames = new Map()))
    const names = namesOf(element)
    return byNames.get(names) ?? this.remember(element, copied(names))
  }

  private remember(element: PageElement, names: string): Named {
    if (++this.size > MAX_REMEMBERED) {
      this.byTag.clear()
      this.size = 1
    }
    const signature = copied(signatureOf(element))
    const made: Named = {
      tokens: tokensOf(element, names),
      regions: regionsOf(element, names),
      signature,
      signatureHash: hash32(signature, 3),
    }
    const byNames = this.byTag.get(element.tag) ?? new Map<string, Named>()
    this.byTag.set(copied(element.tag), byNames.set(names, made))
    return made
  }
}

const memory = new NameMemory()

/** Makes and keeps the facts of a page's elements. */
export class ElementBook {
  private readonly known = new Map<PageElement, ElementFacts>()
  /** By parent: how many children share a signature. */
  private readonly families = new Map<PageElement, Map<string, number>>()
  /** Which of its like an element is. */
  private readonly places = new Map<PageElement, number>()

  of(element: PageElement): ElementFacts {
    const known = this.known.get(element)
    if (known) return known
    const parent = element.parent ? this.of(element.parent) : null
    const facts = new FactsOfElement(this, element, parent)
    this.known.set(element, facts)
    return facts
  }

  /** Adds a block to every element around it. */
  count(block: TextBlock, words: number): void {
    const linkWords = (words * block.linkLength) / Math.max(1, block.text.length)
    const isProse = words >= 15 && linkWords < words / 3
    const isHeading = /^h[1-6]$/u.test(block.element.tag)
    for (let at: ElementFacts | null = this.of(block.element), steps = 0; at && steps < 40; at = at.parent, steps++) {
      at.words += words
      at.linkWords += linkWords
      at.blocks++
      if (isProse) at.prose += words
      if (isHeading) at.headings++
    }
  }

  /** How many siblings share an element's signature, itself counted, and which of them it is. */
  family(element: PageElement, signature: string): { count: number; place: number } {
    const { parent } = element
    if (!parent || isOnlyElement(parent)) return ALONE
    let family = this.families.get(parent)
    if (!family) {
      family = new Map()
      for (const child of parent.children) {
        if (typeof child === 'string') continue
        const own = memory.of(child).signature
        const before = family.get(own) ?? 0
        if (before > 0) this.places.set(child, before)
        family.set(own, before + 1)
      }
      this.families.set(parent, family)
    }
    return { count: family.get(signature) ?? 1, place: this.places.get(element) ?? 0 }
  }
}

const ALONE = { count: 1, place: 0 } as const

/** Whether an element holds one other and no more. */
function isOnlyElement({ children }: PageElement): boolean {
  let found = 0
  for (let index = 0; index < children.length && found < 2; index++) if (typeof children[index] !== 'string') found++
  return found < 2
}

class FactsOfElement implements ElementFacts {
  readonly element: PageElement
  readonly parent: ElementFacts | null
  readonly tokens: readonly number[]
  readonly signature: string
  readonly signatureHash: number
  readonly regions: number
  words = 0
  linkWords = 0
  blocks = 0
  prose = 0
  headings = 0
  private readonly book: ElementBook
  private like: { count: number; place: number } | null = null

  constructor(book: ElementBook, element: PageElement, parent: ElementFacts | null) {
    const { tokens, regions, signature, signatureHash } = memory.of(element)
    this.book = book
    this.element = element
    this.parent = parent
    this.tokens = tokens
    this.signature = signature
    this.signatureHash = signatureHash
    this.regions = (parent?.regions ?? 0) | regions
  }

  // Siblings are counted when asked for: of half of a page's blocks nobody asks.
  get alike(): number {
    this.like ??= this.book.family(this.element, this.signature)
    return this.like.count
  }

  get place(): number {
    this.like ??= this.book.family(this.element, this.signature)
    return this.like.place
  }
}

function namesOf({ attributes }: PageElement): string {
  const { class: classes = '', id = '', role = '', itemprop = '' } = attributes
  // Most elements have a class alone; joining strings for each element costs more than all the rest here.
  if (id === '' && role === '' && itemprop === '') return classes.length > 300 ? classes.slice(0, 300) : classes
  return `${classes} ${id} ${role} ${itemprop}`.slice(0, 300)
}

function signatureOf(element: PageElement): string {
  // Numbers in class names (post-123, col-2) tell siblings apart that are set alike.
  return `${element.tag}.${(element.attributes.class ?? '').replace(/\d+/gu, '').slice(0, 80)}`
}

function tokensOf(element: PageElement, names: string): number[] {
  const tokens = [hash32(element.tag, 1)]
  if (names === '') return tokens
  for (const word of wordsOf(names.toLowerCase()))
    if (word.length >= 2 && word.length <= 24 && tokens.length <= MAX_TOKENS) tokens.push(hash32(word, 2))
  return tokens
}

function wordsOf(names: string): string[] {
  return ASCII.test(names) ? names.split(/[^a-z]+/) : names.split(/[^\p{L}]+/u)
}

const TAG_REGION: Readonly<Record<string, number>> = {
  nav: REGION.nav,
  header: REGION.header,
  footer: REGION.footer,
  aside: REGION.aside,
  article: REGION.article,
  main: REGION.main,
  form: REGION.form,
  figure: REGION.figure,
  table: REGION.table,
  ul: REGION.list,
  ol: REGION.list,
  blockquote: REGION.quote,
  a: REGION.link,
  figcaption: REGION.caption,
  pre: REGION.pre,
}

function regionsOf(element: PageElement, names: string): number {
  let regions = TAG_REGION[element.tag] ?? 0
  if (names === '' || element.tag === 'body' || element.tag === 'html') return regions
  if (NAV.test(names)) regions |= REGION.nav
  if (COMMENTS.test(names)) regions |= REGION.comments
  if (RELATED.test(names)) regions |= REGION.related
  if (BODY.test(names)) regions |= REGION.body
  if (CAPTION.test(names)) regions |= REGION.caption
  return regions
}
