/**
 * What do lists of an edition of a fiftieth of the sources cost beside the whole site's? A store of invented words is filled (once), an
 * edition of 40 of its 2,000 sources is made, and every list is asked of both in turn, as the site asks it. Prints what filling the edition
 * took, milliseconds at the median and p99 of each list, and how many times the whole site's median the edition's is.
 *
 * `editions [ARTICLES] [--folder FOLDER] [--postgres ADDRESS] [--only NAME]`; without a folder or an address an SQLite file that is removed afterwards.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fillEditions } from '../src/ingest/fill-editions.ts'
import { newestArticles } from '../src/store/articles.ts'
import { storeCounts } from '../src/store/counts.ts'
import { lookThrough } from '../src/store/edition-lens.ts'
import { applyEditions, editionStates } from '../src/store/editions.ts'
import { searchPage } from '../src/store/search.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { tagPage } from '../src/store/tag-pages.ts'
import { tagBySlug } from '../src/store/tags.ts'
import { parseQuery } from '../src/text/search-query.ts'
import { homeList } from '../src/web/lists/home.ts'
import { pulseList } from '../src/web/lists/pulse.ts'
import { pulseAsked } from '../src/web/lists/pulse-asked.ts'
import { rankingList } from '../src/web/lists/ranking.ts'
import { rankingAsked } from '../src/web/lists/ranking-asked.ts'
import { sectionList } from '../src/web/lists/section.ts'
import type { Site } from '../src/web/site.ts'
import { siteOver } from '../tests/flow/site-world.ts'
import { FILLED_NOW_MS, fillStore, VOCABULARY } from './filled-store.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { postgres: { type: 'string' }, folder: { type: 'string' }, only: { type: 'string' } },
})
const ARTICLES = Number(positionals[0] ?? 100_000)
const DAYS = 365
/** Of 2,000 sources. */
const SOURCES = 40
const READS = 60
const LIMIT = 30

const sources = {
  include: { hosts: Array.from({ length: SOURCES }, (_, nth) => `owner${(53 * nth + 7) % 2_000}.example`) },
}
const common = VOCABULARY[0]!
const middling = VOCABULARY[400]!

/** Lists as the site asks them of a store. */
const LISTS: Readonly<Record<string, (site: Site) => Promise<unknown>>> = {
  'front page': (site) => homeList(site),
  'section': (site) => sectionList(site, 'science'),
  'ranking of the day': (site) => rankingList(site, rankingAsked({ window: 'day' })),
  'ranking of the week': (site) => rankingList(site, rankingAsked({ window: 'week' })),
  'ranking of a tag': (site) => rankingList(site, rankingAsked({ window: 'week', tag: 't1' })),
  'pulse': (site) => pulseList(site, pulseAsked({ hours: 24 })),
  'newest': (site) => newestArticles(site.store, { limit: LIMIT }),
  'newest of a section': (site) => newestArticles(site.store, { section: 'science', limit: LIMIT }),
  'newest of a common tag': async (site) =>
    newestArticles(site.store, { tagId: (await tagBySlug(site.store, 't1'))?.id ?? 0, limit: LIMIT }),
  'tags by name': (site) => tagPage(site.store, { prefix: 't1', limit: LIMIT }),
  'search, commonest word': (site) => searchPage(site.store, parseQuery(common), { limit: LIMIT }),
  'search, middling word': (site) => searchPage(site.store, parseQuery(middling), { limit: LIMIT }),
  'search, rare word': (site) => searchPage(site.store, parseQuery(VOCABULARY[20_000]!), { limit: LIMIT }),
  'search, word and section': (site) => searchPage(site.store, parseQuery(`${common} section:science`), { limit: LIMIT }),
} // biome-ignore format: a table reads better in rows

const passing = values.folder === undefined ? mkdtempSync(join(tmpdir(), 'trendpulse-editions-')) : null
const path = join(values.folder ?? passing ?? '', 'trendpulse.db')
const store = await openStore(values.postgres === undefined ? { path } : { databaseUrl: values.postgres })
try {
  if ((await storeCounts(store)).articles === 0) await fillStore(store, { articles: ARTICLES, days: DAYS })
  console.log(`${store.engine}: ${(await storeCounts(store)).articles} articles`)
  const seen = await makeEdition(store)
  const { store: whole, ...rest } = siteOver(store)
  const now = () => FILLED_NOW_MS
  const sites = {
    whole: { ...rest, now, store: whole },
    edition: { ...rest, now, store: seen, edition: { key: 'some', whole } },
  }
  console.log(`\n| list | whole: median, p99 ms | edition: median, p99 ms | times |\n|---|---|---|---|`)
  for (const [name, ask] of Object.entries(LISTS)) if (name.includes(values.only ?? '')) await measure(name, ask, sites)
} finally {
  await store.close()
  if (passing !== null) rmSync(passing, { recursive: true, force: true })
}

async function makeEdition(store: Store): Promise<Store> {
  await applyEditions(store, [])
  const startMs = performance.now()
  const number = (await applyEditions(store, [{ key: 'some', sources }])).get('some')!
  const madeMs = performance.now() - startMs
  const steps = await fillEditions(store, [{ key: 'some', sources, number }], {
    stopping: new AbortController().signal,
  })
  const [state] = await editionStates(store)
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1)
  console.log(
    `edition: ${state?.articles} articles, ${state?.stories} stories; made in ${madeMs.toFixed(0)} ms, filled in ${seconds} s and ${steps} steps`,
  )
  return lookThrough(store, number)
}

/** Both are asked in turn, so that what else the machine does falls on both. */
async function measure(
  name: string,
  ask: (site: Site) => Promise<unknown>,
  sites: { whole: Site; edition: Site },
): Promise<void> {
  const times = { whole: [] as number[], edition: [] as number[] }
  for (let read = 0; read < READS; read++)
    for (const which of ['whole', 'edition'] as const) {
      const startMs = performance.now()
      await ask(sites[which])
      times[which].push(performance.now() - startMs)
    }
  for (const list of Object.values(times)) list.sort((a, b) => a - b)
  const at = (list: readonly number[], share: number) => list[Math.floor(share * (READS - 1))]!
  const shown = (list: readonly number[]) => `${at(list, 0.5).toFixed(2)}, ${at(list, 0.99).toFixed(1)}`
  const ratio = (at(times.edition, 0.5) / at(times.whole, 0.5)).toFixed(2)
  console.log(`| ${name} | ${shown(times.whole)} | ${shown(times.edition)} | ${ratio} |`)
}
