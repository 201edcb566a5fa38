import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { matchWords, wordPlaces } from '../../src/story/match-words.ts'

/** Length of the longest common subsequence, from the whole table. **Source:** Hunt and McIlroy (1976). */
function longestCommon(one: readonly string[], other: readonly string[]): number {
  const best = one.map(() => new Array<number>(other.length + 1).fill(0))
  const at = (row: number, column: number): number => best[row]?.[column] ?? 0
  for (let row = one.length - 1; row >= 0; row--) {
    for (let column = other.length - 1; column >= 0; column--) {
      const same = one[row] === other[column]
      best[row]![column] = same ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  return at(0, 0)
}

function matched(before: readonly string[], after: readonly string[]): [i: number, j: number][] {
  const { beforeOf } = matchWords(wordPlaces(before.join(' ')), wordPlaces(after.join(' ')))
  return [...beforeOf].flatMap((i, j): [number, number][] => (i < 0 ? [] : [[i, j]]))
}

describe('matchWords beside the longest common subsequence', () => {
  it('matches equal words alone, in order, and never more of them', () => {
    const text = fc.array(fc.constantFrom('quay', 'tide', 'rope', 'boat', 'salt'), { maxLength: 60 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pairs = matched(before, after)
        for (const [i, j] of pairs) assert.equal(before[i], after[j])
        assert.ok(pairs.every(([i], at) => at === 0 || i > pairs[at - 1]![0]))
        assert.ok(pairs.length <= longestCommon(before, after))
      }),
    )
  })

  it('matches exactly as many where words were dropped, put in and replaced round a run that stayed', () => {
    const edit = fc.constantFrom('keep', 'keep', 'drop', 'replace', 'insert')
    const edits = fc.array(edit, { minLength: 4, maxLength: 26 })
    fc.assert(
      fc.property(edits, fc.nat(25), (around, place) => {
        const at = place % around.length
        const all = [...around.slice(0, at), 'keep', 'keep', 'keep', ...around.slice(at)]
        const before = all.map((_, index) => `word${index}`)
        const after = all.flatMap((kind, index) => {
          if (kind === 'keep') return [`word${index}`]
          if (kind === 'insert') return [`new${index}`, `word${index}`]
          return kind === 'drop' ? [] : [`new${index}`]
        })
        assert.equal(matched(before, after).length, longestCommon(before, after))
      }),
    )
  })

  it('loses few words of a text whose words come again and again', () => {
    const words = ['the', 'the', 'of', 'a', 'quay', 'tide', 'rope', 'boat', 'salt', 'pier', 'hull', 'fog', 'crew', 'mast', 'sail', 'net'] // biome-ignore format: a row
    const text = fc.array(fc.constantFrom(...words), { minLength: 120, maxLength: 160 })
    const ratios: number[] = []
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.nat(9)), (before, dice) => {
        const after = before.filter(() => dice.next().value !== 0)
        ratios.push(matched(before, after).length / longestCommon(before, after))
      }),
      { numRuns: 60 },
    )
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
    assert.ok(mean > 0.97, `matched ${mean} of what could be`)
  })
})
