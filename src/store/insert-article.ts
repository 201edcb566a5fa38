import { CompiledQuery, sql, type Transaction } from 'kysely'
import type { ExtractedArticle } from '../model/article.ts'
import type { CopyKind } from '../model/copy.ts'
import type { SectionReason, Tag } from '../model/tag.ts'
import type { EpochMs } from '../model/time.ts'
import { sampledShingles } from '../text/shingles.ts'
import { replaceFacts } from './article-facts.ts'
import { keepVersion } from './article-versions.ts'
import { unpackPage } from './articles.ts'
import { insertBatchRows } from './batch-rows.ts'
import { deleteFingerprints, insertFingerprints } from './fingerprints.ts'
import type { Database } from './schema.ts'
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
  /** Why it stands there; absent where nobody says. */
  sectionReason?: SectionReason
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
  /** `isPut`: by a rule of the owner; of what kind it is, its own row says. */
  tags: readonly (Tag & { slug: string; isPut?: boolean })[]
  shingles: Uint32Array
  features: Uint8Array
  /** As packFacts gives them; absent or null where the text gives none. */
  facts?: Uint8Array | null
  copy: CopyLink
  storyId: number
  /** What the owner's rules make of it. */
  hidden?: boolean
  marks?: readonly string[]
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

/** Stores one article whole: `insertArticleText`, and what a batch stores for all of its articles together. */
export async function insertArticle(write: Write, article: NewArticle): Promise<number> {
  const id = await insertArticleText(write, article)
  await insertBatchRows(write, [{ id, article }])
  return id
}

/** Stores an article's row, body, fingerprints and search row, which the next article of the batch may be a copy of; gives its id. */
export async function insertArticleText(write: Write, article: NewArticle): Promise<number> {
  const row = rowOf(article)
  const { rows } = await write.trx.executeQuery<{ id: number }>(
    CompiledQuery.raw(insertionOf(write, row), Object.values(row)),
  )
  const id = rows[0]!.id // the statement returns the row that it inserts
  await write.trx.executeQuery(
    CompiledQuery.raw(
      write.engine === 'postgres'
        ? 'insert into article_body (article_id, data) values ($1, $2)'
        : 'insert into article_body (article_id, data) values (?, ?)',
      [id, article.packed],
    ),
  )
  await insertFingerprints(write, id, article.shingles)
  await putSearchRow(write, id, article.searchRow)
  return id
}

/** The statement's text by the names of its columns, without building 34 values into a tree for each article. */
function insertionOf({ engine }: Write, row: Record<string, unknown>): string {
  const columns = Object.keys(row)
  const places = columns.map((_, index) => (engine === 'postgres' ? `$${index + 1}` : '?'))
  return `insert into article (${columns.join(', ')}) values (${places.join(', ')}) returning id`
}

/** Replaces the text of an article whose page changed; the former text is kept as a version, of which there are MAX_VERSIONS at most. */
export async function updateArticle(
  write: Write,
  id: number,
  article: Omit<NewArticle, 'storyId' | 'features' | 'copy'>,
): Promise<void> {
  const old = await write.trx
    .selectFrom('article')
    .innerJoin('article_body', 'article_body.article_id', 'article.id')
    .select(['version', 'data', 'copy_of'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await keepVersion(write, { articleId: id, version: old.version, seenMs: article.firstSeenMs, data: old.data })
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
  await deleteFingerprints(write, id, sampledShingles(unpackPage(old.data).text))
  await insertFingerprints(write, id, article.shingles)
  await deleteSearchRow(write, id)
  await putSearchRow(write, id, article.searchRow)
  await replaceFacts(write, id, old.copy_of === null ? (article.facts ?? null) : null)
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
    section_reason: article.sectionReason ? JSON.stringify(article.sectionReason) : null,
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
    hidden: article.hidden ? 1 : 0,
    demo: article.demo ? 1 : 0,
    marks: article.marks?.length ? JSON.stringify(article.marks) : null,
  } as const
}

/** Puts an article into the search index, where it must not be yet. */
export async function putSearchRow(write: Write, id: number, row: SearchRow): Promise<void> {
  const { title, body, tags } = row
  if (write.engine === 'sqlite') {
    await sql`insert into search (rowid, title, body, tags) values (${id}, ${title}, ${body}, ${tags})`.execute(
      write.trx,
    )
  } else {
    // Two blanks leave out a position: no phrase runs from a headline into its text, as columns keep it with the other engine.
    const all = `${title}  ${body}  ${tags}`
    await sql`insert into search (rowid, document) values (${id}, array_to_tsvector_positions(${all}))`.execute(
      write.trx,
    )
  }
}

/** Takes an article's search row away; no error where there is none. */
export async function deleteSearchRow(write: Write, id: number): Promise<void> {
  await sql`delete from search where rowid = ${id}`.execute(write.trx)
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
