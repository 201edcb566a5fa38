import type { BurstCard } from '../../model/card.ts'
import { DAY_MS, HOUR_MS } from '../../model/time.ts'
import { usualRange } from '../../pulse/usual-range.ts'
import { burstsOfSpan, daysOfKey, hoursOfKey } from '../../store/key-history.ts'
import { storyByKey } from '../../store/stories.ts'
import { tagBySlug } from '../../store/tags.ts'
import { sectionOf } from '../editions/sections.ts'
import type { Site } from '../site.ts'

export const HISTORY_KINDS = ['story', 'tag', 'section'] as const
export type HistoryKind = (typeof HISTORY_KINDS)[number]
/** Days that a history may span; up to two weeks are told by the hour, longer ones by the day. */
export const HISTORY_DAYS = [3, 7, 14, 30, 90, 365] as const
export type HistoryDays = (typeof HISTORY_DAYS)[number]

/** One hour or day: independent texts, what is usual, and between which counts nine of ten such lie where nothing happens. */
export type HistoryStep = { startMs: number; seen: number; expected: number; low: number; high: number; rose: boolean }

/** The past of one story, tag or section. `slug` is its own now, where another led to it. */
export type HistoryList = {
  kind: HistoryKind
  slug: string
  name: string
  days: HistoryDays
  stepHours: 1 | 24
  /** Every hour or day of the span, oldest first. */
  steps: readonly HistoryStep[]
  /** Ticks in which it rose, oldest first. */
  bursts: readonly BurstCard[]
}

const BY_THE_HOUR_DAYS = 14
/** Ticks of bursts that are read: a year of one that rises a day a week. */
const BURSTS = 1_500

/** What one key brought, hour by hour or day by day, up to now; null where there is no such key. Three queries, four for a merged story. */
export async function historyList(
  site: Site,
  asked: { kind: HistoryKind; slug: string; days: HistoryDays },
): Promise<HistoryList | null> {
  const named = await nameOfKey(site, asked.kind, asked.slug)
  if (!named) return null
  const stepHours = asked.days <= BY_THE_HOUR_DAYS ? 1 : 24
  const stepMs = stepHours * HOUR_MS
  const toMs = Math.floor(site.now() / stepMs) * stepMs + stepMs
  const span = { fromMs: toMs - asked.days * DAY_MS, toMs }
  const key = `${asked.kind}:${named.slug}`
  const [found, bursts] = await Promise.all([
    stepHours === 1 ? hoursOfKey(site.store, key, span) : daysOfKey(site.store, key, span),
    burstsOfSpan(site.store, key, { fromMs: span.fromMs, toMs: site.now() + 1 }, BURSTS),
  ])
  const known = new Map(
    found.map((row) =>
      'dayMs' in row
        ? [row.dayMs, { seen: row.seen, expected: row.expectedHourly * 24 }]
        : [row.hourMs, { seen: row.seen, expected: row.expected }],
    ),
  )
  const roseIn = new Set(bursts.map((burst) => Math.floor(burst.tickMs / stepMs) * stepMs))
  const starts = Array.from({ length: (toMs - span.fromMs) / stepMs }, (_, at) => span.fromMs + at * stepMs)
  const usual = drawnOn(starts.map((startMs) => known.get(startMs)?.expected ?? null))
  const steps = starts.map((startMs, at) => ({
    startMs,
    seen: known.get(startMs)?.seen ?? 0,
    expected: usual[at]!, // one a start
    ...usualRange(usual[at]!, stepHours),
    rose: roseIn.has(startMs),
  }))
  return { kind: asked.kind, ...named, days: asked.days, stepHours, steps, bursts }
}

/** What a pulse key is called, and its slug now where another led to it; null where there is none. Two queries at most. */
export async function nameOfKey(
  site: Site,
  kind: HistoryKind,
  slug: string,
): Promise<{ slug: string; name: string } | null> {
  if (kind === 'section') return sectionOf(site, slug)?.section ? { slug, name: slug } : null
  if (kind === 'tag') {
    const tag = await tagBySlug(site.store, slug)
    return tag && { slug: tag.slug, name: tag.name }
  }
  const found = await storyByKey(site.store, slug)
  const now = found && 'movedTo' in found ? await storyByKey(site.store, found.movedTo) : found
  return now && 'story' in now ? { slug: now.story.key, name: now.story.title } : null
}

/** Values with their gaps filled: straight from one known value to the next, level after the last; zeros before the first, and where none is known. */
function drawnOn(values: readonly (number | null)[]): number[] {
  const filled = values.map((value) => value ?? 0)
  let last = -1
  for (let at = 0; at <= values.length; at++) {
    const next = at < values.length ? values[at]! : null
    if (next === null && at < values.length) continue
    for (let gap = last + 1; gap < at; gap++) {
      const before = last === -1 ? null : filled[last]!
      const share = (gap - last) / (at - last)
      filled[gap] = before === null ? 0 : next === null ? before : before + (next - before) * share
    }
    last = at
  }
  return filled
}
