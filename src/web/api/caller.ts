import type { Context } from 'hono'
import { AppError } from '../../model/errors.ts'
import type { Scope } from '../../store/account-tokens.ts'
import { bearerOf } from '../accounts/tokens.ts'
import type { Site } from '../site.ts'
import { may, type Needs, STRANGER, viewerOf } from '../viewer.ts'

/** The least scope of a token for each need. */
export const SCOPE_FOR: Readonly<Record<Exclude<Needs, 'nobody'>, Scope>> = {
  reader: 'reader',
  editor: 'edit',
  owner: 'admin',
}

/**
 * Whose call it is. A browser never sends this header by itself, so a foreign page cannot act in anyone's name. Who is refused hears by
 * `WWW-Authenticate` what would be needed. **Source:** RFC 6750 §3
 * @throws AppError unauthorized where no token is sent or nobody knows it, forbidden where its scope or its account's role is too small
 */
export async function callerOf(c: Context, site: Site, needs: Exclude<Needs, 'nobody'>): Promise<string> {
  const sent = c.req.header('authorization')
  const viewer = sent === undefined ? STRANGER : viewerOf(c)
  if (viewer.account !== null && may(viewer, needs)) return viewer.account
  const scope = SCOPE_FOR[needs]
  const token = /^Bearer\s+(\S{1,200})$/i.exec(sent ?? '')?.[1]
  const known = token === undefined ? null : await bearerOf(site, token)
  if (known === null) {
    c.header('www-authenticate', `Bearer realm="API"${sent === undefined ? '' : ', error="invalid_token"'}`)
    const why = sent === undefined ? 'no token was sent' : 'nobody has this token'
    throw new AppError(
      'unauthorized',
      `${why}: this call needs one of scope "${scope}", as Authorization: Bearer TOKEN`,
    )
  }
  c.header('www-authenticate', `Bearer realm="API", error="insufficient_scope", scope="${scope}"`)
  throw new AppError(
    'forbidden',
    `this call needs a token of scope "${scope}" and an account that is ${needs}: this token has scope "${known.scope}", and ${known.account.name} is ${known.account.role}`,
  )
}
