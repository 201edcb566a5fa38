import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { TERM } from './story-features.ts'
import { emptyStory, withDoc } from './story-sum.ts'
import type { DocVector } from './story-vector.ts'
import { STORY_TUNING } from './tuning.ts'
import { wordOdds } from './word-odds.ts'

/** A headline over the terms given; every term divisible by three is a name, and a term's rarity rises with it. */
function headlineOf(terms: readonly number[]): DocVector {
  const sorted = Uint32Array.from(new Set(terms)).sort()
  return {
    terms: sorted,
    weights: new Float32Array(sorted.length).fill(1 / Math.sqrt(sorted.length || 1)),
    rarities: Float32Array.from(sorted, (term) => 1 + term / 4),
    flags: Uint8Array.from(sorted, (term) => (term % 3 === 0 ? TERM.name : 0)),
    heavy: new Uint16Array(0),
    nameShare: 0,
    leadNames: 0,
    words: sorted.length,
  }
}

const storyOf = (texts: readonly DocVector[]) => texts.reduce((story, text) => withDoc(story, text, 1), emptyStory())
const headline = fc.array(fc.integer({ min: 1, max: 24 }), { maxLength: 8 }).map(headlineOf)

describe('wordOdds', () => {
  it('is what counting each word over all texts gives', () => {
    fc.assert(
      fc.property(
        headline,
        fc.array(headline, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        (text, others, isMember) => {
          const story = storyOf(isMember ? [...others, text] : others)
          const { headStoryShare, headDoubt, headNames } = STORY_TUNING
          let sum = 0
          let most = 0
          for (const [index, term] of text.terms.entries()) {
            const rarity = text.rarities[index]!
            const share = others.filter(({ terms }) => terms.includes(term)).length / (others.length + headDoubt)
            const weight = term % 3 === 0 ? headNames : 1
            sum += weight * Math.log(1 - headStoryShare + headStoryShare * share * Math.exp(rarity))
            most += weight * rarity
          }
          const expected = most > 0 ? sum / most : 0
          assert.ok(Math.abs(wordOdds(text, story, isMember, STORY_TUNING) - expected) < 1e-9)
        },
      ),
    )
  })

  it('rises with the share of the story that has the words', () => {
    const asked = headlineOf([1, 2, 3])
    const often = storyOf([headlineOf([1, 2, 3, 9]), headlineOf([1, 2, 3, 8])])
    const seldom = storyOf([headlineOf([1, 2, 3, 9]), headlineOf([7, 8, 9])])
    assert.ok(wordOdds(asked, often, false, STORY_TUNING) > wordOdds(asked, seldom, false, STORY_TUNING))
    assert.ok(wordOdds(headlineOf([4, 5]), often, false, STORY_TUNING) < 0)
  })

  it('says nothing of a text without terms', () => {
    assert.equal(wordOdds(headlineOf([]), storyOf([headlineOf([1])]), false, STORY_TUNING), 0)
  })
})
