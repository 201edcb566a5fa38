import { html } from 'hono/html'
import type { AlignedRun, AlignedSentence } from '../../model/copy.ts'
import { articleByKey } from '../../store/articles.ts'
import { type TextChange, textChanges } from '../lists/versions.ts'
import { breadcrumb, type Html } from '../views/layout.ts'
import { articlePath } from '../views/links.ts'
import { say } from '../views/messages.ts'
import { phrase } from '../views/phrases.ts'
import { languageAttributes } from '../views/rows.ts'
import { timeTag } from '../views/times.ts'
import { KEEP_CONTENT_MS, notFound, type PageRoute } from './page.ts'

/** Changed sentences shown of one change: a long report rewritten whole is a new text. */
const MAX_SENTENCES = 120

/** GET /article/KEY/versions: what changed in a text, word by word, latest change first. */
export const versionsRoute: PageRoute = {
  path: '/article/:key/versions',
  asks: [],
  keepMs: KEEP_CONTENT_MS,
  make: async (site, c, isOwner) => {
    const key = c.req.param('key') ?? ''
    const article = await articleByKey(site.store, key)
    if (!article || (article.hidden && !isOwner)) return notFound('article', key)
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
      parts: { title: `${say('versionsTitle')}: ${article.title}`, path: `${path}/versions`, main, noIndex: true },
    }
  },
}

function changeView(change: TextChange, language: string, now: number): Html {
  const attributes = languageAttributes(language)
  const { headline, sentences, missing } = change
  const count = wordCounts(sentences)
  const gap = missing > 0 ? html` · ${say('versionGap', { n: missing })}` : ''
  const words = count.out + count.in > 0 ? html` · ${say('versionWords', count)}` : ''
  return html`<li><span class="when ui">${phrase('versionChanged', { time: timeTag(change.seenMs, now) })}${words}${gap}</span>
${headline === null ? '' : html`<p class="diff head"${attributes}><span class="ui soft">${say('versionHeadline')}</span> ${headline.map(sentenceView)}</p>`}
${count.out + count.in === 0 ? html`<p class="ui soft">${say('versionSame')}</p>` : html`<div class="diff"${attributes}>${changedParts(sentences)}</div>`}</li>`
}

/** Changed sentences with those that stayed between them left out, marked by a sign. */
function changedParts(sentences: readonly AlignedSentence[]): Html[] {
  const parts: Html[] = []
  let isSkipping = false
  for (const sentence of sentences) {
    if (sentence.kind === 'kept') {
      isSkipping = true
      continue
    }
    if (parts.length >= MAX_SENTENCES) break
    parts.push(html`<p>${isSkipping ? html`<span class="soft">… </span>` : ''}${sentenceView(sentence)}</p>`)
    isSkipping = false
  }
  return parts
}

function sentenceView(sentence: AlignedSentence): Html {
  return html`${sentence.runs.map(runView)} `
}

function runView({ kind, before, after }: AlignedRun): Html {
  switch (kind) {
    case 'kept':
      return html`${after}`
    case 'dropped':
      return html`<del>${before}</del>`
    case 'injected':
      return html`<ins>${after}</ins>`
    case 'changed':
      return html`<del>${before}</del><ins>${after}</ins>`
  }
}

function wordCounts(sentences: readonly AlignedSentence[]): { out: number; in: number } {
  const runs = sentences.flatMap((sentence) => sentence.runs)
  const count = (texts: readonly string[]) =>
    texts.reduce((sum, text) => sum + text.split(/\s+/u).filter(Boolean).length, 0)
  return {
    out: count(runs.filter((run) => run.kind === 'dropped' || run.kind === 'changed').map((run) => run.before)),
    in: count(runs.filter((run) => run.kind === 'injected' || run.kind === 'changed').map((run) => run.after)),
  }
}
