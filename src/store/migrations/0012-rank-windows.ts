import { type Kysely, sql } from 'kysely'
import type { Engine } from '../store.ts'

/** Columns and tables below come in the words of one engine. */
const WORDS = {
  sqlite: { $int: 'integer', $keyed: 'without rowid' },
  postgres: { $int: 'bigint', $keyed: '' },
} as const

/** As the ranking counts them: the landmark that keys count from, and the half-lives of an hour's and a week's list. */
const LANDMARK_MS = Date.UTC(2020, 0, 1)
const HOUR_LIST_MS = 3_600_000
const WEEK_LIST_MS = 48 * 3_600_000

/**
 * Keys of the hour's and the week's ranking beside the day's, each list an index of its own; votes that are limited by address block,
 * can be taken back, and are hashed by a key that is thrown away each day; views of a story.
 *
 * Stories of before get keys by their owners and latest text alone; the next article of a story makes them exact.
 */
export async function rankWindows(db: Kysely<unknown>, engine: Engine): Promise<void> {
  for (const statement of TABLES.split(';')) {
    const text = Object.entries(WORDS[engine]).reduce((all, [word, own]) => all.replaceAll(word, own), statement.trim())
    await sql.raw(text).execute(db)
  }
  await fillRankWindows(db)
}

/** Makes what stories and reactions of before lack from the rows that they have: those of a store, or of a backup. */
export async function fillRankWindows(db: Kysely<unknown>): Promise<void> {
  for (const statement of FILL.split(';')) await sql.raw(statement.trim()).execute(db)
}

const TABLES = `
alter table story add column rank_hour double precision not null default 0;
alter table story add column rank_week double precision not null default 0;
alter table story add column weighed_positive $int not null default 0;
alter table story add column weighed_total $int not null default 0;
alter table story add column views $int not null default 0;
alter table reaction add column weighed $int not null default 0;
alter table reaction add column favourable $int not null default 0;
alter table vote_seen add column label text;
alter table vote_seen add column weighed $int not null default 0;
create table vote_block (token text primary key, day $int not null, count $int not null) $keyed;
create index vote_block_day on vote_block (day);
create table vote_key (id $int primary key, day $int not null, key text not null);
create index story_ranked_language on story (language, rank_key desc, id desc);
create index story_ranked_hour on story (rank_hour desc, id desc);
create index story_ranked_hour_section on story (section, rank_hour desc, id desc);
create index story_ranked_hour_language on story (language, rank_hour desc, id desc);
create index story_ranked_week on story (rank_week desc, id desc);
create index story_ranked_week_section on story (section, rank_week desc, id desc);
create index story_ranked_week_language on story (language, rank_week desc, id desc)
`

const FILL = `
update reaction set weighed = count, favourable = case when label = 'veryGood!' then 1 else 0 end;
update story set weighed_positive = reaction_positive, weighed_total = reaction_total,
  views = coalesce((select sum(views) from article where story_id = story.id and hidden = 0), 0);
update story set
  rank_hour = (last_seen_ms - ${LANDMARK_MS}.0) / ${HOUR_LIST_MS} + ln(owner_count) / ln(2.0),
  rank_week = (last_seen_ms - ${LANDMARK_MS}.0) / ${WEEK_LIST_MS} + ln(owner_count) / ln(2.0)
  where owner_count > 0
`
