import type { ExtractedArticle } from '../model/article.ts'
import type { CopyKind } from '../model/copy.ts'
import type { Section } from '../model/tag.ts'
import { DAY_MS, type EpochMs, HOUR_MS } from '../model/time.ts'
import { Agenda } from './agenda.ts'
import { articleUrl, claimedMs, demoArticle, sectionOf } from './demo-article.ts'
import { PAPERS } from './outlets.ts'
import { type Plan, StoryPlanner } from './plan.ts'
import { childSeed, seededRandom, shuffled } from './random.ts'
import { newsRhythm } from './rhythm.ts'
import { ROUTINES, type Routine } from './side-texts.ts'
import { KINDS, makeStory } from './story.ts'
import { publishedMs, writtenText } from './written-text.ts'

/** What the world knows about an item and a reader has to find out. */
export type DemoTruth = {
  story: string
  /** URL of the text that it was copied from; null for an original. */
  copyOf: string | null
  kind: CopyKind | null
  /** The burst that it belongs to: many independent texts in few hours. A flood by one feed is none. */
  burst: string | null
  /** What the page had in place of clean words, in reading order. */
  injected: string[]
  /** Whole days by which a copy claims to be younger than its original; null for an original. */
  redatedDays: number | null
}

/** One article of the invented world as the system would hold it after reading, with the feed it came by. */
export type DemoItem = {
  article: ExtractedArticle
  feedUrl: string
  feedTitle: string
  siteUrl: string
  host: string
  firstSeenMs: EpochMs
  section: Section
  truth: DemoTruth
}

export type DemoOptions = {
  articles: number
  seed: number
  /** The moment up to which the world has happened; a burst is rising right then. */
  endMs: EpochMs
  /** How many days it spans; more for more articles when left out. */
  days?: number
}

// About as many a day as a region's papers print together; fewer than a week would have no routines.
const ARTICLES_A_DAY = 1_000
const LEAST_DAYS = 7
/** The burst at the end: this share of all articles, within bounds that make it visible and keep it plausible. */
const RISING_SHARE = 0.07
const RISING_MOST = 24
const RISING_SPAN_MS = 5 * HOUR_MS
// Routines are the small print of an edition, never the most of it.
const ROUTINE_SHARE = 0.08

/**
 * The invented news world, in order of time, one article after the other: `articles` items, the last just before `endMs`.
 * The same options give the same bytes. Memory does not grow with `articles`: only what is planned for the coming days is kept.
 */
export function* demoArticles(options: DemoOptions): Generator<DemoItem> {
  const { articles, seed, endMs } = options
  if (articles <= 0) return
  const days = options.days ?? Math.max(LEAST_DAYS, Math.ceil(articles / ARTICLES_A_DAY))
  const startMs = endMs - days * DAY_MS
  const agenda = new Agenda<Plan>()
  let order = 0
  const put = (plans: readonly Plan[]): void => {
    for (const plan of plans) agenda.add(Object.assign(plan, { order: order++ }))
  }
  const rising = risingPlans(articles, seed, endMs)
  const routineBudget = Math.floor((articles - rising.length) * ROUTINE_SHARE)
  const routines = routinePlans(seed, startMs, endMs, routineBudget)
  const budget = articles - rising.length - countRoutines(startMs, endMs, routineBudget)
  put(rising)

  const rhythm = newsRhythm(startMs, endMs)
  let routine = routines.next()
  let planned = 0
  let stories = 0
  while (planned < budget || !routine.done) {
    const storyMs = planned < budget ? rhythm(planned / budget) : Number.POSITIVE_INFINITY
    const nextMs = Math.min(storyMs, routine.done ? Number.POSITIVE_INFINITY : routine.value.atMs)
    while (agenda.nextMs < nextMs) yield demoItem(agenda.take()!)
    if (!routine.done && routine.value.atMs <= storyMs) {
      put([routine.value])
      routine = routines.next()
    } else {
      const plans = nextStory(stories++, seed, storyMs, endMs).slice(0, budget - planned)
      planned += plans.length
      put(plans)
    }
  }
  for (let plan = agenda.take(); plan !== undefined; plan = agenda.take()) yield demoItem(plan)
}

