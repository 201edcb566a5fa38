import assert from 'node:assert/strict'
import { it } from 'node:test'
import { demoArticles } from '../../src/demo/world.ts'
import { forgetPast } from '../../src/ingest/forget-past.ts'
import { createLine } from '../../src/ingest/line.ts'
import { createPulse } from '../../src/ingest/pulse-tick.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/model/time.ts'
import type { RankingWindow } from '../../src/rank/ranking.ts'
import { pastKeptSince, pastSize } from '../../src/store/kept-past.ts'
import type { Store } from '../../src/store/store.ts'
import { homeFeed } from '../../src/web/feeds/story-lists.ts'
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
  const tagId = await commonestTag(site.store)
  for (const window of ['hour', 'day', 'week'] as const)
    rankings.push(await rankedBy(site, window), await rankedBy(site, window, tagId))
  const feed = await homeFeed(site, '', { full: true, origin: 'https://news.example' })
  return {
    rankings,
    feed: feed.entries,
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
/** Names are those of now. */
const rowOf = ({ story, first, series }: StoryRow) => ({
  ...counted(story),
  first: first && { ...first, about: null },
  seen: seenOf(series),
})

const SPAN_HOURS = { hour: 1, day: 24, week: 168 }

/** The tag of most articles that were there from the beginning. */
async function commonestTag(store: Store): Promise<number> {
  const { tag_id } = await store.read
    .selectFrom('article_tag')
    .select('tag_id')
    .where('article_id', '<=', 40)
    .groupBy('tag_id')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('tag_id')
    .executeTakeFirstOrThrow()
  return tag_id
}

/** What a ranking is made of. Variety then goes by names, which are as they are read now: it may move a row. */
async function rankedBy(site: Site, window: RankingWindow, tagId?: number) {
  const sinceMs = site.now() - SPAN_HOURS[window] * HOUR_MS
  const ofTag = tagId === undefined ? {} : { tagId }
  const stories = await rankedOf(site, { window, sinceMs, fromKey: 0, limit: 60, ...ofTag })
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
    const isRanked = records.at(-1)!.page.rankings.map((rows) => rows.length > 0)
    assert.deepEqual(isRanked.slice(2), [true, true, true, true], 'of the day and the week, of all and of the tag')
    assert.notDeepEqual(records.at(-1)!.page, await shown(site), 'the present has moved on')
    for (const { atMs, page } of records)
      assert.deepEqual(await shown(await siteAt(site, atMs)), page, new Date(atMs).toISOString())
    const [cut, kept] = [records.length - 3, records.slice(-3)]
    const before = await pastSize(store)
    const keepDays = (END_MS + 2 * HOUR_MS - records[cut]!.atMs) / DAY_MS
    const gone = await forgetPast(store, { keepDays, nowMs: END_MS + 2 * HOUR_MS })
    const after = await pastSize(store)
    assert.ok(gone > 0 && after.rows === before.rows - gone, `${gone} of ${before.rows}`)
    for (const { atMs, page } of kept)
      assert.deepEqual(await shown(await siteAt(site, atMs)), page, `kept: ${new Date(atMs).toISOString()}`)
    await assert.rejects(siteAt(site, records[cut]!.atMs - 1), { code: 'not_found' })
    assert.equal(await forgetPast(store, { keepDays, nowMs: END_MS + 2 * HOUR_MS }), 0, 'nothing is left to forget')
    await forgetPast(store, { keepDays: 30, nowMs: END_MS })
    assert.equal(await pastKeptSince(store), records[cut]!.atMs, 'what is forgotten does not come back')
    await store.close()
  })
})
