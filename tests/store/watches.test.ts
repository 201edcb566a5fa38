import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { tickWatches } from '../../src/ingest/watch-tick.ts'
import { DAY_MS, HOUR_MS } from '../../src/model/time.ts'
import type { WatchKind } from '../../src/model/watch.ts'
import { writePulseTick } from '../../src/store/bursts.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { insertArticle, writeAlone } from '../../src/store/insert-article.ts'
import type { Store } from '../../src/store/store.ts'
import { insertStory } from '../../src/store/story-rows.ts'
import {
  lastEvents,
  lastMessages,
  noteSent,
  noteUnsent,
  packMessage,
  takeDueMessages,
  watchesToTell,
} from '../../src/store/watch-messages.ts'
import {
  confirmWatch,
  forgetWatches,
  makeWatch,
  type NewWatch,
  noteWatchRead,
  resumeWatch,
  stopWatch,
  troubledWatches,
  watchByToken,
  watchesOf,
} from '../../src/store/watches.ts'
import { newArticle } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const NOW = Date.UTC(2026, 5, 10, 14)
let tokens = 0

function watching(kind: WatchKind, target: string, given: Partial<NewWatch> = {}): NewWatch {
  const rest = { account: null, everyArticle: false, channel: 'feed', address: '', secret: null, quiet: null } as const
  return { ...rest, token: `t${++tokens}`, kind, target, name: `The ${target}`, ...given }
}

const hook = { account: 'ada', channel: 'webhook', address: 'https://ada.example/hook' } as const

/** A story told by an original of source 1, a copy of it, and another text without a source. */
async function fill(store: Store): Promise<void> {
  await addFeed(store, { url: 'https://harbour.example/feed', kind: 'feed', title: 'Harbour Wire', siteUrl: null }, 0)
  await writeAlone(store, async (write) => {
    await insertStory(write, {
      key: 'ferry',
      title: 'Ferry stops',
      section: 'society',
      language: 'en',
      atMs: 1,
      demo: false,
    })
  })
}

async function arrive(
  store: Store,
  key: string,
  given: Parameters<typeof newArticle>[0] | object = {},
): Promise<number> {
  const seen = { publishedMs: NOW - 60_000, firstSeenMs: NOW, storyId: 1, ...given }
  return writeAlone(store, (write) => insertArticle(write, newArticle({ key, ...seen })))
}

/** The tick of an hour in which some keys rise. */
async function rise(store: Store, tickMs: number, keys: readonly string[]): Promise<void> {
  await writePulseTick(store, {
    tickMs,
    hours: [],
    bursts: keys.map((key) => ({ key, score: 9, lift: 9, seen: 14, expected: 2, windowHours: 3, falseRate: 1 / 40 })),
    leads: new Map(keys.slice(0, 1).map((key) => [key, []])),
    storyBursts: new Map(),
    state: new Uint8Array([1]),
    stateTickMs: tickMs,
  } as Parameters<typeof writePulseTick>[1]) // figures of a burst that this test does not look at may be more
}

const told = async (store: Store, id: number) => (await lastEvents(store, id, 99)).map((event) => event.title).reverse()

