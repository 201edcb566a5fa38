import { AppError } from '../../model/errors.ts'
import type { NewReaderList, ReaderList, ReaderListKind } from '../../store/reader-lists.ts'
import { storyByKey } from '../../store/stories.ts'
import { tagBySlug } from '../../store/tags.ts'
import { asksSomething, MAX_QUERY, parseQuery } from '../../text/search-query.ts'
import { sectionOf } from '../editions/sections.ts'
import type { Site } from '../site.ts'
import { sectionName } from '../views/messages.ts'

/** What an address or a typed word asks for, before it is known whether there is such a thing. */
type Asked = { kind: ReaderListKind; value: string }

/** Characters of a list's title. */
const MAX_TITLE = 200

/** A list's page on this site, and that page as a feed. */
export function listPath({ kind, value }: Pick<ReaderList, 'kind' | 'value'>): { page: string; feed: string } {
  if (kind === 'search') {
    const query = `?q=${encodeURIComponent(value)}`
    return { page: `/search${query}`, feed: `/search.rss${query}` }
  }
  const page = `/${kind}/${encodeURIComponent(value)}`
  return { page, feed: `${page}.rss` }
}

/**
 * The list that an app subscribes to: `search:QUERY`, `tag:NAME`, `section:NAME`, `story:KEY`, or the address of such a page of this site,
 * as a page or as a feed. Null for what is none of these, an address elsewhere.
 */
export function listAsked(text: string, origin: string): Asked | null {
  const typed = /^(search|tag|section|story):(?!\/\/)\s*(.+)$/is.exec(text.trim())
  if (typed?.[1] && typed[2]) return asked(typed[1].toLowerCase(), typed[2].trim())
  const url = URL.parse(text)
  if (!url || url.origin !== new URL(origin).origin) return null
  const path = url.pathname.replace(/\.(?:rss|atom|json)$/, '')
  if (path === '/search') return asked('search', url.searchParams.get('q') ?? '')
  const named = /^\/(tag|section|story)\/([^/]+)$/.exec(path)
  return named?.[1] && named[2] ? asked(named[1], decoded(named[2])) : null
}

function asked(kind: string, value: string): Asked {
  return { kind: kind as ReaderListKind, value } // from the patterns, which know these kinds alone
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * A list as it is kept: of something that is there, under its usual name.
 * @throws AppError not_found for a section, tag or story that is not there; invalid for a search that asks for nothing
 */
export async function newListOf(
  site: Site,
  { kind, value }: Asked,
  given: { title?: string | undefined; folder?: string | null } = {},
): Promise<NewReaderList> {
  const found = await foundFor(site, kind, value)
  if (!found) throw new AppError('not_found', `there is no ${kind} “${value.slice(0, 100)}” here`)
  const title = (given.title?.trim() || found.title).slice(0, MAX_TITLE)
  return { kind, value: found.value, title, folder: given.folder?.slice(0, MAX_TITLE) || null }
}

async function foundFor(
  site: Site,
  kind: ReaderListKind,
  value: string,
): Promise<{ value: string; title: string } | null> {
  switch (kind) {
    case 'section': {
      const section = sectionOf(site, value.toLowerCase())?.section
      return section ? { value: section, title: sectionName(section) } : null
    }
    case 'tag': {
      const tag = await tagBySlug(site.store, value.toLowerCase().replace(/\s+/g, '-'))
      return tag && { value: tag.slug, title: tag.name }
    }
    case 'story': {
      const story = await storyByKey(site.store, value)
      if (!story) return null
      return 'story' in story ? { value, title: story.story.title } : foundFor(site, kind, story.movedTo)
    }
    case 'search': {
      if (value.length > MAX_QUERY) throw new AppError('invalid', `a search has at most ${MAX_QUERY} characters`)
      const query = parseQuery(value)
      if (query.problem !== null || !asksSomething(query))
        throw new AppError('invalid', query.problem ?? 'the search asks for nothing')
      return { value, title: value }
    }
  }
}
