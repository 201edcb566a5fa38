import type { Entry } from '../model/entry.ts'
import type { Polling } from './poll.ts'
import type { PreparedDocument } from './prepare.ts'
import { fetchUnlessStopped } from './read-entry.ts'

/** Sitemaps read of one index at each poll, the newest ones: large sites name one for every month since they began. */
const MAX_SITEMAPS = 5
/** Pages kept of all of them, the newest ones: a source is followed, its archive is for `import`. */
const MAX_PAGES = 1_000

/**
 * A sitemap index with the pages of its newest sitemaps, one level deep: an index within an index is left alone, as the protocol has it.
 * Null where the document is no index. A sitemap that cannot be read is passed over; the others count.
 *
 * **Source:** sitemaps.org, "Using Sitemap index files".
 */
export async function followSitemaps(polling: Polling, index: PreparedDocument): Promise<PreparedDocument | null> {
  if (index.format !== 'sitemap' || index.sitemaps.length === 0) return null
  const entries: Entry[] = [...index.document.entries]
  for (const url of newest(index.sitemaps)) entries.push(...(await pagesOf(polling, url)))
  const latest = entries
    .map((entry, order) => ({ entry, order, atMs: atMsOf(entry.published ?? entry.updated) }))
    .sort((one, other) => other.atMs - one.atMs || one.order - other.order)
  return { ...index, document: { ...index.document, entries: latest.slice(0, MAX_PAGES).map(({ entry }) => entry) } }
}

/** Those of news first, then by their last change, then in the index's order. */
function newest(sitemaps: PreparedDocument['sitemaps']): string[] {
  return sitemaps
    .map(({ url, updated }, order) => ({ url, order, isNews: /news/iu.test(url), atMs: atMsOf(updated) }))
    .sort((one, other) => Number(other.isNews) - Number(one.isNews) || other.atMs - one.atMs || one.order - other.order)
    .slice(0, MAX_SITEMAPS)
    .map(({ url }) => url)
}

async function pagesOf(polling: Polling, url: string): Promise<readonly Entry[]> {
  const got = await fetchUnlessStopped(polling, url, {})
  if (!got.ok) return []
  const { bytes, contentType, url: at } = got.value
  const answer = await polling.pool.run({ kind: 'document', bytes, url: at, contentType, nowMs: polling.now() })
  return answer.kind === 'document' && answer.value.format === 'sitemap' ? answer.value.document.entries : []
}

const atMsOf = (found: string | null): number => {
  const atMs = Date.parse(found ?? '')
  return Number.isNaN(atMs) ? 0 : atMs
}
