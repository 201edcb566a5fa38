import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { BurstCard } from '../model/card.ts'
import { IN_LINE } from '../model/tag.ts'
import { DAY_MS, type EpochMs } from '../model/time.ts'
import type { Store } from './store.ts'

/** Names in one query: far below what either engine takes. */
const NAMES_A_QUERY = 500
/** An article that is older than this when it is first seen comes out of an archive, and is no news. */
const MAX_LATE_MS = 3 * DAY_MS

/** A tag or story that rose in one tick, with its name. `slug` is what follows the kind in its key. */
export type Rise = Omit<BurstCard, 'id' | 'risesWith'> & { kind: 'tag' | 'story'; slug: string; name: string }

/** What rose in ticks from a moment on, in order of time; blocked and merged tags left out. One query. Index: burst_time. */
export async function risesSince(store: Store, sinceMs: EpochMs): Promise<Rise[]> {
  const rows = await store.write
    .selectFrom('burst')
    .leftJoin('tag', (join) => join.on(sql<boolean>`burst.key like 'tag:%' and tag.slug = substr(burst.key, 5)`))
    .leftJoin('story', (join) => join.on(sql<boolean>`burst.key like 'story:%' and story.key = substr(burst.key, 7)`))
    .selectAll('burst')
    .select(['tag.name as tag_name', 'story.title as story_title'])
    .where('tick_ms', '>=', sinceMs)
    .where((eb) =>
      eb.or([eb('story.id', 'is not', null), eb('tag.blocked', '=', 0).and('tag.merged_into', 'is', null)]),
    )
    .orderBy('tick_ms')
    .orderBy('burst.id')
    .execute()
  return rows.map((row) => {
    const cut = row.key.indexOf(':')
    return {
      key: row.key,
      kind: row.key.slice(0, cut) as Rise['kind'], // the query gives no others
      slug: row.key.slice(cut + 1),
      name: row.story_title ?? row.tag_name ?? '',
      tickMs: row.tick_ms,
      score: row.score,
      seen: row.seen,
      expected: row.expected,
      windowHours: row.window_hours,
      falseRate: row.false_rate,
    }
  })
}

/** An independent article that is new, as it is told. */
export type NewText = {
  id: number
  key: string
  title: string
  source: string
  summary: string
  storyKey: string | null
  feedId: number | null
  seenMs: EpochMs
}

/** Independent articles with ids in `(afterId, uptoId]`, in order of id; hidden ones and old ones out of archives left out. One query. */
export async function newTexts(store: Store, afterId: number, uptoId: number): Promise<NewText[]> {
  const rows = await store.write
    .selectFrom('article')
    .leftJoin('story', 'story.id', 'article.story_id')
    .select(['article.id', 'article.key', 'article.title', 'source_title', 'owner', 'summary', 'feed_id'])
    .select(['article.first_seen_ms as seen_ms', 'story.key as story_key'])
    .where('article.id', '>', afterId)
    .where('article.id', '<=', uptoId)
    .where('copy_of', 'is', null)
    .where('hidden', '=', 0)
    .where((eb) =>
      eb.or([
        eb('doubtful', '=', 1),
        eb('published_ms', '>', sql<number>`article.first_seen_ms - ${sql.lit(MAX_LATE_MS)}`),
      ]),
    )
    .orderBy('article.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    title: row.title,
    source: row.source_title ?? row.owner,
    summary: row.summary,
    storyKey: row.story_key,
    feedId: row.feed_id,
    seenMs: row.seen_ms,
  }))
}

/** Which articles in `(afterId, uptoId]` are about which of some tags; doubtful names left out. */
export async function articlesOfTags(
  store: Store,
  slugs: readonly string[],
  [afterId, uptoId]: readonly [number, number],
): Promise<{ articleId: number; slug: string }[]> {
  return inParts(slugs, (part) =>
    store.write
      .selectFrom('article_tag')
      .innerJoin('tag', 'tag.id', 'article_tag.tag_id')
      .select(['article_id as articleId', 'slug'])
      .where('slug', 'in', part)
      .where('article_id', '>', afterId)
      .where('article_id', '<=', uptoId)
      .where('salience', '>=', IN_LINE.sure)
      .orderBy('article_id')
      .orderBy('slug')
      .execute(),
  )
}

/** The slug under which a tag is counted now, by the slug that a watch names: another's, where the owner or an alias leads there. */
export async function tagsNow(store: Store, slugs: readonly string[]): Promise<Map<string, string>> {
  const rows = await inParts(slugs, (part) =>
    store.write
      .selectFrom('tag')
      .leftJoin('tag as into', 'into.id', 'tag.merged_into')
      .select(['tag.slug as named', (eb) => eb.fn.coalesce('into.slug', 'tag.slug').as('now')])
      .where('tag.slug', 'in', part)
      .union(
        store.write
          .selectFrom('tag_alias')
          .innerJoin('tag', 'tag.id', 'tag_alias.tag_id')
          .select(['tag_alias.slug as named', 'tag.slug as now'])
          .where('tag_alias.slug', 'in', part),
      )
      .orderBy('named')
      .orderBy('now')
      .execute(),
  )
  return new Map(rows.map((row) => [row.named, row.now]))
}

/** The key under which a story is told now, by the key that a watch names: another's, where it was folded into one. */
export async function storiesNow(store: Store, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = await inParts(keys, (part) =>
    store.write
      .selectFrom('story')
      .leftJoin('story as into', 'into.id', 'story.merged_into')
      .select(['story.key as named', (eb) => eb.fn.coalesce('into.key', 'story.key').as('now')])
      .where('story.key', 'in', part)
      .orderBy('story.key')
      .execute(),
  )
  return new Map(rows.map((row) => [row.named, row.now]))
}

/** Which sources tell some stories in texts of their own: by story key, ids of feeds. */
export async function sourcesOfStories(
  store: Store,
  keys: readonly string[],
): Promise<{ key: string; feedId: number }[]> {
  const rows = await inParts(keys, (part) =>
    store.write
      .selectFrom('article')
      .innerJoin('story', 'story.id', 'article.story_id')
      .select(['story.key', 'feed_id'])
      .distinct()
      .where('story.key', 'in', part)
      .where('copy_of', 'is', null)
      .where('feed_id', 'is not', null)
      .orderBy('story.key')
      .orderBy('feed_id')
      .execute(),
  )
  return rows.map((row) => ({ key: row.key, feedId: row.feed_id ?? 0 })) // none is null: the query asks for those
}

/** Keys of the stories that some articles belong to. One query. */
export async function storyKeysOf(store: Store, articleIds: readonly number[]): Promise<Set<string>> {
  const rows = await inParts(articleIds, (part) =>
    store.write
      .selectFrom('article')
      .innerJoin('story', 'story.id', 'article.story_id')
      .select('story.key')
      .distinct()
      .where('article.id', 'in', part)
      .where('copy_of', 'is', null)
      .where('hidden', '=', 0)
      .orderBy('story.key')
      .execute(),
  )
  return new Set(rows.map((row) => row.key))
}

async function inParts<Name, Row>(
  names: readonly Name[],
  ask: (part: readonly Name[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (let start = 0; start < names.length; start += NAMES_A_QUERY) {
    if (start > 0) await nextTurn() // the embedded store answers on this thread: readers of pages come in between
    rows.push(...(await ask(names.slice(start, start + NAMES_A_QUERY))))
  }
  return rows
}
