import type { ReactionCount } from '../../model/article.ts'
import type { ArticleCard, ArticleDetail, ArticleTagCard, StoryCard } from '../../model/card.ts'
import type { Reason } from '../../model/list.ts'
import { DAY_MS } from '../../model/time.ts'
import { coldStart } from '../../rank/cold-start.ts'
import { articleByKey, articleCards, familyOf, newestArticles } from '../../store/articles.ts'
import { articleMarks } from '../../store/page-marks.ts'
import { storyGroups } from '../../store/page-stories.ts'
import { outsideEdition, siteOfArticle } from '../editions/whole-story.ts'
import type { Site } from '../site.ts'
import { sectionName } from '../views/messages.ts'
import { rankingReason } from './ranking.ts'

export type ReasonedArticle = { article: ArticleCard; reason: Reason }
export type ReasonedStory = { story: StoryCard; reason: Reason }

/** An article with all that its page shows around it. */
export type ArticlePage = {
  article: ArticleDetail
  /** True where it is of no source of the edition, and is shown for the story that the edition tells. */
  isOutside: boolean
  tags: readonly ArticleTagCard[]
  /** Our readers' reactions; the page's own claimed counts are in `article.page`. */
  reactions: readonly ReactionCount[]
  /** The original and its copies, earliest first; the article alone where it has none. */
  family: readonly ArticleCard[]
  story: StoryCard | null
  related: readonly ReasonedArticle[]
  ranking: readonly ReasonedStory[]
  recommendation: readonly ReasonedStory[]
}

const FAMILY = 60
const RELATED = 10
/** Those that an edition chooses its own from. */
const RELATED_OF_ALL = 120
const RANKING = 8
const RECOMMENDATION = 8

/** One article whole; null when there is none (hidden ones are given: the page decides). Five queries at most. */
export async function articlePage(site: Site, key: string): Promise<ArticlePage | null> {
  const whole = await siteOfArticle(site, key)
  const found = await articleByKey(whole.store, key)
  if (!found) return null
  const outside = await outsideEdition(site, [found])
  const isOutside = outside.has(found.id)
  const article = isOutside ? { ...found, feedId: null } : found // the edition has no page of its source
  const inFamily = article.family !== null && (article.copyOf !== null || article.family === article.id)
  const [marks, family, belonging, stories] = await Promise.all([
    articleMarks(site.store, article.id),
    inFamily ? familyOf(whole.store, article.family!, FAMILY) : [], // not null: inFamily
    relatedTo(site, article),
    storiesAround(site, article),
  ])
  return {
    article,
    isOutside,
    ...marks,
    family: family.length > 0 ? family : [article],
    related: belonging,
    ...stories,
  }
}

/** What belongs with an article; where nothing is known to, the newest of its section, and it says so. One query. */
async function relatedTo(site: Site, article: ArticleDetail): Promise<ReasonedArticle[]> {
  const related = site.lists.related(article.id, site.edition ? RELATED_OF_ALL : RELATED)
  if (related.length > 0) {
    const reasons = new Map(related.map((entry) => [entry.id, entry.reason]))
    const ids = related.map((entry) => entry.id)
    const cards = (await articleCards(site.store, ids)).slice(0, RELATED)
    if (cards.length > 0) return cards.map((card) => ({ article: card, reason: reasons.get(card.id)! })) // cards are asked for by these ids
  }
  const newest = await newestArticles(site.store, { section: article.section, limit: 3 * RELATED })
  const reason: Reason = {
    code: 'newest',
    values: [article.section],
    text: `newest in ${sectionName(article.section)}: nothing closer is known`,
    said: { is: 'section-newest', section: article.section },
  }
  return newest
    .filter((other) => other.id !== article.id && other.copyOf === null && other.family !== article.family)
    .slice(0, RELATED)
    .map((other) => ({ article: other, reason }))
}

/** The article's story, the ranking, and what else a reader of its section may want: one query. */
async function storiesAround(
  site: Site,
  article: ArticleDetail,
): Promise<Pick<ArticlePage, 'story' | 'ranking' | 'recommendation'>> {
  const now = site.now()
  const ids = article.storyId === null ? [] : [article.storyId]
  const groups = await storyGroups(
    site.store,
    [
      { name: 'own', order: 'newest', ids, limit: 1 },
      { name: 'ranking', order: 'ranked', limit: RANKING + 1 },
      { name: 'section', order: 'ranked', section: article.section, limit: 2 * (RANKING + RECOMMENDATION) },
      { name: 'rising', order: 'rising', limit: RECOMMENDATION },
    ],
    now - DAY_MS,
  )
  const others = (name: string) => (groups.get(name) ?? []).filter((story) => story.id !== article.storyId)
  const ranking = others('ranking').slice(0, RANKING)
  const shown = new Set(ranking.map((story) => story.id))
  const rising = new Set(others('rising').map((story) => story.key))
  // As the section's pack is ordered, but for owners: who alone tells a story would be one query more.
  const candidates = [...others('rising'), ...others('section')]
    .filter((story) => !shown.has(story.id) && shown.add(story.id))
    .map((story) => ({ ...story, owner: `story:${story.key}` }))
  const recommendation = coldStart(candidates, { rising, limit: RECOMMENDATION }).map((story) => ({
    story,
    reason: rising.has(story.key) ? RISING : sectionReason(story),
  }))
  return {
    story: groups.get('own')?.[0] ?? null,
    ranking: ranking.map((story) => ({ story, reason: rankingReason(story) })),
    recommendation,
  }
}

const RISING: Reason = { code: 'rising', values: [], text: 'rising now', said: { is: 'rising' } }

function sectionReason(story: StoryCard): Reason {
  return {
    code: 'popular',
    values: [story.section],
    text: `among the first in ${sectionName(story.section)} now`,
    said: { is: 'section-first', section: story.section },
  }
}
