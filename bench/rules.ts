/* What an owner's rules over articles cost. Usage: npm run bench -- rules [ARTICLES]: a store of the demo world in a folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoArticles } from '../src/demo/world.ts'
import { applyRules } from '../src/ingest/apply-rules.ts'
import { createLine } from '../src/ingest/line.ts'
import { lookWithRule } from '../src/ingest/look-with-rule.ts'
import { createPreparer } from '../src/ingest/prepare.ts'
import type { NewRule } from '../src/model/rule.ts'
import { writeAlone } from '../src/store/insert-article.ts'
import { addRule, ruleHits, storedRules } from '../src/store/rules.ts'
import { openStore } from '../src/store/store.ts'
import { loadLanguageDetector } from '../src/text/language.ts'
import { compileRules, ruleOn } from '../src/text/rule-match.ts'

const END_MS = Date.UTC(2026, 4, 20, 12, 30)
const RULES = 100
const count = Number(process.argv[2] ?? 2_000)
const prepare = createPreparer(await loadLanguageDetector())
const arrivals = [...demoArticles({ articles: count, seed: 1, endMs: END_MS })].map(({ article, firstSeenMs }) => {
  const answer = prepare({ kind: 'extracted', page: article })
  if (answer.kind !== 'article' || !answer.result.ok) throw new Error('an article was not prepared')
  const from = { url: article.url, feedId: null, feedUrl: null, guid: null, sourceTitle: article.siteName }
  return { prepared: answer.result.value, ...from, firstSeenMs, demo: true }
})

/** A hundred rules of several kinds: words in many forms, phrases, fields, numbers; about one in ten hits. */
const queries = Array.from(
  { length: RULES },
  (_, at) =>
    [
      `title:word${at} lang:en`,
      `"the council of town${at}" -correction`,
      `порт${at} lang:ru`,
      `häfen${at} lang:de section:economy`,
      `host:h${at}.example words:<200`,
      `words:>${100 + at} -is:copy`,
      `council -"no such phrase ${at}" is:copy`,
      `tag:nowhere-${at} age:>30`,
      `author:"Nobody ${at}" market`,
      `council words:<${80 + at}`,
    ][at % 10]!,
)
const rule = (query: string): NewRule => ({
  name: query,
  isOn: true,
  match: 'all',
  query,
  actions: { hide: false, section: null, mark: 'seen', addTags: [], takeTags: [] },
  isLast: false,
})

const cpuMs = async (work: () => Promise<unknown> | unknown): Promise<number> => {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}
const each = (ms: number) => `${((ms * 1_000) / count).toFixed(1)} µs an article`

const facts = arrivals.map(({ prepared, url, firstSeenMs }) => ({
  feed: null,
  owner: 'h.example',
  host: 'h.example',
  url,
  section: prepared.section,
  language: prepared.language,
  tags: prepared.tags.map((tag) => tag.slug),
  byline: prepared.page.byline,
  wordCount: prepared.wordCount,
  firstSeenMs,
  claimedPublished: prepared.page.published,
  isCopy: false,
  isRedated: false,
  isDoubtful: false,
  isInjected: () => false,
  title: () => prepared.searchRow.title,
  body: () => prepared.searchRow.body,
}))
const alone = queries.map((query, at) => ({ ...rule(query), id: at + 1, place: at, changedMs: 0 }))
let compiled = compileRules([])
console.log(`${RULES} rules made ready: ${(await cpuMs(() => void (compiled = compileRules(alone)))).toFixed(1)} ms`)
for (const round of [1, 2, 3]) {
  let hits = 0
  const ms = await cpuMs(() => {
    for (const one of facts) hits += ruleOn(one, compiled).hits.length
  })
  console.log(`asked, round ${round}: ${each(ms)}, ${hits} hits`)
}

/** Stores all arrivals, with so many rules made before; gives the CPU that the line took. */
async function stored(rules: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'trendpulse-bench-'))
  const store = await openStore({ path: join(folder, 'trendpulse.db') })
  for (const query of queries.slice(0, rules)) await writeAlone(store, (write) => addRule(write, rule(query), END_MS))
  const line = createLine(store)
  const ms = await cpuMs(async () => {
    for (let start = 0; start < count; start += 50) await line.store(arrivals.slice(start, start + 50))
  })
  await store.close()
  rmSync(folder, { recursive: true })
  return ms
}
for (const round of [1, 2, 3, 4, 5]) {
  const [without, withRules] = [await stored(0), await stored(RULES)]
  const share = (100 * (withRules - without)) / without
  console.log(
    `the line, round ${round}: ${each(without)} without, ${each(withRules)} with ${RULES} rules (${share.toFixed(1)} %)`,
  )
}

const folder = mkdtempSync(join(tmpdir(), 'trendpulse-bench-'))
const store = await openStore({ path: join(folder, 'trendpulse.db') })
const line = createLine(store)
for (let start = 0; start < count; start += 50) await line.store(arrivals.slice(start, start + 50))
await writeAlone(store, (write) => addRule(write, rule('host:h1.example'), END_MS))
console.log(`applied to what stands, a rule of rows alone: ${each(await cpuMs(() => applyRules(store)))}`)
await writeAlone(store, (write) => addRule(write, rule('minist*'), END_MS))
console.log(`applied to what stands, a rule over texts: ${each(await cpuMs(() => applyRules(store)))}`)
for (const query of queries) await writeAlone(store, (write) => addRule(write, rule(query), END_MS))
console.log(
  `applied to what stands, ${(await storedRules(store)).length} rules: ${each(await cpuMs(() => applyRules(store)))}`,
)
console.log(`hits: ${[...(await ruleHits(store, 0)).values()].reduce((sum, hits) => sum + hits, 0)}`)
for (const query of ['host:h1.example', 'council', '-zeppelin']) {
  const startMs = performance.now()
  const { looked, hits } = await lookWithRule(store, rule(query))
  console.log(`a look with ${query}: ${hits} of ${looked} in ${Math.round(performance.now() - startMs)} ms`)
}
await store.close()
rmSync(folder, { recursive: true })
