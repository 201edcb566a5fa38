import type { Block } from '../../model/block.ts'
import type { EpochMs } from '../../model/time.ts'
import { cleanText } from './xml.ts'

/** One list of the site as a feed, before it is written in any format. Every URL is absolute. */
export type OutFeed = {
  /** Names the list for ever, in every format: the address of its page. */
  id: string
  title: string
  description: string
  /** The page that shows the same list. */
  pageUrl: string
  /** Where this very document is read. */
  selfUrl: string
  /** Where somebody asks to be told of changes; null where nobody tells. */
  hubUrl: string | null
  /** BCP 47. */
  language: string
  /** Newest change of what the list shows; the beginning of the day where it is empty. */
  updatedMs: EpochMs
  entries: readonly OutEntry[]
}

/** One entry of a list. `title`, `summary` and `reason` are plain text; HTML is made from `blocks` alone. */
export type OutEntry = {
  /** Never changes for this entry: its page on this site, or a `tag:` URI where it has no page of its own. */
  id: string
  url: string
  title: string
  summary: string
  /** Why it stands in the list; null where the list is in order of time. */
  reason: string | null
  /** The whole text, or null where only the summary is given. */
  blocks: readonly Block[] | null
  /** Where this site shows the pictures of `blocks`, by their own addresses; absent where it shows none. */
  pictures?: Readonly<Record<string, string>>
  /** Where the text was first read, when it is one article of somebody else. */
  originUrl: string | null
  publishedMs: EpochMs
  updatedMs: EpochMs
  authors: readonly string[]
  categories: readonly string[]
  language: string | null
}

/** Whether a moment has a year of four digits, the only one that feeds can write: texts claim the strangest dates. **Source:** RFC 3339 §1. */
export function isWritable(atMs: EpochMs): boolean {
  return atMs >= FIRST_YEAR_MS && atMs < YEAR_10000_MS
}

const [FIRST_YEAR_MS, YEAR_10000_MS] = [Date.parse('0001-01-01T00:00:00Z'), Date.UTC(10_000, 0)]

/** What an entry is called; its address where its title has nothing to see. */
export function titleOf({ title, url }: Pick<OutEntry, 'title' | 'url'>): string {
  return cleanText(title).trim() || url
}

export type FeedFormat = 'rss' | 'atom' | 'json'

/** Content types as each format's registration has them. **Source:** RFC 4287 §7, JSON Feed 1.1 §"File extension". */
export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
}
