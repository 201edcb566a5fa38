import { CompiledQuery, type Selectable } from 'kysely'
import type { ExtractedArticle } from '../model/article.ts'
import { packPage, unpackPage } from './articles.ts'
import type { Write } from './insert-article.ts'
import type { ArticleTable } from './schema.ts'
import type { Engine } from './store.ts'

/** What a stored article's row says to the judgement of copies. */
export type StoredRow = Pick<
  Selectable<ArticleTable>,
  'id' | 'version' | 'host' | 'first_seen_ms' | 'published_ms' | 'family' | 'copy_of' | 'story_id' | 'word_count'
>

/** Ids come as one value: a list of its own length would be a new statement each time, and building it took a fiftieth of an ingest. */
const AMONG_IDS: Record<Engine, string> = {
  sqlite: '(select value from json_each(?))',
  postgres: '(select unnest($1::bigint[]))',
}

async function rowsAmong<Row>({ trx, engine }: Write, select: string, ids: readonly number[]): Promise<Row[]> {
  if (ids.length === 0) return []
  const query = `${select} in ${AMONG_IDS[engine]}`
  const given = engine === 'postgres' ? [...ids] : JSON.stringify(ids)
  return (await trx.executeQuery<Row>(CompiledQuery.raw(query, [given]))).rows
}

/** Rows of candidates, by rising id; those that are gone are left out. One query; index: the primary key. */
export async function storedRows(write: Write, ids: readonly number[]): Promise<StoredRow[]> {
  const columns = 'id, version, host, first_seen_ms, published_ms, family, copy_of, story_id, word_count'
  const rows = await rowsAmong<StoredRow>(write, `select ${columns} from article where id`, ids)
  return rows.sort((one, other) => one.id - other.id)
}

/** Pages by article id. One query; index: the primary key. */
export async function storedPages(write: Write, ids: readonly number[]): Promise<Map<number, ExtractedArticle>> {
  const query = 'select article_id, data from article_body where article_id'
  const rows = await rowsAmong<{ article_id: number; data: Uint8Array }>(write, query, ids)
  return new Map(rows.map((row) => [row.article_id, unpackPage(row.data)]))
}

/** Ids of a family's articles but its original's, the earliest stored first. Index: article_family. */
export async function familyMembers(write: Write, family: number, limit: number): Promise<number[]> {
  const rows = await write.trx
    .selectFrom('article')
    .select('id')
    .where('family', '=', family)
    .where('id', '!=', family)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** An article whose date something contradicts now (the page says what): lists order it by when it was first seen. */
export async function doubtDate(write: Write, id: number, page: ExtractedArticle): Promise<void> {
  const { trx } = write
  await trx
    .updateTable('article_body')
    .set({ data: packPage(page) })
    .where('article_id', '=', id)
    .execute()
  await trx
    .updateTable('article')
    .set((eb) => ({ doubtful: 1, published_ms: eb.ref('first_seen_ms') }))
    .where('id', '=', id)
    .execute()
  await trx
    .updateTable('article_tag')
    .set((eb) => ({
      published_ms: eb.selectFrom('article').select('published_ms').where('id', '=', id).$asScalar().$notNull(),
    }))
    .where('article_id', '=', id)
    .execute()
}
