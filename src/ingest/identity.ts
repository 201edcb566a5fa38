import { createHash } from 'node:crypto'
import { getDomain } from 'tldts'
import type { ExtractedArticle } from '../model/article.ts'
import type { Entry } from '../model/entry.ts'

/** Query parameters that tell who sent a reader, not which page it is. */
const TRACKING =
  /^(utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref_src|cmpid|ns_campaign|at_medium|at_campaign|xtor|_ga|yclid|wt_mc|ito|smid)$/i

/** One spelling of a page's address: no fragment, no tracking, parameters kept in order. Null for what is no http address. */
export function canonicalUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const parsed = new URL(url)
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null
  parsed.hash = ''
  parsed.username = ''
  parsed.password = ''
  for (const name of [...parsed.searchParams.keys()]) if (TRACKING.test(name)) parsed.searchParams.delete(name)
  return parsed.href
}

/** Public key of an article, 16 hex digits: of its address, or where it has none of its feed's own id, or of its words. */
export function articleKey(identity: {
  url: string | null
  feedUrl: string | null
  guid: string | null
  title: string
  text: string
}): string {
  const { url, feedUrl, guid } = identity
  // The scheme is left out: a page that moves to https is the same page.
  if (url !== null) return digest(`url ${url.replace(/^https?:\/\//, '')}`)
  if (feedUrl !== null && guid !== null) return digest(`guid ${feedUrl} ${guid}`)
  return digest(`text ${identity.title}\n${identity.text}`)
}

/** The key that an entry of a feed will have; null where only its words could tell it: it has neither an address nor a guid within a feed. */
export function entryKey({ url, id }: Pick<Entry, 'url' | 'id'>, feedUrl: string | null): string | null {
  const canonical = canonicalUrl(url)
  if (canonical === null && (id === null || feedUrl === null)) return null
  return articleKey({ url: canonical, feedUrl, guid: id, title: '', text: '' })
}

/** Public key of a story, made of its first article's: two processes that make the same story give it one key. */
export function storyKey(firstArticleKey: string): string {
  return digest(`story ${firstArticleKey}`)
}

/** Changes with what a reader would see of an article, and with nothing else. */
export function contentHash(page: ExtractedArticle, title: string): string {
  return digest(`${title}\n${page.text}\n${page.published ?? ''}`)
}

/** Whom an article's votes count for: the registrable host, else the host, else the site's name, else `unknown`. */
export function ownerOf(host: string | null, siteName: string | null): string {
  if (host !== null) return getDomain(host, { allowPrivateDomains: true }) ?? host
  return siteName?.toLowerCase() ?? 'unknown'
}

/** Host of an address without `www.`; null for what is no address. */
export function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') || null : null
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
