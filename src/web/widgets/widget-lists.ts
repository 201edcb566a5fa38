import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { burstSentence } from '../../pulse/words.ts'
import { articleByUrl } from '../../store/articles.ts'
import { pageUrl } from '../api/shapes.ts'
import { articlePage } from '../lists/article.ts'
import { pulseList } from '../lists/pulse.ts'
import { pulseAsked } from '../lists/pulse-asked.ts'
import { rankingList } from '../lists/ranking.ts'
import { RANKING_QUERY, rankingAsked } from '../lists/ranking-asked.ts'
import type { Site } from '../site.ts'

/** A list as another site shows it: links to this one, each with its reason. */
export type WidgetList = { title: string; items: readonly WidgetItem[] }
type WidgetItem = { title: string; url: string; reason: string }

export const WIDGETS = ['related', 'ranking', 'recommendation', 'pulse'] as const
export type WidgetName = (typeof WIDGETS)[number]

/** What a widget may be asked: the article by its key or by its own address, how many entries, and how it looks. */
export const WidgetQuery = z.object({
  article: z.string().max(200).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional(),
  ...RANKING_QUERY,
  limit: z.coerce.number().int().min(1).max(20).default(8),
  theme: z.enum(['auto', 'light', 'dark']).default('auto'),
  accent: z
    .string()
    .regex(/^[0-9a-f]{6}$/i, 'must be six hexadecimal digits')
    .optional(),
})
export type WidgetAsked = z.output<typeof WidgetQuery>

/** One widget's list. @throws AppError not_found for an article that is not known here */
export async function widgetList(
  site: Site,
  name: WidgetName,
  asked: WidgetAsked,
  origin: string,
): Promise<WidgetList> {
  const list = await listOf(site, name, asked, origin)
  return { title: list.title, items: list.items.slice(0, asked.limit) }
}

async function listOf(site: Site, name: WidgetName, asked: WidgetAsked, origin: string): Promise<WidgetList> {
  switch (name) {
    case 'ranking': {
      const list = await rankingList(site, rankingAsked(asked))
      const items = list.rows.map(({ story, reason }) => storyItem(origin, story, reason.text))
      return { title: 'Ranking', items }
    }
    case 'pulse': {
      const list = await pulseList(site, pulseAsked({ section: asked.section, hours: 24 }))
      const items = list.rows.map(({ burst }) => ({
        title: burst.name,
        url: pageUrl(origin, burst.kind, burst.slug),
        reason: burstSentence(burst),
      }))
      return { title: 'Rising', items }
    }
    case 'related': {
      const page = await pageAsked(site, asked)
      const items = page.related.map(({ article, reason }) => ({
        title: article.title,
        url: pageUrl(origin, 'article', article.key),
        reason: reason.text,
      }))
      return { title: 'Related', items }
    }
    case 'recommendation': {
      const page = await pageAsked(site, asked)
      const items = page.recommendation.map(({ story, reason }) => storyItem(origin, story, reason.text))
      return { title: 'Recommendation', items }
    }
  }
}

function storyItem(origin: string, story: { title: string; key: string }, reason: string): WidgetItem {
  return { title: story.title, url: pageUrl(origin, 'story', story.key), reason }
}

async function pageAsked(site: Site, asked: WidgetAsked) {
  const key =
    asked.article ?? (asked.url === undefined ? null : ((await articleByUrl(site.store, asked.url))?.key ?? null))
  const page = key === null ? null : await articlePage(site, key)
  if (!page || page.article.hidden)
    throw new AppError(
      'not_found',
      `this site knows no article "${asked.article ?? asked.url ?? ''}": say article=KEY or url=ADDRESS`,
    )
  return page
}
