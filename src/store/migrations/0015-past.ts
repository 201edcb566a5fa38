import { type Kysely, sql } from 'kysely'
import type { Engine } from '../store.ts'

/**
 * What stories and articles were before they changed, so that a page can be shown as of any moment. The store keeps it by itself:
 * whatever changes a row, triggers put the row as it was aside, with the moment until which it stood. A moment is that of the newest
 * article then known (`first_seen_ms`): nothing else brings news. What changes several times within one moment is kept once, as it was
 * before it; what is as it was before is not kept.
 */
export async function past(db: Kysely<unknown>, engine: Engine): Promise<void> {
  for (const statement of TABLES) await sql.raw(typed(statement, engine)).execute(db)
  const triggers = engine === 'sqlite' ? SQLITE_TRIGGERS : POSTGRES_TRIGGERS
  for (const statement of triggers) await sql.raw(statement).execute(db)
}

function typed(statement: string, engine: Engine): string {
  const int = engine === 'sqlite' ? 'integer' : 'bigint'
  const keyed = engine === 'sqlite' ? 'without rowid' : ''
  return statement.replaceAll('$int', int).replaceAll('$keyed', keyed)
}

const TABLES = [
  `create table story_past (
    story_id $int not null references story (id) on delete cascade, until_ms $int not null, title text not null, lead_article_id $int,
    section text not null, language text not null, first_seen_ms $int not null, last_seen_ms $int not null, article_count $int not null,
    independent_count $int not null, owner_count $int not null, copy_count $int not null, rank_key double precision not null,
    rank_hour double precision not null, rank_week double precision not null, burst double precision not null, merged_into $int,
    primary key (story_id, until_ms)) $keyed`,
  `create table article_past (
    article_id $int not null references article (id) on delete cascade, until_ms $int not null, story_id $int, title text not null,
    copy_of $int, copy_kind text, family $int, primary key (article_id, until_ms)) $keyed`,
  'create index article_past_story on article_past (story_id, until_ms)',
]

const STORY = [
  'title',
  'lead_article_id',
  'section',
  'language',
  'first_seen_ms',
  'last_seen_ms',
  'article_count',
  'independent_count',
  'owner_count',
  'copy_count',
  'rank_key',
  'rank_hour',
  'rank_week',
  'burst',
  'merged_into',
]
const ARTICLE = ['story_id', 'title', 'copy_of', 'copy_kind', 'family']

const NOW = '(select max(first_seen_ms) from article)'
const of = (row: string, columns: readonly string[]) => columns.map((column) => `${row}.${column}`).join(', ')
const differs = (is: string, columns: readonly string[]) =>
  columns.map((column) => `old.${column} ${is} new.${column}`).join(' or ')
const same = (is: string, table: string, row: string, columns: readonly string[]) =>
  columns.map((column) => `${table}.${column} ${is} ${row}.${column}`).join(' and ')

/** Puts the old row aside unless it or another one is of this very moment, then drops what is as the new row again. */
function keepOld(table: 'story' | 'article', columns: readonly string[], is: string): string {
  return `insert into ${table}_past (${table}_id, until_ms, ${columns.join(', ')})
    select old.id, ${NOW}, ${of('old', columns)} where old.first_seen_ms < ${NOW} on conflict do nothing;
    delete from ${table}_past where ${table}_id = new.id and until_ms = ${NOW} and ${same(is, `${table}_past`, 'new', columns)};`
}

const sqliteTrigger = (table: 'story' | 'article', columns: readonly string[]) =>
  `create trigger ${table}_keeps_past after update of ${columns.join(', ')} on ${table} when ${differs('is not', columns)}
    begin ${keepOld(table, columns, 'is')} end`

const SQLITE_TRIGGERS = [sqliteTrigger('story', STORY), sqliteTrigger('article', ARTICLE)]

const DISTINCT = 'is distinct from'
const EQUAL = 'is not distinct from'

/** A trigger on PostgreSQL is a function of its own. */
function postgresTrigger(table: 'story' | 'article', columns: readonly string[]): string[] {
  const name = `${table}_keeps_past`
  return [
    `create function ${name}() returns trigger language plpgsql as $$ begin ${keepOld(table, columns, EQUAL)} return null; end $$`,
    `create trigger ${name} after update of ${columns.join(', ')} on ${table} for each row
      when (${differs(DISTINCT, columns)}) execute function ${name}()`,
  ]
}

const POSTGRES_TRIGGERS = [...postgresTrigger('story', STORY), ...postgresTrigger('article', ARTICLE)]
