import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { COUNTRIES } from './countries.ts'
import { knownAs } from './gazetteer.ts'
import { joinHash, KNOWN, tokenHash } from './gazetteer-hash.ts'
import { tokens } from './tokens.ts'

function known(name: string): number {
  return knownAs(tokens(name).reduce((hash, token) => joinHash(hash, tokenHash(token.text)), 0))
}

describe('knownAs', () => {
  it('knows every country of the list by every name', () => {
    for (const line of COUNTRIES.trim().split('\n')) {
      const [name = '', aliases = ''] = line.split('=')
      for (const each of [name, ...aliases.split(',')]) if (each) assert.ok(known(each) & KNOWN.country, each)
    }
  })

  it('tells a city, a first name and a word apart', () => {
    assert.ok(known('Vladivostok') & KNOWN.cityBig)
    assert.ok(known('Maria') & KNOWN.firstName)
    assert.ok(known('striker') & KNOWN.personWord)
    assert.equal(known('striker') & KNOWN.firstName, 0)
  })

  it('knows next to nothing of made-up words', () => {
    let hits = 0
    fc.assert(
      fc.property(fc.stringMatching(/^Q[xzkvw]{3}[aeiou]{2}[xzkvw]{3,6}$/), (word) => {
        if (known(word) !== 0) hits++
      }),
      { numRuns: 1_000 },
    )
    assert.ok(hits <= 2, `${hits} of 1,000`)
  })
})
