import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { packPage } from '../../src/store/articles.ts'
import { dumpStore, restoreStore } from '../../src/store/dump.ts'
import {
  deleteAllFingerprints,
  deleteFingerprints,
  fingerprintPostings,
  insertFingerprints,
  POSTINGS_CAP,
} from '../../src/store/fingerprints.ts'
import { insertArticle, updateArticle, type Write, writeAlone } from '../../src/store/insert-article.ts'
import { fingerprintBlocks } from '../../src/store/migrations/0010-fingerprint-blocks.ts'
import { removeDemo } from '../../src/store/remove-demo.ts'
import type { Store } from '../../src/store/store.ts'
import { sampledShingles } from '../../src/text/shingles.ts'
import { newArticle, pageOf } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

/** Hashes that are met again and again, and hashes that are not: blocks are cut, and caps are reached. */
const hash = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }))
const shinglesOf = (minLength: number, maxLength: number) =>
  fc.uniqueArray(hash, { minLength, maxLength, size: 'max' }).map((some) => Uint32Array.from(some).sort())
const shingles = shinglesOf(0, 60)

type Held = Map<number, number[]>

/** The slow and obvious index: a list for each hash. */
function hold(held: Held, id: number, some: Iterable<number>): void {
  for (const one of some) {
    const ids = held.get(one) ?? []
    if (ids.length < POSTINGS_CAP && !ids.includes(id))
      held.set(
        one,
        [...ids, id].sort((a, b) => a - b),
      )
  }
}

function release(held: Held, gone: (id: number, hash: number) => boolean): void {
  for (const [one, ids] of held)
    held.set(
      one,
      ids.filter((id) => !gone(id, one)),
    )
}

async function assertHeld(write: Write, held: Held, asked: Uint32Array): Promise<void> {
  const slow = [...asked].map((one) => held.get(one) ?? []).filter((ids) => ids.length > 0)
  const found = await fingerprintPostings(write, asked)
  assert.deepEqual(found.map(String).sort(), slow.map(String).sort())
}

