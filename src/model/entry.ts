/** The shape that bytes turned out to have. */
export type SourceFormat =
  | 'rss'
  | 'rdf'
  | 'atom'
  | 'json-feed'
  | 'opml'
  | 'sitemap'
  | 'html'
  | 'text'
  | 'jsonl'
  | 'warc'
  | 'unknown'

/** A person as a feed names one; each part is null where the feed does not say. */
export type Person = { name: string | null; email: string | null; uri: string | null }

export type Category = { term: string | null; scheme: string | null; label: string | null }

/** A file that an entry carries; `length` in bytes, null where unknown. */
export type Enclosure = { url: string; type: string | null; length: number | null }

/** What a feed says of itself. URLs are absolute where a base was known; times are RFC 3339. */
export type FeedMeta = {
  title: string | null
  link: string | null
  description: string | null
  language: string | null
  published: string | null
  updated: string | null
  authors: readonly Person[]
  categories: readonly Category[]
  image: string | null
  /** WebSub hub to subscribe at. */
  hub: string | null
  /** The feed's own address, by its own word. */
  self: string | null
  /** Minutes that the feed asks readers to wait between polls (`ttl`, `sy:updatePeriod`), null where it does not say. */
  ttlMinutes: number | null
}

/**
 * One item of a feed, as found: claims, not facts.
 * `title`, `summary` and `content` may hold the feed's HTML; `titleText` is the title as plain text.
 */
export type Entry = {
  /** The feed's own guid: unique in its feed at most. */
  id: string | null
  url: string | null
  title: string | null
  titleText: string | null
  summary: string | null
  content: string | null
  authors: readonly Person[]
  published: string | null
  updated: string | null
  categories: readonly Category[]
  enclosures: readonly Enclosure[]
  comments: string | null
  language: string | null
  /** A podcast's second line (`itunes:subtitle`); absent where there is none. It is the summary too where there is no other. */
  subtitle?: string
  /** Comments counted by the feed itself (`slash:comments`, `thr:total`). */
  commentCount?: number
  /** Where it happened, in degrees of WGS 84, by the feed's own word (`georss:point`, `geo:lat` with `geo:long`). */
  place?: { latitude: number; longitude: number }
}

/** Something that was wrong with a document and was read all the same. `detail` is at most 200 characters. */
export type ReadIssue = { reason: string; detail: string }

/** What the reader makes of one document's bytes. Never an error: ill-formed input is an issue. */
export type ReadDocument = {
  format: SourceFormat
  feed: FeedMeta
  entries: readonly Entry[]
  issues: readonly ReadIssue[]
}

/** One subscription of an OPML list; `folder` is the path of outline titles above it, outermost first. */
export type OpmlFeed = { url: string; title: string | null; siteUrl: string | null; folder: readonly string[] }
