import { type RawBuilder, sql } from 'kysely'
import type { EpochMs } from '../model/time.ts'
import type { Store } from './store.ts'

/** Who told a story first: the earliest article that is shown. `summary` begins the text that gives the story its headline. */
export type FirstTelling = {
  storyId: number
  key: string
  source: string
  publishedMs: EpochMs
  summary: string
  /** Picture of the text that gives the headline, else of the first; null where neither has one. */
  image: string | null
  /** Whose text it is, as readers hide it: the feed's number, or the owner where it came by none. */
  from: string
  /** Slugs of what the headline's text is most about, parted by spaces; null where nothing is named, or where nobody asked. */
  about: string | null
}

/** Tags by which readers can hide a story: more would hide what is hardly about them. */
const ABOUT_TAGS = 5

/** What an article is most about, as `about` of a telling has it. `lead` is the alias of an article in the query around it. Key: article_tag (article_id, tag_id). */
export function aboutTags(isAsked: boolean): RawBuilder<string | null> {
  if (!isAsked) return sql`cast(null as text)`
  return sql`(select string_agg(named.slug, ' ') from (
      select t.slug from article_tag g join tag t on t.id = g.tag_id where g.article_id = lead.id and g.mentions > 0
      order by g.salience desc, g.tag_id limit ${ABOUT_TAGS}) as named)`
}

/** The earliest article of each story, by story id; with what it is about where `withTags` asks for it. One query. Index: article_story. */
export async function firstTellings(
  store: Store,
  storyIds: readonly number[],
  withTags = false,
): Promise<Map<number, FirstTelling>> {
  if (storyIds.length === 0) return new Map()
  const { rows } = await sql<FirstTelling>`
    select a.story_id as "storyId", a.key, coalesce(a.source_title, a.owner) as source, a.published_ms as "publishedMs",
      coalesce(lead.summary, a.summary) as summary, coalesce(lead.image, a.image) as image,
      coalesce(cast(a.feed_id as text), a.owner) as "from", ${aboutTags(withTags)} as about
    from story s join article a on a.id = (
      select b.id from article b where b.story_id = s.id and b.hidden = 0 order by b.published_ms, b.id limit 1)
    left join article lead on lead.id = s.lead_article_id
    where s.id in (${sql.join(storyIds)}) order by s.id`.execute(store.read)
  return new Map(rows.map((row) => [row.storyId, row]))
}

/** One article of a story as the explanation of its rank shows it. */
export type ExplainedVote = {
  key: string
  title: string
  owner: string
  publishedMs: EpochMs
  isCopy: boolean
  /** Articles of this owner in the day before, itself among them. */
  dailyItems: number
}

/** The newest articles of a story with what each weighs by, newest first. One query. Indexes: article_story, article_owner. */
export async function explainedVotes(store: Store, storyId: number, limit: number): Promise<ExplainedVote[]> {
  const { rows } = await sql<Omit<ExplainedVote, 'isCopy'> & { copyOf: number | null }>`
    select a.key, a.title, a.owner, a.published_ms as "publishedMs", a.copy_of as "copyOf",
      (select count(*) from article b where b.owner = a.owner and b.published_ms > a.published_ms - 86400000
        and b.published_ms <= a.published_ms) as "dailyItems"
    from article a where a.story_id = ${storyId} and a.hidden = 0
    order by a.published_ms desc, a.id desc limit ${limit}`.execute(store.read)
  return rows.map(({ copyOf, ...row }) => ({ ...row, dailyItems: Number(row.dailyItems), isCopy: copyOf !== null }))
}
