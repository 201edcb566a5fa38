import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { OpmlFeed } from '../model/entry.ts'
import { readOpml, writeOpml } from './opml.ts'

test('feeds come with the folders above them, whatever the case of attributes', () => {
  const { feeds, issues } = readOpml(`<opml version="1.0"><body><outline text="Sea"><outline title="Ports" text="x">
    <outline type="rss" text="Quill &amp; Co" XMLURL="http://a.example/feed?x=1&amp;y=2" htmlUrl="http://a.example/"/></outline></outline>
    <outline text="B" xmlUrl="feed://b.example/f"/><outline text="bad" xmlUrl="javascript:alert(1)"/></body></opml>`)
  assert.deepEqual(feeds, [
    {
      url: 'http://a.example/feed?x=1&y=2',
      title: 'Quill & Co',
      siteUrl: 'http://a.example/',
      folder: ['Sea', 'Ports'],
    },
    { url: 'http://b.example/f', title: 'B', siteUrl: null, folder: [] },
  ])
  assert.deepEqual(
    issues.map(({ reason }) => reason),
    ['bad-address'],
  )
})

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((found) => found.replace(/[\s\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/gu, ' ').trim())
  .filter((found) => found !== '')
const feed = fc.record<OpmlFeed>({
  url: fc.webUrl({ withQueryParameters: true }),
  title: fc.option(text),
  siteUrl: fc.option(fc.webUrl()),
  folder: fc.array(text, { maxLength: 3 }),
})

test('what is written reads back: the same feeds in the same folders', () => {
  fc.assert(
    fc.property(fc.uniqueArray(feed, { selector: ({ url }) => url, maxLength: 8 }), (feeds) => {
      const read = readOpml(writeOpml('My <feeds> & "more"', feeds)).feeds
      const byUrl = (list: readonly OpmlFeed[]) => [...list].sort((one, other) => (one.url < other.url ? -1 : 1))
      // A feed without a title is written under its address, since OPML demands a text.
      assert.deepEqual(byUrl(read), byUrl(feeds.map((one) => ({ ...one, title: one.title ?? one.url }))))
    }),
    { numRuns: 200 },
  )
})

test('an empty or broken list gives no feeds', () => {
  assert.deepEqual(readOpml('').feeds, [])
  assert.deepEqual(readOpml('<opml><body></outline></outline><outline xmlUrl="http://a.example/').feeds, [])
})
