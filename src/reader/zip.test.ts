import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { zipOf } from '../../tests/zip-file.ts'
import { listZip } from './zip.ts'

/** Contents by name, as the listing says where they lie. */
function unzipped(bytes: Uint8Array): Record<string, string> {
  const listed = listZip(bytes)
  assert.ok(listed.ok, JSON.stringify(listed))
  return Object.fromEntries(
    listed.value.map(({ name, start, end, deflated }) => {
      const packed = bytes.subarray(start, end)
      return [name, Buffer.from(deflated ? inflateRawSync(packed) : packed).toString()]
    }),
  )
}

describe('an archive’s list', () => {
  it('says where each file lies, deflated or stored, whatever stands in it', () => {
    const files = fc.dictionary(
      fc.string({ minLength: 1, maxLength: 20 }).filter((name) => !name.endsWith('/')),
      fc.string(),
    )
    fc.assert(
      fc.property(files, fc.boolean(), (made, deflate) => {
        const whole = Object.fromEntries(
          Object.entries(made).map(([name, text]) => [name.toWellFormed(), text.toWellFormed()]),
        )
        assert.deepEqual(unzipped(zipOf(whole, deflate)), whole)
      }),
    )
  })
  it('leaves folders out', () => {
    assert.deepEqual(Object.keys(unzipped(zipOf({ 'a/': '', 'a/b.json': '{}' }))), ['a/b.json'])
  })
  it('is a reason for what is none, encrypted, or over 4 GB', () => {
    const reasonOf = (bytes: Uint8Array) => {
      const listed = listZip(bytes)
      return listed.ok ? null : listed.reason
    }
    assert.equal(reasonOf(new TextEncoder().encode('{"items": []}')), 'no-archive')
    const encrypted = zipOf({ a: 'x' })
    encrypted[encrypted.indexOf(0x50, 4) + 8]! |= 1
    assert.equal(reasonOf(encrypted), 'not-supported')
  })
  it('never throws and never points outside, whatever bytes are cut or changed', () => {
    const good = zipOf({ 'feeds.opml': '<opml/>', 'starred.json': '{}' })
    fc.assert(
      fc.property(
        fc.nat(good.length),
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 6 }),
        (length, changes) => {
          const bytes = good.slice(0, length)
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
          const listed = listZip(bytes)
          if (!listed.ok) return
          for (const { start, end } of listed.value) assert.ok(start >= 0 && end >= start && end <= bytes.length)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
