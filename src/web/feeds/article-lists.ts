import type { ArticleCard } from '../../model/card.ts'
import { AppError } from '../../model/errors.ts'
import { MAX_QUERY } from '../../text/search-query.ts'
import { pageUrl } from '../api/shapes.ts'
import { articlePage } from '../lists/article.ts'
import { searchList } from '../lists/search.ts'
import { sourcePage } from '../lists/source.ts'
import { storyList } from '../lists/story.ts'
import { withMoment } from '../past.ts'
import type { Site } from '../site.ts'
import { sourcePath } from '../views/links.ts'
import { articleEntries, type FeedList, type Fullness } from './list-entries.ts'

/** Every article of a story as its page shows them; a merged story gives the one it became; null when there is none. */
export async function storyFeed(site: Site, key: string, fullness: Fullness): Promise<FeedList | null> {
  let list = await storyList(site, key)
  if (list && 'movedTo' in list) list = await storyList(site, list.movedTo)
  if (!list || 'movedTo' in list) return null
  const articles = list.families.flatMap(({ original, copies }) => [
    { article: original, reason: null },
    ...copies.map((article) => ({ article, reason: `A copy of “${original.title}”` })),
  ])
  return {
    title: `${list.story.title} · ${site.brand.name}`,
    description: 'Every article of one story, and which of them are copies',
    pageUrl: withMoment(pageUrl(fullness.origin, 'story', list.story.key), site.asOf),
    entries: await articleEntries(site, articles, fullness),
  }
}

/** What belongs with an article, each entry with its reason; null when there is no such article, or it is hidden. */
export async function relatedFeed(site: Site, key: string, fullness: Fullness): Promise<FeedList | null> {
  const page = await articlePage(site, key)
  if (!page || page.article.hidden) return null
  const related = page.related.map(({ article, reason }) => ({ article, reason: reason.text }))
  return {
    title: `Related to “${page.article.title}” · ${site.brand.name}`,
    description: 'What belongs with one article, and why',
    pageUrl: pageUrl(fullness.origin, 'article', page.article.key),
    entries: await articleEntries(site, related, fullness),
  }
}

/** What came from one source, newest first; null when there is no such source. */
export async function sourceFeed(site: Site, id: string, fullness: Fullness): Promise<FeedList | null> {
  const page = await sourcePage(site, id)
  if (!page) return null
  const name = page.feed.title ?? page.feed.url
  return {
    title: `${name} · ${site.brand.name}`,
    description: `What came from ${name}`,
    pageUrl: `${fullness.origin}${sourcePath(page.feed.id)}`,
    entries: await articleEntries(
      site,
      page.articles.map((article) => ({ article, reason: null })),
      fullness,
    ),
  }
}

/** What a search finds, newest first: a saved search is this feed. Empty for an empty query. */
export async function searchFeed(
  site: Site,
  _name: string,
  fullness: Fullness,
  query: URLSearchParams,
): Promise<FeedList> {
  const asked = (query.get('q') ?? '').slice(0, MAX_QUERY)
  const list = await searchList(site, asked)
  if (list.problem !== null) throw new AppError('invalid', list.problem)
  return {
    title: `${asked} · ${site.brand.name}`,
    description: `Articles that hold: ${asked}`,
    pageUrl: `${fullness.origin}/search?${new URLSearchParams({ q: asked })}`,
    entries: await articleEntries(
      site,
      list.hits.map(({ article, sameText }) => ({ article, reason: sameTextReason(sameText) })),
      fullness,
    ),
  }
}

/** Where else the same text was found; null where it stands alone. */
function sameTextReason(others: readonly ArticleCard[]): string | null {
  if (others.length === 0) return null
  return `The same text: ${others.map((other) => other.sourceTitle ?? other.owner).join(', ')}`
}
