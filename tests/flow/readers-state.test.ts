import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { itemNumbers, numberReaderItems, prepareReader } from '../../src/store/number-reader-items.ts'
import { setReaderFolding, USUAL_FOLDING } from '../../src/store/reader-choices.ts'
import { readerCounts } from '../../src/store/reader-counts.ts'
import { addReaderList, removeReaderList } from '../../src/store/reader-lists.ts'
import { markItems } from '../../src/store/reader-marks.ts'
import { FIRST_LIST_PLACE, PLACES } from '../../src/store/reader-places.ts'
import type { ReaderCondition } from '../../src/store/reader-query.ts'
import { type ReaderItem, readerIds, readerItems } from '../../src/store/reader-state.ts'
import type { Store } from '../../src/store/store.ts'
import { onBothEngines } from '../engines.ts'
import { addStories, EDITION_NOW, fillEdition } from './api-edition.ts'

const ALL = { user: 'ada', order: 'oldest', limit: 1_000 } as const
const PLACES_ASKED: readonly (readonly number[] | undefined)[] = [
  undefined,
  [1],
  [1, 2, PLACES.pages],
  [PLACES.rising],
  [PLACES.single, PLACES.stories],
  [FIRST_LIST_PLACE + 1],
  [FIRST_LIST_PLACE + 1, 1],
  [],
]

/** What is done to a reader's marks: `take` picks ids or a place from what is there. */
const Act = fc.oneof(
  fc.record({ do: fc.constant('ids' as const), take: fc.array(fc.nat(30), { maxLength: 4 }), mark: marks() }),
  fc.record({ do: fc.constant('place' as const), take: fc.constantFrom(1, 2, PLACES.single, PLACES.rising) }),
  fc.record({ do: fc.constant('all' as const) }),
  fc.record({ do: fc.constant('until' as const), item: fc.nat(30) }),
)

function marks() {
  return fc.constantFrom(
    { read: true },
    { read: false },
    { starred: true },
    { starred: false },
    { read: true, starred: true },
  )
}

