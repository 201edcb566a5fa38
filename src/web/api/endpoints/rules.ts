import { z } from 'zod'
import type { Rule } from '../../../model/rule.ts'
import { SECTIONS } from '../../../model/tag.ts'
import { articleCards } from '../../../store/articles.ts'
import { parseRuleQuery } from '../../../text/rule-query.ts'
import { changeRules, HIT_DAYS, ruleActsOf, ruleOf, rulesList, saveRule } from '../../lists/rules.ts'
import { MAX_MARK } from '../../views/rules.ts'
import { endpoint, IdParam, Nothing } from '../endpoint.ts'
import { time } from '../shapes.ts'

const Tags = z.array(z.string().trim().min(1).max(120)).max(10).default([]).describe('Names or slugs')
const RuleBody = z.object({
  name: z.string().trim().max(120).default('').describe('Its conditions where it is left empty'),
  on: z.boolean().default(true),
  match: z.enum(['all', 'any']).default('all').describe('Whether all conditions must hold, or any'),
  query: z
    .string()
    .trim()
    .min(1)
    .max(4_000)
    .describe('Conditions in their text form: lang:de section:sports -"title race"'),
  hide: z.boolean().default(false),
  section: z
    .enum([...SECTIONS, 'not_news'])
    .nullable()
    .default(null),
  mark: z.string().trim().min(1).max(MAX_MARK).nullable().default(null).describe('A label, shown with the article'),
  addTags: Tags,
  takeTags: Tags,
  last: z.boolean().default(false).describe('No later rule is asked'),
})
const Sure = RuleBody.extend({
  sure: z.boolean().default(false).describe('A rule that would hit every article is refused without it'),
})

const RuleAnswer = z
  .object({
    id: z.int(),
    name: z.string(),
    on: z.boolean(),
    match: z.enum(['all', 'any']),
    query: z.string(),
    conditions: z.array(z.looseObject({ kind: z.string(), unwanted: z.boolean() })),
    hide: z.boolean(),
    section: z.string().nullable(),
    mark: z.string().nullable(),
    addTags: z.array(z.string()).describe('Slugs'),
    takeTags: z.array(z.string()).describe('Slugs'),
    last: z.boolean(),
    changed: z.iso.datetime(),
    hits: z.int().min(0).describe(`Articles first seen in the last ${HIT_DAYS} days that it hit`),
  })
  .meta({ id: 'Rule' })
const WorkAnswer = z.object({ left: z.int(), all: z.int() }).nullable()
const IdAnswer = z.object({ id: z.int() }).meta({ id: 'RuleSaved' })

/** What all calls about rules share. */
const ofRules = { needs: 'editor', status: 200, query: Nothing } as const

export const rulesEndpoint = endpoint({
  ...ofRules,
  method: 'get',
  path: '/rules',
  operationId: 'listRules',
  summary: 'Rules over articles, in the order in which they are asked',
  params: Nothing,
  body: Nothing,
  answer: z.object({
    rules: z.array(RuleAnswer),
    work: WorkAnswer.describe('Stored articles that the latest change has yet to be applied to; null where it is done'),
  }),
  handle: async (site) => {
    const { rules, work } = await rulesList(site)
    return {
      rules: rules.map(({ rule, hits }) => ruleAnswer(rule, hits)),
      work: work === null ? null : { left: work.left, all: work.all },
    }
  },
})

export const lookRuleEndpoint = endpoint({
  ...ofRules,
  method: 'post',
  path: '/rules/look',
  operationId: 'lookWithRule',
  summary: 'What a rule would hit of the newest 10,000 articles; changes nothing',
  params: Nothing,
  body: RuleBody,
  answer: z.object({
    looked: z.int().describe('Of how many newest articles'),
    hits: z.int(),
    articles: z.array(z.object({ key: z.string(), title: z.string() })).describe('The newest ten of them'),
  }),
  handle: async (site, { body }) => {
    const { looked, hits, ids } = await ruleActsOf(site).look(await ruleOf(site, wishOf(body)))
    const cards = await articleCards(site.store, ids, { withHidden: true })
    return { looked, hits, articles: cards.map(({ key, title }) => ({ key, title })) }
  },
})

export const addRuleEndpoint = endpoint({
  ...ofRules,
  method: 'post',
  path: '/rules',
  operationId: 'addRule',
  summary: 'Makes a rule, behind all others; it holds for what comes, and a job applies it to what is stored',
  status: 201,
  params: Nothing,
  body: Sure,
  answer: IdAnswer,
  handle: async (site, { body }) => ({
    id: await saveRule(site, await ruleOf(site, wishOf(body)), { id: null, isSure: body.sure }),
  }),
})

export const changeRuleEndpoint = endpoint({
  ...ofRules,
  method: 'post',
  path: '/rules/{id}',
  operationId: 'changeRule',
  summary: 'Writes a rule anew; what it did is undone where it does so no more',
  params: IdParam,
  body: Sure,
  answer: IdAnswer,
  handle: async (site, { params, body }) => ({
    id: await saveRule(site, await ruleOf(site, wishOf(body)), { id: params.id, isSure: body.sure }),
  }),
})

export const moveRuleEndpoint = endpoint({
  ...ofRules,
  method: 'post',
  path: '/rules/{id}/move',
  operationId: 'moveRule',
  summary: 'Has a rule asked one place earlier or later',
  params: IdParam,
  body: z.object({ to: z.enum(['earlier', 'later']) }),
  answer: IdAnswer,
  handle: async (site, { params, body }) => {
    await changeRules(site, params.id, body.to)
    return { id: params.id }
  },
})

export const removeRuleEndpoint = endpoint({
  ...ofRules,
  method: 'delete',
  path: '/rules/{id}',
  operationId: 'removeRule',
  summary: 'Takes a rule away: every article is then as it was without it',
  params: IdParam,
  body: Nothing,
  answer: z.object({ removed: z.literal(true) }),
  handle: async (site, { params }) => {
    await changeRules(site, params.id, 'drop')
    return { removed: true as const }
  },
})

function wishOf({ on, last, hide, section, mark, addTags, takeTags, name, match, query }: z.output<typeof RuleBody>) {
  return { name, match, query, isOn: on, isLast: last, actions: { hide, section, mark, addTags, takeTags } }
}

function ruleAnswer(rule: Rule, hits: number): z.input<typeof RuleAnswer> {
  const { actions } = rule
  return {
    id: rule.id,
    name: rule.name,
    on: rule.isOn,
    match: rule.match,
    query: rule.query,
    conditions: [...parseRuleQuery(rule.query).conditions],
    hide: actions.hide,
    section: actions.section,
    mark: actions.mark,
    addTags: actions.addTags.map((tag) => tag.slug),
    takeTags: actions.takeTags.map((tag) => tag.slug),
    last: rule.isLast,
    changed: time(rule.changedMs),
    hits,
  }
}