// Money makes news more often than its three kinds would.
const ROTATION = [...KINDS, ...KINDS.filter(({ section }) => section === 'economy')]

/** Kinds come in turn, in another order each round, so that two stories of one kind seldom run side by side. */
function nextStory(number: number, seed: number, startMs: EpochMs, endMs: EpochMs): Plan[] {
  const round = Math.floor(number / ROTATION.length)
  const kind = shuffled(ROTATION, seededRandom(childSeed(seed, 7 + round)))[number % ROTATION.length]!
  const story = makeStory(`n${number.toString(36)}`, childSeed(seed, number + 1_000), kind, startMs)
  return new StoryPlanner(story, endMs).plan()
}

function risingPlans(articles: number, seed: number, endMs: EpochMs): Plan[] {
  const count = Math.min(RISING_MOST, Math.floor(articles * RISING_SHARE))
  if (count < 3) return []
  const kind = KINDS.find(({ name }) => name === 'river-flood')!
  const story = makeStory('rising', childSeed(seed, 5), kind, endMs - RISING_SPAN_MS)
  return new StoryPlanner(story, endMs).planRising(count)
}

/** Every routine's moments in order, cut after `budget` of them. */
function* routineMoments(
  startMs: EpochMs,
  endMs: EpochMs,
  budget: number,
): Generator<{ routine: Routine; atMs: EpochMs }> {
  let left = budget
  for (let dayMs = Math.floor(startMs / DAY_MS) * DAY_MS; dayMs < endMs && left > 0; dayMs += DAY_MS) {
    const weekday = new Date(dayMs).getUTCDay()
    for (const routine of ROUTINES) {
      const atMs = dayMs + routine.hour * HOUR_MS
      if (routine.weekday !== weekday || atMs < startMs || atMs >= endMs || left === 0) continue
      left -= 1
      yield { routine, atMs }
    }
  }
}

function countRoutines(startMs: EpochMs, endMs: EpochMs, budget: number): number {
  let count = 0
  for (const _ of routineMoments(startMs, endMs, budget)) count += 1
  return count
}

function* routinePlans(seed: number, startMs: EpochMs, endMs: EpochMs, budget: number): Generator<Plan, undefined> {
  for (const { routine, atMs } of routineMoments(startMs, endMs, budget)) {
    const kind = { ...KINDS[0]!, section: routine.section, crumb: 'Every week' }
    const id = `w${Math.floor(atMs / HOUR_MS).toString(36)}`
    const story = makeStory(id, childSeed(seed, atMs / HOUR_MS), kind, atMs)
    const outlet = PAPERS[ROUTINES.indexOf(routine) % 10]!
    const shape = { kind: 'routine' as const, routine }
    yield { atMs, order: 0, story, index: 0, shape, outlet, seed: childSeed(story.seed, 2), copy: null, burst: null }
  }
  return undefined
}

function demoItem(plan: Plan): DemoItem {
  const article = demoArticle(plan, writtenText(plan))
  const { outlet, copy, story } = plan
  const redatedMs = copy === null ? 0 : claimedMs(plan) - publishedMs(copy.of)
  return {
    article,
    feedUrl: `https://${outlet.host}/feed.xml`,
    feedTitle: outlet.name,
    siteUrl: `https://${outlet.host}/`,
    host: outlet.host,
    firstSeenMs: plan.atMs,
    section: sectionOf(plan),
    truth: {
      story: story.id,
      copyOf: copy === null ? null : articleUrl(copy.of, writtenText(copy.of).title),
      kind: copy?.kind ?? null,
      burst: plan.burst,
      injected: article.repairs.map(({ found }) => found),
      redatedDays: copy === null ? null : Math.max(0, Math.floor(redatedMs / DAY_MS)),
    },
  }
}