onBothEngines((engine, open) =>
  describe(engine, () => {
    it('numbers what is new, once, in order of arrival, and keeps the numbers that are', async () => {
      const store = await open()
      await fillEdition(store)
      await Promise.all([numberReaderItems(store), numberReaderItems(store)])
      const before = await readerItems(store, ALL)
      await addStories(store, 30)
      await numberReaderItems(store)
      await numberReaderItems(store)
      const after = await readerItems(store, ALL)
      assert.deepEqual(after.slice(0, before.length), before)
      assert.equal(after.length, before.length + 60)
      assert.equal(new Set(after.map((item) => `${item.kind}:${item.refId}`)).size, after.length)
      await store.close()
    })

    it('keeps every item where its article or story is, and hides it with that', async () => {
      const store = await open()
      await fillEdition(store)
      await numberReaderItems(store)
      const of = async (kind: 'article' | 'story', id: number) =>
        (await readerItems(store, ALL)).find((item) => item.kind === kind && item.refId === id)
      assert.deepEqual([(await of('story', 1))?.place, (await of('article', 5))?.place], [PLACES.rising, PLACES.pages])
      await store.write.updateTable('story').set({ burst: 0 }).where('id', '=', 1).execute()
      await store.write.updateTable('story').set({ burst: 3, last_seen_ms: 7 }).where('id', '=', 2).execute()
      assert.deepEqual([(await of('story', 1))?.place, (await of('story', 2))?.place], [PLACES.stories, PLACES.rising])
      assert.equal((await of('story', 2))?.arrivedMs, 7)
      await store.write.updateTable('article').set({ hidden: 1 }).where('id', '=', 1).execute()
      await store.write.updateTable('story').set({ merged_into: 1 }).where('id', '=', 3).execute()
      assert.deepEqual([await of('article', 1), await of('story', 3)], [undefined, undefined])
      await store.write.deleteFrom('feed').where('id', '=', 2).execute()
      assert.equal((await of('article', 2))?.place, PLACES.pages)
      await store.close()
    })

    it('gives rows of an earlier backup, which have no place, theirs', async () => {
      const store = await open()
      await fillEdition(store)
      await numberReaderItems(store)
      const before = await readerItems(store, ALL)
      const rows = await store.write.selectFrom('reader_item').select(['id', 'kind', 'ref_id']).execute()
      await store.write.deleteFrom('reader_item').execute()
      for (const row of rows)
        await store.write
          .insertInto('reader_item')
          .values({ ...row, place: null })
          .execute()
      assert.deepEqual(await readerItems(store, ALL), before)
      await store.close()
    })

    it('marks and finds as a slow walk over everything does, however much is read by one number', async () => {
      const store = await open()
      await fillEdition(store)
      await addStories(store, 8)
      await prepareReader(store, 'ada', EDITION_NOW)
      await addReaderList(store, 'ada', { kind: 'tag', value: 'port-selva', title: 'Port Selva', folder: null })
      const runs = engine === 'sqlite' ? 8 : 2 // some 800 questions each
      await fc.assert(
        fc.asyncProperty(fc.array(Act, { maxLength: 8 }), fc.boolean(), async (acts, hasList) => {
          for (const table of ['reader_mark', 'reader_choice', 'reader_listed'] as const)
            await store.write.deleteFrom(table).execute()
          await store.write
            .updateTable('reader_list')
            .set({ filled_id: hasList ? 0 : 1_000_000 })
            .execute()
          await prepareReader(store, 'ada', EDITION_NOW)
          await markItems(store, { user: 'bob' }, { read: true }, 40)
          const model = (await readerItems(store, ALL)).map((item) => ({ ...item }))
          for (const act of acts) await doBoth(store, model, act)
          await agree(store, model)
        }),
        { numRuns: runs },
      )
      await store.close()
    })

    it('shows texts, copies and stories as a reader wishes, and reads hidden copies with their original', async () => {
      const store = await open()
      await fillEdition(store)
      await numberReaderItems(store)
      const shown = async () => (await readerItems(store, ALL)).map((item) => `${item.kind[0]}${item.refId}`).join(' ')
      assert.equal(await shown(), 'a1 a2 a3 a4 a5 s1 s2 s3')
      await setReaderFolding(store, 'ada', { texts: 'originals', stories: true, reopenAfter: 0 }, 1)
      assert.equal(await shown(), 'a1 a2 a4 a5 s1 s2 s3')
      const first = (await itemNumbers(store, 'article', [1])).get(1)!
      await markItems(store, { user: 'ada', ids: [first] }, { read: true }, 2)
      await setReaderFolding(store, 'ada', { texts: 'originals', stories: false, reopenAfter: 0 }, 1)
      assert.equal(await shown(), 'a1 a2 a4 a5')
      await setReaderFolding(store, 'ada', { texts: 'none', stories: false, reopenAfter: 0 }, 1)
      assert.equal(await shown(), 's1 s2 s3', 'something is always left')
      await setReaderFolding(store, 'ada', USUAL_FOLDING, 1)
      assert.deepEqual(
        (await readerItems(store, { ...ALL, read: true })).map((item) => item.refId),
        [1, 3],
      )
      await store.close()
    })

    it('makes a read story unread once so many new independent texts came, and copies do not count', async () => {
      const store = await open()
      await fillEdition(store)
      await setReaderFolding(store, 'ada', { texts: 'all', stories: true, reopenAfter: 2 }, 0)
      await prepareReader(store, 'ada', EDITION_NOW)
      await markItems(store, { user: 'ada' }, { read: true }, EDITION_NOW)
      const unread = async () => {
        await prepareReader(store, 'ada', EDITION_NOW + 9)
        return (await readerItems(store, { ...ALL, read: false })).map((item) => `${item.kind}${item.refId}`)
      }
      const comes = async (id: number, ms: number) => {
        await store.write
          .updateTable('article')
          .set({ first_seen_ms: EDITION_NOW + ms })
          .where('id', '=', id)
          .execute()
        await store.write
          .updateTable('story')
          .set({ last_seen_ms: EDITION_NOW + ms })
          .where('id', '=', 1)
          .execute()
      }
      assert.deepEqual(await unread(), [])
      await comes(1, 1)
      await comes(3, 2) // a copy
      assert.deepEqual(await unread(), [])
      await comes(2, 3)
      assert.deepEqual(await unread(), ['story1'])
      await store.close()
    })

    it('puts what a list holds there and nowhere else, and back when the list goes; the first list has it', async () => {
      const store = await open()
      await fillEdition(store)
      await prepareReader(store, 'ada', EDITION_NOW)
      const list = (kind: 'search' | 'section' | 'story', value: string) =>
        addReaderList(store, 'ada', { kind, value, title: value, folder: null })
      const where = async () => {
        await prepareReader(store, 'ada', EDITION_NOW)
        return (await readerItems(store, ALL)).filter((item) => item.kind === 'article').map((item) => item.place)
      }
      const found = await list('search', 'Choir')
      const place = FIRST_LIST_PLACE + found
      assert.deepEqual(await where(), [1, 2, 2, place, PLACES.pages])
      assert.equal(await list('search', 'Choir'), found, 'the same again is the same')
      const second = FIRST_LIST_PLACE + (await list('section', 'economy'))
      assert.deepEqual(await where(), [second, second, second, place, second])
      await removeReaderList(store, 'ada', found)
      assert.deepEqual(await where(), [second, second, second, second, second])
      assert.equal(await removeReaderList(store, 'bob', second - FIRST_LIST_PLACE), false)
      await setReaderFolding(store, 'ada', { texts: 'none', stories: true, reopenAfter: 0 }, 1)
      await prepareReader(store, 'ada', EDITION_NOW)
      assert.deepEqual(
        (await readerItems(store, ALL)).map((item) => item.place),
        [second, second, second],
      )
      await store.close()
    })
  }),
)

