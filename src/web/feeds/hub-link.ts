import type { Site } from '../site.ts'

/**
 * The hub that tells of a site's feeds, as they name it; null where none does. Without a public address there is none: what was asked under one
 * name could not be told under another. An address that only its reader has is not given to a hub elsewhere.
 */
export function hubOf({ hub, brand }: Pick<Site, 'hub' | 'brand'>, isPrivate = false): string | null {
  if (!hub || !brand.baseUrl || (isPrivate && hub.at !== 'own')) return null
  return hub.at === 'own' ? `${brand.baseUrl}${HUB_PATH}` : hub.at
}

/** Where this site's own hub is asked. */
export const HUB_PATH = '/hub'

/** What an answer says of its feed by header. **Source:** W3C WebSub (2018), section 4; RFC 8288. */
export function hubHeader(hubUrl: string, selfUrl: string): string {
  return `<${hubUrl}>; rel="hub", <${selfUrl}>; rel="self"`
}
