import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { MAX_PASSWORD, MIN_PASSWORD } from '../password.ts'
import type { Site } from '../site.ts'
import { type SignedIn, signedIn } from './session.ts'

/** Bytes of a form about accounts: names, passwords and a token. */
const MAX_FORM_BYTES = 16_000

/** Holds forms about accounts to a bound. */
export const formLimit = bodyLimit({
  maxSize: MAX_FORM_BYTES,
  onError: () => {
    throw new AppError('too_large', `a form has at most ${MAX_FORM_BYTES} bytes`)
  },
})

/** A posted form as its schema reads it. @throws ZodError for one that does not fit */
export async function formFields<Shape extends z.ZodType>(c: Context, shape: Shape): Promise<z.output<Shape>> {
  return shape.parse(await c.req.parseBody())
}

/** A name as it is typed; whether it is one is said by `accountName`. */
export const TypedName = z.string().max(200)
/** A password as it is typed to sign in; whether it is right is not told by its length. */
export const TypedPassword = z.string().max(2_000)
/** A password that is to be kept. */
export const NewPassword = z
  .string()
  .min(MIN_PASSWORD, `a password has at least ${MIN_PASSWORD} characters`)
  .max(MAX_PASSWORD, `a password has at most ${MAX_PASSWORD} characters`)

/**
 * Who is signed in in this browser. Programs do not change accounts: a token that leaked could then make others.
 * @throws AppError forbidden for everybody else
 */
export function requireSession(c: Context): SignedIn {
  const found = signedIn(c)
  if (!found) throw new AppError('forbidden', 'this needs an account: sign in')
  return found
}

/** Waits told to people are rounded up to whole seconds. */
export function secondsOf(waitMs: number): number {
  return Math.ceil(waitMs / 1_000)
}

/** A form that was answered: what follows is kept by nobody. */
export function goOn(c: Context, path: string): Response {
  c.header('cache-control', 'no-store')
  return c.redirect(path, 303)
}

/** For log lines about accounts: their number, never a name or password. */
export function logAccount(site: Site, event: string, account: number): void {
  site.log(event, { account })
}
