/**
 * Trains the name tagger and prints its weights as JSON.
 * node bench/tag-train.ts --language en --out FILE.json [--test FILE.tsv]... FILE.tsv[@WEIGHT]...
 * Softmax over labels, AdaGrad, decay towards zero, features on words dropped for some tokens; greedy labels as seen when tagging.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { featureIds, mayFollow, newFeatureList, rowOf, TABLE_ROWS } from '../src/tag/feature-ids.ts'
import { LABEL_COUNT, LABELS, readSheet, type Sheet } from '../src/tag/features.ts'
import { labelTokens } from '../src/tag/label.ts'
import type { Token } from '../src/tag/tokens.ts'
import { hash32 } from '../src/text/hash.ts'
import { goldLabels, readIob } from './tag-iob.ts'

type Example = { list: readonly Token[]; sheet: Sheet; labels: Uint8Array; weight: number; language: number }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    language: { type: 'string', default: 'en' },
    out: { type: 'string' },
    test: { type: 'string', multiple: true, default: [] },
    epochs: { type: 'string', default: '12' },
    rate: { type: 'string', default: '0.1' },
    decay: { type: 'string', default: '0.000002' },
    errors: { type: 'boolean', default: false },
    drop: { type: 'string', default: '0.3' },
    runs: { type: 'string', default: '1' },
  },
})
const rate = Number(values.rate)
const decay = Number(values.decay)
const drop = Number(values.drop)
const weights = new Float64Array(TABLE_ROWS * LABEL_COUNT)
const squares = new Float64Array(TABLE_ROWS * LABEL_COUNT)
const sums = new Float64Array(TABLE_ROWS * LABEL_COUNT)
const touched = new Float64Array(TABLE_ROWS * LABEL_COUNT)
let step = 1
const features = newFeatureList()
const scores = new Float64Array(LABEL_COUNT)
let seed = 7
/** Sum of the means of the runs that are done: several orders of the examples vary less than one. */
const runMeans = new Float64Array(TABLE_ROWS * LABEL_COUNT)
let runsDone = 0

const examples = positionals.flatMap((argument) => {
  const [path = '', weight = '1', language = values.language] = argument.split('@')
  return readExamples(path, Number(weight), language)
})
const tests = values.test.map((argument) => {
  const [path = '', , language = values.language] = argument.split('@')
  return { path, examples: readExamples(path, 1, language) }
})
for (let run = 1; run <= Number(values.runs); run++) {
  startRun()
  for (let epoch = 1; epoch <= Number(values.epochs); epoch++) {
    shuffle(examples)
    for (const example of examples) learn(example)
  }
  finishRun()
  const packed = quantise()
  for (const { path, examples } of tests)
    process.stderr.write(`run ${run} ${path.split('/').at(-1)} ${score(examples, packed)}\n`)
}
if (values.errors) for (const { examples } of tests) printErrors(examples, quantise())
if (values.out) {
  const packed = quantise()
  writeFileSync(values.out, `${JSON.stringify({ languages: trainedLanguages(), weights: packRows(packed) })}\n`)
}

function trainedLanguages(): string[] {
  return [...new Set(positionals.map((argument) => argument.split('@')[2] ?? values.language))].sort()
}

function readExamples(path: string, weight: number, language: string): Example[] {
  return readIob(path).map((document) => {
    const { list, labels } = goldLabels(document)
    return { list, sheet: readSheet(list), labels, weight, language: hash32(language) }
  })
}

function random(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 4294967296
}

function shuffle(list: Example[]): void {
  for (let index = list.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    ;[list[index], list[other]] = [list[other]!, list[index]!]
  }
}

function learn({ sheet, labels, weight, language }: Example): void {
  let before = 0
  for (let index = 0; index < sheet.length; index++) {
    if (sheet.first[index]) before = 0
    if (!sheet.candidate[index] && before === 0) continue
    const gold = labels[index]!
    featureIds(sheet, index, before, language, features)
    if (random() < drop) features.count = features.lexicalFrom
    const guess = predict(before)
    // Where the label before is wrong, the right one may be forbidden here: nothing can be learnt from that.
    if (mayFollow(gold, before) && (gold % 2 === 0 || sheet.candidate[index])) update(gold, weight)
    before = random() < 0.5 ? gold : guess
    if (before % 2 === 1 && !sheet.candidate[index]) before = 0
  }
}

/** Fills `scores` with probabilities and gives the best allowed label. */
function predict(before: number): number {
  scores.fill(0)
  for (let at = 0; at < features.count; at++) {
    const row = rowOf(features.ids[at]!)
    for (let label = 0; label < LABEL_COUNT; label++) scores[label]! += weights[row + label]!
  }
  let best = 0
  for (let label = 0; label < LABEL_COUNT; label++) {
    if (!mayFollow(label, before)) scores[label] = Number.NEGATIVE_INFINITY
    else if (scores[label]! > scores[best]!) best = label
  }
  const top = scores[best]!
  let total = 0
  for (let label = 0; label < LABEL_COUNT; label++) total += scores[label] = Math.exp(scores[label]! - top)
  for (let label = 0; label < LABEL_COUNT; label++) scores[label]! /= total
  return best
}

