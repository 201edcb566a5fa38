import type { Result } from '../model/result.ts'
import { parseFeedDate } from '../text/feed-date.ts'
import { languageTag } from './feed-draft.ts'
import { isWebUrl } from './join-url.ts'

/** An article of a JSON Lines file, under the names that such files use for its parts; absent parts are null. */
export type JsonlArticle = {
  id: string | null
  url: string | null
  title: string | null
  /** Plain text of the body; null where only HTML was given. */
  text: string | null
  html: string | null
  /** RFC 3339, cut to the precision found. */
  published: string | null
  modified: string | null
  language: string | null
  /** Name of the site or source. */
  site: string | null
  authors: readonly string[]
  section: string | null
  tags: readonly string[]
  image: string | null
}

export type JsonlFailure = 'not-json' | 'no-text'
type Json = Readonly<Record<string, unknown>>

/** Authors or tags kept of one article. */
const MAX_NAMES = 100

/**
 * Reads one line as an article: our own export, and the shapes that data sets use (`text`, `content`, `body`, `maintext`; `published`, `date`, …).
 * `no-text` where it has neither a text nor HTML. Never throws.
 */
export function readJsonlArticle(line: string): Result<JsonlArticle, JsonlFailure> {
  const value = readObject(line)
  if (!value) return { ok: false, reason: 'not-json', detail: line.slice(0, 80) }
  const body = first(
    value,
    'text',
    'content',
    'body',
    'maintext',
    'article',
    'full_text',
    'content_text',
    'articleBody',
  )
  const isMarkup =
    body !== null && /^\s*<[a-z!][^<>]*>/iu.test(body.slice(0, 2_000)) && /<\/[a-z]+[^<>]{0,9}>/iu.test(body)
  const html = first(value, 'html', 'content_html', 'raw_html', 'rawHtml') ?? (isMarkup ? body : null)
  const text = isMarkup ? null : body
  if (text === null && html === null)
    return { ok: false, reason: 'no-text', detail: `fields: ${Object.keys(value).join(', ')}`.slice(0, 200) }
  const url = first(value, 'url', 'link', 'source_url', 'canonical_url', 'uri')
  const image = first(value, 'image', 'image_url', 'top_image', 'thumbnail')
  const article: JsonlArticle = {
    id: idOf(value.id),
    url: url !== null && isWebUrl(url) ? url : null,
    title: first(value, 'title', 'headline', 'name'),
    text,
    html,
    published: firstDate(
      value,
      'published',
      'published_at',
      'publishedAt',
      'date_published',
      'datePublished',
      'date_publish',
      'pubDate',
      'pub_date',
      'publish_date',
      'date',
      'created_at',
      'timestamp',
    ),
    modified: firstDate(value, 'modified', 'updated', 'date_modified', 'dateModified', 'date_modify', 'updated_at'),
    language: languageTag(first(value, 'language', 'lang')),
    site:
      first(value, 'site', 'siteName', 'site_name', 'publisher', 'source_name', 'source_domain', 'domain') ??
      nameOf(value.source),
    authors: namesOf(value.authors ?? value.author ?? value.byline),
    section: first(value, 'section', 'category'),
    tags: namesOf(value.tags ?? value.keywords),
    image: image !== null && isWebUrl(image) ? image : null,
  }
  return { ok: true, value: article }
}

function first(value: Json, ...names: readonly string[]): string | null {
  for (const name of names) {
    const found = value[name]
    if (typeof found === 'string' && found.trim() !== '') return found
  }
  return null
}

function firstDate(value: Json, ...names: readonly string[]): string | null {
  for (const name of names) {
    const found = value[name]
    const date = typeof found === 'string' || typeof found === 'number' ? parseFeedDate(String(found)) : null
    if (date) return date.iso
  }
  return null
}

function idOf(id: unknown): string | null {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null
}

/** Our own export says `source: {url, title}`; others give a name. */
function nameOf(source: unknown): string | null {
  if (typeof source === 'string') return source.trim() || null
  return isObject(source) ? first(source, 'title', 'name', 'url') : null
}

/** A list of names, of `{name}`, or one line of names parted by commas or semicolons. */
function namesOf(found: unknown): string[] {
  const list = Array.isArray(found) ? found : typeof found === 'string' ? found.split(/[;,]/u, MAX_NAMES) : []
  return list
    .slice(0, MAX_NAMES)
    .map((one: unknown) =>
      typeof one === 'string' ? one.trim() : isObject(one) ? (first(one, 'name', 'term') ?? '') : '',
    )
    .filter((name) => name !== '')
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readObject(line: string): Json | null {
  try {
    const value: unknown = JSON.parse(line)
    return isObject(value) ? value : null
  } catch {
    return null // the caller counts it with the others that are no JSON
  }
}
