import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nameOf } from './agree.ts'
import { withCompanies, withoutForm } from './companies.ts'
import { readSheet } from './features.ts'
import { foldNames } from './fold-names.ts'
import type { Mention } from './mentions.ts'
import { tokens } from './tokens.ts'

function companies(text: string, given: readonly Mention[] = []): string[] {
  const list = tokens(text)
  return withCompanies(given, list, readSheet(list)).map((mention) => nameOf(mention, list))
}

describe('withCompanies', () => {
  it('reads a company from its form back to its first capital', () => {
    assert.deepEqual(companies('Gulp Applied Technologies Inc said Orrin Tire and Rubber Co owes it money.'), [
      'Gulp Applied Technologies Inc',
      'Orrin Tire and Rubber Co',
    ])
  })

  it('does not take two companies for one, nor the word that opens a sentence', () => {
    assert.deepEqual(companies('The Orrin Corp and Tarle Motor Inc merged.'), ['Orrin Corp', 'Tarle Motor Inc'])
  })

  it('puts the whole in the place of its part', () => {
    assert.deepEqual(companies('Mr. Vole left Orrin Skarn Ltd.', [{ from: 3, to: 4, kind: 'person' }]), [
      'Orrin Skarn Ltd.',
    ])
  })

  it('makes one thing of the full and the short name', () => {
    const list = tokens('Drabex Producing Co fell. Drabex Producing rose.')
    const mentions = [
      { from: 0, to: 3, kind: 'organisation' as const },
      { from: 5, to: 7, kind: 'organisation' as const },
    ]
    assert.deepEqual(
      foldNames(mentions, list).map(({ name, mentions }) => `${name} ${mentions.length}`),
      ['Drabex Producing 2'],
    )
  })
})

describe('withoutForm', () => {
  it('cuts the form, and nothing where only the form is there', () => {
    assert.equal(withoutForm('Bray, Starle and Co Inc'), 'Bray, Starle')
    assert.equal(withoutForm('Drabex, Inc.'), 'Drabex')
    assert.equal(withoutForm('Drabex'), 'Drabex')
  })
})
