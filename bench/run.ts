/**
 * `npm run bench -- NAME [ARGUMENTS]` runs one benchmark; without a name it lists them. `npm run bench -- NAME NAME… [--data FOLDER]` runs several,
 * one after the other, each on its part of the folder; one that fails does not stop the next, and the exit code is then 1.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

type Bench = { file: string; asks: string; use: string; flags?: readonly string[]; parts?: Parts }

/** What a benchmark is on in a run of several: without a folder, and with one (then also its arguments). */
type Parts = { alone: string; within?: { on: string; args: (folder: string) => string[] } }

/** Benchmarks that measure; those that train or make a file of data are named in the decision pages that they belong to. */
const BENCHES: Readonly<Record<string, Bench>> = {
  reading: { file: 'reading.ts', asks: 'how well and how fast are feeds and pages read, beside other programs?', use: '[--data FOLDER] [--part N] [--sample K] [--weights FILE] [--only NAME,…] [--json]' },
  small: { file: 'small.ts', asks: 'is anything slower by its order of magnitude?', use: '' },
  feeds: { file: 'feeds.ts', asks: 'are feeds of any length read in constant memory, and floods in linear time?', use: '[FEEDS.jsonl]', flags: ['--expose-gc'] },
  'feeds-fuzz': { file: 'feeds-fuzz.ts', asks: 'does any damage to a feed make its reader throw or linger?', use: 'FEEDS.jsonl [CUTS] [FLIPS]' },
  'pages-cpu': { file: 'extract/speed.ts', asks: 'what does reading a page cost, and are hostile pages linear?', use: 'PAGES.jsonl [XSS.json]' },
  tampering: { file: 'extract/tampering.ts', asks: 'are injected words found, and sound sentences left alone?', use: 'GOLD.json' },
  ingest: { file: 'ingest.ts', asks: 'how many articles a second go the whole way, in how much memory?', use: '[ARTICLES [THREADS]]' },
  pulse: { file: 'pulse.ts', asks: 'how many bursts are found, how late, at which rate of false alarms?', use: '[PULSE-BENCH.mjs FIRST-SEED [SEEDS]]', parts: { alone: 'invented stream', within: { on: 'invented stream (another generator)', args: (folder) => [join(folder, 'pulse', 'pulse-bench.mjs'), '901', '1'] } } },
  stories: { file: 'stories-tune.ts', asks: 'how well are stories put together? (--steps 0 measures alone)', use: 'ECB.jsonl ECB.gold.jsonl HEADLINES.jsonl HEADLINES.gold.jsonl [--steps N]' },
  copies: { file: 'copies-index.ts', asks: 'what does the index of fingerprints cost at scale?', use: '[DOCUMENTS] [WORDS]' },
  related: { file: 'related.ts', asks: 'how good is Related beside plain methods, how fast, how large?', use: '[DOCUMENTS] [--data FOLDER]', flags: ['--expose-gc'], parts: { alone: 'invented texts: speed and size alone', within: { on: 'newswire of 1987; speed on invented texts', args: (folder) => ['--data', join(folder, 'related')] } } },
  'own-lists': { file: 'own-lists.ts', asks: 'what does Related over one publisher\'s site cost, by a filter and by an index of its own?', use: 'CORPUS.jsonl' },
  ranking: { file: 'ranking.ts', asks: 'how far do attacks move a story, and how steady is the list, beside other rankings?', use: '[EDITIONS]', parts: { alone: 'invented front pages' } },
  'ranking-scale': { file: 'ranking-scale.ts', asks: 'what does a list of the ranking cost at a million articles, and by which index?', use: '[ARTICLES] [--postgres ADDRESS]' },
  search: { file: 'search.ts', asks: 'what does a search cost, also for the commonest word and with filters?', use: '[ARTICLES] [--folder FOLDER] [--postgres ADDRESS] [--only NAME]' },
  understanding: { file: 'understanding.ts', asks: 'how well and how fast are texts understood, beside other programs?', use: '--data FOLDER [--only language,tags,section,copies,stories] [--json]' },
  rules: { file: 'rules.ts', asks: 'what do a hundred rules of the owner cost an article, and a look with one?', use: '[ARTICLES]' },
  editions: { file: 'editions.ts', asks: 'what does a list of an edition of a fiftieth of the sources cost beside the whole site\'s?', use: '[ARTICLES] [--folder FOLDER] [--postgres ADDRESS]' },
  pictures: { file: 'pictures.ts', asks: 'what does one foreign picture cost, and would AVIF pay?', use: '' },
  accounts: { file: 'accounts.ts', asks: 'what do signing in, being signed in and a crowd that signs in cost?', use: '' },
  sources: { file: 'sources.ts', asks: 'what does the list of sources cost with thousands of them?', use: '[SOURCES] [ARTICLES]' },
  watching: { file: 'watching.ts', asks: 'what does looking at watches cost, and into how many messages do bursts fall?', use: '' },
  recommend: { file: 'recommend.ts', asks: 'how often is the next item of a visit among what is recommended, beside plain methods?', use: '[FOLDER]', parts: { alone: 'invented readers, not news', within: { on: 'shop clicks, not news', args: (folder) => [join(folder, 'recs')] } } },
  tags: { file: 'tag-check.ts', asks: 'how many names are found, with their kind?', use: 'FILE.tsv[@LANGUAGE]… [--errors]' },
  'tags-speed': { file: 'tag-speed.ts', asks: 'how fast are tags and languages found?', use: 'TEXTS.jsonl' },
  section: { file: 'section.ts', asks: 'how often is the section right, by words alone and after learning from sources?', use: '[--data FOLDER] [--articles N] [--json]' },
  pages: { file: 'pages.ts', asks: 'how soon does a page of the site begin, made anew and kept, asked over loopback?', use: 'FOLDER [ARTICLES] [--postgres ADDRESS] [--only NAME]' },
  'pages-nginx': { file: 'pages-nginx.ts', asks: 'what does a kept page cost beside nginx with the same bytes?', use: '[REQUESTS]' },
  load: { file: 'doors-load.ts', asks: 'how many requests a second, and how slow is the slowest hundredth?', use: '' },
  readers: { file: 'readers-sync.ts', asks: 'how long does a reader app take to bring in a backlog?', use: '[ITEMS]' },
  fetch: { file: 'fetch-throughput.ts', asks: 'how many feeds can be fetched an hour?', use: '' },
  'fetch-hostile': { file: 'fetch-hostile.ts', asks: 'are hostile addresses refused?', use: 'ADDRESSES' },
  'fetch-toxic': { file: 'fetch-toxic.ts', asks: 'does the fetcher meet a bad upstream as it should?', use: 'ADDRESS' },
} // biome-ignore format: a table reads better in rows

