import { sql } from 'kysely'
import type { ArticleCard, StoryCard } from '../model/card.ts'
import { articleCards } from './articles.ts'
import type { Store } from './store.ts'
import { storyOf } from './stories.ts'

/** Where a list of stories goes on: after the story with this value (ranking key or last-seen time) and id. */
export type StoryCursor = { value: number; id: number }

export type StoryPageFilter = {
  order: 'ranked' | 'newest'
  section?: string
  language?: string
  before?: StoryCursor
  limit: number
}

/**
 * Stories in pages by keyset, never by offset: ranked, or by their last news; later id first on a tie, merged ones left out.
 * Indexes: story_ranked, story_ranked_section, story_newest.
 */
export async function storyPage(store: Store, filter: StoryPageFilter): Promise<StoryCard[]> {
  const column = filter.order === 'ranked' ? 'rank_key' : 'last_seen_ms'
  let query = store.read.selectFrom('story').selectAll().where('merged_into', 'is', null).where('article_count', '>', 0)
  if (filter.section !== undefined) query = query.where('section', '=', filter.section)
  if (filter.language !== undefined) query = query.where('language', '=', filter.language)
  const { before } = filter
  if (before) query = query.where((eb) => eb(eb.refTuple(column, 'id'), '<', eb.tuple(before.value, before.id)))
  const rows = await query.orderBy(column, 'desc').orderBy('id', 'desc').limit(filter.limit).execute()
  return rows.map(storyOf)
}

/** Where a list of stories goes on after one of them. */
export function cursorAfter(order: StoryPageFilter['order'], story: StoryCard): StoryCursor {
  return { value: order === 'ranked' ? story.rankKey : story.lastSeenMs, id: story.id }
}

/** The newest articles of some stories, at most `each` of every one, by story id. Two queries. Index: article_story. */
export async function newestMembers(
  store: Store,
  storyIds: readonly number[],
  each: number,
): Promise<Map<number, ArticleCard[]>> {
  const members = new Map<number, ArticleCard[]>()
  if (storyIds.length === 0) return members
  const { rows } = await sql<{ id: number }>`
    select id from (select id, story_id, published_ms, row_number() over (partition by story_id order by published_ms desc, id desc) as place
      from article where story_id in (${sql.join(storyIds)}) and hidden = 0) as placed
    where place <= ${each} order by story_id, published_ms desc, id desc`.execute(store.read)
  const cards = await articleCards(
    store,
    rows.map((row) => row.id),
  )
  for (const card of cards) {
    const list = members.get(card.storyId!) ?? [] // chosen by its story
    list.push(card)
    members.set(card.storyId!, list)
  }
  return members
}
