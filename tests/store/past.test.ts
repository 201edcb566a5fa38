import assert from 'node:assert/strict'
import { it } from 'node:test'
import { demoArticles } from '../../src/demo/world.ts'
import { createLine } from '../../src/ingest/line.ts'
import { createPulse } from '../../src/ingest/pulse-tick.ts'
import { HOUR_MS, MINUTE_MS } from '../../src/model/time.ts'
import type { RankingWindow } from '../../src/rank/ranking.ts'
import type { Store } from '../../src/store/store.ts'
import { homeList } from '../../src/web/lists/home.ts'
import { leadsOf, rankedOf } from '../../src/web/lists/past.ts'
import { pulseList } from '../../src/web/lists/pulse.ts'
import { pulseAsked } from '../../src/web/lists/pulse-asked.ts'
import { storyList } from '../../src/web/lists/story.ts'
import type { Series, StoryRow } from '../../src/web/lists/story-rows.ts'
import { siteAt } from '../../src/web/past.ts'
import type { Site } from '../../src/web/site.ts'
import { createArrivals } from '../articles.ts'
import { onBothEngines } from '../engines.ts'
import { siteOver } from '../flow/site-world.ts'

const END_MS = Date.UTC(2026, 4, 20, 12, 30)
/** Moments at which pages are recorded, before the end: some within one hour, some hours apart. */
const MINUTES_BEFORE = [9 * 60 + 10, 3 * 60 + 20, 170, 75, 50, 10]
const arrive = await createArrivals()
const ARRIVALS = [...demoArticles({ articles: 330, seed: 4, endMs: END_MS })]
  .map((item) => arrive(item.article, item.firstSeenMs))
  .sort((a, b) => a.firstSeenMs - b.firstSeenMs)

/** What a page shows, without what an hour that went on has changed in its own expectation. */
async function shown(site: Site) {
  const home = await homeList(site)
  const rows = [...home.rising, ...home.leading, ...home.sections.flatMap((one) => one.rows), ...home.newest]
  const pulse = await pulseList(site, pulseAsked({}))
  const stories = []
  for (const { story } of rows.slice(0, 8)) {
    const list = await storyList(site, story.key)
    assert.ok(list && 'story' in list, story.key)
    const families = list.families.map(({ original, copies }) => [original.key, ...copies.map(({ key }) => key)])
    stories.push({
      ...counted(list.story),
      families,
      burst: list.burst?.score ?? null,
      seen: list.series?.seen ?? null,
    })
  }
  const rankings = []
  for (const window of ['hour', 'day', 'week'] as const) rankings.push(await rankedBy(site, window))
  return {
    rankings,
    home: rows.map(rowOf),
    rising: home.rising.length,
    evidence: [...home.bursts].map(([key, { tickMs, score, seen }]) => [key, tickMs, score, seen]).sort(),
    tags: home.tags.map(({ name, score, seen }) => [name, score, seen]),
    ranking: home.ranking.map(({ title, rankKey }) => [title, rankKey]),
    edition: seenOf(home.series),
    pulse: pulse.rows.map(({ burst, series, articles, ...row }) => ({
      ...row,
      key: burst.key,
      figures: [burst.tickMs, burst.score, burst.seen, burst.expected, burst.falseRate],
      articles: articles.map(({ key }) => key),
      seen: seenOf(series),
    })),
    stories,
  }
}

const seenOf = (series: Series | null) => series?.seen ?? null
const counted = ({
  title,
  section,
  independentCount,
  ownerCount,
  copyCount,
  burst,
  lastSeenMs,
}: StoryRow['story']) => ({
  title,
  section,
  counts: [independentCount, ownerCount, copyCount],
  burst,
  lastSeenMs,
})
const rowOf = ({ story, first, series }: StoryRow) => ({ ...counted(story), first, seen: seenOf(series) })

/** What a ranking is made of. Variety then goes by names, which are as they are read now: it may move a row. */
async function rankedBy(site: Site, window: RankingWindow) {
  const sinceMs = site.now() - 24 * HOUR_MS
  const stories = await rankedOf(site, { window, sinceMs, fromKey: 0, limit: 60 })
  const leads = await leadsOf(site, stories, site.now() - HOUR_MS)
  return stories.map((story) => [
    story.title,
    story.rankKeys[window],
    leads.get(story.id)?.owner,
    leads.get(story.id)?.ownersSince,
  ])
}

async function grow(store: Store, site: ReturnType<typeof siteOver>) {
  const line = createLine(store)
  const pulse = createPulse(store)
  const records = []
  let sent = 0
  for (const minutes of MINUTES_BEFORE) {
    const atMs = END_MS - minutes * MINUTE_MS
    const until = ARRIVALS.findIndex((item) => item.firstSeenMs > atMs)
    while (sent < until) {
      const batch = ARRIVALS.slice(sent, Math.min(until, sent + 20))
      sent += batch.length
      await line.store(batch)
    }
    await pulse.catchUp(atMs)
    site.setNow(atMs)
    records.push({ atMs, page: await shown(site) })
  }
  await line.store(ARRIVALS.slice(sent))
  await pulse.catchUp(END_MS + 2 * HOUR_MS)
  site.setNow(END_MS + 2 * HOUR_MS)
  return records
}

onBothEngines((engine, open) => {
  it(`${engine}: pages as of a moment show what they showed then`, async () => {
    const store = await open()
    const site = siteOver(store)
    const records = await grow(store, site)
    assert.ok(records.at(-1)!.page.pulse.length > 0, 'something rises in the end')
    assert.notDeepEqual(records.at(-1)!.page, await shown(site), 'the present has moved on')
    for (const { atMs, page } of records)
      assert.deepEqual(await shown(siteAt(site, atMs)), page, new Date(atMs).toISOString())
    await store.close()
  })
})
