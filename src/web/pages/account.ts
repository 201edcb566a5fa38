import { html } from 'hono/html'
import { DAY_MS } from '../../model/time.ts'
import { identitiesOf } from '../../store/account-identities.ts'
import { type KeptToken, SCOPES, tokensOf } from '../../store/account-tokens.ts'
import type { Account } from '../../store/accounts.ts'
import { type Session, sessionsOf } from '../../store/sessions.ts'
import { LINK_PURPOSE } from '../accounts/service-routes.ts'
import { signedIn } from '../accounts/session.ts'
import { mayMake } from '../accounts/tokens.ts'
import { formToken } from '../owner.ts'
import { MAX_PASSWORD } from '../password.ts'
import type { Site } from '../site.ts'
import { browserName } from '../views/browser-name.ts'
import { breadcrumb, type Html } from '../views/layout.ts'
import { type MessageKey, say } from '../views/messages.ts'
import { hiddenFields } from '../views/shape.ts'
import { longDay, timeTag } from '../views/times.ts'
import { passwordField, roleName } from './enter.ts'
import type { PageRoute } from './page.ts'
import { serviceLink } from './sign-in.ts'

/** GET /account: what belongs to an account: its password, browsers, tokens, and its end. For who is signed in by a session alone. */
export const accountRoute: PageRoute = {
  path: '/account',
  asks: [],
  keepMs: 0,
  isPrivate: true,
  needs: 'reader',
  make: async (site, c, viewer) => {
    const found = signedIn(c)
    const title = say('accountTitle')
    if (!found) {
      const main = html`<h1>${title}</h1><p class="lede">${say('accountNoSession')} <a href="/owner">${say('ownerTitle')}</a></p>`
      return { parts: { title, path: '/account', main, noIndex: true } }
    }
    const { account, session } = found
    const [sessions, tokens, identities] = await Promise.all([
      sessionsOf(site.store, account.id, site.now()),
      tokensOf(site.store, account.id),
      identitiesOf(site.store, account.id),
    ])
    const main = html`${breadcrumb([{ name: say('home'), path: '/' }])}<h1>${title}</h1>
<p class="lede">${say('accountLead', { name: account.name, role: roleName(account.role) })}</p>
<form class="ui" method="post" action="/sign-out">${hiddenFields({ token: formToken(site, 'sign-out') })}<button>${say('signOut')}</button></form>
<p class="ui"><a href="/watching">${say('watchingTitle')}</a> · <a href="/reading">${say('readingTitle')}</a> · <a href="/settings">${say('settingsTitle')}</a>${viewer.mayEdit ? html` · <a href="/owner">${say('ownerFrontTitle')}</a>` : ''}</p>
${passwordSection(site, account)}
${sessionSection(site, sessions, session)}
${tokenSection(site, tokens, account)}
${identities.length === 0 && site.signInService ? html`<section><h2>${say('accountService')}</h2><p class="soft ui">${say('accountServiceNote', { service: site.signInService.name })}</p>${serviceLink(site, '/account', { link: formToken(site, LINK_PURPOSE) })}</section>` : ''}
<section><h2>${say('accountDelete')}</h2><p class="soft ui">${say('accountDeleteNote')}</p>
<form class="big stack ui" method="post" action="/account/delete">${hiddenFields({ token: formToken(site, 'account-delete') })}<label for="sure">${say('accountDeleteSure', { name: account.name })}</label><input id="sure" name="name" required autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="40"><button>${say('accountDelete')}</button></form></section>`
    return { parts: { title, path: '/account', main, noIndex: true } }
  },
}

function passwordSection(site: Site, account: Account): Html {
  const current =
    account.passwordHash === null
      ? ''
      : html`<label for="password">${say('accountPassword')}</label><input id="password" name="password" type="password" required autocomplete="current-password" maxlength="${MAX_PASSWORD}">`
  return html`<section><h2>${say('accountChangePassword')}</h2><p class="soft ui">${say('accountChangeNote')}</p>
<form class="big stack ui" method="post" action="/account/password">${hiddenFields({ token: formToken(site, 'account-password') })}<input type="hidden" name="username" autocomplete="username" value="${account.name}">${current}${passwordField(true)}<button>${say('accountChangePassword')}</button></form></section>`
}

function sessionSection(site: Site, sessions: readonly Session[], own: Session): Html {
  const end = (session: string, text: MessageKey) =>
    html`<form class="ui" method="post" action="/account/sessions">${hiddenFields({ token: formToken(site, 'account-sessions'), session })}<button>${say(text)}</button></form>`
  return html`<section><h2>${say('accountSessions')}</h2><ul class="sources ui">${sessions.map(
    (
      session,
    ) => html`<li><p><bdi>${agentName(session)}</bdi> <span class="soft">${session.hash === own.hash ? say('accountThisBrowser') : ''}</span></p>
<p class="meta soft">${say('accountSince')} ${timeTag(session.madeMs, site.now())} · ${say('accountSeen')} ${timeTag(session.seenMs, site.now())}</p>${session.hash === own.hash ? '' : end(session.hash, 'accountEnd')}</li>`,
  )}</ul>${sessions.length > 1 ? end('others', 'accountEndOthers') : ''}</section>`
}

function agentName({ agent }: Session): string {
  const { browser, system } = browserName(agent)
  if (browser === '') return say('accountNoAgent')
  return system === null ? browser : say('accountBrowserOn', { browser, system })
}

const SCOPE_NAMES = {
  read: 'scopeRead',
  reader: 'scopeReader',
  edit: 'scopeEdit',
  admin: 'scopeAdmin',
} as const satisfies Record<(typeof SCOPES)[number], MessageKey>

function tokenSection(site: Site, tokens: readonly KeptToken[], { role }: Account): Html {
  const rows = tokens.map(
    (
      token,
    ) => html`<li><p><bdi>${token.name}</bdi> <span class="soft">${say(SCOPE_NAMES[token.scopes.at(-1) ?? 'read'])}</span></p>
<p class="meta soft">${say('accountSince')} ${timeTag(token.createdMs, site.now())} · ${token.usedDay === null ? say('tokenUnused') : say('tokenUsed', { day: longDay(token.usedDay * DAY_MS) })}</p>
<form method="post" action="/account/tokens/revoke">${hiddenFields({ token: formToken(site, 'account-revoke'), hash: token.hash })}<button>${say('tokenRevoke')}</button></form></li>`,
  )
  return html`<section><h2>${say('tokens')}</h2><p class="soft ui">${say('tokensNote')}</p>
${rows.length === 0 ? '' : html`<ul class="sources ui">${rows}</ul>`}
<form class="big stack ui" method="post" action="/account/tokens">${hiddenFields({ token: formToken(site, 'account-tokens') })}<label for="token-name">${say('tokenName')}</label><input id="token-name" name="name" required maxlength="60" autocomplete="off"><label for="scope">${say('tokenScope')}</label><select id="scope" name="scope">${SCOPES.filter((scope) => mayMake(role, scope)).map((scope) => html`<option value="${scope}"${scope === 'reader' ? html` selected` : ''}>${say(SCOPE_NAMES[scope])}</option>`)}</select><button>${say('tokenMake')}</button></form></section>`
}
