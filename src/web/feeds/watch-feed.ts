import { watchPage } from '../lists/watch.ts'
import type { Site } from '../site.ts'
import type { FeedList, Fullness } from './list-entries.ts'

/** What a watch told, newest first, at an address that only its reader has; null where there is no such watch. */
export async function watchFeed(site: Site, token: string, { origin }: Fullness): Promise<FeedList | null> {
  const page = await watchPage(site, token)
  if (!page) return null
  const host = new URL(origin).hostname.replace(/[[\]:]/g, '')
  return {
    title: `${page.watch.name} · ${site.brand.name}`,
    description: `What is told to those who watch “${page.watch.name}”`,
    pageUrl: `${origin}/watch/${token}`,
    isPrivate: true,
    entries: page.events.map((event) => ({
      // An article rises and is new at different times: each is an entry of its own. **Source:** RFC 4151
      id: `tag:${host},${new Date(event.atMs).toISOString().slice(0, 10)}:${encodeURIComponent(event.key)}`,
      url: `${origin}${event.path}`,
      title: event.kind === 'burst' ? `Rising: ${event.title}` : event.title,
      summary: event.text,
      reason: null,
      blocks: null,
      originUrl: null,
      publishedMs: event.atMs,
      updatedMs: event.atMs,
      authors: [],
      categories: [event.kind],
      language: null,
    })),
  }
}
