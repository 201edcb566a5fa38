/**
 * What copies cost with a great many documents: the index in memory, and the store's fingerprints on either engine.
 *   node bench/copies-million.ts [documents=1000000] [--store FILE.db|postgres://…] [--unlike] [--arrival]
 * The texts are the invented world's, which repeats its phrases more than real news does; `--unlike` takes 54 random fingerprints a
 * document in their place, the most that a store can be asked to hold. The store is filled in the order of the key, as a restored backup
 * is, or with `--arrival` document by document, which leaves its blocks as a life of arrivals does. Then ASKED further documents, every
 * second one a copy of an earlier one, are looked up, ranked and added one by one, in batches of 50.
 */
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { demoArticles } from '../src/demo/world.ts'
import { fingerprintPostings, insertFingerprints, insertPostings, POSTINGS_CAP } from '../src/store/fingerprints.ts'
import { writeAlone } from '../src/store/insert-article.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { createCopyIndex } from '../src/story/copy-index.ts'
import { sharedCounts } from '../src/story/rank-candidates.ts'
import { sampledShingles } from '../src/text/shingles.ts'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { store: { type: 'string' }, unlike: { type: 'boolean' }, arrival: { type: 'boolean' } },
})
const documents = Number(positionals[0] ?? 1_000_000)
const ASKED = 2_000
const BATCH = 50
/** A posting's hash and document share a number of 53 bits. */
const DOCUMENT_ROOM = 2 ** 20
const END_MS = Date.UTC(2026, 10, 24, 17)
/** Of real articles, whatever their length: bench/copies-index.ts. */
const UNLIKE_SHINGLES = 54
const SAMPLING_LEVEL = 3

type Spread = { mean: number; p50: number; p99: number; worst: number }

if (documents >= DOCUMENT_ROOM) throw new Error('too many documents for one key')
const asked = await (options.store === undefined ? measureMemory() : measureStore(options.store))
process.stdout.write(`asked ${asked}\n`)

/** Fingerprints of one document after the other, from the first on, the same in every run. */
function* shinglesOfDocuments(count: number): Generator<Uint32Array> {
  if (options.unlike) {
    for (let document = 1; document <= count; document++) yield unlikeShingles(document)
    return
  }
  for (const { article } of demoArticles({ articles: count, seed: 5, endMs: END_MS }))
    yield sampledShingles(article.text)
}

/** Of a document behind the first `documents`, every second one is a copy: its fingerprints are those of an earlier one. */
function unlikeShingles(document: number): Uint32Array {
  const isCopy = document > documents && document % 2 === 0
  let state = isCopy ? (document * 7_919) % documents : document
  state = Math.imul(state, 0x9e3779b1)
  const shingles = new Uint32Array(UNLIKE_SHINGLES)
  for (let index = 0; index < UNLIKE_SHINGLES; index++) {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), state | 1)
    shingles[index] = ((mixed ^ (mixed >>> 14)) << SAMPLING_LEVEL) >>> 0
  }
  return shingles.sort()
}

function measureMemory(): number {
  const index = createCopyIndex()
  const looks: number[] = []
  const adds: number[] = []
  let docId = 0
  for (const shingles of shinglesOfDocuments(documents + ASKED)) {
    const started = performance.now()
    index.candidates(shingles, 12)
    const looked = performance.now()
    index.add(++docId, shingles)
    looks.push(looked - started)
    adds.push(performance.now() - looked)
  }
  const bytesPerDocument = Math.round(index.bytes() / docId)
  say('index in memory', { documents, bytesPerDocument, candidatesMs: spread(looks.slice(-50_000)), addMs: spread(adds.slice(-50_000)) }) // biome-ignore format: one line of figures
  return ASKED
}

async function measureStore(location: string): Promise<number> {
  const store = await openStore(location.startsWith('postgres') ? { databaseUrl: location } : { path: location })
  const late = await (options.arrival ? fillByArrival(store) : fillByKey(store))
  await askStore(store, late)
  await store.close()
  return late.length
}

async function fillByArrival(store: Store): Promise<Uint32Array[]> {
  const started = performance.now()
  const late: Uint32Array[] = []
  let batch: Uint32Array[] = []
  let first = 1
  const put = async (): Promise<void> => {
    await writeAlone(store, async (write) => {
      for (const [offset, shingles] of batch.entries()) await insertFingerprints(write, first + offset, shingles)
    })
    first += batch.length
    batch = []
  }
  for (const shingles of shinglesOfDocuments(documents + ASKED)) {
    if (first + batch.length > documents) late.push(shingles)
    else if (batch.push(shingles) === BATCH) await put()
  }
  await put()
  await sayFilled(store, started)
  return late
}

