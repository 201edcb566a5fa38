import type { Selectable } from 'kysely'
import type { StoryCard } from '../model/card.ts'
import type { Section } from '../model/tag.ts'
import type { EpochMs } from '../model/time.ts'
import type { StoryTable } from './schema.ts'
import type { Store } from './store.ts'

/** Which stories a ranked list holds. */
export type RankedFilter = { section?: string; tagId?: number; sinceMs?: EpochMs; language?: string; limit: number }

/**
 * Stories by their ranking key, highest first (later id first on a tie); merged ones left out.
 * Indexes: story_ranked, story_ranked_section: an index scan whatever the number of stories.
 */
export async function rankedStories(store: Store, filter: RankedFilter): Promise<StoryCard[]> {
  let query = store.read
    .selectFrom('story')
    .selectAll('story')
    .where('merged_into', 'is', null)
    .where('article_count', '>', 0)
  if (filter.section !== undefined) query = query.where('section', '=', filter.section)
  if (filter.language !== undefined) query = query.where('language', '=', filter.language)
  if (filter.sinceMs !== undefined) query = query.where('last_seen_ms', '>=', filter.sinceMs)
  const { tagId } = filter
  if (tagId !== undefined) query = query.where('id', 'in', storiesOfTag(store, tagId))
  const rows = await query.orderBy('rank_key', 'desc').orderBy('id', 'desc').limit(filter.limit).execute()
  return rows.map(storyOf)
}

/** How many of a tag's newest articles decide which of its stories are ranked: keeps a common tag's page quick. */
const TAG_DEPTH = 500

function storiesOfTag(store: Store, tagId: number) {
  const newest = store.read
    .selectFrom('article_tag')
    .select('article_id')
    .where('tag_id', '=', tagId)
    .orderBy('published_ms', 'desc')
    .orderBy('article_id', 'desc')
    .limit(TAG_DEPTH)
  return store.read
    .selectFrom('article')
    .select('story_id')
    .where('id', 'in', newest)
    .where('story_id', 'is not', null) as never
}

/** Stories whose last article came latest. Index: story_newest. */
export async function newestStories(store: Store, limit: number): Promise<StoryCard[]> {
  const rows = await store.read
    .selectFrom('story')
    .selectAll()
    .where('merged_into', 'is', null)
    .where('article_count', '>', 0)
    .orderBy('last_seen_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(storyOf)
}

/** Cards by id, in the order asked for; unknown ids are left out. One query. */
export async function storyCards(store: Store, ids: readonly number[]): Promise<StoryCard[]> {
  if (ids.length === 0) return []
  const rows = await store.read.selectFrom('story').selectAll().where('id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, storyOf(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** A story by its key. A merged one gives the key to redirect to. Null when there is none. */
export async function storyByKey(
  store: Store,
  key: string,
): Promise<{ story: StoryCard } | { movedTo: string } | null> {
  const row = await store.read.selectFrom('story').selectAll().where('key', '=', key).executeTakeFirst()
  if (!row) return null
  if (row.merged_into === null) return { story: storyOf(row) }
  const into = await store.read.selectFrom('story').select('key').where('id', '=', row.merged_into).executeTakeFirst()
  return into ? { movedTo: into.key } : null
}

/** A row of `story` as a card. */
export function storyOf(row: Selectable<StoryTable>): StoryCard {
  return {
    id: row.id,
    key: row.key,
    title: row.title,
    leadArticleId: row.lead_article_id,
    section: row.section as Section, // written from SECTIONS alone
    language: row.language,
    firstSeenMs: row.first_seen_ms,
    lastSeenMs: row.last_seen_ms,
    articleCount: row.article_count,
    independentCount: row.independent_count,
    ownerCount: row.owner_count,
    copyCount: row.copy_count,
    rankKey: row.rank_key,
    rankKeys: { hour: row.rank_hour, day: row.rank_key, week: row.rank_week },
    burst: row.burst,
    reactionPositive: row.reaction_positive,
    reactionTotal: row.reaction_total,
    weighedPositive: row.weighed_positive,
    weighedTotal: row.weighed_total,
    views: row.views,
    demo: row.demo === 1,
  }
}
