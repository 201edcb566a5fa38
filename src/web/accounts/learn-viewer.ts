import type { Context } from 'hono'
import { firstOwner, KEY_ACCOUNT } from '../../store/accounts.ts'
import { hasOwnerCookie, isOwnerKey } from '../owner.ts'
import type { Site } from '../site.ts'
import { rememberFormKey, rememberViewer, STRANGER, type Viewer, viewerWith } from '../viewer.ts'
import { resumeSession } from './session.ts'
import { bearerOf, nameOfKey } from './tokens.ts'

/**
 * Finds out who asks and keeps it with the request: a program by its token or the owner's key, a browser by its session, or by the owner's
 * link while no owner has an account. A request that proves nothing costs no query.
 */
export async function learnViewer(c: Context, site: Site): Promise<void> {
  const bearer = /^Bearer\s+(\S{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1]
  const viewer = bearer === undefined ? await viewerOfBrowser(c, site) : await viewerOfToken(site, bearer)
  if (viewer !== STRANGER) rememberViewer(c, viewer)
}

async function viewerOfToken(site: Site, token: string): Promise<Viewer> {
  if (isOwnerKey(site, token)) return viewerWith(await nameOfKey(site), 'owner')
  const found = await bearerOf(site, token)
  return found ? viewerWith(found.account.name, found.account.role, found.scope) : STRANGER
}

async function viewerOfBrowser(c: Context, site: Site): Promise<Viewer> {
  const found = await resumeSession(c, site)
  if (found) {
    rememberFormKey(c, found.session.hash)
    return viewerWith(found.account.name, found.account.role)
  }
  const ownsByLink = hasOwnerCookie(c, site) && (await firstOwner(site.store)) === null
  return ownsByLink ? viewerWith(KEY_ACCOUNT, 'owner') : STRANGER
}
