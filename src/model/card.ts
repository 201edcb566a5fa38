import type { ExtractedArticle } from './article.ts'
import type { CopyKind } from './copy.ts'
import type { Section, SectionReason, TagKind } from './tag.ts'
import type { EpochMs } from './time.ts'

/** One article as a row of a list. */
export type ArticleCard = {
  id: number
  key: string
  title: string
  url: string | null
  /** Whom it counts for (registrable host), and how that source calls itself. */
  owner: string
  sourceTitle: string | null
  feedId: number | null
  section: Section | 'not_news'
  language: string
  /** The time that lists order by: the claim where it can be believed, else first seen. */
  publishedMs: EpochMs
  claimedPublished: string | null
  doubtful: boolean
  firstSeenMs: EpochMs
  wordCount: number
  summary: string
  image: string | null
  storyId: number | null
  copyOf: number | null
  copyKind: CopyKind | null
  containment: number
  family: number | null
  redatedDays: number | null
  injectedCount: number
  credit: string | null
  views: number
  demo: boolean
  /** Labels by the owner's rules. */
  marks: readonly string[]
}

/** Everything that an article's page shows of the article itself. */
export type ArticleDetail = ArticleCard & {
  byline: readonly string[]
  version: number
  hidden: boolean
  /** Why it stands in its section; null for what was stored before reasons were, and in lists of many. */
  sectionReason: SectionReason | null
  /** Where it stood before a rule of the owner moved it; null where none did, and in lists of many. */
  movedFrom: Section | 'not_news' | null
  /** As extracted: claims, doubts, repairs, blocks, the page's own lists. */
  page: ExtractedArticle
}

/** One story as a row of a list. */
export type StoryCard = {
  id: number
  key: string
  title: string
  leadArticleId: number | null
  section: Section | 'not_news'
  language: string
  firstSeenMs: EpochMs
  lastSeenMs: EpochMs
  articleCount: number
  /** Texts that are no copy of another. */
  independentCount: number
  /** Owners of independent texts. */
  ownerCount: number
  copyCount: number
  rankKey: number
  /** Keys of each list of the ranking; that of the day is `rankKey`. */
  rankKeys: Readonly<Record<'hour' | 'day' | 'week', number>>
  burst: number
  reactionPositive: number
  reactionTotal: number
  /** Of the reactions, those that weigh in the ranking: a few of an address block. */
  weighedPositive: number
  weighedTotal: number
  /** How often its articles were read: once a day, device and article. */
  views: number
  demo: boolean
}

export type TagCard = {
  id: number
  slug: string
  name: string
  kind: TagKind
  articleCount: number
  lastSeenMs: EpochMs
}

/** A tag as it stands on one article; `kind` is what this article takes it for. */
export type ArticleTagCard = TagCard & {
  articleId: number
  salience: number
  mentions: number
  /** Of a country that the article does not name: the words that imply it. */
  impliedBy: string | null
}

export type FeedState = 'ok' | 'failing' | 'paused'
export type FeedRow = {
  id: number
  url: string
  kind: 'feed' | 'listing' | 'page' | 'file' | 'demo' | 'note'
  /** What its owner calls it, else what it calls itself. */
  title: string | null
  siteUrl: string | null
  language: string | null
  folder: string | null
  state: FeedState
  /** Why it fails, as a sentence; null when it does not. */
  reason: string | null
  /** The kind of its trouble, a word of a closed set; null where there is none. */
  problem: string | null
  failures: number
  /** Pause between polls that was learnt; the one that its owner wants stands in its place (null: none). */
  intervalMs: number
  givenIntervalMs: number | null
  lastPolledMs: EpochMs | null
  nextPollMs: EpochMs
  items: number
  addedMs: EpochMs
}

/** A burst as shown: what rose, when, how surprising, and what rises with it. */
export type BurstCard = {
  id: number
  key: string
  tickMs: EpochMs
  score: number
  seen: number
  expected: number
  windowHours: number
  /** False alarms a day over all keys at this score; null before enough is known. */
  falseRate: number | null
  risesWith: readonly string[]
}

export type PulseHour = { key: string; hourMs: EpochMs; seen: number; expected: number; score: number }
