import { DAY_MS, HOUR_MS } from '../../model/time.ts'
import { type NamedBurst, namedBursts } from '../../store/page-bursts.ts'
import { storiesByKey } from '../../store/page-stories.ts'
import { tagsBySlug } from '../../store/tags.ts'
import type { Site } from '../site.ts'
import { type Series, SPARK_HOURS, seriesOf } from './story-rows.ts'

export const PULSE_KINDS = ['story', 'tag', 'section'] as const
/** How far back the last tick may lie, in hours. */
export const PULSE_WINDOWS = [1, 6, 24] as const

export type PulseAsked = {
  kind: (typeof PULSE_KINDS)[number] | null
  section: string | null
  hours: (typeof PULSE_WINDOWS)[number]
}
export type PulseRow = { burst: NamedBurst; series: Series | null; with: readonly { name: string; path: string }[] }
export type PulseList = { asked: PulseAsked; tickMs: number | null; rows: readonly PulseRow[] }

const ROWS = 40
const WITH = 6

/** What rose in the last tick, strongest first, with what rises along. Four queries. */
export async function pulseList(site: Site, asked: PulseAsked): Promise<PulseList> {
  const now = site.now()
  const bursts = await namedBursts(site.store, now, {
    // An hour's tick is written a while after its start: "the last hour" looks back two.
    sinceMs: asked.hours === 24 ? now - DAY_MS : now - (asked.hours + 1) * HOUR_MS,
    leadsOnly: true,
    ...(asked.kind === null ? {} : { kind: asked.kind }),
    ...(asked.section === null ? {} : { section: asked.section }),
    limit: ROWS,
  })
  const along = bursts.map((burst) => burst.risesWith.slice(0, WITH))
  const [series, names] = await Promise.all([
    seriesOf(
      site,
      bursts.map((burst) => burst.key),
      SPARK_HOURS * 2,
    ),
    namesOf(site, along.flat()),
  ])
  const rows = bursts.map((burst, at) => ({
    burst,
    series: series.get(burst.key) ?? null,
    with: along[at]!.flatMap((key) => names.get(key) ?? []), // one list a burst
  }))
  return { asked, tickMs: bursts[0]?.tickMs ?? null, rows }
}

async function namesOf(site: Site, keys: readonly string[]): Promise<Map<string, { name: string; path: string }>> {
  const ids = (kind: string) =>
    keys.filter((key) => key.startsWith(`${kind}:`)).map((key) => key.slice(kind.length + 1))
  const [tags, stories] = await Promise.all([
    tagsBySlug(site.store, ids('tag')),
    storiesByKey(site.store, ids('story')),
  ])
  const names = new Map<string, { name: string; path: string }>()
  for (const tag of tags) names.set(`tag:${tag.slug}`, { name: tag.name, path: `/tag/${encodeURIComponent(tag.slug)}` })
  for (const story of stories)
    names.set(`story:${story.key}`, { name: story.title, path: `/story/${encodeURIComponent(story.key)}` })
  for (const section of ids('section')) names.set(`section:${section}`, { name: section, path: `/section/${section}` })
  return names
}
