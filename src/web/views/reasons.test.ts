import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { StoryCard } from '../../model/card.ts'
import { DAY_MS, HOUR_MS } from '../../model/time.ts'
import { type ReasonDoc, relatedReason } from '../../rank/related-reason.ts'
import { taggerNote } from '../../text/tagger-note.ts'
import { rankingReason } from '../lists/ranking.ts'
import { namesNote } from './names-note.ts'
import { reasonText } from './reasons.ts'
import { inLanguage } from './speech.ts'

const DOC: ReasonDoc = {
  publishedMs: 100 * DAY_MS,
  tags: ['Varga', 'Tarn', 'Karelin'],
  storyId: 1,
  owner: 'a',
  language: 'en',
}
const related = (change: Partial<ReasonDoc>, words: readonly string[] = []) =>
  relatedReason(DOC, { ...DOC, owner: 'b', ...change }, () => words)

/** Programs are told small numbers in words, pages in figures. */
const inFigures = (text: string) =>
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].reduce(
    (told, word, at) => told.replace(new RegExp(`\\b${word}\\b`), String(at + 1)),
    text,
  )

describe('reasonText', () => {
  it('says a place in the ranking to readers of English as to programs', () => {
    const story = fc.record({
      ownerCount: fc.integer({ min: 0, max: 40 }),
      copyCount: fc.integer({ min: 0, max: 4 }),
      weighedPositive: fc.integer({ min: 0, max: 90 }),
      weighedTotal: fc.integer({ min: 90, max: 99 }),
      burst: fc.constantFrom(0, 50),
    })
    fc.assert(
      fc.property(story, fc.integer({ min: 0, max: 3 }), (card, lastHour) => {
        const reason = rankingReason(card as StoryCard, lastHour) // the fields that it reads
        assert.equal(reasonText(reason), reason.text)
      }),
    )
  })

  const roles: [name: string, change: Partial<ReasonDoc>, words?: readonly string[]][] = [
    ['at the same time', {}],
    ['another side', { tags: ['Ferry', 'Varga'] }],
    ['later', { publishedMs: DOC.publishedMs! + 3 * DAY_MS }],
    ['earlier', { publishedMs: DOC.publishedMs! - 20 * HOUR_MS }],
    ['without a date', { publishedMs: null }],
    ['told in another language', { language: 'de' }],
    ['background', { storyId: 2, publishedMs: DOC.publishedMs! - 40 * DAY_MS }],
    ['a follow-up', { storyId: 2, publishedMs: DOC.publishedMs! + 2 * DAY_MS }],
    ['a side in another language', { storyId: 2, language: 'fr' }],
    ['more of one than of the other', { storyId: 2, tags: ['Tarn', 'Varga'] }],
    ['one name shared', { storyId: 2, tags: ['Tarn'] }],
    ['words alone', { storyId: 2, tags: [] }, ['harbour', 'dawn']],
    ['nothing but likeness', { storyId: 2, tags: [] }],
  ]
  for (const [name, change, words] of roles)
    it(`says why an article is related as programs are told: ${name}`, () => {
      const reason = related(change, words)
      assert.equal(reasonText(reason), inFigures(reason.text))
      const german = inLanguage('de', () => reasonText(reason))
      assert.notEqual(german, reason.text)
      for (const value of reason.said && 'names' in reason.said ? (reason.said.names ?? []) : [])
        assert.ok(german.includes(value))
    })

  it('tells what programs are told where a reason says no more', () => {
    assert.equal(reasonText({ code: 'steady', values: [], text: 'read every day' }), 'read every day')
  })
})

it('how names were found is told in English as programs are told', () => {
  for (const language of ['en', 'es', 'th', 'de', 'und', '']) assert.equal(namesNote(language), taggerNote(language))
})
