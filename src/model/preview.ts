import type { ReadIssue } from './entry.ts'
import type { Section } from './tag.ts'

/** What an address was taken for. */
export type PreviewedAs = 'feed' | 'listing' | 'sitemap' | 'page' | 'feed-list' | 'nothing'

/** One entry as it would look if its source were added. */
export type PreviewEntry = {
  title: string
  url: string | null
  /** As the feed or page claims it, RFC 3339 cut to its precision; null where nothing is claimed. */
  published: string | null
  /** The first words of its text. */
  summary: string
  wordCount: number
  /** Where the text is from; `none`: nothing could be read, `reason` says why. */
  from: 'feed' | 'page' | 'none'
  language: string
  section: Section | 'not_news'
  tags: readonly string[]
  /** Why its page gave no text, or nothing was read at all; null where there is nothing to say. */
  reason: string | null
}

/** What stands at an address, looked at once and stored nowhere else. */
export type Preview = {
  /** As it was asked for. */
  url: string
  took: PreviewedAs
  /** Why it is nothing; null for what is something. */
  reason: string | null
  /** What would be read from then on: the feed that a site names, the address itself, or where it has moved to for good. */
  address: string
  title: string | null
  siteUrl: string | null
  language: string | null
  /** Feeds that the page names, the one that is shown first. */
  feeds: readonly { url: string; title: string | null }[]
  /** Entries in the document, and of those the newest as they would look. */
  entryCount: number
  entries: readonly PreviewEntry[]
  /** New entries a week, by the dates that they claim; null where too few claim one. */
  perWeek: number | null
  /** What is wrong with the document, and was read all the same. */
  issues: readonly ReadIssue[]
  /** Whether robots.txt lets pages of these entries be read; null where no page was asked for. */
  robots: 'allowed' | 'refused' | null
}
