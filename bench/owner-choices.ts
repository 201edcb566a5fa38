/* What the owner's choices cost. Usage: node bench/owner-choices.ts [ARTICLES]: a store of the demo world in memory of this process alone. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoArticles } from '../src/demo/world.ts'
import { createLine } from '../src/ingest/line.ts'
import { createPreparer } from '../src/ingest/prepare.ts'
import { createPulse } from '../src/ingest/pulse-tick.ts'
import { mergeStories, splitStory } from '../src/ingest/shape-stories.ts'
import { moveTaggedArticles } from '../src/ingest/shape-tags.ts'
import { writeAlone } from '../src/store/insert-article.ts'
import { openStore } from '../src/store/store.ts'
import { makeTagRule } from '../src/store/tag-rules.ts'
import { loadLanguageDetector } from '../src/text/language.ts'

const END_MS = Date.UTC(2026, 4, 20, 12, 30)
const count = Number(process.argv[2] ?? 2_000)
const folder = mkdtempSync(join(tmpdir(), 'trendpulse-bench-'))
const store = await openStore({ path: join(folder, 'trendpulse.db') })
const prepare = createPreparer(await loadLanguageDetector())
const line = createLine(store)

const timed = async (what: string, work: () => Promise<unknown>): Promise<void> => {
  const startMs = performance.now()
  await work()
  console.log(`${what}: ${Math.round(performance.now() - startMs)} ms`)
}

const arrivals = [...demoArticles({ articles: count, seed: 1, endMs: END_MS })].map(({ article, firstSeenMs }) => {
  const answer = prepare({ kind: 'extracted', page: article })
  if (answer.kind !== 'article' || !answer.result.ok) throw new Error('an article was not prepared')
  const from = { url: article.url, feedId: null, feedUrl: null, guid: null, sourceTitle: article.siteName }
  return { prepared: answer.result.value, ...from, firstSeenMs, demo: true }
})
const store50 = async (some: typeof arrivals) => {
  for (let start = 0; start < some.length; start += 50) await line.store(some.slice(start, start + 50))
}
const half = Math.floor(arrivals.length / 2)
await timed(`${half} articles stored, no rule`, () => store50(arrivals.slice(0, half)))
const pulse = createPulse(store)
await timed('pulse, first count', () => pulse.catchUp(END_MS))
const tags = await store.read
  .selectFrom('tag')
  .select(['slug', 'article_count'])
  .orderBy('article_count', 'desc')
  .limit(2)
  .execute()
const [into, from] = tags.map((tag) => ({ slug: tag.slug, articles: tag.article_count }))
if (!into || !from) throw new Error('no tags')
await timed(`rule: merge a tag of ${from.articles} articles into one of ${into.articles}`, () =>
  writeAlone(store, (write) => makeTagRule(write, { kind: 'merge', slug: from.slug, target: into.slug }, END_MS)),
)
await timed(`its ${from.articles} articles moved`, () => moveTaggedArticles(store))
await timed('pulse, counted anew', () => pulse.catchUp(END_MS))
await timed(`${arrivals.length - half} articles stored, one rule`, () => store50(arrivals.slice(half)))
const [big, other] = await store.read
  .selectFrom('story')
  .select(['id', 'key'])
  .orderBy('article_count', 'desc')
  .limit(2)
  .execute()
if (!big || !other) throw new Error('no stories')
const members = await store.read.selectFrom('article').select('key').where('story_id', '=', big.id).execute()
await timed(`one of ${members.length} articles moved out of its story`, () =>
  splitStory(store, { key: big.key, articleKeys: [members[0]!.key] }, END_MS),
)
await timed('two stories merged', () => mergeStories(store, other.key, big.key, END_MS))
await timed('next batch of the line (known article), choices taken in', () => line.store(arrivals.slice(0, 1)))
await store.close()
rmSync(folder, { recursive: true })
