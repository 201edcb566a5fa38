/**
 * Fits what tells kinds of pages apart and what a page's confidence is worth, prints both out of fold (folds by host), writes the weights.
 *   fit-kinds.ts ROWS.jsonl [MORE-ARTICLES.jsonl] --out WEIGHTS.json [--list]
 * Rows come from kind-rows.ts, run with body weights that never saw the page's host. Rows of the second file are articles that nobody
 * labelled by kind. --list names every page told wrongly.
 */
import fs from 'node:fs'
import { type LinearScores, linearChances } from '../../src/extract/linear-scores.ts'
import { confidenceRow } from '../../src/extract/page-confidence.ts'
import { kindByChances } from '../../src/extract/page-kind.ts'
import { DOUBTFUL_CONFIDENCE } from '../../src/model/article.ts'
import { fitSoftly } from './soft-regression.ts'
import { foldOf } from './split.ts'

type Row = {
  id: string
  url: string
  type: string
  /** Null where the page has no gold text. */
  f1: number | null
  facts: Record<string, number>
  isLabelled: boolean
}

const KINDS = ['article', 'listing', 'forum', 'product', 'service', 'documentation']
const FOLDS = 10
/** Of 3, 8, 20 and 60 the best out of fold, as is that rare kinds weigh double; how much an article nobody labelled weighs was not tuned. */
const RIDGE = 20
const RARE_WEIGHT = 2
const UNLABELLED_WEIGHT = 0.5

const out = process.argv[process.argv.indexOf('--out') + 1]!
const files = process.argv
  .slice(2)
  .filter((argument, index, all) => !argument.startsWith('--') && all[index - 1] !== '--out')
const rows = files.flatMap((file, index) => readRows(file, index === 0))
const names = Object.keys(rows[0]!.facts)
const kinds = outOfFold(rows, fitKinds, factsOf)
reportKinds()
const judged = rows.filter(({ f1 }) => f1 !== null)
reportConfidence(outOfFold(judged, fitConfidence, ({ facts }) => confidenceRow(facts)).map((chances) => chances[1]!))
reportConfidence(judged.map(({ facts }) => facts.sureness!))
const kindScores = { kinds: KINDS, facts: names, ...rounded(fitKinds(rows)) }
fs.writeFileSync(out, `${JSON.stringify({ kind: kindScores, confidence: rounded(fitConfidence(judged)) })}\n`)

function readRows(file: string, isLabelled: boolean): Row[] {
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const row = JSON.parse(line) as Row
      return { ...row, url: row.url ?? row.id, isLabelled, type: row.type === 'collection' ? 'listing' : row.type }
    })
}

function factsOf({ facts }: Row): number[] {
  return names.map((name) => facts[name]!)
}

function fitKinds(some: readonly Row[]): LinearScores {
  return fitSoftly(
    {
      rows: some.map(factsOf),
      shares: some.map((row) => KINDS.map((kind) => (kind === row.type ? 1 : 0))),
      weights: some.map((row) => (row.type !== 'article' ? RARE_WEIGHT : row.isLabelled ? 1 : UNLABELLED_WEIGHT)),
    },
    RIDGE,
  )
}

/** The F1 itself is learnt as a chance, so that the confidence is the F1 that is expected. */
function fitConfidence(some: readonly Row[]): LinearScores {
  const shares = some.map(({ f1 }) => [1 - f1!, f1!])
  return fitSoftly({ rows: some.map(({ facts }) => confidenceRow(facts)), shares, weights: some.map(() => 1) }, RIDGE)
}

function outOfFold(some: readonly Row[], fit: (some: readonly Row[]) => LinearScores, rowOf: (row: Row) => number[]) {
  const models = Array.from({ length: FOLDS }, (_, fold) => fit(some.filter(({ url }) => foldOf(url, FOLDS) !== fold)))
  return some.map((row) => linearChances(models[foldOf(row.url, FOLDS)]!, rowOf(row)))
}

function rounded({ bias, weights }: LinearScores): LinearScores {
  const round = (value: number): number => Number(value.toPrecision(4))
  return { bias: bias.map(round), weights: weights.map((own) => own.map(round)) }
}

function reportKinds(): void {
  const table = new Map(KINDS.map((kind) => [kind, KINDS.map(() => 0)]))
  let lost = 0
  for (const [index, row] of rows.entries()) {
    const told = kindByChances(row.facts, kinds[index]!)
    if (!row.isLabelled) lost += told > 0 ? 1 : 0
    else table.get(row.type)![told]!++
    if (process.argv.includes('--list') && KINDS[told] !== row.type)
      process.stdout.write(`${row.type} -> ${KINDS[told]} ${row.url}\n`)
  }
  process.stdout.write(`unlabelled articles told otherwise ${lost}\n`)
  for (const [own, kind] of KINDS.entries()) {
    const counts = table.get(kind)!
    const all = counts.reduce((sum, count) => sum + count, 0)
    const told = KINDS.reduce((sum, other) => sum + table.get(other)![own]!, 0)
    const rates = `recall ${(counts[own]! / all).toFixed(3)} precision ${(counts[own]! / Math.max(1, told)).toFixed(3)}`
    process.stdout.write(`${kind.padEnd(14)}${counts.map((count) => String(count).padStart(5)).join('')}  ${rates}\n`)
  }
}

/** Ten equal groups by confidence: mean confidence against mean F1, their mean distance, and the mean squared error. */
function reportConfidence(told: readonly number[]): void {
  const order = told.map((_, index) => index).sort((a, b) => told[a]! - told[b]!)
  const mean = (some: readonly number[], of: (index: number) => number): number =>
    some.reduce((sum, index) => sum + of(index), 0) / some.length
  const groups = Array.from({ length: 10 }, (_, group) =>
    order.slice(Math.floor((group * order.length) / 10), Math.floor(((group + 1) * order.length) / 10)),
  ).map((some) => ({
    told: mean(some, (index) => told[index]!),
    f1: mean(some, (index) => judged[index]!.f1!),
    good: mean(some, (index) => (judged[index]!.f1! >= 0.9 ? 1 : 0)),
  }))
  const distance = groups.reduce((sum, group) => sum + Math.abs(group.told - group.f1), 0) / groups.length
  const squared = mean(order, (index) => (told[index]! - judged[index]!.f1!) ** 2)
  const doubtful = order.filter((index) => told[index]! < DOUBTFUL_CONFIDENCE)
  const doubted = mean(doubtful, (index) => judged[index]!.f1!).toFixed(3)
  process.stdout.write(`below ${DOUBTFUL_CONFIDENCE}: ${doubtful.length} of ${order.length} pages, F1 ${doubted}\n`)
  process.stdout.write(`confidence: error ${distance.toFixed(4)}, squared ${squared.toFixed(4)}\n`)
  for (const group of groups)
    process.stdout.write(
      `  told ${group.told.toFixed(3)}  F1 ${group.f1.toFixed(3)}  F1 >= .9 ${group.good.toFixed(2)}\n`,
    )
}
