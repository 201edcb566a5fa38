import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createClusterer, type StoryFeatures } from '../../src/story/clusterer.ts'
import { storyFeatures } from '../../src/story/story-features.ts'
import { bestStory, type LiveStory } from '../../src/story/story-fit.ts'
import { NO_SIGNS } from '../../src/story/story-signs.ts'
import { emptyStory, withDoc } from '../../src/story/story-sum.ts'
import { type DocVector, docVector, likeness, type StoryVector } from '../../src/story/story-vector.ts'
import { termFrequencies } from '../../src/story/term-frequencies.ts'
import { STORY_TUNING } from '../../src/story/tuning.ts'

/** Sums in the clusterer are rounded with each step; two stories this near are as good as equal. */
const ROUNDING = 1e-3
const WORDS =
  'harbour ferry Quillmouth barge council Brackendale tax farmers Venn strike tide Anvil island storm bridge Ardent vote hull fog fees'.split(
    ' ',
  )

const textOf = fc
  .array(fc.constantFrom(...WORDS), { minLength: 4, maxLength: 40 })
  .map((words) => `${words.join(' ')}.`)
const step = fc.record({ move: fc.boolean(), story: fc.integer({ min: 1, max: 5 }), text: textOf, which: fc.nat(40) })

function featuresOf(text: string): StoryFeatures {
  return storyFeatures({ title: null, text, language: 'en', tags: [], publishedMs: null, host: null })
}

type Held = { vector: DocVector; features: StoryFeatures; storyId: number }

/** Everything that the clusterer keeps up to date, made anew from the texts: no postings, no candidates, no running sums. */
function slowStories(held: ReadonlyMap<number, Held>): LiveStory[] {
  const stories = new Map<number, LiveStory>()
  for (const [docId, { vector, features, storyId }] of held) {
    const story = stories.get(storyId) ?? {
      id: storyId,
      vector: emptyStory(),
      texts: [],
      firstMs: null,
      lastMs: null,
      seenMs: 0,
      languages: [features.language],
      strands: null,
    }
    stories.set(storyId, { ...story, vector: withDoc(story.vector, vector, 1), texts: [...story.texts, docId] })
  }
  return [...stories.values()]
}

describe('createClusterer beside a scan over stories made anew', () => {
  it('assigns every text as the scan does, whatever was added and moved before', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), textOf, (steps, asked) => {
        const clusterer = createClusterer()
        const frequencies = termFrequencies(STORY_TUNING.priorTexts)
        const held = new Map<number, Held>()
        for (const [docId, { move, story, text, which }] of steps.entries()) {
          const moved = held.get(which)
          if (move && moved) {
            clusterer.move(which, story)
            held.set(which, { ...moved, storyId: story })
            continue
          }
          const features = featuresOf(text)
          const vector = docVector(features, frequencies, STORY_TUNING)
          const inStory = [...held.values()].filter(({ storyId }) => storyId === story)
          const alike = [...features.terms].map(
            (term) => inStory.filter((one) => one.features.terms.includes(term)).length,
          )
          frequencies.count(features, Uint16Array.from(alike))
          clusterer.add(docId, story, features)
          held.set(docId, { vector, features, storyId: story })
        }
        const features = featuresOf(asked)
        const given = clusterer.assign(999, features)
        const stories = slowStories(held)
        const vector = docVector(features, frequencies, STORY_TUNING)
        const text = { vector, signs: NO_SIGNS, language: features.language, storyId: -1, publishedMs: null }
        const state = { tuning: STORY_TUNING, texts: new Map(), isCommonSign: () => false }
        const best = bestStory(text, stories, state)
        const shares = stories.some((story) => likeness(vector, story.vector).all > 0)
        if (!shares) return assert.equal(given.storyId, null)
        assert.ok(Math.abs(given.score - best!.score) < ROUNDING, `${given.score} against ${best!.score}`)
        if (Math.abs(best!.score) > ROUNDING) assert.equal(given.storyId !== null, best!.score > 0)
        for (const { id, texts } of stories) assert.equal(clusterer.textsIn(id), texts.length)
        assert.deepEqual(clusterer.size(), { stories: stories.length, texts: held.size })
      }),
      { numRuns: 150 },
    )
  })

  it('compares by the cosine that arithmetic over whole vectors gives', () => {
    fc.assert(
      fc.property(fc.array(textOf, { minLength: 1, maxLength: 12 }), textOf, fc.nat(11), (texts, asked, gone) => {
        const frequencies = termFrequencies(STORY_TUNING.priorTexts)
        const vectors = texts.map((text) => docVector(featuresOf(text), frequencies, STORY_TUNING))
        let story: StoryVector = emptyStory()
        for (const vector of vectors) story = withDoc(story, vector, 1)
        const left = vectors.filter((_, at) => at !== gone)
        if (gone < vectors.length) story = withDoc(story, vectors[gone]!, -1)
        const sums = new Map<number, number>()
        for (const { terms, weights } of left)
          for (const [at, term] of terms.entries()) sums.set(term, (sums.get(term) ?? 0) + weights[at]!)
        const doc = docVector(featuresOf(asked), frequencies, STORY_TUNING)
        let dot = 0
        for (const [at, term] of doc.terms.entries()) dot += doc.weights[at]! * (sums.get(term) ?? 0)
        const length = Math.hypot(...sums.values())
        const cosine = length === 0 ? 0 : dot / length
        assert.ok(
          Math.abs(likeness(doc, story).all - cosine) < ROUNDING,
          `${likeness(doc, story).all} against ${cosine}`,
        )
        assert.equal(story.count, left.length)
      }),
      { numRuns: 150 },
    )
  })
})
