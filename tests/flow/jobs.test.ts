import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { readConfig } from '../../src/config.ts'
import type { FeedImport } from '../../src/model/feed-import.ts'
import type { Preview } from '../../src/model/preview.ts'
import { storeCounts } from '../../src/store/counts.ts'
import { feedByUrl, listFeeds } from '../../src/store/feeds.ts'
import { claimJob, enqueue, type JobKind, jobData } from '../../src/store/jobs.ts'
import { lastBackup } from '../../src/store/settings.ts'
import { doJob, type JobTools } from '../../src/verbs/do-job.ts'
import { openEngine } from '../../src/verbs/engine.ts'
import { createBackupFolder } from '../../src/verbs/kept-backups.ts'
import { throwAwayFolder } from '../engines.ts'
import { loopback } from '../loopback.ts'

const WORDS = 'The council of Tarn will hear of it on Friday, said Ilse Varga of the harbour office. '
const entry = (nth: number, words: number, link = `/page/${nth}`) =>
  `<item><title>Ferry ${nth} stays in the harbour</title><link>${link}</link><pubDate>${new Date(Date.UTC(2026, 5, 9, 12 - nth)).toUTCString()}</pubDate><description>${WORDS.repeat(words)}</description></item>`
const feed = (items: string) =>
  `<rss version="2.0"><channel><title>Tarn Courier</title><link>/</link><language>en</language>${items}</channel></rss>`
const PAGE = `<html lang="en"><title>Ferry 1 stays in the harbour</title><h1>Ferry 1 stays in the harbour</h1>${`<p>${WORDS.repeat(4)}</p>`.repeat(6)}`

const server = await loopback((request, response) => {
  const path = request.url ?? ''
  const send = (type: string, body: string) => response.setHeader('content-type', type).end(body)
  if (path === '/feed')
    send('application/rss+xml', feed(Array.from({ length: 11 }, (_, nth) => entry(nth, nth === 0 ? 20 : 1)).join('')))
  else if (path === '/second') send('application/rss+xml', feed(entry(1, 20)))
  else if (path === '/moved') response.writeHead(301, { location: '/second' }).end()
  else if (path === '/')
    send(
      'text/html',
      '<title>Tarn</title><link rel="alternate" type="application/rss+xml" href="/feed" title="All"><link rel="alternate" type="application/rss+xml" href="/second"><p>Welcome.',
    )
  else if (path === '/page/1' || path === '/page/2') send('text/html', PAGE)
  else if (path === '/list.opml')
    send('text/x-opml', '<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/feed"/></body></opml>')
  else if (path === '/empty') send('application/rss+xml', '')
  else if (path === '/robots.txt') send('text/plain', 'User-agent: *\nDisallow: /page/2\n')
  else if (path === '/bomb') send('application/rss+xml', `${'<a>'.repeat(200_000)}`)
  else response.writeHead(404).end('no such page')
})

let tools: JobTools
before(async () => {
  const data = throwAwayFolder()
  const { config } = readConfig({ data }, { TRENDPULSE_ALLOW_PRIVATE: server.host, TRENDPULSE_WORKERS: '1' })
  tools = { ...(await openEngine(config)), backups: createBackupFolder(join(data, 'backups')) }
})
after(() => tools.close())

/** Does a job as the scheduler would; gives what it found out. */
async function done(kind: JobKind, payload: unknown, data?: unknown): Promise<unknown> {
  const id = await enqueue(tools.store, kind, payload, 0, data)
  await doJob(tools, (await claimJob(tools.store, Date.now()))!)
  return jobData(tools.store, id)
}
const look = async (path: string) =>
  (await done('preview', { url: URL.canParse(path) ? path : server.url(path) })) as Preview

