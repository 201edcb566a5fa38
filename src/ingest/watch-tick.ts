import { setImmediate as nextTurn } from 'node:timers/promises'
import { DAY_MS, type EpochMs } from '../model/time.ts'
import type { Watch, WatchEvent } from '../model/watch.ts'
import { burstSentence } from '../pulse/words.ts'
import { highestArticleId } from '../store/newer-articles.ts'
import { searchArticles } from '../store/search.ts'
import type { Store } from '../store/store.ts'
import {
  articlesOfTags,
  type NewText,
  newTexts,
  type Rise,
  risesSince,
  sourcesOfStories,
  storiesNow,
  storyKeysOf,
  tagsNow,
} from '../store/watch-facts.ts'
import { noteFinds, type WatchFind, watchCursor } from '../store/watch-telling.ts'
import { heardWatches } from '../store/watches.ts'
import { parseQuery } from '../text/search-query.ts'

/** Articles that are looked at in one step: one transaction each. */
const ARTICLES_A_STEP = 2_000
/** Hits of a watched search that are looked at in a step, newest first: also those whose stories may rise now. */
const HITS_A_STEP = 200
/** Searches that are asked before others have their turn: whoever reads a page waits for no more. */
const SEARCHES_A_TURN = 20
/** After a pause of the site, bursts of the last day are still told. */
const PAST_MS = DAY_MS
/** Characters of an article's summary that are told. */
const SUMMARY_CHARS = 280

/** What was looked at last in this process: where nothing has changed since, nothing is looked for. */
export type LastLook = { seen: string }

/**
 * Looks for what watches have to tell: bursts since the last look, and new independent articles. Each is noted once, whatever stops in between.
 * Gives how many events are new. Without watches nothing is asked but for them.
 */
export async function tickWatches(store: Store, nowMs: EpochMs, last: LastLook = { seen: '' }): Promise<number> {
  const watches = await heardWatches(store)
  if (watches.length === 0) return 0
  const newest = await highestArticleId(store)
  const known = await watchCursor(store)
  // Where nobody watched for a while, everything up to the first of the watches is of no concern.
  const first = Math.min(...watches.map((watch) => watch.afterArticleId))
  let afterId = Math.min(newest, Math.max(known?.articleId ?? 0, first))
  // The last tick is looked at again: the open hour rises while it lasts.
  const sinceMs = Math.max(Math.min(known?.tickMs ?? 0, nowMs), nowMs - PAST_MS)
  const rises = await risesSince(store, sinceMs)
  const tickMs = Math.max(sinceMs, ...rises.map((rise) => rise.tickMs))
  const seen = JSON.stringify([newest, rises.map((rise) => [rise.key, rise.tickMs]), watches.map((watch) => watch.id)])
  if (seen === last.seen && afterId >= newest && watches.every((watch) => watch.isBegun)) return 0
  const now = await targetsNow(store, watches)
  let told = 0
  do {
    const uptoId = Math.min(newest, afterId + ARTICLES_A_STEP)
    const hits =
      rises.length === 0 && afterId >= uptoId
        ? new Map<string, Hits>()
        : await searchHits(store, watches, rises, uptoId)
    const step: Step = { store, watches, now, rises, hits, afterId, uptoId }
    await nextTurn()
    const bursts = await burstFinds(step)
    await nextTurn()
    const finds = [...bursts, ...(await articleFinds(step))]
    await nextTurn()
    const begun = watches.filter((watch) => !watch.isBegun).map((watch) => watch.id)
    told += await noteFinds(store, { cursor: { articleId: uptoId, tickMs }, finds, begun })
    afterId = uptoId
  } while (afterId < newest)
  last.seen = seen
  return told
}

type Step = {
  store: Store
  watches: readonly Watch[]
  /** What a watch's target is called now, by the watch's id. */
  now: ReadonlyMap<number, string>
  rises: readonly Rise[]
  /** What watched searches find. */
  hits: ReadonlyMap<string, Hits>
  afterId: number
  uptoId: number
}

/** Follows tags and stories that were folded into others since they were watched. */
async function targetsNow(store: Store, watches: readonly Watch[]): Promise<Map<number, string>> {
  const named = (kind: Watch['kind']) => [
    ...new Set(watches.filter((watch) => watch.kind === kind).map((watch) => watch.target)),
  ]
  const [tags, stories] = [await tagsNow(store, named('tag')), await storiesNow(store, named('story'))]
  return new Map(
    watches.map((watch) => {
      const moved = watch.kind === 'tag' ? tags : watch.kind === 'story' ? stories : null
      return [watch.id, moved?.get(watch.target) ?? watch.target]
    }),
  )
}

/**
 * What rises for each watch: its tag or story itself; for a source, stories that it tells in a text of its own; for a search, stories with an
 * article that it finds. What rises when a watch is looked at for the first time was there before it.
 */
