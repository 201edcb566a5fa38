import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { addToken, revokeToken, SCOPES } from '../../store/account-tokens.ts'
import { type Account, removeAccount, setPassword } from '../../store/accounts.ts'
import { endSession, sessionsOf } from '../../store/sessions.ts'
import { checkForm } from '../owner.ts'
import type { ShowPage } from '../pages/page.ts'
import { hashPassword } from '../password.ts'
import type { Site } from '../site.ts'
import { say } from '../views/messages.ts'
import { shownOnce } from '../views/shown-once.ts'
import { checkPassword } from './check-password.ts'
import { formFields, formLimit, goOn, NewPassword, requireSession, TypedPassword } from './form-fields.ts'
import { beginSession, leave } from './session.ts'
import { makeToken, mayMake, scopesUpTo } from './tokens.ts'

const Token = z.object({ token: z.string() })
const Password = Token.extend({ password: TypedPassword.default(''), newPassword: NewPassword })
const Sessions = Token.extend({ session: z.union([z.literal('others'), z.string().length(64)]) })
const NewToken = Token.extend({ name: z.string().trim().min(1).max(60), scope: z.enum(SCOPES) })
const Revoke = Token.extend({ hash: z.string().length(64) })
const Delete = Token.extend({ name: z.string().max(200) })

/** What people do to their own accounts, each in a browser that is signed in. */
export function accountForms(site: Site, show: ShowPage): Hono {
  const app = new Hono()
  app.post('/account/password', formLimit, (c) => changePassword(c, site))
  app.post('/account/sessions', formLimit, async (c) => {
    const form = await formFields(c, Sessions)
    const { account, session } = requireSession(c)
    checkForm(c, site, 'account-sessions', form.token)
    const all = form.session === 'others' ? await sessionsOf(site.store, account.id, site.now()) : []
    const ended = form.session === 'others' ? all.map((one) => one.hash) : [form.session]
    for (const hash of ended) if (hash !== session.hash) await endSession(site.store, account.id, hash)
    return goOn(c, '/account')
  })
  app.post('/account/tokens', formLimit, async (c) => {
    const form = await formFields(c, NewToken)
    const { account } = requireSession(c)
    checkForm(c, site, 'account-tokens', form.token)
    if (!mayMake(account.role, form.scope))
      throw new AppError('forbidden', `an account that is ${account.role} has no token for ${form.scope}`)
    const { token, hash } = makeToken()
    await addToken(site.store, account.id, { hash, name: form.name, scopes: scopesUpTo(form.scope) }, site.now())
    const parts = shownOnce({ title: say('tokenMade'), note: say('tokenMadeNote'), secret: token, back: '/account' })
    return show(c, { parts, status: 200 })
  })
  app.post('/account/tokens/revoke', formLimit, async (c) => {
    const form = await formFields(c, Revoke)
    const { account } = requireSession(c)
    checkForm(c, site, 'account-revoke', form.token)
    await revokeToken(site.store, account.id, form.hash)
    return goOn(c, '/account')
  })
  app.post('/account/delete', formLimit, async (c) => {
    const form = await formFields(c, Delete)
    const { account } = requireSession(c)
    checkForm(c, site, 'account-delete', form.token)
    if (form.name.trim() !== account.name)
      throw new AppError('invalid', 'the name is not this account’s: nothing was deleted')
    await removeAccount(site.store, account.id)
    await leave(c, site)
    return goOn(c, '/')
  })
  return app
}

/** Changing a password asks for the one before, and ends every other session. */
async function changePassword(c: Context, site: Site): Promise<Response> {
  const form = await formFields(c, Password)
  const { account, session } = requireSession(c)
  checkForm(c, site, 'account-password', form.token)
  if (account.passwordHash !== null) await mustKnowPassword(site, { account, session: session.hash }, form.password)
  await setPassword(site.store, account.id, await hashPassword(form.newPassword))
  await beginSession(c, site, account.id)
  return goOn(c, '/account')
}

/** Counted by session: whoever guesses an account's password elsewhere cannot keep who is signed in from changing it. */
async function mustKnowPassword(
  site: Site,
  { account, session }: { account: Account; session: string },
  password: string,
): Promise<void> {
  const checked = await checkPassword(
    site,
    { name: account.name, address: null, countedAs: `session ${session}` },
    password,
  )
  if (checked === 'wrong') throw new AppError('forbidden', 'the password is not this account’s: nothing was changed')
  if ('waitMs' in checked) throw new AppError('too_often', 'too many wrong passwords: wait a little and try again')
}
