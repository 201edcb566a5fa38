import { rfc3339 } from './atom.ts'
import { entryHtml } from './entry-html.ts'
import { isWritable, type OutEntry, type OutFeed } from './out-feed.ts'
import { safeUri } from './xml.ts'

/** A list as JSON Feed 1.1. **Source:** jsonfeed.org/version/1.1 */
export function writeJsonFeed(feed: OutFeed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title.toWellFormed(),
    home_page_url: feed.pageUrl,
    feed_url: feed.selfUrl,
    description: feed.description.toWellFormed(),
    language: feed.language,
    ...(feed.hubUrl === null ? {} : { hubs: [{ type: 'WebSub', url: feed.hubUrl }] }),
    items: feed.entries.map(jsonItem),
  })
}

function jsonItem(entry: OutEntry) {
  return {
    id: entry.id,
    url: entry.url,
    ...(entry.originUrl === null ? {} : { external_url: safeUri(entry.originUrl) }),
    title: entry.title.toWellFormed(),
    content_html: entryHtml(entry),
    summary: entry.summary.toWellFormed(),
    ...(isWritable(entry.publishedMs) ? { date_published: rfc3339(entry.publishedMs) } : {}),
    ...(isWritable(entry.updatedMs) ? { date_modified: rfc3339(entry.updatedMs) } : {}),
    authors: entry.authors.filter((name) => name !== '').map((name) => ({ name: name.toWellFormed() })),
    tags: entry.categories.map((name) => name.toWellFormed()),
    ...(entry.language === null ? {} : { language: entry.language }),
  }
}
