import { html } from 'hono/html'
import { articleByKey } from '../../store/articles.ts'
import { siteOfArticle } from '../editions/whole-story.ts'
import { type TextChange, textChanges } from '../lists/versions.ts'
import { changedSentence, changedSentences, wordCounts } from '../views/changed-words.ts'
import { breadcrumb, type Html } from '../views/layout.ts'
import { articlePath } from '../views/links.ts'
import { say } from '../views/messages.ts'
import { phrase } from '../views/phrases.ts'
import { languageAttributes } from '../views/rows.ts'
import { pageLanguage } from '../views/speech.ts'
import { timeTag } from '../views/times.ts'
import { KEEP_CONTENT_MS, notFound, type PageRoute } from './page.ts'

/** Changed sentences shown of one change: a long report rewritten whole is a new text. */
const MAX_SENTENCES = 120

/** GET /article/KEY/versions: what changed in a text, word by word, latest change first. */
export const versionsRoute: PageRoute = {
  path: '/article/:key/versions',
  asks: [],
  keepMs: KEEP_CONTENT_MS,
  make: async (edition, c, viewer) => {
    const key = c.req.param('key') ?? ''
    const site = await siteOfArticle(edition, key)
    const article = await articleByKey(site.store, key)
    if (!article || (article.hidden && !viewer.mayEdit)) return notFound('article', key)
    const changes = await textChanges(site, article)
    const path = articlePath(article.key)
    const now = site.now()
    const main = html`${breadcrumb([
      { name: say('home'), path: '/' },
      { name: article.title, path },
    ])}
<h1>${say('versionsTitle')}</h1>
${
  changes.length === 0
    ? html`<p class="empty">${say('versionsNone')}</p>`
    : html`<ol class="line versions" reversed>${changes.map((change) => changeView(change, article.language, now))}
<li class="copy"><span class="when ui">${phrase('versionFirst', { time: timeTag(article.firstSeenMs, now) })}</span></li></ol>`
}`
    return {
      parts: {
        title: say('titleOf', { what: say('versionsTitle'), name: article.title }),
        path: `${path}/versions`,
        main,
        noIndex: true,
      },
    }
  },
}

function changeView(change: TextChange, language: string, now: number): Html {
  const attributes = languageAttributes(language)
  const { headline, sentences, missing } = change
  const count = wordCounts(sentences)
  const gap = missing > 0 ? html` · ${say('versionGap', { n: missing })}` : ''
  const words = count.out + count.in > 0 ? html` · ${say('versionWords', count)}` : ''
  const parts = changedSentences(sentences, MAX_SENTENCES)
  return html`<li><span class="when ui">${phrase('versionChanged', { time: timeTag(change.seenMs, now) })}${words}${gap}</span>
${headline === null ? '' : html`<p class="diff head"${attributes}><span class="ui soft"${pageLanguage()}>${say('versionHeadline')}</span> ${headline.map(changedSentence)}</p>`}
${parts.length === 0 ? html`<p class="ui soft">${say('versionSame')}</p>` : html`<div class="diff"${attributes}>${parts}</div>`}</li>`
}
