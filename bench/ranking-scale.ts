/**
 * What does a list of the ranking cost where the store holds a million articles? Stories and their articles are put in as rows, then each
 * list is read as the site reads it. Prints the plan of each, and milliseconds at the median and the hundredth.
 *
 * `ranking-scale [ARTICLES] [--postgres ADDRESS [--filled]]`; without an address an SQLite file in a folder that is removed afterwards; `--filled`
 * reads what an earlier run left there.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CompiledQuery, sql } from 'kysely'
import { DAY_MS, HOUR_MS } from '../src/model/time.ts'
import { lowestKey } from '../src/rank/ranking.ts'
import { type RankingFilter, rankedInWindow, rankedQuery } from '../src/store/ranked-stories.ts'
import { openStore, type Store } from '../src/store/store.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { postgres: { type: 'string' }, filled: { type: 'boolean' } },
})
const ARTICLES = Number(positionals[0] ?? 1_000_000)
/** Articles a story, on average: as the invented news world has them. */
const PER_STORY = 2
const STORIES = Math.ceil(ARTICLES / PER_STORY)
/** The edition's length: a million articles are 23 an minute. */
const DAYS = 30
const NOW = Date.UTC(2026, 5, 10, 12)
const READS = 300
/** As the site asks: twice a page's rows and some. */
const LIMIT = 60
const SPANS_MS = { hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS } as const

const folder = mkdtempSync(join(tmpdir(), 'trendpulse-ranking-'))
const store = await openStore(
  values.postgres === undefined ? { path: join(folder, 'store.db') } : { databaseUrl: values.postgres },
)
try {
  if (!values.filled) await fill(store)
  console.log(`${store.engine}: ${ARTICLES} articles in ${STORIES} stories over ${DAYS} days; ${READS} reads each\n`)
  for (const [name, filter] of Object.entries(lists())) await measure(name, filter)
} finally {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
}

function lists(): Record<string, RankingFilter> {
  const of = (window: RankingFilter['window'], rest: Partial<RankingFilter> = {}): RankingFilter => {
    const sinceMs = NOW - SPANS_MS[window]
    return { window, sinceMs, fromKey: lowestKey(window, sinceMs), limit: LIMIT, ...rest }
  }
  return {
    hour: of('hour'),
    day: of('day'),
    week: of('week'),
    'hour, section': of('hour', { section: 'science' }),
    'day, section': of('day', { section: 'science' }),
    'week, section': of('week', { section: 'science' }),
    'day, rare language': of('day', { language: 'fi' }),
    'week, rare language and section': of('week', { language: 'fi', section: 'science' }),
    'day, common tag': of('day', { tagId: 1 }),
    'week, common tag': of('week', { tagId: 1 }),
    'week, rare tag': of('week', { tagId: 900 }),
  }
}

/** Rows by SQL: stories of one to many owners, told over time; one language in a hundred rare; one article in eight on the common tag. */
async function fill({ engine, write }: Store): Promise<void> {
  const series =
    engine === 'sqlite'
      ? (count: number) =>
          sql`(with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count}) select i from n)`
      : (count: number) => sql`(select i from generate_series(1::bigint, ${count}::bigint) as g(i))`
  const startMs = NOW - DAYS * DAY_MS
  const spanMs = DAYS * DAY_MS
  const section = sql`case i % 7 when 0 then 'society' when 1 then 'economy' when 2 then 'technology' when 3 then 'sports' when 4 then 'entertainment' when 5 then 'science' else 'other' end`
  const language = sql`case when i % 100 = 17 then 'fi' when i % 5 = 0 then 'de' else 'en' end`
  // As they come: later ids are later news, so that rows lie in the table nearly as they rank.
  const atMs = sql`(${startMs} + cast(i as double precision) / ${STORIES} * ${spanMs})`
  const owners = sql`(1 + (i % 11) * (i % 3))`
  await sql`insert into story (key, title, lead_article_id, section, language, first_seen_ms, last_seen_ms, article_count, independent_count,
      owner_count, copy_count, rank_key, rank_hour, rank_week, burst, reaction_positive, reaction_total, demo)
    select 's' || i, 'Story ' || i, i * ${PER_STORY}, ${section}, ${language}, cast(${atMs} as bigint), cast(${atMs} as bigint), ${PER_STORY}, ${PER_STORY}, ${owners}, 0,
      (${atMs} - ${Date.UTC(2020, 0, 1)}) / ${8 * HOUR_MS} + ln(${owners}) / ln(2.0), (${atMs} - ${Date.UTC(2020, 0, 1)}) / ${HOUR_MS} + ln(${owners}) / ln(2.0),
      (${atMs} - ${Date.UTC(2020, 0, 1)}) / ${48 * HOUR_MS} + ln(${owners}) / ln(2.0), 0, 0, 0, 0 from ${series(STORIES)} as m`.execute(
    write,
  )
  const story = sql.raw(`((i + ${PER_STORY - 1}) / ${PER_STORY})`) // in whole numbers: a bound one is none in SQLite
  const seenMs = sql`cast(${startMs} + cast(${story} as double precision) / ${STORIES} * ${spanMs} as bigint)`
  await sql`insert into article (key, owner, title, byline, section, language, published_ms, doubtful, first_seen_ms, word_count, summary, story_id,
      containment, injected_count, views, content_hash, version, hidden, demo)
    select 'a' || i, 'owner' || (i % 2000), 'Article ' || i, '[]', ${section}, ${language}, ${seenMs}, 0, ${seenMs}, 400, 'A summary of some length.', ${story},
      0, 0, 0, 'h' || i, 1, 0, 0 from ${series(ARTICLES)} as m`.execute(write)
  await sql`insert into tag (slug, name, kind, article_count, last_seen_ms)
    select 't' || i, 'Tag ' || i, 'place', 0, 0 from ${series(1_000)} as m`.execute(write)
  await sql`insert into article_tag (article_id, tag_id, salience, mentions, published_ms)
    select id, case when id % 8 = 0 then 1 else 2 + id % 998 end, 0.5, 1, published_ms from article`.execute(write)
  await sql.raw(engine === 'sqlite' ? 'analyze' : 'vacuum analyze').execute(write)
}

async function measure(name: string, filter: RankingFilter): Promise<void> {
  const found = await rankedInWindow(store, filter)
  const clock: number[] = []
  const cpu: number[] = []
  for (let read = 0; read < READS; read++) {
    const [startMs, used] = [performance.now(), process.cpuUsage()]
    await rankedInWindow(store, filter)
    clock.push(performance.now() - startMs)
    const { user, system } = process.cpuUsage(used)
    cpu.push((user + system) / 1_000)
  }
  const told = (times: number[]) => {
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.floor(share * (READS - 1))]!.toFixed(2)
    return `median ${at(0.5)} ms, p99 ${at(0.99)} ms`
  }
  console.log(`${name}: ${found.length} stories; clock ${told(clock)}; CPU of this process ${told(cpu)}`)
  for (const line of await planOf(rankedQuery(filter, store.engine).compile(store.read))) console.log(`    ${line}`)
}

async function planOf(query: CompiledQuery): Promise<string[]> {
  const explain = store.engine === 'sqlite' ? 'explain query plan ' : 'explain (analyze, timing off) '
  const { rows } = await store.read.executeQuery<Record<string, string>>(
    CompiledQuery.raw(explain + query.sql, [...query.parameters]),
  )
  const lines = rows.map((row) => String(row.detail ?? row['QUERY PLAN']))
  return lines.filter(
    (line) => /index|scan|actual time=.*limit|execution/i.test(line) && !/^\s*(index cond|filter|recheck)/i.test(line),
  )
}
