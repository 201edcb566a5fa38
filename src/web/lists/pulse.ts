import { HOUR_MS } from '../../model/time.ts'
import { type BurstArticle, burstArticles } from '../../store/burst-articles.ts'
import { type NamedBurst, namedBursts } from '../../store/page-bursts.ts'
import { storiesByKey } from '../../store/page-stories.ts'
import { tagsBySlug } from '../../store/tags.ts'
import type { Site } from '../site.ts'
import type { PulseAsked, PulseCursor, PulseKind } from './pulse-asked.ts'
import { type Series, SPARK_HOURS, seriesOf } from './story-rows.ts'

/** One burst with what made it. `section` and `language` are those of most of its texts; null where none is known. */
export type PulseRow = {
  burst: NamedBurst
  series: Series | null
  with: readonly { name: string; path: string }[]
  /** Independent texts of its window, earliest first; the latest ones of a large burst. */
  articles: readonly BurstArticle[]
  section: string | null
  language: string | null
}
export type PulseList = {
  asked: PulseAsked
  tickMs: number | null
  rows: readonly PulseRow[]
  /** Languages that something rises in, commonest first: what the filter offers. */
  languages: readonly string[]
  /** Where the next page begins; null at the end. */
  next: PulseCursor | null
}

const ROWS = 25
const WITH = 6
/** Bursts of one tick that are looked through: the pulse keeps no more. */
const BURSTS = 100
/** Texts of one burst that are read: enough to tell its language and section. */
const ARTICLES = 40

/** What rose in the last tick, strongest first, with the texts that made it and what rises along; 25 a page. Five queries. */
export async function pulseList(site: Site, asked: PulseAsked): Promise<PulseList> {
  const now = site.now()
  const bursts = await namedBursts(site.store, now, {
    // An hour's tick is written a while after its start: "the last hour" looks back two.
    sinceMs: now - (asked.hours === 24 ? 24 : asked.hours + 1) * HOUR_MS,
    leadsOnly: true,
    limit: BURSTS,
  })
  const articles = await burstArticles(site.store, bursts, now, ARTICLES)
  const all = bursts.map((burst) => described(burst, articles.get(burst.key) ?? []))
  const matching = all.filter((row) => matches(row, asked)).filter(({ burst }) => isAfter(burst, asked.after))
  const shown = matching.slice(0, ROWS)
  const last = matching.length > ROWS ? shown.at(-1)?.burst : undefined
  const along = shown.map(({ burst }) => burst.risesWith.slice(0, WITH))
  const keys = shown.map(({ burst }) => burst.key)
  const [series, names] = await Promise.all([seriesOf(site, keys, SPARK_HOURS * 2), namesOf(site, along.flat())])
  const rows = shown.map((row, at) => ({
    ...row,
    series: series.get(row.burst.key) ?? null,
    with: along[at]!.flatMap((key) => names.get(key) ?? []), // one list a burst
  }))
  return {
    asked,
    tickMs: bursts[0]?.tickMs ?? null,
    rows,
    languages: commonest(all.flatMap(({ language }) => language ?? [])),
    next: last ? { score: last.score, id: last.id } : null,
  }
}

type Described = Pick<PulseRow, 'burst' | 'articles' | 'section' | 'language'>

function described(burst: NamedBurst, articles: readonly BurstArticle[]): Described {
  const section = commonest(articles.map((article) => article.section))[0] ?? null
  const language = commonest(articles.map((article) => article.language).filter((one) => one !== 'und'))[0] ?? null
  const own = burst.kind === 'section' ? burst.slug : burst.kind === 'story' ? burst.about : null
  return { burst, articles, section: own ?? section, language }
}

function matches({ burst, section, language }: Described, asked: PulseAsked): boolean {
  return (
    (asked.kind === null || kindMatches(burst, asked.kind)) &&
    (asked.section === null || section === asked.section) &&
    (asked.language === null || language?.toLowerCase() === asked.language.toLowerCase()) &&
    (asked.window === null || burst.windowHours === asked.window)
  )
}

function kindMatches({ kind, about }: NamedBurst, asked: PulseKind): boolean {
  return kind === asked || (kind === 'tag' && about === asked)
}

/** Strongest first, then lower id: the order of `namedBursts`. */
function isAfter(burst: NamedBurst, after: PulseCursor | null): boolean {
  return !after || burst.score < after.score || (burst.score === after.score && burst.id > after.id)
}

/** Each value once, commonest first (ties by value). */
function commonest(values: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value)
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
