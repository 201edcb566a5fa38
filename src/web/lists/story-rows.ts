import type { StoryCard } from '../../model/card.ts'
import { HOUR_MS } from '../../model/time.ts'
import { countedHours } from '../../store/bursts.ts'
import type { FirstTelling } from '../../store/page-articles.ts'
import type { Site } from '../site.ts'
import { firstsOf, openHourAt } from './past.ts'

/** Hours that a row's sparkline tells of, the running one last. */
export const SPARK_HOURS = 24

/** Counts of an hour against what was usual; both run over the same hours, oldest first. */
export type Series = { seen: readonly number[]; expected: readonly number[]; startMs: number }

/** One story as a row: the card, who told it first, and its last hours (null where nothing was counted). */
export type StoryRow = { story: StoryCard; first: FirstTelling | null; series: Series | null }

/** Rows for stories, in the order given. Two queries. */
export async function storyRows(site: Site, stories: readonly StoryCard[]): Promise<StoryRow[]> {
  return (await storyRowsBeside(site, stories, null)).rows
}

/** Rows for stories, and a longer series of other keys (a tag, all sections) added up, read together. Two queries. */
export async function storyRowsBeside(
  site: Site,
  stories: readonly StoryCard[],
  beside: { keys: readonly string[]; hours: number } | null,
): Promise<{ rows: StoryRow[]; series: Series | null }> {
  const keys = stories.map((story) => `story:${story.key}`)
  const [firsts, series] = await Promise.all([
    firstsOf(site, [...new Set(stories.map((story) => story.id))], true),
    seriesOf(site, [{ keys, hours: SPARK_HOURS }, ...(beside ? [beside] : [])]),
  ])
  const rows = stories.map((story) => ({
    story: shownCounts(site, story),
    first: firsts.get(story.id) ?? null,
    series: lastHours(series.get(`story:${story.key}`), SPARK_HOURS),
  }))
  const others = (beside?.keys ?? []).flatMap((key) => series.get(key) ?? [])
  return { rows, series: lastHours(sumOf(others), beside?.hours ?? 0) }
}

/** A story without the counts that the owner has switched off. */
export function shownCounts(site: Site, story: StoryCard): StoryCard {
  const views = site.countViews === false ? 0 : story.views
  return site.reactions.length === 0
    ? { ...story, views, reactionTotal: 0, reactionPositive: 0 }
    : views === story.views
      ? story
      : { ...story, views }
}

/** Series of the same hours added up; undefined for none. */
function sumOf(all: readonly Series[]): Series | undefined {
  const [first, ...others] = all
  if (!first || others.length === 0) return first
  const add = (one: 'seen' | 'expected') =>
    first[one].map((value, at) => others.reduce((sum, series) => sum + (series[one][at] ?? 0), value))
  return { seen: add('seen'), expected: add('expected'), startMs: first.startMs }
}

/** The end of a series; null without one, or where nothing was counted in it. */
function lastHours(series: Series | undefined, hours: number): Series | null {
  if (!series) return null
  const cut = Math.max(0, series.seen.length - hours)
  const seen = series.seen.slice(cut)
  if (!seen.some((count) => count > 0)) return null
  return { seen, expected: series.expected.slice(cut), startMs: series.startMs + cut * HOUR_MS }
}

/** Pulse keys, and how many of their last hours are asked. */
export type SeriesAsked = { keys: readonly string[]; hours: number }

/** The last hours of some pulse keys, quiet hours as 0; keys without any are left out. One query; of a past moment four. */
export async function seriesOf(site: Site, asked: readonly SeriesAsked[]): Promise<Map<string, Series>> {
  const endMs = Math.floor(site.now() / HOUR_MS) * HOUR_MS
  const firstMs = (hours: number) => endMs - (hours - 1) * HOUR_MS
  const hoursOf = new Map(asked.flatMap(({ keys, hours }) => keys.map((key) => [key, hours] as const)))
  const spans = [...new Set(hoursOf.values())].map((hours) => ({
    keys: [...hoursOf.keys()].filter((key) => hoursOf.get(key) === hours),
    sinceMs: firstMs(hours),
  }))
  const found = new Map<string, { seen: number[]; expected: number[]; startMs: number }>()
  const seriesFor = (key: string) => {
    const hours = hoursOf.get(key) ?? 0
    const series = found.get(key) ?? { seen: zeros(hours), expected: zeros(hours), startMs: firstMs(hours) }
    found.set(key, series)
    return series
  }
  for (const hour of await countedHours(site.store, spans)) {
    const series = seriesFor(hour.key)
    const place = Math.floor((hour.hourMs - series.startMs) / HOUR_MS)
    if (place >= 0 && place < series.seen.length) {
      series.seen[place] = hour.seen
      series.expected[place] = hour.expected
    }
  }
  if (site.asOf !== undefined) {
    const counts = await openHourAt(site, site.asOf)
    for (const key of counts ? hoursOf.keys() : []) {
      const seen = counts?.get(key) ?? 0
      if (seen === 0 && !found.has(key)) continue
      seriesFor(key).seen.splice(-1, 1, seen)
    }
  }
  return found
}

function zeros(length: number): number[] {
  return new Array<number>(length).fill(0)
}