async function fillByKey(store: Store): Promise<Uint32Array[]> {
  const { keys, late } = postingKeys()
  const started = performance.now()
  /** Postings that are written at once: 3 MB. */
  const part = 20_000
  await writeAlone(store, async (write) => {
    for (let from = 0; from < keys.length; from += part)
      await insertPostings(
        write,
        Array.from(keys.subarray(from, from + part), (key) => ({
          hash: Math.floor(key / DOCUMENT_ROOM),
          id: key % DOCUMENT_ROOM,
        })),
      )
  })
  await sayFilled(store, started)
  return late
}

/** Every posting that is kept, hash and document in one number, sorted as the store sorts: the first POSTINGS_CAP documents of each hash. */
function postingKeys(): { keys: Float64Array; late: Uint32Array[] } {
  const keys = new Float64Array(documents * 72)
  const late: Uint32Array[] = []
  let count = 0
  let document = 0
  for (const shingles of shinglesOfDocuments(documents + ASKED)) {
    document++
    if (document > documents) late.push(shingles)
    else for (const shingle of shingles) keys[count++] = shingle * DOCUMENT_ROOM + document
  }
  const sorted = keys.subarray(0, count).sort()
  let kept = 0
  for (const key of sorted) {
    const first = kept >= POSTINGS_CAP ? sorted[kept - POSTINGS_CAP]! : -1
    if (Math.floor(first / DOCUMENT_ROOM) !== Math.floor(key / DOCUMENT_ROOM)) sorted[kept++] = key
  }
  return { keys: sorted.subarray(0, kept), late }
}

async function sayFilled(store: Store, started: number): Promise<void> {
  const bytes =
    store.engine === 'postgres'
      ? sql<{ bytes: number }>`select pg_total_relation_size('fingerprint_block') as bytes`
      : sql<{ bytes: number }>`select page_count * page_size as bytes from pragma_page_count, pragma_page_size`
  const size = Number((await bytes.execute(store.write)).rows[0]!.bytes)
  const blocks = sql<{ n: number }>`select count(*) as n from fingerprint_block`
  say(`${store.engine} filled ${options.arrival ? 'by arrival' : 'by key'}`, {
    documents,
    bytesPerDocument: Math.round(size / documents),
    blocks: Number((await blocks.execute(store.write)).rows[0]!.n),
    seconds: Math.round((performance.now() - started) / 1_000),
  })
}

async function askStore(store: Store, late: readonly Uint32Array[]): Promise<void> {
  const looks: number[] = []
  const adds: number[] = []
  const commits: number[] = []
  const cpu = { looks: [] as number[], adds: [] as number[] }
  for (let from = 0; from < late.length; from += BATCH) {
    let done = 0
    await writeAlone(store, async (write) => {
      for (const [offset, shingles] of late.slice(from, from + BATCH).entries()) {
        const startedCpu = cpuMs()
        const started = performance.now()
        sharedCounts(await fingerprintPostings(write, shingles))
        const looked = performance.now()
        const lookedCpu = cpuMs()
        await insertFingerprints(write, documents + 1 + from + offset, shingles)
        looks.push(looked - started)
        adds.push(performance.now() - looked)
        cpu.looks.push(lookedCpu - startedCpu)
        cpu.adds.push(cpuMs() - lookedCpu)
      }
      done = performance.now()
    })
    commits.push(performance.now() - done)
  }
  say(store.engine, { candidatesMs: spread(looks), addMs: spread(adds), commitMs: spread(commits) })
  say('CPU of this process', { candidatesMs: spread(cpu.looks), addMs: spread(cpu.adds) })
}

/** On a machine that does other things too, the clock tells of them; this does not. PostgreSQL's own share is not in it. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(3))
  const mean = sorted.reduce((sum, ms) => sum + ms, 0) / Math.max(1, sorted.length)
  return { mean: Number(mean.toFixed(3)), p50: at(0.5), p99: at(0.99), worst: at(1) }
}

function say(what: string, figures: Record<string, unknown>): void {
  process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`)
}