async function burstFinds(step: Step): Promise<WatchFind[]> {
  const { watches, now, rises, hits } = step
  if (rises.length === 0) return []
  const storyKeys = [...new Set(rises.filter((rise) => rise.kind === 'story').map((rise) => rise.slug))]
  const tellers = Map.groupBy(await sourcesOfStories(step.store, storyKeys), (row) => String(row.feedId))
  const byKey = Map.groupBy(rises, (rise) => rise.key)
  const keysOf = (watch: Watch): readonly string[] => {
    if (watch.kind === 'tag' || watch.kind === 'story') return [`${watch.kind}:${now.get(watch.id)}`]
    const stories =
      watch.kind === 'source'
        ? (tellers.get(watch.target)?.map((row) => row.key) ?? [])
        : [...(hits.get(watch.target)?.stories ?? [])]
    return stories.map((key) => `story:${key}`)
  }
  const risesOf = (watch: Watch) =>
    keysOf(watch)
      .flatMap((key) => byKey.get(key) ?? [])
      .sort((a, b) => a.tickMs - b.tickMs || (a.key < b.key ? -1 : 1))
  return watches.flatMap((watch) =>
    risesOf(watch).map((rise) => ({
      watchId: watch.id,
      event: burstEvent(rise),
      burst: { key: rise.key, tickMs: rise.tickMs },
      isMuted: !watch.isBegun,
    })),
  )
}

/** New texts for the watches that want each of them. */
async function articleFinds(step: Step): Promise<WatchFind[]> {
  const { store, now, hits, afterId, uptoId } = step
  const watches = step.watches.filter((watch) => watch.everyArticle && watch.afterArticleId < uptoId)
  if (watches.length === 0 || afterId >= uptoId) return []
  const texts = await newTexts(store, afterId, uptoId)
  if (texts.length === 0) return []
  const slugs = [...new Set(watches.filter((watch) => watch.kind === 'tag').map((watch) => now.get(watch.id)!))] // every watch has one
  const tagged = Map.groupBy(await articlesOfTags(store, slugs, [afterId, uptoId]), (row) => row.slug)
  const byId = new Map(texts.map((text) => [text.id, text]))
  const bySource = Map.groupBy(texts, (text) => String(text.feedId))
  const byStory = Map.groupBy(texts, (text) => text.storyKey)
  const textsOf = (watch: Watch): readonly NewText[] => {
    if (watch.kind === 'source') return bySource.get(watch.target) ?? []
    if (watch.kind === 'story') return byStory.get(now.get(watch.id) ?? '') ?? []
    const ids =
      watch.kind === 'tag'
        ? (tagged.get(now.get(watch.id) ?? '')?.map((row) => row.articleId) ?? [])
        : (hits.get(watch.target)?.ids ?? [])
    return ids.flatMap((id) => byId.get(id) ?? [])
  }
  return watches.flatMap((watch) =>
    textsOf(watch)
      .filter((text) => text.id > watch.afterArticleId)
      .map((text) => ({ watchId: watch.id, event: articleEvent(text), burst: null, isMuted: false })),
  )
}

/** Ids of articles that a search finds, rising, and keys of the stories that they belong to. */
type Hits = { ids: readonly number[]; stories: ReadonlySet<string> }

/** What each watched search finds among the newest articles, and the stories of those that rise. Each search is asked once. */
async function searchHits(
  store: Store,
  watches: readonly Watch[],
  rises: readonly Rise[],
  uptoId: number,
): Promise<Map<string, Hits>> {
  const found = new Map<string, Hits>()
  for (const { kind, target } of watches) {
    if (kind !== 'search' || found.has(target)) continue
    const ids = await searchArticles(store, parseQuery(target), { beforeId: uptoId + 1, limit: HITS_A_STEP })
    const stories = rises.length === 0 ? new Set<string>() : await storyKeysOf(store, ids)
    found.set(target, { ids: ids.toReversed(), stories })
    if (found.size % SEARCHES_A_TURN === 0) await nextTurn()
  }
  return found
}

function burstEvent(rise: Rise): WatchEvent {
  return {
    key: `burst ${rise.key} ${rise.tickMs}`,
    kind: 'burst',
    title: rise.name,
    text: `${burstSentence(rise)}.`,
    path: `/${rise.kind}/${encodeURIComponent(rise.slug)}`,
    atMs: rise.tickMs,
  }
}

function articleEvent(text: NewText): WatchEvent {
  const summary =
    text.summary.length > SUMMARY_CHARS ? `${text.summary.slice(0, SUMMARY_CHARS).toWellFormed()} …` : text.summary
  return {
    key: `article ${text.id}`,
    kind: 'article',
    title: text.title,
    text: summary === '' ? text.source : `${text.source}: ${summary}`,
    path: `/article/${encodeURIComponent(text.key)}`,
    atMs: text.seenMs,
  }
}
