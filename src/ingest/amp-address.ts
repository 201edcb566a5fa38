import type { PageLinks } from '../model/article.ts'
import { hostOf, ownerOf } from './identity.ts'

/** Hosts that show other people's pages for telephones; the page's own host stands in the path. */
const AMP_CACHE = /(?:^|\.)(?:cdn\.ampproject\.org|google\.[a-z.]{2,6})$/u

/**
 * The address by which an article is known: for a page for telephones the one that it names as its own. Null where the page's own
 * address is right. A page can only name a page of its own owner: else anybody could take another's place.
 */
export function addressOfAmp(links: PageLinks | undefined, url: string): string | null {
  if (!links?.isAmp || links.canonical === null || links.canonical === url) return null
  const here = hostOf(url)
  const there = hostOf(links.canonical)
  if (here === null || there === null) return null
  const isOwn = ownerOf(here, null) === ownerOf(there, null)
  const isCached = AMP_CACHE.test(here) && new URL(url).pathname.split('/').includes(new URL(links.canonical).hostname)
  return isOwn || isCached ? links.canonical : null
}
