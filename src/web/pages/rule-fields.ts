import type { Context } from 'hono'
import { z } from 'zod'
import { SECTIONS } from '../../model/tag.ts'
import { MAX_RULE_QUERY } from '../../text/rule-query.ts'
import type { RuleWish } from '../lists/rules.ts'
import { BUILT_AT_ONCE, BUILT_OF, MAX_MARK } from '../views/rules.ts'

/** Tags that one rule puts on or takes away. */
const MAX_TAGS = 10

const Tick = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')
const Tags = z
  .string()
  .max(1_000)
  .default('')
  .transform((typed) =>
    typed
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )
  .refine((names) => names.length <= MAX_TAGS, `at most ${MAX_TAGS} tags`)

const Fields = z.object({
  name: z.string().trim().max(120).default(''),
  on: Tick,
  match: z.enum(['all', 'any']).default('all'),
  query: z.string().trim().max(MAX_RULE_QUERY).default(''),
  hide: Tick,
  section: z
    .enum([...SECTIONS, 'not_news'])
    .or(z.literal('').transform(() => null))
    .default(null),
  mark: z
    .string()
    .trim()
    .max(MAX_MARK)
    .default('')
    .transform((mark) => (mark === '' ? null : mark)),
  add: Tags,
  take: Tags,
  last: Tick,
})

/** What the form of a rule asks for, be it to look first or to save; conditions built of fields join those written. */
export function ruleWish(fields: unknown, built: readonly string[]): RuleWish {
  const { name, on, match, query, hide, section, mark, add, take, last } = Fields.parse(fields)
  const actions = { hide, section, mark, addTags: add, takeTags: take }
  return { name, isOn: on, match, query: [query, ...built].filter(Boolean).join(' '), actions, isLast: last }
}

/** Conditions that were built of fields, in their text form. */
export function builtConditions(c: Context): string[] {
  const [fields, hows, values] = ['field', 'how', 'value'].map((name) => c.req.queries(name) ?? [])
  return (values ?? []).slice(0, BUILT_AT_ONCE).flatMap((value, at) => {
    const field = BUILT_OF.find((known) => known === fields?.[at])
    const text = value.replaceAll('"', ' ').trim()
    if (field === undefined || text === '') return []
    const not = hows?.[at] === 'not' ? '-' : ''
    return [`${not}${field === 'text' ? quoted(text) : `${field}:${quoted(text)}`}`]
  })
}

function quoted(text: string): string {
  return /\s|:/u.test(text) ? `"${text}"` : text
}

/** The fields of a wish, as a form that does it sends them again. */
export function wishFields(wish: RuleWish): Record<string, string> {
  const { actions } = wish
  return {
    name: wish.name,
    match: wish.match,
    query: wish.query,
    section: actions.section ?? '',
    mark: actions.mark ?? '',
    add: actions.addTags.join(', '),
    take: actions.takeTags.join(', '),
    ...(wish.isOn ? { on: 'on' } : {}),
    ...(actions.hide ? { hide: 'on' } : {}),
    ...(wish.isLast ? { last: 'on' } : {}),
  }
}
