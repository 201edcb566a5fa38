import { HOUR_MS } from '../../model/time.ts'
import { type BurstArticle, burstArticles } from '../../store/burst-articles.ts'
import type { NamedBurst } from '../../store/page-bursts.ts'
import { storiesByKey } from '../../store/page-stories.ts'
import { burstsAsOf, type ShownBurst } from '../../store/pulse-shown.ts'
import { tagsBySlug } from '../../store/tags.ts'
import type { Site } from '../site.ts'
import { sectionPath, storyPath, tagPath } from '../views/links.ts'
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
/** Texts of one burst that are read, the latest of more: enough to tell its language and section. */
export const BURST_ARTICLES = 40

/** What rises, as the pulse last showed it, strongest first, with the texts that made it and what rises along; 25 a page. Five queries. */
export async function pulseList(site: Site, asked: PulseAsked): Promise<PulseList> {
  const now = site.now()
  const shown = await burstsAsOf(site.store, now, { limit: BURSTS })
  // An hour's tick begins before it is shown: "the last hour" looks back two.
  const sinceMs = now - (asked.hours + 1) * HOUR_MS
  const { bursts, names } = await namedShown(
    site,
    shown.filter((burst) => burst.tickMs >= sinceMs),
  )
  const articles = await burstArticles(
    site.store,
    bursts,
    { untilMs: now, isPast: site.asOf !== undefined },
    BURST_ARTICLES,
  )
  const told = bursts.map((burst) => described(burst, articles.get(burst.key) ?? []))
  // What rises is counted over all sources: an edition shows it where its own tell of it.
  const all = site.edition ? told.filter((row) => row.articles.length > 0) : told
  const matching = all.filter((row) => matches(row, asked)).filter(({ burst }) => isAfter(burst, asked.after))
  const page = matching.slice(0, ROWS)
  const last = matching.length > ROWS ? page.at(-1)?.burst : undefined
  const series = await seriesOf(site, [{ keys: page.map(({ burst }) => burst.key), hours: SPARK_HOURS * 2 }])
  const rows = page.map((row) => ({
    ...row,
    series: series.get(row.burst.key) ?? null,
    with: row.burst.risesWith.slice(0, WITH).flatMap((key) => names.get(key) ?? []),
  }))
  return {
    asked,
    tickMs: bursts[0]?.tickMs ?? null,
    rows,
    languages: commonest(all.flatMap(({ language }) => language ?? [])),
    next: last ? { score: last.score, key: last.key } : null,
  }
}

/**
 * Bursts with the names of what rose, in their order, and of what rises along, by key. A tag that the owner blocked or merged since rose
 * under a name that is no longer shown: it is left out. Two queries.
 */
export async function namedShown(
  site: Site,
  shown: readonly ShownBurst[],
): Promise<{ bursts: NamedBurst[]; names: ReadonlyMap<string, Named> }> {
  const keys = shown.flatMap((burst) => [burst.key, ...burst.risesWith.slice(0, WITH)])
  const names = await namesOf(site, [...new Set(keys)])
  const bursts = shown.flatMap((burst) => {
    const known = names.get(burst.key)
    const cut = burst.key.indexOf(':')
    const kind = burst.key.slice(0, cut) as NamedBurst['kind'] // keys are written as KIND:ID by the pulse alone
    if (!known) return []
    // An edition names nothing that its own sources do not.
    const risesWith = site.edition ? burst.risesWith.filter((other) => names.has(other)) : burst.risesWith
    return [{ ...burst, risesWith, kind, slug: burst.key.slice(cut + 1), name: known.name, about: known.about }]
  })
  return { bursts, names }
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

/** Strongest first, then by key: the order in which the pulse shows them. */
function isAfter(burst: NamedBurst, after: PulseCursor | null): boolean {
  return !after || burst.score < after.score || (burst.score === after.score && burst.key > after.key)
}

/** Each value once, commonest first (ties by value). */
function commonest(values: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value)
}

/** What a key is called, where its page is, and what it is of: a story's section, a tag's kind. */
type Named = { name: string; path: string; about: string | null }

async function namesOf(site: Site, keys: readonly string[]): Promise<Map<string, Named>> {
  const ids = (kind: string) =>
    keys.filter((key) => key.startsWith(`${kind}:`)).map((key) => key.slice(kind.length + 1))
  const [tags, stories] = await Promise.all([
    tagsBySlug(site.store, ids('tag')),
    storiesByKey(site.store, ids('story')),
  ])
  const names = new Map<string, Named>()
  for (const { slug, name, kind } of tags) names.set(`tag:${slug}`, { name, path: tagPath(slug), about: kind })
  for (const { key, title, section } of stories)
    names.set(`story:${key}`, { name: title, path: storyPath(key), about: section })
  for (const slug of ids('section')) names.set(`section:${slug}`, { name: slug, path: sectionPath(slug), about: null })
  return names
}
