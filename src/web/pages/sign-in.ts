import { html } from 'hono/html'
import { beforeSignIn } from '../accounts/before-sign-in.ts'
import { nextPath } from '../accounts/next-path.ts'
import { formToken } from '../owner.ts'
import { MAX_PASSWORD } from '../password.ts'
import type { Site } from '../site.ts'
import type { Html, PageParts } from '../views/layout.ts'
import { say } from '../views/messages.ts'
import { hiddenFields } from '../views/shape.ts'
import type { PageRoute } from './page.ts'

/** GET /sign-in: a name and a password, or the owner's sign-in service. `next` is a path of this site to go on to. */
export const signInRoute: PageRoute = {
  path: '/sign-in',
  asks: [],
  keepMs: 0,
  isPrivate: true,
  make: async (site, c) => {
    const next = nextPath(c.req.query('next'))
    const problem = c.req.query('service') === undefined ? null : say('signInServiceWrong')
    return { parts: signInPage(beforeSignIn(c, site), { next, problem, name: '' }) }
  },
}

/** The page of the form; `site` is as `beforeSignIn` gives it. */
export function signInPage(site: Site, asked: { next: string; problem: string | null; name: string }): PageParts {
  const { next, problem, name } = asked
  const main = html`<h1>${say('signIn')}</h1><p class="lede">${say('signInLead')}</p>
${problem === null ? '' : html`<p class="ui reason" role="alert">${problem}</p>`}
<form class="big stack ui" method="post" action="/sign-in">${hiddenFields({ token: formToken(site, 'sign-in'), next })}
<label for="name">${say('accountName')}</label><input id="name" name="name" required autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="40" value="${name}">
<label for="password">${say('accountPassword')}</label><input id="password" name="password" type="password" required autocomplete="current-password" maxlength="${MAX_PASSWORD}">
<button>${say('signIn')}</button></form>
${serviceLink(site, next)}
<p class="soft ui">${say('signInNone')}</p>`
  return { title: say('signIn'), path: '/sign-in', main, noIndex: true }
}

/** The way to the owner's sign-in service, where there is one. `invite` is the link that a newcomer brings, `link` the token of an account's page. */
export function serviceLink(site: Site, next: string, brought: { invite?: string; link?: string } = {}): Html {
  if (!site.signInService) return html``
  const asked = new URLSearchParams({ next, ...brought })
  return html`<p class="ui"><a href="/sign-in/service?${asked.toString()}">${say('signInService', { service: site.signInService.name })}</a></p>`
}
