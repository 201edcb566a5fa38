import type { ArticleCard } from '../../model/card.ts'
import { AppError } from '../../model/errors.ts'
import type { ListEntry, Reason } from '../../model/list.ts'
import { DAY_MS, HOUR_MS } from '../../model/time.ts'
import { OWN_NEW, type OwnCandidate, ownRanking, ownRecommendation, storiesFirst } from '../../rank/own-ranking.ts'
import { articleCards } from '../../store/articles.ts'
import { type OwnArticle, ownArticles, type SiteScope } from '../../store/own-articles.ts'
import { tagBySlug } from '../../store/tags.ts'
import type { Site } from '../site.ts'
import type { ReasonedArticle } from './article.ts'
import type { RankingAsked } from './ranking-asked.ts'

/** One publisher's newest articles that its lists are chosen from. */
const CANDIDATES = 300
/** Reads that count for a list of each window, back from now: an hour's is closed late, so it reaches over two. */
const READS_MS = { hour: 2 * HOUR_MS, day: DAY_MS, week: 7 * DAY_MS } as const

/** What one publisher's own site has for a reader: all of its own articles. `page`: the article that is read; null on a front page. */
export type OwnAsked = { scope: SiteScope; page: ArticleCard | null; limit: number }

/** What matters most on one site. Two queries, with a tag three. @throws AppError not_found for a tag that is none */
export async function ownRankingList(
  site: Site,
  { scope, limit }: Omit<OwnAsked, 'page'>,
  asked: RankingAsked,
): Promise<ReasonedArticle[]> {
  const articles = await candidatesOf(site, scope, asked)
  return withCards(ownRanking(articles.map(candidateOf), { window: asked.window, limit }), articles)
}

/** What belongs with the page, of the same site; filled up with its newest, which say so. Three queries. */
export async function ownRelatedList(site: Site, { scope, page, limit }: OwnAsked): Promise<ReasonedArticle[]> {
  const found = page === null ? [] : ((await site.lists.relatedWithin?.(scope, page.id, limit)) ?? [])
  const reasons = new Map(found.map(({ id, reason }) => [id, reason]))
  const cards = await articleCards(site.store, [...reasons.keys()])
  const list = cards.map((card) => ({ article: card, reason: reasons.get(card.id)! })) // cards are asked for by these ids
  if (list.length >= limit) return list
  const articles = await candidatesOf(site, scope, ANY)
  const newest = without(articles, [...(page ? [page] : []), ...cards]).map(({ card }) => card)
  return [...list, ...newest.map((article) => ({ article, reason: OWN_NEW }))].slice(0, limit)
}

/** What a reader of the page may want next on the same site: nothing that Related shows beside it. Five queries. */
export async function ownRecommendationList(site: Site, asked: OwnAsked): Promise<ReasonedArticle[]> {
  const { scope, page, limit } = asked
  const [articles, related] = await Promise.all([
    candidatesOf(site, scope, ANY),
    page === null ? [] : ownRelatedList(site, { scope, page, limit: RELATED_BESIDE }),
  ])
  const candidates = new Map(articles.map((one) => [one.card.id, candidateOf(one)]))
  const ranked = ownRanking([...candidates.values()], { window: 'day', limit: CANDIDATES })
  const here = page === null ? null : candidateOf({ card: page, burst: 0, owners: 1, reads: 0 })
  const close = related.filter(({ reason }) => reason !== OWN_NEW)
  const shown = new Set(close.map(({ article }) => article.id))
  return withCards(ownRecommendation(ranked, candidates, { page: here, shown, limit }), articles)
}

/** Entries of Related that a page is taken to show beside Recommendation. */
const RELATED_BESIDE = 5

const ANY: RankingAsked = { window: 'day', section: null, tag: null, language: null }

async function candidatesOf(
  site: Site,
  scope: SiteScope,
  { window, section, language, tag }: RankingAsked,
): Promise<OwnArticle[]> {
  const found = tag === null ? null : await tagBySlug(site.store, tag)
  if (tag !== null && !found) throw new AppError('not_found', `there is no tag “${tag.slice(0, 100)}” here`)
  return ownArticles(site.store, scope, {
    limit: CANDIDATES,
    readsSinceMs: site.now() - READS_MS[window],
    section: section ?? undefined,
    language: language ?? undefined,
    tagId: found?.id,
  })
}

/** Those that are none of some others nor copies of them, stories that those do not tell first. */
function without(articles: readonly OwnArticle[], others: readonly ArticleCard[]): OwnArticle[] {
  const ids = new Set(others.map(({ id }) => id))
  const told = new Set(others.map(({ storyId }) => storyId))
  const families = new Set(others.map(({ family }) => family))
  const open = articles.filter(({ card: { id, family } }) => !ids.has(id) && (family === null || !families.has(family)))
  const isTold = ({ card: { storyId } }: OwnArticle) => storyId !== null && told.has(storyId)
  const fresh = storiesFirst(
    open.filter((one) => !isTold(one)),
    ({ card }) => card,
  )
  return [...fresh, ...open.filter(isTold)]
}

function candidateOf({ card, burst, owners, reads }: OwnArticle): OwnCandidate {
  const { id, publishedMs, section, storyId, family } = card
  return { id, publishedMs, section, storyId, family, burst, owners, reads }
}

function withCards(entries: readonly ListEntry<number>[], articles: readonly OwnArticle[]): ReasonedArticle[] {
  const cards = new Map(articles.map(({ card }) => [card.id, card]))
  return entries.flatMap(({ id, reason }): { article: ArticleCard; reason: Reason }[] => {
    const article = cards.get(id)
    return article ? [{ article, reason }] : []
  })
}
