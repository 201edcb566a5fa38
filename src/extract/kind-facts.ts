import { type ElementNames, UNREAD } from './element-names.ts'
import type { LinkedThing } from './json-ld.ts'
import { isArticleType } from './json-ld.ts'
import type { PageBlocks, TextBlock } from './page-blocks.ts'
import { meta, type PageClaims } from './page-claims.ts'
import type { PageElement } from './page-tree.ts'
import { repeatedParts } from './repeated-parts.ts'

/** What tells kinds of pages apart: the page's claims, its elements and blocks, and what was chosen of them. */
export type KindSource = {
  elements: readonly PageElement[]
  claims: PageClaims
  page: PageBlocks
  kept: readonly boolean[]
  /** The classifier's own expectation, 0 to 1. */
  sureness: number
  url: string | null
  title: string | null
}

/** Most elements looked at: what a page is shows long before. */
const MAX_ELEMENTS_SEEN = 30_000
/** Longest start of a block or address that is searched for words, in UTF-16 units. */
const SEARCHED = 400

const FORUM_SOFTWARE =
  /discourse|phpbb|vbulletin|xenforo|simple machines|mybb|flarum|nodebb|invision|woltlab|vanilla|burning board|fluxbb/iu
const GUIDE_SOFTWARE =
  /sphinx|docutils|docusaurus|mkdocs|gitbook|vitepress|vuepress|antora|mdbook|jsdoc|doxygen|nextra|starlight/iu
const SHOP_SOFTWARE = /woocommerce|shopify|prestashop|magento|opencart|shopware|bigcommerce/iu

const ADDRESS = {
  forum:
    /\/\/(?:forums?|community|communities|discuss|discussions?|boards?|answers|talk|bbs)\.|\/(?:forums?|t|threads?|topics?|showthread|viewtopic|boards?|questions?|discussions?|community|comments|show-?topic)(?:[/.?-]|$)/iu,
  listing:
    /\/(?:category|categories|cat|tags?|topics?|collections?|c|shop|store|list|archives?|search|browse|all|page|b)(?:\/[^/]{0,60}){0,2}\/?(?:\?|$)|\/(?:news|blog|articles|products|catalog|best-?sellers?)\/?(?:\?|$)/iu,
  product: /\/(?:products?|p|dp|itm|item|pr|shop|buy|store|detail)\/[^/]{3,}/iu,
  guide:
    /\/\/(?:docs?|developers?|dev|learn|help|support|wiki|manual|api|guides?)\.|\/(?:docs?|documentation|reference|manual|guides?|tutorials?|api|wiki|handbook|learn|book)\//iu,
  service:
    /\/(?:services?|solutions?|pricing|programs?|platform|features|about|industries|industry|for-[a-z]+)(?:\/|$)/iu,
  text: /\/(?:blog|news|articles?|posts?|story|stories|magazine|opinion|features?|reviews?)\/[^/]{8,}|\/(?:19|20)\d\d\/\d{1,2}\//iu,
} as const

const WORDS = {
  price: /(?:[$€£¥₹]|usd|eur|chf)\s?\d{1,6}(?:[.,]\d{2})?|\d{1,6}[.,]\d{2}\s?(?:[$€£¥₹]|usd|eur|chf|zł|kr)/iu,
  cart: /add to (?:cart|bag|basket|trolley)|buy now|in den warenkorb|ajouter au panier|añadir al carrito|aggiungi al carrello|out of stock|in stock|auf lager|free shipping|quantity/iu,
  reply:
    /^(?:reply|quote|re:|like|likes|joined|posts|posted by|messages|reputation|member|senior member|moderator|original poster|op|upvote|downvote|report post|answered|asked|viewed|antworten|zitat|zitieren|beiträge|registriert|répondre|citer|citar|responder)\b/iu,
  sort: /^(?:sort by|filter|filters|load more|show more|next page|older posts|view all|see all|showing \d|\d+ (?:results|items|products)|sortieren|trier|ordenar|weitere laden)\b/iu,
  offer:
    /\b(?:get started|contact us|request a (?:demo|quote)|book a (?:call|demo)|free trial|get a quote|learn more|talk to (?:us|sales|an expert)|apply now|schedule a|our (?:clients|team|services|experts)|why choose|kontaktieren|angebot anfordern)\b/iu,
  guide:
    /^(?:note|warning|tip|syntax|parameters|returns?|examples?|see also|prerequisites|on this page|in this article|table of contents|installation|previous|next|edit this page|was this (?:page )?helpful)\b/iu,
  more: /^(?:read more|continue reading|more|weiterlesen|mehr|lire la suite|leer más|seguir leyendo|leggi tutto|lees meer|läs mer|czytaj dalej|читать)\b.{0,40}$|(?:…|\.\.\.|\[…\])$/iu,
  author: /^(?:by|von|par|por|di|door)\s+\p{Lu}/u,
  dated: /\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d{2}\b|\bago\b/iu,
} as const

