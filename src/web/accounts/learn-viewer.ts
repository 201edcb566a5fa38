import type { Context } from 'hono'
import { OWNER } from '../account-of.ts'
import { hasOwnerCookie, isOwnerKey } from '../owner.ts'
import { readerByToken } from '../readers/reader-auth.ts'
import type { Site } from '../site.ts'
import { rememberViewer, STRANGER, type Viewer, viewerWith } from '../viewer.ts'

/** Finds out who asks and keeps it with the request. A request that proves nothing costs no query. */
export async function learnViewer(c: Context, site: Site): Promise<void> {
  const viewer = await whoAsks(c, site)
  if (viewer !== STRANGER) rememberViewer(c, viewer)
}

async function whoAsks(c: Context, site: Site): Promise<Viewer> {
  const token = /^Bearer\s+(\S{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (token !== undefined) {
    if (isOwnerKey(site, token)) return viewerWith(OWNER, 'owner')
    const reader = await readerByToken(site, token)
    if (reader && reader.name !== OWNER) return viewerWith(reader.name, reader.role) // an account of that name is not the owner
  }
  return hasOwnerCookie(c, site) ? viewerWith(OWNER, 'owner') : STRANGER
}
