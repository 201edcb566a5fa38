import type { ListEntry } from '../model/list.ts'
import { createRelatedIndex, type RelatedDoc } from '../rank/related.ts'
import { articleCards, articlePages, newestArticles } from '../store/articles.ts'
import type { Store } from '../store/store.ts'
import { tagsOfArticles } from '../store/tags.ts'
import type { SiteLists } from '../web/site.ts'

/** Newest articles that Related is found among. */
const KEPT_ARTICLES = 20_000
/** Articles read at once while the index fills: a page never waits longer than one batch. */
const BATCH = 50

/** The site's Related lists, in memory beside the store: filled from it at a start, and by every stored batch. */
export type LoadedLists = SiteLists & {
  load: () => Promise<void>
  add: (ids: readonly number[]) => Promise<void>
  clear: () => void
}

export function createSiteLists(store: Store): LoadedLists {
  let index = createRelatedIndex({ maxDocs: KEPT_ARTICLES })
  const add = async (ids: readonly number[]) => {
    for (let start = 0; start < ids.length; start += BATCH) {
      for (const doc of await docsOf(store, ids.slice(start, start + BATCH))) index.add(doc)
      await new Promise((resolve) => setImmediate(resolve)) // requests come first
    }
  }
  return {
    related: (articleId, limit): readonly ListEntry<number>[] => index.related(articleId, { limit }),
    add,
    clear: () => {
      index = createRelatedIndex({ maxDocs: KEPT_ARTICLES })
    },
    load: async () => {
      const newest = await newestArticles(store, { limit: KEPT_ARTICLES })
      await add(newest.map((article) => article.id).reverse())
    },
  }
}

async function docsOf(store: Store, ids: readonly number[]): Promise<RelatedDoc[]> {
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
    section: card.section,
  }))
}
