import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { nameSkeleton } from './name-skeleton.ts'

/** One name in several alphabets and cases: language and spelling. */
const NAMES = [
  [
    ['en', 'Velinsky'],
    ['de', 'Welinskij'],
    ['ru', 'Велинский'],
    ['ru', 'Велинского'],
    ['uk', 'Велинському'],
  ],
  [
    ['en', 'Tumanova'],
    ['ru', 'Тумановой'],
  ],
  [
    ['en', 'Shchukarev'],
    ['ru', 'Щукарёва'],
  ],
  [
    ['en', 'Vranakis'],
    ['el', 'Βρανάκης'],
    ['el', 'Βρανάκη'],
  ],
  [
    ['en', 'Barzani'],
    ['ar', 'بارزاني'],
  ],
  [
    ['en', 'Mandari'],
    ['ar', 'المندري'],
  ],
  [
    ['en', 'Malakhara'],
    ['ru', 'Малахара'],
  ],
] as const

describe('nameSkeleton', () => {
  for (const spellings of NAMES) {
    it(`hears one name in ${spellings.map(([, name]) => name).join(', ')}`, () => {
      const heard = new Set(spellings.map(([language, name]) => nameSkeleton(name, language)))
      assert.equal(heard.size, 1, [...heard].join(' '))
      assert.notEqual([...heard][0], '')
    })
  }

  it('tells names with other consonants apart', () => {
    const heard = ['Velinsky', 'Tumanova', 'Shchukarev', 'Barzani', 'Kastrani'].map((name) => nameSkeleton(name, 'en'))
    assert.equal(new Set(heard).size, heard.length)
  })

  it('says nothing of short words and of other scripts', () => {
    for (const word of ['', 'Io', 'Hau', '東京都', '12', 'ไทยแลนด์']) assert.equal(nameSkeleton(word, 'en'), '')
  })

  it('gives three to six letters or none, whatever the word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'de', 'ru', 'ar', 'el'), (word, language) => {
        assert.match(nameSkeleton(word, language), /^(?:[a-z]{3,6})?$/)
      }),
    )
  })
})
