import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { articleCountries } from './article-countries.ts'
import { tagArticle } from './tag-article.ts'

const countries = (text: string, title: string | null = null): string[] =>
  articleCountries(tagArticle({ title, text, language: 'en' }))
    .map((tag) => tag.name)
    .sort()

describe('articleCountries', () => {
  const filler = 'The talks went on for a long time and nobody knew what would come of them. '.repeat(8)

  it('holds what stands in title, lead or twice, and what is implied', () => {
    assert.deepEqual(countries(`Norway and Finland met. ${filler}`, 'Iceland watches'), [
      'Finland',
      'Iceland',
      'Norway',
    ])
    assert.deepEqual(countries(`Officials met in Oslo. ${filler} Peru spoke. Later Peru left.`), ['Norway', 'Peru'])
  })

  it('leaves out a country named once in passing, unless it is the only one', () => {
    assert.deepEqual(countries(`Norway met its guests. ${filler} Oil came from Peru.`), ['Norway'])
    assert.deepEqual(countries(`${filler} Oil came from Peru.`), ['Peru'])
  })

  it('is empty without a country', () => assert.deepEqual(countries('It rained all day.'), []))
})
