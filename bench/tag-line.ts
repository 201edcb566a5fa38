/**
 * The "In:" line: how sure a name is, and whether the first four are right.
 * node bench/tag-line.ts [--out src/tag/confidence-weights.json] [--ease 0.06] FIT.tsv@LANGUAGE... [--test FILE.tsv@LANGUAGE...]
 * Fits the weights of src/tag/confidence.ts (logistic regression) on even documents, shows thresholds on the odd ones,
 * then fits on all and shows the test files. The FIT files must not have taught the labels: a name that was learnt by heart is always sure.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { TagKind } from '../src/model/tag.ts'
import { type Facts, factsOf } from '../src/tag/confidence.ts'
import { modelOf } from '../src/tag/models.ts'
import { readThings } from '../src/tag/read-things.ts'
import { aboutOf } from '../src/tag/salience.ts'
import { type IobDocument, readIob } from './tag-iob.ts'

/** Names of the line that a reader sees first. */
const FIRST_NAMES = 4
const STEPS = 800
const RATE = 4
/** Facts of margins: a wider margin never makes a name less sure. */
const RISING = new Set(['near', 'far', 'bestNear', 'bestFar'])
/** Pull of the weights towards zero, against one example each. */
const DECAY = 1
const TYPES: Readonly<Partial<Record<TagKind, string>>> = {
  person: 'PER',
  place: 'LOC',
  organisation: 'ORG',
  event: 'OTHER',
  work: 'OTHER',
}

type Example = { facts: Facts; about: number; rank: number; isRight: boolean }
type Weights = Record<string, number>

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    ease: { type: 'string', default: '0' },
    test: { type: 'string', multiple: true, default: [] },
  },
})
const documents = positionals.flatMap(readExamples)
const even = documents.filter((_, index) => index % 2 === 0)
show(
  'odd documents',
  documents.filter((_, index) => index % 2 === 1),
  fit(even),
)
const weights = fit(documents)
// Added to the constant: so much more is shown, at the price of a little of its rightness.
weights.always = (weights.always ?? 0) + Number(values.ease)
for (const file of values.test) show(file.split('/').at(-1)!, readExamples(file), weights)
if (values.out) {
  const rounded = Object.entries(weights).map(([fact, weight]): [string, number] => [
    fact,
    Math.round(weight * 100) / 100,
  ])
  writeFileSync(values.out, `${JSON.stringify(Object.fromEntries(rounded.sort()), null, 2)}\n`)
}

/** A file's documents, each with its tags of the labelled kinds, most telling first. */
function readExamples(argument: string): Example[][] {
  const [path = '', language = 'en'] = argument.split('@')
  return readIob(path).map((document) => examplesOf(document, language))
}

function examplesOf({ text, names }: IobDocument, language: string): Example[] {
  const gold = new Set(names.map(({ start, end, type }) => `${start},${end},${type}`))
  const { things, list, sheet } = readThings(text, language)
  const abouts = aboutOf(things, list, { headUnits: 0, textUnits: text.length, hints: [] })
  return things
    .map((thing, index) => ({ thing, about: abouts[index]! }))
    .sort((a, b) => b.about - a.about)
    .map(({ thing, about }, rank) => {
      const right = thing.mentions.filter(({ from, to }) =>
        gold.has(`${list[from]!.start},${list[to - 1]!.end},${TYPES[thing.kind] ?? ''}`),
      ).length
      const facts = factsOf(thing, sheet, modelOf(language))
      return { facts, about, rank, isRight: right > 0 && 2 * right >= thing.mentions.length }
    })
}

/** Logistic regression by plain gradient steps; names that stand higher count more. */
function fit(documents: readonly (readonly Example[])[]): Weights {
  const examples = documents.flat().map((example) => ({ ...example, share: 1 / (1 + 0.15 * example.rank) }))
  const total = examples.reduce((sum, { share }) => sum + share, 0)
  const weights: Weights = {}
  for (let step = 0; step < STEPS; step++) {
    const slopes: Weights = {}
    for (const { facts, isRight, share } of examples) {
      const error = (sure(facts, weights) - (isRight ? 1 : 0)) * share
      for (const [fact, value] of Object.entries(facts)) slopes[fact] = (slopes[fact] ?? 0) + error * value
    }
    for (const [fact, slope] of Object.entries(slopes)) {
      const weight = weights[fact] ?? 0
      const moved = weight - (RATE * (slope + (fact === 'always' ? 0 : DECAY * weight))) / total
      weights[fact] = RISING.has(fact) ? Math.max(0, moved) : moved
    }
  }
  return weights
}

function sure(facts: Facts, weights: Weights): number {
  let sum = 0
  for (const [fact, value] of Object.entries(facts)) sum += value * (weights[fact] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}

function show(name: string, documents: readonly (readonly Example[])[], weights: Weights): void {
  const plain = firstRight(documents, (example) => example.about, 0, weights)
  const cells = [0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85].map((least) => {
    const { right, all } = firstRight(
      documents,
      (example) => example.about * sure(example.facts, weights) ** 2,
      least,
      weights,
    )
    return `from ${least} ${right}/${all} ${((100 * right) / all).toFixed(1)} %`
  })
  process.stdout.write(`${name}: by aboutness alone ${plain.right}/${plain.all}; ${cells.join('; ')}\n`)
}

/** How many of the first names are right, of those at least so sure, best score first. */
function firstRight(
  documents: readonly (readonly Example[])[],
  score: (example: Example) => number,
  least: number,
  weights: Weights,
): { right: number; all: number } {
  let right = 0
  let all = 0
  for (const document of documents) {
    const first = document
      .filter(({ facts }) => sure(facts, weights) >= least)
      .sort((a, b) => score(b) - score(a))
      .slice(0, FIRST_NAMES)
    right += first.filter(({ isRight }) => isRight).length
    all += first.length
  }
  return { right, all }
}
