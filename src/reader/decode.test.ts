import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeBytes } from './decode.ts'

const utf8 = new TextEncoder()

function utf16le(text: string): Uint8Array {
  return Uint8Array.from(text, () => 0).length === 0
    ? new Uint8Array(0)
    : new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer)
}

test('a byte order mark wins over header and declaration', () => {
  const bytes = utf8.encode('\ufeff<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>')
  assert.deepEqual(decodeBytes(bytes, 'text/xml; charset=iso-8859-2').text.slice(-6), '>é</a>')
})

test('the header wins over the declaration, and the declaration over the guess', () => {
  const declared = '<?xml version="1.0" encoding="windows-1251"?><a>'
  const bytes = Uint8Array.from([...utf8.encode(declared), 0xe9])
  assert.equal(decodeBytes(bytes, 'application/xml; charset="iso-8859-1"').text.at(-1), 'é')
  assert.equal(decodeBytes(bytes, 'application/xml').text.at(-1), 'й')
  assert.equal(decodeBytes(Uint8Array.from([0x61, 0xe9]), null).charset, 'windows-1252')
  assert.equal(decodeBytes(utf8.encode('é'), null).charset, 'utf-8')
})

test('an encoding that does not exist, or UTF-8 that is none, is passed over', () => {
  assert.equal(decodeBytes(utf8.encode('é'), 'text/xml; charset=no-such').text, 'é')
  assert.equal(decodeBytes(Uint8Array.from([0x93, 0x61, 0x94, 0xe9]), 'text/xml; charset=utf-8').text, '“a”é')
})

test('UTF-8 that was cut in the middle of a letter stays UTF-8', () => {
  const bytes = utf8.encode('<title>één schip vaart</title>é')
  assert.equal(decodeBytes(bytes.subarray(0, -1), null).charset, 'utf-8')
})

test('wide encodings are told by the place of their zeros', () => {
  assert.equal(decodeBytes(utf16le('<?xml version="1.0"?><a/>'), null).text, '<?xml version="1.0"?><a/>')
  const wide = Uint8Array.from([...'<a/>'].flatMap((letter) => [0, 0, 0, letter.charCodeAt(0)]))
  assert.equal(decodeBytes(wide, null).text, '<a/>')
})

test("a page's meta tag names its encoding", () => {
  const bytes = Uint8Array.from([
    ...utf8.encode('<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1250">'),
    0xb9,
  ])
  assert.equal(decodeBytes(bytes, 'text/html').text.at(-1), 'ą')
})

test('any bytes become some text, and UTF-8 is read as it was written', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ maxLength: 30 }),
      (bytes, charset) => typeof decodeBytes(bytes, `text/xml; charset=${charset}`).text === 'string',
    ),
  )
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      (text) => decodeBytes(utf8.encode(`x${text}`), 'text/plain; charset=utf-8').text === `x${text}`,
    ),
  )
})

test('Latin-1 that a server names by default gives way to faultless UTF-8, and only then', () => {
  assert.equal(decodeBytes(utf8.encode('één'), 'text/xml; charset=iso-8859-1').text, 'één')
  assert.equal(decodeBytes(utf8.encode('één'), 'text/xml; charset=windows-1251').text, 'Г©Г©n')
  assert.equal(decodeBytes(Uint8Array.from([0xa3, 0x93]), 'text/xml; charset=us-ascii').text, '£“')
})
