import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inLine } from './in-line.ts'
import { tagArticle } from './tag-article.ts'

/** Places that the tags hold without a mention. */
function implied(text: string, title: string | null = null): string[] {
  const places = tagArticle({ title, text, language: 'en' }).filter((tag) => tag.kind === 'place' && tag.count === 0)
  assert.ok(places.every((tag) => tag.spans.length === 0 && tag.salience > 0 && tag.salience < 0.2))
  return places.map((tag) => tag.name)
}

describe('impliedCountries', () => {
  it('gives the country of a large city, and of a state', () => {
    assert.deepEqual(implied('CHICAGO (Harbour Wire) - Prices rose in Chicago, traders said.'), ['United States'])
    assert.deepEqual(implied('The storm reached Ontario on Monday.'), ['Canada'])
  })

  it('counts adjectives: two in the text or one in the title', () => {
    assert.deepEqual(implied('Exports rose. A Japanese minister said Japanese cars sold well.'), ['Japan'])
    assert.deepEqual(implied('Exports rose.', 'Minister praises Japanese exports'), ['Japan'])
    assert.deepEqual(
      implied('Exports rose. A Japanese minister said so. Latin American buyers and South American ones agreed.'),
      [],
    )
  })

  it('adds no country that the article names', () => {
    assert.deepEqual(implied('Japan said Japanese cars sold well in Osaka. Japanese buyers agreed.'), [])
  })

  it('takes one late city for a passing word, two for a place', () => {
    const filler = 'The talks went on for a long time and nobody knew what would come of them. '.repeat(8)
    assert.deepEqual(implied(`${filler} He once lived in Chicago.`), [])
    assert.deepEqual(implied(`${filler} He once lived in Chicago and then in Denver.`), ['United States'])
  })

  it('says by which words', () => {
    const [tag] = tagArticle({ title: null, text: 'The plan went to the Bundesbank.', language: 'en' }).filter(
      (each) => each.count === 0,
    )
    assert.equal(tag?.name, 'Germany')
    assert.equal(tag?.impliedBy, 'Bundesbank')
  })

  it('takes a company’s legal form where nothing else tells a country', () => {
    assert.deepEqual(implied('Vole Lines Corp named a new chairman.'), ['United States'])
    assert.deepEqual(implied('Vole Lines Corp named a new chairman in Oslo.'), ['Norway'])
  })

  it('stays out of the "In:" line, which holds only what the article writes', () => {
    const tags = tagArticle({ title: null, text: 'Prices rose in Chicago.', language: 'en' })
    assert.ok(!inLine(tags).some((tag) => tag.name === 'United States'))
  })
})
