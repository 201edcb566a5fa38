import type { ArticleCard } from '../../model/card.ts'
import { articleByKey, articleCards } from '../../store/articles.ts'
import { storiesByKey, storyGroups } from '../../store/page-stories.ts'
import { storyByKey } from '../../store/stories.ts'
import type { Site } from '../site.ts'

/**
 * What a story's page looks at: the whole store where the edition tells the story, as where a text comes from must not be cut off at an
 * edition's border; the edition alone otherwise, which then knows nothing of it. One query, in an edition two.
 */
export async function siteOfStory(site: Site, key: string): Promise<Site> {
  if (!site.edition) return site
  const whole = { ...site, store: site.edition.whole }
  const found = await storyByKey(whole.store, key)
  const now = found && 'movedTo' in found ? found.movedTo : key
  return (await storiesByKey(site.store, [now])).length > 0 ? whole : site
}

/** The same for the page of an article: the whole store where the edition tells its story. Three queries in an edition. */
export async function siteOfArticle(site: Site, key: string): Promise<Site> {
  if (!site.edition) return site
  const whole = { ...site, store: site.edition.whole }
  const storyId = (await articleByKey(whole.store, key))?.storyId ?? null
  if (storyId === null) return site
  const group = { name: 'own', order: 'newest' as const, ids: [storyId], limit: 1 }
  const told = (await storyGroups(site.store, [group], 0)).get('own') ?? []
  return told.length > 0 ? whole : site
}

/** Ids of those articles that an edition has not among its own; none where there is no edition. One query in an edition. */
export async function outsideEdition(site: Site, articles: readonly Pick<ArticleCard, 'id'>[]): Promise<Set<number>> {
  if (!site.edition) return new Set()
  const own = await articleCards(
    site.store,
    articles.map(({ id }) => id),
  )
  const ids = new Set(own.map(({ id }) => id))
  return new Set(articles.map(({ id }) => id).filter((id) => !ids.has(id)))
}
