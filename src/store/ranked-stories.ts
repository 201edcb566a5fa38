import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { StoryCard } from '../model/card.ts'
import { NOTES_OWNER } from '../model/note.ts'
import type { EpochMs } from '../model/time.ts'
import type { StoryTable } from './schema.ts'
import type { Engine, Store } from './store.ts'
import { storyOf } from './stories.ts'

/** Which ranking: by which key, of what; `fromKey` is the lowest key that a story with news since `sinceMs` can have. */
export type RankingFilter = {
  window: 'hour' | 'day' | 'week'
  sinceMs: EpochMs
  fromKey: number
  section?: string
  language?: string
  tagId?: number
  limit: number
}

const KEYS = { hour: sql.ref('rank_hour'), day: sql.ref('rank_key'), week: sql.ref('rank_week') }

/**
 * Stories that somebody tells in own words and that have news since a moment, by the key of their window, later id first on a tie; merged
 * ones left out. An index scan from the top, which `fromKey` ends. Indexes: story_ranked and its sisters story_ranked_section, _language,
 * _hour, _hour_section, _hour_language, _week, _week_section, _week_language; of a tag: article_tag_newest.
 */
export async function rankedInWindow(store: Store, filter: RankingFilter): Promise<StoryCard[]> {
  const { rows } = await rankedQuery(filter, store.engine).execute(store.read)
  return rows.map(storyOf)
}

/** The one query of `rankedInWindow`, by itself so that its plan can be looked at. */
export function rankedQuery(filter: RankingFilter, engine: Engine): RawBuilder<Selectable<StoryTable>> {
  const key = KEYS[filter.window]
  // Plus nothing: offered the index of the newest, PostgreSQL would gather a week of stories and sort them.
  const shown = sql`merged_into is null and owner_count > 0 and last_seen_ms + 0 >= ${filter.sinceMs}`
  const { section, language, tagId, limit } = filter
  // Languages are rarer than sections: where both are asked, SQLite is offered only the language's index. PostgreSQL knows how rare each is.
  const column = language !== undefined && engine === 'sqlite' ? sql`+section` : sql`section`
  const inSection = section === undefined ? sql`` : sql`and ${column} = ${section}`
  const inLanguage = language === undefined ? sql`` : sql`and language = ${language}`
  if (tagId === undefined)
    return sql`select * from story where ${shown} and ${key} >= ${filter.fromKey} ${inSection} ${inLanguage}
      order by ${key} desc, id desc limit ${limit}`
  // And here: the order is made from the tag's own stories, few as they are, rather than by walking all stories.
  return sql`select * from story where id in (${storiesOfTag(tagId, filter.sinceMs)}) and ${shown} ${inSection} ${inLanguage}
    order by ${key} + 0 desc, id desc limit ${limit}`
}

/** How many of a tag's newest articles decide which of its stories are ranked: keeps a common tag's list quick. */
const TAG_DEPTH = 300

function storiesOfTag(tagId: number, sinceMs: EpochMs) {
  return sql`select a.story_id from (
      select article_id from article_tag where tag_id = ${tagId} and published_ms >= ${sinceMs}
      order by published_ms desc, article_id desc limit ${TAG_DEPTH}) as newest
    join article a on a.id = newest.article_id where a.story_id is not null`
}

/** What variety in a list of stories is judged by: whose headline stands, its surest tags; and how many owners told it since a moment. */
export type StoryLead = { owner: string; tagIds: number[]; ownersSince: number }

/** Tags below this are not what an article is about. */
export const TELLING_TAG = 0.4

/** The leads of some stories, by story id. One query. Indexes: keys of story, article and article_tag; article_story. */
export async function storyLeads(
  store: Store,
  storyIds: readonly number[],
  sinceMs: EpochMs,
): Promise<Map<number, StoryLead>> {
  const leads = new Map<number, StoryLead>()
  if (storyIds.length === 0) return leads
  const { rows } = await sql<{ storyId: number; owner: string; tagId: number | null; ownersSince: number }>`
    select s.id as "storyId", a.owner, t.tag_id as "tagId", (
      select count(distinct b.owner) from article b
      where b.story_id = s.id and b.published_ms >= ${sinceMs} and b.copy_of is null and b.hidden = 0 and b.owner <> ${NOTES_OWNER}) as "ownersSince"
    from story s join article a on a.id = s.lead_article_id
    left join article_tag t on t.article_id = a.id and t.salience >= ${TELLING_TAG}
    where s.id in (${sql.join(storyIds)}) order by s.id, t.tag_id`.execute(store.read)
  for (const { storyId, owner, tagId, ownersSince } of rows) {
    const lead = leads.get(storyId) ?? { owner, tagIds: [], ownersSince: Number(ownersSince) }
    if (tagId !== null) lead.tagIds.push(tagId)
    leads.set(storyId, lead)
  }
  return leads
}
