/**
 * Trains the block classifier of src/extract and writes its weights.
 *   train.ts BODY_PAGES.jsonl BODY_GOLD.json META_PAGES.jsonl META_GOLD.json WEIGHTS.json [--all]
 * Pages whose host's hash is 0 modulo 5 are held out and never seen, unless --all is given.
 */
import fs from 'node:fs'
import { type Body, bodyPath } from '../../src/extract/body.ts'
import { FEATURES, ownFeatures, type ReadBlock, readFacts, windowFeatures } from '../../src/extract/block-features.ts'
import { hashedPlaces } from '../../src/extract/block-scores.ts'
import { type BoostedTrees, treesScore } from '../../src/extract/boosted-trees.ts'
import { prepareHtmlPage } from '../../src/extract/html-page.ts'
import { fitTrees } from './gradient-boosting.ts'
import { labelsOf } from './gold-labels.ts'
import { fitHashed, hashedScore } from './hashed-regression.ts'
import { isHeldOut, foldOf } from './split.ts'
import { packWeights } from './pack-weights.ts'

type Gold = { url: string; type?: string; articleBody?: string; with?: string[]; without?: string[] }
type TrainingPage = { id: string; url: string; read: readonly ReadBlock[]; rows: Float32Array; places: number[][]; labels: Int8Array; weights: Float32Array; whole: boolean }

const [bodyPages, bodyGold, metaPages, metaGold, out] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const takesAll = process.argv.includes('--all')
const FOLDS = 4

const pages = [...readPages(bodyPages!, bodyGold!), ...readPages(metaPages!, metaGold!)].filter((page) => takesAll || !isHeldOut(page.url))
process.stderr.write(`${pages.length} pages, ${pages.reduce((sum, page) => sum + page.labels.length, 0)} blocks\n`)
const scores = outOfFoldScores(pages)
for (const [index, page] of pages.entries()) windowFeatures(page.rows, page.read, scores[index]!)
if (process.argv.includes('--tune')) tune(pages)
else {
  const hashed = fitHashed(hashedRows(pages))
  const trees = fitTrees(treeRows(pages))
  fs.writeFileSync(out!, `${JSON.stringify(packWeights(hashed, trees))}\n`)
}

function readPages(pagesFile: string, goldFile: string): TrainingPage[] {
  const gold = JSON.parse(fs.readFileSync(goldFile, 'utf8')) as Record<string, Gold>
  const read: TrainingPage[] = []
  for (const line of fs.readFileSync(pagesFile, 'utf8').split('\n')) {
    if (line === '') continue
    const { id, url, html } = JSON.parse(line) as { id: string; url: string | null; html: string }
    const page = trainingPage(id, url ?? id, html, gold[id]!)
    if (page) read.push(page)
  }
  return read
}

function trainingPage(id: string, url: string, html: string, gold: Gold): TrainingPage | null {
  const { page, headline, parts } = prepareHtmlPage(html, url)
  const read = readFacts(page)
  const texts = page.texts.map(({ text }) => text)
  const whole = gold.articleBody !== undefined
  const labels = new Int8Array(texts.length).fill(-1)
  if (whole) {
    const { labels: aligned, found } = labelsOf(texts, gold.articleBody ?? '')
    if (found < 0.7) return null // the gold is cut, or the page was another when it was labelled
    labels.set(aligned)
  } else labelBySnippets(texts, gold, labels)
  for (const index of parts.roles.keys()) if (labels[index] === 0) labels[index] = -1
  const weights = rowWeights(read, labels, whole, gold.type ?? 'article')
  return { id, url, read, rows: ownFeatures(read, headline.title), places: read.map((at) => hashedPlaces(at.block, at.facts, at.element)), labels, weights, whole }
}

function labelBySnippets(texts: readonly string[], gold: Gold, labels: Int8Array): void {
  const folded = texts.map((text) => text.replace(/\s+/gu, ' '))
  const mark = (snippets: readonly string[] | undefined, label: number): void => {
    for (const snippet of snippets ?? []) {
      const bare = snippet.replace(/\s+/gu, ' ').trim()
      for (const [index, text] of folded.entries()) if (bare.length > 3 && text.includes(bare)) labels[index] = labels[index] === -1 || labels[index] === label ? label : -1
    }
  }
  mark(gold.with, 1)
  mark(gold.without, 0)
}

