import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ListEntry } from '../model/list.ts'
import { DAY_MS, HOUR_MS } from '../model/time.ts'
import { withEveryRole } from './related-choice.ts'
import { type ReasonDoc, relatedReason } from './related-reason.ts'

const NOW = Date.UTC(2026, 5, 10)
const page: ReasonDoc = {
  publishedMs: NOW,
  tags: ['Dockers Union', 'Port Authority', 'Port Alder'],
  storyId: 5,
  owner: 'harbour.example',
  language: 'en',
}
const textOf = (entry: Partial<ReasonDoc>) =>
  relatedReason(page, { ...page, storyId: 6, ...entry }, () => ['crane']).text

describe('relatedReason', () => {
  it('names a later text on two of the same names a follow-up, and one long before background', () => {
    const tags = ['Dockers Union', 'Port Alder']
    assert.equal(
      textOf({ tags, publishedMs: NOW + 3 * DAY_MS }),
      'follow-up, three days later: Dockers Union and Port Alder',
    )
    assert.equal(
      textOf({ tags, publishedMs: NOW - 70 * DAY_MS }),
      'background: Dockers Union and Port Alder in April 2026',
    )
    assert.equal(textOf({ tags: ['Port Alder'], publishedMs: NOW + DAY_MS }), 'also about Port Alder')
  })

  it('names the other side: another owner who puts another name first, or another language', () => {
    const tags = ['Port Authority', 'Dockers Union']
    const other = { tags, owner: 'quay.example' }
    assert.equal(textOf(other), 'another side: more of Port Authority than of Dockers Union')
    assert.equal(textOf({ tags }), 'also about Port Authority and Dockers Union')
    assert.equal(textOf({ tags, language: 'no' }), 'another side, in Norwegian: Port Authority and Dockers Union')
    assert.equal(textOf({ ...other, publishedMs: NOW - DAY_MS }), 'also about Port Authority and Dockers Union')
  })

  it('tells within a story what was before, what followed, and who else told it', () => {
    const same = { storyId: 5 }
    assert.equal(textOf({ ...same, publishedMs: NOW - 2 * DAY_MS }), 'same story, two days earlier')
    assert.equal(textOf({ ...same, publishedMs: NOW + 20 * HOUR_MS }), 'same story, 20 hours later')
    assert.equal(textOf({ ...same, language: 'ru' }), 'same story, told in Russian')
    assert.equal(
      textOf({ ...same, owner: 'quay.example', tags: ['Mayor Ost'] }),
      'same story, from another side: Mayor Ost',
    )
    assert.equal(textOf({ ...same, tags: ['Mayor Ost'] }), 'same story, at the same time')
  })

  it('falls back on words', () => {
    assert.equal(textOf({ tags: [] }), 'similar words: crane')
  })
})

describe('withEveryRole', () => {
  const entry = (id: number, code: ListEntry<number>['reason']['code']): ListEntry<number> => {
    return { id, score: 1 - id / 10, reason: { code, values: [], text: '' } }
  }
  const idsOf = (entries: readonly ListEntry<number>[]) => entries.map(({ id }) => id)

  it('gives a role from further down the place of the last whose role is no loss', () => {
    const plain = [0, 1, 2, 3, 4].map((id) => entry(id, 'shared-tags'))
    const list = [...plain, entry(5, 'background'), entry(6, 'background'), entry(7, 'follow-up')]
    assert.deepEqual(idsOf(withEveryRole(list, 5)), [0, 1, 2, 5, 7])
  })

  it('keeps the three nearest, and the only one of a role', () => {
    const list = [0, 1, 2].map((id) => entry(id, 'shared-tags'))
    assert.deepEqual(idsOf(withEveryRole([...list, entry(3, 'background'), entry(4, 'follow-up')], 4)), [0, 1, 2, 3])
    assert.deepEqual(idsOf(withEveryRole([...list, entry(4, 'follow-up')], 3)), [0, 1, 2])
    assert.deepEqual(withEveryRole([], 3), [])
  })
})
