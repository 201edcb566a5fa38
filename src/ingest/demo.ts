import { type DemoItem, demoArticles } from '../demo/world.ts'
import type { EpochMs } from '../model/time.ts'
import { addFeed } from '../store/feeds.ts'
import { setSetting } from '../store/settings.ts'
import type { Store } from '../store/store.ts'
import { type Arrival, BATCH, type Line } from './line.ts'
import type { WorkerPool } from './worker-pool.ts'

/** Articles of the demo edition at a first start. */
export const DEMO_ARTICLES = 300
/** Batches that workers prepare ahead of the writer. */
const AHEAD = 4

export type DemoOptions = {
  articles: number
  seed: number
  endMs: EpochMs
  onProgress?: (done: number) => void
  /** True once nobody wants it any more: no further batch is begun. */
  isCalledOff?: () => boolean
}

/** Fills a store with the invented news world, by the same way that every other article takes; constant memory. */
export async function fillWithDemo(
  store: Store,
  pool: WorkerPool,
  line: Line,
  options: DemoOptions,
): Promise<{ stored: number; failed: number }> {
  await setSetting(store, 'demo', String(options.seed))
  const feeds = new Map<string, number>()
  let stored = 0
  let failed = 0
  const ahead: Promise<Arrival[]>[] = []
  const storeNext = async () => {
    const arrivals = (await ahead.shift()) ?? []
    const done = await line.store(arrivals)
    stored += done.length
    options.onProgress?.(stored)
  }
  for (const batch of batches(demoArticles(options), BATCH)) {
    if (options.isCalledOff?.() === true) break
    for (const item of batch) await ensureFeed(store, feeds, item)
    ahead.push(prepareBatch(pool, feeds, batch, () => failed++))
    if (ahead.length >= AHEAD) await storeNext()
  }
  while (ahead.length > 0) await storeNext()
  return { stored, failed }
}

async function ensureFeed(store: Store, feeds: Map<string, number>, item: DemoItem): Promise<void> {
  if (feeds.has(item.feedUrl)) return
  const feed = { url: item.feedUrl, kind: 'demo' as const, title: item.feedTitle, siteUrl: item.siteUrl }
  feeds.set(item.feedUrl, (await addFeed(store, feed, item.firstSeenMs)).id)
}

async function prepareBatch(
  pool: WorkerPool,
  feeds: ReadonlyMap<string, number>,
  batch: readonly DemoItem[],
  onFailed: () => void,
): Promise<Arrival[]> {
  const answers = await Promise.all(batch.map((item) => pool.run({ kind: 'extracted', page: item.article })))
  return answers.flatMap((answer, index) => {
    const item = batch[index]!
    if (answer.kind !== 'article' || !answer.result.ok) {
      onFailed()
      return []
    }
    return {
      prepared: answer.result.value,
      url: item.article.url,
      feedId: feeds.get(item.feedUrl) ?? null,
      feedUrl: item.feedUrl,
      guid: null,
      sourceTitle: item.feedTitle,
      firstSeenMs: item.firstSeenMs,
      demo: true,
    }
  })
}

function* batches<Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
  let batch: Item[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length === size) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}
