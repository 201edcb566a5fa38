import { sitemapsNamed } from '../fetch/robots.ts'
import { hostOf } from './identity.ts'
import { fetchUnlessStopped, type Reading } from './read-entry.ts'

/**
 * The sitemap that a site's robots.txt names: one of news before others, then as they stand. One of another host is left alone: nobody
 * asked for that. Null where there is none.
 */
export async function sitemapOfSite(
  reading: Reading,
  siteUrl: string,
): Promise<{ url: string; isNews: boolean } | null> {
  const got = await fetchUnlessStopped(reading, new URL('/robots.txt', siteUrl).href, {})
  if (!got.ok) return null
  const named = sitemapsNamed(new TextDecoder().decode(got.value.bytes))
    .map((address) => URL.parse(address, siteUrl)?.href ?? null)
    .filter((url) => url !== null && hostOf(url) === hostOf(siteUrl))
    .map((url) => ({ url: url!, isNews: /news/iu.test(new URL(url!).pathname) })) // not null: filtered just above
  return named.find(({ isNews }) => isNews) ?? named[0] ?? null
}
