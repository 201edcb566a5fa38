/**
 * What copies cost with a great many documents: the index in memory, and the store's fingerprints on either engine.
 *   node bench/copies-million.ts [documents=1000000] [file.db or postgres://…, none for the index alone]
 * The texts are the invented world's, which repeats its phrases more than real news does. The store is filled in order of the key, as
 * a restored backup is; then `ASKED` further texts are looked up, ranked and added one by one, in batches of 50.
 */
import { sql } from 'kysely'
import { demoArticles } from '../src/demo/world.ts'
import { fingerprintPostings, insertFingerprints, POSTINGS_CAP } from '../src/store/fingerprints.ts'
import { writeAlone } from '../src/store/insert-article.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { createCopyIndex } from '../src/story/copy-index.ts'
import { sharedCounts } from '../src/story/rank-candidates.ts'
import { sampledShingles } from '../src/text/shingles.ts'

const documents = Number(process.argv[2] ?? 1_000_000)
const location = process.argv[3]
const ASKED = 2_000
const BATCH = 50
/** A posting's hash and document share a number of 53 bits. */
const DOCUMENT_ROOM = 2 ** 20
const END_MS = Date.UTC(2026, 10, 24, 17)

/** Hash and document of every posting that is kept, one number each, in the order of the store's key. */
type Postings = { keys: Float64Array; count: number }

const index = createCopyIndex()
const asked: Uint32Array[] = []
const postings: Postings = { keys: new Float64Array(location ? documents * 72 : 0), count: 0 }
const times = { shingles: [] as number[], look: [] as number[], add: [] as number[] }
let docId = 0
for (const { article, host } of demoArticles({ articles: documents + ASKED, seed: 5, endMs: END_MS })) {
  const started = performance.now()
  const shingles = sampledShingles(article.text)
  const shingled = performance.now()
  docId++
  index.candidates(shingles, 12, host)
  const looked = performance.now()
  index.add(docId, shingles, host)
  times.shingles.push(shingled - started)
  times.look.push(looked - shingled)
  times.add.push(performance.now() - looked)
  if (docId > documents) asked.push(shingles)
  else if (location) keep(shingles)
}
say('index in memory', {
  documents,
  bytesPerDocument: Math.round(index.bytes() / docId),
  shinglesMs: spread(times.shingles),
  candidatesMs: spread(times.look.slice(-50_000)),
  addMs: spread(times.add.slice(-50_000)),
})
if (location) {
  const isPostgres = location.startsWith('postgres')
  const store = await openStore(isPostgres ? { databaseUrl: location } : { path: location })
  await fill(store)
  await askStore(store)
  await store.close()
}

function keep(shingles: Uint32Array): void {
  for (const shingle of shingles) postings.keys[postings.count++] = shingle * DOCUMENT_ROOM + docId
}

/** Sorted, as `insertFingerprints` would have kept them: the first POSTINGS_CAP documents of each fingerprint. */
function keptPostings(): Float64Array {
  const keys = postings.keys.subarray(0, postings.count).sort()
  let kept = 0
  for (const key of keys) {
    const first = kept >= POSTINGS_CAP ? keys[kept - POSTINGS_CAP]! : -1
    if (Math.floor(first / DOCUMENT_ROOM) !== Math.floor(key / DOCUMENT_ROOM)) keys[kept++] = key
  }
  return keys.subarray(0, kept)
}

async function fill(store: Store): Promise<void> {
  if (documents >= DOCUMENT_ROOM) throw new Error('too many documents for one key')
  const keys = keptPostings()
  const started = performance.now()
  await writeAlone(store, async ({ trx }) => {
    // Articles themselves are left out: what is measured is their fingerprints.
    if (store.engine === 'postgres')
      await sql`alter table fingerprint drop constraint fingerprint_article_id_fkey`.execute(trx)
  })
  if (store.engine === 'sqlite') await sql`pragma foreign_keys = off`.execute(store.write)
  await writeAlone(store, async ({ trx }) => {
    for (let from = 0; from < keys.length; from += 20_000) {
      const part = keys.subarray(from, from + 20_000)
      const list = [...part]
      await (store.engine === 'postgres'
        ? sql`insert into fingerprint select key / ${DOCUMENT_ROOM}::bigint, key % ${DOCUMENT_ROOM}::bigint from unnest(${list}::bigint[]) as key`
        : sql`insert into fingerprint select value / ${DOCUMENT_ROOM}, value % ${DOCUMENT_ROOM} from json_each(${JSON.stringify(list)})`
      ).execute(trx)
    }
  })
  const bytes =
    store.engine === 'postgres'
      ? sql<{ bytes: number }>`select pg_total_relation_size('fingerprint') as bytes`
      : sql<{ bytes: number }>`select page_count * page_size as bytes from pragma_page_count, pragma_page_size`
  const size = Number((await bytes.execute(store.write)).rows[0]!.bytes)
  say(`${store.engine} filled`, {
    postings: keys.length,
    postingsPerDocument: Number((keys.length / documents).toFixed(1)),
    bytesPerDocument: Math.round(size / documents),
    seconds: Math.round((performance.now() - started) / 1_000),
  })
}

async function askStore(store: Store): Promise<void> {
  const looks: number[] = []
  const adds: number[] = []
  const commits: number[] = []
  for (let from = 0; from < asked.length; from += BATCH) {
    let done = 0
    await writeAlone(store, async (write) => {
      for (const [offset, shingles] of asked.slice(from, from + BATCH).entries()) {
        const started = performance.now()
        sharedCounts(await fingerprintPostings(write, shingles))
        const looked = performance.now()
        await insertFingerprints(write, documents + 1 + from + offset, shingles)
        looks.push(looked - started)
        adds.push(performance.now() - looked)
      }
      done = performance.now()
    })
    commits.push(performance.now() - done)
  }
  say(store.engine, { candidatesMs: spread(looks), addMs: spread(adds), commitMs: spread(commits) })
}

function spread(values: readonly number[]): Record<string, number> {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(3))
  const mean = sorted.reduce((sum, ms) => sum + ms, 0) / Math.max(1, sorted.length)
  return { mean: Number(mean.toFixed(3)), p50: at(0.5), p99: at(0.99), worst: at(1) }
}

function say(what: string, figures: Record<string, unknown>): void {
  process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`)
}