onBothEngines((engine, open) => {
  describe(`watches on ${engine}`, () => {
    it('a burst is told once however long it lasts, and a new one after a pause again', async () => {
      const store = await open()
      await fill(store)
      await arrive(store, 'a', { tagNames: ['Tarn'] })
      const { id } = await makeWatch(store, watching('tag', 'tarn'), null, NOW)
      await tickWatches(store, NOW)
      for (const hours of [0, 1, 2, 3, 8, 20]) {
        await rise(store, NOW + hours * HOUR_MS, ['tag:tarn'])
        assert.equal(await tickWatches(store, NOW + hours * HOUR_MS), hours === 0 ? 1 : 0, `after ${hours} hours`)
        assert.equal(await tickWatches(store, NOW + hours * HOUR_MS + 1), 0, 'the same hour is looked at again')
      }
      await rise(store, NOW + 33 * HOUR_MS, ['tag:tarn'])
      assert.equal(await tickWatches(store, NOW + 33 * HOUR_MS), 1)
      assert.deepEqual(await told(store, id), ['Tarn', 'Tarn'])
      const [event] = await lastEvents(store, id, 1)
      assert.match(event?.text ?? '', /^14 independent articles in 3 hours where 2 are usual/)
      assert.equal(event?.path, '/tag/tarn')
      await store.close()
    })

    it('what rises already when a watch is made is not told', async () => {
      const store = await open()
      await fill(store)
      await rise(store, NOW, ['story:ferry'])
      const { id } = await makeWatch(store, watching('story', 'ferry'), null, NOW)
      assert.equal(await tickWatches(store, NOW), 0)
      await rise(store, NOW + HOUR_MS, ['story:ferry'])
      assert.equal(await tickWatches(store, NOW + HOUR_MS), 0)
      assert.deepEqual(await told(store, id), [])
      await store.close()
    })

    it('after the site stood still, bursts of the last day are told, and older ones are not', async () => {
      const store = await open()
      await fill(store)
      const { id } = await makeWatch(store, watching('story', 'ferry'), null, NOW)
      await tickWatches(store, NOW)
      await rise(store, NOW + HOUR_MS, ['story:ferry'])
      await rise(store, NOW + 40 * HOUR_MS, ['story:ferry'])
      await rise(store, NOW + 55 * HOUR_MS, [])
      assert.equal(await tickWatches(store, NOW + 55 * HOUR_MS), 1)
      assert.equal((await lastEvents(store, id, 1))[0]?.atMs, NOW + 40 * HOUR_MS)
      await store.close()
    })

    it('each new independent article is told once: no copies, nothing hidden, nothing out of an archive, nothing from before', async () => {
      const store = await open()
      await fill(store)
      await arrive(store, 'before', { feedId: 1, tagNames: ['Tarn'], text: 'ferry harbour' })
      const watches = []
      for (const [kind, target] of [
        ['tag', 'tarn'],
        ['story', 'ferry'],
        ['source', '1'],
        ['search', '"ferry harbour" -lake'],
      ] as const)
        watches.push(await makeWatch(store, watching(kind, target, { everyArticle: true }), null, NOW))
      const bursts = await makeWatch(store, watching('story', 'ferry'), null, NOW)
      const original = await arrive(store, 'all', { feedId: 1, tagNames: ['Tarn'], text: 'The ferry harbour closes.' })
      const copy = {
        copyOf: original,
        kind: 'near',
        containment: 1,
        family: original,
        redatedDays: null,
        injectedCount: 0,
      } as const
      await arrive(store, 'copy', { feedId: 1, tagNames: ['Tarn'], text: 'The ferry harbour closes.', copy })
      await arrive(store, 'archive', {
        feedId: 1,
        tagNames: ['Tarn'],
        text: 'ferry harbour',
        publishedMs: NOW - 30 * DAY_MS,
      })
      await arrive(store, 'lake', { storyId: 1, text: 'A ferry harbour by a lake.' })
      assert.equal(await tickWatches(store, NOW), 5)
      assert.equal(await tickWatches(store, NOW), 0)
      const titles = await Promise.all(watches.map((watch) => told(store, watch.id)))
      const both = ['Title of all', 'Title of lake']
      assert.deepEqual(titles, [['Title of all'], both, ['Title of all'], ['Title of all']])
      assert.deepEqual(await told(store, bursts.id), [])
      await store.close()
    })

    it('a source and a search hear of rising stories that they have a text in', async () => {
      const store = await open()
      await fill(store)
      const source = await makeWatch(store, watching('source', '1'), null, NOW)
      const search = await makeWatch(store, watching('search', 'dredger'), null, NOW)
      const other = await makeWatch(store, watching('search', 'zeppelin'), null, NOW)
      await tickWatches(store, NOW)
      await arrive(store, 'a', { feedId: 1, text: 'A dredger blocks the ferry.' })
      await rise(store, NOW, ['tag:tarn', 'story:ferry'])
      assert.equal(await tickWatches(store, NOW), 2)
      assert.deepEqual([await told(store, source.id), await told(store, search.id)], [['Ferry stops'], ['Ferry stops']])
      assert.deepEqual(await told(store, other.id), [])
      await store.close()
    })

    it('a watch follows its tag and story where they are folded into others', async () => {
      const store = await open()
      await fill(store)
      await arrive(store, 'a', { tagNames: ['Tarn', 'Port of Tarn'] })
      await writeAlone(store, (write) =>
        insertStory(write, {
          key: 'old',
          title: 'Ferry late',
          section: 'society',
          language: 'en',
          atMs: 1,
          demo: false,
        }),
      )
      const tag = await makeWatch(store, watching('tag', 'port-of-tarn'), null, NOW)
      const story = await makeWatch(store, watching('story', 'old'), null, NOW)
      await tickWatches(store, NOW)
      await store.write.updateTable('tag').set({ merged_into: 1 }).where('slug', '=', 'port-of-tarn').execute()
      await store.write.updateTable('story').set({ merged_into: 1 }).where('key', '=', 'old').execute()
      await rise(store, NOW, ['story:ferry', 'tag:tarn'])
      assert.equal(await tickWatches(store, NOW), 2)
      assert.deepEqual([await told(store, tag.id), await told(store, story.id)], [['Tarn'], ['Ferry stops']])
      await store.close()
    })

    it('what waits goes in one message, one on its way holds back the next, and an hour has a limit', async () => {
      const store = await open()
      await fill(store)
      const watch = await makeWatch(store, watching('story', 'ferry', { ...hook, everyArticle: true }), null, NOW)
      const feed = await makeWatch(store, watching('story', 'ferry', { everyArticle: true }), null, NOW)
      const pack = async (at: number) => {
        const [one] = await watchesToTell(store)
        return one ? packMessage(store, one, `k${at}`, NOW + at) : 'nothing to tell'
      }
      await arrive(store, 'a')
      await arrive(store, 'b')
      assert.equal(await tickWatches(store, NOW), 4)
      assert.equal(typeof (await pack(0)), 'number')
      await arrive(store, 'c')
      await tickWatches(store, NOW)
      assert.equal(await pack(1), 'nothing to tell', 'the first is on its way')
      const [due] = await takeDueMessages(store, NOW, { leaseMs: 100, limit: 9 })
      assert.equal(due?.message.tries, 1)
      await noteSent(store, due!.message, NOW)
      for (let at = 2; at <= 6; at++) {
        assert.equal(typeof (await pack(at)), 'number', `message ${at}`)
        const [next] = await takeDueMessages(store, NOW + at, { leaseMs: 100, limit: 9 })
        await noteSent(store, next!.message, NOW + at)
        await arrive(store, `more${at}`)
        await tickWatches(store, NOW)
      }
      assert.equal(await pack(7), null, 'six messages an hour')
      assert.equal(typeof (await pack(HOUR_MS + 7)), 'number')
      assert.deepEqual(
        (await lastMessages(store, [watch.id, feed.id], 2)).get(watch.id)?.map((message) => message.state),
        ['queued', 'sent'],
      )
      await store.close()
    })

    it('a message whose sender is gone is taken again by the same key, and two senders never take one at once', async () => {
      const store = await open()
      await fill(store)
      await makeWatch(store, watching('story', 'ferry', { ...hook, everyArticle: true }), null, NOW)
      await arrive(store, 'a')
      await tickWatches(store, NOW)
      await packMessage(store, (await watchesToTell(store))[0]!, 'the-key', NOW)
      const take = (atMs: number) => takeDueMessages(store, atMs, { leaseMs: 1_000, limit: 9 })
      const both = await Promise.all([take(NOW), take(NOW)])
      assert.equal(both.flat().length, 1)
      assert.deepEqual(await take(NOW + 999), [])
      const [again] = await take(NOW + 1_000)
      assert.deepEqual([again?.message.key, again?.message.tries], ['the-key', 2])
      await store.close()
    })

    it('a watch that was given up says why, keeps what it finds, and goes on when its reader says so', async () => {
      const store = await open()
      await fill(store)
      const { id } = await makeWatch(store, watching('story', 'ferry', { ...hook, everyArticle: true }), null, NOW)
      await arrive(store, 'a')
      await tickWatches(store, NOW)
      await packMessage(store, (await watchesToTell(store))[0]!, 'k', NOW)
      const [due] = await takeDueMessages(store, NOW, { leaseMs: 1_000, limit: 9 })
      await noteUnsent(store, due!.message, 'It is down.', NOW + 5_000)
      assert.deepEqual(
        (await troubledWatches(store)).map((watch) => [watch.state, watch.failures]),
        [['active', 1]],
      )
      await noteUnsent(store, due!.message, 'It is gone.', null)
      await arrive(store, 'b')
      assert.equal(await tickWatches(store, NOW), 1)
      assert.deepEqual(await watchesToTell(store), [])
      const [failed] = await watchesOf(store, 'ada')
      assert.deepEqual([failed?.state, failed?.reason, failed?.failures], ['failed', 'It is gone.', 2])
      await resumeWatch(store, id, NOW + 9)
      const [first] = await takeDueMessages(store, NOW + 9, { leaseMs: 1_000, limit: 9 })
      assert.deepEqual([first?.message.key, first?.message.tries, first?.watch.state], ['k', 1, 'active'])
      assert.equal((await troubledWatches(store)).length, 0)
      await store.close()
    })

    it('a mail address is heard once it is confirmed, and then need not be again by its account', async () => {
      const store = await open()
      const mail = { account: 'ada', channel: 'mail', address: 'ada@mail.example', secret: 'code' } as const
      const watch = await makeWatch(store, watching('tag', 'tarn', mail), { key: 'c1', kind: 'confirm' }, NOW)
      assert.equal(watch.state, 'asked')
      const confirmation = { key: 'c2', kind: 'confirm' } as const
      await assert.rejects(
        makeWatch(store, watching('tag', 'lake', { ...mail, account: 'bob' }), confirmation, NOW),
        /waits for its confirmation/,
      )
      assert.equal(await confirmWatch(store, watch.id, 'guess'), false)
      assert.equal(await confirmWatch(store, watch.id, 'code'), true)
      const second = await makeWatch(store, watching('tag', 'lake', mail), confirmation, NOW)
      assert.equal(second.state, 'active')
      const others = await makeWatch(
        store,
        watching('tag', 'lake', { ...mail, account: 'bob' }),
        { key: 'c3', kind: 'confirm' },
        NOW,
      )
      assert.equal(others.state, 'asked', 'another account confirms for itself')
      const due = await takeDueMessages(store, NOW, { leaseMs: 1_000, limit: 9 })
      assert.deepEqual(
        due.map(({ message }) => message.key),
        ['c1', 'c3'],
      )
      await forgetWatches(store, NOW + 4 * DAY_MS)
      assert.deepEqual((await watchesOf(store, 'bob')).length, 0)
      assert.deepEqual((await watchesOf(store, 'ada')).length, 2)
      await store.close()
    })

    it('an account watches a thing in one place once, and at most 200; feeds that nobody asks for are forgotten', async () => {
      const store = await open()
      await makeWatch(store, watching('tag', 'tarn', hook), null, NOW)
      await assert.rejects(makeWatch(store, watching('tag', 'tarn', hook), null, NOW), /watched there already/)
      for (let at = 1; at < 200; at++) await makeWatch(store, watching('tag', `t${at}`, hook), null, NOW)
      await assert.rejects(makeWatch(store, watching('tag', 'more', hook), null, NOW), /has 200 watches already/)
      const [read, unread] = [
        await makeWatch(store, watching('tag', 'tarn'), null, NOW),
        await makeWatch(store, watching('tag', 'tarn'), null, NOW),
      ]
      await noteWatchRead(store, read, NOW + DAY_MS)
      assert.equal((await watchByToken(store, read.token))?.readMs, NOW, 'kept no finer than by the week')
      await noteWatchRead(store, read, NOW + 8 * DAY_MS)
      await forgetWatches(store, NOW + 181 * DAY_MS)
      assert.equal(await watchByToken(store, unread.token), null)
      assert.ok(await watchByToken(store, read.token))
      assert.equal(await stopWatch(store, read.id), true)
      assert.equal(await stopWatch(store, read.id), false)
      assert.equal((await watchesOf(store, 'ada')).length, 200)
      await store.close()
    })
  })
})
