import type { ListEntry } from '../model/list.ts'
import { createRelatedIndex } from '../rank/related.ts'
import { articleCards, articlePages, newestArticles } from '../store/articles.ts'
import { articleIdsAfter, highestArticleId } from '../store/newer-articles.ts'
import type { Store } from '../store/store.ts'
import { tagsOfArticles } from '../store/tags.ts'
import type { SiteLists } from '../web/site.ts'
import { hostOf } from '../web/views/links.ts'
import { createOwnIndexes, type PlacedDoc } from './own-indexes.ts'

/** Newest articles that Related is found among. */
const KEPT_ARTICLES = 20_000
/** Share of an article that must stand in what is called related: at .1 an article of the demo has seven, one that has nothing to do with the rest none. */
const LEAST_SHARE = 0.1
/** Articles read at once while the index fills: a page never waits longer than one batch. */
const BATCH = 50
/** Articles of other processes that are taken in at once; the rest waits for the next look. */
const CATCH_UP = 1_000

/** The site's Related lists, in memory beside the store: filled from it at a start, and by every stored batch. */
export type LoadedLists = SiteLists & {
  load: () => Promise<void>
  add: (ids: readonly number[]) => Promise<void>
  /** Takes in what another process (a verb beside the server) has stored since the last look; gives how many. Cheap when nothing has. */
  catchUp: () => Promise<number>
  clear: () => void
}

export function createSiteLists(store: Store): LoadedLists {
  let index = createRelatedIndex({ maxDocs: KEPT_ARTICLES })
  const ownIndexes = createOwnIndexes(store, (ids) => docsOf(store, ids))
  const wanted = { leastShare: LEAST_SHARE, everyRole: true }
  /** Every id up to here was looked at; null until the store has been read once. */
  let lookedUpTo: number | null = null
  /** Ids beyond it that our own line has brought. */
  const own = new Set<number>()
  const take = async (ids: readonly number[]) => {
    for (let start = 0; start < ids.length; start += BATCH) {
      for (const doc of await docsOf(store, ids.slice(start, start + BATCH))) {
        index.add(doc)
        ownIndexes.offer(doc)
      }
      await new Promise((resolve) => setImmediate(resolve)) // requests come first
    }
  }
  return {
    related: (articleId, limit): readonly ListEntry<number>[] => index.related(articleId, { ...wanted, limit }),
    relatedWithin: (scope, articleId, limit) =>
      ownIndexes.related(scope, articleId, { shared: index, options: { ...wanted, limit } }),
    add: async (ids) => {
      for (const id of ids) own.add(id)
      await take(ids)
    },
    catchUp: async () => {
      if (lookedUpTo === null) return 0
      const ids = await articleIdsAfter(store, lookedUpTo, CATCH_UP)
      const foreign = ids.filter((id) => !own.has(id))
      lookedUpTo = ids.at(-1) ?? lookedUpTo
      for (const id of own) if (id <= lookedUpTo) own.delete(id)
      await take(foreign)
      return foreign.length
    },
    clear: () => {
      ownIndexes.clear()
      index = createRelatedIndex({ maxDocs: KEPT_ARTICLES })
    },
    load: async () => {
      const highest = await highestArticleId(store)
      const newest = await newestArticles(store, { limit: KEPT_ARTICLES })
      await take(newest.map((article) => article.id).reverse())
      lookedUpTo = highest
    },
  }
}

async function docsOf(store: Store, ids: readonly number[]): Promise<PlacedDoc[]> {
  const [cards, pages, tags] = await Promise.all([
    articleCards(store, ids),
    articlePages(store, ids),
    tagsOfArticles(store, ids),
  ])
  const tagsOf = Map.groupBy(tags, (tag) => tag.articleId)
  return cards.map((card) => ({
    id: card.id,
    title: card.title,
    text: pages.get(card.id)?.text ?? '',
    publishedMs: card.publishedMs,
    tags: (tagsOf.get(card.id) ?? []).map((tag) => tag.name),
    storyId: card.storyId,
    family: card.family,
    owner: card.owner,
    language: card.language,
    host: card.url === null ? null : hostOf(card.url),
    feedId: card.feedId,
  }))
}
