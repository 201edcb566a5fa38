import type { Entry, ReadIssue } from '../model/entry.ts'
import { parseFeedDate } from '../text/feed-date.ts'
import { languageTag } from './feed-draft.ts'
import { newIssueList } from './issues.ts'
import { isWebUrl, joinUrl } from './join-url.ts'
import { MAX_ENTRIES } from './limits.ts'
import { decodeReferences } from './references.ts'
import { type XmlHandler, XmlScanner } from './xml-scanner.ts'

/** A sitemap: `entries` of a list of pages, `sitemaps` (addresses of more sitemaps) of an index. */
export type Sitemap = {
  entries: Entry[]
  sitemaps: { url: string; updated: string | null }[]
  issues: readonly ReadIssue[]
}

/** Fields read of one `url` or `sitemap`; the image and video extensions have their own `title` and `loc` and are left alone. */
const FIELDS = new Set([
  'loc',
  'lastmod',
  'news:title',
  'news:publication_date',
  'news:keywords',
  'news:language',
  'image:loc',
])

/**
 * Reads a sitemap or a sitemap index, with Google's news extension where there is one. Never throws.
 *
 * **Source:** sitemaps.org protocol 0.9; Google news sitemap 0.9.
 */
export function readSitemap(text: string, url: string | null): Sitemap {
  const issues = newIssueList()
  const entries: Entry[] = []
  const sitemaps: Sitemap['sitemaps'] = []
  const handler = new SitemapHandler((kind, fields) => {
    const address = joinUrl(url, fields.get('loc') ?? '')
    if (!isWebUrl(address)) return issues.add('bad-address', address)
    if (entries.length + sitemaps.length >= MAX_ENTRIES)
      return issues.add('too-many-entries', `only the first ${MAX_ENTRIES} are kept`)
    if (kind === 'sitemap') sitemaps.push({ url: address, updated: dateOf(fields.get('lastmod')) })
    else entries.push(entryOf(address, fields))
  }, issues.add)
  const scanner = new XmlScanner(handler)
  scanner.write(text)
  scanner.end()
  return { entries, sitemaps, issues: issues.all }
}

class SitemapHandler implements XmlHandler {
  readonly issue: XmlHandler['issue']
  private readonly take: (kind: 'url' | 'sitemap', fields: Map<string, string>) => void
  private fields: Map<string, string> | null = null
  private field: string | null = null

  constructor(take: (kind: 'url' | 'sitemap', fields: Map<string, string>) => void, issue: XmlHandler['issue']) {
    this.take = take
    this.issue = issue
  }

  startTag(written: string): void {
    const name = fieldName(written)
    if (name === 'url' || name === 'sitemap') this.fields = new Map()
    this.field = this.fields && FIELDS.has(name) && !this.fields.has(name) ? name : null
  }

  endTag(written: string): void {
    const name = fieldName(written)
    this.field = null
    if ((name !== 'url' && name !== 'sitemap') || !this.fields) return
    this.take(name, this.fields)
    this.fields = null
  }

  text(raw: string): void {
    this.cdata(decodeReferences(raw))
  }

  cdata(text: string): void {
    if (this.field && this.fields) this.fields.set(this.field, `${this.fields.get(this.field) ?? ''}${text}`)
  }

  doctype(): void {}
}

/** Names with the usual prefixes of the extensions; a prefix on the core names is taken off. */
function fieldName(written: string): string {
  const lower = written.toLowerCase()
  const [prefix, local] = lower.split(':', 2)
  return local === undefined || /^(?:news|image|video|xhtml)$/u.test(prefix ?? '') ? lower : local
}

function entryOf(url: string, fields: ReadonlyMap<string, string>): Entry {
  const title = fields.get('news:title')?.replace(/\s+/gu, ' ').trim() || null
  const image = fields.get('image:loc')?.trim()
  const keywords = (fields.get('news:keywords') ?? '').split(',', 100).map((term) => term.trim())
  return {
    id: url,
    url,
    title,
    titleText: title,
    summary: null,
    content: null,
    authors: [],
    published: dateOf(fields.get('news:publication_date')),
    updated: dateOf(fields.get('lastmod')),
    categories: keywords.filter((term) => term !== '').map((term) => ({ term, scheme: null, label: null })),
    enclosures: image && isWebUrl(image) ? [{ url: image, type: 'image/*', length: null }] : [],
    comments: null,
    language: languageTag(fields.get('news:language')),
  }
}

function dateOf(found: string | undefined): string | null {
  return found === undefined ? null : (parseFeedDate(found)?.iso ?? null)
}
