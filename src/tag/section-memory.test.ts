import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { SECTIONS } from '../model/tag.ts'
import { hash32 } from '../text/hash.ts'
import {
  CLAIM_VOCABULARY,
  claimHash,
  createSectionMemory,
  MAX_LEARNT_WORDS,
  type SectionLesson,
  type SectionMemory,
  termHashes,
} from './section-memory.ts'

const lesson: fc.Arbitrary<SectionLesson> = fc
  .record({
    vocabulary: fc.constantFrom('en', 'de', CLAIM_VOCABULARY),
    section: fc.constantFrom(...SECTIONS),
    terms: fc.uniqueArray(fc.constantFrom('blatter', 'voss', 'quarpel', 'skerrit', 'orrery'), { minLength: 1 }),
  })
  .map(({ terms, ...rest }) => ({ ...rest, hashes: termHashes(terms) }))

const teach = (memory: SectionMemory, term: string, row: Float64Array) => memory.teacherOf('en')?.(term, row) ?? 0
const row = () => new Float64Array(SECTIONS.length)

describe('createSectionMemory', () => {
  it('is the same after encoding, and goes on the same', () => {
    fc.assert(
      fc.property(fc.array(lesson, { maxLength: 120 }), fc.array(lesson, { maxLength: 20 }), (before, after) => {
        const memory = createSectionMemory()
        for (const one of before) memory.learn(one)
        const again = createSectionMemory(memory.encode())
        for (const one of after) {
          memory.learn(one)
          again.learn(one)
        }
        assert.deepEqual(again.encode(), memory.encode())
        const [left, right] = [row(), row()]
        assert.equal(teach(memory, 'voss', left), teach(again, 'voss', right))
        assert.deepEqual(left, right)
      }),
    )
  })

  it('does not depend on the order of lessons', () => {
    fc.assert(
      fc.property(fc.array(lesson, { maxLength: 60 }), (lessons) => {
        const [forth, back] = [createSectionMemory(), createSectionMemory()]
        for (const one of lessons) forth.learn(one)
        for (const one of lessons.toReversed()) back.learn(one)
        assert.deepEqual(back.encode(), forth.encode())
      }),
    )
  })

  it('keeps to the prior while little was seen, and never moves further from it than the trust it gives', () => {
    fc.assert(
      fc.property(fc.array(lesson, { maxLength: 200 }), fc.constantFrom(...SECTIONS), (lessons, section) => {
        const memory = createSectionMemory()
        for (const one of lessons) memory.learn(one)
        const given = row()
        given[SECTIONS.indexOf(section)] = 2
        const prior = Float64Array.from(given)
        const trust = teach(memory, 'voss', given)
        const seen = lessons.filter(
          ({ vocabulary, hashes }) => vocabulary === 'en' && hashes.includes(hash32('voss')),
        ).length
        assert.ok(trust >= 0 && trust <= seen / (seen + 10))
        // A share lies within 0 and 1, so learnt evidence within log(.05/.193) and log(1.05/.193).
        for (const [place, value] of given.entries()) assert.ok(Math.abs(value - prior[place]!) <= trust * 3.4 + 1e-9)
      }),
    )
  })

  it('says nothing of words before it knows sections apart', () => {
    const memory = createSectionMemory()
    for (let index = 0; index < 200; index++)
      memory.learn({ vocabulary: 'en', section: 'sports', hashes: termHashes(['blatter']) })
    assert.equal(teach(memory, 'blatter', row()), 0)
  })

  it("believes a source's name once eight articles stand under it and three in four agree", () => {
    const memory = createSectionMemory()
    const hashes = Uint32Array.of(claimHash('harbour.example', 'Quayside'))
    const learn = (section: (typeof SECTIONS)[number], times: number) => {
      for (let index = 0; index < times; index++) memory.learn({ vocabulary: CLAIM_VOCABULARY, section, hashes })
    }
    learn('sports', 7)
    assert.equal(memory.claimedSection('harbour.example', 'Quayside'), null)
    learn('sports', 1)
    assert.equal(memory.claimedSection('harbour.example', 'QUAYSIDE'), 'sports')
    assert.equal(memory.claimedSection('other.example', 'Quayside'), null)
    learn('society', 3)
    assert.equal(memory.claimedSection('harbour.example', 'Quayside'), null)
  })

  it('stays within its bounds, the commonest words kept', () => {
    const memory = createSectionMemory()
    for (let index = 0; index < 400; index++) {
      const terms = ['everyday', ...Array.from({ length: 100 }, (_, place) => `rare${index}-${place}`)]
      memory.learn({ vocabulary: 'en', section: SECTIONS[index % 3]!, hashes: termHashes(terms) })
    }
    memory.trim()
    const [{ data } = { data: new Uint8Array() }] = memory.encode()
    assert.equal(data.length, 28 + MAX_LEARNT_WORDS * 18)
    assert.ok(teach(memory, 'everyday', row()) > 0.9)
  })
})
