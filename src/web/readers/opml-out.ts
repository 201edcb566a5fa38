import { xmlAttributes, xmlElement } from '../feeds/xml.ts'
import type { ReaderFeed } from './reader-feeds.ts'

/** Every source as OPML 2.0, in its folders; lists of ours are left out: they are no sources. **Source:** opml.org/spec2.opml */
export function opmlOf(feeds: readonly ReaderFeed[], title: string): string {
  const sources = feeds.filter((feed) => feed.source?.kind === 'feed' || feed.source?.kind === 'listing')
  const folders = [...new Set(sources.map((feed) => feed.folder))]
  const body = folders.map((folder) => {
    const lines = sources.filter((feed) => feed.folder === folder).map(outline)
    return `<outline${xmlAttributes({ text: folder, title: folder })}>\n${lines.join('\n')}\n</outline>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0">\n<head>${xmlElement('title', title)}</head>\n<body>\n${body.join('\n')}\n</body>\n</opml>\n`
}

function outline(feed: ReaderFeed): string {
  return `<outline${xmlAttributes({ type: 'rss', text: feed.title, title: feed.title, xmlUrl: feed.feedUrl, htmlUrl: feed.siteUrl })}/>`
}
