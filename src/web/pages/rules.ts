import { html } from 'hono/html'
import type { Rule } from '../../model/rule.ts'
import type { RuleWork } from '../../store/rules.ts'
import { HIT_DAYS, rulesList } from '../lists/rules.ts'
import { formToken } from '../owner.ts'
import type { Site } from '../site.ts'
import type { Html } from '../views/layout.ts'
import { say } from '../views/messages.ts'
import { ownerNav } from '../views/owner-pages.ts'
import { ruleDoes } from '../views/rules.ts'
import { hiddenFields } from '../views/shape.ts'
import type { PageRoute } from './page.ts'

/** GET /owner/rules: what the owner decided about articles by condition, in the order in which it is asked. */
export const rulesRoute: PageRoute = {
  path: '/owner/rules',
  asks: [],
  keepMs: 0,
  needs: 'editor',
  make: async (site, _, viewer) => {
    const { rules, work } = await rulesList(site)
    const list = rules.map(({ rule, hits }, at) =>
      row(site, { rule, hits, isFirst: at === 0, isLast: at === rules.length - 1 }),
    )
    const main = html`<h1>${say('rulesTitle')}</h1>${ownerNav(viewer, '/owner/rules')}<p class="soft ui lede">${say('rulesLead')}</p>
${work === null ? '' : workView(work)}
${list.length === 0 ? html`<p class="empty">${say('rulesNone')}</p>` : html`<ol class="ui rules">${list}</ol>`}
<p class="ui"><a href="/owner/rules/new">${say('ruleNew')}</a></p>`
    return { parts: { title: say('rulesTitle'), path: '/owner/rules', main, noIndex: true } }
  },
}

/** How far the latest change has come. */
export function workView({ left, all }: RuleWork): Html {
  return html`<p class="ui" role="status">${say('rulesWork', { done: all - left, n: all })}</p>`
}

function row(
  site: Site,
  { rule, hits, isFirst, isLast }: { rule: Rule; hits: number; isFirst: boolean; isLast: boolean },
): Html {
  const path = `/owner/rules/${rule.id}`
  const button = (what: string, text: string) => html`<button name="do" value="${what}">${text}</button> `
  const match = rule.match === 'any' ? say('ruleAny') : say('ruleAll')
  return html`<li><h2><a href="${path}">${rule.name}</a>${rule.isOn ? '' : html` <span class="soft">${say('ruleIsOff')}</span>`}</h2>
<p><span class="soft">${match}</span> <code dir="auto">${rule.query}</code></p>
<p>${ruleDoes(rule.actions, rule.isLast).join(' · ')}</p><p class="soft">${say('ruleHits', { n: hits, days: HIT_DAYS })}</p>
<form method="post" action="${path}">${hiddenFields({ token: formToken(site, `rule:${rule.id}`), back: 'list' })}${isFirst ? '' : button('earlier', say('ruleEarlier'))}${isLast ? '' : button('later', say('ruleLater'))}${rule.isOn ? button('off', say('ruleSwitchOff')) : button('on', say('ruleSwitchOn'))}</form></li>`
}
