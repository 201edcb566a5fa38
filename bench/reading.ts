/**
 * How well and how fast are feeds and pages read, beside other programs?
 *
 *     npm run bench -- reading [--data FOLDER] [--part N] [--sample K] [--weights FILE] [--only NAME,NAME] [--json]
 *
 * FOLDER holds `pages.jsonl` with `gold.json`, `feeds.jsonl` with `expectations.json`, or folders with these (also as `.zst`). Without it the
 * demo world and the pages and feeds of tests/golden are read, whose truth is known. `--part` takes the pages of one part of the hosts
 * (bench/extract/split.ts), `--sample` at most so many pages of a set, `--only` some of the programs. The weights that ship have learnt from
 * every page of the development data: `--weights` puts others in their place for figures that are held out (bench/extract/train.ts).
 * The other programs are installed into bench/peers/node_modules at the first run, and are no dependencies of this project.
 */
import { parseArgs } from 'node:util'
import { FEED_PEERS } from './peers/feed-peers.ts'
import { installPeers } from './peers/install.ts'
import { PAGE_PEERS } from './peers/page-peers.ts'
import { type FeedAnswer, type FeedScores, scoreFeeds } from './reading/feed-measures.ts'
import { inventedSets, longFeeds } from './reading/invented.ts'
import { type PageAnswer, type PageScores, scorePages } from './reading/page-measures.ts'
import { type ReadRun, runReader } from './reading/run-reader.ts'
import { type FeedSet, type PageSet, setsIn } from './reading/samples.ts'
import { feedTable, pageTable } from './reading/tables.ts'

/** One row of the pages' table: scores, milliseconds of CPU a page, and pages that threw or hung. */
export type PageRow = PageScores & { set: string; reader: string; cpuMs: number; threw: number; hung: number }
/** One row of the feeds' table; `megabytesPerSecond` is over long feeds. */
export type FeedRow = FeedScores & {
  set: string
  reader: string
  files: number
  threw: number
  hung: number
  megabytesPerSecond: number | null
}

const OURS = 'trendpulse'
/** Items of the long feeds: about a megabyte each. */
const LONG_ITEMS = 1_000
const MEGA = 1_000_000

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    part: { type: 'string' },
    sample: { type: 'string' },
    weights: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const only = options.only?.split(',')
const readers = (peers: Readonly<Record<string, unknown>>): string[] =>
  [OURS, ...Object.keys(peers)].filter((name) => !only || only.includes(name))
const most = options.sample === undefined ? Number.POSITIVE_INFINITY : Number(options.sample)
const part = options.part === undefined ? null : Number(options.part)
const sets = options.data ? await setsIn(options.data, { part, most }) : inventedSets(Math.min(most, 300))
if (readers({ ...FEED_PEERS, ...PAGE_PEERS }).some((name) => name !== OURS)) await installPeers()

const feeds: FeedRow[] = []
const pages: PageRow[] = []
for (const set of sets.feeds) for (const reader of readers(FEED_PEERS)) feeds.push(await feedRow(set, reader))
for (const set of sets.pages) for (const reader of readers(PAGE_PEERS)) pages.push(...(await pageRows(set, reader)))
const report = {
  at: new Date().toISOString(),
  node: process.version,
  weights: options.weights ?? 'as shipped',
  part,
  feeds,
  pages,
}
const told = [feeds.length > 0 ? feedTable(feeds) : '', pages.length > 0 ? pageTable(pages) : '']
if (options.data && pages.length > 0 && !options.weights)
  told.push(
    'Own weights as shipped: they have learnt from the development data, on which these figures flatter (--weights).\n',
  )
process.stdout.write(
  options.json ? `${JSON.stringify(report, null, 2)}\n` : told.filter((part) => part !== '').join('\n'),
)

async function feedRow(set: FeedSet, reader: string): Promise<FeedRow> {
  const task = { kind: 'feed', reader, weights: null } as const
  const run = await runReader(task, set.feeds)
  const long = longFeeds(LONG_ITEMS)
  const speed = await runReader(task, [...long, ...long, ...long])
  const bytes = 3 * long.reduce((sum, job) => sum + (job.bytes?.byteLength ?? 0), 0)
  return {
    set: set.name,
    reader,
    files: set.feeds.length,
    ...scoreFeeds(set.expectations, run.values as Map<string, FeedAnswer>), // what a reader of feeds gives
    threw: run.threw,
    hung: run.hung,
    megabytesPerSecond: speed.threw + speed.hung > 0 ? null : (bytes / MEGA / speed.cpuMs) * 1_000,
  }
}

/** A row for the whole set, and one for its articles where it holds other kinds of pages too. */
async function pageRows(set: PageSet, reader: string): Promise<PageRow[]> {
  const run = await runReader({ kind: 'page', reader, weights: options.weights ?? null }, set.pages)
  const articles = new Map([...set.golds].filter(([, gold]) => (gold.type ?? 'article') === 'article'))
  const whole = pageRow(set.name, reader, set.golds, run)
  return articles.size === set.golds.size ? [whole] : [whole, pageRow(`${set.name}, articles`, reader, articles, run)]
}

function pageRow(set: string, reader: string, golds: PageSet['golds'], run: ReadRun): PageRow {
  const scores = scorePages(golds, run.values as Map<string, PageAnswer>) // what a reader of pages gives
  const { threw, hung } = run
  return { set, reader, ...scores, cpuMs: run.cpuMs / Math.max(1, run.timed), threw, hung }
}
