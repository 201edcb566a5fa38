import { html } from 'hono/html'
import { z } from 'zod'
import { type BurstExplanation, explainBurst } from '../lists/explain-burst.ts'
import { HISTORY_KINDS } from '../lists/history.ts'
import { burstWords } from '../views/burst-words.ts'
import { breadcrumb, type Html } from '../views/layout.ts'
import { articlePath, burstExplainPath, historyPath } from '../views/links.ts'
import { decimal, say, sectionName, significant } from '../views/messages.ts'
import { phrase } from '../views/phrases.ts'
import { languageAttributes } from '../views/rows.ts'
import { timeTag } from '../views/times.ts'
import { KEEP_LIST_MS, notFound, type PageRoute } from './page.ts'

const Params = z.object({ kind: z.enum(HISTORY_KINDS), slug: z.string() })

/** GET /explain/pulse/KIND/SLUG: what the figures of the last burst of a story, tag or section are made of. 404 for what never rose. */
export const explainBurstRoute: PageRoute = {
  path: '/explain/pulse/:kind/:slug',
  asks: [],
  keepMs: KEEP_LIST_MS,
  make: async (site, c) => {
    const { kind, slug } = Params.parse(c.req.param())
    const made = (await explainBurst(site, kind, slug)) ?? notFound('burst', `${kind} ${slug}`)
    const path = burstExplainPath(made)
    if (made.slug !== slug) return { movedTo: path }
    const name = kind === 'section' ? sectionName(slug) : made.name
    const now = site.now()
    const main = html`${breadcrumb([
      { name: say('home'), path: '/' },
      { name: say('pulseTitle'), path: '/pulse' },
    ])}
<h1>${phrase('explainBurst', { name: html`<bdi>${name}</bdi>` })}</h1>
<p class="lede">${say('sentence', { text: burstWords(made.burst) })}</p>
${figuresView(made, now)}
<p class="ui"><a href="${historyPath(made)}">${say('historyLink')}</a></p>
${textsView(made, now)}`
    return { parts: { title: say('explainBurst', { name }), path, main, noIndex: true } }
  },
}

function figuresView({ burst, window, plainTest, hours }: BurstExplanation, now: number): Html {
  const row = (name: string, value: Html | string, from: string) =>
    html`<tr><th scope="row">${name}</th><td class="num">${value}</td><td>${from}</td></tr>`
  const counted = hours.map(({ seen }) => Math.round(seen)).join(' + ')
  const rate = burst.falseRate === null ? '–' : significant(burst.falseRate, 2)
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${say('explainTitle')}"><table class="ui"><thead><tr><th scope="col">${say('explainTerm')}</th><th scope="col" class="num">${say('burstFigure')}</th><th scope="col">${say('explainInputs')}</th></tr></thead><tbody>
${row(say('burstWindow'), html`${timeTag(window.fromMs, now)} – ${timeTag(window.toMs, now)}`, say('burstWindowNote', { hours: say('hours', { n: burst.windowHours }) }))}
${row(say('seen'), String(Math.round(burst.seen)), say('burstSeenNote', { hours: counted === '' ? '–' : counted }))}
${row(say('usual'), decimal(burst.expected, 2), say('burstUsualNote'))}
${row(say('burstScore'), decimal(burst.score, 2), say('burstScoreNote'))}
${row(say('burstRate'), rate, say(burst.falseRate === null ? 'burstRateUnknown' : 'burstRateNote'))}
${row(say('burstPlain'), html`10<sup>−${decimal(plainTest.surprise, 1)}</sup>`, say('burstPlainNote', { dispersion: decimal(plainTest.dispersion, 2) }))}
</tbody></table></div>`
}

function textsView({ articles }: BurstExplanation, now: number): Html {
  const lines = articles.map(
    (article) =>
      html`<li>${timeTag(article.firstSeenMs, now)} <bdi>${article.source}</bdi>: <a href="${articlePath(article.key)}"${languageAttributes(article.language)}>${article.title}</a></li>`,
  )
  return html`<section><h2>${say('explainVotes')}</h2><p class="soft ui">${say('burstTextsNote')}</p>${lines.length === 0 ? html`<p class="empty">${say('empty')}</p>` : html`<ul class="causes ui">${lines}</ul>`}</section>`
}
