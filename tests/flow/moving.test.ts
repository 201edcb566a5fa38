import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { readConfig } from '../../src/config.ts'
import { importFile } from '../../src/ingest/import-file.ts'
import { readReaderExport } from '../../src/reader/reader-export.ts'
import { listFeeds } from '../../src/store/feeds.ts'
import { keepMovedMarks } from '../../src/store/moved-marks.ts'
import { numberReaderItems } from '../../src/store/number-reader-items.ts'
import { readerItems } from '../../src/store/reader-state.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { type Engine, engineOver } from '../../src/verbs/engine.ts'
import { exportRoutes } from '../../src/web/export/routes.ts'
import { onBothEngines, throwAwayFolder } from '../engines.ts'
import { runVerb } from '../run-verb.ts'
import { zipOf } from '../zip-file.ts'
import { fillEdition } from './api-edition.ts'
import { OWNER_KEY, startDoors } from './api-server.ts'

const OPML = `<?xml version="1.0"?><opml version="2.0"><body><outline text="Papers"><outline text="Coast">
<outline text="Tidewick Post" xmlUrl="https://post.example/feed" htmlUrl="https://post.example/"/></outline></outline></body></opml>`

const origin = {
  streamId: '3',
  title: 'Tidewick Post',
  htmlUrl: 'https://post.example/',
  feedUrl: 'https://post.example/feed',
}

/** An article of the export: `states` are read, unread, starred. */
function item(name: string, words: string, states: readonly string[]) {
  return {
    id: `guid-${name}`,
    title: `${name} in Tidewick`,
    published: 1_780_000_000,
    alternate: [{ href: `https://post.example/${name}` }],
    content: { content: words === '' ? '' : `<p>${words}</p>` },
    categories: states.map((state) => `user/-/state/com.google/${state}`),
    origin,
  }
}

const FERRY =
  'The ferry of Tidewick ran again on Monday after two weeks of repairs, and four hundred people crossed before noon.'
const CHOIR =
  'A choir of ninety sang in the old grain hall for three hours, and the roof, which was mended in spring, held the rain out.'

onBothEngines((engineName, open) =>
  describe(`moving in from another reader, ${engineName}`, () => {
    let store: Store
    let engine: Engine
    const folder = throwAwayFolder()
    before(async () => {
      store = await open()
      engine = engineOver(readConfig({}, { TRENDPULSE_WORKERS: '1' }).config, store)
    })
    after(() => engine.close())

    const file = (name: string, content: string | Uint8Array) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    }
    const marksOf = async (user: string) => {
      const items = await readerItems(store, { user, order: 'oldest', limit: 100 })
      const articles = items.filter((one) => one.kind === 'article')
      const rows = await store.read.selectFrom('article').select(['id', 'title']).execute()
      const titles = new Map(rows.map((row) => [row.id, row.title.split(' ')[0]!]))
      return Object.fromEntries(articles.map((one) => [titles.get(one.refId)!, [one.read, one.starred]]))
    }

    it('takes sources with their folders, articles and marks from an archive, and says what it could not', async () => {
      const archive = zipOf({
        'starred.json': JSON.stringify({
          id: 'user/ada/state/org.freshrss/starred',
          items: [item('Ferry', FERRY, ['read', 'starred'])],
        }),
        'feed_3.json': JSON.stringify({
          id: 'user/ada/state/org.freshrss/feed/3',
          items: [
            item('Ferry', FERRY, ['read']),
            item('Choir', CHOIR, ['unread']),
            item('Empty', '', ['read', 'starred']),
          ],
        }),
        'feeds.opml.xml': OPML,
        'notes.txt': 'nothing',
      })
      const report = await importFile(engine, file('freshrss.zip', archive), () => {}, 'ada')
      assert.deepEqual([report.stored, report.known, report.moved?.marked, report.moved?.waiting], [3, 1, 2, 1])
      assert.deepEqual(
        report.failed.map(({ what }) => what.replace(folder, '')),
        ['https://post.example/Empty', '/freshrss.zip/notes.txt'],
      )
      const [feed] = await listFeeds(store)
      assert.deepEqual([feed?.url, feed?.folder], ['https://post.example/feed', 'Papers / Coast'])
      const rows = await store.read
        .selectFrom('article')
        .select(['title', 'feed_id', 'source_title'])
        .orderBy('id')
        .execute()
      assert.deepEqual(
        rows.map((row) => [row.title.split(' ')[0], row.feed_id === feed?.id, row.source_title]),
        [
          ['Ferry', true, 'Tidewick Post'],
          ['Choir', true, 'Tidewick Post'],
        ],
      )
      assert.deepEqual(await marksOf('ada'), { Ferry: [true, true], Choir: [false, false] })
      assert.deepEqual(await marksOf('bo'), { Ferry: [false, false], Choir: [false, false] })
    })
    it('changes nothing when it is done again, and takes nothing back that was marked here', async () => {
      const dump = JSON.stringify({
        id: 'user/ada/state/com.google/reading-list',
        items: [item('Ferry', FERRY, ['unread']), item('Choir', CHOIR, ['starred'])],
      })
      const report = await importFile(engine, file('again.json', dump), () => {}, 'ada')
      assert.deepEqual([report.stored, report.known, report.failed], [0, 2, []])
      assert.deepEqual(await marksOf('ada'), { Ferry: [true, true], Choir: [false, true] })
    })
    it('gives a mark that waited to its article when that comes', async () => {
      const page = JSON.stringify({
        url: 'https://post.example/Empty',
        title: 'Empty shelves in Tidewick',
        text: `${CHOIR} Shelves stood empty.`,
      })
      await importFile(engine, file('late.jsonl', `${page}\n`))
      await numberReaderItems(store)
      assert.deepEqual((await marksOf('ada')).Empty, [true, true])
      assert.equal((await store.read.selectFrom('pending_mark').selectAll().execute()).length, 0)
    })
    it('leaves a JSON Feed to be a feed', async () => {
      const feed = {
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Post',
        items: [{ id: '1', url: 'https://post.example/json', title: 'Json', content_text: `${FERRY} Once more.` }],
      }
      const report = await importFile(engine, file('feed.json', JSON.stringify(feed)))
      assert.deepEqual([report.moved, report.failed.length], [undefined, 0])
    })
    it('refuses an archive that inflates without end, and one that is cut', async () => {
      const bomb = zipOf({ 'starred.json': new Uint8Array(80 * 1024 * 1024) })
      const report = await importFile(engine, file('bomb.zip', bomb), () => {}, 'ada').catch(
        (error: Error) => error.message,
      )
      assert.match(JSON.stringify(report), /too large when unpacked|neither a feed/)
      await assert.rejects(importFile(engine, file('cut.zip', bomb.slice(0, 200))), /no end of a directory/)
    })
  }),
)

