import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  markItems,
  numberReaderItems,
  type ReaderFilter,
  type ReaderStream,
  readerCounts,
  readerItems,
} from '../../src/store/reader-state.ts'
import { onBothEngines } from '../engines.ts'
import { addStories, fillEdition } from './api-edition.ts'

const LEVELS = { burstMin: 2 }
const ALL: readonly ReaderStream[] = [{ kind: 'all' }]
const STREAMS: readonly (readonly ReaderStream[])[] = [
  ALL,
  [{ kind: 'feeds', feedIds: [1] }],
  [{ kind: 'feeds', feedIds: [1, 2] }, { kind: 'pages' }],
  [{ kind: 'rising' }],
  [{ kind: 'single' }, { kind: 'stories' }],
  [],
]

onBothEngines((engine, open) =>
  describe(engine, () => {
    it('numbers what is new, once, in order of arrival, and keeps the numbers that are', async () => {
      const store = await open()
      await fillEdition(store)
      await Promise.all([numberReaderItems(store), numberReaderItems(store)])
      const before = await readerItems(store, { user: 'ada', streams: ALL, order: 'oldest', limit: 1_000 }, LEVELS)
      await addStories(store, 30)
      await numberReaderItems(store)
      await numberReaderItems(store)
      const after = await readerItems(store, { user: 'ada', streams: ALL, order: 'oldest', limit: 1_000 }, LEVELS)
      assert.deepEqual(after.slice(0, before.length), before)
      assert.equal(after.length, before.length + 60)
      assert.equal(new Set(after.map((item) => `${item.kind}:${item.refId}`)).size, after.length)
      await store.close()
    })

    it('filters as a slow walk over everything does, whatever is marked by whom', async () => {
      const store = await open()
      await fillEdition(store)
      await addStories(store, 10)
      await numberReaderItems(store)
      const all = { user: 'ada', streams: ALL, order: 'oldest', limit: 1_000 } as const
      await markItems(store, { user: 'ada', streams: ALL, ids: [1, 4, 6, 9, 9, 999] }, { read: true }, LEVELS, 10)
      await markItems(store, { user: 'ada', streams: ALL, ids: [4, 7] }, { starred: true }, LEVELS, 20)
      await markItems(store, { user: 'ada', streams: ALL, ids: [9] }, { read: false }, LEVELS, 30)
      await markItems(store, { user: 'bob', streams: ALL }, { read: true }, LEVELS, 40)
      const everything = await readerItems(store, all, LEVELS)
      assert.deepEqual(
        everything.filter((item) => item.read).map((item) => item.id),
        [1, 4, 6],
      )
      for (const streams of STREAMS)
        for (const marks of [{}, { read: true }, { read: false }, { starred: true }, { read: false, starred: false }])
          for (const bounds of [
            {},
            { afterId: 3 },
            { beforeId: 9 },
            { afterId: 2, beforeId: 12 },
            { ids: [1, 2, 6, 7] },
          ]) {
            const filter: ReaderFilter = { user: 'ada', streams, ...marks, ...bounds, order: 'newest', limit: 1_000 }
            const slow = everything.filter((item) => fits(item, filter)).toReversed()
            assert.deepEqual(await readerItems(store, filter, LEVELS), slow, JSON.stringify(filter))
            const counted = await readerCounts(store, filter, LEVELS)
            assert.equal(
              counted.reduce((sum, row) => sum + row.count, 0),
              slow.length,
            )
          }
      await store.close()
    })
  }),
)

function fits(item: Awaited<ReturnType<typeof readerItems>>[number], filter: ReaderFilter): boolean {
  const inStream = filter.streams.some(
    (stream) =>
      stream.kind === 'all' ||
      (stream.kind === 'feeds' ? stream.feedIds.includes(item.feedId ?? -1) : stream.kind === item.stream),
  )
  return (
    inStream &&
    (filter.read === undefined || item.read === filter.read) &&
    (filter.starred === undefined || item.starred === filter.starred) &&
    item.id > (filter.afterId ?? 0) &&
    item.id < (filter.beforeId ?? Number.POSITIVE_INFINITY) &&
    (filter.ids?.includes(item.id) ?? true)
  )
}
