import { z } from 'zod'
import type { BurstCard } from '../../model/card.ts'
import type { NamedBurst } from '../../store/page-bursts.ts'
import type { Series, StoryRow } from '../lists/story-rows.ts'
import type { Site } from '../site.ts'
import { Key, StoryAnswer } from './schemas.ts'
import { pageUrl, storyAnswer, time } from './shapes.ts'

export const SeriesAnswer = z
  .object({
    start: z.iso.datetime().describe('Of the first hour'),
    seen: z.array(z.number()).describe('Independent texts an hour, oldest first'),
    expected: z.array(z.number()).describe('What is usual for these hours'),
  })
  .meta({ id: 'Hours' })

export const StoryRowAnswer = z
  .object({
    story: StoryAnswer,
    first: z
      .object({
        article: Key,
        source: z.string(),
        published: z.iso.datetime(),
        summary: z.string(),
        image: z.string().nullable(),
      })
      .nullable()
      .describe('Who told it first'),
    hours: SeriesAnswer.nullable().describe('Its last day; null where nothing was counted'),
  })
  .meta({ id: 'StoryRow' })

export const EvidenceAnswer = z
  .object({
    key: z.string().describe('story:KEY, tag:SLUG or section:SLUG'),
    tick: z.iso.datetime(),
    score: z.number(),
    seen: z.number(),
    expected: z.number(),
    windowHours: z.number(),
    falseRate: z.number().nullable().describe('False alarms a day over all keys at this score'),
    risesWith: z.array(z.string()).describe('Keys; none in an edition of some sources: others are counted too'),
  })
  .meta({ id: 'Evidence', description: 'What rose, how much, and how surprising it is.' })

export const RisingAnswer = EvidenceAnswer.extend({
  name: z.string(),
  about: z.string().nullable().describe('Section of a story, kind of a tag'),
  url: z.url(),
}).meta({ id: 'Rising' })

export function seriesAnswer(series: Series | null): z.infer<typeof SeriesAnswer> | null {
  return series && { start: time(series.startMs), seen: [...series.seen], expected: [...series.expected] }
}

/** A story as pages show it in a row. */
export function storyRowAnswer(origin: string, { story, first, series }: StoryRow): z.infer<typeof StoryRowAnswer> {
  return {
    story: storyAnswer(origin, story),
    first: first && {
      article: first.key,
      source: first.source,
      published: time(first.publishedMs),
      summary: first.summary,
      image: first.image ?? null,
    },
    hours: seriesAnswer(series),
  }
}

/** What rose. What rises with it is counted over all sources: an edition names nothing that its own do not tell. */
export function evidenceAnswer(
  { edition }: Pick<Site, 'edition'>,
  burst: Omit<BurstCard, 'id'>,
): z.infer<typeof EvidenceAnswer> {
  const { key, tickMs, score, seen, expected, windowHours, falseRate, risesWith } = burst
  return {
    key,
    tick: time(tickMs),
    score,
    seen,
    expected,
    windowHours,
    falseRate,
    risesWith: edition ? [] : [...risesWith],
  }
}

export function risingAnswer(site: Site, origin: string, burst: NamedBurst): z.infer<typeof RisingAnswer> {
  const { kind, slug, name, about } = burst
  return { ...evidenceAnswer(site, burst), name, about, url: pageUrl(origin, kind, slug) }
}
