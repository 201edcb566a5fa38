import assert from 'node:assert/strict'
import { test } from 'node:test'
import { discoverFeeds } from './discover-feeds.ts'

const PAGE = 'http://news.example/harbour/'

test('declared feeds come first, comment feeds last, each once and absolute', () => {
  const found = discoverFeeds(
    `<html><head><base href="/b/"><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
     <link rel="alternate" type="application/atom+xml" title="All &amp; more" href="all.atom"><link rel=alternate type=application/feed+json href=/f.json>
     <link rel="alternate" hreflang="nl" href="/nl/"><link rel="alternate stylesheet" type="application/rss+xml" href="/s.css"></head>
     <a href="all.atom">again</a> <a href="/rss/sea.xml">Sea <b>news</b></a> <a href="/feedback">f</a> <a href="http://feedly.com/i/feed/x.rss">Feedly</a> <a href="?feed=rss2">q</a></html>`,
    PAGE,
  )
  assert.deepEqual(
    found.map(({ url, title, type }) => [url, title, type]),
    [
      ['http://news.example/b/all.atom', 'All & more', 'application/atom+xml'],
      ['http://news.example/f.json', null, 'application/feed+json'],
      ['http://news.example/rss/sea.xml', 'Sea news', null],
      ['http://news.example/b/?feed=rss2', 'q', null],
      ['http://news.example/comments/feed/', 'Comments', 'application/rss+xml'],
    ],
  )
})

test('what a script writes about feeds is no feed, and no page has thousands', () => {
  assert.deepEqual(
    discoverFeeds('<script>"<link rel=alternate type=application/rss+xml href=/x>"</script><p>none', PAGE),
    [],
  )
  assert.ok(
    discoverFeeds(Array.from({ length: 5_000 }, (_, index) => `<a href="/${index}.rss">f</a>`).join(''), PAGE).length <=
      200,
  )
})

test("a type that feeds share with other documents counts where the address is a feed's", () => {
  const found = discoverFeeds(
    '<link rel=alternate type=application/json href=/wp-json/wp/v2/posts/7><link rel=alternate type=application/json href=/feed.json><link rel=alternate type=text/xml href=/rss.xml><link rel=alternate type=application/json+oembed href=/oembed?url=x>',
    PAGE,
  )
  assert.deepEqual(
    found.map(({ url }) => url),
    ['http://news.example/feed.json', 'http://news.example/rss.xml'],
  )
})
