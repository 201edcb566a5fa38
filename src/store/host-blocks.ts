import { sql } from 'kysely'
import type { EpochMs } from '../model/time.ts'
import { DAY_MS } from '../model/time.ts'
import type { Write } from './insert-article.ts'
import type { Store } from './store.ts'

/** One page's blocks by which its host is remembered: hashes from 0 to 2^32-1, each once. */
export type PageBlocksOfHost = { host: string; hashes: Uint32Array }

/** Blocks kept of one host: those on most pages, then the latest. Templates of large sites have some hundred. */
export const MAX_BLOCKS_A_HOST = 1_000
/** A block that only one page had is forgotten after so long. */
const FORGET_AFTER_MS = 30 * DAY_MS
/** A block stands on at least so many pages before it counts as the host's. */
const LEAST_PAGES = 2
/** Hashes given for one host at most; more common ones first. */
const MAX_GIVEN = 500

/** Counts the blocks of some pages, one statement for all. Rows come in the order of their key: two writers never wait for each other. */
export async function rememberBlocks(write: Write, pages: readonly PageBlocksOfHost[], nowMs: EpochMs): Promise<void> {
  const counts = new Map<string, { host: string; hash: number; pages: number }>()
  for (const { host, hashes } of pages)
    for (const hash of hashes) {
      const key = `${host} ${hash}`
      const known = counts.get(key)
      if (known) known.pages++
      else counts.set(key, { host, hash, pages: 1 })
    }
  if (counts.size === 0) return
  const rows = [...counts.values()].sort((a, b) => (a.host === b.host ? a.hash - b.hash : a.host < b.host ? -1 : 1))
  const given =
    write.engine === 'postgres'
      ? sql`select * from unnest(${rows.map((row) => row.host)}::text[], ${rows.map((row) => row.hash)}::bigint[], ${rows.map((row) => row.pages)}::bigint[]) as given (host, hash, pages)`
      : sql`select value ->> 0 as host, value ->> 1 as hash, value ->> 2 as pages from json_each(${JSON.stringify(rows.map((row) => [row.host, row.hash, row.pages]))})`
  await sql`
    insert into host_block (host, hash, pages, last_seen_ms)
    select host, hash, pages, ${sql.lit(Math.round(nowMs))} from (${given}) as given where true
    on conflict (host, hash) do update set pages = host_block.pages + excluded.pages, last_seen_ms = excluded.last_seen_ms`.execute(
    write.trx,
  )
}

/** Forgets blocks of these hosts beyond MAX_BLOCKS_A_HOST, and those that one page alone had long ago. One statement. */
export async function forgetBlocks(write: Write, hosts: readonly string[], nowMs: EpochMs): Promise<void> {
  if (hosts.length === 0) return
  await sql`
    delete from host_block where (host, hash) in (
      select host, hash from (
        select host, hash, pages, last_seen_ms,
          row_number() over (partition by host order by pages desc, last_seen_ms desc, hash) as place
        from host_block where host in (${sql.join(hosts)})) as ranked
      where place > ${MAX_BLOCKS_A_HOST} or (pages < ${LEAST_PAGES} and last_seen_ms < ${nowMs - FORGET_AFTER_MS}))`.execute(
    write.trx,
  )
}

/** Hashes of blocks that at least two of a host's pages had, those on most pages first, then by hash; at most 500. Key: (host, hash). */
export async function repeatedBlocks(store: Store, host: string): Promise<Uint32Array> {
  const rows = await store.read
    .selectFrom('host_block')
    .select('hash')
    .where('host', '=', host)
    .where('pages', '>=', LEAST_PAGES)
    .orderBy('pages', 'desc')
    .orderBy('hash')
    .limit(MAX_GIVEN)
    .execute()
  return Uint32Array.from(rows, (row) => row.hash)
}
