import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Site } from '../site.ts'

/**
 * A cookie of this host alone. Over https it is named `__Host-…`, so that no other host of the domain can set it; a plain http address (this
 * machine, a network at home) cannot have that, and gets it without. **Source:** RFC 6265bis, section 4.1.3.2
 */
export function keepHostCookie(
  c: Context,
  site: Site,
  name: string,
  { value, seconds }: { value: string; seconds: number },
): void {
  const secure = isSecure(c, site)
  setCookie(c, nameOf(secure, name), value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: seconds })
}

/** Its value; null where the browser sent none. Over https the name without the prefix is not believed. */
export function hostCookie(c: Context, site: Site, name: string): string | null {
  return getCookie(c, nameOf(isSecure(c, site), name)) ?? null
}

export function dropHostCookie(c: Context, site: Site, name: string): void {
  const secure = isSecure(c, site)
  deleteCookie(c, nameOf(secure, name), { path: '/', secure })
}

function nameOf(secure: boolean, name: string): string {
  return secure ? `__Host-${name}` : name
}

/** True where readers reach the site by https: so it is configured, or one's own proxy says so. */
export function isSecure(c: Context, site: Site): boolean {
  if ((site.brand.baseUrl ?? '').startsWith('https:') || c.req.url.startsWith('https:')) return true
  return site.trustProxy === true && c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim() === 'https'
}
