import {
  addressFaults,
  type Faults,
  htmlFaults,
  languageFaults,
  mimeFaults,
  plainFaults,
  rfc2822Faults,
  rfc3339Faults,
} from './feeds-check-values.ts'
import { childrenNamed, type Element, parseXml, textOf, xmlFaults } from './feeds-check-xml.ts'

/** Collects faults with where they are. */
function collector() {
  const faults: string[] = []
  return {
    faults,
    /** Notes a fault unless something holds. */
    must: (holds: unknown, fault: string) => void (holds || faults.push(fault)),
    add: (where: string, found: Faults) => void faults.push(...found.map((fault) => `${fault}: ${where}`)),
  }
}

type Collector = ReturnType<typeof collector>

const CHANNEL = ['title', 'link', 'description', 'language', 'lastBuildDate', 'pubDate', 'generator', 'docs', 'ttl', 'copyright', 'atom:link', 'image', 'item'] // biome-ignore format: a table
const ITEM = ['title', 'link', 'description', 'author', 'category', 'comments', 'enclosure', 'guid', 'pubDate', 'source', 'content:encoded', 'dc:creator', 'dc:language', 'dc:subject', 'dc:date', 'atom:id', 'atom:link', 'media:content'] // biome-ignore format: a table
const REPEATED = new Set([
  'item',
  'category',
  'dc:creator',
  'dc:subject',
  'atom:link',
  'link',
  'author',
  'contributor',
  'entry',
  'media:content',
])
const RELATIONS = new Set([
  'alternate',
  'current',
  'enclosure',
  'first',
  'hub',
  'last',
  'license',
  'next',
  'next-archive',
  'prev-archive',
  'previous',
  'related',
  'replies',
  'search',
  'self',
  'up',
  'via',
])

/** Elements that do not belong, stand twice, or have text beside them. */
function childFaults(parent: Element, known: readonly string[], { faults, must }: Collector): void {
  const counts = new Map<string, number>()
  for (const { name } of parent.children) counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const [name, count] of counts) {
    must(known.includes(name), `UndefinedElement: ${parent.name} ${name}`)
    const isOnce = parent.name === 'channel' || parent.name === 'item' ? name === 'link' : false
    if (count > 1 && (isOnce || !REPEATED.has(name))) faults.push(`DuplicateElement: ${parent.name} ${name}`)
  }
  must(parent.text.trim() === '', `UnexpectedText: ${parent.name}`)
}

/** What is wrong with a link of Atom, in either format. */
function linkFaults({ attributes, text }: Element, place: 'feed' | 'entry', { add, must }: Collector): void {
  const { rel = 'alternate', href, type } = attributes
  must(RELATIONS.has(rel) || addressFaults(rel).length === 0, `UnregisteredAtomLinkRel: ${rel}`)
  must(text.trim() === '', 'AtomLinkNotEmpty')
  if (type !== undefined) add('link', mimeFaults(type))
  const isFeed = /^application\/(?:atom|rss|rdf)\+xml/.test(type ?? 'application/atom+xml')
  must(rel !== 'self' || isFeed, 'SelfNotAtom')
  must(href, 'MissingHref')
  if (href) add(`link ${rel}`, addressFaults(href))
  const isPaging = /^(?:current|first|last|next|previous|(?:next|prev)-archive)$/.test(rel)
  must(place === 'feed' || !isPaging, `FeedHistoryRelInEntry: ${rel}`)
}

function selfFaults(links: readonly Element[], self: string, { must }: Collector): void {
  const own = links.filter((link) => link.attributes.rel === 'self')
  must(own.length > 0, 'MissingSelf')
  must(
    own.every((link) => link.attributes.href === self),
    'SelfDoesntMatchLocation',
  )
}

