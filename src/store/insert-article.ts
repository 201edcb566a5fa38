import type { Selectable, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { ExtractedArticle } from '../model/article.ts'
import type { CopyKind } from '../model/copy.ts'
import type { Tag } from '../model/tag.ts'
import type { EpochMs } from '../model/time.ts'
import { unpackPage } from './articles.ts'
import type { ArticleTable, Database } from './schema.ts'
import type { SearchRow } from './search.ts'
import type { Engine, Store } from './store.ts'

/** A write in progress: everything of one batch is stored, or nothing. */
export type Write = { trx: Transaction<Database>; engine: Engine }

/** How an article relates to one that stands already. */
export type CopyLink = {
  copyOf: number | null
  kind: CopyKind | null
  containment: number
  /** Id of the family's original; null makes the article its own family. */
  family: number | null
  redatedDays: number | null
  injectedCount: number
}

/** An article ready to be stored: read, tagged, judged. */
export type NewArticle = {
  /** Public key, made of the content's identity: reading twice makes one row. */
  key: string
  feedId: number | null
  url: string | null
  host: string | null
  owner: string
  sourceTitle: string | null
  title: string
  section: string
  language: string
  publishedMs: EpochMs
  doubtful: boolean
  firstSeenMs: EpochMs
  summary: string
  wordCount: number
  contentHash: string
  demo: boolean
  page: ExtractedArticle
  /** The page as packPage gives it: packed where the article was read, off the thread that writes. */
  packed: Uint8Array
  searchRow: SearchRow
  tags: readonly (Tag & { slug: string })[]
  shingles: Uint32Array
  features: Uint8Array
  copy: CopyLink
  storyId: number
}

/** Any number: every process that writes articles waits for the same lock. */
const WRITER_LOCK = 7_301_994

/**
 * Runs one batch of writing alone: a second process (a verb beside `serve`) waits for its end.
 * What `work` wrote is stored whole or not at all. @throws what `work` throws, after rolling back
 */
export async function writeAlone<Value>(store: Store, work: (write: Write) => Promise<Value>): Promise<Value> {
  return store.write.transaction().execute(async (trx) => {
    if (store.engine === 'postgres') await sql`select pg_advisory_xact_lock(${WRITER_LOCK})`.execute(trx)
    // SQLite takes its write lock at the first write: before anything is read that the batch builds on.
    else await trx.updateTable('setting').set({ value: '' }).where('key', '=', 'writer-lock').execute()
    return work({ trx, engine: store.engine })
  })
}

/** What stands under some keys already. One query. */
export async function knownArticles(
  write: Write,
  keys: readonly string[],
): Promise<Map<string, { id: number; contentHash: string; version: number }>> {
  if (keys.length === 0) return new Map()
  const rows = await write.trx
    .selectFrom('article')
    .select(['id', 'key', 'content_hash', 'version'])
    .where('key', 'in', keys)
    .execute()
  return new Map(rows.map((row) => [row.key, { id: row.id, contentHash: row.content_hash, version: row.version }]))
}

/** Stores one article with its body, tags, fingerprints, story membership and search row; gives its id. */
export async function insertArticle(write: Write, article: NewArticle): Promise<number> {
  const { id } = await write.trx.insertInto('article').values(rowOf(article)).returning('id').executeTakeFirstOrThrow()
  if (article.copy.family === null)
    await write.trx.updateTable('article').set({ family: id }).where('id', '=', id).execute()
  await write.trx.insertInto('article_body').values({ article_id: id, data: article.packed }).execute()
  await write.trx
    .insertInto('story_member')
    .values({ article_id: id, story_id: article.storyId, features: article.features })
    .execute()
  await insertTags(write, id, article)
  await insertFingerprints(write, id, article.shingles)
  await putSearchRow(write, id, article.searchRow)
  return id
}

/** Replaces the text of an article whose page changed; the former text is kept as a version. */
export async function updateArticle(
  write: Write,
  id: number,
  article: Omit<NewArticle, 'storyId' | 'features' | 'copy'>,
): Promise<void> {
  const old = await write.trx
    .selectFrom('article')
    .innerJoin('article_body', 'article_body.article_id', 'article.id')
    .select(['version', 'data'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const version = { article_id: id, version: old.version, seen_ms: article.firstSeenMs, data: old.data }
  await write.trx.insertInto('article_version').values(version).execute()
  await write.trx
    .updateTable('article')
    .set({
      title: article.title,
      byline: JSON.stringify(article.page.byline),
      summary: article.summary,
      word_count: article.wordCount,
      content_hash: article.contentHash,
      version: old.version + 1,
    })
    .where('id', '=', id)
    .execute()
  await write.trx.updateTable('article_body').set({ data: article.packed }).where('article_id', '=', id).execute()
  await write.trx.deleteFrom('fingerprint').where('article_id', '=', id).execute()
  await insertFingerprints(write, id, article.shingles)
  await deleteSearchRow(write, id)
  await putSearchRow(write, id, article.searchRow)
}

function rowOf(article: NewArticle) {
  const { copy, page } = article
  return {
    key: article.key,
    feed_id: article.feedId,
    url: article.url,
    host: article.host,
    owner: article.owner,
    source_title: article.sourceTitle,
    title: article.title,
    byline: JSON.stringify(page.byline),
    section: article.section,
    language: article.language,
    published_ms: article.publishedMs,
    claimed_published: page.published,
    doubtful: article.doubtful ? 1 : 0,
    first_seen_ms: article.firstSeenMs,
    word_count: article.wordCount,
    summary: article.summary,
    image: page.image,
    story_id: article.storyId,
    copy_of: copy.copyOf,
    copy_kind: copy.kind,
    containment: copy.containment,
    family: copy.family,
    redated_days: copy.redatedDays,
    injected_count: copy.injectedCount,
    credit: page.agencies[0] ?? null,
    views: 0,
    content_hash: article.contentHash,
    version: 1,
    hidden: 0,
    demo: article.demo ? 1 : 0,
  } as const
}

async function insertTags(write: Write, id: number, article: NewArticle): Promise<void> {
  if (article.tags.length === 0) return
  const rows = await write.trx
    .insertInto('tag')
    .values(
      article.tags.map((tag) => ({
        slug: tag.slug,
        name: tag.name,
        kind: tag.kind,
        article_count: 1,
        last_seen_ms: article.publishedMs,
        merged_into: null,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('slug').doUpdateSet((eb) => ({
        article_count: eb('tag.article_count', '+', 1),
        last_seen_ms: sql<number>`case when excluded.last_seen_ms > tag.last_seen_ms then excluded.last_seen_ms else tag.last_seen_ms end`,
      })),
    )
    .returning(['id', 'slug'])
    .execute()
  const ids = new Map(rows.map((row) => [row.slug, row.id]))
  await write.trx
    .insertInto('article_tag')
    .values(
      article.tags.map((tag) => ({
        article_id: id,
        tag_id: ids.get(tag.slug)!, // every slug was inserted or updated just above
        salience: tag.salience,
        mentions: tag.count,
        published_ms: article.publishedMs,
      })),
    )
    .execute()
}

async function insertFingerprints(write: Write, id: number, shingles: Uint32Array): Promise<void> {
  if (shingles.length === 0) return
  if (write.engine === 'postgres') {
    await sql`insert into fingerprint (hash, article_id) select unnest(${[...shingles]}::bigint[]), ${id}`.execute(
      write.trx,
    )
  } else {
    await sql`insert into fingerprint (hash, article_id) select value, ${id} from json_each(${JSON.stringify([...shingles])})`.execute(
      write.trx,
    )
  }
}

/** Puts an article into the search index, where it must not be yet. */
export async function putSearchRow(write: Write, id: number, row: SearchRow): Promise<void> {
  const { title, body, tags } = row
  if (write.engine === 'sqlite') {
    await sql`insert into search (rowid, title, body, tags) values (${id}, ${title}, ${body}, ${tags})`.execute(
      write.trx,
    )
  } else {
    const all = `${title} ${body} ${tags}`
    await sql`insert into search (rowid, document) values (${id}, array_to_tsvector_positions(${all}))`.execute(
      write.trx,
    )
  }
}

/** Takes an article's search row away; no error where there is none. */
export async function deleteSearchRow(write: Write, id: number): Promise<void> {
  await sql`delete from search where rowid = ${id}`.execute(write.trx)
}

/** Candidates for copies: stored articles that share at least `least` of the sampled shingles, most shared first. Key: (hash, article_id). */
export async function fingerprintMatches(
  write: Write,
  shingles: Uint32Array,
  least: number,
  limit: number,
): Promise<{ articleId: number; shared: number }[]> {
  if (shingles.length < least) return []
  if (write.engine === 'postgres') {
    const { rows } = await sql<{ articleId: number; shared: number }>`
      select article_id as "articleId", count(*) as shared from fingerprint where hash = any(${[...shingles]}::bigint[])
      group by article_id having count(*) >= ${least} order by 2 desc, 1 limit ${limit}`.execute(write.trx)
    return rows
  }
  // Common phrases give a thousand postings a text: counting them here takes a third of the time that SQLite's sorter takes.
  const { rows } = await sql<{ ids: string | null }>`
    select group_concat(article_id) as ids from fingerprint where hash in (select value from json_each(${JSON.stringify([...shingles])}))`.execute(
    write.trx,
  )
  const shared = countIds(rows[0]?.ids ?? '')
  return [...shared]
    .flatMap(([articleId, count]) => (count >= least ? { articleId, shared: count } : []))
    .sort((a, b) => b.shared - a.shared || a.articleId - b.articleId)
    .slice(0, limit)
}

/** How often each number stands in a list with commas. */
function countIds(list: string): Map<number, number> {
  const counts = new Map<number, number>()
  for (let index = 0, id = 0; index < list.length; index++) {
    id = id * 10 + list.charCodeAt(index) - 48
    if (index + 1 < list.length && list[index + 1] !== ',') continue
    counts.set(id, (counts.get(id) ?? 0) + 1)
    id = 0
    index++ // the comma
  }
  return counts
}

/** What a stored article's row says to the judgement of copies. */
export type StoredRow = Pick<
  Selectable<ArticleTable>,
  'id' | 'version' | 'host' | 'first_seen_ms' | 'published_ms' | 'family' | 'copy_of' | 'story_id'
>

/** Rows of candidates, by rising id; those that are gone are left out. One query. */
export async function storedRows(write: Write, ids: readonly number[]): Promise<StoredRow[]> {
  if (ids.length === 0) return []
  return write.trx
    .selectFrom('article')
    .select(['id', 'version', 'host', 'first_seen_ms', 'published_ms', 'family', 'copy_of', 'story_id'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
}

/** Pages by article id. One query. */
export async function storedPages(write: Write, ids: readonly number[]): Promise<Map<number, ExtractedArticle>> {
  if (ids.length === 0) return new Map()
  const rows = await write.trx.selectFrom('article_body').selectAll().where('article_id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.article_id, unpackPage(row.data)]))
}

/** Points an article at another original: used when an earlier text of a known family arrives later. */
export async function relinkCopy(write: Write, id: number, copy: CopyLink): Promise<void> {
  await write.trx
    .updateTable('article')
    .set({
      copy_of: copy.copyOf,
      copy_kind: copy.kind,
      containment: copy.containment,
      family: copy.family ?? id,
      redated_days: copy.redatedDays,
      injected_count: copy.injectedCount,
    })
    .where('id', '=', id)
    .execute()
}

/** Moves a whole family under a new original. Index: article_family. */
export async function moveFamily(write: Write, from: number, to: number): Promise<void> {
  await write.trx.updateTable('article').set({ family: to }).where('family', '=', from).execute()
  await write.trx
    .updateTable('article')
    .set({ copy_of: to })
    .where('copy_of', '=', from)
    .where('id', '!=', to)
    .execute()
}
