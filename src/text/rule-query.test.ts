import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { RULE_FIELDS, RULE_STATES, type RuleCondition } from '../model/rule.ts'
import { SECTIONS } from '../model/tag.ts'
import { MAX_CONDITIONS, parseRuleQuery, ruleQueryText } from './rule-query.ts'

const word = fc.constantFrom('harbour', 'Ferry', 'Hafen', 'дождь', '港口', 'U.S.', 'far-off')
const text = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
const values: Readonly<Record<(typeof RULE_FIELDS)[number], fc.Arbitrary<string>>> = {
  source: fc.oneof(text, fc.constantFrom('courier.example', '12')),
  host: fc.constantFrom('courier.example', 'www.courier.example'),
  folder: fc.constantFrom('Papers', 'Papers / Harbour towns'),
  section: fc.constantFrom<string>(...SECTIONS, 'not_news'),
  lang: fc.constantFrom('de', 'zh-hant', 'pt-br'),
  tag: fc.constantFrom('port-selva', 'Port Selva'),
  author: text,
  url: fc.constantFrom('https://courier.example/sponsored/', 'courier.example/a?b=c'),
}
const condition: fc.Arbitrary<RuleCondition> = fc.oneof(
  fc.constantFrom(...RULE_FIELDS).chain((field) =>
    fc.record({
      unwanted: fc.boolean(),
      kind: fc.constant('field' as const),
      field: fc.constant(field),
      value: values[field],
    }),
  ),
  fc.record({
    unwanted: fc.boolean(),
    kind: fc.constant('words' as const),
    where: fc.constantFrom('title' as const, 'anywhere' as const),
    as: fc.constant('phrase' as const),
    value: text,
  }),
  fc.record({
    unwanted: fc.boolean(),
    kind: fc.constant('words' as const),
    where: fc.constantFrom('title' as const, 'anywhere' as const),
    as: fc.constantFrom('word' as const, 'beginning' as const),
    value: fc.constantFrom('harbour', 'Hafen', 'дождь'),
  }),
  fc.record({ unwanted: fc.boolean(), kind: fc.constant('is' as const), state: fc.constantFrom(...RULE_STATES) }),
  fc.record({
    unwanted: fc.boolean(),
    kind: fc.constant('number' as const),
    number: fc.constantFrom('words' as const, 'age' as const),
    is: fc.constantFrom('above' as const, 'below' as const),
    than: fc.integer({ min: 0, max: 1_000_000 }),
  }),
)

describe('the text of a rule’s conditions', () => {
  it('reads what an owner would write', () => {
    const { conditions, problem } = parseRuleQuery('lang:de section:Sports -"title race" title:odds* words:<200')
    assert.equal(problem, null)
    assert.deepEqual(conditions, [
      { kind: 'field', field: 'lang', value: 'de', unwanted: false },
      { kind: 'field', field: 'section', value: 'sports', unwanted: false },
      { kind: 'words', where: 'anywhere', as: 'phrase', value: 'title race', unwanted: true },
      { kind: 'words', where: 'title', as: 'beginning', value: 'odds', unwanted: false },
      { kind: 'number', number: 'words', is: 'below', than: 200, unwanted: false },
    ])
  })

  it('is read again as the conditions that it was written from', () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 12 }), (conditions) => {
        const plain = conditions.map((one) => ({ ...one })) // records of fast-check have no prototype
        assert.deepEqual(parseRuleQuery(ruleQueryText(conditions)), { conditions: plain, problem: null })
      }),
    )
  })

  it('tells of every slip in a sentence, and of no text anything worse', () => {
    const slips = {
      'sorce:courier.example': /“sorce:” is no condition; there are source: host:/,
      'section:sport': /section: does not know “sport”; it takes society/,
      'is:odd': /is: does not know “odd”; it takes copy, injected/,
      'words:200': /words: does not know “200”; it takes < or > and a number, as in words:<200/,
      'age:>30x': /age: does not know “>30x”; it takes < or > and a number of days/,
      'lang:german2': /lang: does not know/,
      'tag:': /tag: needs a value/,
      'title:"…"': /title: needs a word/,
      '': /a rule needs a condition/,
      '- * !': /a rule needs a condition/,
    }
    for (const [query, told] of Object.entries(slips)) assert.match(parseRuleQuery(query).problem ?? '', told, query)
    assert.match(parseRuleQuery('x '.repeat(3_000)).problem ?? '', /more than 4000 characters/)
    assert.match(parseRuleQuery('ab '.repeat(MAX_CONDITIONS + 1)).problem ?? '', /at most 100 conditions/)
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite', maxLength: 80 }), (query) => void parseRuleQuery(query)),
    )
  })

  it('is read in time that grows with its length, whatever it is', () => {
    for (const part of ['-', '"', 'a:', 'a:"', '*', ':'])
      assert.ok(parseRuleQuery(part.repeat(4_000 / part.length)).conditions.length <= 4_000, part)
  })
})
