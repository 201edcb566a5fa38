import { html } from 'hono/html'
import type { Told } from '../errors.ts'
import type { PageParts } from '../views/layout.ts'
import { say } from '../views/messages.ts'
import { programText } from '../views/program-text.ts'
import { isSourceLanguage } from '../views/speech.ts'

/** A page for whatever failed: what, and three ways on. What programs are told in English stands below the sentence of other languages. `signIn`: the way to an account, where one is lacking. */
export function errorPage(told: Told, signIn: string | null = null): PageParts {
  const isLost = told.code === 'not_found'
  const kind = told.code === 'unauthorized' ? 'forbidden' : told.code // that is for programs: people sign in, and hear the same
  const title = say(isLost ? 'notFoundTitle' : 'errorTitle')
  const message = `${told.message.charAt(0).toUpperCase()}${told.message.slice(1)}.`
  const lede = isSourceLanguage()
    ? html`<p class="lede" dir="auto">${message}</p>`
    : html`<p class="lede">${say(`error${kind}`)}</p><p class="soft ui">${programText(message)}</p>`
  const main = html`<div class="lost"><p class="code ui">${told.status}</p><h1>${title}</h1>${lede}
${signIn === null ? '' : html`<p class="ui"><a href="${signIn}">${say('signIn')}</a></p>`}
<p class="ui">${say(isLost ? 'notFoundHelp' : 'errorHelp')}</p>
<form class="big ui" action="/search"><input type="search" name="q" aria-label="${say('searchFor')}" maxlength="400"><button>${say('search')}</button></form>
<p class="tags ui"><a href="/">${say('home')}</a> <a href="/ranking">${say('ranking')}</a> <a href="/pulse">${say('pulse')}</a></p></div>`
  return { title, path: '/', main, noIndex: true }
}
