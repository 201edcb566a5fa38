import { type Kysely, sql } from 'kysely'

/** Stories that were folded into another, by that one: each merge asks for them, and read every story there is. Few rows, a small index. */
export async function mergedStories(db: Kysely<unknown>): Promise<void> {
  await sql`create index story_merged on story (merged_into) where merged_into is not null`.execute(db)
}
