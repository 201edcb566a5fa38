import { DAY_MS } from '../model/time.ts'
import { type MappedNote, mapEnds, mappedNotes, mappedStories, mappedTags } from '../store/site-map.ts'
import { sectionsOf } from './editions/sections.ts'
import { xmlElement } from './feeds/xml.ts'
import type { Site } from './site.ts'
import { articlePath, sectionPath, storyPath, tagPath } from './views/links.ts'

/** Ids that one part of the map covers: at most so many addresses, about 1.5 MB. The protocol allows 50,000. */
export const PART_IDS = 10_000

/** Kinds of pages that have parts of their own. */
const PARTED = {
  stories: { pages: mappedStories, path: storyPath },
  tags: { pages: mappedTags, path: tagPath },
} as const
export type PartKind = keyof typeof PARTED

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n'

/**
 * The index of the map: its parts by ranges of ids, so that however many stories there are, no part is counted or skipped through. Texts of
 * others are in none: their publishers' pages are the ones to be found. **Source:** sitemaps.org, protocol 0.9, "Using Sitemap index files"
 */
export async function siteMapIndex({ store }: Site, origin: string): Promise<string> {
  const ends = await mapEnds(store)
  const parts = (Object.keys(PARTED) as PartKind[]).flatMap((kind) =>
    Array.from({ length: Math.ceil(ends[kind] / PART_IDS) }, (_, part) => `/sitemap/${kind}-${part}.xml`),
  )
  const named = ['/sitemap/pages.xml', '/sitemap/notes.xml', ...parts].map(
    (path) => `<sitemap>${xmlElement('loc', `${origin}${path}`)}</sitemap>\n`,
  )
  return `${OPENING}<sitemapindex ${NAMESPACE}>\n${named.join('')}</sitemapindex>\n`
}

/** The lists of the site. */
export function siteMapPages(site: Site, origin: string): string {
  const sections = sectionsOf(site).map(({ slug }) => sectionPath(slug))
  return urlSet(['/', '/ranking', '/pulse', '/sources', '/about', ...sections].map((path) => urlOf(origin, path)))
}

/** Own notes that the map names: more than anybody writes in years. */
const NOTES = 5_000
/** Notes that are younger are news. */
const NEWS_MS = 2 * DAY_MS

/** The site's own notes; those of the last two days as news. **Source:** Google Search Central, "Create a News sitemap" */
export async function siteMapNotes({ store, now, brand }: Site, origin: string): Promise<string> {
  const notes = await mappedNotes(store, NOTES)
  const newsSinceMs = now() - NEWS_MS
  const news = (note: MappedNote) => {
    if (note.publishedMs < newsSinceMs) return ''
    const publication = `${xmlElement('news:name', brand.name)}${xmlElement('news:language', note.language)}`
    return `<news:news><news:publication>${publication}</news:publication>${xmlElement('news:publication_date', new Date(note.publishedMs).toISOString())}${xmlElement('news:title', note.title)}</news:news>`
  }
  const entries = notes.map(
    (note) => `<url>${xmlElement('loc', `${origin}${articlePath(note.key)}`)}${news(note)}</url>\n`,
  )
  return urlSet(entries, ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"')
}

/** One part: stories or tags of a range of ids; empty where there are none. */
export async function siteMapPart(site: Site, origin: string, kind: PartKind, part: number): Promise<string> {
  const { pages, path } = PARTED[kind]
  const found = await pages(site.store, part * PART_IDS, (part + 1) * PART_IDS)
  return urlSet(found.map(({ name, changedMs }) => urlOf(origin, path(name), changedMs)))
}

function urlSet(entries: readonly string[], namespaces = ''): string {
  return `${OPENING}<urlset ${NAMESPACE}${namespaces}>\n${entries.join('')}</urlset>\n`
}

function urlOf(origin: string, path: string, changedMs?: number): string {
  const changed = changedMs === undefined ? '' : xmlElement('lastmod', new Date(changedMs).toISOString())
  return `<url>${xmlElement('loc', `${origin}${path}`)}${changed}</url>\n`
}
