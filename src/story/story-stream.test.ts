import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { HOUR_MS } from '../model/time.ts'
import { createClusterer } from './clusterer.ts'
import { createStoryStream } from './story-stream.ts'

const SUBJECTS = [
  'ferry Anvil Island',
  'water tax Brackendale',
  'comet Pellucid',
  'strike Orlo Venn',
  'bridge Quillmouth',
]
const ENDS = [
  'officials said',
  'witnesses told reporters',
  'after a long night',
  'as crowds gathered',
  'for the third time',
]

/** Invented texts of five events; two texts may say the same at the same time. */
const text = fc.record({
  subject: fc.constantFrom(...SUBJECTS),
  end: fc.constantFrom(...ENDS),
  count: fc.integer({ min: 1, max: 4 }),
  hour: fc.integer({ min: 0, max: 2 }),
  minute: fc.integer({ min: 0, max: 59 }),
})
type Text = { subject: string; end: string; count: number; hour: number; minute: number }

function storiesOf(texts: readonly { text: Text; key: number }[]): Set<string> {
  const stream = createStoryStream()
  for (const { text } of texts) {
    const words = `The ${text.subject} was in the news with ${text.count * 17} people, ${text.end}. The ${text.subject} again.`
    const publishedMs = text.hour * HOUR_MS + text.minute * 60_000
    stream.put(stream.features({ title: null, text: words, language: 'en', tags: [], publishedMs, host: null }))
  }
  const stories = Map.groupBy([...stream.finish().entries()], ([, story]) => story)
  // Texts that are alike in all are one and the same to a reader of stories: they are named by what they are.
  const said = (doc: number) => JSON.stringify(texts[doc]!.text)
  return new Set(
    [...stories.values()].map((held) =>
      held
        .map(([doc]) => said(doc))
        .sort()
        .join('\n'),
    ),
  )
}

describe('createStoryStream', () => {
  it('gives the same stories however the texts of an hour are ordered', () => {
    const texts = fc.array(text, { minLength: 2, maxLength: 40 })
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.nat()), (given, places) => {
        const keyed = given.map((text, key) => ({ text, key })).sort((a, b) => a.text.hour - b.text.hour)
        const shuffled = keyed
          .map((one) => ({ one, place: places.next().value as number }))
          .sort((a, b) => a.one.text.hour - b.one.text.hour || a.place - b.place)
          .map(({ one }) => one)
        assert.deepEqual(storiesOf(shuffled), storiesOf(keyed))
      }),
      { numRuns: 40 },
    )
  })

  it('begins no further step of a look once a text has had its share of it', () => {
    const clusterer = createClusterer()
    let steps: number[] = []
    const lookSteps: typeof clusterer.lookSteps = function* (changed) {
      const look = clusterer.lookSteps(changed)
      for (let step = look.next(); ; step = look.next()) {
        if (step.done) return step.value
        steps.push(step.value)
        yield step.value
      }
    }
    const stream = createStoryStream({ ...clusterer, lookSteps })
    let looked = 0
    for (let count = 0; count < 900; count++) {
      steps = []
      const words = `The ${SUBJECTS[count % 5]} drew ${count} people to the harbour, ${ENDS[count % 3]}.`
      stream.take(
        stream.features({ title: null, text: words, language: 'en', tags: [], publishedMs: null, host: null }),
      )
      if (steps.length > 0) looked++
      const beforeLast = steps.slice(0, -1).reduce((sum, cost) => sum + cost, 0)
      assert.ok(beforeLast < 160, `${beforeLast} spent before the last step`)
    }
    assert.ok(looked > 3, `${looked} texts had a share of a look`)
    assert.equal(stream.finish().length, 900)
  })
})
