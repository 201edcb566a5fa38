import { html } from 'hono/html'
import type { ListReason } from '../../rank/reason-weights.ts'
import { readTogetherCount } from '../../store/read-together.ts'
import { listWeights } from '../lists/list-weights.ts'
import { formToken } from '../owner.ts'
import { breadcrumb } from '../views/layout.ts'
import { decimal, type MessageKey, say } from '../views/messages.ts'
import { KEEP_LIST_MS, type PageRoute } from './page.ts'

const REASONS = {
  'shared-tags': 'listsByTags',
  'readers-went-on': 'listsByReaders',
  rising: 'listsRising',
  popular: 'listsPopular',
  newest: 'listsNewest',
} as const satisfies Readonly<Record<ListReason, MessageKey>>

/** GET /explain/lists: how much each reason counts in the lists that browsers rank, and what it was learnt from. The owner can have it forgotten. Two queries. */
export const explainListsRoute: PageRoute = {
  path: '/explain/lists',
  asks: [],
  keepMs: KEEP_LIST_MS,
  make: async (site, _c, viewer) => {
    const [weights, pairs] = await Promise.all([listWeights(site), readTogetherCount(site.store)])
    const title = say('listsTitle')
    // Plus nothing: no table shows a minus before zero.
    const row = (one: (typeof weights)[number]) =>
      html`<tr><th scope="row">${say(REASONS[one.reason])}</th><td class="num">${one.shown}</td><td class="num">${one.clicked}</td><td class="num">${decimal(one.expected, 1)}</td><td class="num">${decimal(Math.round(100 * one.weight) / 100 + 0, 2)}</td></tr>`
    const table = html`<div class="scroll" tabindex="0" role="group" aria-label="${title}"><table class="ui"><thead><tr><th scope="col">${say('listsReason')}</th><th scope="col" class="num">${say('listsShown')}</th><th scope="col" class="num">${say('listsChosen')}</th><th scope="col" class="num">${say('listsExpected')}</th><th scope="col" class="num">${say('listsWeight')}</th></tr></thead><tbody>${weights.map(row)}</tbody></table></div>`
    const forget = html`<form class="ui" method="post" action="/owner/forget-counts"><input type="hidden" name="token" value="${formToken(site, 'forget-counts')}"><button>${say('listsForget')}</button></form>`
    const main = html`${breadcrumb([{ name: say('home'), path: '/' }])}<h1>${title}</h1>
${site.countsReading ? html`<p class="ui lede">${say('listsLead')}</p>${table}<p class="ui">${say('listsPairs', { n: pairs })}</p>` : html`<p class="empty">${say('listsOff')}</p>`}
${viewer.isOwner ? forget : ''}`
    return { parts: { title, path: '/explain/lists', main, noIndex: true } }
  },
}
