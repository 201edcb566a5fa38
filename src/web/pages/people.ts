import { html } from 'hono/html'
import { openInvites } from '../../store/account-links.ts'
import { type Person, people, ROLES } from '../../store/accounts.ts'
import { formToken } from '../owner.ts'
import type { Site } from '../site.ts'
import type { Html } from '../views/layout.ts'
import { say } from '../views/messages.ts'
import { ownerNav } from '../views/owner-pages.ts'
import { phrase } from '../views/phrases.ts'
import { hiddenFields } from '../views/shape.ts'
import { timeTag } from '../views/times.ts'
import { roleName } from './enter.ts'
import type { PageRoute } from './page.ts'

/** GET /owner/people: who has an account, who is invited; roles are given and taken here. */
export const peopleRoute: PageRoute = {
  path: '/owner/people',
  asks: [],
  keepMs: 0,
  needs: 'owner',
  make: async (site, _c, viewer) => {
    const [all, invites] = await Promise.all([people(site.store), openInvites(site.store, site.now())])
    const title = say('peopleTitle')
    const main = html`<h1>${title}</h1>${ownerNav(viewer, '/owner/people')}<p class="soft ui lede">${say('peopleLead')}</p>
${all.length === 0 ? html`<p class="empty">${say('peopleNone')}</p>` : html`<ul class="sources people ui">${all.map((person) => personRow(site, person))}</ul>`}
<section><h2>${say('peopleInvite')}</h2><p class="soft ui">${say('peopleInviteNote')}</p>
<form class="big stack ui" method="post" action="/owner/people/invite">${hiddenFields({ token: formToken(site, 'invite') })}<label for="role">${say('peopleRole')}</label>${roleChoice('reader', html` id="role"`)}<button>${say('peopleInvite')}</button></form>
${invites.length === 0 ? '' : html`<ul class="sources ui">${invites.map((invite) => html`<li><p>${phrase('peopleInvited', { role: roleName(invite.role), time: timeTag(invite.expiresMs, site.now()) })}</p><form method="post" action="/owner/people/uninvite">${hiddenFields({ token: formToken(site, 'uninvite'), hash: invite.hash })}<button>${say('takeBack')}</button></form></li>`)}</ul>`}</section>`
    return { parts: { title, path: '/owner/people', main, noIndex: true } }
  },
}

function personRow(site: Site, person: Person): Html {
  const { id, name, role } = person
  const seen =
    person.seenMs === null
      ? say('peopleNotSignedIn')
      : html`${say('accountSeen')} ${timeTag(person.seenMs, site.now())}`
  const button = (what: string, text: string) => html`<button name="do" value="${what}">${text}</button>`
  return html`<li><h2><bdi>${name}</bdi></h2><p class="meta soft">${roleName(role)} · ${say('accountSince')} ${timeTag(person.createdMs, site.now())} · ${seen} · ${say('peopleTokens', { n: person.tokens })}</p>
<form method="post" action="/owner/people/${id}">${hiddenFields({ token: formToken(site, `person:${id}`) })}<label>${say('peopleRole')} ${roleChoice(role)}</label> ${button('role', say('peopleSetRole'))} ${button('link', say('peopleLink'))} ${button('remove', say('peopleRemove'))}</form></li>`
}

function roleChoice(chosen: Person['role'], attributes: Html | string = ''): Html {
  return html`<select name="role"${attributes}>${ROLES.toReversed().map((role) => html`<option value="${role}"${role === chosen ? html` selected` : ''}>${roleName(role)}</option>`)}</select>`
}
