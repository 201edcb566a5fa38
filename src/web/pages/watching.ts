import { html } from 'hono/html'
import { accountOf } from '../account-of.ts'
import { signInPath } from '../accounts/next-path.ts'
import { watchList } from '../lists/watch.ts'
import { formToken } from '../owner.ts'
import { breadcrumb } from '../views/layout.ts'
import { say } from '../views/messages.ts'
import { hiddenFields } from '../views/shape.ts'
import { messageView, watchState, watchWay } from '../views/watch.ts'
import type { PageRoute } from './page.ts'

/** GET /watching: an account's watches with their last deliveries. */
export const watchingRoute: PageRoute = {
  path: '/watching',
  asks: [],
  keepMs: 0,
  isPrivate: true,
  make: async (site, c) => {
    const account = await accountOf(c, site)
    const watches = account === null ? [] : await watchList(site, account)
    const lead =
      account === null
        ? html`<p class="soft ui lede">${say('watchingNobody')}</p><p class="ui"><a href="${signInPath('/watching')}">${say('watchSignIn')}</a></p>`
        : html`<p class="soft ui lede">${say('watchingLead', { account })}</p>`
    const rows = watches.map(
      ({
        watch,
        path,
        last,
      }) => html`<li class="state-${watch.state === 'failed' ? 'failing' : 'ok'}"><h2><a href="${path}" dir="auto">${watch.name}</a></h2>
<p class="meta">${say(watch.everyArticle ? 'watchHearsAll' : 'watchHearsBursts')} · ${watchWay(watch)}${watch.channel === 'feed' ? '' : html` · ${watchState(watch)}`}</p>
${last === null ? '' : html`<p class="meta">${messageView(last, site.now())}</p>`}
<form class="ui" method="post" action="/watch/${watch.token}">${hiddenFields({ token: formToken(site, `watch:${watch.id}`), back: 'list' })}<a href="/watch/${watch.token}">${say('watchOpen')}</a> ${watch.state === 'failed' ? html`<button name="do" value="resume">${say('watchResume')}</button> ` : ''}<button name="do" value="stop">${say('watchStop')}</button></form></li>`,
    )
    const main = html`${breadcrumb([{ name: say('home'), path: '/' }])}<h1>${say('watchingTitle')}</h1>${lead}
${account === null ? '' : rows.length === 0 ? html`<p class="empty">${say('watchingNone')}</p>` : html`<ul class="sources">${rows}</ul>`}`
    return { parts: { title: say('watchingTitle'), path: '/watching', main, noIndex: true } }
  },
}
