import type { PulseHour } from '../model/card.ts'
import type { PulseScore } from '../model/pulse.ts'
import { DAY_MS, type EpochMs, HOUR_MS } from '../model/time.ts'
import { createPulseDetector, type PulseDetector, restorePulseDetector } from '../pulse/detector.ts'
import { foldJointBursts } from '../pulse/joint-bursts.ts'
import { pulseState, writePulseTick } from '../store/bursts.ts'
import { writeAlone } from '../store/insert-article.ts'
import { notePulseTagEpoch, pulseTagEpochs } from '../store/pulse-epoch.ts'
import { type CountedArticle, countedArticles, firstSeen } from '../store/pulse-events.ts'
import type { Store } from '../store/store.ts'
import { refreshStories } from './refresh-stories.ts'

/** Counts what came since the last call and writes what rises, hour by hour; the hour that is not over yet is written provisionally. */
export type Pulse = { catchUp: (nowMs: EpochMs) => Promise<void> }

/** Past that a first run learns from: four repeats of a weekly routine. */
const LEARN_MS = 28 * DAY_MS
/** Articles of the last day tell which keys rise because of the same texts. */
const MEMORY_MS = DAY_MS
/** Bursts of one tick that are kept, strongest first. */
const MAX_BURSTS = 100
const OPTIONS = { tickMs: HOUR_MS }

export function createPulse(store: Store): Pulse {
  let busy: Promise<void> = Promise.resolve()
  return {
    catchUp: (nowMs) => {
      const done = busy.then(() => catchUp(store, nowMs))
      busy = done.catch(() => {})
      return done
    },
  }
}

async function catchUp(store: Store, nowMs: EpochMs): Promise<void> {
  const openMs = Math.floor(nowMs / HOUR_MS) * HOUR_MS
  const epochs = await pulseTagEpochs(store)
  const isReshaped = epochs.now !== null && epochs.now !== epochs.counted
  const saved = isReshaped ? null : restored(await pulseState(store), openMs)
  let detector = saved?.detector ?? createPulseDetector(OPTIONS)
  const start = saved ? saved.tickMs + HOUR_MS : await firstTick(store, openMs - LEARN_MS)
  if (start === null || start > openMs) return
  const recent: CountedArticle[] = saved ? await countedArticles(store, start - MEMORY_MS, start) : []
  for (let tickMs = start; tickMs < openMs; tickMs += HOUR_MS)
    await closeHour(store, detector, recent, tickMs, isKept(tickMs, openMs) ? detector : {})
  // The open hour is scored on a copy, so that the detector itself closes each hour once and whole.
  const kept = detector.snapshot()
  detector = restorePulseDetector(kept, OPTIONS)
  await closeHour(store, detector, recent, openMs, { snapshot: () => kept, nowMs })
  if (isReshaped) await notePulseTagEpoch(store, epochs.now ?? 0)
}

/** Past hours of which one leaves the detector's state behind: it is written whole, and hours that are counted again give the same rows. */
const HOURS_A_STATE = 24

function isKept(tickMs: EpochMs, openMs: EpochMs): boolean {
  return tickMs + HOUR_MS === openMs || (tickMs / HOUR_MS) % HOURS_A_STATE === 0
}

/**
 * The detector as it was left; null for the first start, a state of another release, one so old that what it learnt has faded, and one
 * of a clock that was hours ahead: the stored past is then counted anew, where the pulse would stand still until that moment comes.
 */
function restored(
  state: { tickMs: EpochMs; data: Uint8Array } | null,
  openMs: EpochMs,
): { tickMs: EpochMs; detector: PulseDetector } | null {
  if (!state || state.tickMs > openMs + HOUR_MS || state.tickMs < openMs - LEARN_MS) return null
  try {
    return { tickMs: state.tickMs, detector: restorePulseDetector(state.data, OPTIONS) }
  } catch {
    return null
  }
}

async function firstTick(store: Store, sinceMs: EpochMs): Promise<EpochMs | null> {
  const first = await firstSeen(store, sinceMs)
  return first === null ? null : Math.floor(first / HOUR_MS) * HOUR_MS
}

/** Feeds one hour's articles to the detector and writes the hour. `state` is what a restart goes on from, where the hour leaves any; `nowMs` stands with the hour that is open. */
async function closeHour(
  store: Store,
  detector: PulseDetector,
  recent: CountedArticle[],
  tickMs: EpochMs,
  state: { snapshot?: () => Uint8Array; nowMs?: EpochMs },
): Promise<void> {
  const articles = await countedArticles(store, tickMs, tickMs + HOUR_MS)
  for (const article of articles) {
    for (const key of keysOf(article))
      detector.observe({ atMs: article.atMs, key, feed: article.owner, family: String(article.family) })
  }
  recent.push(...articles)
  const cut = recent.findIndex((article) => article.atMs >= tickMs + HOUR_MS - MEMORY_MS)
  recent.splice(0, cut === -1 ? recent.length : cut)

  const scores = detector.closeTick(tickMs)
  const rising = scores.filter((score) => detector.isRising(score)).slice(0, MAX_BURSTS)
  const members = membersByKey(recent)
  const joint = foldJointBursts(rising, (key) => members.get(key) ?? [])
  const storyIds = new Map(recent.map((article) => [`story:${article.storyKey}`, article.storyId]))
  const storyBursts = new Map<number, number>()
  for (const score of rising) {
    const storyId = storyIds.get(score.key)
    if (storyId !== undefined) storyBursts.set(storyId, score.score)
  }
  const { nowMs } = state
  const isOpen = nowMs !== undefined
  await writePulseTick(store, {
    tickMs,
    hours: hoursOf(articles, scores, tickMs),
    bursts: rising.map((score) => ({ ...score, falseRate: detector.falseRate(score.score) })),
    leads: new Map(joint.map((burst) => [burst.lead.key, burst.with.map((other) => other.key)])),
    storyBursts,
    ...(state.snapshot && { state: state.snapshot(), stateTickMs: isOpen ? tickMs - HOUR_MS : tickMs }),
    shown: isOpen ? { shownMs: nowMs, isNow: true } : { shownMs: tickMs + HOUR_MS, isNow: false },
  })
  if (isOpen)
    await writeAlone(store, (write) => refreshStories(write, [...new Set(recent.map((article) => article.storyId))]))
}

function keysOf(article: CountedArticle): string[] {
  const section = article.section === 'not_news' ? [] : [`section:${article.section}`]
  return [`story:${article.storyKey}`, ...article.tagSlugs.map((slug) => `tag:${slug}`), ...section]
}

function membersByKey(articles: readonly CountedArticle[]): Map<string, string[]> {
  const members = new Map<string, string[]>()
  for (const article of articles) {
    for (const key of keysOf(article)) {
      const list = members.get(key)
      if (list) list.push(String(article.family))
      else members.set(key, [String(article.family)])
    }
  }
  return members
}

/** One row a key that was seen in this hour: independent texts, and what the detector held for usual. */
function hoursOf(articles: readonly CountedArticle[], scores: readonly PulseScore[], tickMs: EpochMs): PulseHour[] {
  const scoreOf = new Map(scores.map((score) => [score.key, score]))
  return [...membersByKey(articles)].map(([key, families]) => {
    const score = scoreOf.get(key)
    const expected = score ? score.expected / Math.max(1, score.windowHours) : 0
    return { key, hourMs: tickMs, seen: new Set(families).size, expected, score: score?.score ?? 0 }
  })
}
