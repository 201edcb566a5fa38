import { CompiledQuery, type Kysely } from 'kysely'
import {
  cursorOver,
  type Posting,
  type PostingBlock,
  packedBlocks,
  postingsIn,
  step,
  withPostings,
} from './posting-block.ts'
import type { Engine } from './store.ts'

/** Articles kept and found for one fingerprint, the first ones: a phrase that everybody writes tells nothing, and an original is first. */
export const POSTINGS_CAP = 16

/** What is needed to read and write blocks: a batch of writing, or a migration. */
export type BlockAccess = { trx: Pick<Kysely<unknown>, 'executeQuery'>; engine: Engine }

/** For each of the sampled shingles that is held at all: the first articles that hold it, by rising id. One query. */
export async function fingerprintPostings(access: BlockAccess, shingles: Uint32Array): Promise<number[][]> {
  const asked = shingles.toSorted()
  const found: number[][] = []
  let next = 0
  const blocks = await blocksOf(access, asked)
  lastAsked.set(access, { shingles, blocks })
  for (const block of blocks) {
    const cursor = cursorOver(block)
    while (!cursor.isAtEnd && next < asked.length) {
      const hash = asked[next]!
      if (cursor.hash > hash) next++
      else if (cursor.hash < hash) step(cursor)
      else {
        const ids: number[] = []
        for (; !cursor.isAtEnd && cursor.hash === hash; step(cursor)) ids.push(cursor.id)
        found.push(ids)
        next++
      }
    }
  }
  return found
}

/** What was read last in a batch of writing, until something is written: a newcomer is looked up, and then stored in the same blocks. */
const lastAsked = new WeakMap<BlockAccess, { shingles: Uint32Array; blocks: readonly PostingBlock[] }>()

/** Stores an article's sampled shingles; those that POSTINGS_CAP articles hold already are left out. */
export async function insertFingerprints(access: BlockAccess, id: number, shingles: Uint32Array): Promise<void> {
  const asked = lastAsked.get(access)
  const known = asked?.shingles === shingles ? asked.blocks : undefined
  await rewrite(access, postingsOf(id, shingles), (block, own) => withPostings(block, own, POSTINGS_CAP), known)
}

function postingsOf(id: number, shingles: Uint32Array): Posting[] {
  return Array.from(shingles.toSorted(), (hash) => ({ hash, id }))
}

/** Stores postings, sorted by hash, then id. Two queries, however many there are. */
export async function insertPostings(access: BlockAccess, postings: readonly Posting[]): Promise<void> {
  await rewrite(access, postings, (block, own) => withPostings(block, own, POSTINGS_CAP))
}

/** Takes an article's sampled shingles away; those that are not held are no error. */
export async function deleteFingerprints(access: BlockAccess, id: number, shingles: Uint32Array): Promise<void> {
  await rewrite(access, postingsOf(id, shingles), (block, some) => {
    const gone = new Set(some.map(({ hash }) => hash))
    return withoutPostings(block, (posting) => posting.id === id && gone.has(posting.hash))
  })
}

/** Blocks looked through at once where all are: 2 MB. */
const BLOCKS_A_PAGE = 5_000

/** Takes everything away that articles of these ids hold, whatever it is: walks over all blocks. */
export async function deleteAllFingerprints(access: BlockAccess, ids: ReadonlySet<number>): Promise<void> {
  if (ids.size === 0) return
  for (let after = -1; ; ) {
    const query = `select first_hash, data from fingerprint_block where first_hash > ${placeOf(access, 1)} order by first_hash limit ${BLOCKS_A_PAGE}`
    const { rows } = await access.trx.executeQuery<BlockRow>(CompiledQuery.raw(query, [after]))
    const changed = rows.flatMap(
      ({ first_hash, data }) => withoutPostings({ firstHash: first_hash, data }, ({ id }) => ids.has(id)) ?? [],
    )
    await putBlocks(access, changed)
    if (rows.length < BLOCKS_A_PAGE) return
    after = rows.at(-1)!.first_hash
  }
}

/** What is left of a block; null where nothing goes. */
function withoutPostings(block: PostingBlock, isGone: (posting: Posting) => boolean): PostingBlock[] | null {
  const held = postingsIn(block)
  const kept = held.filter((posting) => !isGone(posting))
  return kept.length === held.length ? null : packedBlocks(block.firstHash, kept)
}

