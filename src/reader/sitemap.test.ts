import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSitemap } from './sitemap.ts'

test("pages come with the news that Google's extension tells of them", () => {
  const { entries, sitemaps } = readSitemap(
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc> http://a.example/1?x=1&amp;y=2 </loc><lastmod>2026-11-03T08:00:00+01:00</lastmod>
     <news:news><news:publication><news:name>Quill</news:name><news:language>nl</news:language></news:publication><news:publication_date>2026-11-02</news:publication_date>
     <news:title><![CDATA[Ferry & tide]]></news:title><news:keywords>sea, port</news:keywords></news:news><image:image><image:loc>http://a.example/i.png</image:loc><image:title>Not it</image:title></image:image></url></urlset>`,
    null,
  )
  const [entry] = entries
  assert.deepEqual(
    [entry?.url, entry?.title, entry?.published, entry?.updated, entry?.language],
    ['http://a.example/1?x=1&y=2', 'Ferry & tide', '2026-11-02', '2026-11-03T08:00:00+01:00', 'nl'],
  )
  assert.deepEqual(
    entry?.categories.map(({ term }) => term),
    ['sea', 'port'],
  )
  assert.deepEqual(entry?.enclosures, [{ url: 'http://a.example/i.png', type: 'image/*', length: null }])
  assert.deepEqual(sitemaps, [])
})

test('an index names sitemaps, not pages', () => {
  const { entries, sitemaps } = readSitemap(
    '<sitemapindex><sitemap><loc>/s1.xml</loc><lastmod>2026-11</lastmod></sitemap></sitemapindex>',
    'http://a.example/sitemap.xml',
  )
  assert.deepEqual([entries, sitemaps], [[], [{ url: 'http://a.example/s1.xml', updated: '2026-11' }]])
})

test('an address that is none of the web is an issue', () => {
  const { entries, issues } = readSitemap('<urlset><url><loc>ftp://a.example/</loc></url><url></url></urlset>', null)
  assert.deepEqual([entries.length, issues[0]?.reason], [0, 'bad-address'])
})
