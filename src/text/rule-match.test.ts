import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Rule, RuleActions } from '../model/rule.ts'
import { DAY_MS } from '../model/time.ts'
import { compileRules, type RuleFacts, ruleOn } from './rule-match.ts'
import { searchForms } from './search-forms.ts'
import { searchWords } from './search-words.ts'

const SEEN_MS = Date.UTC(2026, 4, 20, 12)
const NOTHING: RuleActions = { hide: false, section: null, mark: null, addTags: [], takeTags: [] }

function rule(query: string, given: Partial<Rule> = {}): Rule {
  const id = given.id ?? 1
  return {
    id,
    name: 'a rule',
    isOn: true,
    match: 'all',
    query,
    actions: NOTHING,
    isLast: false,
    place: id,
    changedMs: 0,
    ...given,
  }
}

function facts(given: Partial<Omit<RuleFacts, 'title' | 'body'>> & { title?: string; text?: string }): RuleFacts {
  const { title = 'Ferry crews count the cost', text = 'The harbours of Tarn were closed on Sunday.', ...rest } = given
  return {
    feed: { id: 7, title: 'Harbour Courier', folder: 'Papers / Harbour towns' },
    owner: 'courier.example',
    host: 'www.courier.example',
    url: 'https://www.courier.example/sponsored/ferry',
    section: 'society',
    language: 'en-GB',
    tags: ['port-selva', 'tarn'],
    byline: ['Ilse Varga', 'Jon Tarnby'],
    wordCount: 120,
    firstSeenMs: SEEN_MS,
    claimedPublished: '2026-04-10',
    isCopy: false,
    isRedated: false,
    isDoubtful: false,
    isInjected: () => false,
    title: () => searchWords(title),
    body: () => searchWords(text),
    ...rest,
  }
}

const isHit = (query: string, article: RuleFacts = facts({}), given: Partial<Rule> = {}) =>
  ruleOn(article, compileRules([rule(query, given)])).hits.length > 0

describe('a rule’s conditions', () => {
  it('hold for what they name, and turned round for everything else', () => {
    const held = [
      'source:courier.example source:7 source:"harbour courier"',
      'host:courier.example',
      'folder:papers folder:"Papers / Harbour towns"',
      'section:society lang:en lang:en-gb tag:tarn',
      'author:varga author:"Ilse Varga"',
      'url:https://www.courier.example/sponsored/ url:courier.example/sponsored',
      'ferry "ferry crews" title:crews harb* title:"count the cost"',
      'words:<121 words:>119 age:>39 age:<41',
    ]
    for (const query of held)
      for (const part of query.match(/(?:[a-z]+:)?(?:"[^"]*"|\S+)/g) ?? []) {
        assert.ok(isHit(part), part)
        assert.ok(!isHit(`-${part}`), `-${part}`)
      }
    const failing =
      'source:8 host:ier.example folder:paper section:sports lang:de tag:tarn-lake author:varg url:courier.example/x "crews ferry" title:harbours words:>120 words:<120 age:>41 is:copy is:injected is:redated is:doubtful'
    for (const part of failing.match(/(?:[a-z]+:)?(?:"[^"]*"|\S+)/g) ?? []) {
      assert.ok(!isHit(part), part)
      assert.ok(isHit(`-${part}`), `-${part}`)
    }
    const odd = facts({ isCopy: true, isRedated: true, isDoubtful: true, isInjected: () => true })
    assert.ok(isHit('is:copy is:injected is:redated is:doubtful', odd))
  })

  it('must all hold, or any, as the rule says', () => {
    assert.ok(!isHit('section:sports tag:tarn'))
    assert.ok(isHit('section:sports tag:tarn', facts({}), { match: 'any' }))
    assert.ok(!isHit('section:sports -tag:tarn', facts({}), { match: 'any' }))
  })

  it('are false of what an article does not have, not true of it turned round by chance', () => {
    const bare = facts({ feed: null, host: null, url: null, byline: [], claimedPublished: null })
    for (const query of ['folder:papers', 'host:courier.example', 'url:x', 'author:varga', 'age:>1', 'age:<1'])
      assert.ok(!isHit(query, bare), query)
    assert.ok(!isHit('age:>1', facts({ claimedPublished: 'no date' })))
    assert.ok(isHit('age:>1 age:<2', facts({ claimedPublished: new Date(SEEN_MS - 1.5 * DAY_MS).toISOString() })))
    assert.ok(isHit('age:<1', facts({ claimedPublished: '2026-05-20T11:00' })), 'a time without a zone is one of UTC')
  })

  it('find a word in the forms that a search finds, and a phrase only as written', () => {
    const text = 'Die Häfen lagen still, und der Hafenmeister schwieg. Порты были закрыты.'
    assert.ok(isHit('lang:de häfen', facts({ text, language: 'de' })))
    assert.ok(isHit('порт', facts({ text })))
    assert.ok(!isHit('"порт"', facts({ text })))
    assert.ok(!isHit('"closed Sunday"') && isHit('"closed on Sunday"'))
  })

  it('match words as trying each form at each place does', () => {
    const vocabulary = ['harbour', 'harbours', 'ferry', 'порт', 'порты', 'hafen', 'häfen', 'hafenmeister']
    const words = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 8 })
    const term = fc.tuple(fc.constantFrom(...vocabulary), fc.constantFrom('', '*'))
    const asked = fc.oneof(
      term.map(([word, star]) => ({ word, star, phrase: null as readonly string[] | null })),
      fc
        .array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 3 })
        .map((phrase) => ({ word: '', star: '', phrase })),
    )
    fc.assert(
      fc.property(words, words, asked, fc.boolean(), (title, body, { word, star, phrase }, inTitle) => {
        const written = phrase === null ? `${word}${star}` : `"${phrase.join(' ')}"`
        const article = facts({ title: title.join(' '), text: body.join(' ') })
        const cut = (text: readonly string[]) => searchWords(text.join(' ')).split(' ')
        const wanted =
          phrase !== null
            ? [{ words: cut(phrase), prefix: false }]
            : star === '*'
              ? [{ words: cut([word]), prefix: true }]
              : searchForms(cut([word]), null)
        const stands = (text: readonly string[]) =>
          wanted.some(({ words: run, prefix }) =>
            text.some((_, at) =>
              run.every((one, step) => {
                const there = text[at + step]
                return (
                  there !== undefined && (prefix && step === run.length - 1 ? there.startsWith(one) : there === one)
                )
              }),
            ),
          )
        const expected = stands(cut(title)) || (!inTitle && stands(cut(body)))
        assert.equal(isHit(inTitle ? `title:${written}` : written, article), expected, written)
      }),
    )
  })
})