async function blockCount(store: Store): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from fingerprint_block`.execute(store.read)
  return Number(rows[0]!.n)
}

/** Makes the table of before of what the store holds, as releases up to 0007 left it. */
async function asBefore(store: Store, held: Held): Promise<void> {
  const int = store.engine === 'sqlite' ? 'integer' : 'bigint'
  for (const statement of [
    'drop table fingerprint_block',
    `create table fingerprint (hash ${int} not null, article_id ${int} not null references article (id) on delete cascade, primary key (hash, article_id))`,
    'create index fingerprint_article on fingerprint (article_id)',
  ])
    await sql.raw(statement).execute(store.write)
  const rows = [...held].flatMap(([one, ids]) => ids.map((id) => `(${one}, ${id})`))
  for (let from = 0; from < rows.length; from += 500)
    await sql.raw(`insert into fingerprint values ${rows.slice(from, from + 500).join(', ')}`).execute(store.write)
}

onBothEngines((engine, open) => {
  const withStore = async (work: (store: Store) => Promise<void>) => {
    const store = await open()
    await work(store)
    await store.close()
  }

  describe(`${engine}: the index of fingerprints`, () => {
    it('holds what a list of all postings holds, through additions, removals and cut blocks', () =>
      withStore(async (store) => {
        const held: Held = new Map()
        await writeAlone(store, async (write) => {
          for (const [index, some] of fc.sample(shingles, { numRuns: 300, seed: 3 }).entries()) {
            const id = index % 7 === 6 ? index - 3 : index + 1 // a text that changed comes again under its earlier id
            await insertFingerprints(write, id, some)
            hold(held, id, some)
            if (index % 5 === 4) {
              await deleteFingerprints(write, id, some.slice(0, 20))
              release(held, (one, of) => one === id && some.slice(0, 20).includes(of))
            }
          }
          for (const asked of fc.sample(shingles, { numRuns: 60, seed: 4 })) await assertHeld(write, held, asked)
          await deleteAllFingerprints(write, new Set([1, 2, 3, 50, 51, 299]))
          release(held, (id) => [1, 2, 3, 50, 51, 299].includes(id))
          await assertHeld(write, held, Uint32Array.from(held.keys()))
        })
        assert.ok((await blockCount(store)) > 20)
        assert.ok([...held.values()].some((ids) => ids.length === POSTINGS_CAP))
      }))

    it('keeps every posting of a store of before', () =>
      withStore(async (store) => {
        const held: Held = new Map()
        const ids = await writeAlone(store, async (write) => {
          const articles = fc.sample(shinglesOf(400, 450), { numRuns: 90, seed: 8 })
          const stored: number[] = []
          for (const [index, some] of articles.entries()) {
            stored.push(await insertArticle(write, newArticle({ key: `k${index}`, shingles: new Uint32Array() })))
            hold(held, stored.at(-1)!, some)
          }
          return stored
        })
        assert.ok([...held.values()].flat().length > 20_000, 'enough for several steps of the move')
        await asBefore(store, held)
        await writeAlone(store, ({ trx }) => fingerprintBlocks(trx as never, engine)) // any database's shape, for a migration
        await writeAlone(store, async (write) => {
          await assertHeld(write, held, Uint32Array.from(held.keys()))
          await insertFingerprints(write, ids[0]!, Uint32Array.of(123_456))
          assert.deepEqual(await fingerprintPostings(write, Uint32Array.of(123_456)), [[ids[0]]])
        })
        const tables = await store.read.introspection.getTables()
        assert.deepEqual(
          tables.map(({ name }) => name).filter((name) => name.startsWith('fingerprint')),
          ['fingerprint_block'],
        )
      }))

    it('takes backups of before, which hold a row for each posting', () =>
      withStore(async (store) => {
        const id = await writeAlone(store, (write) => insertArticle(write, newArticle({ key: 'quay' })))
        const lines: string[] = []
        await dumpStore(store, async (line) => void lines.push(line))
        const rows = [5, 90, 4_000_000_000].map((one) => JSON.stringify(['fingerprint', { hash: one, article_id: id }]))
        const kept = lines.slice(1, -1).filter((line) => !line.startsWith('["fingerprint_block"'))
        const old = [lines[0]!, ...kept, ...rows, JSON.stringify({ rows: kept.length + rows.length })]
        await restoreStore(
          store,
          (async function* () {
            yield* old
          })(),
        )
        await writeAlone(store, async (write) => {
          const found = await fingerprintPostings(write, Uint32Array.of(5, 6, 90, 4_000_000_000))
          assert.deepEqual(found, [[id], [id], [id]])
        })
      }))

    it('forgets the former text of an article that changed, and the articles of the demo', () =>
      withStore(async (store) => {
        const texts = [
          'The ferry left the quay of Tarn at noon with nobody on board.',
          'Nobody knows when the ferry of Tarn will be back at its quay.',
        ]
        const [before, after] = texts.map((text) => sampledShingles(text)) as [Uint32Array, Uint32Array]
        const page = (text: string) => {
          const made = pageOf({ text })
          return { page: made, packed: packPage(made) }
        }
        await writeAlone(store, async (write) => {
          const first = newArticle({ key: 'ferry', ...page(texts[0]!), shingles: before, demo: true })
          const id = await insertArticle(write, first)
          assert.equal((await fingerprintPostings(write, before)).length, before.length)
          await updateArticle(write, id, { ...first, ...page(texts[1]!), shingles: after, contentHash: 'other' })
          assert.deepEqual(await fingerprintPostings(write, before), [])
          assert.equal((await fingerprintPostings(write, after)).length, after.length)
        })
        await removeDemo(store)
        await writeAlone(store, async (write) => assert.deepEqual(await fingerprintPostings(write, after), []))
      }))
  })
})
