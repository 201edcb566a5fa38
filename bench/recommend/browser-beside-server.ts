import { type EpochMs, HOUR_MS } from '../../src/model/time.ts'
import { type CandidatePack, noteReading, type ReaderProfile, rankForReader } from '../../src/rank/candidate-pack.ts'
import { coldStart } from '../../src/rank/cold-start.ts'
import { createRecommender } from '../../src/rank/recommend.ts'
import {
  type InventedReaders,
  type InventedStory,
  type InventedVisit,
  openAt,
  readingsOf,
  voicesAt,
} from './invented-readers.ts'

/** Share of queries whose next story is among the first ten, by who ranks. */
export type BesideServer = {
  queries: number
  /** In the reader's browser: the pack's eighty stories, pairs of ten visits at least, the reader's own profile. */
  browser: number
  /** The same rule over all open stories and all pairs of ten visits, the profile kept on the server. */
  server: number
  /** On a server that keeps every visit of every reader: `createRecommender` with names as content. */
  visits: number
  /** The list without a profile. */
  cold: number
}

const TOP = 10
/** As src/web/lists/pack.ts has them. */
const PACK = { entries: 80, tags: 8, after: 6, placeCost: 0.1, leastVisits: 10 }
const HALF_LIFE_MS = 8 * HOUR_MS
/** A minute between two readings. */
const STEP_MS = 60_000

/** The last fifth of the visits asked after each story but the first, the visits before learnt from. */
export function browserBesideServer({ stories, visits }: InventedReaders): BesideServer {
  const cut = Math.floor(visits.length * 0.8)
  const [past, asked] = [visits.slice(0, cut), visits.slice(cut)]
  const byKey = new Map(stories.map((story) => [story.key, story]))
  const pairs = pairsOf(past)
  const histories = profilesOf(past, byKey)
  const recommender = createRecommender()
  recommender.setSimilar(similarByTags(stories))
  recommender.learnWithMix(readingsOf(past))
  const hits = { browser: 0, server: 0, visits: 0, cold: 0 }
  let queries = 0
  for (const { reader, atMs, items } of asked) {
    const open = openAt(stories, atMs)
    const packs = {
      browser: packOf(open, pairs, atMs, PACK),
      server: packOf(open, pairs, atMs, { ...PACK, entries: open.length, after: open.length }),
    }
    const openKeys = new Set(open.map(({ key }) => key))
    for (const [at, target] of items.entries()) {
      const before = histories.get(reader) ?? NOBODY
      if (at > 0) {
        queries++
        const first = (list: readonly { id: string }[]) => (list.slice(0, TOP).some(({ id }) => id === target) ? 1 : 0)
        hits.browser += first(rankForReader(packs.browser, before))
        hits.server += first(rankForReader(packs.server, before))
        const cold = packs.browser.entries.filter(({ id }) => !before.read.includes(id))
        hits.cold += first(cold)
        const found = recommender.recommend({ items: before.read, limit: 400, novel: true, nowMs: atMs })
        hits.visits += first(found.filter(({ id }) => openKeys.has(id)))
      }
      histories.set(reader, noted(before, byKey.get(target)!, atMs + at * STEP_MS)) // visits hold stories alone
    }
  }
  const share = (count: number) => count / Math.max(1, queries)
  const { browser, server, visits: byVisits, cold } = hits
  return { queries, browser: share(browser), server: share(server), visits: share(byVisits), cold: share(cold) }
}

const NOBODY: ReaderProfile = { atMs: 0, tags: {}, read: [] }

function noted(profile: ReaderProfile, { key, tags }: InventedStory, atMs: EpochMs): ReaderProfile {
  return noteReading(profile, { id: key, tags: tags.slice(0, PACK.tags) }, atMs)
}

function profilesOf(visits: readonly InventedVisit[], byKey: ReadonlyMap<string, InventedStory>) {
  const profiles = new Map<number, ReaderProfile>()
  for (const { reader, items, atMs } of visits)
    for (const [at, key] of items.entries())
      profiles.set(reader, noted(profiles.get(reader) ?? NOBODY, byKey.get(key)!, atMs + at * STEP_MS))
  return profiles
}

type Pairs = ReadonlyMap<string, ReadonlyMap<string, number>>

function pairsOf(visits: readonly InventedVisit[]): Pairs {
  const pairs = new Map<string, Map<string, number>>()
  for (const { items } of visits)
    for (const one of items)
      for (const other of items) {
        if (one === other) continue
        const counts = pairs.get(one) ?? new Map<string, number>()
        pairs.set(one, counts.set(other, (counts.get(other) ?? 0) + 1))
      }
  return pairs
}

function packOf(open: readonly InventedStory[], pairs: Pairs, atMs: EpochMs, bounds: typeof PACK): CandidatePack {
  const ranked = open
    .map((story) => ({
      ...story,
      burst: 0,
      rankKey: Math.log2(1 + voicesAt(story, atMs)) - (atMs - story.voicesMs[0]!) / HALF_LIFE_MS,
    }))
    .sort((a, b) => b.rankKey - a.rankKey)
    .slice(0, bounds.entries)
  const entries = coldStart(ranked, { rising: new Set(), limit: bounds.entries }).map((story, place) => ({
    id: story.key,
    title: story.title,
    url: `/story/${story.key}`,
    owner: story.owner,
    tags: story.tags.slice(0, bounds.tags),
    prior: -bounds.placeCost * place,
    why: 'popular' as const,
    reason: 'among the first',
    after: [...(pairs.get(story.key) ?? [])]
      .filter(([, count]) => count >= bounds.leastVisits)
      .sort((a, b) => b[1] - a[1])
      .slice(0, bounds.after)
      .map(([key]) => key),
  }))
  return { section: 'all', entries }
}

/** Stories that share names, most first: what a server knows of content. */
function similarByTags(stories: readonly InventedStory[]) {
  const byTag = new Map<string, string[]>()
  for (const { key, tags } of stories) for (const tag of tags) byTag.set(tag, [...(byTag.get(tag) ?? []), key])
  const tagsOf = new Map(stories.map(({ key, tags }) => [key, tags]))
  return (key: string) => {
    const scores = new Map<string, number>()
    for (const tag of tagsOf.get(key) ?? []) {
      const holders = byTag.get(tag)! // every tag of a story has it as holder
      const rarity = Math.log(1 + stories.length / holders.length)
      for (const other of holders) if (other !== key) scores.set(other, (scores.get(other) ?? 0) + rarity)
    }
    return [...scores]
      .map(([id, score]) => ({ id, score }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 50)
  }
}