describe('several rules', () => {
  const ACTIONS: Partial<Record<number, Partial<RuleActions>>> = {
    1: { mark: 'press release', section: 'economy', addTags: [{ slug: 'pr', name: 'PR' }] },
    2: { hide: true, section: 'other', mark: 'advertorial', takeTags: [{ slug: 'pr', name: 'PR' }] },
    3: { mark: 'press release' },
  }
  const all = (given: (id: number) => Partial<Rule> = () => ({})) =>
    [3, 1, 2].map((id) => rule('tag:tarn', { id, actions: { ...NOTHING, ...ACTIONS[id] }, ...given(id) }))

  it('are asked in the order of their places: the later one’s section stands, labels and hiding add up', () => {
    assert.deepEqual(ruleOn(facts({}), compileRules(all())), {
      hits: [1, 2, 3],
      hides: true,
      section: 'other',
      marks: ['press release', 'advertorial'],
      tags: [{ slug: 'pr', name: 'PR', isPut: false }],
    })
  })

  it('stop behind one that says so, and leave out those that are off', () => {
    const stopped = compileRules(all((id) => ({ isLast: id === 1 })))
    assert.deepEqual(ruleOn(facts({}), stopped).hits, [1])
    const missed = compileRules(all((id) => ({ isLast: id === 1, query: id === 1 ? 'tag:nowhere' : 'tag:tarn' })))
    assert.deepEqual(ruleOn(facts({}), missed).hits, [2, 3])
    assert.deepEqual(ruleOn(facts({}), compileRules(all((id) => ({ isOn: id !== 2 })))).hits, [1, 3])
  })

  it('see the article as it came, whatever earlier ones make of it', () => {
    const moves = rule('section:society', { id: 1, actions: { ...NOTHING, section: 'sports' } })
    assert.deepEqual(ruleOn(facts({}), compileRules([moves, rule('section:sports', { id: 2 })])).hits, [1])
    assert.deepEqual(ruleOn(facts({}), compileRules([moves, rule('section:society', { id: 2 })])).hits, [1, 2])
  })

  it('follow tags to those that stand for them, and never find one that is never shown', () => {
    const ends = (slug: string) => (slug === 'old-tarn' ? 'tarn' : slug === 'port-selva' ? null : slug)
    const hits = (query: string) => ruleOn(facts({}), compileRules([rule(query)], ends)).hits.length
    assert.deepEqual([hits('tag:old-tarn'), hits('tag:tarn'), hits('tag:port-selva')], [1, 1, 0])
  })

  it('cut a text’s words only where something else has not decided', () => {
    const text = () => assert.fail('the text was asked for')
    const article = { ...facts({}), body: text }
    assert.equal(isHit('"title race" section:sports', article), false)
    assert.equal(isHit('"title race" section:society', article, { match: 'any' }), true)
    assert.equal(compileRules([rule('section:society title:ferry')]).needsPage, false)
    assert.equal(compileRules([rule('ferry')]).needsPage, true)
  })
})