/** What the W3C validator would object to in an RSS 2.0 document read at `self`; empty when nothing. */
export function rssFaults(xml: string, self: string, nowMs = Date.now()): string[] {
  const found = collector()
  const { faults, must, add } = found
  faults.push(...xmlFaults(xml))
  if (faults.some((fault) => fault.startsWith('SAXError'))) return faults
  const rss = childrenNamed(parseXml(xml), 'rss')[0]
  const channel = childrenNamed(rss, 'channel')[0]
  must(rss?.attributes.version === '2.0', 'InvalidRSSVersion')
  if (!rss || !channel) return [...faults, 'MissingElement: channel']
  must(rss.children.length === 1, 'UndefinedElement: rss')
  childFaults(channel, CHANNEL, found)
  must(childrenNamed(channel, 'title').length > 0, 'MissingTitle')
  must(childrenNamed(channel, 'link').length > 0, 'MissingLink')
  must(childrenNamed(channel, 'description').length > 0, 'MissingDescription')
  must(textOf(channel, 'title') !== '', 'NotBlank: title')
  for (const name of ['title', 'description', 'copyright'])
    add(`channel ${name}`, plainFaults(textOf(channel, name) ?? ''))
  add('channel link', addressFaults(textOf(channel, 'link') ?? ''))
  must(textOf(channel, 'language') !== undefined, 'MissingDCLanguage')
  add('language', languageFaults(textOf(channel, 'language') ?? 'en'))
  for (const name of ['lastBuildDate', 'pubDate'])
    for (const { text } of childrenNamed(channel, name)) add(name, rfc2822Faults(text, nowMs))
  const links = childrenNamed(channel, 'atom:link')
  for (const link of links) linkFaults(link, 'feed', found)
  selfFaults(links, self, found)
  const firstItem = channel.children.findIndex(({ name }) => name === 'item')
  const lastOther = channel.children.findLastIndex(({ name }) => name !== 'item')
  must(firstItem < 0 || lastOther < firstItem, 'MisplacedItem')
  const guids = new Set<string>()
  for (const item of childrenNamed(channel, 'item')) itemFaults(item, guids, { found, nowMs })
  return faults
}

function itemFaults(item: Element, guids: Set<string>, { found, nowMs }: { found: Collector; nowMs: number }): void {
  const { must, add } = found
  childFaults(item, ITEM, found)
  const has = (name: string) => childrenNamed(item, name).length > 0
  must(has('title') || has('description'), 'ItemMustContainTitleOrDescription')
  must(textOf(item, 'title') !== '', 'NotBlank: item title')
  add('item title', plainFaults(textOf(item, 'title') ?? ''))
  for (const name of ['link', 'comments'])
    for (const { text } of childrenNamed(item, name)) add(name, addressFaults(text))
  for (const { text } of childrenNamed(item, 'pubDate')) add('pubDate', rfc2822Faults(text, nowMs))
  for (const name of ['description', 'content:encoded']) add(name, htmlFaults(textOf(item, name) ?? ''))
  const order = item.children.map(({ name }) => name)
  const [description, content] = [order.indexOf('description'), order.indexOf('content:encoded')]
  must(content < 0 || (description >= 0 && description < content), 'NeedDescriptionBeforeContent')
  for (const { text } of childrenNamed(item, 'category')) {
    must(text !== '', 'NotBlank: category')
    add('category', plainFaults(text))
  }
  for (const { text } of childrenNamed(item, 'author')) must(/^\S+@\S+\.\S+ \(.+\)$/.test(text), 'InvalidContact')
  for (const [
    core,
    extension,
  ] of [['author', 'dc:creator'], ['category', 'dc:subject'], ['pubDate', 'dc:date'], ['guid', 'atom:id']] as const) // biome-ignore format: a table
    must(!has(core) || !has(extension), `DuplicateItemSemantics: ${core} ${extension}`)
  for (const { text } of childrenNamed(item, 'dc:language')) add('dc:language', languageFaults(text))
  for (const { text, attributes } of childrenNamed(item, 'source')) {
    must(attributes.url, 'MissingAttribute: source url')
    add('source url', addressFaults(attributes.url ?? 'http://a.example/'))
    add('source', plainFaults(text))
  }
  for (const { attributes } of childrenNamed(item, 'enclosure')) {
    must(/^\d+$/.test(attributes.length ?? ''), 'InvalidIntegerAttribute: enclosure length')
    add('enclosure', mimeFaults(attributes.type ?? ''))
    must(/^https?:/.test(attributes.url ?? ''), 'InvalidURLAttribute: enclosure url')
  }
  for (const link of childrenNamed(item, 'atom:link')) linkFaults(link, 'entry', found)
  guidFaults(childrenNamed(item, 'guid')[0], guids, found)
}

