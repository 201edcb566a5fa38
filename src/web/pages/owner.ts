import { html } from 'hono/html'
import { firstOwner } from '../../store/accounts.ts'
import { formToken } from '../owner.ts'
import type { Site } from '../site.ts'
import type { Html } from '../views/layout.ts'
import { say } from '../views/messages.ts'
import { hiddenFields } from '../views/shape.ts'
import { nameField, passwordField } from './enter.ts'
import { ownerFront } from './owner-front.ts'
import type { PageRoute } from './page.ts'

/** GET /owner: how to become the owner here, and for who runs the site its front page. With `?key=` the app answers before this page does. */
export const ownerRoute: PageRoute = {
  path: '/owner',
  asks: ['wrong'],
  keepMs: 0,
  isPrivate: true,
  make: async (site, c, viewer) => {
    const isOwned = (await firstOwner(site.store)) !== null
    if (viewer.mayEdit) {
      const main = html`${await ownerFront(site, viewer)}${viewer.isOwner && !isOwned ? setUpForm(site) : ''}`
      return { parts: { title: say('ownerFrontTitle'), path: '/owner', main, noIndex: true } }
    }
    const main = html`<h1>${say('ownerTitle')}</h1>${isOwned ? signInInstead() : keyForm(site, c.req.query('wrong') !== undefined)}`
    return { parts: { title: say('ownerTitle'), path: '/owner', main, noIndex: true } }
  },
}

/** For who opened the owner's link: an account in its place. Posted once, by the link's holder; then the link is spent. */
export function setUpForm(site: Site): Html {
  return html`<section><h2>${say('ownerSetUp')}</h2><p class="soft ui">${say('ownerSetUpNote')}</p>
<form class="big stack ui" method="post" action="/owner/account">${hiddenFields({ token: formToken(site, 'owner-account') })}${nameField()}${passwordField(true)}<button>${say('ownerSetUp')}</button></form></section>`
}

function keyForm(site: Site, isWrong: boolean): Html {
  return html`<p class="lede">${say('ownerHelp')}</p>${isWrong ? html`<p class="ui reason" role="alert">${say('ownerWrong')}</p>` : ''}
<form class="big ui" method="post" action="/owner">${hiddenFields({ token: formToken(site, 'owner') })}<label for="key">${say('ownerLabel')}</label><input id="key" name="key" type="password" required autocomplete="current-password" maxlength="200"><button>${say('ownerEnter')}</button></form>
<p class="ui"><a href="/sign-in">${say('signIn')}</a></p>`
}

function signInInstead(): Html {
  return html`<p class="lede">${say('ownerHasAccount')}</p><p class="ui"><a href="/sign-in?next=/owner">${say('signIn')}</a></p>`
}
