/**
 * Trains the block classifier of src/extract and writes its weights.
 *   train.ts BODY_PAGES.jsonl BODY_GOLD.json META_PAGES.jsonl META_GOLD.json WEIGHTS.json [--leave PART | --all]
 * Hosts fall into five parts by hash. Part 0 is held out and never seen; --leave 1 leaves out part 1 as well and prints, over its articles,
 * the measures of the body for a grid of the path's constants; --all learns from everything (for the weights that ship).
 */
import fs from 'node:fs'
import { FEATURES, FIRST_WINDOWS, ownFeatures, type ReadBlock, readFacts } from '../../src/extract/block-features.ts'
import { hashedPlaces } from '../../src/extract/block-scores.ts'
import { windowFeatures } from '../../src/extract/block-windows.ts'
import { bodyPath } from '../../src/extract/body.ts'
import { bodyHints } from '../../src/extract/body-hints.ts'
import { HOPELESS_ODDS, hopefulBlocks } from '../../src/extract/body-model.ts'
import { type BoostedTrees, treesScore } from '../../src/extract/boosted-trees.ts'
import { prepareHtmlPage } from '../../src/extract/html-page.ts'
import { bodyMeasures } from './body-measures.ts'
import { labelsOf } from './gold-labels.ts'
import { fitTrees } from './gradient-boosting.ts'
import { fitHashed, hashedScore } from './hashed-regression.ts'
import { packWeights } from './pack-weights.ts'
import { foldOf, isHeldOut } from './split.ts'

type Gold = { url: string; type?: string; articleBody?: string; with?: string[]; without?: string[] }
type TrainingPage = {
  id: string
  url: string
  read: readonly ReadBlock[]
  rows: Float32Array
  places: number[][]
  labels: Int8Array
  weights: Float32Array
  whole: boolean
  /** Blocks that the trees look at, by the first stage; set with the windows. */
  hopeful: Uint8Array
  gold: string | null
}

const [bodyPages, bodyGold, metaPages, metaGold, out] = process.argv
  .slice(2)
  .filter((argument) => !argument.startsWith('--'))
const takesAll = process.argv.includes('--all')
const FOLDS = 4
/** A labelled snippet stands for all of its page that nobody labelled: 1.5 gave snippet F1 .937, 4 gave .939 (parts 1 to 4 left out in turn). */
const SNIPPET_WEIGHT = 4

const left = process.argv.includes('--leave') ? Number(process.argv[process.argv.indexOf('--leave') + 1]) : 0

const all = [...readPages(bodyPages!, bodyGold!), ...readPages(metaPages!, metaGold!)].filter(
  (page) => takesAll || left === 0 || !isHeldOut(page.url),
)
const pages = all.filter((page) => takesAll || !isHeldOut(page.url, left))
process.stderr.write(`${pages.length} pages, ${pages.reduce((sum, page) => sum + page.labels.length, 0)} blocks\n`)
for (const [index, scores] of outOfFoldScores(pages).entries()) addWindows(pages[index]!, scores)
const hashed = fitHashed(hashedRows(pages))
const trees = fitTrees(treeRows(pages))
fs.writeFileSync(out!, `${JSON.stringify(packWeights(hashed, trees))}\n`)
if (!takesAll) measure(all.filter((page) => page.gold && isHeldOut(page.url, left)))

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
  const { page, headline, parts, claims } = prepareHtmlPage(html, url)
  const read = readFacts(page)
  const texts = page.texts.map(({ text }) => text)
  const whole = gold.articleBody !== undefined
  const labels = new Int8Array(texts.length).fill(-1)
  if (whole) {
    const { labels: aligned, found } = labelsOf(texts, gold.articleBody ?? '')
    if (found < 0.7 && !isHeldOut(url, left)) return null // the gold is cut, or the page was another when it was labelled
    labels.set(aligned)
  } else labelBySnippets(texts, gold, labels)
  for (const index of parts.roles.keys()) if (labels[index] === 0) labels[index] = -1
  const weights = rowWeights(read, labels, whole, gold.type ?? 'article')
  return {
    id,
    url,
    read,
    rows: ownFeatures(read, bodyHints(claims, headline.title)),
    places: read.map((at) => hashedPlaces(at.block, at.facts, at.element)),
    labels,
    weights,
    whole,
    hopeful: new Uint8Array(labels.length),
    gold: (gold.type ?? '') === 'article' ? (gold.articleBody ?? null) : null,
  }
}

