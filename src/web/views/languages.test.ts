import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { ENGLISH } from './english.ts'
import { LANGUAGE_TAGS, type MessageForms, messageTable, SOURCE_LANGUAGE } from './languages.ts'
import { say } from './messages.ts'
import { inLanguage } from './speech.ts'

const KEYS = Object.keys(ENGLISH) as (keyof typeof ENGLISH)[]
const OTHERS = LANGUAGE_TAGS.filter((tag) => tag !== SOURCE_LANGUAGE)
/** Whole numbers up to here meet every form that a language has for them. */
const COUNTED = 200

const formsOf = (entry: MessageForms): string[] => (typeof entry === 'string' ? [entry] : Object.values(entry))
const placesIn = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort()
/** Names of the forms that a language has for whole numbers. */
const pluralsOf = (tag: string): string[] => {
  const rules = new Intl.PluralRules(tag)
  return [...new Set(Array.from({ length: COUNTED }, (_, n) => rules.select(n)))].sort()
}

describe('every language of the interface', () => {
  it('is there: at least ten, each with remarks on its words for translators', () => {
    assert.ok(LANGUAGE_TAGS.length >= 10, LANGUAGE_TAGS.join(', '))
    for (const tag of OTHERS) {
      const file = JSON.parse(readFileSync(new URL(`../languages/${tag}.json`, import.meta.url), 'utf8'))
      assert.ok(Object.keys(file['@glossary'] ?? {}).length >= 5, tag)
    }
  })

  for (const tag of OTHERS) {
    const table = messageTable(tag)
    it(`${tag} has every sentence, and none that English does not have`, () => {
      assert.deepEqual(
        {
          missing: KEYS.filter((key) => !(key in table)),
          unknown: Object.keys(table).filter((key) => !(key in ENGLISH)),
        },
        { missing: [], unknown: [] },
      )
    })

    it(`${tag} has a form for each way in which it counts, and no empty sentence`, () => {
      const plurals = pluralsOf(tag)
      for (const key of KEYS.filter((one) => one in table)) {
        const entry = table[key]!
        if (typeof ENGLISH[key] === 'string') assert.equal(typeof entry, 'string', key)
        else if (typeof entry === 'string')
          assert.deepEqual(plurals, ['other'], `${key} needs a form for ${plurals.join(', ')}`)
        else assert.deepEqual(Object.keys(entry).sort(), plurals, key)
        for (const text of formsOf(entry)) assert.notEqual(text.trim(), '', key)
      }
    })

    it(`${tag} says the same values as English`, () => {
      for (const key of KEYS.filter((one) => one in table)) {
        const english = ENGLISH[key] as MessageForms
        const wanted = placesIn(formsOf(english).join(' '))
        for (const text of formsOf(table[key]!)) {
          // A form that stands for one number alone may say it in a word: "one text", "two days".
          const missing = wanted.filter((place) => !placesIn(text).includes(place) && place !== '{n}')
          const foreign = placesIn(text).filter((place) => !wanted.includes(place))
          assert.deepEqual({ missing, foreign }, { missing: [], foreign: [] }, `${key}: ${text}`)
        }
        if (wanted.includes('{n}'))
          assert.ok(
            formsOf(table[key]!).some((text) => text.includes('{n}')),
            key,
          )
      }
    })
  }
})

describe('say', () => {
  const copies = (tag: string) => (n: number) => inLanguage(tag, () => say('copies', { n }))

  it('counts as Polish does: one, few, many', () => {
    const forms = [1, 2, 5, 22, 112].map(copies('pl'))
    assert.deepEqual(forms, ['1 kopia', '2 kopie', '5 kopii', '22 kopie', '112 kopii'])
  })

  it('counts as Arabic does: none, one, two, few, many, and the rest', () => {
    const articles = (n: number) => inLanguage('ar', () => say('tagArticles', { n }))
    const forms = [0, 1, 2, 3, 11, 100].map(articles)
    assert.deepEqual(forms, ['لا مقالات', 'مقال واحد', 'مقالان', '3 مقالات', '11 مقالا', '100 مقال'])
  })

  it('writes numbers as the language does, and says in English what a language lacks', () => {
    assert.equal(copies('de')(12345), '12.345 Kopien')
    assert.equal(copies('en')(12345), '12,345 copies')
    assert.equal(copies('tlh')(2), '2 copies')
    assert.equal(say('copies', { n: 2 }), '2 copies')
  })
})