function update(gold: number, weight: number): void {
  step++
  for (let label = 0; label < LABEL_COUNT; label++) {
    const error = weight * (scores[label]! - (label === gold ? 1 : 0))
    if (Math.abs(error) < 1e-3) continue
    for (let at = 0; at < features.count; at++) {
      const cell = rowOf(features.ids[at]!) + label
      const gradient = error + decay * weights[cell]!
      squares[cell]! += gradient * gradient
      sums[cell]! += weights[cell]! * (step - touched[cell]!)
      touched[cell] = step
      weights[cell]! -= (rate * gradient) / Math.sqrt(squares[cell]! + 1e-3)
    }
  }
}

function startRun(): void {
  for (const table of [weights, squares, sums, touched]) table.fill(0)
  step = 1
}

/** Adds the run's weights, averaged over all its steps. */
function finishRun(): void {
  for (let cell = 0; cell < weights.length; cell++)
    runMeans[cell]! += (sums[cell]! + weights[cell]! * (step - touched[cell]!)) / step
  runsDone++
}

/** The runs' mean weights in 8 bits, scaled by the true maximum. */
function quantise(): Int8Array {
  const means = runMeans.map((sum) => sum / runsDone)
  let top = 0
  for (const mean of means) top = Math.max(top, Math.abs(mean))
  return Int8Array.from(means, (mean) => Math.round((mean / top) * 127))
}

/** Rows that are all zero are left out: gaps between rows (bytes, 255 for "255 and more follow"), then the rows. */
function packRows(packed: Int8Array): { gaps: string; rows: string } {
  const gaps: number[] = []
  const rows: number[] = []
  let last = -1
  for (let row = 0; row < TABLE_ROWS; row++) {
    const cells = packed.subarray(row * LABEL_COUNT, (row + 1) * LABEL_COUNT)
    if (cells.every((cell) => cell === 0)) continue
    let gap = row - last - 1
    for (; gap >= 255; gap -= 255) gaps.push(255)
    gaps.push(gap)
    rows.push(...cells)
    last = row
  }
  process.stderr.write(`${rows.length / LABEL_COUNT} rows\n`)
  return {
    gaps: Buffer.from(gaps).toString('base64'),
    rows: Buffer.from(Int8Array.from(rows).buffer).toString('base64'),
  }
}

/** Exact spans and kinds. */
function score(examples: readonly Example[], packed: Int8Array): string {
  const counts = new Map<string, [right: number, said: number, gold: number]>()
  const bump = (kind: string, slot: 0 | 1 | 2) => {
    for (const key of [kind, 'ALL']) {
      const entry = counts.get(key) ?? [0, 0, 0]
      entry[slot]++
      counts.set(key, entry)
    }
  }
  for (const { sheet, labels, language } of examples) {
    const said = new Set(spans(labelTokens(sheet, { weights: packed, language })))
    for (const span of spans(labels)) {
      bump(span.slice(0, 3), 2)
      if (said.has(span)) bump(span.slice(0, 3), 0)
    }
    for (const span of said) bump(span.slice(0, 3), 1)
  }
  return [...counts]
    .map(
      ([kind, [right, said, gold]]) =>
        `${kind} P ${pc(right / said)} R ${pc(right / gold)} F ${pc((2 * right) / (said + gold))}`,
    )
    .join(' | ')
}

/** Names that were missed and names that were made up, for reading. */
function printErrors(examples: readonly Example[], packed: Int8Array): void {
  for (const { sheet, labels, language, list } of examples) {
    const said = new Set(spans(labelTokens(sheet, { weights: packed, language })))
    const gold = new Set(spans(labels))
    const show = (span: string) => {
      const [kind, start = '0', end = '0'] = span.split(' ')
      const words = (from: number, to: number) =>
        list
          .slice(Math.max(0, from), to)
          .map((token) => token.text)
          .join(' ')
      return `${kind}\t${words(+start - 4, +start)} [${words(+start, +end)}] ${words(+end, +end + 3)}\n`
    }
    for (const span of gold) if (!said.has(span)) process.stderr.write(`missed ${show(span)}`)
    for (const span of said) if (!gold.has(span)) process.stderr.write(`wrong ${show(span)}`)
  }
}

function spans(labels: Uint8Array): string[] {
  const found: string[] = []
  for (let index = 0; index < labels.length; index++) {
    const label = labels[index]!
    if (label % 2 === 0) continue
    let end = index + 1
    while (end < labels.length && labels[end] === label + 1) end++
    found.push(`${LABELS[label]!.slice(2)} ${index} ${end}`)
  }
  return found
}

function pc(share: number): string {
  return (100 * share).toFixed(1)
}
