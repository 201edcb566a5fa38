import { createRequire } from 'node:module'
import type { Category, Enclosure, Person } from '../../src/model/entry.ts'
import type { FeedAnswer } from '../reading/feed-measures.ts'

/** Reads one feed that has been decoded already; may throw. */
export type FeedReader = (xml: string) => Promise<FeedAnswer> | FeedAnswer

// The packages stand in this folder's node_modules; what they give is looked at value by value.
const installed = createRequire(import.meta.url)

/** Parsers to compare with, by name; each loads its package when it is asked for. */
export const FEED_PEERS: Readonly<Record<string, () => FeedReader>> = {
  feedsmith: () => {
    const { parseFeed }: { parseFeed: (xml: string) => { feed: unknown } } = installed('feedsmith')
    return (xml) => answerOf(parseFeed(xml).feed, ['items', 'entries'])
  },
  '@rowanmanning/feed-parser': () => {
    const { parseFeed }: { parseFeed: (xml: string) => { toJSON: () => unknown } } =
      installed('@rowanmanning/feed-parser')
    return (xml) => answerOf(parseFeed(xml).toJSON(), ['items'])
  },
  'rss-parser': () => {
    const RssParser: new () => { parseString: (xml: string) => Promise<unknown> } = installed('rss-parser')
    const parser = new RssParser()
    return async (xml) => answerOf(await parser.parseString(xml), ['items'])
  },
}

type Found = Readonly<Record<string, unknown>>

/** A peer's feed in this project's shape, each field from wherever one of the peers keeps it. */
function answerOf(found: unknown, lists: readonly string[]): FeedAnswer {
  const feed = objectOf(found)
  const entries = lists.flatMap((name) => listOf(feed[name])).map(objectOf)
  return {
    feed: {
      ...shared(feed),
      link: first(feed, 'url', 'link') ?? linkOf(feed),
      description: first(feed, 'description', 'subtitle', 'tagline', 'itunes.summary', 'itunes.subtitle', 'dc.descriptions'),
    },
    entries: entries.map((entry) => ({
      ...shared(entry),
      url: first(entry, 'url', 'link') ?? linkOf(entry),
      summary: first(entry, 'description', 'summary', 'itunes.summary', 'itunes.subtitle', 'dc.descriptions', 'media.description', 'media.group.description'),
      content: first(entry, 'content.encoded', 'content:encoded', 'content'),
      comments: first(entry, 'comments'),
      enclosures: enclosuresOf(entry),
    })),
  } // biome-ignore format: the places of a field in one line
}

function shared(found: Found) {
  return {
    id: first(found, 'id', 'guid', 'rdf.about'),
    title: first(found, 'title', 'dc.titles', 'media.title'),
    language: first(found, 'language', 'dc.languages'),
    published: first(found, 'published', 'pubDate', 'issued', 'dcterms.issued', 'dcterms.created', 'dc.dates'),
    updated: first(found, 'updated', 'lastBuildDate', 'modified', 'dcterms.modified', 'dc.dates'),
    authors: authorsOf(found),
    categories: categoriesOf(found),
  }
}

function authorsOf(found: Found): Person[] {
  const single = found.author ?? found.managingEditor ?? found.creator
  const all = [...listOf(found.authors), ...listOf(objectOf(found.dc).creators), ...(single ? [single] : [])]
  return all.map((author) => ({
    name: typeof author === 'string' ? author : first(objectOf(author), 'name'),
    email: first(objectOf(author), 'email'),
    uri: first(objectOf(author), 'uri', 'url'),
  }))
}

function categoriesOf(found: Found): Category[] {
  return [
    ...listOf(found.categories),
    ...listOf(objectOf(found.dc).subjects),
    ...listOf(objectOf(found.media).categories),
  ].map((category) => {
    const one = objectOf(category)
    return {
      term: typeof category === 'string' ? category : first(one, 'term', 'name', 'content', '_'),
      scheme: first(one, 'scheme', 'domain', 'url', '$.domain'),
      label: first(one, 'label'),
    }
  })
}

function enclosuresOf(entry: Found): Enclosure[] {
  const linked = listOf(entry.links).filter((link) => objectOf(link).rel === 'enclosure')
  const single = entry.enclosure ? [entry.enclosure] : []
  return [...listOf(entry.enclosures), ...linked, ...listOf(entry.media), ...single].map((file) => {
    const one = objectOf(file)
    return {
      url: first(one, 'url', 'href') ?? '',
      type: first(one, 'mimeType', 'type'),
      length: one.length === undefined || one.length === null ? null : Number(one.length),
    }
  })
}

function linkOf(found: Found): string | null {
  const links = listOf(found.links).map(objectOf)
  const chosen = links.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links[0]
  return chosen ? first(chosen, 'href') : null
}

const objectOf = (value: unknown): Found => (typeof value === 'object' && value !== null ? (value as Found) : {})
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The text at the first of these paths that has one, also where it stands in a list or in an object's `value`; null where none has. */
function first(found: Found, ...paths: readonly string[]): string | null {
  for (const path of paths) {
    let value: unknown = found[path]
    if (value === undefined) value = path.split('.').reduce<unknown>((inner, key) => objectOf(inner)[key], found)
    if (Array.isArray(value)) value = value[0]
    const text = typeof value === 'string' ? value : objectOf(value).value
    if (typeof text === 'string') return text
  }
  return null
}