describe('a look at an address', () => {
  it('takes a feed for one, and reads its newest entries as they would be read, and stores nothing', async () => {
    const preview = await look('/feed')
    assert.deepEqual(
      [preview.took, preview.title, preview.language, preview.entryCount],
      ['feed', 'Tarn Courier', 'en', 11],
    )
    assert.equal(preview.entries.length, 8)
    assert.equal(Math.round(preview.perWeek!), 168)
    const [whole, fromPage, refused] = preview.entries
    assert.deepEqual(
      [whole?.title, whole?.from, whole?.published],
      ['Ferry 0 stays in the harbour', 'feed', '2026-06-09T12:00:00Z'],
    )
    assert.deepEqual([fromPage?.from, fromPage?.section !== undefined], ['page', true])
    assert.ok(fromPage!.wordCount > 200 && fromPage!.tags.length > 0)
    assert.equal(refused?.from, 'feed', 'what robots.txt keeps away is told from the feed')
    assert.ok(!server.asked.includes('/page/2'))
    assert.ok(!server.asked.includes('/page/4'), 'the first few pages tell enough')
    assert.deepEqual(Object.values(await storeCounts(tools.store)).slice(0, 3), [0, 0, 0])
  })

  it('finds the feeds of a site, shows the first, and follows an address that has moved for good', async () => {
    const preview = await look('/')
    assert.deepEqual([preview.took, preview.address], ['feed', server.url('/feed')])
    assert.deepEqual(preview.feeds, [
      { url: server.url('/feed'), title: 'All' },
      { url: server.url('/second'), title: null },
    ])
    assert.equal((await look('/moved')).address, server.url('/second'))
  })

  it('tells a single page and a list of feeds for what they are', async () => {
    const page = await look('/page/1')
    assert.deepEqual(
      [page.took, page.entries.length, page.entries[0]?.title],
      ['page', 1, 'Ferry 1 stays in the harbour'],
    )
    const list = await look('/list.opml')
    assert.deepEqual([list.took, list.entryCount, list.feeds[0]?.url], ['feed-list', 1, 'https://a.example/feed'])
  })

  it('gives the reason where nothing can be read, above all for addresses that are not public', async () => {
    const reasons: [string, RegExp][] = [
      ['/nothing', /404/],
      ['/page/2', /robots\.txt/],
      ['/empty', /nothing at all/],
      ['/bomb', /./],
      ['http://169.254.169.254/latest/meta-data/', /not a public address/],
      ['http://[::1]:8080/', /not a public address/],
      ['http://127.0.0.1:1/', /./],
      ['http://name:word@tarn.example/', /user name or password/],
    ]
    for (const [path, reason] of reasons) {
      const preview = await look(path)
      assert.equal(preview.took, 'nothing', path)
      assert.match(preview.reason ?? '', reason, path)
    }
  })
})

describe('a list of feeds', () => {
  const read = async (text: string) =>
    (await done('import-feeds', { name: 'mine.opml' }, { bytes: Buffer.from(text).toString('base64') })) as FeedImport

  it('is added with its folders, and each outline is told: added, known or refused', async () => {
    const outlines = `<outline text="News"><outline text="Tarn"><outline text="Courier" xmlUrl="https://tarn.example/feed"/></outline>
      <outline text="Odd" xmlUrl="gopher://tarn.example/"/><outline text="Keyed" xmlUrl="https://me:word@tarn.example/feed"/></outline>
      <outline text="Again" xmlUrl="https://tarn.example/feed"/>`
    const told = await read(`<opml version="2.0"><body>${outlines}</body></opml>`)
    const outcomes = told.feeds.map(({ title, folder, outcome }) => [title, folder, outcome])
    assert.deepEqual(outcomes, [
      [null, null, 'refused'],
      ['Courier', 'News / Tarn', 'added'],
      ['Keyed', 'News', 'refused'],
      ['Again', null, 'known'],
    ])
    assert.equal((await feedByUrl(tools.store, 'https://tarn.example/feed'))?.folder, 'News / Tarn')
    assert.equal((await listFeeds(tools.store)).length, 1)
  })

  it('that is none is refused with what it looks like, and a file that is gone is asked for again', async () => {
    await assert.rejects(read('<html><p>Hello'), /mine\.opml: that is no OPML list/)
    await assert.rejects(read('<opml version="2.0"><body></body></opml>'), /no feed is named/)
    await assert.rejects(done('import-feeds', { name: 'mine.opml' }), /send it again/)
  })
})

it('a backup job leaves a whole file and says when; a kind of job from a later version is refused', async () => {
  const made = (await done('backup', {})) as { name: string; rows: number; bytes: number }
  const [kept] = await tools.backups.list()
  assert.deepEqual([kept?.name, kept?.bytes], [made.name, made.bytes])
  assert.ok(made.rows > 0 && (await lastBackup(tools.store))! > 0)
  await assert.rejects(done('not-yet' as JobKind, {}), /does no job of the kind/)
})
