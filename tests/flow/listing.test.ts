import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { throwAwayFolder } from '../engines.ts'
import { loopback } from '../loopback.ts'
import { type Ran, runVerb } from '../run-verb.ts'

type Exported = { url: string; title: string; text: string; published: string | null; language: string }

/** Pages of a paper without any feed: what its front page, its section and its sitemaps name. */
const shown = { front: [1, 2, 3, 4], archive: [5, 6] }
const headline = (number: number) => `Ferry number ${number} of Quillmouth leaves the old harbour again`
const story = (number: number) =>
  Array.from(
    { length: 6 },
    (_, at) =>
      `<p>Boat ${number} left pier ${at + 1} with ${number * 10 + at} crates of herring, and the harbour master wrote it down in the book of the quay before the tide had turned.</p>`,
  ).join('\n')
const articlePage = (number: number, meta: string) =>
  `<!doctype html><html lang="en"><title>${headline(number)} | The Lantern</title>${meta}<body><nav><a href="/">Home</a></nav><article><h1>${headline(number)}</h1>${story(number)}</article></body></html>`
const frontPage = () =>
  `<!doctype html><html lang="en"><title>The Lantern</title><body><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav><main>${shown.front
    .map(
      (number) =>
        `<div class="card"><h2><a href="/a/${number}.html">${headline(number)}</a></h2><time datetime="2026-03-0${number}T07:00:00Z">${number} March</time><p>Short.</p></div>`,
    )
    .join('\n')}</main><footer><a href="/imprint">Imprint and contact of this paper</a></footer></body></html>`
const sitemap = (numbers: readonly number[]) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${numbers
    .map(
      (number) =>
        `<url><loc>${server.url(`/a/${number}.html`)}</loc><news:news><news:publication><news:name>The Lantern</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-02-0${number}T06:00:00Z</news:publication_date><news:title>${headline(number)}</news:title></news:news></url>`,
    )
    .join('')}</urlset>`

const server = await loopback((request, response) => {
  const path = request.url ?? ''
  const number = Number(/^\/a\/(\d+)\.html$/.exec(path)?.[1] ?? Number.NaN)
  const html = (body: string) => response.setHeader('content-type', 'text/html; charset=utf-8').end(body)
  const xml = (body: string) => response.setHeader('content-type', 'application/xml').end(body)
  if (path === '/') return html(frontPage())
  if (!Number.isNaN(number)) return html(articlePage(number, ''))
  if (path === '/sitemap-index.xml')
    return xml(
      `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>/broken.xml</loc></sitemap><sitemap><loc>/sitemap-news.xml</loc><lastmod>2026-02-07</lastmod></sitemap></sitemapindex>`,
    )
  if (path === '/sitemap-news.xml') return xml(sitemap(shown.archive))
  response.writeHead(404).end('no such page')
}) // biome-ignore format: what a page is in one line

const run = (verb: string, data: string, ...inputs: string[]): Promise<Ran> =>
  runVerb([verb, '--data', data, ...inputs], { env: { TRENDPULSE_ALLOW_PRIVATE: server.host } })

async function exported(data: string): Promise<Exported[]> {
  const { out } = await run('export', data)
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Exported)
    .sort((one, other) => (one.url < other.url ? -1 : 1))
}

describe('a site without a feed', () => {
  it('is followed by its front page: what it lists is read, and what it lists later too', async () => {
    const data = throwAwayFolder()
    const added = await run('add', data, server.url('/'))
    assert.equal(added.code, 0, added.err)
    assert.match(added.out, /listing/)
    const first = await exported(data)
    assert.deepEqual(
      first.map(({ title }) => title),
      [1, 2, 3, 4].map(headline),
    )
    assert.ok(first.every(({ text }) => text.split('\n\n').length === 6))
    assert.equal(first[0]?.published, '2026-03-01T07:00:00Z', 'the list dates a page that does not date itself')

    shown.front.unshift(7)
    const polled = await run('fetch', data, '--all')
    assert.equal(polled.code, 0, polled.err)
    const later = await exported(data)
    assert.deepEqual(
      later.map(({ title }) => title),
      [1, 2, 3, 4, 7].map(headline),
    )
  })

  it('is followed by the sitemaps that an index names, one level deep, with the titles and dates of news', async () => {
    const data = throwAwayFolder()
    const added = await run('add', data, server.url('/sitemap-index.xml'))
    assert.equal(added.code, 0, added.err)
    const first = await exported(data)
    assert.deepEqual(
      first.map(({ title, published }) => [title, published]),
      shown.archive.map((number) => [headline(number), `2026-02-0${number}T06:00:00Z`]),
    )
    // The index itself stays as it was.
    shown.archive.push(8)
    assert.equal((await run('fetch', data, '--all')).code, 0)
    assert.equal((await exported(data)).length, 3)
  })
})

describe('subscriptions', () => {
  it('keep their folders, one in another, through export and import', async () => {
    const data = throwAwayFolder()
    const list = join(data, 'list.opml')
    const outline = (title: string, path: string) =>
      `<outline type="rss" text="${title}" xmlUrl="https://papers.example/${path}.xml" htmlUrl="https://papers.example/${path}"/>`
    writeFileSync(
      list,
      `<opml version="2.0"><head><title>Mine</title></head><body><outline text="Coast &amp; sea"><outline text="North">${outline('Quay', 'quay')}${outline('Pier', 'pier')}</outline>${outline('Tide', 'tide')}</outline>${outline('Loose', 'loose')}</body></opml>`,
    )
    assert.equal((await run('import', data, list)).code, 0)
    const written = await run('export', data, '--format', 'opml')
    const again = throwAwayFolder()
    const copy = join(again, 'copy.opml')
    writeFileSync(copy, written.out)
    assert.equal((await run('import', again, copy)).code, 0)
    const back = await run('export', again, '--format', 'opml')
    assert.equal(back.out, written.out)
    assert.match(
      written.out,
      /<outline text="Coast &amp; sea"[^>]*>\s*<outline text="North"[^>]*>\s*<outline type="rss" text="Pier"/,
    )
  })
})

describe('an archive of pages', () => {
  it('comes in packed or not, once', async () => {
    const data = throwAwayFolder()
    const record = (number: number) => {
      const body = Buffer.from(articlePage(number, ''))
      const block = Buffer.concat([
        Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'),
        body,
      ])
      const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://archive.example/${number}\r\nWARC-Date: 2026-01-0${number}T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${block.length}\r\n\r\n`
      return Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')])
    }
    const packed = join(data, 'pages.warc.gz')
    // Every record is a member of its own, as archives are packed.
    writeFileSync(packed, Buffer.concat([1, 2, 3].map((number) => gzipSync(record(number)))))
    const first = await run('import', data, packed)
    assert.equal(first.code, 0, first.err)
    const plain = join(data, 'pages.warc')
    writeFileSync(plain, Buffer.concat([2, 3, 4].map(record)))
    assert.match((await run('add', data, plain)).out, /1 new, 2 known/)
    assert.deepEqual(
      (await exported(data)).map(({ url, title }) => [url, title]),
      [1, 2, 3, 4].map((number) => [`https://archive.example/${number}`, headline(number)]),
    )
  })
})
