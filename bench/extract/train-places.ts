/**
 * Learns where a name may stand in a sentence and where it was pushed in: src/extract/weights-name-places.json.
 *   train-places.ts GOLD.json OUT.json IOB.tsv… [--all]
 * GOLD.json are golds of whole pages, whose names are found by their capitals; IOB files have theirs marked. Hosts of parts 0 and 1
 * are left out without `--all`, and told of at the end.
 */
import fs from 'node:fs'
import { classMap, ending, type NamePlace, PLACE_WEIGHTS, placeFeatures } from '../../src/extract/name-places.ts'
import { hash32 } from '../../src/text/hash.ts'
import { readIob } from '../tag-iob.ts'
import { ownWordSamples, type PlaceSample, placeSamples, plainDocument } from './place-samples.ts'
import { isHeldOut } from './split.ts'
import { wordClasses } from './word-classes.ts'

const EPOCHS = 3
const RATE = 0.1
/** Pulls weights of rare features to zero; chosen on hosts of part 1. */
const RIDGE = 1e-4
/** Log-odds of one step of a stored weight. */
const SCALE = 4 / 127
/** Features kept, and least times a kept one was seen: the file stays under 300 kB. */
const KEPT = 75_000
const MIN_COUNT = 2
/** Gaps drawn for each name: the classes come out about even. */
const GAPS = 3

const all = process.argv.includes('--all')
const [goldFile, out, ...iobFiles] = process.argv.slice(2).filter((part) => !part.startsWith('--'))
const gold = JSON.parse(fs.readFileSync(goldFile!, 'utf8')) as Record<
  string,
  { url: string | null; articleBody?: string }
>

const learnt: PlaceSample[] = ownWordSamples()
const checked: PlaceSample[] = []
const texts: string[] = []
let seed = 1
for (const [id, { url, articleBody }] of Object.entries(gold)) {
  const document = articleBody ? plainDocument(id, articleBody) : null
  if (!document || isHeldOut(url ?? id, 0)) continue
  const samples = placeSamples(document, GAPS, random)
  if (isHeldOut(url ?? id, 1) && !all) checked.push(...samples)
  else {
    learnt.push(...samples)
    texts.push(document.text)
  }
}
for (const file of iobFiles)
  for (const document of readIob(file))
    if (document.text.length > 20 && texts.push(document.text)) learnt.push(...placeSamples(document, GAPS, random))

const classes = wordClasses(texts)
const classOfWord = classMap(classes)
const { kept, weights } = prune(fit(learnt))
report('learnt', learnt)
report('checked', checked)
fs.writeFileSync(
  out!,
  `${JSON.stringify({
    licence:
      'CC BY-SA 4.0: learnt from Universal NER v1 (CC BY-SA 4.0), WikiGold and WNUT 2017 (CC BY 4.0), GUM (texts CC BY 2.5) and the golds of Murrough-Foley/web-content-extraction-benchmark (CC-BY-4.0)',
    scale: SCALE,
    classes,
    ...packPlaces(kept, weights),
  })}\n`,
)

function featuresOf(place: NamePlace): number[] {
  return placeFeatures(place, (word) => classOfWord.get(word) ?? ending(word))
}

function fit(samples: readonly PlaceSample[]): Float32Array {
  const table = new Float32Array(PLACE_WEIGHTS)
  const squares = new Float32Array(PLACE_WEIGHTS).fill(0.5)
  const balance = [0, 0]
  for (const { label, weight } of samples) balance[label] = balance[label]! + weight
  const order = samples.map((_, at) => at).sort((a, b) => hash32(String(a)) - hash32(String(b)))
  const features = samples.map(({ place }) => Int32Array.from(featuresOf(place)))
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const at of order) {
      const { label, weight } = samples[at]!
      const share = (weight * (balance[0]! + balance[1]!)) / (2 * balance[label]!)
      const error = share * (1 / (1 + Math.exp(-score(table, features[at]!))) - label)
      for (const feature of features[at]!) {
        const gradient = error + RIDGE * table[feature]!
        squares[feature] = squares[feature]! + gradient * gradient
        table[feature] = table[feature]! - (RATE * gradient) / Math.sqrt(squares[feature]!)
      }
    }
  return table
}

/** Keeps the features that were seen more than once and weigh most, in 8 bits. */
function prune(table: Float32Array): { kept: number[]; weights: Float32Array } {
  const counts = new Uint32Array(PLACE_WEIGHTS)
  for (const { place } of learnt) for (const feature of featuresOf(place)) counts[feature] = counts[feature]! + 1
  const worth = (at: number): number => Math.abs(table[at]!) * Math.sqrt(counts[at]!)
  const chosen = [...table.keys()]
    .filter((at) => counts[at]! >= MIN_COUNT && Math.abs(table[at]!) > SCALE)
    .sort((a, b) => worth(b) - worth(a))
    .slice(0, KEPT)
    .sort((a, b) => a - b)
  const pruned = new Float32Array(PLACE_WEIGHTS)
  for (const at of chosen) pruned[at] = Math.max(-127, Math.min(127, Math.round(table[at]! / SCALE))) * SCALE
  return { kept: chosen, weights: pruned }
}

/** Kept features as steps from one to the next (255 for a step of 255 and more to come), and their weights; both in base64. */
function packPlaces(chosen: readonly number[], table: Float32Array): { steps: string; weights: string } {
  const steps: number[] = []
  let last = 0
  for (const at of chosen) {
    let step = at - last
    for (; step >= 255; step -= 255) steps.push(255)
    steps.push(step)
    last = at
  }
  const values = Int8Array.from(chosen, (at) => Math.round(table[at]! / SCALE))
  return { steps: Buffer.from(steps).toString('base64'), weights: Buffer.from(values.buffer).toString('base64') }
}

function score(table: Float32Array, features: Int32Array): number {
  let sum = 0
  for (const feature of features) sum += table[feature]!
  return sum
}

/** How far the two kinds stand apart: the share of gaps found at limits that few names pass, and the loss. */
function report(name: string, samples: readonly PlaceSample[]): void {
  const scored = samples.map(({ place, label }) => ({
    odds: score(weights, Int32Array.from(featuresOf(place))),
    label,
  }))
  const names = scored
    .filter(({ label }) => label === 0)
    .map(({ odds }) => odds)
    .sort((a, b) => b - a)
  const gaps = scored.filter(({ label }) => label === 1).map(({ odds }) => odds)
  const loss =
    scored.reduce((sum, { odds, label }) => sum + Math.log1p(Math.exp(label ? -odds : odds)), 0) / scored.length
  const found = [0.1, 0.03, 0.01, 0.003].map((share) => {
    const limit = names[Math.floor(names.length * share)] ?? 0
    return `${share}: ${(gaps.filter((odds) => odds > limit).length / gaps.length).toFixed(3)} over ${limit.toFixed(2)}`
  })
  process.stdout.write(
    `${name}: ${names.length} names, ${gaps.length} gaps, loss ${loss.toFixed(4)}; ${found.join('; ')}\n`,
  )
}

function random(): number {
  seed = (seed + 1) | 0
  return hash32(String(seed)) / 2 ** 32
}
