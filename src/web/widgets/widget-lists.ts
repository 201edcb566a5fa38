import type { ArticleCard } from '../../model/card.ts'
import { AppError } from '../../model/errors.ts'
import { articleByKey } from '../../store/articles.ts'
import { articlesByUrls } from '../../store/own-articles.ts'
import { pageUrl } from '../api/shapes.ts'
import { articlePage, type ReasonedArticle } from '../lists/article.ts'
import { ownRankingList, ownRecommendationList, ownRelatedList } from '../lists/own-site.ts'
import { pulseList } from '../lists/pulse.ts'
import { pulseAsked } from '../lists/pulse-asked.ts'
import { rankingList } from '../lists/ranking.ts'
import { rankingAsked } from '../lists/ranking-asked.ts'
import { siteAt } from '../past.ts'
import { pastTurnsOf } from '../past-turns.ts'
import type { Site } from '../site.ts'
import { burstWords } from '../views/burst-words.ts'
import type { CopyChain } from '../views/copy-chain.ts'
import { safeUrl } from '../views/links.ts'
import { say } from '../views/messages.ts'
import { reasonText } from '../views/reasons.ts'
import { spellingsOf } from './page-address.ts'
import { provenanceWidget } from './widget-provenance.ts'
import { scopeOf, type WidgetAsked, type WidgetName } from './widget-query.ts'

/** A list as another site shows it, in the language of the answer. Of provenance there are sentences, and a picture where there are several texts. */
export type WidgetList = {
  title: string
  items: readonly WidgetItem[]
  lead?: string
  facts?: readonly string[]
  chain?: CopyChain | null
  more?: { text: string; url: string }
}
/** `language`: BCP 47, of the title; empty for a name. */
export type WidgetItem = { title: string; url: string; reason: string; language: string }

/** Widgets that can also show a past moment. */
const OF_THE_PAST: ReadonlySet<WidgetName> = new Set(['ranking', 'pulse'])

/** One widget's list. @throws AppError not_found for an article that is not known here, invalid for a past that is not told */
export async function widgetList(
  site: Site,
  name: WidgetName,
  asked: WidgetAsked,
  origin: string,
): Promise<WidgetList> {
  const list = await listAsked(site, name, asked, origin)
  return { ...list, items: list.items.slice(0, asked.limit) }
}

async function listAsked(site: Site, name: WidgetName, asked: WidgetAsked, origin: string): Promise<WidgetList> {
  if (asked.at === undefined) return listOf(site, name, asked, origin)
  if (!OF_THE_PAST.has(name) || asked.site !== undefined)
    throw new AppError('invalid', `at: ${name} is told of now alone`)
  const past = await siteAt(site, asked.at)
  return pastTurnsOf(site.store)(() => listOf(past, name, asked, origin))
}

async function listOf(site: Site, name: WidgetName, asked: WidgetAsked, origin: string): Promise<WidgetList> {
  if (name === 'provenance') return provenanceWidget(site, await keyAsked(site, asked), origin)
  if (asked.site !== undefined && name !== 'pulse') return ownList(site, name, asked, origin)
  switch (name) {
    case 'ranking': {
      const list = await rankingList(site, rankingAsked(asked))
      const items = list.rows.map(({ story, reason }) => storyItem(origin, story, reasonText(reason)))
      return { title: say('ranking'), items }
    }
    case 'pulse': {
      const list = await pulseList(site, pulseAsked({ section: asked.section, hours: 24 }))
      const items = list.rows.map(({ burst }) => ({
        title: burst.name,
        language: '',
        url: pageUrl(origin, burst.kind, burst.slug),
        reason: burstWords(burst),
      }))
      return { title: say('pulse'), items }
    }
    case 'related': {
      const page = await pageAsked(site, asked)
      const items = page.related.map(({ article, reason }) => ({
        title: article.title,
        language: article.language,
        url: pageUrl(origin, 'article', article.key),
        reason: reasonText(reason),
      }))
      return { title: say('related'), items }
    }
    case 'recommendation': {
      const page = await pageAsked(site, asked)
      const items = page.recommendation.map(({ story, reason }) => storyItem(origin, story, reasonText(reason)))
      return { title: say('recommendation'), items }
    }
  }
}

/** A list over one publisher's own articles: every link leads to its own pages. Of a page that is not known yet it is what its front page would have. */
async function ownList(
  site: Site,
  name: 'ranking' | 'related' | 'recommendation',
  asked: WidgetAsked,
  origin: string,
): Promise<WidgetList> {
  const scope = scopeOf(asked.site)! // asked for: its caller has looked
  const { limit } = asked
  if (name === 'ranking')
    return {
      title: say('ranking'),
      items: ownItems(await ownRankingList(site, { scope, limit }, rankingAsked(asked)), origin),
    }
  const page = await cardAsked(site, asked)
  const make = name === 'related' ? ownRelatedList : ownRecommendationList
  return { title: say(name), items: ownItems(await make(site, { scope, page, limit }), origin) }
}

function ownItems(list: readonly ReasonedArticle[], origin: string): WidgetItem[] {
  return list.map(({ article, reason }) => ({
    title: article.title,
    language: article.language,
    url: safeUrl(article.url) ?? pageUrl(origin, 'article', article.key),
    reason: reasonText(reason),
  }))
}

function storyItem(
  origin: string,
  { title, key, language }: { title: string; key: string; language: string },
  reason: string,
): WidgetItem {
  return { title, language, url: pageUrl(origin, 'story', key), reason }
}

/** The key of the article that is meant, by key or by its own address; null where the address is not known here. At most one query. */
async function keyAsked(site: Site, asked: WidgetAsked): Promise<string | null> {
  return asked.article ?? (await cardByAddress(site, asked))?.key ?? null
}

async function cardAsked(site: Site, asked: WidgetAsked): Promise<ArticleCard | null> {
  const found =
    asked.article === undefined ? await cardByAddress(site, asked) : await articleByKey(site.store, asked.article)
  return found && 'hidden' in found && found.hidden ? null : found
}

async function cardByAddress(site: Site, { url }: WidgetAsked): Promise<ArticleCard | null> {
  if (url === undefined) return null
  const spellings = spellingsOf(url)
  const found = await articlesByUrls(site.store, spellings)
  const known = spellings.find((spelling) => found.has(spelling))
  return known === undefined ? null : (found.get(known) ?? null)
}

async function pageAsked(site: Site, asked: WidgetAsked) {
  const key = await keyAsked(site, asked)
  const page = key === null ? null : await articlePage(site, key)
  if (!page || page.article.hidden)
    throw new AppError(
      'not_found',
      `this site knows no article "${asked.article ?? asked.url ?? ''}": say article=KEY or url=ADDRESS`,
    )
  return page
}
