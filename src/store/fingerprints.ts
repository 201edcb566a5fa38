import { CompiledQuery, type Kysely } from 'kysely'
import { mergedPostings, type Posting, type PostingBlock, packedBlocks, postingsIn } from './posting-block.ts'
import type { Engine } from './store.ts'

/** Articles kept and found for one fingerprint, the first ones: a phrase that everybody writes tells nothing, and an original is first. */
export const POSTINGS_CAP = 16

/** What is needed to read and write blocks: a batch of writing, or a migration. */
export type BlockAccess = { trx: Pick<Kysely<unknown>, 'executeQuery'>; engine: Engine }

/** For each of the sampled shingles that is held at all: the first articles that hold it, by rising id. One query. */
export async function fingerprintPostings(access: BlockAccess, shingles: Uint32Array): Promise<number[][]> {
  const asked = new Set(shingles)
  const ids = new Map<number, number[]>()
  for (const block of await blocksOf(access, shingles)) {
    for (const { hash, id } of postingsIn(block)) {
      if (!asked.has(hash)) continue
      const held = ids.get(hash)
      if (held) held.push(id)
      else ids.set(hash, [id])
    }
  }
  return [...ids.values()]
}

/** Stores an article's sampled shingles; those that POSTINGS_CAP articles hold already are left out. */
export async function insertFingerprints(access: BlockAccess, id: number, shingles: Uint32Array): Promise<void> {
  await insertPostings(
    access,
    Array.from(shingles.toSorted(), (hash) => ({ hash, id })),
  )
}

/** Stores postings, sorted by hash, then id. Two queries, however many there are. */
export async function insertPostings(access: BlockAccess, postings: readonly Posting[]): Promise<void> {
  await rewrite(access, postings, (held, some) => mergedPostings(held, some, POSTINGS_CAP))
}

/** Takes an article's sampled shingles away; those that are not held are no error. */
export async function deleteFingerprints(access: BlockAccess, id: number, shingles: Uint32Array): Promise<void> {
  const own = Array.from(shingles.toSorted(), (hash) => ({ hash, id }))
  await rewrite(access, own, (held, some) => {
    const gone = new Set(some.map(({ hash }) => hash))
    return held.filter((posting) => posting.id !== id || !gone.has(posting.hash))
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
    const changed = rows.map(blockOf).flatMap((block) => {
      const held = postingsIn(block)
      const kept = held.filter(({ id }) => !ids.has(id))
      return kept.length === held.length ? [] : packedBlocks(block.firstHash, kept)
    })
    await putBlocks(access, changed)
    if (rows.length < BLOCKS_A_PAGE) return
    after = rows.at(-1)!.first_hash
  }
}

/** Reads the blocks in which `postings` (sorted by hash) belong, lets `change` make each one's postings anew, and writes what changed. */
async function rewrite(
  access: BlockAccess,
  postings: readonly Posting[],
  change: (held: readonly Posting[], own: readonly Posting[]) => readonly Posting[],
): Promise<void> {
  if (postings.length === 0) return
  const known = await blocksOf(
    access,
    postings.map(({ hash }) => hash),
  )
  const blocks = (known[0]?.firstHash ?? Infinity) <= postings[0]!.hash ? known : [FIRST_BLOCK, ...known]
  const changed: PostingBlock[] = []
  let from = 0
  for (const [index, block] of blocks.entries()) {
    const end = blocks[index + 1]?.firstHash ?? Infinity
    let to = from
    while (to < postings.length && postings[to]!.hash < end) to++
    const held = postingsIn(block)
    const now = change(held, postings.slice(from, to))
    if (now.length !== held.length) changed.push(...packedBlocks(block.firstHash, now))
    from = to
  }
  await putBlocks(access, changed)
}

/** The block that an empty store lacks: it begins at the lowest hash. */
const FIRST_BLOCK: PostingBlock = { firstHash: 0, data: new Uint8Array() }

type BlockRow = { first_hash: number; data: Uint8Array }

function blockOf({ first_hash, data }: BlockRow): PostingBlock {
  return { firstHash: first_hash, data }
}

/** Index: the key of fingerprint_block, the last one at or below each hash. */
const BLOCKS_OF = `select first_hash, data from fingerprint_block where first_hash in (
  select (select max(first_hash) from fingerprint_block where first_hash <= asked.value) from ASKED) order by first_hash`
const ASKED_IN: Record<Engine, string> = {
  sqlite: 'json_each(?) as asked',
  postgres: 'unnest($1::bigint[]) as asked (value)',
}

/** The blocks in which these hashes belong, by rising first hash, each once. */
async function blocksOf({ trx, engine }: BlockAccess, hashes: Iterable<number>): Promise<PostingBlock[]> {
  const asked = [...hashes]
  if (asked.length === 0) return []
  const query = CompiledQuery.raw(BLOCKS_OF.replace('ASKED', ASKED_IN[engine]), [
    engine === 'postgres' ? asked : JSON.stringify(asked),
  ])
  return (await trx.executeQuery<BlockRow>(query)).rows.map(blockOf)
}

/** One statement however many blocks there are. SQLite takes no lists: the blocks come in one piece, with their places in it. */
const PUT_BLOCKS: Record<Engine, string> = {
  sqlite: `insert into fingerprint_block (first_hash, data)
    select part.value ->> 0, coalesce(substr(whole.data, part.value ->> 1, part.value ->> 2), x'') from (select ? as data) as whole, json_each(?) as part
    where true on conflict (first_hash) do update set data = excluded.data`,
  postgres: `insert into fingerprint_block (first_hash, data) select * from unnest($1::bigint[], $2::bytea[])
    on conflict (first_hash) do update set data = excluded.data`,
}

async function putBlocks({ trx, engine }: BlockAccess, blocks: readonly PostingBlock[]): Promise<void> {
  if (blocks.length === 0) return
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
