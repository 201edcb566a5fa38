import assert from 'node:assert/strict'
import { it } from 'node:test'
import { crc32, inflateSync } from 'node:zlib'
import { iconOf, iconPath, iconPicture } from './source-icon.ts'

it('draws a PNG whose every chunk is whole, with the letter in the middle', () => {
  for (const letter of ['T', '8', '新', '?']) {
    const picture = iconPicture({ letter: letter.codePointAt(0)!, hue: 200 })
    const chunks = new Map<string, Buffer>()
    for (let at = 8; at < picture.length; ) {
      const length = picture.readUInt32BE(at)
      const named = picture.subarray(at + 4, at + 8 + length)
      assert.equal(picture.readUInt32BE(at + 8 + length), crc32(named))
      chunks.set(named.toString('latin1', 0, 4), named.subarray(4))
      at += 12 + length
    }
    assert.deepEqual([...chunks.keys()], ['IHDR', 'PLTE', 'IDAT', 'IEND'])
    const rows = inflateSync(chunks.get('IDAT')!)
    assert.equal(rows.length, 32 * 5)
    assert.ok(
      rows.some((byte) => byte !== 0),
      'something is drawn',
    )
    assert.ok(picture.length < 300, `${picture.length} bytes`)
  }
})

it('takes the first letter that tells, and says it in its path', () => {
  const of = (title: string) => String.fromCodePoint(iconOf({ title, feedUrl: 'https://a.example/' }).letter)
  assert.deepEqual(['The north post', '“Quoted”', 'Éclair', '7 days', '…'].map(of), ['N', 'Q', 'E', '7', '?'])
  assert.match(iconPath({ title: 'North', feedUrl: 'https://a.example/' }), /^\/feed-icon\/4e-\d{1,3}\.png$/)
})
