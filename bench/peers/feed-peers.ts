import { createRequire } from 'node:module'
import type { Category, Enclosure, Person } from '../../src/model/entry.ts'
import type { FeedAnswer } from '../reading/feed-measures.ts'

/** Reads one feed that has been decoded already; may throw. */
export type FeedReader = (xml: string) => Promise<FeedAnswer> | FeedAnswer

// The packages stand in this folder's node_modules; what they give is looked at value by value.
const require = createRequire(import.meta.url)

/** Parsers to compare with, by name; each loads its package when it is asked for. */
export const FEED_PEERS: Readonly<Record<string, () => FeedReader>> = {
  feedsmith: () => {
    const { parseFeed }: { parseFeed: (xml: string) => { feed: unknown } } = require('feedsmith')
    return (xml) => answerOf(parseFeed(xml).feed, ['items', 'entries'])
  },
  '@rowanmanning/feed-parser': () => {
    const { parseFeed }: { parseFeed: (xml: string) => { toJSON: () => unknown } } =
      require('@rowanmanning/feed-parser')
    return (xml) => answerOf(parseFeed(xml).toJSON(), ['items'])
  },
  'rss-parser': () => {
    const RssParser: new () => { parseString: (xml: string) => Promise<unknown> } = require('rss-parser')
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
      link: textOf(feed, 'url') ?? textOf(feed, 'link') ?? linkOf(feed),
      description: textOf(feed, 'description') ?? textOf(feed, 'subtitle') ?? textOf(feed, 'tagline'),
    },
    entries: entries.map((entry) => ({
      ...shared(entry),
      id: textOf(entry, 'id') ?? textOf(entry, 'guid') ?? textOf(objectOf(entry.rdf), 'about'),
      url: textOf(entry, 'url') ?? textOf(entry, 'link') ?? linkOf(entry),
      summary: textOf(entry, 'description') ?? textOf(entry, 'summary') ?? textOf(entry, 'content:encodedSnippet'),
      content:
        textOf(objectOf(entry.content), 'encoded') ?? textOf(entry, 'content:encoded') ?? textOf(entry, 'content'),
      comments: textOf(entry, 'comments'),
      enclosures: enclosuresOf(entry),
    })),
  }
}

function shared(found: Found) {
  const dublin = objectOf(found.dc)
  return {
    title: textOf(found, 'title'),
    language: textOf(found, 'language') ?? textOf(dublin, 'language'),
    published:
      textOf(found, 'published') ??
      textOf(found, 'pubDate') ??
      textOf(found, 'issued') ??
      textOf({ date: listOf(dublin.dates)[0] }, 'date'),
    updated:
      textOf(found, 'updated') ??
      textOf(found, 'lastBuildDate') ??
      textOf(found, 'modified') ??
      textOf({ date: listOf(dublin.dates)[0] }, 'date'),
    authors: authorsOf(found),
    categories: categoriesOf(found),
  }
}

function authorsOf(found: Found): Person[] {
  const single = found.author ?? found.managingEditor ?? found.creator
  const all = [...listOf(found.authors), ...listOf(objectOf(found.dc).creators), ...(single ? [single] : [])]
  return all.map((author) => ({
    name: typeof author === 'string' ? author : textOf(objectOf(author), 'name'),
    email: textOf(objectOf(author), 'email'),
    uri: textOf(objectOf(author), 'uri') ?? textOf(objectOf(author), 'url'),
  }))
}

function categoriesOf(found: Found): Category[] {
  return [...listOf(found.categories), ...listOf(objectOf(found.dc).subjects)].map((category) => {
    const one = objectOf(category)
    return {
      term: typeof category === 'string' ? category : (textOf(one, 'term') ?? textOf(one, 'name') ?? textOf(one, '_')),
      scheme: textOf(one, 'scheme') ?? textOf(one, 'domain') ?? textOf(one, 'url') ?? textOf(objectOf(one.$), 'domain'),
      label: textOf(one, 'label'),
    }
  })
}

function enclosuresOf(entry: Found): Enclosure[] {
  const linked = listOf(entry.links).filter((link) => objectOf(link).rel === 'enclosure')
  const single = entry.enclosure ? [entry.enclosure] : []
  return [...listOf(entry.enclosures), ...linked, ...listOf(entry.media), ...single].map((file) => {
    const one = objectOf(file)
    return {
      url: textOf(one, 'url') ?? textOf(one, 'href') ?? '',
      type: textOf(one, 'mimeType') ?? textOf(one, 'type'),
      length: one.length === undefined || one.length === null ? null : Number(one.length),
    }
  })
}

function linkOf(found: Found): string | null {
  const links = listOf(found.links).map(objectOf)
  const chosen = links.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links[0]
  return chosen ? textOf(chosen, 'href') : null
}

const objectOf = (value: unknown): Found => (typeof value === 'object' && value !== null ? (value as Found) : {})
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A field's text, also where it stands in an object's `value`; null where there is none. */
function textOf(found: Found, key: string): string | null {
  const value = found[key]
  if (typeof value === 'string') return value
  const inner = objectOf(value).value
  return typeof inner === 'string' ? inner : null
}
