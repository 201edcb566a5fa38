import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { AppError } from '../model/errors.ts'
import { DAY_MS } from '../model/time.ts'
import { isSecure } from './accounts/host-cookie.ts'
import type { Site } from './site.ts'
import { formKeyOf } from './viewer.ts'

const COOKIE = 'trendpulse_owner'
/** A browser stays the owner's for this long after the link was opened. */
const OWNER_DAYS = 180

/** True for the owner's key itself; compared in constant time. */
export function isOwnerKey(site: Site, key: string): boolean {
  return sameText(createHash('sha256').update(key).digest('hex'), site.ownerKeyHash)
}

/** True for a browser that opened the owner's link. */
export function hasOwnerCookie(c: Context, site: Site): boolean {
  const [until = '', mark = ''] = (getCookie(c, COOKIE) ?? '').split('.')
  return Number(until) > site.now() && sameText(mark, sign(site, `owner:${site.ownerKeyHash}:${until}`))
}

/** Makes this browser the owner's. The cookie holds no key, only a signed date; a new key makes it worthless. */
export function welcomeOwner(c: Context, site: Site): void {
  const until = String(site.now() + OWNER_DAYS * DAY_MS)
  setCookie(c, COOKIE, `${until}.${sign(site, `owner:${site.ownerKeyHash}:${until}`)}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c, site),
    maxAge: OWNER_DAYS * (DAY_MS / 1000),
  })
}

/** Takes the mark of the owner's link from a browser: it signs in by a name from now on. */
export function forgetOwnerLink(c: Context): void {
  deleteCookie(c, COOKIE, { path: '/' })
}

/**
 * Token of a form, good today and tomorrow. `purpose` names what the form does and to what: a token serves nothing else.
 * For who is signed in it is bound to the session (`site.formKey`); for strangers to the installation's secret and the day alone, so that a
 * cached page can carry it and no cookie is set.
 */
export function formToken(site: Site, purpose: string): string {
  return tokenOf(site, { key: site.formKey ?? '', purpose, day: dayOf(site) })
}

function tokenOf(site: Site, { key, purpose, day }: { key: string; purpose: string; day: number }): string {
  return sign(site, `form:${key}:${purpose}:${day}`)
}

/**
 * Lets a posted form through only when it came from this site's own page, made for the same session.
 * @throws AppError forbidden for a token of another form, session or day, or a request that another site sent
 */
export function checkForm(c: Context, site: Site, purpose: string, token: string): void {
  const fetchSite = c.req.header('sec-fetch-site')
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none')
    throw new AppError('forbidden', 'the form was sent from another site')
  const origin = c.req.header('origin')
  if (origin !== undefined && hostOf(origin) !== c.req.header('host') && !isBase(site, origin))
    throw new AppError('forbidden', 'the form was sent from another site')
  const today = dayOf(site)
  const good = [today, today - 1].some((day) => sameText(token, tokenOf(site, { key: formKeyOf(c), purpose, day })))
  if (!good) throw new AppError('forbidden', 'the form is too old or not from this page: reload the page and try again')
}

/** Days since 1970 in UTC. */
export function dayOf(site: Site): number {
  return Math.floor(site.now() / DAY_MS)
}

/** A keyed hash of a text, in base64url: what only this installation can make. */
export function sign(site: Site, text: string): string {
  return createHmac('sha256', site.secret).update(text).digest('base64url')
}

function isBase(site: Site, origin: string): boolean {
  return site.brand.baseUrl !== null && hostOf(site.brand.baseUrl) === hostOf(origin)
}

function hostOf(url: string): string | null {
  return URL.parse(url)?.host ?? null
}

/** Compared in constant time. */
export function sameText(given: string, known: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(known)]
  return a.length === b.length && timingSafeEqual(a, b)
}
