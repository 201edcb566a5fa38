import { z } from 'zod'
import type { Block, Inline } from '../../model/block.ts'
import type { FeedRow } from '../../model/card.ts'
import { burstSentence } from '../../pulse/words.ts'
import { listFeeds } from '../../store/feeds.ts'
import { pageUrl } from '../api/shapes.ts'
import { type PulseRow, pulseList } from '../lists/pulse.ts'
import { PULSE_QUERY, pulseAsked, pulseSearch } from '../lists/pulse-asked.ts'
import { withMoment } from '../past.ts'
import type { Site } from '../site.ts'
import { sourcePath } from '../views/links.ts'
import type { FeedList, Fullness } from './list-entries.ts'
import type { OutEntry } from './out-feed.ts'

const PulseQuery = z.object(PULSE_QUERY)

/** What rose in the last tick, strongest first. What rises for hours is one entry a day, updated in place. */
export async function pulseFeed(
  site: Site,
  _name: string,
  { origin }: Fullness,
  query: URLSearchParams,
): Promise<FeedList> {
  const asked = pulseAsked(PulseQuery.parse(Object.fromEntries(query)))
  const list = await pulseList(site, asked)
  return {
    title: `Rising · ${site.brand.name}`,
    description: 'What rises now, and how surprising that is',
    pageUrl: withMoment(`${origin}/pulse${pulseSearch(asked)}`, site.asOf),
    entries: list.rows.map((row) => burstEntry(row, origin)),
  }
}

function burstEntry({ burst, with: along, articles, language }: PulseRow, origin: string): OutEntry {
  const day = new Date(burst.tickMs).toISOString().slice(0, 10)
  const names = along.map((other) => other.name).join(', ')
  const summary = names === '' ? `${burstSentence(burst)}.` : `${burstSentence(burst)}. Rises with ${names}.`
  return {
    // A burst has no page of its own. **Source:** RFC 4151
    id: `tag:${new URL(origin).hostname.replace(/[[\]:]/g, '')},${day}:${encodeURIComponent(burst.key)}`,
    url: pageUrl(origin, burst.kind, burst.slug),
    title: burst.name,
    summary,
    reason: null,
    blocks: burstBlocks(summary, articles, origin),
    originUrl: null,
    publishedMs: Date.parse(day),
    updatedMs: burst.tickMs,
    authors: [],
    categories: [burst.kind],
    language,
  }
}

/** The evidence, and the texts that made it. */
function burstBlocks(summary: string, articles: PulseRow['articles'], origin: string): Block[] {
  const items = articles.map(({ key, title, source }): Inline[] => [
    { text: title, href: pageUrl(origin, 'article', key) },
    { text: ` (${source})` },
  ])
  const evidence: Block = { kind: 'paragraph', inlines: [{ text: summary }] }
  return items.length === 0 ? [evidence] : [evidence, { kind: 'list', ordered: false, items }]
}

/** Every source with its state: a feed that tells its reader when a source was added. */
export async function sourcesFeed(site: Site, _name: string, { origin }: Fullness): Promise<FeedList> {
  const sources = await listFeeds(site.store)
  return {
    title: `Sources · ${site.brand.name}`,
    description: 'What this site reads, and how that goes',
    pageUrl: `${origin}/sources`,
    entries: sources.map((source) => sourceEntry(source, origin)),
  }
}

function sourceEntry(source: FeedRow, origin: string): OutEntry {
  const url = `${origin}${sourcePath(source.id)}`
  return {
    id: url,
    url,
    title: source.title ?? source.url,
    summary: source.reason === null ? `${source.items} articles` : `${source.items} articles. ${source.reason}`,
    reason: null,
    blocks: null,
    originUrl: /^https?:\/\//i.test(source.siteUrl ?? '') ? source.siteUrl : null,
    publishedMs: source.addedMs,
    updatedMs: source.addedMs,
    authors: [],
    categories: [source.state],
    language: null,
  }
}