const LIST_TITLE = /^\d+\b|\b(?:best|top|how|why|what|guide|review|vs)\b/iu

const NAMES = {
  forum:
    /(?:^|[\s_-])(?:thread|topic|forum|message|post-?body|postbody|reply|replies|answer|question|signature|user-?info|poster|avatar|reputation)/iu,
  shop: /(?:^|[\s_-])(?:product|price|cart|basket|sku|variant|swatch|add-?to|buy|shop|stock)/iu,
  guide:
    /(?:^|[\s_-])(?:docs?|toc|markdown|highlight|codehilite|admonition|sphinx|theme-doc|on-this-page|prism|hljs)(?:$|[\s_-])/iu,
  card: /(?:^|[\s_-])(?:card|teaser|tile|grid|item|listing|result|archive|loop|entry)(?:s?$|[\s_-])/iu,
  offer: /(?:^|[\s_-])(?:hero|cta|testimonial|feature|service|solution|pricing|client|banner|accordion|faq)/iu,
  comment: /(?:^|[\s_-])comment/iu,
  article: /article|story|post-content|entry-content|byline|author|blog/iu,
} as const

const WORD_ROWS = Object.entries(WORDS)
const NAME_ROWS = Object.entries(NAMES)
/** A longer block is prose, and not searched for the words of kinds; in UTF-16 units. */
const LONGEST_LABEL = 160

/** Types of microdata. */
const ITEM_TYPES = {
  thread: /(?:QAPage|Question|Answer|DiscussionForumPosting|Comment)$/u,
  product: /(?:Product|Offer)$/u,
  text: /(?:Article|BlogPosting|Blog|Review|Recipe)$/u,
} as const

type Sums = Record<string, number>

/**
 * What speaks for one kind of page or another, by name; counts as logarithms, shares and truths from 0 to 1.
 * Always the same names in the same order. Linear in the page's length.
 */
export function kindFacts(source: KindSource): Readonly<Record<string, number>> {
  return {
    ...claimFacts(source.claims),
    ...addressFacts(source.url ?? source.claims.canonical),
    ...elementFacts(source.elements),
    ...blockFacts(source),
    ...repeatedParts(source.page, source.kept),
    titleList: source.title !== null && LIST_TITLE.test(source.title) ? 1 : 0,
    titleWords: Math.log1p(source.title?.split(' ').length ?? 0),
    sureness: source.sureness,
  }
}

function claimFacts(claims: PageClaims): Sums {
  const counts = { texts: 0, products: 0, lists: 0, threads: 0, services: 0, guides: 0, offers: 0 }
  for (const thing of claims.things) countThing(thing, counts)
  const ogType = meta(claims, 'og:type')?.toLowerCase() ?? ''
  const generator = meta(claims, 'generator', 'application-name') ?? ''
  const truth = (value: boolean): number => (value ? 1 : 0)
  return {
    ldText: truth(counts.texts > 0 && counts.texts <= 3),
    ldTexts: truth(counts.texts > 3),
    ldProduct: truth(counts.products > 0 && counts.products <= 3),
    ldProducts: truth(counts.products > 3),
    ldList: truth(counts.lists > 0),
    ldThread: truth(counts.threads > 0),
    ldService: truth(counts.services > 0),
    ldGuide: truth(counts.guides > 0),
    ogText: truth(ogType === 'article' || ogType === 'blog' || ogType.endsWith('article')),
    ogProduct: truth(ogType.includes('product') || meta(claims, 'product:price:amount', 'og:price:amount') !== null),
    ogSite: truth(ogType === 'website'),
    published: truth(meta(claims, 'article:published_time', 'date', 'dc.date', 'pubdate') !== null),
    madeForum: truth(FORUM_SOFTWARE.test(generator)),
    madeGuide: truth(GUIDE_SOFTWARE.test(generator)),
    madeShop: truth(SHOP_SOFTWARE.test(generator)),
    times: Math.log1p(claims.times.length),
    authors: Math.log1p(claims.marked.author.length),
    h1: Math.log1p(claims.headings.length),
  }
}

