/**
 * Trains the name tagger and prints its weights as JSON.
 * node bench/tag-train.ts --language en --out FILE.json [--test FILE.tsv]... FILE.tsv[@WEIGHT]...
 * With --from WEIGHTS.json only the features of texts about sport are learnt, beside that model's weights, which stay as they are;
 * without it all others are. Which files and settings gave what ships: bench/tag-recipe.ts.
 * A chain of labels (conditional random field) over each stretch that may hold names, AdaGrad, decay towards zero,
 * features on words dropped for some tokens.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  ALL_ROWS,
  type FeatureList,
  idAfter,
  mayFollow,
  newFeatureList,
  rowOf,
  stepIds,
  TABLE_ROWS,
  tokenIds,
} from '../src/tag/feature-ids.ts'
import { LABEL_COUNT, LABELS, readSheet, type Sheet } from '../src/tag/features.ts'
import { labelTokens, MAX_STRETCH, mayBe, stretchEnd } from '../src/tag/label.ts'
import { unpack } from '../src/tag/models.ts'
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
    epochs: { type: 'string', default: '5' },
    rate: { type: 'string', default: '0.025' },
    least: { type: 'string', default: '4' },
    decay: { type: 'string', default: '0.000002' },
    errors: { type: 'boolean', default: false },
    drop: { type: 'string', default: '0.5' },
    runs: { type: 'string', default: '1' },
    from: { type: 'string' },
  },
})
/** Rows with no weight above this are left out: they change no label and cost seven bytes each. */
const FAINT = 4
/** What a weight of 127 stands for in a model that is learnt on from: its own scale is not kept. A guess; other values were not tried. */
const FROM_TOP = 3
const least = values.from ? 0 : Number(values.least)
const seen = new Uint16Array(ALL_ROWS)
const rate = Number(values.rate)
const decay = Number(values.decay)
const drop = Number(values.drop)
const weights = new Float64Array(ALL_ROWS * LABEL_COUNT)
const squares = new Float64Array(ALL_ROWS * LABEL_COUNT)
const sums = new Float64Array(ALL_ROWS * LABEL_COUNT)
const touched = new Float64Array(ALL_ROWS * LABEL_COUNT)
let step = 1
let seed = 7
/** Sum of the means of the runs that are done: several orders of the examples vary less than one. */
const runMeans = new Float64Array(ALL_ROWS * LABEL_COUNT)
let runsDone = 0

/** Rows of each token of the stretch at hand: emission, then transition features. */
const lists = Array.from({ length: MAX_STRETCH }, () => ({ own: newFeatureList(), step: newFeatureList() }))
const PAIRS = LABEL_COUNT * LABEL_COUNT
const own = new Float64Array(MAX_STRETCH * LABEL_COUNT)
const pair = new Float64Array(MAX_STRETCH * PAIRS)
const ahead = new Float64Array((MAX_STRETCH + 1) * LABEL_COUNT)
const behind = new Float64Array((MAX_STRETCH + 1) * LABEL_COUNT)
const errors = new Float64Array(LABEL_COUNT)

/** What each token's scores are lessened by before they are powers, so that none overflows. */
const scales = new Float64Array(MAX_STRETCH)

const examples = positionals.flatMap((argument) => {
  const [path = '', weight = '1', language = values.language] = argument.split('@')
  return readExamples(path, Number(weight), language)
})
const tests = values.test.map((argument) => {
  const [path = '', , language = values.language] = argument.split('@')
  return { path, examples: readExamples(path, 1, language) }
})
countRows()
const base = values.from ? unpackRows(values.from) : null
if (base) examples.splice(0, examples.length, ...examples.filter(({ sheet }) => sheet.sporting))
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
  const learnt = positionals.map((argument) => argument.split('@')[2] ?? values.language)
  return [...new Set([...(values.from ? readModel(values.from).languages : []), ...learnt])].sort()
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
  for (let start = 0; start < sheet.length; ) {
    const end = stretchEnd(sheet, start)
    if (end > start) learnStretch(sheet, labels, start, end, language, weight)
    start = Math.max(start + 1, end)
  }
}

/** The gold label that the tagger could give: names that it cannot begin are no names. */
function goldAt(sheet: Sheet, labels: Uint8Array, start: number, end: number): Uint8Array {
  const gold = labels.slice(start, end)
  for (let at = 0; at < gold.length; at++) {
    if (!mayBe(sheet, start + at, gold[at]!)) gold[at] = 0
    if (!mayFollow(gold[at]!, at === 0 ? 0 : gold[at - 1]!)) gold[at] = sheet.candidate[start + at] ? gold[at]! - 1 : 0
  }
  return gold
}

