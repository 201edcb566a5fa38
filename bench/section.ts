/**
 * How often is the section right, by words alone and after learning from what sources declare?
 *
 *     npm run bench -- section [--data FOLDER] [--articles N] [--json]
 *
 * Without a folder: invented headlines in fifteen languages (tests/golden/section-headlines; `first` was there when words were written,
 * `fresh` was written after them), and the invented world. FOLDER adds what it holds of `stories`, `extract-body` and `extract-meta`.
 * "Learnt" is measured on sources that taught nothing: half of the hosts teach, the others' names for sections are hidden; then the halves
 * change places.
 */
import { parseArgs } from 'node:util'
import { demoArticles } from '../src/demo/world.ts'
import { createSectionKeeper } from '../src/ingest/section-keeper.ts'
import { SECTIONS } from '../src/model/tag.ts'
import { decideSection } from '../src/tag/section.ts'
import { type FiledUnder, filedUnder } from '../src/tag/section-claims.ts'
import { readSection } from '../src/tag/section-reading.ts'
import { hash32 } from '../src/text/hash.ts'
import { loadLanguageDetector } from '../src/text/language.ts'
import { inventedHeadlines, pageSets, type SectionCase, type SectionSet, storySets } from './section/section-sets.ts'

/** Shares right: of all, of each half, of those told with a confidence of .6 or more; `silent` is the share of which nothing is known. */
export type SectionRow = {
  set: string
  cases: number
  right: number
  halves: readonly [number, number]
  sure: number
  silent: number
}
/** Shares right of sources that taught nothing, before and after learning from the others. */
export type LearningRow = { set: string; cases: number; lessons: number; before: number; after: number }

const SURE = 0.6
const { values: options } = parseArgs({
  options: { data: { type: 'string' }, articles: { type: 'string', default: '4000' }, json: { type: 'boolean' } },
})
const detector = await loadLanguageDetector()

const pages = options.data ? pageSets(options.data) : []
const sets = [
  ...inventedHeadlines('first'),
  ...inventedHeadlines('fresh'),
  ...inventedHeadlines('last'),
  ...(options.data ? storySets(options.data) : []),
  ...pages,
]
const rows = sets.map(scored)
const learning = [...pages.map((set) => learnt(set.name, set.cases)), ...worldRows(Number(options.articles))]
if (options.json) process.stdout.write(`${JSON.stringify({ rows, learning })}\n`)
else {
  console.table(rows)
  console.table(learning)
}

function readingOf({ title, text, language }: Pick<SectionCase, 'title' | 'text' | 'language'>) {
  return readSection({ title, text, language: language ?? detector.detect(`${title}\n${text}`).language })
}

function scored({ name, cases }: SectionSet): SectionRow {
  const told = cases.map((one) => ({ one, ...decideSection(readingOf(one), [], null) }))
  const share = (some: typeof told) =>
    round(some.filter(({ one, section }) => one.sections.includes(section)).length / some.length)
  return {
    set: name,
    cases: cases.length,
    right: share(told),
    halves: [share(told.filter(({ one }) => one.half === 0)), share(told.filter(({ one }) => one.half === 1))],
    sure: share(told.filter(({ confidence }) => confidence >= SURE)),
    silent: round(told.filter(({ confidence }) => confidence === 0).length / cases.length),
  }
}

type Taught = SectionCase & { declared: readonly FiledUnder[]; shown?: readonly FiledUnder[] }

function learnt(name: string, cases: readonly SectionCase[]): LearningRow {
  return compared(
    name,
    cases.map((one) => ({ ...one, declared: filedUnder({ crumbs: [...one.sections], categories: [], url: null }) })),
  )
}

/** Each half taught by the other, added up. */
function compared(set: string, cases: readonly Taught[]): LearningRow {
  let lessons = 0
  let before = 0
  let after = 0
  for (const half of [0, 1]) {
    const keeper = createSectionKeeper()
    for (const { host, declared, ...one } of cases.filter((one) => one.half !== half)) {
      const article = { reading: readingOf(one), filed: declared, host }
      keeper.learn(article, keeper.decide(article))
      lessons++
    }
    for (const { host, shown = [], ...one } of cases.filter((one) => one.half === half)) {
      const reading = readingOf(one)
      if (one.sections.includes(decideSection(reading, [], null).section)) before++
      const article = { reading, filed: shown, host }
      const decision = keeper.decide(article)
      if (one.sections.includes(decision.section)) after++
      if (shown.length > 0) keeper.learn(article, decision) // what its names mean is learnt from its own articles as they come
    }
  }
  return { set, cases: cases.length, lessons, before: round(before / cases.length), after: round(after / cases.length) }
}

/** The invented world, whose sections are known: by headline, by whole text, and with names for sections that mean nothing to us. */
function worldRows(articles: number): LearningRow[] {
  const world = [...demoArticles({ articles, seed: 41, endMs: Date.UTC(2026, 0, 30) })]
  const cases = world
    .filter(({ truth }) => truth.copyOf === null)
    .map(
      ({ article, host, section }): Taught => ({
        title: article.title ?? '',
        text: article.text,
        language: article.language,
        sections: [section],
        half: hash32(host) % 2,
        host,
        declared: filedUnder({ crumbs: article.section, categories: [], url: null }),
      }),
    )
  const unknownNames = (one: Taught): Taught => ({
    ...one,
    shown: [{ name: `Desk ${SECTIONS.indexOf(one.sections[0] as never)}`, section: null }],
  })
  return [
    compared(
      'invented world, headlines',
      cases.map((one) => ({ ...one, text: '' })),
    ),
    compared('invented world', cases),
    compared(
      'invented world, headlines, names of their own',
      cases.map((one) => unknownNames({ ...one, text: '' })),
    ),
  ]
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
