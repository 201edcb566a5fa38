import type { Store } from './store.ts'

/** What a store holds, for `status`, `doctor`, health and the front page. */
export type StoreCounts = {
  articles: number
  stories: number
  feeds: number
  queued: number
  oldestPulseMs: number | null
  demoArticles: number
}

/** Counts that need a walk over an index: seldom asked, never by a page that readers open. */
export async function storeCounts(store: Store): Promise<StoreCounts> {
  const db = store.read
  const row = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('article')
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('articles'),
      eb
        .selectFrom('story')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('merged_into', 'is', null)
        .as('stories'),
      eb
        .selectFrom('feed')
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('feeds'),
      eb
        .selectFrom('job')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('state', 'in', ['queued', 'running'])
        .as('queued'),
      eb
        .selectFrom('pulse_hour')
        .select((e) => e.fn.min('hour_ms').as('n'))
        .as('oldest'),
      eb
        .selectFrom('article')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('demo', '=', 1)
        .as('demo'),
    ])
    .executeTakeFirstOrThrow()
  return {
    articles: Number(row.articles),
    stories: Number(row.stories),
    feeds: Number(row.feeds),
    queued: Number(row.queued),
    oldestPulseMs: row.oldest === null ? null : Number(row.oldest),
    demoArticles: Number(row.demo),
  }
}
