import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { arePartsApart, cutHeadlines } from './cut-headlines.ts'
import type { DocVector } from './story-vector.ts'
import { STORY_TUNING } from './tuning.ts'

function headlineOf(...terms: number[]): DocVector {
  return {
    terms: Uint32Array.from(terms).sort(),
    weights: new Float32Array(terms.length),
    rarities: new Float32Array(terms.length).fill(5),
    flags: new Uint8Array(terms.length),
    heavy: new Uint16Array(0),
    nameShare: 0,
    leadNames: 0,
    words: terms.length,
  }
}

/** Headlines that share a word with all, four with their own story, and have one of their own. */
function storyOf(count: number, shared: number, first: number): DocVector[] {
  return Array.from({ length: count }, (_, index) => {
    const own = first + 10 + 2 * index
    return headlineOf(shared, first, first + 1, first + 2, first + 3, own)
  })
}

describe('cutHeadlines', () => {
  const fire = storyOf(40, 1, 1_000)
  const vote = storyOf(30, 1, 2_000)

  it('parts two stories that share one word, and gives the smaller', () => {
    assert.deepEqual(
      cutHeadlines([...fire, ...vote], STORY_TUNING),
      vote.map((_, index) => fire.length + index),
    )
    assert.ok(arePartsApart(fire, vote, STORY_TUNING))
  })

  it('leaves one story whole, however it is dealt out', () => {
    assert.deepEqual(cutHeadlines(fire, STORY_TUNING), [])
    assert.ok(!arePartsApart(fire.slice(0, 20), fire.slice(20), STORY_TUNING))
  })

  it('never cuts off fewer than three texts', () => {
    assert.deepEqual(cutHeadlines([...fire, ...vote.slice(0, 2)], STORY_TUNING), [])
    assert.deepEqual(cutHeadlines([...fire.slice(0, 2), ...vote.slice(0, 3)], STORY_TUNING), [])
    assert.deepEqual(cutHeadlines([], STORY_TUNING), [])
  })

  it('bears texts without terms and full texts among headlines', () => {
    const full = { ...headlineOf(1, 1_000, 3), rarities: new Float32Array(0) }
    assert.deepEqual(cutHeadlines([headlineOf(), headlineOf(), headlineOf(), full, full, full], STORY_TUNING), [])
    assert.equal(cutHeadlines([...fire, ...vote, full], STORY_TUNING).length > 0, true)
  })
})
