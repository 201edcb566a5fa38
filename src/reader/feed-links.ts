import { addEnclosure } from './enclosures.ts'
import { claimText, claimUrl, type Draft } from './feed-draft.ts'
import { isWebUrl, joinUrl } from './join-url.ts'
import type { Attributes } from './markup-attributes.ts'

const PAGE_TYPES = new Set(['', 'text/html', 'html', 'application/xhtml+xml', 'xhtml', 'text/plain'])
const IANA_RELATIONS = 'http://www.iana.org/assignments/relation/'

/** A link of a feed or entry: `href` absolute where a base was known, relation and type as written. */
export type FoundLink = { href: string; rel: string; type: string; length: string | null }

/** A link element's attributes against its base. `href` is null where it has none and its text holds the address. */
export function readLink(
  attributes: Attributes,
  base: string | null,
): Omit<FoundLink, 'href'> & { href: string | null } {
  const href = attributes.get('href') ?? attributes.get('url') ?? attributes.get('uri')
  const rel = (attributes.get('rel') ?? 'alternate').trim().toLowerCase().replace(IANA_RELATIONS, '')
  return {
    href: href === undefined ? null : joinUrl(base, href),
    rel: rel === '' ? 'alternate' : rel,
    type: (attributes.get('type') ?? '').trim(),
    length: attributes.get('length') ?? null,
  }
}

/**
 * Puts a link where its relation says: the page itself, an enclosure, the replies, the feed's own address or its hub.
 *
 * **Source:** RFC 4287 §4.2.7.2; WebSub §4 (hub, self); RFC 4685 §4 (replies).
 */
export function takeLink(draft: Draft, link: FoundLink, depth: number): void {
  const isPage = PAGE_TYPES.has(link.type.toLowerCase())
  switch (link.rel) {
    case 'alternate':
      if (isWebUrl(link.href) || !/^[a-z][a-z0-9+.-]*:/iu.test(link.href)) claimUrl(draft, link.href, isPage ? 0 : 2)
      return
    case 'enclosure':
      addEnclosure(draft.enclosures, link.href, link.type, link.length)
      return
    case 'replies':
      if (isPage && isWebUrl(link.href)) claimText(draft, 'comments', { value: link.href, rank: 1, depth })
      return
    case 'hub':
      if (isWebUrl(link.href)) draft.hub ??= link.href
      return
    case 'self':
      if (isWebUrl(link.href)) draft.self ??= link.href
      return
  }
}
