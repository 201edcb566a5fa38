import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DAY_MS } from '../model/time.ts'
import { type CandidatePack, noteReading, type ReaderProfile, rankForReader } from './candidate-pack.ts'

const NOBODY: ReaderProfile = { atMs: 0, tags: {}, read: [] }
const pack: CandidatePack = {
  section: 'society',
  entries: Array.from({ length: 12 }, (_, n) => ({
    id: `a${n}`,
    title: `Title ${n}`,
    url: `/article/a${n}`,
    owner: n < 4 ? 'loud.example' : `o${n}.example`,
    tags: n === 9 ? ['Vellmark', '__proto__'] : ['Other'],
    prior: 10 - n * 0.1,
    why: 'newest' as const,
    reason: 'new in society',
  })),
}

describe('rankForReader', () => {
  it('keeps the order of the pack for a reader of whom nothing is known, two of an owner at most among ten', () => {
    const ids = rankForReader(pack, NOBODY).map(({ id }) => id)
    assert.deepEqual(ids, ['a0', 'a1', 'a4', 'a5', 'a6', 'a7', 'a8', 'a9', 'a10', 'a11', 'a2', 'a3'])
  })

  it('puts what the reader reads about first, says so, and leaves out what was read', () => {
    let profile = NOBODY
    for (const id of ['z1', 'z2', 'a0']) profile = noteReading(profile, { id, tags: ['Vellmark'] }, DAY_MS)
    const [first, ...rest] = rankForReader(pack, profile)
    assert.deepEqual([first!.id, first!.reason], ['a9', 'because you read three on Vellmark'])
    assert.ok(!rest.some(({ id }) => id === 'a0'))
  })

  it('prefers what readers of the last twenty read with it, and says so where that says more than tags', () => {
    const entries = pack.entries.map((entry) => (entry.id === 'a11' ? { ...entry, after: ['z1', 'z2'] } : entry))
    const profile = { ...NOBODY, read: ['z1', 'z2'] }
    const [first] = rankForReader({ ...pack, entries }, profile)
    assert.deepEqual(
      [first!.id, first!.why, first!.reason],
      ['a11', 'readers-went-on', 'readers of what you read chose it too'],
    )
    const longAgo = { ...NOBODY, read: ['z1', ...Array.from({ length: 20 }, (_, n) => `y${n}`)] }
    assert.equal(rankForReader({ ...pack, entries }, longAgo)[0]!.id, 'a0')
    const tagged = noteReading(profile, { id: 'z3', tags: ['Other'] }, 0)
    const other = rankForReader({ ...pack, entries: entries.map((entry) => ({ ...entry, after: ['z1'] })) }, tagged)
    assert.equal(other.find(({ id }) => id === 'a5')!.why, 'shared-tags')
  })

  it('adds what choices taught of a reason, and nothing for reasons nobody has chosen', () => {
    const entries = pack.entries.map((entry) => (entry.id === 'a10' ? { ...entry, why: 'rising' as const } : entry))
    const ids = (weights: CandidatePack['weights']) =>
      rankForReader({ ...pack, entries, ...(weights && { weights }) }, NOBODY).map(({ id }) => id)
    assert.equal(ids({ rising: 1 })[1], 'a10', 'one doubling is ten places; the first of ten places stays by order')
    assert.deepEqual(ids({ popular: 1 }), ids(undefined))
    assert.ok(ids({ newest: -1 }).indexOf('a10') < ids(undefined).indexOf('a10'))
  })

  it('runs from its own source alone, as a browser gets it', () => {
    const shipped = new Function(`return ${rankForReader.toString()}`)() as typeof rankForReader
    assert.deepEqual(shipped(pack, NOBODY), rankForReader(pack, NOBODY))
    const noted = new Function(`return ${noteReading.toString()}`)() as typeof noteReading
    assert.deepEqual(noted(NOBODY, { id: 'q', tags: ['T'] }, 5), noteReading(NOBODY, { id: 'q', tags: ['T'] }, 5))
  })
})

describe('noteReading', () => {
  it('halves older interest in thirty days, counts an article once, and keeps a bound', () => {
    const once = noteReading(NOBODY, { id: 'a', tags: ['T'] }, 0)
    assert.equal(noteReading(once, { id: 'a', tags: ['T'] }, 0).tags.T!.reads, 1)
    assert.equal(noteReading(once, { id: 'b', tags: ['U'] }, 30 * DAY_MS).tags.T!.weight, 0.5)
    let many = NOBODY
    for (let n = 0; n < 700; n++) many = noteReading(many, { id: `i${n}`, tags: [`t${n}`] }, n)
    assert.ok(Object.keys(many.tags).length <= 200 && many.read.length <= 500)
  })
})
