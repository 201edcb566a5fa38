import { createHmac, randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { accountByIdentity, addAccountOfIdentity, addIdentity, type Identity } from '../../store/account-identities.ts'
import { linkByHash, spendLink } from '../../store/account-links.ts'
import { originOf } from '../feeds/origin.ts'
import { checkForm } from '../owner.ts'
import type { SignInSecrets, SignInService, Site } from '../site.ts'
import { accountName, nearestName } from './account-name.ts'
import { goOn, logAccount } from './form-fields.ts'
import { dropHostCookie, hostCookie, keepHostCookie } from './host-cookie.ts'
import { nextPath } from './next-path.ts'
import { beginSession, signedIn } from './session.ts'
import { hashOf } from './tokens.ts'

const COOKIE = 'trendpulse_service'
const TRY_BYTES = 24
/** How long somebody may take at the service: a password, a second factor, a call to the help desk. */
const TRY_SECONDS = 900
const BACK = '/sign-in/service/back'
/** What the token of an account's page is for, which lets the account in by a service from now on. */
export const LINK_PURPOSE = 'link-service'

/**
 * What a browser remembers while it is away: which try this is, where to go afterwards, the invitation that it brought, and the session whose
 * account is to be let in this way from now on. That is asked for by a token of the account's own page: else whoever is signed in at the
 * service in somebody's browser could be led to open his account.
 */
type Away = { id: string; next: string; invite: string; links: string }

/**
 * Signing in by the owner's sign-in service: there by redirect, back by redirect. It is no form, since browsers hold a form's redirects to the
 * policy of the page; the answer is tied to this browser by a cookie, and everything secret of a try is derived from that cookie and the
 * installation's secret, so that nothing has to be kept.
 */
export function serviceRoutes(site: Site): Hono {
  const app = new Hono()
  const { signInService: service } = site
  if (!service) return app
  app.get('/sign-in/service', async (c) => {
    const away = {
      id: randomBytes(TRY_BYTES).toString('base64url'),
      next: nextPath(c.req.query('next')),
      invite: (c.req.query('invite') ?? '').slice(0, 100),
      links: sessionToLink(c, site),
    }
    const url = await service.begin(`${originOf(c, site.brand.baseUrl)}${BACK}`, secretsOf(site, away.id))
    keepHostCookie(c, site, COOKIE, { value: JSON.stringify(away), seconds: TRY_SECONDS })
    return goOn(c, url)
  })
  app.get(BACK, async (c) => {
    const away = awayOf(hostCookie(c, site, COOKIE))
    dropHostCookie(c, site, COOKIE)
    if (away === null) return goOn(c, '/sign-in?service=wrong')
    return comeBack(c, site, service, away)
  })
  return app
}

async function comeBack(c: Context, site: Site, service: SignInService, away: Away): Promise<Response> {
  const url = `${originOf(c, site.brand.baseUrl)}${BACK}${new URL(c.req.url).search}`
  const who = await service.finish(url, secretsOf(site, away.id)).catch((cause: unknown) => {
    if (!(cause instanceof AppError)) throw cause
    site.log('service-sign-in-refused', { code: cause.code, reason: cause.message })
    return null
  })
  if (who === null) return goOn(c, '/sign-in?service=wrong')
  const id = await accountOfService(c, site, who, away)
  await beginSession(c, site, id)
  return goOn(c, nextPath(away.next))
}

/** Whose account it is: known by it, one whose page asked to be let in this way, invited, or new where the owner lets everybody in whom the service knows. */
async function accountOfService(
  c: Context,
  site: Site,
  { issuer, subject, called }: Identity & { called: string },
  { invite, links }: Away,
): Promise<number> {
  const identity = { issuer, subject }
  const known = await accountByIdentity(site.store, identity)
  if (known) return known.id
  const here = signedIn(c)
  if (here && here.session.hash === links) {
    await addIdentity(site.store, here.account.id, identity)
    return here.account.id
  }
  const link = invite === '' ? null : await linkByHash(site.store, hashOf(invite), site.now())
  if (link?.for.kind === 'invite') {
    const newcomer = { name: accountName(nearestName(called), link.for.role), passwordHash: null, identity }
    return spendLink(site.store, link.hash, newcomer, site.now())
  }
  const role = site.signInService?.newRole ?? null
  if (role === null)
    throw new AppError('forbidden', 'nobody here is known by this sign-in: ask an owner of this site for an invitation')
  const id = await addAccountOfIdentity(site.store, { name: nearestName(called), role, identity }, site.now())
  logAccount(site, 'account-made', id)
  return id
}

/** The session whose account's page leads here, to be let in this way from now on; empty for everybody else. */
function sessionToLink(c: Context, site: Site): string {
  const token = c.req.query('link')
  const here = signedIn(c)
  if (token === undefined || !here) return ''
  checkForm(c, site, LINK_PURPOSE, token)
  return here.session.hash
}

/** Everything secret of a try, each for itself: who sees one in an address cannot tell the others. */
function secretsOf(site: Site, id: string): SignInSecrets {
  const derive = (what: string) => createHmac('sha256', site.secret).update(`service:${what}:${id}`).digest('base64url')
  return { state: derive('state'), nonce: derive('nonce'), verifier: derive('verifier') }
}

const Kept = z.object({ id: z.string(), next: z.string(), invite: z.string(), links: z.string() })

function awayOf(cookie: string | null): Away | null {
  try {
    return Kept.safeParse(JSON.parse(cookie ?? '')).data ?? null
  } catch {
    return null
  }
}
