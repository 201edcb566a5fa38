import type { Context } from 'hono'
import { readerByBasic } from './readers/reader-auth.ts'
import type { Site } from './site.ts'
import { viewerOf } from './viewer.ts'

/**
 * Whose account a page is asked for: the viewer's, or that of a program that sends an account's name and password (or token);
 * null for a reader without one. What such a browser posts must still carry a token of its form: it sends them with foreign forms too.
 */
export async function accountOf(c: Context, site: Site): Promise<string | null> {
  const { account } = viewerOf(c)
  if (account !== null) return account
  const reader = await readerByBasic(c, site)
  return reader?.mayMark ? reader.name : null
}
