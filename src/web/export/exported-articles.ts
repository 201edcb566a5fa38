import type { ArticleDetail } from '../../model/card.ts'
import { AppError } from '../../model/errors.ts'
import { allArticles, articleCards, articlesByIds } from '../../store/articles.ts'
import { searchPage } from '../../store/search.ts'
import type { Store } from '../../store/store.ts'
import { storyCards } from '../../store/stories.ts'
import { tagsOfArticles } from '../../store/tags.ts'
import { parseQuery } from '../../text/search-query.ts'

/** Articles held at a time: memory stays the same however many go out. */
const BATCH = 200

/**
 * Articles in batches, hidden ones left out: all of them, oldest first, or those that a search finds, newest first.
 * @throws AppError invalid for a query that asks for nothing, or whose operator is given what it does not know
 */
export async function* exportedArticles(store: Store, query: string | null): AsyncGenerator<ArticleDetail[]> {
  if (query !== null) {
    yield* foundArticles(store, query)
    return
  }
  let batch: ArticleDetail[] = []
  for await (const article of allArticles(store, BATCH)) {
    if (article.hidden) continue
    batch.push(article)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function* foundArticles(store: Store, text: string): AsyncGenerator<ArticleDetail[]> {
  const query = parseQuery(text)
  let before: number | null = Number.MAX_SAFE_INTEGER
  while (before !== null) {
    const page = await searchPage(store, query, { limit: BATCH, beforeId: before })
    if (page.problem !== null) throw new AppError('invalid', `the query: ${page.problem}`)
    const articles = await articlesByIds(store, page.ids)
    if (articles.length > 0) yield articles.filter((article) => !article.hidden)
    before = page.nextBeforeId
  }
}

/** Articles as the lines of an export, in their order; four queries at most. The shape is a promise: `docs/api.md`. */
export async function exportLines(store: Store, articles: readonly ArticleDetail[]) {
  const ids = articles.map((article) => article.id)
  const [tags, stories, originals] = await Promise.all([
    tagsOfArticles(store, ids),
    storyCards(store, [...new Set(articles.flatMap((article) => article.storyId ?? []))]),
    articleCards(store, [...new Set(articles.flatMap((article) => article.copyOf ?? []))]),
  ])
  const tagsOf = Map.groupBy(tags, (tag) => tag.articleId)
  const storyOf = new Map(stories.map((story) => [story.id, story.key]))
  const originalOf = new Map(originals.map((original) => [original.id, original.key]))
  return articles.map((article) => ({
    id: article.key,
    url: article.url,
    title: article.title,
    text: article.page.text,
    published: article.page.published,
    firstSeen: new Date(article.firstSeenMs).toISOString(),
    language: article.language,
    section: article.section,
    source: { url: article.owner, title: article.sourceTitle },
    story: article.storyId === null ? null : (storyOf.get(article.storyId) ?? null),
    copyOf: article.copyOf === null ? null : (originalOf.get(article.copyOf) ?? null),
    tags: (tagsOf.get(article.id) ?? []).map((tag) => tag.name),
  }))
}
