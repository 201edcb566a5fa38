import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { DAY_MS } from '../model/time.ts'
import { createRelatedIndex, type RelatedDoc } from './related.ts'

const DAY_ZERO_MS = Date.UTC(2026, 3, 1)
const SUBJECTS = [
  'harbour strike dockers cargo crane wages port talks union',
  'vaccine trial fever patients clinic doses nurses virus ward',
  'comet telescope orbit dust observatory tail astronomers sky',
  'budget deficit taxes minister spending parliament loan debt',
].map((words) => words.split(' '))

/** A text of a subject; `seed` picks its words, so that two texts of one subject differ. */
function docOf(id: number, subject: number, rest: Partial<RelatedDoc> = {}): RelatedDoc {
  const words = SUBJECTS[subject]!
  const sharedWord = (n: number) => words[(id * 3 + n * (1 + (id % 4))) % words.length]!
  // A word of its own after each of the subject's: texts that share whole runs of words are copies.
  const text = Array.from({ length: 10 }, (_, n) => `${sharedWord(n)} detail${id}x${n}`)
  return {
    id,
    title: `Report ${id} on ${words[id % words.length]}`,
    text: text.join(' '),
    publishedMs: DAY_ZERO_MS + id * DAY_MS,
    tags: [],
    storyId: null,
    family: null,
    owner: null,
    language: null,
    ...rest,
  }
}

function indexOf(docs: readonly RelatedDoc[], maxDocs?: number) {
  const index = createRelatedIndex(maxDocs === undefined ? {} : { maxDocs })
  for (const doc of docs) index.add(doc)
  return index
}

const forty = Array.from({ length: 40 }, (_, id) => docOf(id, id % 4))
const idsOf = (entries: readonly { id: number }[]) => entries.map(({ id }) => id)

describe('createRelatedIndex', () => {
  it('finds articles of the same subject first, scores falling from 1', () => {
    const entries = indexOf(forty).related(20, { limit: 5 })
    assert.equal(entries.length, 5)
    assert.ok(
      entries.every(({ id }) => id % 4 === 0),
      idsOf(entries).join(),
    )
    assert.equal(entries[0]!.score, 1)
    assert.ok(entries.every(({ score }, at) => at === 0 || score <= entries[at - 1]!.score))
  })

  it('answers a document as it answers the id of it', () => {
    const index = indexOf(forty)
    assert.deepEqual(index.related(forty[21]!, { limit: 5 }), index.related(21, { limit: 5 }))
    assert.ok(index.related(docOf(99, 1), { limit: 3 }).every(({ id }) => id % 4 === 1))
  })

  it('gives only what was published before, where it is asked to', () => {
    assert.ok(
      indexOf(forty)
        .related(20, { limit: 20, pastOnly: true })
        .every(({ id }) => id < 20),
    )
  })

  it('never gives a copy, the same headline, the same text under another headline, or a story twice', () => {
    const docs = [
      docOf(0, 0, { family: 1, storyId: 5 }),
      docOf(4, 0, { family: 1 }),
      docOf(8, 0, { title: 'Report 0 on harbour' }),
      { ...docOf(12, 0), text: docOf(0, 0).text },
      docOf(16, 0, { storyId: 6 }),
      docOf(20, 0, { storyId: 6 }),
      docOf(24, 0, { storyId: 5 }),
      docOf(28, 0, { storyId: 5 }),
      docOf(32, 0, { family: 9 }),
      docOf(36, 0, { family: 9 }),
    ]
    const found = idsOf(indexOf([...docs, ...forty.filter(({ id }) => id % 4 !== 0)]).related(0, { limit: 10 }))
    for (const pair of [
      [16, 20],
      [24, 28],
      [32, 36],
    ])
      assert.equal(pair.filter((id) => found.includes(id)).length, 1, `${pair}: ${found}`)
    for (const id of [4, 8, 12]) assert.ok(!found.includes(id), `${id}: ${found}`)
  })

  it('says why: same story, shared tags, background, words', () => {
    const page = docOf(20, 0, { storyId: 5, tags: ['Port Alder', 'Dockers Union'] })
    const docs = [
      page,
      docOf(18, 0, { storyId: 5 }),
      docOf(19, 0, { tags: ['Port Alder', 'Dockers Union'] }),
      docOf(1, 0, { tags: ['Port Alder'] }),
      docOf(17, 0),
    ]
    const reasons = new Map(
      indexOf([...docs, ...forty.filter(({ id }) => id % 4 !== 0 && id > 30)])
        .related(20, { limit: 9 })
        .map(({ id, reason }) => [id, reason.text]),
    )
    assert.equal(reasons.get(18), 'same story, two days earlier')
    assert.equal(reasons.get(19), 'also about Port Alder and Dockers Union')
    assert.equal(reasons.get(1), 'background: Port Alder in April 2026')
    assert.match(reasons.get(17) ?? '', /^similar words: \w+/)
  })

  it('forgets what is removed and what is oldest, and answers as an index that never knew it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(39), { maxLength: 30 }), (gone) => {
        const index = indexOf(forty)
        for (const id of gone) index.remove(id)
        const fresh = indexOf(forty.filter(({ id }) => !gone.includes(id)))
        assert.equal(index.size, 40 - gone.length)
        for (const id of [3, 17, 38]) {
          const [a, b] = [index.related(id, { limit: 6 }), fresh.related(id, { limit: 6 })]
          assert.equal(a.length, b.length) // sums are added in another order: ties may change places
          for (const [at, { score }] of a.entries()) assert.ok(Math.abs(score - b[at]!.score) < 1e-9)
        }
      }),
      { numRuns: 30 },
    )
    const small = indexOf(forty, 10)
    assert.equal(small.size, 10)
    assert.ok(idsOf(small.related(39, { limit: 20 })).every((id) => id >= 30))
  })

  it('stays the same size under a long stream, and gives nothing for the unknown, the empty and the wordless', () => {
    const index = createRelatedIndex({ maxDocs: 50 })
    for (let id = 0; id < 3_000; id++) index.add(docOf(id, id % 4))
    assert.equal(index.size, 50)
    assert.ok(index.related(2_999, { limit: 5 }).every(({ id }) => id >= 2_950))
    assert.deepEqual(index.related(1, { limit: 5 }), [])
    assert.deepEqual(createRelatedIndex().related(docOf(1, 1), { limit: 5 }), [])
    assert.deepEqual(index.related({ ...docOf(5_000, 0), title: null, text: '' }, { limit: 5 }), [])
  })
})

describe('leastShare', () => {
  it('says nothing rather than what merely shares a word', () => {
    const index = createRelatedIndex()
    const doc = (id: number, text: string) => ({
      id,
      title: null,
      text,
      publishedMs: id,
      tags: [],
      storyId: null,
      family: null,
      owner: null,
      language: null,
    })
    index.add(doc(1, 'The ferry of Tarn sank in the storm, and the harbour pilot was saved by fishermen.'))
    index.add(
      doc(
        2,
        'The harbour pilot thanked the fishermen of Tarn from his bed; why the ferry sank is not known, and divers go down on Monday.',
      ),
    )
    index.add(doc(3, 'A recipe for barley soup with leeks, butter and the patience of a long storm.'))
    assert.deepEqual(
      index.related(1, { limit: 5 }).map((entry) => entry.id),
      [2, 3],
    )
    assert.deepEqual(
      index.related(1, { limit: 5, leastShare: 0.3 }).map((entry) => entry.id),
      [2],
    )
  })
})
