/**
 * What does a search cost at 100,000 articles, for the commonest word too? Articles are put in as rows, their words drawn from an
 * invented vocabulary by Zipf's law, one word in every article; then each query is asked as the site asks it.
 * Prints finds, pages asked until one is full or nothing older is left, and milliseconds at the median, the hundredth and the worst.
 *
 * `search [ARTICLES] [--folder FOLDER] [--postgres ADDRESS]`; without a folder or an address an SQLite file that is removed afterwards. A
 * store that an earlier run filled is read as it stands.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { storeCounts } from '../src/store/counts.ts'
import { type SearchPage, searchPage } from '../src/store/search.ts'
import { openStore } from '../src/store/store.ts'
import { parseQuery, type SearchQuery } from '../src/text/search-query.ts'
import { fillStore, VOCABULARY } from './filled-store.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { postgres: { type: 'string' }, folder: { type: 'string' }, only: { type: 'string' } },
})
const ARTICLES = Number(positionals[0] ?? 100_000)
const DAYS = 365
const READS = 100
/** As the site asks. */
const LIMIT = 20

const common = VOCABULARY[0]!
const QUERIES: Readonly<Record<string, string>> = {
  'commonest word': common,
  'two common words': `${common} ${VOCABULARY[1]!}`,
  'rare word': VOCABULARY[20_000]!,
  'rare and commonest': `${VOCABULARY[5_000]!} ${common}`,
  'phrase of common words': `"${common} ${VOCABULARY[1]!}"`,
  'commonest without common': `${common} -${VOCABULARY[1]!}`,
  'word in 250 forms': 'больница',
  'run in 32 cuts': '東京都知事会',
  'beginning, four letters': `${VOCABULARY[400]!.slice(0, 4)}*`,
  'beginning, five letters': `${VOCABULARY[400]!.slice(0, 5)}*`,
  'compound': `${VOCABULARY[400]!} lang:de`,
  'commonest, common tag': `${common} tag:t1`,
  'commonest, rare tag': `${common} tag:t900`,
  'commonest, source': `${common} source:owner77`,
  'commonest, no such day': `${common} before:1999`,
  'commonest, section and month': `${common} section:science after:2026-05`,
  'common tag alone': 'tag:t1',
  'rare tag alone': 'tag:t900',
  'source alone': 'source:owner77',
  'two rare words': `${VOCABULARY[20_000]!} ${VOCABULARY[30_000]!}`,
  'rare word, day': `${VOCABULARY[20_000]!} after:2026-03-01 before:2026-03-02`,
  'commonest, an old day': `${common} after:2025-08-01 before:2025-08-02`,
  'commonest, rare language': `${common} lang:fi`,
  'commonest, tag of twenty': `${common} tag:t1500`,
  'commonest, rare tag and source': `${common} tag:t900 source:owner77`,
  'commonest, rare tag and day': `${common} tag:t900 after:2025-08-01 before:2025-08-02`,
  'section alone': 'section:science',
  'no such day alone': 'before:1999',
  'section without commonest': `section:science -${common}`,
} // biome-ignore format: a table reads better in rows

const passing = values.folder === undefined ? mkdtempSync(join(tmpdir(), 'trendpulse-search-')) : null
const path = join(values.folder ?? passing ?? '', 'trendpulse.db')
const store = await openStore(values.postgres === undefined ? { path } : { databaseUrl: values.postgres })
try {
  if ((await storeCounts(store)).articles === 0) await fillStore(store, { articles: ARTICLES, days: DAYS })
  console.log(`${store.engine}: ${(await storeCounts(store)).articles} articles; ${READS} reads each\n`)
  console.log(
    '| query | found on its page | pages to a full one | median ms | p99 ms | worst ms |\n|---|---|---|---|---|---|',
  )
  for (const [name, query] of Object.entries(QUERIES)) if (name.includes(values.only ?? '')) await measure(name, query)
} finally {
  await store.close()
  if (passing !== null) rmSync(passing, { recursive: true, force: true })
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
  const pages = await pagesToFull(query, found)
  console.log(`| ${name} | ${found.problem ?? shown} | ${pages} | ${at(0.5)} | ${at(0.99)} | ${at(1)} |`)
}

/** Pages asked for until one page's articles are found. */
async function pagesToFull(query: SearchQuery, first: SearchPage): Promise<number> {
  let pages = 1
  let found = first.ids.length
  for (let last = first; found < LIMIT && last.nextBeforeId !== null && pages < 1_000; pages++) {
    last = await searchPage(store, query, { limit: LIMIT, beforeId: last.nextBeforeId })
    found += last.ids.length
  }
  return pages
}
