/** What looking at watches costs, and into how many messages the bursts of the invented world fall by the pause that parts two bursts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoArticles } from '../src/demo/world.ts'
import { createLine } from '../src/ingest/line.ts'
import { createPulse } from '../src/ingest/pulse-tick.ts'
import { tickWatches } from '../src/ingest/watch-tick.ts'
import { HOUR_MS } from '../src/model/time.ts'
import { writePulseTick } from '../src/store/bursts.ts'
import { insertArticle, writeAlone } from '../src/store/insert-article.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { insertStory } from '../src/store/story-rows.ts'
import { createArrivals, newArticle } from '../tests/articles.ts'

const NOW = Date.UTC(2026, 5, 10, 14)
const [ARTICLES, WATCHES, WORDS] = [20_000, 5_000, 2_000]
const PAUSES_HOURS = [1, 2, 3, 6, 12, 24]

let seed = 7
const below = (most: number) => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed % most
}
const word = () => `word${below(WORDS)}`

async function fill(store: Store, from: number, to: number): Promise<void> {
  const seen = { publishedMs: NOW, firstSeenMs: NOW }
  await writeAlone(store, async (write) => {
    for (let at = from; at < to; at++) {
      const about = { title: `Story ${at}`, section: 'society', language: 'en' }
      const storyId = await insertStory(write, { ...about, key: `s${at}`, atMs: NOW, demo: false })
      const text = Array.from({ length: 80 }, word).join(' ')
      await insertArticle(
        write,
        newArticle({ ...seen, key: `a${at}`, storyId, text, tagNames: [`Tag ${below(WORDS)}`] }),
      )
    }
  })
}

/** Eight in ten watch a tag, one a story, one a search of two words; all of them want each article. */
async function watchAll(store: Store): Promise<void> {
  const rest = { account: null, every_article: 1, channel: 'feed', address: '', secret: null, state: 'active' } as const
  const times = { failures: 0, after_article_id: ARTICLES, begun: 0, read_ms: 0, made_ms: 0 } as const
  for (let at = 0; at < WATCHES; at++) {
    const kind = at % 10 === 0 ? 'search' : at % 10 === 1 ? 'story' : 'tag'
    const target = { search: `${word()} ${word()}`, story: `s${below(ARTICLES)}`, tag: `tag-${below(WORDS)}` }[kind]
    await store.write
      .insertInto('watch')
      .values({ ...rest, ...times, token: `t${at}`, kind, target, name: target })
      .execute()
  }
}

async function measureLooks(store: Store): Promise<void> {
  const last = { seen: '' }
  const look = async (what: string) => {
    const before = process.cpuUsage()
    const told = await tickWatches(store, NOW, last)
    const { user, system } = process.cpuUsage(before)
    console.log(
      `${what.padEnd(22)} ${String(Math.round((user + system) / 1_000)).padStart(5)} ms of CPU, ${told} events`,
    )
  }
  await look('the first look')
  await look('nothing new')
  await fill(store, ARTICLES, ARTICLES + 100)
  await look('100 new articles')
  const keys = Array.from({ length: 100 }, (_, at) => (at < 50 ? `tag:tag-${at}` : `story:s${ARTICLES + at}`))
  const score = { score: 9, lift: 9, seen: 14, expected: 2, windowHours: 3, falseRate: 0.1 }
  const bursts = keys.map((key) => ({ key, ...score }))
  const none = { hours: [], leads: new Map(), storyBursts: new Map(), state: new Uint8Array([1]) }
  await writePulseTick(store, { ...none, tickMs: NOW, stateTickMs: NOW, bursts })
  await look('100 bursts')
  await look('nothing new')
}

/** Stories and tags of the invented world that ever rise, and the messages that each would bring. */
async function countBursts(store: Store): Promise<void> {
  const arrive = await createArrivals()
  const items = [...demoArticles({ articles: 800, seed: 3, endMs: NOW })]
  await createLine(store).store(items.map((item) => arrive(item.article, item.firstSeenMs)))
  await createPulse(store).catchUp(NOW)
  const rows = await store.read.selectFrom('burst').select(['key', 'tick_ms']).orderBy('tick_ms').execute()
  for (const kind of ['story', 'tag']) {
    const byKey = [
      ...Map.groupBy(
        rows.filter((row) => row.key.startsWith(`${kind}:`)),
        (row) => row.key,
      ).values(),
    ]
    const messages = PAUSES_HOURS.map((hours) => {
      const parted = byKey.flatMap((ticks) =>
        ticks.filter((row, at) => at === 0 || row.tick_ms - ticks[at - 1]!.tick_ms > hours * HOUR_MS),
      )
      return `${hours} h: ${(parted.length / byKey.length).toFixed(2)}`
    })
    console.log(
      `${byKey.length} of kind ${kind} rose; messages of each, by the longest pause within one burst: ${messages.join(', ')}`,
    )
  }
}

const folder = mkdtempSync(join(tmpdir(), 'trendpulse-watching-'))
const store = await openStore({ path: join(folder, 'looks.db') })
await fill(store, 0, ARTICLES)
await watchAll(store)
await measureLooks(store)
await store.close()
const world = await openStore({ path: ':memory:' })
await countBursts(world)
await world.close()
rmSync(folder, { recursive: true })