const args = process.argv.slice(2)
const [first] = args
const ends = args.findIndex((arg) => BENCHES[arg] === undefined)
const names = ends < 0 ? args : args.slice(0, ends)
const rest = args.slice(names.length)
if (names.length === 0) {
  if (first !== undefined && !/^-{0,2}help$|^-h$/u.test(first))
    refuse(`there is no ${first}; npm run bench lists what there is`)
  list()
} else if (names.length === 1) process.exitCode = run(BENCHES[names[0]!]!, rest)
else runSeveral(names, rest)

/** Exit codes of the benchmark's own process; 1 where it was killed. */
function run({ file, flags = [] }: Bench, args: readonly string[]): number {
  const path = fileURLToPath(new URL(file, import.meta.url))
  return spawnSync(process.execPath, [...process.execArgv, ...flags, path, ...args], { stdio: 'inherit' }).status ?? 1
}

function runSeveral(names: readonly string[], options: readonly string[]): void {
  const [option, folder, ...others] = options
  if (option !== undefined && (option !== '--data' || folder === undefined || others.length > 0))
    refuse(`several at once take --data FOLDER alone, not ${options.join(' ')}`)
  const failed = names.filter((name) => {
    const bench = BENCHES[name]!
    const within = folder === undefined ? undefined : bench.parts?.within
    process.stdout.write(`\n## ${name}, on: ${within?.on ?? bench.parts?.alone ?? 'what it says below'}\n\n`)
    return run(bench, within?.args(folder!) ?? []) !== 0
  })
  if (failed.length > 0) process.stderr.write(`bench: failed: ${failed.join(', ')}\n`)
  process.exitCode = failed.length > 0 ? 1 : 0
}

function list(): void {
  const lines = Object.entries(BENCHES).map(
    ([key, { asks, use }]) => `${key.padEnd(14)} ${asks}\n${' '.repeat(15)}${use}`,
  )
  const head = 'npm run bench -- NAME ARGUMENTS, or NAME NAME… [--data FOLDER]'
  process.stdout.write(`${head}\n\n${lines.map((line) => line.trimEnd()).join('\n')}\n`)
}

function refuse(reason: string): never {
  process.stderr.write(`bench: ${reason}\n`)
  process.exit(2)
}
