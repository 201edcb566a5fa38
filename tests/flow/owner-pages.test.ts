import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import type { FeedImport } from '../../src/model/feed-import.ts'
import { HOUR_MS } from '../../src/model/time.ts'
import { addFeed, feedById, feedByUrl, recordPoll } from '../../src/store/feeds.ts'
import {
  enqueue,
  finishJob,
  forgetJob,
  type JobKind,
  jobById,
  jobData,
  keepJobData,
  recentJobs,
} from '../../src/store/jobs.ts'
import { createApp } from '../../src/web/app.ts'
import { OWNER, ownerWorld } from './owner-world.ts'
import { NOW } from './site-world.ts'

const { world, backups, get, text, post } = ownerWorld()
const OWNER_ONLY = ['/owner/doctor', '/owner/backup', '/owner/jobs', '/owner/import', '/welcome', '/welcome/filling']

describe('the owner’s pages', () => {
  it('are shown to nobody else, nor are their files, and what they post is refused', async () => {
    for (const path of [...OWNER_ONLY, '/owner/sources.opml', '/owner/backup/trendpulse-20260610-142000.zst']) {
      const answer = await get(path, {})
      assert.equal(answer.status, 403, path)
      assert.doesNotMatch(await answer.text(), /action="\/(owner|welcome|sources)/)
    }
    const posts: [string, string][] = [
      ['/sources/preview', 'add'],
      ['/sources/several', 'several'],
      ['/source/1/edit', 'edit-source:1'],
      ['/owner/jobs/1', 'job:1'],
      ['/owner/backup', 'backup'],
      ['/owner/import', 'import'],
      ['/welcome', 'welcome'],
    ]
    const fields = { url: 'x.example', do: 'forget', source: '1', minutes: '0', title: 'x', list: new File(['x'], 'x') }
    for (const [path, purpose] of posts) assert.equal((await post(path, purpose, fields, {})).status, 403, path)
  })

  it('are kept by no cache, and each is reached from every other', async () => {
    for (const path of ['/owner', '/sources', ...OWNER_ONLY]) {
      const answer = await get(path)
      assert.equal(answer.status, 200, path)
      assert.equal(answer.headers.get('cache-control'), 'private, no-store', path)
      if (path.startsWith('/welcome')) continue
      const page = await answer.text()
      for (const other of ['/owner', '/sources', '/owner/jobs', '/owner/doctor', '/owner/backup', '/owner/import'])
        assert.match(page, new RegExp(`href="${other}"`), `${path} leads to ${other}`)
    }
  })
})

describe('the list of sources', () => {
  it('sifts, orders and goes on page by page', async () => {
    const { store } = world()
    for (let nth = 0; nth < 40; nth++) {
      const url = `https://many${nth}.example/feed`
      const { id } = await addFeed(
        store,
        { url, kind: 'feed', title: `Many ${nth}`, siteUrl: null, folder: nth % 2 ? 'Odd' : null },
        NOW,
      )
      const poll = { failures: 1, intervalMs: 1, nextPollMs: NOW + HOUR_MS, polledMs: NOW, newItems: nth }
      if (nth === 7)
        await recordPoll(store, id, { state: 'failing', reason: 'the host is silent', problem: 'timeout', ...poll })
    }
    const named = (page: string) =>
      [...page.matchAll(/<a href="\/source\/\d+" dir="auto">(Many \d+)</g)].map(([, name]) => name)
    const first = await text('/sources')
    assert.equal(named(first)[0], 'Many 7', 'what fails stands first')
    assert.match(first, /the host is silent/)
    assert.deepEqual(named(await text('/sources?state=failing')), ['Many 7'])
    assert.equal(named(await text('/sources?folder=Odd')).length, 20)
    assert.equal(named(await text('/sources?q=many+3')).length, 11)
    const [next] = /\/sources\?order=name[^"]*after=[^"]*/.exec(await text('/sources?order=name&q=many')) ?? []
    assert.equal(named(await text(next!.replaceAll('&amp;', '&'))).length, 10)
    assert.equal((await get('/sources?after=nonsense')).status, 400)
    assert.match(await text('/sources?q=nobody'), /No source is so/)
  })

  it('changes several at once, and nothing without one that is ticked', async () => {
    const ids = await Promise.all(
      [1, 3].map(async (nth) => (await feedByUrl(world().store, `https://many${nth}.example/feed`))!.id),
    )
    const chosen = { source: ids.map(String) }
    assert.equal((await post('/sources/several', 'several', { ...chosen, do: 'move', folder: ' A/ B //' })).status, 303)
    assert.deepEqual(await Promise.all(ids.map(async (id) => (await feedById(world().store, id))?.folder)), [
      'A / B',
      'A / B',
    ])
    await post('/sources/several', 'several', { ...chosen, do: 'pause' })
    assert.equal((await feedById(world().store, ids[0]!))?.state, 'paused')
    await post('/sources/several', 'several', { ...chosen, do: 'remove' })
    assert.equal(await feedById(world().store, ids[1]!), null)
    assert.equal((await post('/sources/several', 'several', { do: 'remove' })).status, 400)
  })

  it('gives a source a name, folder and rhythm, and its own name again where the field is empty', async () => {
    const feed = (await feedByUrl(world().store, 'https://many5.example/feed'))!
    const edit = (fields: Record<string, string>) => post(`/source/${feed.id}/edit`, `edit-source:${feed.id}`, fields)
    assert.equal((await edit({ title: 'Five', folder: '', minutes: '180' })).status, 303)
    const page = await text(`/source/${feed.id}`)
    assert.match(page, /<h1 dir="auto">Five<\/h1>/)
    assert.match(page, /every 3 hours, as you chose/)
    await edit({ title: 'Five', folder: 'X', minutes: '0' })
    assert.equal((await feedById(world().store, feed.id))?.title, 'Five', 'a name that stood there stays')
    await edit({ title: '', folder: 'X', minutes: '0' })
    assert.deepEqual(
      [(await feedById(world().store, feed.id))?.title, (await feedById(world().store, feed.id))?.folder],
      ['Many 5', 'X'],
    )
    assert.equal((await edit({ title: '', folder: '', minutes: '7' })).status, 400)
  })

  it('goes out as OPML with folders inside of folders', async () => {
    const feed = (await feedByUrl(world().store, 'https://many9.example/feed'))!
    await post(`/source/${feed.id}/edit`, `edit-source:${feed.id}`, {
      title: 'Nine & more',
      folder: 'Deep / Deeper',
      minutes: '0',
    })
    const answer = await get('/owner/sources.opml')
    assert.match(answer.headers.get('content-disposition')!, /attachment/)
    assert.match(
      await answer.text(),
      /<outline text="Deep" title="Deep">\n<outline text="Deeper" title="Deeper">\n<outline type="rss" text="Nine &#x26; more"/,
    )
  })
})

describe('lists, jobs, doctor and backup', () => {
  it('takes a list as a file, and tells what became of each feed of it', async () => {
    assert.equal((await post('/owner/import', 'import', { list: new File([], 'x.opml') })).status, 400)
    const large = new FormData()
    large.set('list', new File([new Uint8Array(4_100_000)], 'x.opml'))
    const request = { method: 'POST', body: large, headers: OWNER }
    assert.equal((await createApp(world().site).request('/owner/import', request)).status, 413) // a socket would close while it is sent
    const path = (await post('/owner/import', 'import', { list: new File(['<opml/>'], '<b>.opml') })).headers.get(
      'location',
    )!
    const id = Number(path.split('/').at(-1))
    assert.deepEqual(await jobData(world().store, id), { bytes: Buffer.from('<opml/>').toString('base64') })
    assert.equal((await get(path)).headers.get('refresh'), '2')
    const told: FeedImport = {
      feeds: [
        { url: 'https://a.example/', title: 'A', folder: 'F / G', outcome: 'added', reason: null },
        { url: 'ftp://b.example/', title: null, folder: null, outcome: 'refused', reason: 'no http or https address' },
      ],
      left: 0,
    }
    await keepJobData(world().store, id, told, NOW)
    await finishJob(world().store, id, 'done', null)
    const page = await text(path)
    for (const part of ['&lt;b&gt;.opml', '1 source was added.', '1 was refused.', 'F / G', 'no http or https address'])
      assert.ok(page.includes(part), part)
  })

  it('shows a job that another version has written down', async () => {
    const id = await enqueue(world().store, 'of-another-version' as JobKind, {}, NOW)
    await finishJob(world().store, id, 'failed', 'not known here')
    assert.match(await text('/owner/jobs'), /of-another-version/)
    assert.match(await text('/owner/doctor'), /of-another-version/)
    assert.match(await text('/owner'), /something needs a look/)
    await forgetJob(world().store, id)
  })

  it('shows why a job failed, tries it again or forgets it', async () => {
    const id = await enqueue(world().store, 'add-url', { url: 'https://gone.example/' }, NOW)
    await finishJob(world().store, id, 'failed', 'gone.example is gone')
    assert.match(await text('/owner/jobs'), /gone\.example is gone/)
    const act = (what: string) => post(`/owner/jobs/${id}`, `job:${id}`, { do: what })
    assert.equal((await act('retry')).status, 303)
    assert.equal((await jobById(world().store, id))?.state, 'queued')
    assert.equal((await act('forget')).status, 409, 'one that waits is not forgotten')
    await finishJob(world().store, id, 'failed', 'still')
    await act('forget')
    assert.equal(await jobById(world().store, id), null)
  })

  it('tells on one page what fails with what to do, and what is stored', async () => {
    const page = await text('/owner/doctor')
    for (const part of [
      'the host is silent',
      'It is tried again by itself',
      '1.2.3',
      '12 MB',
      '5.0 GB of 200 GB',
      'none was made yet',
    ])
      assert.ok(page.includes(part), part)
    assert.match(page, /<code>article<\/code>/)
  })

  it('asks for a backup, keeps the newest three, and gives them byte by byte to the owner alone', async () => {
    assert.equal((await post('/owner/backup', 'backup', {})).status, 303)
    assert.equal((await recentJobs(world().store, 1))[0]?.kind, 'backup')
    for (let nth = 0; nth < 4; nth++) await backups.make(world().store, NOW + nth * 1_000)
    const kept = await backups.list()
    assert.deepEqual(
      kept.map(({ name }) => name),
      ['trendpulse-20260610-142003.zst', 'trendpulse-20260610-142002.zst', 'trendpulse-20260610-142001.zst'],
    )
    const answer = await get(`/owner/backup/${kept[0]!.name}`)
    assert.equal(answer.headers.get('content-type'), 'application/zstd')
    assert.equal((await answer.arrayBuffer()).byteLength, kept[0]!.bytes)
    const { open } = backups
    let isClosed = false
    backups.open = async () => ({ bytes: 3, stream: new ReadableStream({ cancel: () => void (isClosed = true) }) })
    const head = await fetch(`${world().url}/owner/backup/${kept[0]!.name}`, { method: 'HEAD', headers: OWNER })
    backups.open = open
    assert.deepEqual([head.headers.get('content-length'), isClosed], ['3', true], 'no file stays open for a head alone')
    for (const name of ['..%2Ftrendpulse.db', 'trendpulse.db', 'trendpulse-20260610-142000.zst'])
      assert.equal((await get(`/owner/backup/${name}`)).status, 404, name)
    assert.match(await text('/owner'), /last <time datetime="2026-06-10T14:20:03/)
  })
})

describe('the first edition', () => {
  beforeEach(async () => {
    for (const { id } of await recentJobs(world().store, 500)) await finishJob(world().store, id, 'done', null)
  })

  it('lists what fits a choice first where that is wished', async () => {
    const page = await text('/welcome?list=1&topic=sports&language=de')
    assert.match(page, /value="https:\/\/far\.example\/feed" checked/)
    assert.doesNotMatch(page, /near\.example/)
    assert.match(await text('/welcome?list=1'), /No feed fits/)
  })

  it('adds what is of a chosen topic and language, or what was ticked, and removes the demo edition with it', async () => {
    assert.equal((await post('/welcome', 'welcome', {})).status, 400)
    const answer = await post('/welcome', 'welcome', { topic: ['world'], language: ['en', 'de'], demo: 'remove' })
    assert.equal(answer.headers.get('location'), '/welcome/filling')
    assert.equal((await feedByUrl(world().store, 'https://near.example/feed'))?.title, 'Near')
    assert.equal(await feedByUrl(world().store, 'https://far.example/feed'), null)
    assert.equal((await recentJobs(world().store, 1))[0]?.kind, 'remove-demo')
    await post('/welcome', 'welcome', { feed: ['https://far.example/feed', 'https://stranger.example/feed'] })
    assert.notEqual(await feedByUrl(world().store, 'https://far.example/feed'), null)
    assert.equal(await feedByUrl(world().store, 'https://stranger.example/feed'), null, 'only what was offered')
  })
})
