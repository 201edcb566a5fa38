import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { addressBlocks } from './address-blocks.ts'

it('gives an IPv4 address its /24 and /16, however it is written', () => {
  const wanted = { line: '192.0.2.7', near: '192.0.2', wide: '192.0' }
  assert.deepEqual(addressBlocks('192.0.2.7'), wanted)
  assert.deepEqual(addressBlocks('::ffff:192.0.2.7'), wanted)
  assert.deepEqual(addressBlocks('::ffff:c000:207'), wanted)
})

it('gives an IPv6 address its /64, /48 and /32, however it is written', () => {
  const wanted = { line: '2001:db8:0:5::', near: '2001:db8:0::', wide: '2001:db8::' }
  assert.deepEqual(addressBlocks('2001:db8:0:5:1:2:3:4'), wanted)
  assert.deepEqual(addressBlocks('2001:0DB8::5:0:0:0:9'), wanted)
  assert.deepEqual(addressBlocks('2001:db8:0:5::1%eth0'), wanted)
})

it('gives every address of a block the same block, and two blocks two', () => {
  const group = fc.integer({ min: 0, max: 0xffff })
  const groups = fc.array(group, { minLength: 8, maxLength: 8 })
  const written = (all: readonly number[]) => all.map((one) => one.toString(16)).join(':')
  fc.assert(
    fc.property(
      groups,
      groups,
      fc.constantFrom(['line', 4], ['near', 3], ['wide', 2] as const),
      (a, b, [name, kept]) => {
        const key = name as 'line' | 'near' | 'wide'
        const inside = [...a.slice(0, kept as number), ...b.slice(kept as number)]
        assert.equal(addressBlocks(written(inside))[key], addressBlocks(written(a))[key])
        const isSame = a.slice(0, kept as number).join() === b.slice(0, kept as number).join()
        assert.equal(addressBlocks(written(a))[key] === addressBlocks(written(b))[key], isSame)
      },
    ),
  )
})

it('gives what is no address no block', () => {
  for (const text of ['', 'unknown', '1.2.3', '2001:db8', 'a, b']) assert.equal(addressBlocks(text).line, '', text)
})