function labelBySnippets(texts: readonly string[], gold: Gold, labels: Int8Array): void {
  const folded = texts.map((text) => text.replace(/\s+/gu, ' '))
  const mark = (snippets: readonly string[] | undefined, label: number): void => {
    for (const snippet of snippets ?? []) {
      const bare = snippet.replace(/\s+/gu, ' ').trim()
      for (const [index, text] of folded.entries())
        if (bare.length > 3 && text.includes(bare))
          labels[index] = labels[index] === -1 || labels[index] === label ? label : -1
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
    if (!whole) return SNIPPET_WEIGHT
    return (pageWeight * (Math.min(120, facts.words) + 2) * 60) / Math.max(150, Math.min(3000, goldWords))
  })
}

function hashedRows(some: readonly TrainingPage[]): { places: number[]; label: number; weight: number }[] {
  return some.flatMap((page) =>
    page.places.map((places, index) => ({
      places,
      label: page.labels[index]!,
      weight: Math.min(3, page.weights[index]!),
    })),
  )
}

/** First-stage scores of every page by a model that has not seen its host. */
function outOfFoldScores(all: readonly TrainingPage[]): Float32Array[] {
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fitHashed(hashedRows(all.filter((page) => foldOf(page.url, FOLDS) !== fold))),
  )
  return all.map((page) =>
    Float32Array.from(page.places, (places) => hashedScore(models[foldOf(page.url, FOLDS)]!, places)),
  )
}

/** Adds the windows of first-stage scores, and which blocks they leave to the trees. */
function addWindows(page: TrainingPage, scores: Float32Array): void {
  page.hopeful = hopefulBlocks(page.read, scores)
  windowFeatures(page.rows, FIRST_WINDOWS, page.read, scores)
}

function treeRows(some: readonly TrainingPage[]): Parameters<typeof fitTrees>[0] {
  const isUsed = (page: TrainingPage, index: number): boolean => page.weights[index]! > 0 && page.hopeful[index] === 1
  const count = some.reduce(
    (sum, page) => sum + page.weights.reduce((used, _, index) => used + (isUsed(page, index) ? 1 : 0), 0),
    0,
  )
  const data = {
    rows: new Float32Array(count * FEATURES),
    width: FEATURES,
    labels: new Float32Array(count),
    weights: new Float32Array(count),
  }
  let at = 0
  for (const page of some) {
    for (let index = 0; index < page.labels.length; index++) {
      if (!isUsed(page, index)) continue
      data.rows.set(page.rows.subarray(index * FEATURES, (index + 1) * FEATURES), at * FEATURES)
      data.labels[at] = page.labels[index]!
      data.weights[at] = Math.min(8, page.weights[index]!)
      at++
    }
  }
  return data
}

/** Prints body P, R, F1 and bag F1 of left-out articles for a grid of the two constants of the path. */
function measure(held: readonly TrainingPage[]): void {
  const odds = held.map((page) => {
    const scores = Float32Array.from(page.places, (places) => hashedScore(hashed, places))
    addWindows(page, scores)
    return pageOdds(trees, page)
  })
  for (const shift of [-0.4, 0, 0.4, 0.8]) {
    for (const price of [0, 0.1, 0.25, 0.5, 1]) {
      const texts = odds.map((own, index) => {
        const kept = bodyPath(own, { shift, price })
        return held[index]!.read.filter((_, at) => kept[at])
          .map(({ block }) => block.text)
          .join('\n')
      })
      process.stdout.write(
        `${held.length} articles, shift ${shift}, price ${price}: ${bodyMeasures(
          held.map(({ gold }) => gold!),
          texts,
        )}\n`,
      )
    }
  }
}

function pageOdds(trees: BoostedTrees, page: TrainingPage): Float32Array {
  return Float32Array.from(page.read, (_, index) =>
    page.hopeful[index] === 0
      ? HOPELESS_ODDS
      : treesScore(trees, page.rows.subarray(index * FEATURES, (index + 1) * FEATURES)),
  )
}
