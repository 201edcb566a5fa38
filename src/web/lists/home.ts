import type { StoryCard } from '../../model/card.ts'
import { DAY_MS } from '../../model/time.ts'
import { type NamedBurst, namedBursts } from '../../store/page-bursts.ts'
import type { StoryCandidate, StoryGroup } from '../../store/page-stories.ts'
import { burstsAsOf } from '../../store/pulse-shown.ts'
import { sectionsOf, storiesOfSearches } from '../editions/sections.ts'
import type { Site } from '../site.ts'
import { choicesOf } from './past.ts'
import { namedShown } from './pulse.ts'
import { type Series, type StoryRow, storyRowsBeside } from './story-rows.ts'
import { loneSource, voicesFirst } from './voices-first.ts'

/** What the front page shows. `bursts`: the evidence of the stories in `rising`, by story key. */
export type HomeList = {
  /** What rises; empty on a quiet day. */
  rising: readonly StoryRow[]
  /** The first stories of the ranking, where nothing rises. */
  leading: readonly StoryRow[]
  /** The whole edition's last hours. */
  series: Series | null
  bursts: ReadonlyMap<string, NamedBurst>
  sections: readonly { section: string; rows: readonly StoryRow[] }[]
  newest: readonly StoryRow[]
  ranking: readonly StoryCard[]
  /** Tags that rise, strongest first. */
  tags: readonly NamedBurst[]
  /** Newest stories of sections that Ranking does not hold: what nothing but time chose. */
  forYou: readonly StoryCard[]
}

const RISING = 5
const RANKING = 10
const A_SECTION = 4
const NEWEST = 6
const FOR_YOU = 5
/** Newest stories that Newest and For you are chosen from: deeper, as a flood comes at once. */
const NEWEST_CANDIDATES = 120
/** Stories of a section that its rows are chosen from: a source that floods is one voice among them. */
const CANDIDATES = 16
/** Hours of the edition's own line: two days show their rhythm. */
const EDITION_HOURS = 48
/** Most bursts that are read for one front page: evidence of its stories, and the tags beside. */
const BURSTS = 120

/** Everything on the front page, no story twice in its main column, many voices first in each list. Five queries. */
export async function homeList(site: Site): Promise<HomeList> {
  const now = site.now()
  const groups: StoryGroup[] = [
    { name: 'rising', order: 'rising', limit: RISING },
    { name: 'ranking', order: 'ranked', limit: RANKING + RISING },
    { name: 'newest', order: 'newest', limit: NEWEST_CANDIDATES },
    ...(await sectionGroups(site)),
  ]
  const [{ found, cardsOf }, bursts] = await Promise.all([choicesOf(site, groups, now - DAY_MS), burstsBeside(site)])
  const group = (name: string) => (found.get(name) ?? []).map(toldBy)
  const heard = new Set<string>()
  const shown = new Set<number>()
  const take = (stories: readonly Told[], limit: number) => {
    const taken = stories.filter(({ story }) => !shown.has(story.id)).slice(0, limit)
    for (const told of taken) {
      shown.add(told.story.id)
      const source = loneSource(told)
      if (source !== null) heard.add(source)
    }
    return taken
  }
  const rising = take(group('rising'), RISING)
  const leading = rising.length > 0 ? [] : take(group('ranking'), RISING)
  // Many voices first, over all sections: a source that floods is one of them.
  const sections = sectionsOf(site).map(({ slug }) => ({
    section: slug,
    stories: take(voicesFirst(group(nameOf(slug)), heard), A_SECTION),
  }))
  const newestVaried = onePerLoneSource(group('newest')).filter(({ story }) => story.independentCount > 0)
  const newest = take(newestVaried, NEWEST)
  const ranking = group('ranking').slice(0, RANKING)
  const elsewhere = new Set([...ranking, ...newest].map(({ story }) => story.id))
  const forYou = newestVaried.filter(({ story }) => !elsewhere.has(story.id)).slice(0, FOR_YOU)
  const listed = [...rising, ...leading, ...sections.flatMap(({ stories }) => stories), ...newest]
  const cards = await cardsOf([...listed, ...ranking, ...forYou].map(({ story }) => story.id))
  const cardsFor = (stories: readonly Told[]) => stories.flatMap(({ story }) => cards.get(story.id) ?? [])
  const { rows, series } = await storyRowsBeside(site, cardsFor(listed), {
    keys: sectionsOf(site).flatMap(({ section }) => (section === null ? [] : [`section:${section}`])),
    hours: EDITION_HOURS,
  })
  const rowOf = new Map(rows.map((row) => [row.story.id, row]))
  const rowsOf = (stories: readonly Told[]) => stories.flatMap(({ story }) => rowOf.get(story.id) ?? [])
  return {
    rising: rowsOf(rising),
    leading: rowsOf(leading),
    series,
    bursts: new Map(bursts.filter((burst) => burst.kind === 'story').map((burst) => [burst.slug, burst])),
    sections: sections
      .map(({ section, stories }) => ({ section, rows: rowsOf(stories) }))
      .filter(({ rows }) => rows.length > 0),
    newest: rowsOf(newest),
    ranking: cardsFor(ranking),
    tags: bursts.filter((burst) => burst.kind === 'tag').slice(0, 12),
    forYou: cardsFor(forYou),
  }
}

/** A candidate as variety is judged. */
type Told = { story: StoryCandidate; first: { source: string } | null }

const toldBy = (story: StoryCandidate): Told => ({
  story,
  first: story.source === null ? null : { source: story.source },
})

/** The groups that the site's sections are chosen from; of the owner's own, by their searches. */
async function sectionGroups(site: Site): Promise<StoryGroup[]> {
  return Promise.all(
    sectionsOf(site).map(async ({ slug, section, searches }) => ({
      name: nameOf(slug),
      order: 'ranked' as const,
      limit: CANDIDATES,
      ...(section === null ? { ids: await storiesOfSearches(site, searches) } : { section }),
    })),
  )
}

/** A section's group: no slug of an owner's is taken for another list of the page. */
function nameOf(slug: string): string {
  return `section ${slug}`
}

/** Everything that rises: evidence of stories, and the tags beside. */
async function burstsBeside(site: Site): Promise<NamedBurst[]> {
  const now = site.now()
  if (site.asOf !== undefined)
    return (await namedShown(site, await burstsAsOf(site.store, now, { all: true, limit: BURSTS }))).bursts
  return namedBursts(site.store, now, { sinceMs: now - DAY_MS, leadsOnly: false, limit: BURSTS })
}

/** Newest stories, one of what each source alone tells: here a flood fills no rows, the section pages hold it. An edition of one source is shown as it is. */
function onePerLoneSource(rows: readonly Told[]): readonly Told[] {
  const sources = new Set(rows.map((row) => row.first?.source))
  if (sources.size < 2) return rows
  const heard = new Set<string>()
  return rows.filter((row) => {
    const source = loneSource(row)
    if (source === null) return true
    const isNew = !heard.has(source)
    heard.add(source)
    return isNew
  })
}
