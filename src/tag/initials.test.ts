import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSheet } from './features.ts'
import { withInitials } from './initials.ts'
import type { Mention } from './mentions.ts'
import { tokens } from './tokens.ts'

describe('withInitials', () => {
  it('takes the words whose first letters stand in brackets for one organisation, and the letters everywhere', () => {
    const text = 'The World Grain Programme ( WGP ) said so . Ships of the WGP left .'
    assert.deepEqual(read(text), ['organisation World Grain Programme', 'organisation WGP', 'organisation WGP'])
  })

  it('passes over small words', () => {
    const text = 'The Organisation for Safety and Cooperation in Ruritania ( OSCR ) sent staff .'
    assert.deepEqual(read(text), [
      'organisation Organisation for Safety and Cooperation in Ruritania',
      'organisation OSCR',
    ])
  })

  it('gives letters that do not fit the kind of the name before the bracket', () => {
    const list = tokens('The Liberal Party ( KPL ) won . KPL leaders met .')
    const party: Mention = { from: 1, to: 3, kind: 'organisation' }
    assert.deepEqual(show(withInitials([party], list, readSheet(list)), list), [
      'organisation Liberal Party',
      'organisation KPL',
      'organisation KPL',
    ])
  })

  it('takes neither letters without a name nor those of a law or a person for a body', () => {
    assert.deepEqual(read('The yield ( CPR ) fell . The Fair Trade Act ( FTA ) failed .'), [])
    const list = tokens('Juan Perez ( PRD ) won .')
    const person: Mention = { from: 0, to: 2, kind: 'person' }
    assert.deepEqual(withInitials([person], list, readSheet(list)), [person])
  })
})

function read(text: string): string[] {
  const list = tokens(text)
  return show(withInitials([], list, readSheet(list)), list)
}

function show(mentions: readonly Mention[], list: ReturnType<typeof tokens>): string[] {
  return mentions.map(
    ({ from, to, kind }) =>
      `${kind} ${list
        .slice(from, to)
        .map(({ text }) => text)
        .join(' ')}`,
  )
}
