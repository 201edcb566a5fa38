import { readFileSync } from 'node:fs'
import { html } from 'hono/html'
import { say } from '../views/messages.ts'
import { KEEP_CONTENT_MS, type PageRoute } from './page.ts'

/** Credits of data and software, as the release carries them; none where the file is missing. */
const CREDITS = readNotice()

/** GET /about: what this is, how it judges, and whose data it rests on. */
export const aboutRoute: PageRoute = {
  path: '/about',
  asks: [],
  keepMs: KEEP_CONTENT_MS,
  make: async (site) => {
    const { name, tagline } = site.brand
    const main = html`<div class="body prose"><h1>${say('about')} ${name}</h1>
<p class="lede">${tagline}.</p>
<p>${name} reads feeds and pages, folds copies into the texts they repeat, gathers texts into stories, and shows which stories, people and places rise above what is usual for the hour. It writes nothing of its own: every sentence belongs to a page that is named and linked.</p>
<h2 class="in" id="judges">How it judges</h2>
<ul><li><b>Independent</b> is a text that is no copy of another known here. Copies are counted apart and weigh nothing.</li>
<li><b>A copy</b> shares most of its word sequences with an earlier text. Which sentences were kept, changed, left out or put in stands on its comparison page.</li>
<li><b>A page’s date, author and section are claims.</b> They are shown as found; where the text or an earlier copy contradicts a date, the reason stands beside it.</li>
<li><b>Rising</b> means more independent texts in a window than that hour of the week usually brings, by more than chance explains; how often chance alone would do it is said with it.</li>
<li><b>Ranking</b> sums independent owners, halved every eight hours. <a href="/ranking">Every story</a> explains its own place.</li></ul>
<h2 class="in">About you</h2>
<p>Public pages set no cookie and load nothing from other hosts. Views and reactions are counted once a day by a keyed hash whose key changes daily; your address is not kept.</p>
${CREDITS === '' ? '' : html`<h2 class="in">Credits</h2><pre class="credits" tabindex="0">${CREDITS}</pre>`}</div>`
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