function learnStretch(
  sheet: Sheet,
  labels: Uint8Array,
  start: number,
  end: number,
  language: number,
  weight: number,
): void {
  const length = end - start
  const gold = goldAt(sheet, labels, start, end)
  for (let at = 0; at < length; at++) readToken(sheet, start + at, at, language)
  sumPaths(sheet, start, length)
  step++
  for (let at = 0; at < length; at++) {
    const before = at === 0 ? 0 : gold[at - 1]!
    for (let label = 0; label < LABEL_COUNT; label++) {
      const share = ahead[(at + 1) * LABEL_COUNT + label]! * behind[(at + 1) * LABEL_COUNT + label]!
      errors[label] = weight * (share - (label === gold[at] ? 1 : 0))
    }
    change(lists[at]!.own.ids, lists[at]!.own.count, -1)
    for (let prior = 0; prior < LABEL_COUNT; prior++) {
      let any = false
      for (let label = 0; label < LABEL_COUNT; label++) {
        const cell = at * PAIRS + prior * LABEL_COUNT + label
        const share =
          ahead[at * LABEL_COUNT + prior]! *
          Math.exp(pair[cell]! + own[at * LABEL_COUNT + label]! - scales[at]!) *
          allowed(sheet, start + at, label, prior) *
          behind[(at + 1) * LABEL_COUNT + label]!
        errors[label] = weight * (share - (prior === before && label === gold[at] ? 1 : 0))
        if (Math.abs(errors[label]!) >= 1e-3) any = true
      }
      if (any) change(lists[at]!.step.ids, lists[at]!.step.count, prior)
    }
  }
}

function readToken(sheet: Sheet, index: number, at: number, language: number): void {
  const { own: ownList, step: stepList } = lists[at]!
  tokenIds(sheet, index, language, ownList)
  stepIds(sheet, index, stepList)
  dropRare(ownList)
  dropRare(stepList)
  if (random() < drop) {
    ownList.count = ownList.lexicalFrom
    stepList.count = stepList.lexicalFrom
  }
  own.fill(0, at * LABEL_COUNT, (at + 1) * LABEL_COUNT)
  pair.fill(0, at * PAIRS, (at + 1) * PAIRS)
  for (let feature = 0; feature < ownList.count; feature++) {
    const row = rowOf(ownList.ids[feature]!)
    for (let label = 0; label < LABEL_COUNT; label++) own[at * LABEL_COUNT + label]! += weights[row + label]!
  }
  for (let feature = 0; feature < stepList.count; feature++) {
    for (let before = 0; before < LABEL_COUNT; before++) {
      const row = rowOf(idAfter(stepList.ids[feature]!, before))
      for (let label = 0; label < LABEL_COUNT; label++)
        pair[at * PAIRS + before * LABEL_COUNT + label]! += weights[row + label]!
    }
  }
}

function allowed(sheet: Sheet, index: number, label: number, before: number): number {
  return mayBe(sheet, index, label) && mayFollow(label, before) ? 1 : 0
}

/** Sums over all paths: `ahead` up to each token, `behind` from it on; both scaled so that `ahead` sums to 1. */
function sumPaths(sheet: Sheet, start: number, length: number): void {
  ahead.fill(0, 0, LABEL_COUNT)
  ahead[0] = 1
  for (let at = 0; at < length; at++) {
    let top = Number.NEGATIVE_INFINITY
    for (let cell = 0; cell < PAIRS; cell++) {
      const label = cell % LABEL_COUNT
      if (allowed(sheet, start + at, label, (cell - label) / LABEL_COUNT))
        top = Math.max(top, pair[at * PAIRS + cell]! + own[at * LABEL_COUNT + label]!)
    }
    let sum = 0
    for (let label = 0; label < LABEL_COUNT; label++) {
      let into = 0
      for (let before = 0; before < LABEL_COUNT; before++) {
        if (!allowed(sheet, start + at, label, before)) continue
        into +=
          ahead[at * LABEL_COUNT + before]! *
          Math.exp(pair[at * PAIRS + before * LABEL_COUNT + label]! + own[at * LABEL_COUNT + label]! - top)
      }
      ahead[(at + 1) * LABEL_COUNT + label] = into
      sum += into
    }
    for (let label = 0; label < LABEL_COUNT; label++) ahead[(at + 1) * LABEL_COUNT + label]! /= sum
    scales[at] = top + Math.log(sum)
  }
  behind.fill(1, length * LABEL_COUNT, (length + 1) * LABEL_COUNT)
  for (let at = length - 1; at >= 1; at--) {
    for (let before = 0; before < LABEL_COUNT; before++) {
      let out = 0
      for (let label = 0; label < LABEL_COUNT; label++) {
        if (!allowed(sheet, start + at, label, before)) continue
        out +=
          behind[(at + 1) * LABEL_COUNT + label]! *
          Math.exp(pair[at * PAIRS + before * LABEL_COUNT + label]! + own[at * LABEL_COUNT + label]! - scales[at]!)
      }
      behind[at * LABEL_COUNT + before] = out
    }
  }
}

