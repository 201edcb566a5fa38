import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { DAY_MS } from '../model/time.ts'
import { createClusterer, decodeFeatures, encodeFeatures, type StoryDoc } from './clusterer.ts'
import { createStoryStream } from './story-stream.ts'

const FERRY = [
  'A ferry ran aground off Anvil Island on Monday, and the Quillmouth coast guard took 40 passengers to safety, Captain Ardent said.',
  'Passengers of the Anvil Island ferry spent hours on deck before the Quillmouth coast guard reached them, Captain Ardent told reporters.',
  'Divers looked at the hull of the ferry that ran aground off Anvil Island; Captain Ardent of Quillmouth blamed the fog.',
]
const VOTE = [
  'Lawmakers in Brackendale voted for the water tax on Monday after Minister Orlo Venn promised lower fees for farmers.',
  'Farmers marched through Brackendale against the water tax that Minister Orlo Venn carried through the assembly.',
  'The water tax of Minister Orlo Venn passed the Brackendale assembly by two votes, and farmers announced a strike.',
]

function docOf(text: string, more: Partial<StoryDoc> = {}): StoryDoc {
  return { title: null, text, language: 'en', tags: [], publishedMs: null, host: null, ...more }
}

describe('createClusterer', () => {
  it('keeps two events apart whatever the order', () => {
    const texts = [...FERRY.map((text) => ({ text, event: 'ferry' })), ...VOTE.map((text) => ({ text, event: 'vote' }))]
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: 6 }), (shuffled) => {
        const stream = createStoryStream()
        for (const { text } of shuffled) stream.take(stream.features(docOf(text)))
        const events = new Map<number, Set<string>>()
        for (const [doc, story] of stream.finish().entries()) {
          events.set(story, (events.get(story) ?? new Set()).add(shuffled[doc]!.event))
        }
        assert.ok([...events.values()].every((held) => held.size === 1))
        assert.ok(events.size <= 3, `${events.size} stories`)
      }),
      { numRuns: 30 },
    )
  })

  it('is the same again after its add calls are replayed', () => {
    const first = createClusterer()
    const second = createClusterer()
    for (const [docId, text] of [...FERRY, ...VOTE].entries()) {
      const features = first.features(docOf(text))
      first.add(docId, docId < 3 ? 1 : 2, features)
      second.add(docId, docId < 3 ? 1 : 2, decodeFeatures(encodeFeatures(features)))
    }
    const asked = first.features(docOf('Captain Ardent of Quillmouth spoke of the ferry at Anvil Island again.'))
    assert.deepEqual(first.assign(99, asked), second.assign(99, asked))
    assert.equal(first.assign(99, asked).storyId, 1)
  })

  it('gives no story to a text without words, or where nothing is known', () => {
    const clusterer = createClusterer()
    assert.equal(clusterer.assign(1, clusterer.features(docOf(''))).storyId, null)
    clusterer.add(1, 1, clusterer.features(docOf('')))
    assert.equal(clusterer.assign(2, clusterer.features(docOf(FERRY[0]!))).storyId, null)
  })

  it('parts the same sort of event in another year by its date', () => {
    const clusterer = createClusterer()
    const [first, second] = FERRY
    clusterer.add(1, 1, clusterer.features(docOf(first!, { publishedMs: 0 })))
    assert.equal(clusterer.assign(2, clusterer.features(docOf(second!, { publishedMs: DAY_MS }))).storyId, 1)
    assert.equal(clusterer.assign(2, clusterer.features(docOf(second!, { publishedMs: 365 * DAY_MS }))).storyId, null)
  })

  it('merges at a second look, the older story keeping its id, and moves what was misplaced', () => {
    const clusterer = createClusterer()
    for (const [docId, text] of FERRY.entries())
      clusterer.add(docId, docId === 0 ? 7 : 9, clusterer.features(docOf(text)))
    for (const [docId, text] of VOTE.entries()) clusterer.add(10 + docId, 8, clusterer.features(docOf(text)))
    const { merges, splits } = clusterer.secondLook([7, 8, 9])
    assert.ok(
      merges.some(([from, into]) => from === 9 && into === 7) ||
        splits.some(({ storyId }) => storyId === 7 || storyId === 9),
    )
    assert.ok(clusterer.size().stories <= 3)
  })

  it('moves a text and drops a story that is empty', () => {
    const clusterer = createClusterer()
    clusterer.add(1, 1, clusterer.features(docOf(FERRY[0]!)))
    clusterer.move(1, 2)
    assert.deepEqual(clusterer.size(), { stories: 1, texts: 1 })
    assert.equal(clusterer.assign(9, clusterer.features(docOf(FERRY[1]!))).storyId, 2)
  })

  it('forgets old stories', () => {
    const clusterer = createClusterer()
    clusterer.add(1, 1, clusterer.features(docOf(FERRY[0]!, { publishedMs: 0 })))
    clusterer.add(2, 2, clusterer.features(docOf(VOTE[0]!, { publishedMs: 10 * DAY_MS })))
    clusterer.forget(5 * DAY_MS)
    assert.deepEqual(clusterer.size(), { stories: 1, texts: 1 })
  })
})

describe('encodeFeatures', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.option(fc.integer()), (text, publishedMs) => {
        const features = createClusterer().features(docOf(text, { publishedMs }))
        assert.deepEqual(decodeFeatures(encodeFeatures(features)), features)
      }),
      { numRuns: 30 },
    )
  })

  it('gives no terms for bytes that it did not write', () => {
    for (const bytes of [new Uint8Array(0), new Uint8Array(19), new Uint8Array(40).fill(255)]) {
      assert.equal(decodeFeatures(bytes).terms.length, 0)
    }
  })
})
