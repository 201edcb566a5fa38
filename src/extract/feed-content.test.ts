import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Entry } from '../model/entry.ts'
import { articleFromEntry } from './feed-content.ts'

const entry: Entry = {
  id: 'a', url: 'https://harbour-wire.example/a', title: 'Tides &amp; <b>ferries</b>', titleText: 'Tides & ferries', summary: 'Short.',
  content: '<p>The ferry is <a href="/quay">late</a>.</p><script>x()</script><ul><li>One</li><li>Two</li></ul><p><a href="javascript:x()">No</a></p><p>The post Tides appeared first on Harbour Wire.</p>',
  authors: [{ name: 'Aino Reyes', email: null, uri: null }], published: '2025-04-11T06:00:00Z', updated: null, categories: [{ term: 'Sound', scheme: null, label: null }], enclosures: [], comments: null, language: 'en',
} // biome-ignore format: one record
const context = {
  feedTitle: 'Harbour Wire',
  feedUrl: 'https://harbour-wire.example/feed.rss',
  nowMs: Date.UTC(2026, 0, 1),
}

test('an entry with content becomes blocks with absolute links and no script', () => {
  const result = articleFromEntry(entry, context)
  assert.ok(result.ok)
  const { title, text, blocks, byline, published, publishedFrom, siteName, tags } = result.value
  assert.equal(title, 'Tides & ferries')
  assert.equal(text, 'The ferry is late.\n\nOne\nTwo\n\nNo')
  assert.deepEqual(blocks[0], {
    kind: 'paragraph',
    inlines: [{ text: 'The ferry is ' }, { text: 'late', href: 'https://harbour-wire.example/quay' }, { text: '.' }],
  })
  assert.deepEqual(
    [byline, published, publishedFrom, siteName, tags],
    [['Aino Reyes'], '2025-04-11T06:00:00Z', 'feed', 'Harbour Wire', ['Sound']],
  )
  assert.doesNotMatch(JSON.stringify(blocks), /javascript/u)
})

test('an entry of a bare title has no text', () => {
  const result = articleFromEntry({ ...entry, content: null, summary: null }, context)
  assert.equal(result.ok ? null : result.reason, 'no-text')
})

test('a feed that names a bare month or year dates its entries by it', () => {
  for (const [published, iso] of [
    ['2025-04', '2025-04'],
    ['2025', '2025'],
  ] as const) {
    const result = articleFromEntry({ ...entry, published }, context)
    assert.equal(result.ok ? result.value.published : null, iso)
  }
})
