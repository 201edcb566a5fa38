import { type RawBuilder, sql } from 'kysely'
import type { Engine } from './store.ts'

/**
 * Ids as one value, to stand behind `in`: a list of its own length would be another statement each time, which SQLite reads and plans anew
 * and the writer's connection keeps. No ids are an empty list.
 */
export function among(engine: Engine, ids: readonly number[]): RawBuilder<unknown> {
  return engine === 'postgres'
    ? sql`(select unnest(${[...ids]}::bigint[]))`
    : sql`(select value from json_each(${JSON.stringify(ids)}))`
}
