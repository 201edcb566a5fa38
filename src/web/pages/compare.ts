import { html } from 'hono/html'
import type { AlignedRun, AlignedSentence } from '../../model/copy.ts'
import { articleByKey } from '../../store/articles.ts'
import { siteOfArticle } from '../editions/whole-story.ts'
import { provenanceOf } from '../lists/provenance.ts'
import { breadcrumb, type Html } from '../views/layout.ts'
import { articlePath } from '../views/links.ts'
import { say } from '../views/messages.ts'
import { phrase } from '../views/phrases.ts'
import { provenanceHead } from '../views/provenance.ts'
import { languageAttributes } from '../views/rows.ts'
import { pageLanguage } from '../views/speech.ts'
import { KEEP_CONTENT_MS, notFound, type PageRoute } from './page.ts'

/** Sentences on one page: a long report, and a bound on its size. */
const MAX_SENTENCES = 400

/** GET /article/KEY/compare: a copy beside what it copies, sentence by sentence. */
export const compareRoute: PageRoute = {
  path: '/article/:key/compare',
  asks: [],
  keepMs: KEEP_CONTENT_MS,
  make: async (edition, c, viewer) => {
    const key = c.req.param('key') ?? ''
    const site = await siteOfArticle(edition, key)
    const article = await articleByKey(site.store, key)
    if (!article || (article.hidden && !viewer.mayEdit)) return notFound('article', key)
    const path = articlePath(article.key)
    const { original, family, sentences } = await provenanceOf(site, article)
    const heads =
      original === null
        ? null
        : {
            left: html`<a href="${articlePath(original.key)}"><bdi>${original.sourceTitle ?? original.owner}</bdi></a>`,
            right: html`<a href="${path}"><bdi>${article.sourceTitle ?? article.owner}</bdi></a>`,
          }
    const main = html`${breadcrumb([
      { name: say('home'), path: '/' },
      { name: article.title, path },
    ])}
<h1>${say('compareTitle')}</h1>
${family.length > 1 || original !== null ? provenanceHead(article, family.length > 0 ? family : [article], site.now()) : ''}
${heads === null || sentences.length === 0 ? html`<p class="empty">${say('compareNone')}</p>` : tableView(sentences, heads, article.language)}`
    return {
      parts: {
        title: say('titleOf', { what: say('compareTitle'), name: article.title }),
        path: `${path}/compare`,
        main,
        noIndex: true,
      },
    }
  },
}

function tableView(sentences: readonly AlignedSentence[], heads: { left: Html; right: Html }, language: string): Html {
  const tally = (kind: AlignedSentence['kind']) => sentences.filter((sentence) => sentence.kind === kind).length
  const kinds = (['kept', 'changed', 'injected', 'dropped'] as const).filter((kind) => tally(kind) > 0)
  return html`<p class="ui tallies">${kinds.map((kind) => html`<span class="k-${kind}"><b>${tally(kind)}</b> ${say(kind)}</span> `)}</p>
<div class="compare"${languageAttributes(language)} role="table" aria-label="${say('compareTitle')}">
<div class="ui heads" role="row"><span role="columnheader"${pageLanguage()}>${phrase('original', { source: heads.left })}</span><span role="columnheader"${pageLanguage()}>${phrase('thisText', { source: heads.right })}</span></div>
${sentences.slice(0, MAX_SENTENCES).map((sentence) => html`<div class="k-${sentence.kind}" role="row"><p role="cell">${sentence.runs.map(beforeRun)}</p><p role="cell">${sentence.runs.map(afterRun)}</p></div>`)}
</div>`
}

function beforeRun(run: AlignedRun): Html {
  return run.kind === 'dropped' || run.kind === 'changed' ? html`<del>${run.before}</del>` : html`${run.before}`
}

function afterRun(run: AlignedRun): Html {
  if (run.kind === 'injected') return html`<mark class="inj">${run.after}</mark>`
  return run.kind === 'changed' ? html`<ins>${run.after}</ins>` : html`${run.after}`
}
