import { z } from 'zod'
import { burstSentence } from '../../pulse/words.ts'
import { pageUrl } from '../api/shapes.ts'
import { homeList } from '../lists/home.ts'
import { rankingList } from '../lists/ranking.ts'
import { RANKING_QUERY, rankingAsked, rankingSearch } from '../lists/ranking-asked.ts'
import { sectionList } from '../lists/section.ts'
import type { StoryRow } from '../lists/story-rows.ts'
import { tagList } from '../lists/tag.ts'
import { withMoment } from '../past.ts'
import type { Site } from '../site.ts'
import { sectionName } from '../views/messages.ts'
import type { FeedList, Fullness } from './list-entries.ts'
import { storyEntries } from './list-entries.ts'

/** The front page’s main column: what rises, each section, the newest. */
export async function homeFeed(site: Site, _name: string, fullness: Fullness): Promise<FeedList> {
  const list = await homeList(site)
  const rows = [...list.rising, ...list.leading, ...list.sections.flatMap((one) => one.rows), ...list.newest]
  const stories = rows.map(({ story, first }) => {
    const burst = list.bursts.get(story.key)
    return { story, first, reason: burst ? burstSentence(burst) : null }
  })
  return {
    title: site.brand.name,
    description: site.brand.tagline,
    pageUrl: withMoment(`${fullness.origin}/`, site.asOf),
    entries: await storyEntries(site, stories, fullness),
  }
}

/** A section’s stories by rank; null when there is no such section. */
export async function sectionFeed(site: Site, slug: string, fullness: Fullness): Promise<FeedList | null> {
  const list = await sectionList(site, slug)
  if (!list) return null
  return {
    title: `${sectionName(slug)} · ${site.brand.name}`,
    description: `Stories of the section ${slug}, by rank`,
    pageUrl: pageUrl(fullness.origin, 'section', slug),
    entries: await storyEntries(site, storiesOf(list.rows), fullness),
  }
}

/** A tag’s stories by rank; null when there is no such tag. */
export async function tagFeed(site: Site, slug: string, fullness: Fullness): Promise<FeedList | null> {
  const list = await tagList(site, slug)
  if (!list) return null
  return {
    title: `${list.tag.name} · ${site.brand.name}`,
    description: `Stories about ${list.tag.name}, by rank`,
    pageUrl: pageUrl(fullness.origin, 'tag', list.tag.slug),
    entries: await storyEntries(site, storiesOf(list.rows), fullness),
  }
}

const RankingQuery = z.object(RANKING_QUERY)

/** Ranking of the last hour, day or week, each story with its reason. @throws ZodError for a window or section that is none */
export async function rankingFeed(
  site: Site,
  _name: string,
  fullness: Fullness,
  query: URLSearchParams,
): Promise<FeedList> {
  const asked = rankingAsked(RankingQuery.parse(Object.fromEntries(query)))
  const list = await rankingList(site, asked)
  const stories = list.rows.map(({ story, first, reason }) => ({ story, first, reason: reason.text }))
  return {
    title: `Ranking of the ${asked.window} · ${site.brand.name}`,
    description: 'What matters most now, each story with its reason',
    pageUrl: withMoment(`${fullness.origin}/ranking${rankingSearch(asked)}`, site.asOf),
    entries: await storyEntries(site, stories, fullness),
  }
}

function storiesOf(rows: readonly StoryRow[]) {
  return rows.map(({ story, first }) => ({ story, first, reason: null }))
}
