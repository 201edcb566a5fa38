import type {
  DateClaim,
  ExtractedArticle,
  ExtractFailure,
  PageKind,
  PageLinks,
  PageLists,
  ReactionCount,
} from '../model/article.ts'
import type { Block } from '../model/block.ts'
import type { EpochMs } from '../model/time.ts'
import { creditedAgencies } from './agencies.ts'
import { blocksText } from './blocks-text.ts'
import { dateDoubts } from './date-doubts.ts'
import { mendBrands } from './mend-brands.ts'

/** What was read off a page or an entry, before anything is mended or judged. */
export type PageReading = {
  url: string | null
  kind: PageKind
  title: string | null
  channel: string | null
  siteName: string | null
  byline: readonly string[]
  section: readonly string[]
  /** Best claim first within each role. */
  dates: readonly DateClaim[]
  language: string | null
  blocks: readonly Block[]
  image: string | null
  tags: readonly string[]
  reactions: readonly ReactionCount[]
  lists: PageLists
  views: number | null
  confidence: number
  links?: PageLinks
}

/** An article, or why there is none; `said` is then what the page says of itself (title, dates, authors), where that could be read. */
export type Extraction =
  | { ok: true; value: ExtractedArticle }
  | { ok: false; reason: ExtractFailure; detail: string; said?: ExtractedArticle }

/** Mends injected words in title and text, chooses and doubts the dates, and names the agencies. Fails with `no-text` where no word is left. */
export function finishArticle(reading: PageReading, nowMs: EpochMs): Extraction {
  const { title, blocks, repairs } = mendBrands(reading)
  const text = blocksText(blocks)
  const published = reading.dates.find(({ role }) => role === 'published') ?? null
  const modified = reading.dates.find(({ role }) => role === 'modified') ?? null
  const value: ExtractedArticle = {
    ...reading,
    title,
    blocks,
    text,
    repairs,
    published: published?.iso ?? null,
    publishedFrom: published?.from ?? null,
    modified: modified?.iso ?? null,
    doubts: dateDoubts(published, reading.dates, text, nowMs),
    agencies: creditedAgencies(text),
  }
  if (text.trim() !== '') return { ok: true, value }
  return { ok: false, reason: 'no-text', detail: 'the page holds no readable text', said: value }
}
