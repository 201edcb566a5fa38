import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readReaderExport } from './reader-export.ts'

const HTML = '<p>The ferry ran again.</p>'

describe('what another reader wrote for those who leave it', () => {
  it('is read in FreshRSS’s shape, of both generations', () => {
    const origin = {
      streamId: '12',
      title: 'Tidewick Post',
      htmlUrl: 'https://post.example/',
      feedUrl: 'https://post.example/feed',
    }
    const item = {
      title: 'Ferry runs &amp; runs',
      author: 'Ada Quill',
      published: 1_780_000_000,
      alternate: [{ href: 'https://post.example/ferry', type: 'text/html' }],
      content: { content: HTML },
      origin,
    }
    const found = readReaderExport(
      JSON.stringify({
        id: 'user/ada/state/org.freshrss/starred',
        items: [
          {
            ...item,
            id: 'guid-1',
            categories: ['Harbour', 'user/-/state/com.google/read', 'user/-/state/com.google/starred'],
          },
          {
            ...item,
            id: 'tag:google.com,2005:reader/item/0005',
            guid: 'guid-2',
            canonical: [{ href: 'https://post.example/two' }],
            categories: ['user/-/state/com.google/unread', 'user/-/label/Keep'],
          },
        ],
      }),
    )
    assert.ok(found)
    assert.deepEqual([found.shape, found.labelled, found.left], ['google-reader', 1, 0])
    const [first, second] = found.items
    assert.deepEqual(
      [first?.entry.id, first?.entry.url, first?.feedUrl, first?.feedTitle, first?.read, first?.starred],
      ['guid-1', 'https://post.example/ferry', 'https://post.example/feed', 'Tidewick Post', true, true],
    )
    assert.deepEqual([first?.entry.content, first?.entry.published?.slice(0, 10)], [HTML, '2026-05-28'])
    assert.deepEqual(first?.entry.categories, [{ term: 'Harbour', scheme: null, label: null }])
    assert.deepEqual([second?.entry.id, second?.entry.url, second?.read], ['guid-2', 'https://post.example/two', false])
  })
  it('is read from a Google Reader dump, whose stream is the feed’s address and whose user has a number', () => {
    const item = {
      id: 'tag:google.com,2005:reader/item/1',
      title: 'Ferry',
      canonical: [{ href: 'https://post.example/ferry' }],
      summary: { content: HTML },
      categories: ['user/0123/state/com.google/starred'],
      origin: { streamId: 'feed/https://post.example/feed', title: 'Post' },
    }
    const [only] = readReaderExport(JSON.stringify({ items: [item] }))?.items ?? []
    assert.deepEqual(
      [only?.feedUrl, only?.starred, only?.read, only?.entry.content],
      ['https://post.example/feed', true, false, HTML],
    )
  })
  it('is read from answers of Miniflux', () => {
    const entry = {
      id: 7,
      hash: 'abc',
      status: 'read',
      starred: true,
      title: 'Ferry',
      url: 'https://post.example/ferry',
      published_at: '2026-05-28T20:26:40Z',
      content: HTML,
      author: '',
      tags: ['Harbour'],
      feed: { feed_url: 'https://post.example/feed', title: 'Post' },
    }
    const found = readReaderExport(JSON.stringify({ total: 1, entries: [entry] }))
    const [only] = found?.items ?? []
    assert.deepEqual(
      [found?.shape, only?.read, only?.starred, only?.feedUrl],
      ['miniflux', true, true, 'https://post.example/feed'],
    )
    assert.deepEqual(only?.entry.authors, [])
  })
  it('is read from saved stories of NewsBlur, feeds as a map or a list', () => {
    const story = {
      story_hash: '3:ab',
      id: 'guid-3',
      story_permalink: 'https://post.example/ferry',
      story_title: 'Ferry',
      story_content: HTML,
      story_timestamp: '1780000000',
      story_feed_id: 3,
      starred: true,
      read_status: 1,
      user_tags: ['keep'],
    }
    const feed = { id: 3, feed_title: 'Post', feed_address: 'https://post.example/feed' }
    for (const feeds of [{ 3: feed }, [feed]]) {
      const found = readReaderExport(JSON.stringify({ stories: [story], feeds }))
      const [only] = found?.items ?? []
      assert.deepEqual(
        [found?.shape, found?.labelled, only?.feedUrl, only?.starred, only?.read],
        ['newsblur', 1, 'https://post.example/feed', true, true],
      )
    }
  })
  it('is read from Feedbin’s stars, and from a list of subscriptions', () => {
    const star = {
      id: 1,
      feed_id: 2,
      title: 'Ferry',
      url: 'https://post.example/ferry',
      content: HTML,
      published: '2026-05-28T20:26:40Z',
    }
    assert.equal(readReaderExport(JSON.stringify([star]))?.items[0]?.starred, true)
    const opml =
      '<?xml version="1.0"?><opml version="2.0"><body><outline text="Papers"><outline xmlUrl="https://post.example/feed"/></outline></body></opml>'
    assert.deepEqual(
      readReaderExport(opml)?.feeds.map(({ url, folder }) => [url, folder]),
      [['https://post.example/feed', ['Papers']]],
    )
  })
  it('is nothing where it is a JSON Feed, another JSON, a page or no JSON', () => {
    for (const text of [
      '{"version":"https://jsonfeed.org/version/1.1","title":"Post","items":[{"id":"1"}]}',
      '{"items":[]}',
      '[1,2]',
      '{"entries":[{"a":1}]}',
      '<html></html>',
      'nothing',
      '',
    ])
      assert.equal(readReaderExport(text), null, text)
  })
  it('never throws, whatever stands in the fields', () => {
    const anything = fc.json().map((text) => JSON.parse(text) as unknown)
    fc.assert(
      fc.property(
        fc.constantFrom('items', 'entries', 'stories'),
        fc.array(
          fc.dictionary(
            fc.constantFrom(
              'id',
              'origin',
              'categories',
              'alternate',
              'content',
              'status',
              'starred',
              'feed',
              'story_permalink',
              'published',
            ),
            anything,
          ),
        ),
        (name, list) => {
          readReaderExport(JSON.stringify({ id: 'user/-/x', [name]: list }))
        },
      ),
    )
  })
})
