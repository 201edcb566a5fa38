import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readDocument } from './read-document.ts'

const encoder = new TextEncoder()

function read(text: string, contentType: string | null = null) {
  return readDocument(encoder.encode(text), { url: 'http://news.example/', contentType })
}

test('every kind of document is named, and feeds and lists give entries', () => {
  assert.deepEqual(
    [read('<rss><channel><item><title>t</title></item></channel></rss>')].map(({ format, entries }) => [
      format,
      entries.length,
    ]),
    [['rss', 1]],
  )
  assert.deepEqual(
    [read('<urlset><url><loc>http://a.example/</loc></url></urlset>')].map(({ format, entries }) => [
      format,
      entries.length,
    ]),
    [['sitemap', 1]],
  )
  assert.deepEqual(
    [read('{"version":"https://jsonfeed.org/version/1","items":[{"id":"1"}]}')].map(({ format, entries }) => [
      format,
      entries.length,
    ]),
    [['json-feed', 1]],
  )
  for (const [format, text] of [
    ['opml', '<opml/>'],
    ['html', '<!doctype html><p>x'],
    ['text', 'Words.'],
    ['jsonl', '{"text":"x","url":"y"}'],
    ['warc', 'WARC/1.0\r\n'],
  ] as const) {
    assert.deepEqual([read(text).format, read(text).entries], [format, []])
  }
})

test('what is no document says so', () => {
  const { format, issues } = read('%PDF-1.7', 'application/pdf')
  assert.deepEqual(
    [format, issues],
    ['unknown', [{ reason: 'unknown-format', detail: '8 bytes of type application/pdf' }]],
  )
})

test('the charset of the header is used', () => {
  const bytes = Uint8Array.from([
    ...encoder.encode('<rss><channel><title>caf'),
    0xe9,
    ...encoder.encode('</title></channel></rss>'),
  ])
  assert.equal(readDocument(bytes, { url: null, contentType: 'text/xml; charset=iso-8859-1' }).feed.title, 'café')
})

test('no bytes make it throw', () => {
  const start = fc.constantFrom(
    '',
    '<rss><channel><item>',
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml">',
    '{"version":"https://jsonfeed.org/version/1","items":[',
    '<html><a href=',
    '<opml><outline ',
    '<urlset><url>',
  )
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 200 }), (head, noise, text) => {
      const bytes = Uint8Array.from([...encoder.encode(head + text), ...noise])
      assert.ok(
        readDocument(bytes, { url: 'http://news.example/', contentType: text }).issues.every(
          ({ detail }) => detail.length <= 200,
        ),
      )
    }),
    { numRuns: 300 },
  )
})
