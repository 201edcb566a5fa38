import { z } from 'zod'
import type { FeedRow } from '../../model/card.ts'
import { SECTIONS } from '../../model/tag.ts'
import { burstSentence } from '../../pulse/words.ts'
import { listFeeds } from '../../store/feeds.ts'
import type { NamedBurst } from '../../store/page-bursts.ts'
import { pageUrl } from '../api/shapes.ts'
import { PULSE_KINDS, PULSE_WINDOWS, type PulseAsked, pulseList } from '../lists/pulse.ts'
import type { Site } from '../site.ts'
import { sourcePath } from '../views/links.ts'
import type { FeedList, Fullness } from './list-entries.ts'
import type { OutEntry } from './out-feed.ts'

const PulseQuery = z.object({
  kind: z.enum(PULSE_KINDS).optional(),
  section: z.enum(SECTIONS).optional(),
  hours: z.coerce.number().pipe(z.literal(PULSE_WINDOWS)).default(24),
})

/** What is asked of the pulse, from a query's words. @throws ZodError for a kind, section or window that is none */
function pulseAsked(query: URLSearchParams): PulseAsked {
  const { kind, section, hours } = PulseQuery.parse(Object.fromEntries(query))
  return { kind: kind ?? null, section: section ?? null, hours }
}

/** What rose in the last tick, strongest first. What rises for hours is one entry a day, updated in place. */
export async function pulseFeed(
  site: Site,
  _name: string,
  { origin }: Fullness,
  query: URLSearchParams,
): Promise<FeedList> {
  const list = await pulseList(site, pulseAsked(query))
  return {
    title: `Rising · ${site.brand.name}`,
    description: 'What rises now, and how surprising that is',
    pageUrl: `${origin}/pulse`,
    entries: list.rows.map((row) => burstEntry(row.burst, row.with, origin)),
  }
}

function burstEntry(burst: NamedBurst, along: readonly { name: string }[], origin: string): OutEntry {
  const day = new Date(burst.tickMs).toISOString().slice(0, 10)
  const names = along.map((other) => other.name).join(', ')
  return {
    // A burst has no page of its own. **Source:** RFC 4151
    id: `tag:${new URL(origin).hostname.replace(/[[\]:]/g, '')},${day}:${encodeURIComponent(burst.key)}`,
    url: pageUrl(origin, burst.kind, burst.slug),
    title: burst.name,
    summary: names === '' ? `${burstSentence(burst)}.` : `${burstSentence(burst)}. Rises with ${names}.`,
    reason: null,
    blocks: null,
    originUrl: null,
    publishedMs: Date.parse(day),
    updatedMs: burst.tickMs,
    authors: [],
    categories: [burst.kind],
    language: null,
  }
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
