import type { Context } from 'hono'
import { isOwner, isOwnerKey } from './owner.ts'
import { readerByBasic, readerByToken } from './readers/reader-auth.ts'
import type { Site } from './site.ts'

/** The name under which the installation's owner keeps what others keep under their account's. */
export const OWNER = 'owner'

/** Whose account a program speaks for, by `Authorization: Bearer` with the owner's key or an account's token; null for nobody's. */
export async function accountByBearer(c: Context, site: Site): Promise<string | null> {
  const token = /^Bearer\s+(\S{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (token === undefined) return null
  if (isOwnerKey(site, token)) return OWNER
  const name = (await readerByToken(site, token))?.name ?? null
  return name === OWNER ? null : name // an account of that name is not the owner
}

/**
 * Whose account a page is asked for: the owner's browser, or one that was asked for an account's name and password (or token) and sends them;
 * null for a reader without one. What such a browser posts must still carry a token of its form: it sends them with foreign forms too.
 */
export async function accountOf(c: Context, site: Site): Promise<string | null> {
  if (isOwner(c, site)) return OWNER
  const header = c.req.header('authorization')
  if (header === undefined) return null
  return (await accountByBearer(c, site)) ?? (await readerByBasic(site, header))?.name ?? null
}