/** A page's blocks weigh by their words against the page's text, so that every page counts about alike, as in the measure. */
function rowWeights(read: readonly ReadBlock[], labels: Int8Array, whole: boolean, type: string): Float32Array {
  const goldWords = read.reduce((sum, { facts }, index) => sum + (labels[index] === 1 ? facts.words : 0), 0)
  const pageWeight = whole ? (type === 'article' ? 1 : 0.3) : 1
  return Float32Array.from(read, ({ facts }, index) => {
    if (labels[index] === -1) return 0
    if (!whole) return 1.5
    return (pageWeight * (Math.min(120, facts.words) + 2) * 60) / Math.max(150, Math.min(3000, goldWords))
  })
}

function hashedRows(some: readonly TrainingPage[]): { places: number[]; label: number; weight: number }[] {
  return some.flatMap((page) => page.places.map((places, index) => ({ places, label: page.labels[index]!, weight: Math.min(3, page.weights[index]!) })))
}

/** First-stage scores of every page by a model that has not seen its host. */
function outOfFoldScores(all: readonly TrainingPage[]): Float32Array[] {
  const models = Array.from({ length: FOLDS }, (_, fold) => fitHashed(hashedRows(all.filter((page) => foldOf(page.url, FOLDS) !== fold))))
  return all.map((page) => Float32Array.from(page.places, (places) => hashedScore(models[foldOf(page.url, FOLDS)]!, places)))
}

function treeRows(some: readonly TrainingPage[]): Parameters<typeof fitTrees>[0] {
  const count = some.reduce((sum, page) => sum + page.weights.reduce((used, weight) => used + (weight > 0 ? 1 : 0), 0), 0)
  const data = { rows: new Float32Array(count * FEATURES), width: FEATURES, labels: new Float32Array(count), weights: new Float32Array(count) }
  let at = 0
  for (const page of some) {
    for (let index = 0; index < page.labels.length; index++) {
      if (page.weights[index] === 0) continue
      data.rows.set(page.rows.subarray(index * FEATURES, (index + 1) * FEATURES), at * FEATURES)
      data.labels[at] = page.labels[index]!
      data.weights[at] = Math.min(8, page.weights[index]!)
      at++
    }
  }
  return data
}

/** Fits on three folds and prints, for the fourth, the word-weighted F1 of articles over a grid of the two constants of the path. */
function tune(all: readonly TrainingPage[]): void {
  const trees = fitTrees(treeRows(all.filter((page) => foldOf(page.url, FOLDS) !== 0)))
  const held = all.filter((page) => foldOf(page.url, FOLDS) === 0 && page.whole)
  const odds = held.map((page) => pageOdds(trees, page))
  for (const shift of [-0.6, -0.3, 0, 0.3, 0.6]) {
    for (const price of [0, 0.5, 1, 1.5, 2.5, 4]) {
      const kept = odds.map((own, index) => bodyPath(own, held[index]!.read, { shift, price }))
      process.stdout.write(`shift ${shift} price ${price} ${wordF1(held, kept).toFixed(4)}\n`)
    }
  }
}

function pageOdds(trees: BoostedTrees, page: TrainingPage): Float32Array {
  return Float32Array.from(page.read, (_, index) => treesScore(trees, page.rows.subarray(index * FEATURES, (index + 1) * FEATURES)))
}

function wordF1(held: readonly TrainingPage[], kept: readonly Body['kept'][]): number {
  const f1s = held.map((page, at) => {
    let both = 0
    let gold = 0
    let answer = 0
    for (const [index, { facts }] of page.read.entries()) {
      if (page.labels[index] === 1) gold += facts.words
      if (kept[at]![index]) answer += facts.words
      if (page.labels[index] === 1 && kept[at]![index]) both += facts.words
    }
    return gold + answer === 0 ? 1 : (2 * both) / (gold + answer)
  })
  return f1s.reduce((sum, f1) => sum + f1, 0) / Math.max(1, f1s.length)
}
