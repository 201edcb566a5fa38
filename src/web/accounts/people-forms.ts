import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { addLink, removeLink } from '../../store/account-links.ts'
import { accountById, ROLES, removeAccount, setRole } from '../../store/accounts.ts'
import { originOf } from '../feeds/origin.ts'
import { checkForm, formToken } from '../owner.ts'
import { roleName } from '../pages/enter.ts'
import { notFound, type ShowPage } from '../pages/page.ts'
import type { Site } from '../site.ts'
import { formKeyOf, requireOwner } from '../viewer.ts'
import { say } from '../views/messages.ts'
import { hiddenFields } from '../views/shape.ts'
import { shownOnce } from '../views/shown-once.ts'
import { formFields, formLimit, goOn, logAccount } from './form-fields.ts'
import { INVITE_MS, makeLink, SIGN_IN_LINK_MS } from './links.ts'

const Token = z.object({ token: z.string() })
const Invite = Token.extend({ role: z.enum(ROLES) })
const Uninvite = Token.extend({ hash: z.string().length(64) })
const Change = Token.extend({
  do: z.enum(['role', 'link', 'remove']),
  role: z.enum(ROLES).default('reader'),
  sure: z.literal('yes').optional(),
})

/** What owners do to other people's accounts. */
export function peopleForms(site: Site, show: ShowPage): Hono {
  const app = new Hono()
  app.post('/owner/people/invite', formLimit, async (c) => {
    const form = await formFields(c, Invite)
    requireOwner(c)
    checkForm(c, site, 'invite', form.token)
    const { hash, path } = makeLink()
    const nowMs = site.now()
    await addLink(site.store, { hash, role: form.role, madeMs: nowMs, expiresMs: nowMs + INVITE_MS })
    const note = say('peopleInviteMade', { role: roleName(form.role) })
    return showLink(c, site, show, { title: say('peopleInvite'), note, path })
  })
  app.post('/owner/people/uninvite', formLimit, async (c) => {
    const form = await formFields(c, Uninvite)
    requireOwner(c)
    checkForm(c, site, 'uninvite', form.token)
    await removeLink(site.store, form.hash)
    return goOn(c, '/owner/people')
  })
  app.post('/owner/people/:id{\\d{1,15}}', formLimit, async (c) => {
    const form = await formFields(c, Change)
    const id = Number(c.req.param('id'))
    requireOwner(c)
    checkForm(c, site, `person:${id}`, form.token)
    if (form.do === 'link') return linkFor(c, site, show, id)
    if (form.do === 'remove' && form.sure === undefined) return askBefore(c, site, show, id)
    if (form.do === 'role') await setRole(site.store, id, form.role)
    else await removeAccount(site.store, id)
    logAccount(site, form.do === 'role' ? 'role-changed' : 'account-removed', id)
    return goOn(c, '/owner/people')
  })
  return app
}

/** Removing takes everything with it: it is told first. */
async function askBefore(c: Context, site: Site, show: ShowPage, id: number): Promise<Response> {
  const { name } = (await accountById(site.store, id)) ?? notFound('account', String(id))
  const title = say('peopleRemoveTitle', { name })
  const token = formToken({ ...site, formKey: formKeyOf(c) }, `person:${id}`)
  const main = html`<h1>${title}</h1><p>${say('peopleRemoveTold')}</p>
<form class="big ui" method="post" action="/owner/people/${id}">${hiddenFields({ token, do: 'remove', sure: 'yes' })}<button>${say('peopleRemoveDo')}</button> <a href="/owner/people">${say('shapeNo')}</a></form>`
  return show(c, { parts: { title, path: '/owner/people', main, noIndex: true }, status: 200 })
}

async function linkFor(c: Context, site: Site, show: ShowPage, id: number): Promise<Response> {
  const account = (await accountById(site.store, id)) ?? notFound('account', String(id))
  const { hash, path } = makeLink()
  const nowMs = site.now()
  await addLink(site.store, { hash, accountId: id, madeMs: nowMs, expiresMs: nowMs + SIGN_IN_LINK_MS })
  return showLink(c, site, show, {
    title: say('peopleLink'),
    note: say('peopleLinkMade', { name: account.name }),
    path,
  })
}

async function showLink(
  c: Context,
  site: Site,
  show: ShowPage,
  made: { title: string; note: string; path: string },
): Promise<Response> {
  const secret = `${originOf(c, site.brand.baseUrl)}${made.path}`
  return show(c, { parts: shownOnce({ ...made, secret, back: '/owner/people' }), status: 200 })
}
