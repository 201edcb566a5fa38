import { opmlText } from '../opml.ts'
import type { ReaderFeed } from './reader-feeds.ts'

/** Every source as OPML 2.0, in its folders; lists of ours are left out: they are no sources. */
export function opmlOf(feeds: readonly ReaderFeed[], title: string): string {
  const sources = feeds.filter((feed) => feed.source?.kind === 'feed' || feed.source?.kind === 'listing')
  return opmlText(
    title,
    sources.map((feed) => ({ url: feed.feedUrl, title: feed.title, siteUrl: feed.siteUrl, folder: feed.folder })),
  )
}
