import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { creditedAgencies } from './agencies.ts'

const CREDITS: readonly [string, string][] = [
  ['LISBON (Lusa) — The tide turned.', 'Lusa'],
  ['the pilot told Reuters on the quay', 'Reuters'],
  ['as news agency Tidewire said', 'Tidewire'],
  ['according to the AFP the quay is closed', 'Agence France-Presse'],
  ['TASS has reported a high tide', 'TASS'],
  ['a note of The Quay News Agency', 'The Quay News Agency'],
  ['laut Reuters ist der Kai gesperrt', 'Reuters'],
  ['selon l’AFP le quai est fermé', 'Agence France-Presse'],
] // biome-ignore format: a table reads better in rows

test('an agency is found by each way to credit it, whatever stands around', () => {
  const words = fc.array(fc.constantFrom('the quay', 'Ebbe', '(', ')', '.', '\n', 'é', '_', '—', '12'), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(fc.constantFrom(...CREDITS), words, words, ([credit, name], before, after) => {
      const found = creditedAgencies(`${before.join(' ')}.\n${credit}.\n${after.join(' ')}`)
      assert.ok(found.includes(name), `${name} of ${JSON.stringify(found)}`)
    }),
    { numRuns: 300 },
  )
})

test('a word that only ends like a credit is none', () => {
  assert.deepEqual(creditedAgencies('The tide reported nothing. The Press_Wire, and the news of the quay.'), [])
})
