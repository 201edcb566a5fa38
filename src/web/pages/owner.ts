import { html } from 'hono/html'
import { formToken } from '../owner.ts'
import { say } from '../views/messages.ts'
import type { PageRoute } from './page.ts'

/** GET /owner: how to become the owner here. With `?key=` the app answers before this page does. */
export const ownerRoute: PageRoute = {
  path: '/owner',
  asks: ['wrong'],
  keepMs: 0,
  make: async (site, c, viewer) => {
    const wrong =
      c.req.query('wrong') === undefined ? '' : html`<p class="ui reason" role="alert">${say('ownerWrong')}</p>`
    const main = viewer.isOwner
      ? html`<h1>${say('ownerTitle')}</h1><p>${say('ownerWelcome')} <a href="/sources">${say('ownerSourcesLink')}</a> · <a href="/owner/choices">${say('choicesTitle')}</a> · <a href="/watching">${say('watchingTitle')}</a></p>`
      : html`<h1>${say('ownerTitle')}</h1><p class="lede">${say('ownerHelp')}</p>${wrong}
<form class="big ui" method="post" action="/owner"><input type="hidden" name="token" value="${formToken(site, 'owner')}"><label for="key">${say('ownerLabel')}</label><input id="key" name="key" type="password" required autocomplete="current-password" maxlength="200"><button>${say('ownerEnter')}</button></form>`
    return { parts: { title: say('ownerTitle'), path: '/owner', main, noIndex: true } }
  },
}
