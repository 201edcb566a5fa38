import { html } from 'hono/html'
import { say } from '../views/messages.ts'
import { KEEP_CONTENT_MS, type PageRoute } from './page.ts'

/** GET /offline: what a browser shows without a network where it keeps nothing of the page that was asked for. It lists what it keeps. */
export const offlineRoute: PageRoute = {
  path: '/offline',
  asks: [],
  keepMs: KEEP_CONTENT_MS,
  make: async () => {
    const main = html`<div class="body prose"><h1>${say('offlineTitle')}</h1><p class="lede">${say('offlineLead')}</p>
<section id="kept" data-said="${say('settingsKept', { n: '{n}', kilobytes: '{kilobytes}' })}" hidden><h2>${say('settingsOffline')}</h2><p class="ui soft"><output></output></p><ul class="kept-list"></ul></section></div>`
    return { parts: { title: say('offlineTitle'), path: '/offline', main, noIndex: true } }
  },
}