function guidFaults(guid: Element | undefined, guids: Set<string>, { must, add }: Collector): void {
  must(guid, 'MissingGuid')
  if (!guid) return
  const { isPermaLink = 'true' } = guid.attributes
  must(/^(?:true|false)$/.test(isPermaLink), 'InvalidBooleanAttribute: isPermaLink')
  must(guid.text !== '', 'NotBlank: guid')
  must(!guids.has(guid.text), 'DuplicateValue: guid')
  guids.add(guid.text)
  if (isPermaLink === 'false') {
    must(!/^\d{1,8}$/.test(guid.text), 'NotSufficientlyUnique')
    return
  }
  must(!/^(?:tag|urn:uuid):/i.test(guid.text), 'InvalidPermalink')
  add(
    'guid',
    addressFaults(guid.text).map(() => 'InvalidHttpGUID'),
  )
}

const FEED = ['id', 'title', 'subtitle', 'updated', 'link', 'author', 'contributor', 'category', 'generator', 'icon', 'logo', 'rights', 'entry'] // biome-ignore format: a table
const ENTRY = ['id', 'title', 'updated', 'published', 'link', 'author', 'contributor', 'category', 'rights', 'source', 'summary', 'content', 'media:content'] // biome-ignore format: a table

/** The same for Atom 1.0. Two entries of one moment are let pass: the validator's "should" would make times up. */
export function atomFaults(xml: string, self: string, nowMs = Date.now()): string[] {
  const found = collector()
  const { faults, must, add } = found
  faults.push(...xmlFaults(xml))
  if (faults.some((fault) => fault.startsWith('SAXError'))) return faults
  const feed = childrenNamed(parseXml(xml), 'feed')[0]
  if (!feed) return [...faults, 'MissingElement: feed']
  must(feed.attributes.xmlns === 'http://www.w3.org/2005/Atom', 'InvalidNamespace')
  must(feed.attributes['xml:lang'] !== undefined, 'MissingDCLanguage')
  add('xml:lang', languageFaults(feed.attributes['xml:lang'] ?? 'en'))
  childFaults(feed, FEED, found)
  constructFaults(feed, { found, nowMs })
  const links = childrenNamed(feed, 'link')
  for (const link of links) linkFaults(link, 'feed', found)
  selfFaults(links, self, found)
  const hasAuthor = childrenNamed(feed, 'author').length > 0
  const ids = new Set<string>()
  for (const entry of childrenNamed(feed, 'entry')) {
    childFaults(entry, ENTRY, found)
    constructFaults(entry, { found, nowMs })
    must(hasAuthor || childrenNamed(entry, 'author').length > 0, 'MissingElement: author')
    const id = textOf(entry, 'id') ?? ''
    must(!ids.has(id), 'DuplicateEntries')
    ids.add(id)
    for (const link of childrenNamed(entry, 'link')) linkFaults(link, 'entry', found)
    const alternates = childrenNamed(entry, 'link').filter(
      ({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate',
    )
    const kinds = new Set(alternates.map(({ attributes }) => `${attributes.type} ${attributes.hreflang}`))
    must(kinds.size === alternates.length, 'DuplicateAtomLink')
    const content = childrenNamed(entry, 'content')[0]
    must(content || alternates.length > 0, 'MissingContentOrAlternate')
    must(!content?.attributes.src || childrenNamed(entry, 'summary').length > 0, 'MissingSummary')
    must(content || childrenNamed(entry, 'summary').length > 0, 'MissingTextualContent')
    if (entry.attributes['xml:lang'] !== undefined) add('entry xml:lang', languageFaults(entry.attributes['xml:lang']))
  }
  return faults
}

/** Ids, times, people, categories and texts, of a feed or an entry alike. */
function constructFaults(element: Element, { found, nowMs }: { found: Collector; nowMs: number }): void {
  const { must, add } = found
  for (const name of ['id', 'title', 'updated'])
    must(childrenNamed(element, name).length > 0, `MissingElement: ${element.name} ${name}`)
  for (const { text } of childrenNamed(element, 'id')) add('id', addressFaults(text))
  for (const name of ['updated', 'published'])
    for (const { text } of childrenNamed(element, name)) add(name, rfc3339Faults(text, nowMs))
  for (const name of ['title', 'subtitle', 'summary', 'content', 'rights'])
    for (const { attributes, text } of childrenNamed(element, name)) {
      const { type = 'text' } = attributes
      must(['text', 'html', 'xhtml'].includes(type) || name === 'content', `InvalidTextType: ${name}`)
      must(text !== '' || attributes.src, `NotBlank: ${name}`)
      add(name, type === 'html' ? htmlFaults(text) : plainFaults(text).map(() => 'ContainsUndeclaredHTML'))
    }
  for (const person of ['author', 'contributor'].flatMap((name) => childrenNamed(element, name))) {
    must(textOf(person, 'name'), `MissingElement: ${person.name} name`)
    for (const { text } of childrenNamed(person, 'uri')) add('uri', addressFaults(text))
  }
  for (const { attributes } of childrenNamed(element, 'category'))
    must(attributes.term, 'MissingAttribute: category term')
}

const HEAD_KEYS = ['version', 'title', 'home_page_url', 'feed_url', 'description', 'user_comment', 'next_url', 'icon', 'favicon', 'authors', 'language', 'expired', 'hubs', 'items'] // biome-ignore format: a table
const ITEM_KEYS = ['id', 'url', 'external_url', 'title', 'content_html', 'content_text', 'summary', 'image', 'banner_image', 'date_published', 'date_modified', 'authors', 'tags', 'language', 'attachments'] // biome-ignore format: a table

type Json = Record<string, unknown>

/** The same for JSON Feed 1.1. **Source:** jsonfeed.org/version/1.1 */
export function jsonFeedFaults(text: string, self: string, nowMs = Date.now()): string[] {
  const { faults, must, add } = collector()
  const feed = JSON.parse(text) as Json
  must(feed.version === 'https://jsonfeed.org/version/1.1', 'version')
  must(typeof feed.title === 'string' && feed.title !== '', 'title')
  must(feed.feed_url === self, 'feed_url')
  const known = (json: Json, keys: readonly string[], where: string) =>
    Object.keys(json).forEach((key) => void must(keys.includes(key) || key.startsWith('_'), `${where} key ${key}`))
  known(feed, HEAD_KEYS, 'feed')
  for (const name of ['home_page_url', 'feed_url', 'next_url'])
    if (feed[name] !== undefined) add(name, addressFaults(String(feed[name])))
  if (feed.language !== undefined) add('language', languageFaults(String(feed.language)))
  for (const hub of (feed.hubs ?? []) as Json[])
    must(typeof hub.type === 'string' && addressFaults(String(hub.url)).length === 0, 'hubs')
  must(Array.isArray(feed.items), 'items')
  const ids = new Set<unknown>()
  for (const item of (Array.isArray(feed.items) ? feed.items : []) as Json[]) {
    known(item, ITEM_KEYS, 'item')
    must(typeof item.id === 'string' && item.id !== '' && !ids.has(item.id), 'item id')
    ids.add(item.id)
    must(typeof item.content_html === 'string' || typeof item.content_text === 'string', 'item content')
    add('content_html', htmlFaults(String(item.content_html ?? '')))
    for (const name of ['url', 'external_url', 'image', 'banner_image'])
      if (item[name] !== undefined) add(name, addressFaults(String(item[name])))
    for (const name of ['date_published', 'date_modified'])
      if (item[name] !== undefined) add(name, rfc3339Faults(String(item[name]), nowMs))
    for (const name of ['title', 'summary'])
      must(item[name] === undefined || typeof item[name] === 'string', `item ${name}`)
    for (const author of (item.authors ?? []) as Json[])
      must(author.name || author.url || author.avatar, 'author of nothing')
    must(
      ((item.tags ?? []) as unknown[]).every((tag) => typeof tag === 'string'),
      'item tags',
    )
    if (item.language !== undefined) add('item language', languageFaults(String(item.language)))
    for (const file of (item.attachments ?? []) as Json[])
      must(
        addressFaults(String(file.url)).length + mimeFaults(String(file.mime_type ?? '')).length === 0,
        'attachments',
      )
  }
  return faults
}
