import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseJsonFeed } from './json-feed.ts'

const context = { url: 'http://news.example/feed.json' }

test('a feed of version 1.1 gives all its parts', () => {
  const { feed, entries } = parseJsonFeed(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1', title: 'Harbour notes', home_page_url: '/', feed_url: '/feed.json', language: 'nl', authors: [{ name: 'Ode Varn' }],
      hubs: [{ type: 'rssCloud', url: 'http://r.example/' }, { type: 'WebSub', url: 'http://h.example/' }],
      items: [{ id: 7, url: '/7', title: 'Ferry', content_html: '<a href="x">y</a>', summary: 's', date_published: '2026-11-03T08:00:00+01:00', tags: ['sea', 3],
        attachments: [{ url: '/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 9 }], image: '/i.png' }],
    }),
    context,
  ) // biome-ignore format: one feed
  assert.deepEqual(
    [feed.title, feed.link, feed.hub, feed.language, feed.authors[0]?.name],
    ['Harbour notes', 'http://news.example/', 'http://h.example/', 'nl', 'Ode Varn'],
  )
  const [entry] = entries
  assert.deepEqual(
    [entry?.id, entry?.url, entry?.content, entry?.published],
    ['7', 'http://news.example/7', '<a href="http://news.example/x">y</a>', '2026-11-03T08:00:00+01:00'],
  )
  assert.deepEqual(entry?.categories, [{ term: 'sea', scheme: null, label: null }])
  assert.deepEqual(
    entry?.enclosures.map(({ url, type, length }) => [url, type, length]),
    [
      ['http://news.example/a.mp3', 'audio/mpeg', 9],
      ['http://news.example/i.png', 'image/png', null],
    ],
  )
})

test('the one author of version 1.0 counts', () => {
  const { entries } = parseJsonFeed(
    '{"items":[{"id":"a","author":{"name":"Ilse","url":"javascript:x"},"content_text":"a < b"}]}',
    context,
  )
  assert.deepEqual([entries[0]?.authors, entries[0]?.content], [[{ name: 'Ilse', email: null, uri: null }], 'a < b'])
})

test('what is no JSON, or JSON of other kinds, never throws', () => {
  assert.deepEqual(
    parseJsonFeed('{"items":[', context).issues.map(({ reason }) => reason),
    ['not-json'],
  )
  fc.assert(
    fc.property(fc.json(), (json) =>
      Array.isArray(
        parseJsonFeed(
          `{"title":${json},"authors":${json},"items":[${json},{"id":${json},"url":${json},"tags":${json},"attachments":${json}}]}`,
          context,
        ).entries,
      ),
    ),
  )
})
