import { type RawBuilder, sql } from 'kysely'
import { type SearchFilter, wrongValue } from '../text/search-query.ts'
import { foldWord } from '../text/words.ts'
import type { Store } from './store.ts'
import { storyByKey } from './stories.ts'
import { tagBySlug } from './tags.ts'

/** A filter as SQL. */
export type Condition = {
  /** Of a row `article`; an unwanted filter's is turned round already. */
  holds: RawBuilder<unknown>
  /** A select of the `id`s of all articles that it leaves, and how many those are; null where no index gives them, or too many. */
  few: Few | null
}
export type Few = { ids: RawBuilder<unknown>; count: number }

/** Articles of a source are counted up to here, and a tag's with fewer are listed: a bound on the work. */
const COUNTED = 5_001
/** The same of a span of days, whose index holds ids and days alone: some 5 ms. */
const COUNTED_DAYS = 50_001

/** Filters as SQL, or why one cannot be: it names a tag or story that is not. At most two queries a filter. */
export async function conditionsOf(
  store: Store,
  filters: readonly SearchFilter[],
): Promise<{ ok: true; value: Condition[] } | { ok: false; reason: string }> {
  const value: Condition[] = []
  const days = await daysCondition(store, filters)
  if (days !== null) value.push(days)
  for (const filter of filters) {
    if (isDay(filter) && !filter.unwanted) continue
    const condition = await conditionOf(store, filter)
    if (condition === null) return { ok: false, reason: wrongValue(filter.kind, 'value' in filter ? filter.value : '') }
    value.push(filter.unwanted ? { holds: sql`not (${condition.holds})`, few: null } : condition)
  }
  return { ok: true, value }
}

type DayFilter = Extract<SearchFilter, { ms: number }>

function isDay(filter: SearchFilter): filter is DayFilter {
  return 'ms' in filter
}

/** All wanted days together; null where any day is right. Index: article_newest. */
async function daysCondition(store: Store, filters: readonly SearchFilter[]): Promise<Condition | null> {
  const wanted = filters.filter((filter): filter is DayFilter => isDay(filter) && !filter.unwanted)
  if (wanted.length === 0) return null
  const of = (kind: DayFilter['kind']) => wanted.filter((filter) => filter.kind === kind).map(({ ms }) => ms)
  const bounds = [
    ...of('after').map((ms) => sql`article.published_ms >= ${ms}`),
    ...of('before').map((ms) => sql`article.published_ms < ${ms}`),
  ]
  const holds = sql`(${sql.join(bounds, sql` and `)})`
  const counted = sql<{ count: number }>`select count(*) as count from (
    select article.id from article where ${holds} limit ${COUNTED_DAYS}) as found`
  const { rows } = await counted.execute(store.read)
  return { holds, few: fewOf(sql`select id from article where ${holds}`, Number(rows[0]?.count ?? 0), COUNTED_DAYS) }
}

function fewOf(ids: RawBuilder<unknown>, count: number, counted: number): Few | null {
  return count < counted ? { ids, count } : null
}

async function conditionOf(store: Store, filter: SearchFilter): Promise<Condition | null> {
  const plain = (holds: RawBuilder<unknown>): Condition => ({ holds, few: null })
  if ('ms' in filter) {
    const { kind, ms } = filter
    return plain(kind === 'before' ? sql`article.published_ms < ${ms}` : sql`article.published_ms >= ${ms}`)
  }
  const { value } = filter
  if (filter.kind === 'section') return plain(sql`article.section = ${value}`)
  if (filter.kind === 'lang') return plain(sql`(article.language = ${value} or article.language like ${`${value}-%`})`)
  if (filter.kind === 'source') return sourceCondition(store, value)
  return filter.kind === 'tag' ? tagCondition(store, value) : storyCondition(store, value)
}

/** A host, a feed's title or a feed's number. Indexes: article_owner, article_feed. */
async function sourceCondition(store: Store, value: string): Promise<Condition> {
  const owner = value.toLowerCase()
  const feeds = /^\d{1,15}$/u.test(value)
    ? sql`select id from feed where id = ${Number(value)}`
    : sql`select id from feed where title = ${value} or lower(title) = ${owner}`
  const ids = sql`select id from article where owner = ${owner} union select id from article where feed_id in (${feeds})`
  const counted = sql<{ count: number }>`select count(*) as count from (
    select * from (select id from article where owner = ${owner} limit ${COUNTED}) as owned
    union select * from (select id from article where feed_id in (${feeds}) limit ${COUNTED}) as fed) as found`
  const { rows } = await counted.execute(store.read)
  return {
    holds: sql`(article.owner = ${owner} or coalesce(article.feed_id, 0) in (${feeds}))`,
    few: fewOf(ids, Number(rows[0]?.count ?? 0), COUNTED),
  }
}

/** A tag by its slug or name. Index: article_tag_newest. */
async function tagCondition(store: Store, value: string): Promise<Condition | null> {
  const slug = [...foldWord(value).matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([part]) => part).join('-')
  const tag = (await tagBySlug(store, value)) ?? (await tagBySlug(store, slug))
  if (tag === null) return null
  const ids = sql`select article_id as id from article_tag where tag_id = ${tag.id}`
  return {
    holds:
      tag.articleCount < COUNTED
        ? sql`article.id in (${ids})` // made once for all rows, where it is small
        : sql`exists (select 1 from article_tag where article_id = article.id and tag_id = ${tag.id})`,
    few: fewOf(ids, tag.articleCount, COUNTED),
  }
}

/** A story by its key, or by one that was folded into it. Index: article_story. */
async function storyCondition(store: Store, key: string): Promise<Condition | null> {
  const found = await storyByKey(store, key)
  const end = found !== null && 'movedTo' in found ? await storyByKey(store, found.movedTo) : found
  if (end === null || 'movedTo' in end) return null
  return {
    holds: sql`article.story_id = ${end.story.id}`,
    few: fewOf(sql`select id from article where story_id = ${end.story.id}`, end.story.articleCount, COUNTED),
  }
}
