import type { Context } from 'hono'
import { html } from 'hono/html'
import type { NewRule, Rule } from '../../model/rule.ts'
import { articleCards } from '../../store/articles.ts'
import { articlesHit, ruleById, ruleWork } from '../../store/rules.ts'
import { type RuleWish, ruleActsOf, ruleOf } from '../lists/rules.ts'
import { formToken } from '../owner.ts'
import type { Site } from '../site.ts'
import { breadcrumb, type Html } from '../views/layout.ts'
import { say } from '../views/messages.ts'
import { hitArticles, ruleForm, ruleLookView } from '../views/rules.ts'
import { hiddenFields } from '../views/shape.ts'
import { notFound, type PageRoute } from './page.ts'
import { builtConditions, ruleWish, wishFields } from './rule-fields.ts'
import { workView } from './rules.ts'

/** Newest articles that the page of a rule shows. */
const SHOWN_HITS = 20
const EMPTY: RuleWish = {
  name: '',
  isOn: true,
  match: 'all',
  query: '',
  actions: { hide: false, section: null, mark: null, addTags: [], takeTags: [] },
  isLast: false,
}

/** GET /owner/rules/new: the form of a new rule; with `look`, what it would hit, and the form that saves it. */
export const newRuleRoute: PageRoute = {
  path: '/owner/rules/new',
  asks: [],
  keepMs: 0,
  needs: 'editor',
  make: async (site, c) => {
    const main = html`${way()}<h1>${say('ruleNew')}</h1>${await formAndLook(site, c, { path: '/owner/rules/new', wish: EMPTY, purpose: 'rule:new' })}`
    return { parts: { title: say('ruleNew'), path: '/owner/rules/new', main, noIndex: true } }
  },
}

/** GET /owner/rules/ID: a rule, its newest hits, and the form that changes it, as above. */
export const ruleRoute: PageRoute = {
  path: '/owner/rules/:id{\\d{1,15}}',
  asks: [],
  keepMs: 0,
  needs: 'editor',
  make: async (site, c) => {
    const id = c.req.param('id') ?? ''
    const rule = (await ruleById(site.store, Number(id))) ?? notFound('rule', id)
    const path = `/owner/rules/${rule.id}`
    const purpose = `rule:${rule.id}`
    const [form, hits, work] = await Promise.all([
      formAndLook(site, c, { path, wish: wishOf(rule), purpose }),
      articlesHit(site.store, rule.id, SHOWN_HITS),
      ruleWork(site.store),
    ])
    const articles = await articleCards(site.store, hits, { withHidden: true })
    const isLooking = c.req.query('look') !== undefined
    const main = html`${way()}<h1>${rule.name}</h1>${work === null ? '' : workView(work)}${form}
${
  isLooking
    ? ''
    : html`<section><h2>${say('ruleNewest')}</h2>${articles.length === 0 ? html`<p class="soft ui">${say('ruleNoHits')}</p>` : hitArticles(articles, site.now())}</section>
<form class="ui" method="post" action="${path}">${hiddenFields({ token: formToken(site, purpose), back: 'list' })}<button name="do" value="remove">${say('ruleRemove')}</button> <span class="soft">${say('ruleRemoveNote')}</span></form>`
}`
    return { parts: { title: rule.name, path, main, noIndex: true } }
  },
}

function way(): Html {
  return breadcrumb([
    { name: say('home'), path: '/' },
    { name: say('rulesTitle'), path: '/owner/rules' },
  ])
}

/** The form with what is asked for, or else with `wish`; where a look is asked for, what it shows comes first. */
async function formAndLook(
  site: Site,
  c: Context,
  { path, wish, purpose }: { path: string; wish: RuleWish; purpose: string },
): Promise<Html> {
  if (c.req.query('look') === undefined) return ruleForm(wish, path)
  const asked = ruleWish(c.req.query(), builtConditions(c))
  const rule = await ruleOf(site, asked)
  const look = await ruleActsOf(site).look(rule)
  const articles = await articleCards(site.store, look.ids, { withHidden: true })
  const fields = hiddenFields({ ...wishFields(wishOf(rule)), token: formToken(site, purpose) })
  return html`${ruleLookView(look, articles, { path, fields, now: site.now() })}<section><h2>${say('ruleChange')}</h2>${ruleForm(wishOf(rule), path)}</section>`
}

function wishOf(rule: NewRule | Rule): RuleWish {
  const { name, isOn, match, query, isLast, actions } = rule
  const names = (tags: NewRule['actions']['addTags']) => tags.map((tag) => tag.name)
  const { addTags, takeTags, ...others } = actions
  return {
    name,
    isOn,
    match,
    query,
    isLast,
    actions: { ...others, addTags: names(addTags), takeTags: names(takeTags) },
  }
}
