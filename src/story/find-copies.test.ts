import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { DAY_MS } from '../model/time.ts'
import { sampledShingles } from '../text/shingles.ts'
import { type CopyDoc, judgeCopy } from './find-copies.ts'

const START_MS = Date.UTC(2026, 0, 10)
const WORDS =
  'harbour barge tide ferry island storm hull pier crane rope sail anchor captain crew cargo fog light bell wave shore'.split(
    ' ',
  )

/** A text of invented sentences; another seed, another text. */
function story(seed: number, sentences = 30): string {
  let state = seed
  const next = (): string => WORDS[(state = (state * 48_271 + 11) % 2_147_483_647) % WORDS.length]!
  return Array.from({ length: sentences }, () => `The ${Array.from({ length: 9 }, next).join(' ')}.`).join(' ')
}

function docOf(id: number, text: string, more: Partial<CopyDoc> = {}): CopyDoc {
  const at = START_MS + id * DAY_MS
  const known = { id, title: `Title ${id}`, text, shingles: sampledShingles(text), claimedMs: at, firstSeenMs: at }
  return { ...known, host: `${id}.example`, agencies: [], repairs: 0, ...more }
}

const original = docOf(1, story(7))

describe('judgeCopy', () => {
  it('leaves unrelated texts alone', () => {
    const verdict = judgeCopy(docOf(2, story(99)), [original])
    assert.deepEqual([verdict.copyOf, verdict.kind, verdict.family, verdict.matches], [null, null, 2, []])
  })

  it('names the earlier text, the family and the days between', () => {
    const verdict = judgeCopy(docOf(5, original.text), [original, docOf(3, original.text, { family: 1 })])
    assert.deepEqual([verdict.copyOf, verdict.kind, verdict.family, verdict.redatedDays], [1, 'identical', 1, 4])
    assert.deepEqual(
      verdict.matches.map(({ id }) => id),
      [1, 3],
    )
  })

  it('tells an excerpt from a text with another one inside', () => {
    const part = original.text.slice(0, original.text.length * 0.4)
    assert.equal(judgeCopy(docOf(2, part), [original]).kind, 'excerpt')
    assert.equal(judgeCopy(docOf(2, `${story(99, 40)} ${original.text}`), [original]).kind, 'embedded')
  })

  it('looks through a site’s own earlier version to the foreign text inside', () => {
    const own = docOf(2, story(99, 40), { title: 'Ours', host: 'ours.example' })
    const again = docOf(4, `${own.text} ${original.text.slice(0, original.text.length * 0.4)}`, {
      title: 'Ours',
      host: 'ours.example',
    })
    const verdict = judgeCopy(again, [own, original])
    assert.deepEqual([verdict.copyOf, verdict.kind, verdict.redatedDays], [1, 'embedded', null])
    assert.equal(judgeCopy(docOf(4, own.text, { title: 'Ours', host: 'ours.example' }), [own]).copyOf, 2)
  })

  it('takes what a site’s articles have in common for its own background, also where it meets it in a copy of one', () => {
    const background = story(5, 25)
    const host = 'daily.example'
    const first = docOf(1, `${story(99, 20)} ${background}`, { host })
    const second = docOf(3, `${background} ${story(42, 25)}`, { host })
    const elsewhere = docOf(2, first.text, { family: 1 })
    assert.equal(judgeCopy(second, [first, elsewhere]).copyOf, null)
    assert.deepEqual(judgeCopy(second, [first, elsewhere]).matches, [])
    assert.equal(judgeCopy({ ...second, host: 'other.example' }, [first, elsewhere]).copyOf, 1)
    assert.equal(judgeCopy(docOf(4, `${first.text} ${story(3, 5)}`, { host }), [first]).copyOf, 1)
  })

  it('does not take what a site’s own earlier version held already for news', () => {
    const host = 'ours.example'
    const quoted = story(5, 12)
    const own = docOf(2, `${story(99, 40)} ${quoted}`, { title: 'Ours', host })
    const elsewhere = docOf(1, `${quoted} ${story(8, 12)}`)
    const again = docOf(4, `${own.text} ${story(61, 3)}`, { title: 'Ours', host })
    assert.equal(judgeCopy(again, [own, elsewhere]).copyOf, 2)
  })

  it('leaves a quotation alone: a long passage that is little of either text', () => {
    const quoted = original.text.slice(0, original.text.length * 0.22)
    assert.equal(judgeCopy(docOf(2, `${story(99, 40)} ${quoted}`), [original]).copyOf, null)
  })

  it('names the original of an excerpt for a passage that is much of the excerpt and little of the original', () => {
    const passage = original.text.slice(0, original.text.length * 0.22)
    const excerpt = docOf(2, passage, { family: 1 })
    const inside = docOf(3, `${story(99, 40)} ${passage}`)
    const verdict = judgeCopy(inside, [original, excerpt])
    assert.deepEqual([verdict.copyOf, verdict.family, verdict.kind], [1, 1, 'near'])
    const host = { host: 'ours.example', title: 'Ours' }
    const own = docOf(4, story(99, 40), host)
    const again = judgeCopy({ ...inside, ...host, id: 5, claimedMs: START_MS + 9 * DAY_MS }, [own, original, excerpt])
    assert.deepEqual([again.copyOf, again.kind], [1, 'embedded'], 'also behind a site’s own earlier version')
    const other = docOf(1, story(55))
    assert.equal(judgeCopy(inside, [other, excerpt]).copyOf, 2, 'not one that does not hold the passage')
  })

  it('tells a report of the same mould by its figures', () => {
    const report = (figures: readonly number[]) =>
      figures
        .map(
          (figure, index) =>
            `The harbour office put line ${'abcdefgh'[index]} at ${figure} crowns a tonne for the week to come.`,
        )
        .join(' ')
    const dues = docOf(1, report([11, 12, 13, 14, 15, 16]))
    assert.equal(judgeCopy(docOf(2, report([21, 22, 23, 24, 25, 26])), [dues]).copyOf, null)
    assert.equal(judgeCopy(docOf(2, report([11, 12, 13, 14, 15, 99])), [dues]).copyOf, 1)
  })

  it('lets an earlier text that arrives late take the place of its copies', () => {
    const copies = [docOf(5, original.text), docOf(6, original.text, { family: 5 })]
    const late = docOf(9, original.text, { claimedMs: START_MS, firstSeenMs: START_MS + 20 * DAY_MS })
    const verdict = judgeCopy(late, copies)
    assert.deepEqual([verdict.copyOf, verdict.family, verdict.supersedes], [null, 9, [5]])
  })

  it('does not believe an early date of a text that was tampered with, nor a date to come', () => {
    const stamped = { claimedMs: START_MS - 90 * DAY_MS, repairs: 2 }
    assert.equal(judgeCopy(docOf(4, original.text, stamped), [original]).copyOf, 1)
    const future = docOf(2, original.text, { claimedMs: START_MS + 900 * DAY_MS })
    assert.equal(judgeCopy(docOf(6, original.text), [future]).copyOf, 2)
  })

  it('takes the earlier time of day for the origin where both were first seen together, and who was seen first elsewhere', () => {
    const noonMs = START_MS + DAY_MS / 2
    const seenMs = START_MS + DAY_MS
    const read = (id: number, claimedMs: number, firstSeenMs: number) =>
      docOf(id, original.text, { claimedMs, firstSeenMs })
    const later = read(1, noonMs + 3_600_000, seenMs)
    assert.deepEqual(judgeCopy(read(2, noonMs, seenMs + 60_000), [later]).supersedes, [1])
    assert.equal(judgeCopy(read(2, noonMs, seenMs + 7_200_000), [later]).copyOf, 1)
    assert.equal(judgeCopy(read(2, START_MS, seenMs + 60_000), [later]).copyOf, 1, 'a day alone tells no time')
  })

  it('prefers, within a day, the untampered text and then the one that kept the credit', () => {
    const same = { claimedMs: START_MS, firstSeenMs: START_MS + DAY_MS }
    const tampered = docOf(2, original.text, { ...same, repairs: 1 })
    const bare = docOf(3, original.text, same)
    const credited = docOf(4, original.text, { ...same, agencies: ['Coastal Wire'] })
    assert.equal(judgeCopy(docOf(9, original.text), [bare, credited]).copyOf, 4)
    assert.equal(judgeCopy(docOf(9, original.text), [tampered, bare]).copyOf, 3)
  })

  it('never calls a later copy the original where times can be trusted, in whatever order a family arrives', () => {
    const whole = (text: string) => text
    const alterations = [
      whole,
      (text: string) => text.slice(0, text.length * 0.5),
      (text: string) => text.replaceAll('. The', '. EchoPeakThe'),
      (text: string) => `${story(77, 6)} ${text}`,
      (text: string) =>
        text
          .split('. ')
          .filter((_, at) => at % 5 !== 4)
          .join('. '),
    ] as const
    // Days apart by two at least: within a day times do not tell.
    const copies = fc.array(
      fc.record({ days: fc.integer({ min: 1, max: 200 }), how: fc.nat(alterations.length - 1) }),
      {
        minLength: 2,
        maxLength: 7,
      },
    )
    fc.assert(
      fc.property(copies, fc.infiniteStream(fc.nat()), (made, dice) => {
        const source = { text: original.text, atMs: START_MS }
        const all = [
          source,
          ...made.map(({ days, how }) => ({
            text: alterations[how]!(original.text),
            atMs: START_MS + 2 * days * DAY_MS,
          })),
        ]
        const arrivals = all
          .map((one) => ({ one, turn: dice.next().value }))
          .sort((a, b) => a.turn - b.turn)
          .map(({ one }, at) =>
            docOf(at + 1, one.text, { claimedMs: one.atMs, firstSeenMs: START_MS + 500 * DAY_MS + at }),
          )
        const held = new Map<number, CopyDoc>()
        const copyOf = new Map<number, number | null>()
        for (const doc of arrivals) {
          const verdict = judgeCopy(doc, [...held.values()])
          held.set(doc.id, { ...doc, family: verdict.family })
          copyOf.set(doc.id, verdict.copyOf)
          for (const former of verdict.supersedes) {
            for (const [id, other] of held) if (other.family === former) held.set(id, { ...other, family: doc.id })
            copyOf.set(former, doc.id)
            for (const [id, of] of copyOf) if (of === former) copyOf.set(id, doc.id)
          }
          for (const [id, of] of copyOf) {
            if (of !== null)
              assert.ok(
                held.get(of)!.claimedMs! <= held.get(id)!.claimedMs!,
                `${id} is called a copy of the later ${of}`,
              )
          }
        }
        const first = arrivals.find(({ claimedMs }) => claimedMs === START_MS)!
        assert.equal(copyOf.get(first.id), null)
      }),
      { numRuns: 150 },
    )
  })

  it('gives the words that were put in', () => {
    const copy = original.text.replace('. The', '. The EchoPeak')
    assert.deepEqual(judgeCopy(docOf(3, copy), [original]).injected, [
      { found: 'EchoPeak', at: copy.indexOf('EchoPeak') },
    ])
  })
})
