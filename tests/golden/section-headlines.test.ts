import assert from 'node:assert/strict'
import { it } from 'node:test'
import { inventedHeadlines, type SectionSet } from '../../bench/section/section-sets.ts'
import { SECTIONS } from '../../src/model/tag.ts'
import { guessSection } from '../../src/tag/section.ts'

const SETS = { first: inventedHeadlines('first'), fresh: inventedHeadlines('fresh'), last: inventedHeadlines('last') }

function share(sets: readonly SectionSet[]): number {
  const cases = sets.flatMap((set) => set.cases)
  const right = cases.filter(({ title, text, language, sections }) =>
    sections.includes(guessSection({ title, text, language: language ?? 'und' }).section),
  )
  return right.length / cases.length
}

it('holds as many headlines of each section as the others, in fifteen languages', () => {
  for (const sets of Object.values(SETS)) {
    assert.equal(sets.length, 15)
    for (const { name, cases } of sets)
      for (const section of SECTIONS)
        assert.equal(
          cases.filter(({ sections }) => sections[0] === section).length,
          cases.length / SECTIONS.length,
          `${name}: ${section}`,
        )
  }
})

it('tells headlines that words were written for, in each language', () => {
  for (const set of [...SETS.first, ...SETS.fresh]) assert.ok(share([set]) >= 0.85, `${set.name}: ${share([set])}`)
})

it('tells two in three of the headlines that no word was written for', () => {
  assert.ok(share(SETS.last) >= 0.66, `${share(SETS.last)}`)
})
