import { html } from 'hono/html'
import type { ScoreTerm } from '../../model/list.ts'
import { type ExplainList, explainStory } from '../lists/explain.ts'
import { burstWords } from '../views/burst-words.ts'
import { breadcrumb, type Html } from '../views/layout.ts'
import { articlePath, storyPath } from '../views/links.ts'
import { decimal, type MessageKey, say } from '../views/messages.ts'
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
<h1>${say('explainTitle')}</h1><p class="ui lede" data-counts="s${list.story.id}">${inWords(list)}</p>
<p class="soft ui">${say('explainKey', { key: decimal(list.key, 3) })} ${say('explainKeys', { hour: decimal(list.keys.hour, 3), week: decimal(list.keys.week, 3) })}</p>
${termsView(list)}${votesView(list, site.now())}${burstsView(list, site.now())}`
    return {
      parts: {
        title: say('titleOf', { what: say('explainTitle'), name: list.story.title }),
        path: `/explain${path}`,
        main,
        noIndex: true,
      },
    }
  },
}

/** The terms in one sentence: "12 independent owners, 3 in the last hour; burst +1.20; reactions 79 of 90 favourable: +0.08." */
function inWords(list: ExplainList): string {
  if (list.terms.length === 0) return say('explainNothing')
  const parts = list.terms.map((term) =>
    term.name === 'independent sources' ? inputsOf(term, list) : signed(term, list),
  )
  return say('sentence', { text: parts.reduce((first, second) => say('joinClauses', { first, second })) })
}

function signed(term: ScoreTerm, list: ExplainList): string {
  const values = { term: termName(term), added: `+${decimal(term.value, 2)}` }
  return term.name === 'reactions' && term.inputs.total !== 0
    ? say('explainAddsBy', { ...values, inputs: inputsOf(term, list) })
    : say('explainAdds', values)
}

const TERM_NAMES: Readonly<Record<string, MessageKey>> = {
  'independent sources': 'termIndependent',
  burst: 'termBurst',
  reactions: 'termReactions',
}

function termName({ name }: ScoreTerm): string {
  const key = TERM_NAMES[name]
  return key === undefined ? name : say(key)
}

/** What went into a term, as a sentence's part. */
function inputsOf({ name, inputs }: ScoreTerm, { story, owners, lastHour }: ExplainList): string {
  switch (name) {
    case 'independent sources':
      return lastHour === 0
        ? say('explainOwners', { n: owners })
        : both(say('explainOwners', { n: owners }), say('explainLastHour', { n: lastHour }))
    case 'burst':
      return say('explainScore', { score: decimal(Number(inputs.score), 1) })
    case 'reactions': {
      const unweighed = story.reactionTotal - story.weighedTotal
      const favourable = say('explainFavourable', { positive: Number(inputs.positive), total: Number(inputs.total) })
      return unweighed > 0 ? both(favourable, say('explainUnweighed', { n: unweighed })) : favourable
    }
    default:
      return ''
  }
}

const both = (first: string, second: string): string => say('joinPhrases', { first, second })

function termsView(list: ExplainList): Html {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${say('explainTitle')}"><table class="ui"><thead><tr><th scope="col">${say('explainTerm')}</th><th scope="col" class="num">${say('explainValue')}</th><th scope="col">${say('explainInputs')}</th></tr></thead><tbody>${list.terms.map((term) => html`<tr><th scope="row">${termName(term)}</th><td class="num">${decimal(term.value, 3)}</td><td>${inputsOf(term, list)}</td></tr>`)}</tbody></table></div>`
}

function votesView({ votes }: ExplainList, now: number): Html {
  return html`<section><h2>${say('explainVotes')}</h2><p class="soft ui">${say('explainVotesNote')}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${say('explainVotes')}"><table class="ui"><thead><tr><th scope="col">${say('hour')}</th><th scope="col">${say('explainOwner')}</th><th scope="col">${say('explainText')}</th><th scope="col" class="num">${say('explainDaily')}</th><th scope="col">${say('explainCounts')}</th></tr></thead><tbody>${votes.map((vote) => html`<tr><td>${timeTag(vote.publishedMs, now)}</td><td class="host"><bdi>${vote.owner}</bdi></td><td><a href="${articlePath(vote.key)}" dir="auto">${vote.title}</a></td><td class="num">${vote.dailyItems}</td><td>${vote.isCopy ? say('noCopy') : say('yes')}</td></tr>`)}</tbody></table></div></section>`
}

function burstsView({ bursts }: ExplainList, now: number): Html {
  const list = html`<ul class="ui">${bursts.map((burst) => html`<li>${timeTag(burst.tickMs, now)}: ${burstWords(burst)} <span class="soft">(${say('scoreOf', { score: decimal(burst.score, 1) })})</span></li>`)}</ul>`
  return html`<section><h2>${say('explainBursts')}</h2>${bursts.length === 0 ? html`<p class="soft ui">${say('explainBurstsNone')}</p>` : list}</section>`
}
