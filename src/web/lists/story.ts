import type { ArticleCard, ArticleTagCard, StoryCard } from '../../model/card.ts'
import type { ShownBurst } from '../../store/pulse-shown.ts'
import { tagsOfArticles } from '../../store/tags.ts'
import { outsideEdition, siteOfStory } from '../editions/whole-story.ts'
import type { Site } from '../site.ts'
import { articlesOf, burstOf, storyOfKey } from './past.ts'
import { type Series, seriesOf } from './story-rows.ts'
import { type Telling, tellingOf } from './story-telling.ts'

/** A text and what repeats it: the original (or the earliest copy shown), and its copies, earliest first. */
export type Family = { original: ArticleCard; copies: readonly ArticleCard[] }

export type StoryList = {
  story: StoryCard
  /** Texts that stand for themselves with their copies, earliest first. */
  families: readonly Family[]
  /** Articles in `families`; fewer than the story has where it is very long. */
  shownArticles: number
  /** Ids of the articles that are not of the edition's sources: a story is shown whole. Empty where there is no edition. */
  outside: ReadonlySet<number>
  /** What the story is about: tags of its articles, commonest first. */
  tags: readonly ArticleTagCard[]
  series: Series | null
  burst: ShownBurst | null
  /** What its independent texts say together. */
  telling: Telling
}

/** Newest articles whose tags name the story. */
const TAGGED = 30
const TAGS = 14
const STORY_HOURS = 72

/** One story whole; a merged one gives the key it moved to; null when there is none. Five queries; in an edition three more. */
export async function storyList(site: Site, key: string): Promise<StoryList | { movedTo: string } | null> {
  const told = await siteOfStory(site, key)
  const found = await storyOfKey(told, key)
  if (!found || 'movedTo' in found) return found
  const { story } = found
  const pulseKey = `story:${story.key}`
  const [members, series, burst] = await Promise.all([
    articlesOf(told, story.id),
    seriesOf(site, [{ keys: [pulseKey], hours: STORY_HOURS }]),
    burstOf(site, pulseKey),
  ])
  const articles = members.map(({ card }) => card)
  const outside = await outsideEdition(site, articles)
  const tags = await tagsOfArticles(
    site.store,
    articles.slice(0, TAGGED).map((article) => article.id),
  )
  return {
    story,
    families: familiesOf(articles),
    shownArticles: articles.length,
    outside,
    tags: commonest(tags, TAGS),
    series: series.get(pulseKey) ?? null,
    burst,
    telling: tellingOf(site, story, members),
  }
}

/** Folds articles into families by the original they share. */
function familiesOf(articles: readonly ArticleCard[]): Family[] {
  const byFamily = Map.groupBy(articles.toSorted(earlier), (article) => article.family ?? article.id)
  return [...byFamily.values()].map((members) => {
    const original = members.find((article) => article.copyOf === null) ?? members[0]! // a group has a member
    return { original, copies: members.filter((article) => article !== original) }
  })
}

function earlier(a: ArticleCard, b: ArticleCard): number {
  return a.publishedMs - b.publishedMs || a.id - b.id
}

/** Each tag once, those of most articles first (then the most salient, then lower id). */
function commonest(tags: readonly ArticleTagCard[], limit: number): ArticleTagCard[] {
  const bySlug = [...Map.groupBy(tags, (tag) => tag.slug).values()]
  const weight = (group: readonly ArticleTagCard[]) => group.reduce((sum, tag) => sum + tag.salience, 0)
  return bySlug
    .toSorted((a, b) => weight(b) - weight(a) || a[0]!.id - b[0]!.id) // groups are never empty
    .slice(0, limit)
    .map((group) => group[0]!)
}
