import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asksSomething, MAX_QUERY, parseQuery } from './search-query.ts'

/** The first phrase of each term, as `-word word*`. */
const asTyped = (query: string) =>
  parseQuery(query).terms.map(({ phrases: [first], unwanted }) => {
    assert.ok(first)
    return `${unwanted ? '-' : ''}${first.words.join(' ')}${first.prefix ? '*' : ''}`
  })

describe('parseQuery', () => {
  it('reads words, phrases, exclusions and beginnings', () => {
    assert.deepEqual(asTyped('Ferry "Port  Selva" -storm -"high tide" harb* "left open'), [
      'ferry',
      'port selva',
      '-storm',
      '-high tide',
      'harb*',
      'left open',
    ])
  })

  it('reads each operator, in any case, wanted and unwanted', () => {
    const { terms, filters, problem } = parseQuery(
      'TAG:"Port Selva" source:Courier.example -section:sports story:ab12 lang:pt-BR before:2026-05 after:2026-05-20',
    )
    assert.equal(problem, null)
    assert.deepEqual(terms, [])
    assert.deepEqual(filters, [
      { kind: 'tag', value: 'Port Selva', unwanted: false },
      { kind: 'source', value: 'Courier.example', unwanted: false },
      { kind: 'section', value: 'sports', unwanted: true },
      { kind: 'story', value: 'ab12', unwanted: false },
      { kind: 'lang', value: 'pt-br', unwanted: false },
      { kind: 'before', ms: Date.UTC(2026, 4), unwanted: false },
      { kind: 'after', ms: Date.UTC(2026, 4, 20), unwanted: false },
    ])
  })

  it('names an operator that was given what it does not know, and what would be right', () => {
    assert.equal(
      parseQuery('ferry after:yesterday').problem,
      'after: does not know “yesterday”; it takes a day, month or year, as in after:2026-05-20',
    )
    for (const query of ['section:cooking', 'lang:german!', 'before:2026-02-30', 'before:2026-13', 'tag:', 'story:""'])
      assert.match(parseQuery(query).problem ?? '', new RegExp(`^${query.split(':')[0]}: .*; it takes `), query)
  })

  it('takes a name before a colon that is no operator for words', () => {
    assert.deepEqual(asTyped('score:3 https://quay.example/a'), ['score 3', 'https quay example a'])
    assert.equal(parseQuery('score:3').problem, null)
  })

  it('asks for nothing where nothing is wanted', () => {
    assert.deepEqual(asTyped('the*'), ['the'], 'three letters begin too much')
    for (const query of ['', '  ', '-storm', '-tag:tarn', '"', '!?*'])
      assert.equal(asksSomething(parseQuery(query)), false)
    for (const query of ['a', 'tag:tarn', '-a b']) assert.equal(asksSomething(parseQuery(query)), true)
  })

  it('takes signs that stand for several characters apart', () => {
    const wordsOf = (query: string) => parseQuery(query).terms.map(({ phrases }) => phrases[0]!.words)
    assert.deepEqual(wordsOf('⒛ ½'), [['20'], ['1', '2']])
  })

  it('reads any text, and leaves nothing but letters, marks and digits in its words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: MAX_QUERY * 2 }), (query) => {
        for (const { phrases } of parseQuery(query).terms) {
          assert.ok(phrases.length > 0)
          for (const { words } of phrases) {
            assert.ok(words.length > 0)
            for (const word of words) assert.match(word, /^[\p{L}\p{M}\p{N}]+$/u)
          }
        }
      }),
    )
  })
})
