import { sql } from 'kysely'
import type { Store } from './store.ts'

/** Tags that are looked at for one beginning, by slug: a bound on what one letter can cost. */
const MOST_LOOKED_AT = 2_000

/**
 * Names of tags whose slugs begin so, those with the most articles first. `beginning` is of a slug and not empty. Index: the unique one
 * of slugs in SQLite; PostgreSQL compares letter by letter whatever its collation, and reads the table of tags for it.
 */
export async function tagsBeginning(store: Store, beginning: string, limit: number): Promise<string[]> {
  const end = `${beginning}\u{10ffff}`
  const begins =
    store.engine === 'sqlite'
      ? sql`slug >= ${beginning} and slug < ${end}`
      : sql`slug ~>=~ ${beginning} and slug ~<~ ${end}`
  const { rows } = await sql<{ name: string }>`select name from (
      select name, slug, article_count from tag where ${begins} and merged_into is null and blocked = 0 and article_count > 0
      order by slug limit ${MOST_LOOKED_AT}) as beginning
    order by article_count desc, slug limit ${limit}`.execute(store.read)
  return rows.map((row) => row.name)
}