/** Reads the blocks in which `postings` (sorted by hash) belong, lets `change` make each one anew, and writes those that it gives. */
async function rewrite(
  access: BlockAccess,
  postings: readonly Posting[],
  change: (block: PostingBlock, own: readonly Posting[]) => readonly PostingBlock[] | null,
  read?: readonly PostingBlock[],
): Promise<void> {
  if (postings.length === 0) return
  const hashes = postings.map(({ hash }) => hash)
  const known = read ?? (await blocksOf(access, hashes))
  const blocks = (known[0]?.firstHash ?? Infinity) <= postings[0]!.hash ? known : [FIRST_BLOCK, ...known]
  const changed: PostingBlock[] = []
  let from = 0
  for (const [index, block] of blocks.entries()) {
    const end = blocks[index + 1]?.firstHash ?? Infinity
    let to = from
    while (to < postings.length && postings[to]!.hash < end) to++
    changed.push(...(change(block, postings.slice(from, to)) ?? []))
    from = to
  }
  await putBlocks(access, changed)
}

/** The block that an empty store lacks: it begins at the lowest hash. */
const FIRST_BLOCK: PostingBlock = { firstHash: 0, data: new Uint8Array() }

type BlockRow = { first_hash: number; data: Uint8Array }

/** Index: the key of fingerprint_block, the last one at or below each hash. SQLite gives them in two strings: a row with a blob of its own for each of 54 takes Node a third longer. */
const READ_BLOCKS: Record<Engine, string> = {
  sqlite: `select group_concat(first_hash) as hashes, group_concat(hex(data)) as bytes from (
    select first_hash, data from fingerprint_block where first_hash in (
      select (select max(first_hash) from fingerprint_block where first_hash <= asked.value) from json_each(?) as asked) order by first_hash)`,
  postgres: `select distinct on (block.first_hash) block.first_hash, block.data from unnest($1::bigint[]) as asked (value) cross join lateral (
    select first_hash, data from fingerprint_block where first_hash <= asked.value order by first_hash desc limit 1) as block order by block.first_hash`,
}

/** The blocks in which these hashes belong, by rising first hash, each once. */
async function blocksOf({ trx, engine }: BlockAccess, hashes: Iterable<number>): Promise<PostingBlock[]> {
  const asked = [...hashes]
  if (asked.length === 0) return []
  if (engine === 'postgres') {
    const { rows } = await trx.executeQuery<BlockRow>(CompiledQuery.raw(READ_BLOCKS.postgres, [asked]))
    return rows.map(({ first_hash, data }) => ({ firstHash: first_hash, data }))
  }
  const query = CompiledQuery.raw(READ_BLOCKS.sqlite, [JSON.stringify(asked)])
  const { rows } = await trx.executeQuery<{ hashes: string | null; bytes: string | null }>(query)
  const found = rows[0]?.hashes?.split(',') ?? []
  const bytes = rows[0]?.bytes?.split(',') ?? []
  return found.map((first, index) => ({ firstHash: Number(first), data: Buffer.from(bytes[index]!, 'hex') }))
}

/** One statement however many blocks there are. SQLite takes no lists: the blocks come in one piece, with their places in it. */
const PUT_BLOCKS: Record<Engine, string> = {
  sqlite: `insert into fingerprint_block (first_hash, data)
    select part.value ->> 0, coalesce(substr(whole.data, part.value ->> 1, part.value ->> 2), x'') from (select ? as data) as whole, json_each(?) as part
    where true on conflict (first_hash) do update set data = excluded.data`,
  postgres: `insert into fingerprint_block (first_hash, data) select * from unnest($1::bigint[], $2::bytea[])
    on conflict (first_hash) do update set data = excluded.data`,
}

async function putBlocks(access: BlockAccess, blocks: readonly PostingBlock[]): Promise<void> {
  if (blocks.length === 0) return
  lastAsked.delete(access)
  const { trx, engine } = access
  const bytes = blocks.map(({ data }) => data)
  await trx.executeQuery(
    CompiledQuery.raw(
      PUT_BLOCKS[engine],
      engine === 'postgres'
        ? [blocks.map(({ firstHash }) => firstHash), bytes.map((data) => Buffer.from(data))]
        : [Buffer.concat(bytes), JSON.stringify(placesOf(blocks))],
    ),
  )
}

/** First hash, place (from 1 on) and length of each block, where all stand in one piece. */
function placesOf(blocks: readonly PostingBlock[]): [number, number, number][] {
  let at = 1
  return blocks.map(({ firstHash, data }) => {
    at += data.length
    return [firstHash, at - data.length, data.length]
  })
}

function placeOf({ engine }: BlockAccess, number: number): string {
  return engine === 'postgres' ? `$${number}` : '?'
}
