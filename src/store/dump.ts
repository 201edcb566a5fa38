import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import { AppError } from '../model/errors.ts'
import { unpackPage } from './articles.ts'
import { emptyEditions } from './editions.ts'
import { insertPostings } from './fingerprints.ts'
import { putSearchRow, type Write, writeAlone } from './insert-article.ts'
import { fillRankWindows } from './migrations/0012-rank-windows.ts'
import type { Posting } from './posting-block.ts'
import type { Database } from './schema.ts'
import { searchRow } from './search.ts'
import type { Store } from './store.ts'

/** Tables of a backup with their keys, in an order in which rows may be put back. The search index is not among them: it is made anew; nor is the key of today's votes, which no backup may keep, nor are sessions and links, which a backup must not bring back to life. */
const TABLES = {
  setting: ['key'],
  feed: ['id'],
  feed_poll: ['feed_id', 'polled_ms'],
  websub: ['id'],
  hub_topic: ['id'],
  hub_subscription: ['id'],
  story: ['id'],
  article: ['id'],
  story_past: ['story_id', 'until_ms'],
  article_past: ['article_id', 'until_ms'],
  article_body: ['article_id'],
  article_read: ['article_id', 'hour_ms'],
  article_facts: ['article_id'],
  article_version: ['article_id', 'version'],
  article_alias: ['key'],
  host_block: ['host', 'hash'],
  section_lesson: ['id'],
  section_vocabulary: ['vocabulary'],
  tag: ['id'],
  tag_alias: ['slug'],
  article_tag: ['article_id', 'tag_id'],
  tag_rule: ['id'],
  given_tag: ['article_id', 'tag_id'],
  rule: ['id'],
  rule_hit: ['article_id', 'rule_id'],
  rule_tag: ['article_id', 'tag_id'],
  ruling: ['article_id'],
  tag_work: ['tag_id'],
  story_name: ['story_id', 'tag_id'],
  story_member: ['article_id'],
  story_choice: ['id'],
  story_pin: ['choice_id', 'article_id'],
  fingerprint_block: ['first_hash'],
  pulse_hour: ['key', 'hour_ms'],
  pulse_state: ['id'],
  burst: ['id'],
  pulse_shown: ['shown_ms'],
  reaction: ['article_id', 'label'],
  vote_seen: ['token'],
  vote_block: ['token'],
  list_click: ['day', 'list', 'reason', 'place'],
  read_together: ['first_key', 'second_key'],
  note: ['id'],
  job: ['id'],
  job_data: ['job_id'],
  watch: ['id'],
  watch_burst: ['watch_id', 'key'],
  watch_message: ['id'],
  watch_event: ['id'],
  account: ['id'],
  token: ['hash'],
  account_identity: ['issuer', 'subject'],
  account_choice: ['account_id'],
  reader_item: ['id'],
  reader_mark: ['user_name', 'item_id'],
  reader_list: ['id'],
  reader_listed: ['user_name', 'item_id'],
  reader_choice: ['user_name'],
  pending_mark: ['user_name', 'article_key'],
} as const satisfies Partial<Record<keyof Database, readonly string[]>>

type TableName = keyof typeof TABLES

/** Names of the tables that a backup holds. */
export const dumpedTables = Object.keys(TABLES) as readonly TableName[]

type Row = Record<string, unknown>

const FORMAT = 'trendpulse-backup-1'
const ROWS_A_PAGE = 500
/** Tables whose ids are counted by the engine. */
const COUNTED = [
  'feed',
  'websub',
  'hub_topic',
  'hub_subscription',
  'story',
  'article',
  'tag',
  'tag_rule',
  'rule',
  'story_choice',
  'burst',
  'note',
  'job',
  'watch',
  'watch_message',
  'watch_event',
  'account',
  'reader_item',
  'reader_list',
  'section_lesson',
] as const

/**
 * Gives every row of a store as JSON lines, the same whatever the engine, as of one moment; the site may go on writing meanwhile.
 * First line `{format}`, then `[table, row]`, last `{rows}`, which tells a torn file from a whole one.
 */
export async function dumpStore(store: Store, write: (line: string) => Promise<void>): Promise<number> {
  const snapshot = store.read.transaction()
  const begun = store.engine === 'postgres' ? snapshot.setIsolationLevel('repeatable read') : snapshot
  return begun.execute(async (trx) => {
    let rows = 0
    await write(`${JSON.stringify({ format: FORMAT })}\n`)
    for (const table of dumpedTables) {
      for await (const row of rowsOf(trx, table)) {
        rows++
        await write(`${JSON.stringify([table, encodeRow(row)])}\n`)
      }
    }
    await write(`${JSON.stringify({ rows })}\n`)
    return rows
  })
}

