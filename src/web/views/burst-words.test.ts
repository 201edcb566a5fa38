import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { burstSentence } from '../../pulse/words.ts'
import { burstWords } from './burst-words.ts'

it('a burst is told to readers of English as it is told to programs', () => {
  const score = fc.record({
    seen: fc.integer({ min: 1, max: 900 }),
    windowHours: fc.constantFrom(0.25, 0.5, 1, 3, 6, 12, 24, 48, 72),
    expected: fc.double({ min: 0, max: 800, noNaN: true }),
    falseRate: fc.option(fc.double({ min: 0, max: 3, noNaN: true })),
    score: fc.constant(9),
  })
  fc.assert(fc.property(score, (one) => assert.equal(burstWords(one), burstSentence({ ...one, tickMs: 0, key: '' }))))
})