type Modelled = { -readonly [Key in keyof ReaderItem]: ReaderItem[Key] }

async function doBoth(store: Store, model: Modelled[], act: typeof Act extends fc.Arbitrary<infer A> ? A : never) {
  const user = 'ada'
  if (act.do === 'ids') {
    const ids = act.take
    await markItems(store, { user, ids }, act.mark, 50)
    for (const item of model) if (ids.includes(item.id)) Object.assign(item, act.mark)
  } else if (act.do === 'place') {
    await markItems(store, { user, places: [act.take], read: false }, { read: true }, 50)
    for (const item of model) if (item.place === act.take) item.read = true
  } else {
    const untilMs = act.do === 'until' ? model[act.item % model.length]!.arrivedMs : undefined
    await markItems(store, { user, ...(untilMs === undefined ? {} : { untilMs }) }, { read: true }, 50)
    for (const item of model) if (untilMs === undefined || item.arrivedMs <= untilMs) item.read = true
  }
}

async function agree(store: Store, model: readonly ReaderItem[]): Promise<void> {
  for (const places of PLACES_ASKED)
    for (const marked of [{}, { read: true }, { read: false }, { starred: true }, { read: false, starred: false }])
      for (const bounds of [{}, { afterId: 3, beforeId: 12 }, { ids: [1, 2, 6, 7] }]) {
        const asked: ReaderCondition = { user: 'ada', ...(places ? { places } : {}), ...marked, ...bounds }
        const slow = model.filter((item) => fits(item, asked))
        const told = JSON.stringify(asked)
        const plain = ({ id, place, read, starred }: ReaderItem) => ({ id, place, read, starred })
        const found = await readerItems(store, { ...asked, order: 'newest', limit: 1_000 })
        assert.deepEqual(found.map(plain), slow.toReversed().map(plain), told)
        const page = await readerItems(store, { ...asked, order: 'oldest', limit: 3, offset: 2 })
        assert.deepEqual(page.map(plain), slow.slice(2, 5).map(plain), told)
        const ids = await readerIds(store, { ...asked, order: 'oldest', limit: 5 })
        assert.equal(
          ids,
          slow
            .slice(0, 5)
            .map((item) => item.id)
            .join(','),
          told,
        )
        const counted = await readerCounts(store, asked)
        const slowly = Map.groupBy(slow, (item) => item.place)
        assert.deepEqual(
          counted.map(({ place, count }) => [place, count]),
          [...slowly].map(([place, items]) => [place, items.length]).sort(([a], [b]) => Number(a) - Number(b)),
          told,
        )
      }
}

function fits(item: ReaderItem, asked: ReaderCondition): boolean {
  return (
    (asked.places?.includes(item.place) ?? true) &&
    (asked.read === undefined || item.read === asked.read) &&
    (asked.starred === undefined || item.starred === asked.starred) &&
    item.id > (asked.afterId ?? 0) &&
    item.id < (asked.beforeId ?? Number.POSITIVE_INFINITY) &&
    (asked.ids?.includes(item.id) ?? true)
  )
}
