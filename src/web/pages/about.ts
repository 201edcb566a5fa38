import { readFileSync } from 'node:fs'
import { html } from 'hono/html'
import { type MessageKey, say } from '../views/messages.ts'
import { KEEP_CONTENT_MS, type PageRoute } from './page.ts'

/** Credits of data and software, as the release carries them; none where the file is missing. */
const CREDITS = readNotice()

/** What the site judges, and how: a word and its meaning. */
const JUDGED = [
  ['judgeIndependent', 'judgeIndependentText'],
  ['judgeCopy', 'judgeCopyText'],
  ['judgeClaims', 'judgeClaimsText'],
  ['judgeRising', 'judgeRisingText'],
  ['judgeRanking', 'judgeRankingText'],
] as const satisfies readonly (readonly [MessageKey, MessageKey])[]

/** GET /about: what this is, how it judges, and whose data it rests on. */
export const aboutRoute: PageRoute = {
  path: '/about',
  asks: [],
  keepMs: KEEP_CONTENT_MS,
  make: async (site) => {
    const { name, tagline } = site.brand
    const judged = JUDGED.map(([title, text]) => html`<li><b>${say(title)}</b> ${say(text)}</li>`)
    const main = html`<div class="body prose"><h1>${say('aboutSite', { name })}</h1>
<p class="lede" dir="auto">${say('sentence', { text: tagline })}</p>
<p>${say('aboutWhat', { name })}</p>
<h2 class="in" id="judges">${say('aboutJudges')}</h2>
<ul>${judged}</ul>
<h2 class="in">${say('aboutYou')}</h2>
<p>${say('aboutYouText')}</p>
${CREDITS === '' ? '' : html`<h2 class="in">${say('aboutCredits')}</h2><pre class="credits" lang="en" dir="ltr" tabindex="0">${CREDITS}</pre>`}</div>`
    return { parts: { title: say('about'), path: '/about', main, description: tagline } }
  },
}

function readNotice(): string {
  try {
    return readFileSync(new URL('../../../NOTICE', import.meta.url), 'utf8').trim()
  } catch {
    return ''
  }
}
