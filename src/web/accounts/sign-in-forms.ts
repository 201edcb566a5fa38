import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { spendLink } from '../../store/account-links.ts'
import { addAccount, firstOwner, setPassword } from '../../store/accounts.ts'
import { checkForm, forgetOwnerLink } from '../owner.ts'
import { enterPage, openLink } from '../pages/enter.ts'
import type { ShowPage } from '../pages/page.ts'
import { signInPage } from '../pages/sign-in.ts'
import { hashPassword } from '../password.ts'
import { readerAddress } from '../reader-address.ts'
import type { Site } from '../site.ts'
import { requireOwner } from '../viewer.ts'
import { say } from '../views/messages.ts'
import { accountName } from './account-name.ts'
import { beforeSignIn, bindBeforeSignIn } from './before-sign-in.ts'
import { checkPassword } from './check-password.ts'
import { formFields, formLimit, goOn, NewPassword, secondsOf, TypedName, TypedPassword } from './form-fields.ts'
import { nextPath } from './next-path.ts'
import { beginSession, leave } from './session.ts'
import { hashOf } from './tokens.ts'

const Token = z.object({ token: z.string() })
const SignIn = Token.extend({ name: TypedName, password: TypedPassword, next: z.string().optional() })
/** An empty field is a password that stays as it is. */
const Enter = Token.extend({
  name: TypedName.optional(),
  newPassword: z.union([z.literal(''), NewPassword]).default(''),
})
const SetUp = Token.extend({ name: TypedName, newPassword: NewPassword })

/** How a browser comes to a session, and loses it. */
export function signInForms(site: Site, show: ShowPage): Hono {
  const app = new Hono()
  app.post('/sign-in', formLimit, (c) => signIn(c, site, show))
  app.post('/sign-out', formLimit, async (c) => {
    checkForm(c, site, 'sign-out', (await formFields(c, Token)).token)
    await leave(c, site)
    return goOn(c, '/')
  })
  app.post('/enter/:token', formLimit, (c) => enter(c, site, show))
  app.post('/owner/account', formLimit, (c) => setUp(c, site))
  return app
}

async function signIn(c: Context, site: Site, show: ShowPage): Promise<Response> {
  const form = await formFields(c, SignIn)
  bindBeforeSignIn(c, site)
  checkForm(c, site, 'sign-in', form.token)
  const name = form.name.trim().normalize('NFC')
  const checked = await checkPassword(site, { name, address: readerAddress(c, site) }, form.password)
  const next = nextPath(form.next)
  if (checked === 'wrong' || 'waitMs' in checked) {
    site.log('sign-in-refused', { waits: checked !== 'wrong' })
    const problem = checked === 'wrong' ? say('signInWrong') : say('signInWait', { n: secondsOf(checked.waitMs) })
    const parts = signInPage(beforeSignIn(c, site), { next, problem, name: name.slice(0, 40) })
    return show(c, { parts, status: checked === 'wrong' ? 403 : 429 })
  }
  await beginSession(c, site, checked.account.id)
  return goOn(c, next)
}

/** Spends a link: an invitation makes an account, the other kind lets one in. */
async function enter(c: Context, site: Site, show: ShowPage): Promise<Response> {
  const form = await formFields(c, Enter)
  bindBeforeSignIn(c, site)
  checkForm(c, site, 'enter', form.token)
  const token = c.req.param('token') ?? ''
  const link = await openLink(site, token)
  const mustChoose = link.for.kind === 'invite' || link.for.account.passwordHash === null
  if (mustChoose && form.newPassword === '') throw new AppError('invalid', 'choose a password')
  const newcomerName = link.for.kind === 'invite' ? accountName(form.name ?? '', link.for.role) : ''
  const passwordHash = form.newPassword === '' ? null : await hashPassword(form.newPassword)
  try {
    const newcomer = link.for.kind === 'invite' ? { name: newcomerName, passwordHash } : null
    const id = await spendLink(site.store, hashOf(token), newcomer, site.now())
    if (link.for.kind === 'sign_in' && passwordHash !== null) await setPassword(site.store, id, passwordHash)
    await beginSession(c, site, id)
    return goOn(c, '/account')
  } catch (cause) {
    if (!(cause instanceof AppError && cause.code === 'conflict')) throw cause
    const parts = enterPage(beforeSignIn(c, site), {
      token,
      link,
      problem: say('enterNameTaken', { name: newcomerName }),
    })
    return show(c, { parts, status: 409 })
  }
}

/** The owner's link, once: whoever holds it gives the site its first owner with a name and password. */
async function setUp(c: Context, site: Site): Promise<Response> {
  const form = await formFields(c, SetUp)
  requireOwner(c)
  checkForm(c, site, 'owner-account', form.token)
  if ((await firstOwner(site.store)) !== null)
    throw new AppError('forbidden', 'this site has an owner already: sign in')
  const name = accountName(form.name, 'owner')
  const passwordHash = await hashPassword(form.newPassword)
  const id = await addAccount(site.store, { name, role: 'owner', passwordHash }, site.now())
  forgetOwnerLink(c)
  await beginSession(c, site, id)
  return goOn(c, '/owner')
}