function change(ids: Int32Array, count: number, before: number): void {
  for (let label = 0; label < LABEL_COUNT; label++) {
    const error = errors[label]!
    if (Math.abs(error) < 1e-3) continue
    for (let at = 0; at < count; at++) {
      const id = before < 0 ? ids[at]! : idAfter(ids[at]!, before)
      if (base && id < TABLE_ROWS) continue
      const cell = rowOf(id) + label
      const gradient = error + decay * weights[cell]!
      squares[cell]! += gradient * gradient
      sums[cell]! += weights[cell]! * (step - touched[cell]!)
      touched[cell] = step
      weights[cell]! -= (rate * gradient) / Math.sqrt(squares[cell]! + 1e-3)
    }
  }
}

/** Counts the tokens that each feature stands on: what is seen less than --least times teaches nothing that lasts. */
function countRows(): void {
  const list = newFeatureList()
  for (const { sheet, language } of examples) {
    for (let start = 0; start < sheet.length; ) {
      const end = stretchEnd(sheet, start)
      for (let index = start; index < end; index++) {
        tokenIds(sheet, index, language, list)
        for (let at = 0; at < list.count; at++) if (seen[list.ids[at]!]! < 65535) seen[list.ids[at]!]!++
        stepIds(sheet, index, list)
        for (let at = 0; at < list.count; at++) if (seen[list.ids[at]!]! < 65535) seen[list.ids[at]!]!++
      }
      start = Math.max(start + 1, end)
    }
  }
}

/** Is a feature's row common enough to last? Those of sport are learnt beside a model, never with it, so that other texts are labelled as if there were none. */
function isLearnt(id: number): boolean {
  return seen[id]! >= least && (values.from !== undefined || id < TABLE_ROWS)
}

/** Leaves out what is not learnt. */
function dropRare(list: FeatureList): void {
  let kept = 0
  let lexicalFrom = 0
  for (let at = 0; at < list.count; at++) {
    if (at === list.lexicalFrom) lexicalFrom = kept
    if (isLearnt(list.ids[at]!)) list.ids[kept++] = list.ids[at]!
  }
  list.lexicalFrom = list.count === list.lexicalFrom ? kept : lexicalFrom
  list.count = kept
}

function startRun(): void {
  for (const table of [weights, squares, sums, touched]) table.fill(0)
  if (base) weights.set(base)
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
  let top = base ? FROM_TOP : 0
  if (!base) for (const mean of means) top = Math.max(top, Math.abs(mean))
  const packed = Int8Array.from(means, (mean) => Math.max(-127, Math.min(127, Math.round((mean / top) * 127))))
  for (let row = 0; row < packed.length; row += LABEL_COUNT) {
    const cells = packed.subarray(row, row + LABEL_COUNT)
    if (cells.every((cell) => Math.abs(cell) <= FAINT)) cells.fill(0)
  }
  return packed
}

/** A model's weights, as numbers of the scale that FROM_TOP says. */
function unpackRows(path: string): Float64Array {
  return Float64Array.from(unpack(readModel(path).weights), (cell) => (cell / 127) * FROM_TOP)
}

/** A model's file, as this program writes it. */
function readModel(path: string): { languages: string[]; weights: Parameters<typeof unpack>[0] } {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** Rows that are all zero are left out: gaps between rows (bytes, 255 for "255 and more follow"), then the rows. */
function packRows(packed: Int8Array): { gaps: string; rows: string } {
  const gaps: number[] = []
  const rows: number[] = []
  let last = -1
  for (let row = 0; row < ALL_ROWS; row++) {
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
