import { foldSpace } from './embedded-html.ts'
import { innerBase, isWebUrl, joinUrl } from './join-url.ts'
import { readAttributes } from './markup-attributes.ts'
import { scanPage } from './page-tags.ts'
import { decodeReferences } from './references.ts'

/** A feed that a page names; `type` is its media type where the page says it. */
export type DiscoveredFeed = { url: string; title: string | null; type: string | null }

/** Feeds told of one page; sites with one feed for every tag name hundreds. */
const MAX_FOUND = 100
/** Longest text kept of a link, in UTF-16 units. */
const MAX_TEXT_UNITS = 200
const FEED_TYPE = /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|application\/x-rss\+xml|text\/rss\+xml)\b/iu
/** Types that feeds share with other documents: those count where the address is a feed's (JSON Feed 1.0 asked for the last). */
const SHARED_TYPE = /^(?:text\/xml|application\/(?:xml|json))\b/iu
const FEED_PATH =
  /(?:^|\/)(?:feeds?|rss|atom)(?:\/|$)|(?:^|[/_.-])(?:rss2?|atom|feeds?|rdf|index)\.(?:xml|rdf|atom|json|rss)$|\.(?:rss|atom|rdf)$/iu
const FEED_QUERY = /[?&](?:feed|format|type|output|alt)=(?:rss2?|atom|feed|rdf)\b/iu
/** Services that take a feed's address: a link to them is about a feed, but is none. */
const SERVICE_HOST = /(?:^|\.)(?:feedly|inoreader|newsblur|netvibes|facebook|twitter|x|addtoany)\.com$/iu

/**
 * Feeds that a page names, surest first: `link rel=alternate` of a feed's type in their order, then links that look like feeds.
 * Addresses are absolute (against `base href` where there is one), each once. Comment feeds come last.
 */
export function discoverFeeds(html: string, url: string): DiscoveredFeed[] {
  const declared = new Map<string, DiscoveredFeed>()
  const linked = new Map<string, DiscoveredFeed>()
  let base: string | null = url
  let open: DiscoveredFeed | null = null
  const add = (found: Map<string, DiscoveredFeed>, feed: DiscoveredFeed): void => {
    if (isWebUrl(feed.url) && found.size < MAX_FOUND && !found.has(feed.url)) found.set(feed.url, feed)
  }
  scanPage(html, {
    startTag: (name, source) => {
      const tag = name.toLowerCase()
      if (tag !== 'base' && tag !== 'link' && tag !== 'a') return
      const attributes = new Map([...readAttributes(source)].map(([key, value]) => [key.toLowerCase(), value.trim()]))
      const href = attributes.get('href')
      if (!href) return
      if (tag === 'base') base = innerBase(url, href)
      const feed = {
        url: joinUrl(base, href.replace(/^feed:(?:\/\/)?(?=https?:)/iu, '')),
        title: attributes.get('title') || null,
        type: attributes.get('type') || null,
      }
      if (tag === 'link' && isFeedLink(attributes.get('rel') ?? '', feed)) add(declared, feed)
      if (tag === 'a' && looksLikeFeed(feed)) {
        open = feed
        add(linked, feed)
      }
    },
    endTag: (name) => {
      if (name.toLowerCase() === 'a') open = null
    },
    text: (raw) => {
      if (open && (open.title ?? '').length < MAX_TEXT_UNITS)
        open.title = foldSpace(`${open.title ?? ''} ${decodeReferences(raw)}`) || null
    },
  })
  const all = [...declared.values(), ...[...linked.values()].filter((feed) => !declared.has(feed.url))]
  return [...all.filter((feed) => !isCommentFeed(feed)), ...all.filter(isCommentFeed)]
}

function isFeedLink(relation: string, feed: DiscoveredFeed): boolean {
  const relations = relation.toLowerCase().split(/\s+/u)
  if (relations.includes('feed')) return true
  if (!relations.includes('alternate') || relations.includes('stylesheet') || feed.type === null) return false
  return FEED_TYPE.test(feed.type) || (SHARED_TYPE.test(feed.type) && looksLikeFeed(feed))
}

function looksLikeFeed({ url, type }: DiscoveredFeed): boolean {
  if (type !== null && FEED_TYPE.test(type)) return true
  if (!URL.canParse(url)) return false
  const { hostname, pathname, search } = new URL(url)
  if (SERVICE_HOST.test(hostname)) return false
  return FEED_PATH.test(pathname) || FEED_QUERY.test(search) || /^(?:feeds?|rss)\./iu.test(hostname)
}

function isCommentFeed({ url, title }: DiscoveredFeed): boolean {
  return /\/comments?\//iu.test(url) || /\bcomments?\b/iu.test(title ?? '')
}
