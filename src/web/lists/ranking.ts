import type { StoryCard, TagCard } from '../../model/card.ts'
import { AppError } from '../../model/errors.ts'
import type { Reason } from '../../model/list.ts'
import { DAY_MS, HOUR_MS } from '../../model/time.ts'
import { diversify } from '../../rank/diversify.ts'
import { lowestKey, wilsonLowerBound } from '../../rank/ranking.ts'
import { RISING_MIN } from '../../store/page-stories.ts'
import type { StoryLead } from '../../store/ranked-stories.ts'
import { tagBySlug } from '../../store/tags.ts'
import type { Site } from '../site.ts'
import { leadsOf, rankedOf } from './past.ts'
import type { RankingAsked } from './ranking-asked.ts'
import { type StoryRow, storyRows } from './story-rows.ts'

export type RankingList = {
  asked: RankingAsked
  tag: TagCard | null
  /** Languages of the stories at hand, commonest first: what the filter offers. */
  languages: readonly string[]
  rows: readonly (StoryRow & { reason: Reason })[]
}

const ROWS = 25
/** Stories that a varied list is chosen from: twice the list, and what one owner may fill beside. */
const CANDIDATES = 60
const SPANS_MS = { hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS } as const
/** Owners of a story up to which it is the voice of whoever leads it; what more tell is nobody's own. */
const ONE_VOICE = 2

/**
 * What matters most of an hour, a day or a week, by the decaying key of each, at most two of any ten rows from one owner and like stories
 * apart. Five queries at most. @throws AppError not_found for a tag that is none
 */
export async function rankingList(site: Site, asked: RankingAsked): Promise<RankingList> {
  const tag = asked.tag === null ? null : await tagBySlug(site.store, asked.tag)
  if (asked.tag !== null && !tag) throw new AppError('not_found', `there is no tag “${asked.tag.slice(0, 100)}” here`)
  const now = site.now()
  const sinceMs = now - SPANS_MS[asked.window]
  const stories = await rankedOf(site, {
    window: asked.window,
    sinceMs,
    fromKey: lowestKey(asked.window, sinceMs),
    limit: CANDIDATES,
    ...(asked.section === null ? {} : { section: asked.section }),
    ...(asked.language === null ? {} : { language: asked.language }),
    ...(tag === null ? {} : { tagId: tag.id }),
  })
  const leads = await leadsOf(site, stories, now - HOUR_MS)
  const chosen = varied(stories, leads, asked)
  const rows = await storyRows(site, chosen)
  const lastHour = (story: StoryCard) => leads.get(story.id)?.ownersSince ?? 0
  return {
    asked,
    tag,
    languages: commonest(stories.map((story) => story.language).filter((language) => language !== 'und')),
    rows: rows.map((row) => ({ ...row, reason: rankingReason(row.story, lastHour(row.story)) })),
  }
}

/** The list with variety. */
function varied(
  stories: readonly StoryCard[],
  leads: ReadonlyMap<number, StoryLead>,
  { window }: Pick<RankingAsked, 'window'>,
): StoryCard[] {
  const entries = stories.map((story) => {
    const lead = leads.get(story.id)
    const owner = lead && story.ownerCount <= ONE_VOICE ? lead.owner : `story ${story.key}`
    return { story, key: story.rankKeys[window], owner, labels: lead?.tagIds.map(String) ?? [] }
  })
  return diversify(entries, ROWS).map(({ story }) => story)
}

/** Each value once, the commonest first; those that are as common in their order. */
function commonest(values: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value)
}

/** Readers whose opinion is said where one owner alone tells a story: more than half of all readers would likely agree. */
const LIKED = 0.5

/**
 * Why a story stands in Ranking: owners with texts of their own, those of the last hour, a burst where there is one, readers where nobody
 * else confirms it.
 */
export function rankingReason(story: StoryCard, lastHour = 0): Reason {
  const { ownerCount, copyCount, weighedPositive, weighedTotal } = story
  const lately = lastHour > 0 && lastHour < ownerCount ? `, ${lastHour} in the last hour` : ''
  const owners = `told by ${ownerCount} ${ownerCount === 1 ? 'owner' : 'owners'}${lately}`
  const copies =
    copyCount === 0 ? '' : copyCount === 1 ? '; its copy counts nothing' : `; ${copyCount} copies count nothing`
  const values = [String(ownerCount), String(lastHour)]
  const rising = story.burst >= RISING_MIN
  const isLiked = !rising && ownerCount <= 1 && wilsonLowerBound(weighedPositive, weighedTotal) > LIKED
  const said = {
    is: 'ranked',
    rising,
    owners: ownerCount,
    lastHour: lately === '' ? 0 : lastHour,
    copies: copyCount,
    liked: isLiked ? { by: weighedPositive, of: weighedTotal } : null,
  } as const
  if (rising) return { code: 'rising', values, text: `rising, ${owners}${copies}`, said }
  if (isLiked)
    return {
      code: 'reactions',
      values: [String(weighedPositive), String(weighedTotal)],
      text: `${owners}, liked by ${weighedPositive} of ${weighedTotal} readers${copies}`,
      said,
    }
  return { code: 'independent-sources', values, text: `${owners}${copies}`, said }
}
