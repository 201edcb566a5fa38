import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { readOpml } from '../src/reader/opml.ts'
import { opmlText } from '../src/web/opml.ts'

it('a list that goes out is read again with the same addresses, names and nested folders', () => {
  const name = fc.stringMatching(/^[a-zA-Zäß&<>"' ]{1,12}$/).map((text) => text.trim() || 'x')
  const folder = fc.option(fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join(' / ')))
  const feed = fc.record({ url: fc.webUrl(), title: name, siteUrl: fc.option(fc.webUrl()), folder })
  fc.assert(
    fc.property(fc.uniqueArray(feed, { selector: ({ url }) => url, maxLength: 12 }), (feeds) => {
      const read = readOpml(opmlText('Mine & "yours"', feeds)).feeds
      const told = read.map((one) => [one.url, one.title, one.siteUrl, one.folder.join(' / ') || null])
      assert.deepEqual(told.toSorted(), feeds.map((one) => [one.url, one.title, one.siteUrl, one.folder]).toSorted())
    }),
    { numRuns: 100 },
  )
})
