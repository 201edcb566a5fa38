/**
 * What does a search cost at 100,000 articles, for the commonest word too? Articles are put in as rows, their words drawn from an
 * invented vocabulary by Zipf's law, one word in every article; then each query is asked as the site asks it.
 * Prints finds and milliseconds at the median, the hundredth and the worst.
 *
 * `search [ARTICLES] [--postgres ADDRESS [--filled]]`; without an address an SQLite file in a folder that is removed afterwards;
 * `--filled` reads what an earlier run left there.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { DAY_MS } from '../src/model/time.ts'
import { putSearchRow, writeAlone } from '../src/store/insert-article.ts'
import { searchPage } from '../src/store/search.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { parseQuery } from '../src/text/search-query.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { postgres: { type: 'string' }, filled: { type: 'boolean' } },
})
const ARTICLES = Number(positionals[0] ?? 100_000)
const WORDS_A_TEXT = 120
const VOCABULARY = 60_000
const DAYS = 365
const NOW = Date.UTC(2026, 5, 10, 12)
const READS = 100
const BATCH = 2_000
/** As the site asks. */
const LIMIT = 20

const vocabulary = Array.from({ length: VOCABULARY }, (_, rank) => inventedWord(rank))
const common = vocabulary[0]!
const QUERIES: Readonly<Record<string, string>> = {
  'commonest word': common,
  'two common words': `${common} ${vocabulary[1]!}`,
  'rare word': vocabulary[20_000]!,
  'rare and commonest': `${vocabulary[5_000]!} ${common}`,
  'phrase of common words': `"${common} ${vocabulary[1]!}"`,
  'commonest without common': `${common} -${vocabulary[1]!}`,
  'word in 250 forms': 'больница',
  'run in 32 cuts': '東京都知事会',
  'beginning, four letters': `${vocabulary[400]!.slice(0, 4)}*`,
  'beginning, five letters': `${vocabulary[400]!.slice(0, 5)}*`,
  'compound': `${vocabulary[400]!} lang:de`,
  'commonest, common tag': `${common} tag:t1`,
  'commonest, rare tag': `${common} tag:t900`,
  'commonest, source': `${common} source:owner77`,
  'commonest, no such day': `${common} before:1999`,
  'commonest, section and month': `${common} section:science after:2026-05`,
  'common tag alone': 'tag:t1',
  'rare tag alone': 'tag:t900',
  'source alone': 'source:owner77',
  'section alone': 'section:science',
  'no such day alone': 'before:1999',
  'section without commonest': `section:science -${common}`,
} // biome-ignore format: a table reads better in rows

const folder = mkdtempSync(join(tmpdir(), 'trendpulse-search-'))
const store = await openStore(
  values.postgres === undefined ? { path: join(folder, 'store.db') } : { databaseUrl: values.postgres },
)
try {
  if (!values.filled) await fill(store)
  console.log(`${store.engine}: ${ARTICLES} articles of ${WORDS_A_TEXT} words; ${READS} reads each\n`)
  console.log('| query | found on its page | median ms | p99 ms | worst ms |\n|---|---|---|---|---|')
  for (const [name, query] of Object.entries(QUERIES)) await measure(name, query)
} finally {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Distinct words of two to five syllables, the same each time. */
function inventedWord(rank: number): string {
  let word = ''
  for (let rest = rank + 400; rest > 0; rest = Math.floor(rest / 60)) {
    word += 'bdfgklmnprst'[rest % 12]! + 'aeiou'[Math.floor(rest / 12) % 5]!
  }
  return word
}

async function fill({ engine, write }: Store): Promise<void> {
  const numbers =
    engine === 'sqlite'
      ? (count: number) =>
          sql`(with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count}) select i from n)`
      : (count: number) => sql`(select i from generate_series(1::bigint, ${count}::bigint) as g(i))`
  const section = sql`case i % 7 when 0 then 'society' when 1 then 'economy' when 2 then 'technology' when 3 then 'sports' when 4 then 'entertainment' when 5 then 'science' else 'other' end`
  const language = sql`case when i % 100 = 17 then 'fi' when i % 5 = 0 then 'de' else 'en' end`
  const stepMs = Math.floor((DAYS * DAY_MS) / ARTICLES)
  const atMs = sql`(${NOW - DAYS * DAY_MS} + i * ${stepMs})`
  await sql`insert into article (key, owner, title, byline, section, language, published_ms, doubtful, first_seen_ms, word_count, summary, story_id,
      containment, injected_count, views, content_hash, version, hidden, demo)
    select 'a' || i, 'owner' || (i % 2000), 'Article ' || i, '[]', ${section}, ${language}, ${atMs}, 0, ${atMs}, 400, ${'A summary of some length. '.repeat(8)}, i,
      0, 0, 0, 'h' || i, 1, 0, 0 from ${numbers(ARTICLES)} as m`.execute(write)
  await sql`insert into tag (slug, name, kind, article_count, last_seen_ms)
    select 't' || i, 'Tag ' || i, 'place', case i when 1 then ${sql.lit(Math.floor(ARTICLES / 8))} else ${sql.lit(Math.floor(ARTICLES / 1_000))} end, 0
    from ${numbers(1_000)} as m`.execute(write)
  await sql`insert into article_tag (article_id, tag_id, salience, mentions, published_ms)
    select id, case when id % 8 = 0 then 1 else 2 + id % 998 end, 0.5, 1, published_ms from article`.execute(write)
  const random = seeded(6)
  for (let first = 1; first <= ARTICLES; first += BATCH) await fillWords(first, random)
  await sql.raw(engine === 'sqlite' ? 'analyze' : 'vacuum analyze').execute(write)
}

async function fillWords(first: number, random: () => number): Promise<void> {
  await writeAlone(store, async (write) => {
    for (let id = first; id < first + BATCH && id <= ARTICLES; id++) {
      const drawn = Array.from({ length: WORDS_A_TEXT }, () => vocabulary[Math.floor(VOCABULARY ** random()) - 1]!)
      await putSearchRow(write, id, { title: `article ${id}`, body: `${common} ${drawn.join(' ')}`, tags: '' })
    }
  })
}

/** A linear congruential generator (Numerical Recipes): good enough to draw words. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

async function measure(name: string, text: string): Promise<void> {
  const query = parseQuery(text)
  const found = await searchPage(store, query, { limit: LIMIT })
  const times: number[] = []
  for (let read = 0; read < READS; read++) {
    const startMs = performance.now()
    await searchPage(store, query, { limit: LIMIT })
    times.push(performance.now() - startMs)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(share * (READS - 1))]!.toFixed(1)
  const shown = `${found.ids.length}${found.nextBeforeId === null ? '' : ' +'}`
  console.log(`| ${name} | ${found.problem ?? shown} | ${at(0.5)} | ${at(0.99)} | ${at(1)} |`)
}
