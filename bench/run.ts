/** `npm run bench -- NAME [ARGUMENTS]` runs one benchmark; without a name it lists them. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

type Bench = { file: string; asks: string; use: string; flags?: readonly string[] }

/** Benchmarks that measure; those that train or make a file of data are named in the decision pages that they belong to. */
const BENCHES: Readonly<Record<string, Bench>> = {
  reading: { file: 'reading.ts', asks: 'how well and how fast are feeds and pages read, beside other programs?', use: '[--data FOLDER] [--part N] [--sample K] [--weights FILE] [--only NAME,…] [--json]' },
  small: { file: 'small.ts', asks: 'is anything slower by its order of magnitude?', use: '' },
  feeds: { file: 'feeds.ts', asks: 'are feeds of any length read in constant memory, and floods in linear time?', use: '[FEEDS.jsonl]', flags: ['--expose-gc'] },
  'feeds-fuzz': { file: 'feeds-fuzz.ts', asks: 'does any damage to a feed make its reader throw or linger?', use: 'FEEDS.jsonl [CUTS] [FLIPS]' },
  'pages-cpu': { file: 'extract/speed.ts', asks: 'what does reading a page cost, and are hostile pages linear?', use: 'PAGES.jsonl [XSS.json]' },
  tampering: { file: 'extract/tampering.ts', asks: 'are injected words found, and sound sentences left alone?', use: 'GOLD.json' },
  ingest: { file: 'ingest.ts', asks: 'how many articles a second go the whole way, in how much memory?', use: '[ARTICLES [THREADS]]' },
  pulse: { file: 'pulse.ts', asks: 'how many bursts are found, how late, at which rate of false alarms?', use: 'PULSE-BENCH.mjs FIRST-SEED [SEEDS]' },
  stories: { file: 'stories-tune.ts', asks: 'how well are stories put together? (--steps 0 measures alone)', use: 'ECB.jsonl ECB.gold.jsonl HEADLINES.jsonl HEADLINES.gold.jsonl [--steps N]' },
  copies: { file: 'copies-index.ts', asks: 'what does the index of fingerprints cost at scale?', use: '[DOCUMENTS] [WORDS]' },
  related: { file: 'related.ts', asks: 'how good is Related beside plain methods, how fast, how large?', use: '[DOCUMENTS] [--data FOLDER]', flags: ['--expose-gc'] },
  ranking: { file: 'ranking.ts', asks: 'how far do attacks move a story, and how steady is the list, beside other rankings?', use: '[EDITIONS]' },
  'ranking-scale': { file: 'ranking-scale.ts', asks: 'what does a list of the ranking cost at a million articles, and by which index?', use: '[ARTICLES] [--postgres ADDRESS]' },
  understanding: { file: 'understanding.ts', asks: 'how well and how fast are texts understood, beside other programs?', use: '--data FOLDER [--only language,tags,section,copies,stories] [--json]' },
  watching: { file: 'watching.ts', asks: 'what does looking at watches cost, and into how many messages do bursts fall?', use: '' },
  recommend: { file: 'recommend.ts', asks: 'how often is the next item of a visit among what is recommended, beside plain methods?', use: '[FOLDER]' },
  tags: { file: 'tag-check.ts', asks: 'how many names are found, with their kind?', use: 'FILE.tsv[@LANGUAGE]… [--errors]' },
  'tags-speed': { file: 'tag-speed.ts', asks: 'how fast are tags and languages found?', use: 'TEXTS.jsonl' },
  section: { file: 'section.ts', asks: 'how often is the section right, by words alone and after learning from sources?', use: '[--data FOLDER] [--articles N] [--json]' },
  pages: { file: 'pages.ts', asks: 'what does a page of the site cost, made anew and kept?', use: 'FOLDER [ARTICLES]' },
  load: { file: 'doors-load.ts', asks: 'how many requests a second, and how slow is the slowest hundredth?', use: '' },
  readers: { file: 'readers-sync.ts', asks: 'how long does a reader app take to bring in a backlog?', use: '[ITEMS]' },
  fetch: { file: 'fetch-throughput.ts', asks: 'how many feeds can be fetched an hour?', use: '' },
  'fetch-hostile': { file: 'fetch-hostile.ts', asks: 'are hostile addresses refused?', use: 'ADDRESSES' },
  'fetch-toxic': { file: 'fetch-toxic.ts', asks: 'does the fetcher meet a bad upstream as it should?', use: 'ADDRESS' },
} // biome-ignore format: a table reads better in rows

const [name, ...rest] = process.argv.slice(2)
const bench = name === undefined ? undefined : BENCHES[name]
if (!bench) {
  if (name !== undefined && !/^-{0,2}help$|^-h$/u.test(name)) {
    process.stderr.write(`bench: there is no ${name}; npm run bench lists what there is\n`)
    process.exit(2)
  }
  const lines = Object.entries(BENCHES).map(
    ([key, { asks, use }]) => `${key.padEnd(14)} ${asks}\n${' '.repeat(15)}${use}`,
  )
  process.stdout.write(`npm run bench -- NAME ARGUMENTS\n\n${lines.map((line) => line.trimEnd()).join('\n')}\n`)
  process.exit(0)
}
const file = fileURLToPath(new URL(bench.file, import.meta.url))
const { status } = spawnSync(process.execPath, [...process.execArgv, ...(bench.flags ?? []), file, ...rest], {
  stdio: 'inherit',
})
process.exit(status ?? 1)
