import { articleCards, articlePages } from '../../store/articles.ts'
import { listFeeds } from '../../store/feeds.ts'
import { numberReaderItems } from '../../store/number-reader-items.ts'
import type { ReaderCondition } from '../../store/reader-query.ts'
import { type ReaderItem, readerItems } from '../../store/reader-state.ts'
import type { Store } from '../../store/store.ts'
import { blocksHtml } from '../feeds/block-html.ts'
import { longItemId, stateName } from '../readers/greader-ids.ts'

/** Items held at a time. */
const BATCH = 200
/**
 * What an account has starred and read, as other readers take it in: the JSON of Google Reader's `reading-list`, in pieces.
 * **Source:** the shape that FreshRSS exports and imports (`origin.feedUrl`, states among the categories).
 */
export async function* exportedMarks(store: Store, account: string): AsyncGenerator<string> {
  await numberReaderItems(store)
  const feeds = new Map((await listFeeds(store)).map((feed) => [feed.id, feed]))
  yield `{"id":${JSON.stringify(`user/${account}/state/com.google/reading-list`)},"title":"Reading list","author":${JSON.stringify(account)},"items":[`
  let isFirst = true
  for (const marks of [{ starred: true }, { starred: false, read: true }]) {
    for await (const items of pagesOf(store, { user: account, ...marks })) {
      const cards = new Map(
        (
          await articleCards(
            store,
            items.map((item) => item.refId),
          )
        ).map((card) => [card.id, card]),
      )
      const pages = await articlePages(store, [...cards.keys()])
      for (const item of items) {
        const card = cards.get(item.refId)
        if (!card) continue
        const feed = card.feedId === null ? undefined : feeds.get(card.feedId)
        const page = pages.get(card.id)
        const line = {
          id: longItemId(item.id),
          title: card.title,
          author: (page?.byline ?? []).join(', '),
          crawlTimeMsec: String(card.firstSeenMs),
          published: Math.floor(card.publishedMs / 1000),
          alternate: card.url === null ? [] : [{ href: card.url, type: 'text/html' }],
          categories: [stateName(item.read ? 'read' : 'unread'), ...(item.starred ? [stateName('starred')] : [])],
          origin: {
            streamId: `feed/${feed?.url ?? ''}`,
            title: feed?.title ?? card.sourceTitle ?? card.owner,
            htmlUrl: feed?.siteUrl ?? '',
            feedUrl: feed?.url ?? '',
          },
          content: { content: blocksHtml(page?.blocks ?? []) },
        }
        yield `${isFirst ? '' : ','}\n${JSON.stringify(line)}`
        isFirst = false
      }
    }
  }
  yield '\n]}\n'
}

async function* pagesOf(store: Store, filter: ReaderCondition): AsyncGenerator<ReaderItem[]> {
  let beforeId: number | undefined
  for (;;) {
    const page = beforeId === undefined ? {} : { beforeId }
    const items = await readerItems(store, { ...filter, order: 'newest', limit: BATCH, ...page })
    const articles = items.filter((item) => item.kind === 'article')
    if (articles.length > 0) yield articles
    if (items.length < BATCH) return
    beforeId = items.at(-1)!.id // a full page has a last item
  }
}
