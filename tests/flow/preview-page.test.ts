import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Preview } from '../../src/model/preview.ts'
import { DAY_MS } from '../../src/model/time.ts'
import { feedByUrl } from '../../src/store/feeds.ts'
import { claimJob, enqueue, finishJob, keepJobData, recentJobs } from '../../src/store/jobs.ts'
import { ownerWorld } from './owner-world.ts'
import { HOSTILE, HOSTILE_URLS } from './site-hostile.ts'
import { NOW } from './site-world.ts'

const { world, get, text, post } = ownerWorld()

const PREVIEW: Preview = {
  url: 'https://tarn.example/',
  took: 'feed',
  reason: null,
  address: 'https://tarn.example/feed',
  title: 'Tarn Courier',
  siteUrl: 'https://tarn.example/',
  language: 'en',
  feeds: [
    { url: 'https://tarn.example/feed', title: 'All' },
    { url: 'https://tarn.example/sport', title: null },
  ],
  entryCount: 12,
  entries: [
    {
      title: 'Ferry crews count the cost',
      url: 'https://tarn.example/1',
      published: '2026-06-09',
      summary: 'Crews in Tarn say…',
      wordCount: 12,
      from: 'page',
      language: 'en',
      section: 'society',
      tags: ['Tarn'],
      reason: null,
    },
    {
      title: 'Lake falls',
      url: null,
      published: null,
      summary: '',
      wordCount: 0,
      from: 'none',
      language: 'und',
      section: 'other',
      tags: [],
      reason: 'its page is gone',
    },
  ],
  perWeek: 3,
  issues: [{ reason: 'bad-date', detail: 'yesterday' }],
  robots: 'refused',
}

describe('a look at an address', () => {
  const asked = async (url: string) => {
    const answer = await post('/sources/preview', 'add', { url })
    return { status: answer.status, path: answer.headers.get('location') ?? '' }
  }
  const finished = async (preview: Preview) => {
    const { path } = await asked(preview.url)
    const id = Number(path.split('/').at(-1))
    while ((await claimJob(world().store, NOW))?.id !== id) {} // the newest is the last to be taken
    await keepJobData(world().store, id, preview, NOW)
    await finishJob(world().store, id, 'done', null)
    return { id, path }
  }

  it('answers at once, looks again without a script until it is there, and stops when it is told to', async () => {
    assert.equal((await asked('javascript:alert(1)')).status, 400)
    const { status, path } = await asked('tarn.example')
    assert.equal(status, 303)
    const [job] = await recentJobs(world().store, 1)
    assert.deepEqual([job?.kind, job?.payload], ['preview', { url: 'https://tarn.example/' }])
    const waiting = await get(path)
    assert.equal(waiting.headers.get('refresh'), '2')
    assert.match(await waiting.text(), /The address is being read/)
    assert.equal((await get(`${path}?still=1`)).headers.get('refresh'), null)
  })

  it('shows what it was taken for, its feeds and its newest entries, and adds it to a folder', async () => {
    const { id, path } = await finished(PREVIEW)
    const answer = await get(path)
    assert.equal(answer.headers.get('refresh'), null)
    const page = await answer.text()
    for (const part of [
      'a feed: read again and again',
      'Tarn Courier',
      '12 entries',
      'about 3 entries a week',
      'not to be read by programs',
      '2 feeds are named here',
      'Ferry crews count the cost',
      'its page gives 12 words: a short note, or a text behind a wall',
      'its page is gone',
      'bad date',
    ])
      assert.ok(page.includes(part), part)
    const added = await post(`/sources/preview/${id}/add`, `preview:${id}`, { folder: 'News/Tarn' })
    const feed = await feedByUrl(world().store, 'https://tarn.example/feed')
    assert.equal(added.headers.get('location'), `/source/${feed?.id}`)
    assert.deepEqual(
      [feed?.kind, feed?.title, feed?.folder, feed?.nextPollMs],
      ['feed', 'Tarn Courier', 'News / Tarn', NOW],
    )
    assert.match(await text(path), /This is read already/)
  })

  it('asks for a page or a list of feeds to be read, and refuses to add nothing', async () => {
    const page = await finished({
      ...PREVIEW,
      took: 'page',
      address: 'https://tarn.example/1',
      url: 'https://tarn.example/1',
    })
    await post(`/sources/preview/${page.id}/add`, `preview:${page.id}`, { folder: '' })
    assert.deepEqual((await recentJobs(world().store, 1))[0]?.payload, { url: 'https://tarn.example/1' })
    const none = await finished({
      ...PREVIEW,
      took: 'nothing',
      reason: 'the host is not public',
      address: 'https://b.example/',
    })
    assert.match(await text(none.path), /the host is not public/)
    assert.equal((await post(`/sources/preview/${none.id}/add`, `preview:${none.id}`, {})).status, 409)
  })

  it('runs nothing of what strangers write, and leads to no address but those of the web', async () => {
    for (const [at, payload] of HOSTILE.entries()) {
      const url = HOSTILE_URLS[at % HOSTILE_URLS.length]!
      const entry = {
        ...PREVIEW.entries[0]!,
        title: payload,
        summary: payload,
        url,
        tags: [payload],
        published: payload,
        reason: payload,
      }
      const { path } = await finished({
        ...PREVIEW,
        title: payload,
        siteUrl: url,
        address: 'https://odd.example/',
        language: payload,
        feeds: [
          { url, title: payload },
          { url: 'https://b.example/', title: payload },
        ],
        entries: [entry],
        issues: [{ reason: payload, detail: payload }],
      })
      const page = await text(path)
      assert.ok(!page.includes(payload) || !/[<>"]/.test(payload), payload)
      assert.doesNotMatch(page, /href="(?!\/|https?:|#)/, payload)
    }
  })

  it('is gone after a day', async () => {
    const id = await enqueue(world().store, 'preview', { url: 'https://old.example/' }, NOW - DAY_MS - 1)
    assert.equal((await get(`/sources/preview/${id}`)).status, 404)
  })
})
