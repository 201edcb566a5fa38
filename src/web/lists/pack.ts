import type { StoryCard } from '../../model/card.ts'
import { SECTIONS } from '../../model/tag.ts'
import { DAY_MS } from '../../model/time.ts'
import type { CandidatePack, PackEntry } from '../../rank/candidate-pack.ts'
import { firstTellings } from '../../store/page-articles.ts'
import { storyGroups } from '../../store/page-stories.ts'
import { tagsOfArticles } from '../../store/tags.ts'
import type { Site } from '../site.ts'
import { storyPath } from '../views/links.ts'
import { sectionName } from '../views/messages.ts'

/** Name of the pack that holds something of every section. */
export const ALL_SECTIONS = 'all'
/** Stories a pack holds: about 4 kB compressed, and ten times what a list shows. */
const ENTRIES = 80
/** Rising stories that lead a pack, as they lead the list without a profile. */
const RISING = 8
/** Tags of a story by which it can be chosen, most salient first. */
const TAGS = 8
/** What one place costs, in doublings: twenty places weigh as much as a reader's strongest tag. */
const PLACE_COST = 0.1

/** What a section (or `all`) offers every reader alike, in the order of its list without a profile; null for no section. Three queries. */
export async function candidatePack(site: Site, slug: string): Promise<CandidatePack | null> {
  const sections = slug === ALL_SECTIONS ? SECTIONS : SECTIONS.filter((section) => section === slug)
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
  const stories = [...new Map([...rising, ...ranked].map((story) => [story.id, story])).values()]
    .filter((story) => story.independentCount > 0)
    .slice(0, ENTRIES)
  const leads = stories.flatMap((story) => story.leadArticleId ?? [])
  const [firsts, tags] = await Promise.all([
    firstTellings(
      site.store,
      stories.map((story) => story.id),
    ),
    tagsOfArticles(site.store, leads),
  ])
  const tagsOf = Map.groupBy(tags, (tag) => tag.articleId)
  const risingIds = new Set(rising.map((story) => story.id))
  const entries = stories.map((story, place) => ({
    ...entryOf(story, risingIds.has(story.id)),
    owner: ownerOf(story, firsts.get(story.id)?.source),
    tags: (tagsOf.get(story.leadArticleId ?? 0) ?? []).slice(0, TAGS).map((tag) => tag.name),
    prior: -PLACE_COST * place,
  }))
  return { section: slug, entries }
}

function entryOf(story: StoryCard, isRising: boolean): Pick<PackEntry, 'id' | 'title' | 'url' | 'reason'> {
  const reason = isRising ? 'rising now' : `among the first in ${sectionName(story.section)} now`
  return { id: story.key, title: story.title, url: storyPath(story.key), reason }
}

/** Whose a story is where one owner alone tells it; a story of many is nobody's. */
function ownerOf(story: StoryCard, source: string | undefined): string {
  return story.ownerCount > 1 || source === undefined ? `story:${story.key}` : source
}
