import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { ToldText } from '../model/telling.ts'
import { rememberTerms, sentenceTerms } from './sentence-terms.ts'
import { storyCentre } from './story-centre.ts'

const WORDS = ['dyke', 'Tarn', 'the', '1911', 'harbour', 'flood', 'whale', 'bay', 'Mirrin', 'council']
const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
const text = fc.record({ owner: fc.constantFrom('a', 'b', 'c', 'd'), sentences: fc.array(sentence, { maxLength: 4 }) })

const toldTexts = (given: readonly { owner: string; sentences: readonly string[] }[]): ToldText[] =>
  given.map(({ owner, sentences }, at) => ({
    id: at + 1,
    owner,
    language: 'en',
    writtenMs: 0,
    facts: { sentences: sentences.map((one) => ({ text: one, block: null })), days: [], quotes: [] },
  }))

/** Share of a text's weight that other owners have, word by word over all texts: slow and plain. */
function shareOf(told: ToldText, all: readonly ToldText[]): number {
  const owners = [...new Set(all.map(({ owner }) => owner))]
  const has = (owner: string, hash: number) =>
    all.some(
      (other) =>
        other.owner === owner &&
        other.facts.sentences.some((one) => sentenceTerms(one.text, 'en').hashes.includes(hash)),
    )
  let [held, total] = [0, 0]
  for (const one of told.facts.sentences) {
    const { hashes, weights } = sentenceTerms(one.text, 'en')
    for (const [at, hash] of hashes.entries()) {
      total += weights[at]!
      for (const owner of owners) if (owner !== told.owner && has(owner, hash)) held += weights[at]!
    }
  }
  return total === 0 ? 0 : held / total / (owners.length - 1)
}

describe('a story’s centre', () => {
  it('is as counting each word over all texts has it', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 7 }), (given) => {
        const texts = toldTexts(given)
        const centre = storyCentre(texts, rememberTerms())
        const shares = texts.map((one) => shareOf(one, texts))
        const middle = shares.toSorted((a, b) => a - b)[shares.length >> 1]!
        const hasCentre = new Set(given.map(({ owner }) => owner)).size > 2 && middle > 0
        for (const [at, one] of texts.entries()) {
          const wanted = hasCentre ? shares[at]! / middle : 1
          assert.ok(Math.abs(centre.nearness(one) - wanted) < 1e-4, `${centre.nearness(one)} is not ${wanted}`)
        }
      }),
    )
  })

  it('is one for each language: a text alone in its own is not astray', () => {
    const english = toldTexts(['a', 'b', 'c'].map((owner) => ({ owner, sentences: ['The dyke of Tarn broke.'] })))
    const german: ToldText = {
      ...toldTexts([{ owner: 'd', sentences: ['Der Deich brach.'] }])[0]!,
      id: 9,
      language: 'de',
    }
    assert.equal(storyCentre([...english, german], rememberTerms()).isAstray(german), false)
  })
})