async function* rowsOf(trx: Transaction<Database>, table: TableName): AsyncGenerator<Row> {
  const keys = TABLES[table]
  const order = sql.join(keys.map((key) => sql.ref(key)))
  let after: unknown[] | null = null
  for (;;) {
    const where: RawBuilder<unknown> = after === null ? sql`` : sql`where (${order}) > (${sql.join(after)})`
    const { rows }: { rows: Row[] } =
      await sql<Row>`select * from ${sql.table(table)} ${where} order by ${order} limit ${ROWS_A_PAGE}`.execute(trx)
    yield* rows
    const last: Row | undefined = rows.at(-1)
    if (!last || rows.length < ROWS_A_PAGE) return
    after = keys.map((key) => last[key])
  }
}

/**
 * Puts a backup into a store in one transaction, in place of everything that is there.
 * @throws AppError invalid for a file that is no backup, or a torn one: the store stays as it was
 */
export async function restoreStore(store: Store, lines: AsyncIterable<string>): Promise<number> {
  return writeAlone(store, async (write) => {
    const { trx } = write
    await emptyEditions(write)
    await sql`delete from search where rowid in (select id from article)`.execute(trx)
    for (const table of ['session', 'account_link'] as const) await trx.deleteFrom(table).execute()
    for (const table of dumpedTables.toReversed()) await trx.deleteFrom(table).execute()
    const { rows, lacksRankWindows } = await putRows(write, lines)
    if (lacksRankWindows) {
      await fillRankWindows(trx as unknown as Kysely<unknown>) // as a migration gets it
      await trx.deleteFrom('story_past').execute() // a store of before kept none: what was filled in is no news
    }
    for await (const row of rowsOf(trx, 'article')) await indexArticle(write, row)
    if (store.engine === 'postgres') await countOn(trx)
    return rows
  })
}

/** Backups of before fingerprints were packed hold a row for each, in the order of the index; so many are put in at once. */
const OLD_POSTINGS_AT_ONCE = 20_000

/** Gives how many rows were put in, and whether the backup is of before the hour's and the week's ranking. */
async function putRows(
  write: Write,
  lines: AsyncIterable<string>,
): Promise<{ rows: number; lacksRankWindows: boolean }> {
  const { trx } = write
  let lacksRankWindows = false
  let oldPostings: Posting[] = []
  let rows = 0
  let stated: number | null = null
  let isBackup = false
  for await (const line of lines) {
    const value = parse(line)
    if (!isBackup) {
      isBackup = (value as { format?: unknown } | null)?.format === FORMAT
      if (!isBackup) throw new AppError('invalid', 'this is no backup of TrendPulse')
    } else if (Array.isArray(value) && Object.hasOwn(TABLES, String(value[0]))) {
      await trx
        .insertInto(value[0] as TableName)
        .values(decodeRow(value[1] as Row) as never)
        .execute() // rows as dumpStore wrote them
      if (value[0] === 'story') lacksRankWindows ||= !Object.hasOwn(value[1] as Row, 'rank_hour')
      rows++
    } else if (Array.isArray(value) && value[0] === 'fingerprint') {
      const { hash, article_id: id } = value[1] as { hash: number; article_id: number } // as an earlier dumpStore wrote it
      oldPostings.push({ hash, id })
      rows++
      if (oldPostings.length >= OLD_POSTINGS_AT_ONCE) {
        await insertPostings(write, oldPostings)
        oldPostings = []
      }
    } else stated = (value as { rows?: number }).rows ?? null
  }
  await insertPostings(write, oldPostings)
  if (stated !== rows)
    throw new AppError(
      'invalid',
      `the backup is torn: it holds ${rows} rows${stated === null ? ' and no end' : ` of ${stated}`}`,
    )
  return { rows, lacksRankWindows }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new AppError('invalid', 'this is no backup of TrendPulse, or a torn one', { cause })
  }
}

async function indexArticle(write: Write, row: Row): Promise<void> {
  const id = Number(row.id)
  const body = await write.trx.selectFrom('article_body').select('data').where('article_id', '=', id).executeTakeFirst()
  const tags = await write.trx
    .selectFrom('article_tag')
    .innerJoin('tag', 'tag.id', 'tag_id')
    .select('name')
    .where('article_id', '=', id)
    .execute()
  if (body)
    await putSearchRow(
      write,
      id,
      searchRow(
        String(row.title),
        unpackPage(body.data).text,
        tags.map((tag) => tag.name),
      ),
    )
}

/** Ids go on above those that were put back: PostgreSQL counts apart from its rows. */
async function countOn(trx: Kysely<Database>): Promise<void> {
  for (const table of COUNTED) {
    await sql`select setval(pg_get_serial_sequence(${table}, 'id'), greatest((select max(id) from ${sql.table(table)}), 1))`.execute(
      trx,
    )
  }
}

function encodeRow(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
    ]),
  )
}

function decodeRow(row: Row): Row {
  const bytesOf = (value: unknown) =>
    typeof value === 'object' && value !== null && 'base64' in value
      ? Buffer.from(String(value.base64), 'base64')
      : value
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, bytesOf(value)]))
}
