import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { packJson, unpackJson } from './packed-json.ts'

it('gives back what was packed, of any length', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat({ max: 60_000 }), (value, length) => {
      const whole = { value, long: 'Tarn — طرن '.repeat(length / 12) }
      assert.deepEqual(unpackJson(packJson(whole)), JSON.parse(JSON.stringify(whole)))
    }),
    { numRuns: 50 },
  )
})

it('holds no more bytes than it has, so that a message carries no more', () => {
  const packed = packJson({ title: 'Boats in the streets' })
  assert.equal(packed.buffer.byteLength, packed.byteLength)
})
