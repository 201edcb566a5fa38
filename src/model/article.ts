import type { Block } from './block.ts'
import type { DatePrecision, EpochMs } from './time.ts'

/** Where on a page a claim was read: `json-ld`, `meta:article:published_time`, `time`, `url`, `text`, `feed`, `line`, … */
export type ClaimPlace = string

/** A date that a page or feed states about itself, kept as found. `iso` is RFC 3339 cut to its precision (`2025-04-11` for a day). */
export type DateClaim = {
  role: 'published' | 'modified'
  found: string
  from: ClaimPlace
  iso: string
  /** Start of what was written, in UTC; a claim without a zone is read as UTC. */
  atMs: EpochMs
  precision: DatePrecision
}

export type DateDoubtReason =
  | 'weekday' // the text speaks of its own day by another weekday
  | 'future' // later than the moment it was read
  | 'before-the-web' // before 1995
  | 'text-dates' // the text's own dates and years point elsewhere
  | 'earlier-copy' // the same text stood elsewhere, long before
  | 'claims-differ' // the page contradicts itself by more than a day

/** Why a claimed date is not believed; `detail` is a sentence for the reader. */
export type DateDoubt = { reason: DateDoubtReason; detail: string }

/**
 * A word that somebody put into text that was right without it.
 * `at` counts UTF-16 units into the *mended* text or title, where `mended` now stands in place of `found`.
 */
export type Repair = {
  kind: 'injected-word'
  field: 'text' | 'title'
  /** As the page had it, with the neighbouring word it was glued to: `TrendPulseon`. */
  found: string
  at: number
  /** What stands there now: `on`; empty where a whole word was taken out. */
  mended: string
  /** The injected word alone: `TrendPulse`. */
  brand: string
}

export type PageLink = { title: string; url: string | null }

/** The page's own lists of other pages, recognised as such and kept out of the text. */
export type PageLists = {
  related: readonly PageLink[]
  ranking: readonly PageLink[]
  recommendation: readonly PageLink[]
}

/** Where else a page says that its text stands, and where it goes on; absolute addresses, null where the page does not say. */
export type PageLinks = {
  canonical: string | null
  /** The same text for telephones. */
  amp: string | null
  /** The page itself is such a one. */
  isAmp: boolean
  /** The following page of the same text: this page's address with the next number. */
  next: string | null
}

export type ReactionCount = { label: string; count: number }

export type PageKind =
  | 'article'
  | 'listing'
  | 'forum'
  | 'live-blog'
  | 'product'
  | 'service' // what somebody offers to do
  | 'documentation'
  | 'other'

/** Everything that a page says, as found and mended; what `extract` gives. Absent parts are null or empty. */
export type ExtractedArticle = {
  url: string | null
  kind: PageKind
  title: string | null
  /** The brand that stands before the headline on the page ("TrendPulse|…"). */
  channel: string | null
  siteName: string | null
  byline: readonly string[]
  /** The page's own breadcrumb, outermost first: a claim. */
  section: readonly string[]
  dates: readonly DateClaim[]
  /** Best published claim, with the precision found; null where the page has none. */
  published: string | null
  modified: string | null
  publishedFrom: ClaimPlace | null
  doubts: readonly DateDoubt[]
  /** BCP 47 as the page declares it; null where it does not. */
  language: string | null
  /** Mended body: paragraphs parted by one empty line; no title, byline, captions, teasers or lists. */
  text: string
  blocks: readonly Block[]
  image: string | null
  /** The page's own tags. */
  tags: readonly string[]
  reactions: readonly ReactionCount[]
  lists: PageLists
  repairs: readonly Repair[]
  /** The page's own view count, null where it has none. */
  views: number | null
  /** News agencies that the text credits ("told The Associated Press"), most clearly credited first. */
  agencies: readonly string[]
  /**
   * 0 to 1: how right `text` is likely to be. Calibrated: it is the F1 over word runs that texts told so reach on average on pages of
   * hosts that nothing was learnt from. Below DOUBTFUL_CONFIDENCE readers are told.
   */
  confidence: number
  /** Absent where the page was no HTML. */
  links?: PageLinks
  /** `feed` where the text came from a feed alone: such an article changes with its feed. */
  readFrom?: 'feed'
}

/** Pages below this confidence are told as doubtful: out of fold one in eight of all pages, their texts reach F1 .58 on average (docs/decisions/page-kinds.md). */
export const DOUBTFUL_CONFIDENCE = 0.8

export type ExtractFailure = 'empty' | 'not-text' | 'no-text' | 'too-large' | 'too-deep' | 'timeout'