describe('moving out', () => {
  it('gives what a search finds, as lines and as an archive that reads back, and marks that move in elsewhere', async () => {
    const data = throwAwayFolder()
    const store = await openStore({ path: join(data, 'trendpulse.db') })
    await fillEdition(store)
    await store.close()
    const run = async (...args: string[]) => runVerb(['export', '--data', data, ...args])

    const found = await run('--query', 'harbour')
    assert.deepEqual(idsOf(found.out), ['a3', 'a1'])
    assert.deepEqual(idsOf((await run()).out).toSorted(), ['a1', 'a2', 'a3', 'a4', 'a5'])
    assert.deepEqual(
      [(await run('--query', 'before:soon')).code, (await run('--format', 'opml', '--query', 'x')).code],
      [2, 2],
    )

    const archive = await runVerb(['export', '--data', data, '--format', 'warc', '--query', 'harbour'])
    const records = warcRecords(archive.out)
    assert.deepEqual(
      records.map((record) => record.head.get('warc-type')),
      ['warcinfo', 'conversion', 'conversion'],
    )
    for (const { head, block } of records) {
      assert.equal(head.get('warc-block-digest'), `sha256:${createHash('sha256').update(block).digest('hex')}`)
      assert.match(head.get('warc-record-id') ?? '', /^<urn:uuid:[0-9a-f-]{36}>$/)
    }
    const path = join(data, 'archive.warc')
    writeFileSync(path, archive.out)
    const again = throwAwayFolder()
    const back = await runVerb(['import', path, '--json', '--data', again])
    assert.deepEqual([JSON.parse(back.out).stored, back.code], [2, 0], back.err)
  })
  it('streams over HTTP to accounts alone, and says what is wrong before anything is sent', async () => {
    const server = await startDoors((site) => [exportRoutes(site)])
    const get = (path: string, key: string | null = OWNER_KEY) =>
      fetch(`${server.url}/api/v1/export${path}`, { headers: key === null ? {} : { authorization: `Bearer ${key}` } })
    try {
      assert.equal((await get('', null)).status, 403)
      assert.deepEqual(idsOf(await (await get('?q=choir')).text()), ['a4'])
      assert.deepEqual(idsOf(await (await get('?q=nothingatall')).text()), [])
      const wrong = await get('?q=before:soon')
      assert.deepEqual(
        [wrong.status, ((await wrong.json()) as { error: { code: string } }).error.code],
        [400, 'invalid'],
      )
      assert.equal((await get('?format=pdf')).status, 400)
      for (let nth = 0; nth < 5; nth++) await (await get('')).body?.cancel()
      assert.equal((await get('')).status, 200, 'an export that was given up leaves its place')
      for (let nth = 0; nth < 3; nth++)
        await fetch(`${server.url}/api/v1/export`, {
          method: 'HEAD',
          headers: { authorization: `Bearer ${OWNER_KEY}` },
        })
      assert.equal((await get('')).status, 200, 'one whose head alone was asked for takes none')
      const { site } = server
      await keepMovedMarks(site.store, 'owner', [{ key: 'a1', read: true, starred: true }], site.now())
      const marks = await (await get('/marks')).text()
      const [only] = readReaderExport(marks)?.items ?? []
      assert.deepEqual(
        [only?.read, only?.starred, only?.feedUrl, only?.entry.url],
        [true, true, 'https://north.example/feed.xml', 'https://north.example/news/a1?a=1&b=2'],
      )
    } finally {
      await server.close()
    }
  })
})

const idsOf = (lines: string): string[] =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { id: string }).id)

/** Records of an archive by their own lengths. */
function warcRecords(text: string): { head: Map<string, string>; block: Buffer }[] {
  const bytes = Buffer.from(text)
  const records = []
  for (let at = 0; at < bytes.length; ) {
    const headEnd = bytes.indexOf('\r\n\r\n', at)
    const lines = bytes.subarray(at, headEnd).toString().split('\r\n')
    assert.equal(lines[0], 'WARC/1.1')
    const head = new Map(
      lines.slice(1).map((line) => [line.split(': ')[0]!.toLowerCase(), line.slice(line.indexOf(': ') + 2)]),
    )
    const start = headEnd + 4
    const end = start + Number(head.get('content-length'))
    assert.equal(bytes.subarray(end, end + 4).toString(), '\r\n\r\n')
    records.push({ head, block: bytes.subarray(start, end) })
    at = end + 4
  }
  return records
}
