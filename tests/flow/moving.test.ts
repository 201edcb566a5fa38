import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { readConfig } from '../../src/config.ts'
import { importFile } from '../../src/ingest/import-file.ts'
import { listFeeds } from '../../src/store/feeds.ts'
import { numberReaderItems, readerItems } from '../../src/store/reader-state.ts'
import type { Store } from '../../src/store/store.ts'
import { type Engine, engineOver } from '../../src/verbs/engine.ts'
import { onBothEngines, throwAwayFolder } from '../engines.ts'
import { zipOf } from '../zip-file.ts'

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
      const items = await readerItems(
        store,
        { user, streams: [{ kind: 'all' }], order: 'oldest', limit: 100 },
        { burstMin: 3 },
      )
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
