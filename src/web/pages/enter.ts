import { html } from 'hono/html'
import { AppError } from '../../model/errors.ts'
import { type AccountLink, linkByHash } from '../../store/account-links.ts'
import { beforeSignIn } from '../accounts/before-sign-in.ts'
import { hashOf } from '../accounts/tokens.ts'
import { formToken } from '../owner.ts'
import { MAX_PASSWORD, MIN_PASSWORD } from '../password.ts'
import type { Site } from '../site.ts'
import type { Html, PageParts } from '../views/layout.ts'
import { type MessageKey, say } from '../views/messages.ts'
import { hiddenFields } from '../views/shape.ts'
import type { PageRoute } from './page.ts'
import { serviceLink } from './sign-in.ts'

/** GET /enter/TOKEN: what a link that works once is for. Looking spends nothing: programs that preview links do it too. */
export const enterRoute: PageRoute = {
  path: '/enter/:token',
  asks: [],
  keepMs: 0,
  isPrivate: true,
  make: async (site, c) => {
    const token = c.req.param('token') ?? ''
    const link = await openLink(site, token)
    return { parts: enterPage(beforeSignIn(c, site), { token, link, problem: null }) }
  },
}

/** @throws AppError forbidden for a link that is spent, over or none */
export async function openLink(site: Site, token: string): Promise<AccountLink> {
  const link = await linkByHash(site.store, hashOf(token), site.now())
  if (!link) throw new AppError('forbidden', 'this link was used already, or is too old: ask for a new one')
  return link
}

/** The form of a link; `site` is as `beforeSignIn` gives it. */
export function enterPage(
  site: Site,
  { token, link, problem }: { token: string; link: AccountLink; problem: string | null },
): PageParts {
  const isInvite = link.for.kind === 'invite'
  const title = say(isInvite ? 'enterInvited' : 'signIn')
  const lead =
    link.for.kind === 'invite'
      ? say('enterInvitedLead', { site: site.brand.name, role: roleName(link.for.role) })
      : say('enterSignInLead', { account: link.for.account.name })
  const mustChoose = link.for.kind === 'invite' || link.for.account.passwordHash === null
  const main = html`<h1>${title}</h1><p class="lede">${lead}</p>
${problem === null ? '' : html`<p class="ui reason" role="alert">${problem}</p>`}
<form class="big stack ui" method="post" action="/enter/${token}">${hiddenFields({ token: formToken(site, 'enter') })}
${isInvite ? nameField() : ''}${passwordField(mustChoose)}<button>${title}</button></form>
${isInvite ? serviceLink(site, '/account', { invite: token }) : ''}`
  return { title, path: '/enter', main, noIndex: true }
}

/** Asks for the name of a new account. */
export function nameField(): Html {
  return html`<label for="name">${say('accountName')}</label><input id="name" name="name" required autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="40">`
}

/** Asks for a password to be kept from now on. */
export function passwordField(isRequired: boolean): Html {
  return html`<label for="new-password">${say('accountNewPassword', { n: MIN_PASSWORD })}${isRequired ? '' : html` ${say('accountPasswordKeep')}`}</label><input id="new-password" name="newPassword" type="password"${isRequired ? html` required` : ''} autocomplete="new-password" minlength="${MIN_PASSWORD}" maxlength="${MAX_PASSWORD}">`
}

/** What a role is called. */
export function roleName(role: 'owner' | 'editor' | 'reader'): string {
  const keys = { owner: 'roleOwner', editor: 'roleEditor', reader: 'roleReader' } as const satisfies Record<
    string,
    MessageKey
  >
  return say(keys[role])
}
