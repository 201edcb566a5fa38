import { html } from 'hono/html'
import { burstSentence } from '../../pulse/words.ts'
import { type ExplainList, explainStory } from '../lists/explain.ts'
import { breadcrumb, type Html } from '../views/layout.ts'
import { articlePath, storyPath } from '../views/links.ts'
import { say } from '../views/messages.ts'
import { timeTag } from '../views/times.ts'
import { KEEP_LIST_MS, notFound, type PageRoute } from './page.ts'

/** GET /explain/story/KEY: every part of a story's rank, what went in and what came out. */
export const explainRoute: PageRoute = {
  path: '/explain/story/:key',
  asks: [],
  keepMs: KEEP_LIST_MS,
  make: async (site, c) => {
    const key = c.req.param('key') ?? ''
    const list = (await explainStory(site, key)) ?? notFound('story', key)
    if ('movedTo' in list) return { movedTo: `/explain${storyPath(list.movedTo)}` }
    const path = storyPath(list.story.key)
    const main = html`${breadcrumb([
      { name: say('home'), path: '/' },
      { name: list.story.title, path },
    ])}
<h1>${say('explainTitle')}</h1><p class="ui lede">${say('explainKey', { key: list.key.toFixed(3) })}</p>
${termsView(list)}${votesView(list, site.now())}${burstsView(list, site.now())}`
    return {
      parts: { title: `${say('explainTitle')}: ${list.story.title}`, path: `/explain${path}`, main, noIndex: true },
    }
  },
}

function termsView({ terms }: ExplainList): Html {
  const inputs = (term: ExplainList['terms'][number]) =>
    Object.entries(term.inputs)
      .map(
        ([name, value]) =>
          `${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${typeof value === 'number' ? Number(value.toFixed(2)) : value}`,
      )
      .join(', ')
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${say('explainTitle')}"><table class="ui"><thead><tr><th scope="col">${say('explainTerm')}</th><th scope="col" class="num">${say('explainValue')}</th><th scope="col">${say('explainInputs')}</th></tr></thead><tbody>${terms.map((term) => html`<tr><th scope="row">${term.name}</th><td class="num">${term.value.toFixed(3)}</td><td>${inputs(term)}</td></tr>`)}</tbody></table></div>`
}

function votesView({ votes }: ExplainList, now: number): Html {
  return html`<section><h2>${say('explainVotes')}</h2><p class="soft ui">${say('explainVotesNote')}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${say('explainVotes')}"><table class="ui"><thead><tr><th scope="col">${say('hour')}</th><th scope="col">${say('explainOwner')}</th><th scope="col">${say('explainText')}</th><th scope="col" class="num">${say('explainDaily')}</th><th scope="col">${say('explainCounts')}</th></tr></thead><tbody>${votes.map((vote) => html`<tr><td>${timeTag(vote.publishedMs, now)}</td><td><bdi>${vote.owner}</bdi></td><td><a href="${articlePath(vote.key)}" dir="auto">${vote.title}</a></td><td class="num">${vote.dailyItems}</td><td>${vote.isCopy ? say('noCopy') : say('yes')}</td></tr>`)}</tbody></table></div></section>`
}

function burstsView({ bursts }: ExplainList, now: number): Html {
  const list = html`<ul class="ui">${bursts.map((burst) => html`<li>${timeTag(burst.tickMs, now)}: ${burstSentence(burst)} <span class="soft">(${say('score')} ${burst.score.toFixed(1)})</span></li>`)}</ul>`
  return html`<section><h2>${say('explainBursts')}</h2>${bursts.length === 0 ? html`<p class="soft ui">${say('explainBurstsNone')}</p>` : list}</section>`
}