function countThing({ types, fields }: LinkedThing, counts: Record<string, number>): void {
  const add = (name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1
  }
  for (const type of types) {
    if (type === 'DiscussionForumPosting' || type === 'QAPage') add('threads')
    else if (type === 'TechArticle' || type === 'APIReference') add('guides')
    else if (isArticleType(type)) add('texts')
    else if (type === 'Product' || type === 'ProductGroup') add('products')
    else if (/^(?:CollectionPage|ItemList|SearchResultsPage|OfferCatalog)$/u.test(type)) add('lists')
    else if (
      /^(?:Service|LocalBusiness|ProfessionalService|Course|EducationalOccupationalProgram|FinancialProduct)$/u.test(
        type,
      )
    )
      add('services')
    if (fields.offers !== undefined) add('offers')
  }
}

function addressFacts(url: string | null): Sums {
  const address = (url ?? '').slice(0, SEARCHED)
  const path = /^https?:\/\/[^/]*(\/[^?#]*)?/iu.exec(address)?.[1] ?? '/'
  const last = path.split('/').filter(Boolean).at(-1) ?? ''
  const facts: Sums = {
    addressFront: path === '/' ? 1 : 0,
    addressDepth: Math.log1p(path.split('/').filter(Boolean).length),
    addressWords: Math.log1p(last.split(/[-_+]/u).length - 1),
    addressNumber: /\d{4,}/u.test(last) ? 1 : 0,
  }
  for (const [name, pattern] of Object.entries(ADDRESS)) facts[`address:${name}`] = pattern.test(address) ? 1 : 0
  return facts
}

/** Counts elements and names; a class attribute is judged once, however often it stands. */
function elementFacts(elements: readonly PageElement[]): Sums {
  const tags: Sums = { article: 0, button: 0, input: 0, pre: 0, img: 0, code: 0, select: 0, dl: 0 }
  const types: Sums = Object.fromEntries(Object.keys(ITEM_TYPES).map((name) => [name, 0]))
  const names = new Int32Array(NAME_ROWS.length)
  const end = Math.min(elements.length, MAX_ELEMENTS_SEEN + 1)
  let buys = 0
  for (let index = 0; index < end; index++) {
    const { tag, names: own, attributes, children } = elements[index]!
    if (COUNTED_TAGS.has(tag)) tags[tag] = tags[tag]! + 1
    if (tag === 'button' && buys < 9) buys += saysCart(children) || WORDS.cart.test(attributes.value ?? '') ? 1 : 0
    if (attributes.itemtype !== undefined) countTypes(attributes.itemtype.slice(0, SEARCHED), types)
    const kinds = kindsOf(own)
    if (kinds !== 0) for (let row = 0; row < names.length; row++) if (kinds & (1 << row)) names[row] = names[row]! + 1
  }
  const seen = elements.length
  const facts: Sums = { buys: Math.log1p(buys), elements: Math.log1p(seen) }
  for (const [tag, count] of Object.entries(tags)) facts[`tag:${tag}`] = Math.log1p(count)
  for (const [name, count] of Object.entries(types)) facts[`type:${name}`] = Math.log1p(count)
  for (const [row, [name]] of NAME_ROWS.entries())
    facts[`names:${name}`] = Math.log1p((1000 * names[row]!) / (seen + 200))
  return facts
}

const COUNTED_TAGS: ReadonlySet<string> = new Set(['article', 'button', 'input', 'pre', 'img', 'code', 'select', 'dl'])

function countTypes(itemtype: string, types: Sums): void {
  for (const [name, pattern] of Object.entries(ITEM_TYPES)) if (pattern.test(itemtype)) types[name] = types[name]! + 1
}

/** Which of NAME_ROWS a class attribute speaks of, as bits. */
function kindsOf(names: ElementNames): number {
  if (names.kinds !== UNREAD) return names.kinds
  const classes = names.classes.slice(0, SEARCHED)
  let kinds = 0
  for (const [row, [, pattern]] of NAME_ROWS.entries()) if (pattern.test(classes)) kinds |= 1 << row
  names.kinds = kinds
  return kinds
}

/** The words of a button may stand one element deeper. */
function saysCart(children: PageElement['children']): boolean {
  return children.slice(0, 6).some((child) => {
    if (typeof child === 'string') return WORDS.cart.test(child.slice(0, SEARCHED))
    return child.children.some((inner) => typeof inner === 'string' && WORDS.cart.test(inner.slice(0, SEARCHED)))
  })
}

function blockFacts({ page, kept }: KindSource): Sums {
  const sums = { all: 1, own: 1, links: 0, ownLinks: 0, linked: 0, prose: 0, headings: 0, blocks: 0, keptBlocks: 0, runs: 0, code: 0, questions: 0, linkedHeadings: 0, allLinkedHeadings: 0 } // biome-ignore format: one row
  const counts = new Int32Array(WORD_ROWS.length)
  for (let index = 0; index < page.texts.length; index++) {
    const block = page.texts[index]!
    countBlock(block, kept[index] === true, sums)
    if (kept[index] && !kept[index - 1]) sums.runs++
    if (block.text.length > LONGEST_LABEL) continue
    for (let row = 0; row < WORD_ROWS.length; row++)
      if (WORD_ROWS[row]![1].test(block.text)) counts[row] = counts[row]! + 1
  }
  const said = WORD_ROWS.map(([name], row) => [name, counts[row]!] as const)
  const facts: Sums = {
    text: Math.log1p(sums.all / 100),
    ownText: Math.log1p(sums.own / 100),
    ownShare: sums.own / sums.all,
    linkShare: sums.linked / sums.all,
    ownLinkShare: sums.ownLinks / sums.own,
    links: Math.log1p(sums.links),
    proseShare: sums.prose / sums.own,
    ownBlockLength: Math.log1p(sums.own / (sums.keptBlocks + 1)),
    headings: Math.log1p((1000 * sums.headings) / (sums.own / 5 + 100)),
    runs: Math.log1p(sums.runs),
    codeShare: sums.code / sums.own,
    questions: Math.log1p(sums.questions),
    linkedHeadings: Math.log1p(sums.linkedHeadings),
    linkedHeadingShare: sums.linkedHeadings / (sums.headings + 1),
    allLinkedHeadings: Math.log1p(sums.allLinkedHeadings),
  }
  for (const [name, count] of said) {
    facts[`said:${name}`] = Math.log1p(count)
    facts[`saidShare:${name}`] = Math.sqrt(count / (sums.blocks + 10))
  }
  return facts
}

/** A paragraph has at least so many UTF-16 units. */
const PARAGRAPH = 160

type BlockSums = Record<
  | 'all'
  | 'own'
  | 'links'
  | 'ownLinks'
  | 'linked'
  | 'prose'
  | 'headings'
  | 'blocks'
  | 'keptBlocks'
  | 'code'
  | 'questions'
  | 'linkedHeadings'
  | 'allLinkedHeadings',
  number
>

function countBlock(block: TextBlock, isKept: boolean, sums: BlockSums): void {
  const { text, linkLength, element } = block
  sums.blocks++
  sums.all += text.length
  sums.links += block.links
  sums.linked += linkLength
  const isHeading = /^h[2-6]$/u.test(element.tag)
  const isLinked = isHeading && linkLength > text.length * 0.8
  if (isLinked) sums.allLinkedHeadings++
  if (!isKept) return
  if (isLinked) sums.linkedHeadings++
  sums.keptBlocks++
  sums.own += text.length
  sums.ownLinks += linkLength
  if (text.length >= PARAGRAPH && linkLength < text.length / 3) sums.prose += text.length
  if (isHeading) sums.headings++
  if (element.tag === 'pre' || element.tag === 'code') sums.code += text.length
  if (text.endsWith('?')) sums.questions++
}
