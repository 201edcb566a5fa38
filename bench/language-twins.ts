/**
 * Makes src/text/weights-language-twins.json: which runs of letters tell Danish from Norwegian, Czech from Slovak, and Croatian from Serbian in Latin letters.
 * node bench/language-twins.ts NEWSPAPERS WORDFREQ > src/text/weights-language-twins.json     (prints what is right of held-out files to standard error)
 *   NEWSPAPERS holds uner-*.tsv of Universal NER v1 (CC BY-SA 4.0): train files teach, of Norwegian the dev files; test files are held out
 *   WORDFREQ: the folder wordfreq/data of the Python package wordfreq 3.1 (CC BY-SA 4.0)
 * A logistic regression over hashed runs, by stochastic gradient descent with AdaGrad's steps; texts as newspapers write them, whole and cut to 45 characters.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Random, seededRandom, shuffled } from '../src/demo/random.ts'
import { letterRuns, TWIN_ROWS } from '../src/text/twin-odds.ts'
import { frequencyBins } from './wordfreq-lists.ts'

type Example = { rows: number[]; isFirst: boolean }
type Pair = {
  languages: [string, string]
  lists: [string, string] | null
  train: [string[], string[]]
  test: [string[], string[]]
}

const PAIRS: readonly Pair[] = [
  {
    languages: ['da', 'no'],
    lists: ['da', 'nb'],
    train: [['da-ddt-train'], ['nob-norne-dev', 'nno-norne-dev']],
    test: [['da-ddt-test'], ['nob-norne-test', 'nno-norne-test']],
  },
  { languages: ['cs', 'sk'], lists: ['cs', 'sk'], train: [[], ['sk-snk-train']], test: [[], ['sk-snk-test']] },
  {
    languages: ['hr', 'sr'],
    lists: null,
    train: [['hr-set-train'], ['sr-set-train']],
    test: [['hr-set-test'], ['sr-set-test']],
  },
]
const CUT = 45
const ROUNDS = 8
const STEP = 0.1
/** Pull towards 0 a step: without it rare runs of one newspaper's names weigh as much as spelling. */
const SHRINK = 0.0002
/** Commonest words that are drawn from, texts made of them for each language, and words in one. */
const LIST_WORDS = 20_000
const LIST_TEXTS = 10_000
const TEXT_WORDS = 7
/** Power of its frequency by which a word is drawn, so that rarer ones are learnt too; .5 to .9 are within a point. */
const FLATTENED = 0.7
/** Largest weight in steps of a byte. */
const MOST = 127

const [folder = '', wordfreq = ''] = process.argv.slice(2)
const pairs = PAIRS.map(({ languages, lists, train, test }) => {
  const odds = learn([...examplesOf(train), ...listExamples(lists)])
  const most = odds.reduce((greatest, weight) => Math.max(greatest, Math.abs(weight)), 0)
  const scale = Number((MOST / most).toFixed(2))
  const packed = Int8Array.from(odds, (weight) => Math.round(weight * scale))
  report(languages, packed, scale, test)
  return { languages, scale, odds: Buffer.from(packed.buffer).toString('base64') }
})
process.stdout.write(`${JSON.stringify({ pairs })}\n`)

/** Both languages in equal number: which is written more often is not asked here. */
function examplesOf([first, second]: [string[], string[]]): Example[] {
  const [firsts, seconds] = [textsOf(first), textsOf(second)]
  if (firsts.length === 0 || seconds.length === 0) return []
  const count = Math.max(firsts.length, seconds.length)
  const taken = (texts: readonly string[]): string[] =>
    Array.from({ length: count }, (_, at) => texts[at % texts.length]!)
  return [
    ...taken(firsts).map((text) => ({ rows: letterRuns(text), isFirst: true })),
    ...taken(seconds).map((text) => ({ rows: letterRuns(text), isFirst: false })),
  ]
}

/** Rows of words drawn from word lists, as if they were headlines: they know words that no small set of newspapers has. */
function listExamples(lists: [string, string] | null): Example[] {
  if (!lists) return []
  const random = seededRandom(7)
  return lists.flatMap((list, side) => {
    const words = [...frequencyBins(wordfreq, list).entries()]
      .flatMap(([centibels, some]) => some.map((word) => ({ word, weight: 10 ** ((-centibels / 100) * FLATTENED) })))
      .filter(({ word }) => /^[\p{L}\p{M}]+$/u.test(word))
      .slice(0, LIST_WORDS)
    const draw = drawer(words, random)
    return Array.from({ length: LIST_TEXTS }, () => ({
      rows: letterRuns(Array.from({ length: TEXT_WORDS }, draw).join(' ')),
      isFirst: side === 0,
    }))
  })
}

/** Draws words, each as often as its weight says. */
function drawer(words: readonly { word: string; weight: number }[], random: Random): () => string {
  const sums: number[] = []
  for (const { weight } of words) sums.push((sums.at(-1) ?? 0) + weight)
  return () => {
    const at = random.next() * sums.at(-1)!
    let low = 0
    let high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle]! < at) low = middle + 1
      else high = middle
    }
    return words[low]!.word
  }
}

function learn(examples: readonly Example[]): Float64Array {
  const weights = new Float64Array(TWIN_ROWS)
  const squares = new Float64Array(TWIN_ROWS).fill(1)
  for (let round = 0; round < ROUNDS; round++) {
    for (const { rows, isFirst } of shuffled(examples, seededRandom(1 + round))) {
      const sum = rows.reduce((all, row) => all + weights[row]!, 0)
      const error = (isFirst ? 1 : 0) - 1 / (1 + Math.exp(-sum))
      for (const row of rows) {
        squares[row]! += error * error
        weights[row]! += (STEP / Math.sqrt(squares[row]!)) * (error - SHRINK * weights[row]!)
      }
    }
  }
  return weights
}

/** Sentences of Universal NER files, and their beginnings as headlines are long. */
function textsOf(files: readonly string[]): string[] {
  return files.flatMap((file) => sentencesIn(join(folder, `uner-${file}.tsv`))).flatMap((text) => [text, cut(text)])
}

function cut(text: string): string {
  return text.length <= CUT ? text : text.slice(0, CUT + 1).replace(/\s+\S*$/u, '')
}

function sentencesIn(path: string): string[] {
  const sentences = readFileSync(path, 'utf8').split(/\n\n+/u)
  return sentences
    .map((lines) =>
      lines
        .split('\n')
        .filter((line) => line.includes('\t'))
        .map((line) => line.split('\t')[0]!)
        .join(' ')
        .replace(/ (?=[.,;:!?)\]])/gu, ''),
    )
    .filter((text) => text.length >= 20)
}

function report(languages: [string, string], odds: Int8Array, scale: number, test: [string[], string[]]): void {
  for (const [side, files] of test.entries()) {
    for (const file of files) {
      const texts = sentencesIn(join(folder, `uner-${file}.tsv`)).map(cut)
      const right = texts.filter((text) => {
        const sum = letterRuns(text).reduce((all, row) => all + odds[row]!, 0) / scale
        return side === 0 ? sum > 0 : sum < 0
      })
      process.stderr.write(`${languages.join('/')} ${file}: ${((100 * right.length) / texts.length).toFixed(1)} %\n`)
    }
  }
}
