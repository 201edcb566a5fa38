import type { StoryCard } from '../../model/card.ts'
import { DAY_MS } from '../../model/time.ts'
import type { CandidatePack, PackEntry } from '../../rank/candidate-pack.ts'
import { coldStart } from '../../rank/cold-start.ts'
import { firstTellings } from '../../store/page-articles.ts'
import { storyGroups } from '../../store/page-stories.ts'
import { readTogetherWith, type TogetherPair } from '../../store/read-together.ts'
import { tagsOfArticles } from '../../store/tags.ts'
import { sectionsOf } from '../editions/sections.ts'
import type { Site } from '../site.ts'
import { storyPath } from '../views/links.ts'
import { sectionName } from '../views/messages.ts'
import { listWeights } from './list-weights.ts'

/** Name of the pack that holds something of every section. */
export const ALL_SECTIONS = 'all'
/** Stories a pack holds: about 4 kB compressed, and ten times what a list shows. */
const ENTRIES = 80
/** Rising stories that lead a pack, as they lead the list without a profile. */
const RISING = 8
/** Tags of a story by which it can be chosen, most salient first. */
const TAGS = 8
/** Stories that lead to one by what readers did, most visits first, and pairs read for a pack. */
const AFTER = 6
const PAIRS = 600
/** What one place costs, in doublings: twenty places weigh as much as a reader's strongest tag. */
const PLACE_COST = 0.1

/** What a section (or `all`) offers every reader alike, in the order of its list without a profile; null for no section. Five queries. */
export async function candidatePack(site: Site, slug: string): Promise<CandidatePack | null> {
  const shown = sectionsOf(site).flatMap(({ section }) => section ?? [])
  const sections = slug === ALL_SECTIONS ? shown : shown.filter((section) => section === slug)
  if (sections.length === 0) return null
  const each = Math.ceil(ENTRIES / sections.length)
  const groups = await storyGroups(
    site.store,
    [
      { name: 'rising', order: 'rising', limit: RISING },
      ...sections.map((section) => ({ name: section, order: 'ranked' as const, section, limit: each })),
    ],
    site.now() - DAY_MS,
  )
  const rising = groups.get('rising') ?? []
  const ranked = sections.flatMap((section) => groups.get(section) ?? []).sort((a, b) => b.rankKey - a.rankKey)
  const found = [...new Map([...rising, ...ranked].map((story) => [story.id, story])).values()]
    .filter((story) => story.independentCount > 0)
    .slice(0, ENTRIES)
  const keys = found.map((story) => story.key)
  const [firsts, tags, pairs, weights] = await Promise.all([
    firstTellings(
      site.store,
      found.map((story) => story.id),
    ),
    tagsOfArticles(
      site.store,
      found.flatMap((story) => story.leadArticleId ?? []),
    ),
    site.countsReading ? readTogetherWith(site.store, keys, PAIRS) : [],
    listWeights(site),
  ])
  const tagsOf = Map.groupBy(tags, (tag) => tag.articleId)
  const risingKeys = new Set(rising.map((story) => story.key))
  const owned = found.map((story) => ({ ...story, owner: ownerOf(story, firsts.get(story.id)?.source) }))
  const entries = coldStart(owned, { rising: risingKeys, limit: ENTRIES }).map((story, place) => ({
    ...entryOf(story, risingKeys.has(story.key)),
    owner: story.owner,
    tags: (tagsOf.get(story.leadArticleId ?? 0) ?? []).slice(0, TAGS).map((tag) => tag.name),
    prior: -PLACE_COST * place,
    ...readAfter(story.key, pairs),
  }))
  return { section: slug, entries, ...weightsOf(weights) }
}

function entryOf(story: StoryCard, isRising: boolean): Pick<PackEntry, 'id' | 'title' | 'url' | 'why' | 'reason'> {
  const told = { id: story.key, title: story.title, url: storyPath(story.key) }
  if (isRising) return { ...told, why: 'rising', reason: 'rising now' }
  return { ...told, why: 'popular', reason: `among the first in ${sectionName(story.section)} now` }
}

/** Stories that readers read with one, most visits first; nothing where there are none. */
function readAfter(key: string, pairs: readonly TogetherPair[]): Pick<PackEntry, 'after'> {
  const others = pairs.flatMap(({ firstKey, secondKey }) =>
    firstKey === key ? [secondKey] : secondKey === key ? [firstKey] : [],
  )
  return others.length === 0 ? {} : { after: others.slice(0, AFTER) }
}

/** Weights that say something, to three digits. */
function weightsOf(weights: Awaited<ReturnType<typeof listWeights>>): Pick<CandidatePack, 'weights'> {
  const learnt = weights.filter(({ weight }) => Math.abs(weight) >= 0.001)
  if (learnt.length === 0) return {}
  return { weights: Object.fromEntries(learnt.map(({ reason, weight }) => [reason, Number(weight.toFixed(3))])) }
}

/** Whose a story is where one owner alone tells it; a story of many is nobody's. */
function ownerOf(story: StoryCard, source: string | undefined): string {
  return story.ownerCount > 1 || source === undefined ? `story:${story.key}` : source
}
