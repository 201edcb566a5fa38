/**
 * Makes src/tag/weights-clusters.json: words that stand in like surroundings, in 1,024 clusters, 128 groups and 32 families.
 * node bench/tag-clusters.ts VECTORS.txt [WORDS] > src/tag/weights-clusters.json
 * VECTORS.txt: `word number...` a line, most frequent first, as Stanford's glove.6B.50d.txt (PDDL 1.0).
 */
import { readFileSync } from 'node:fs'
import { hash32 } from '../src/text/hash.ts'

const [path = '', amount = '120000'] = process.argv.slice(2)
const CLUSTERS = 1024
const GROUPS = 128
const FAMILIES = 32
const ROUNDS = 12
/** Directions that all frequent words share are taken out: they say how frequent a word is. */
const SHARED_DIRECTIONS = 2
const WORD = /^\p{L}[\p{L}\p{N}.'&-]*$/u
let seed = 3

const { words, vectors, width } = readVectors()
centre(vectors)
for (let round = 0; round < SHARED_DIRECTIONS; round++) takeOut(vectors, mainDirection(vectors))
for (let row = 0; row < words.length; row++) toUnit(vectors, row)
const leaf = cluster(vectors, CLUSTERS)
const group = cluster(leaf.centres, GROUPS)
const family = cluster(group.centres, FAMILIES)
process.stdout.write(print())

function readVectors(): { words: string[]; vectors: Float32Array; width: number } {
  const lines = readFileSync(path, 'utf8').split('\n', Number(amount))
  const rows = lines.map((line) => line.split(' ')).filter(([word = '']) => WORD.test(word))
  const width = (rows[0]?.length ?? 1) - 1
  const vectors = new Float32Array(rows.length * width)
  for (const [row, cells] of rows.entries())
    for (let at = 0; at < width; at++) vectors[row * width + at] = Number(cells[at + 1])
  return { words: rows.map(([word = '']) => word), vectors, width }
}

function random(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 4294967296
}

function centre(table: Float32Array): void {
  const mean = new Float64Array(width)
  for (let cell = 0; cell < table.length; cell++) mean[cell % width]! += table[cell]!
  for (let cell = 0; cell < table.length; cell++) table[cell]! -= (mean[cell % width]! * width) / table.length
}

/** The direction along which the rows differ most, by power iteration. */
function mainDirection(table: Float32Array): Float64Array {
  let direction = Float64Array.from({ length: width }, () => random() - 0.5)
  for (let round = 0; round < 20; round++) {
    const next = new Float64Array(width)
    for (let from = 0; from < table.length; from += width) {
      let along = 0
      for (let at = 0; at < width; at++) along += table[from + at]! * direction[at]!
      for (let at = 0; at < width; at++) next[at]! += along * table[from + at]!
    }
    const size = Math.hypot(...next)
    direction = next.map((cell) => cell / size)
  }
  return direction
}

function takeOut(table: Float32Array, direction: Float64Array): void {
  for (let from = 0; from < table.length; from += width) {
    let along = 0
    for (let at = 0; at < width; at++) along += table[from + at]! * direction[at]!
    for (let at = 0; at < width; at++) table[from + at]! -= along * direction[at]!
  }
}

function toUnit(table: Float32Array, row: number): void {
  let sum = 0
  for (let at = 0; at < width; at++) sum += table[row * width + at]! ** 2
  const size = Math.sqrt(sum) || 1
  for (let at = 0; at < width; at++) table[row * width + at]! /= size
}

/** Spherical k-means: each row's cluster and the clusters' centres. */
function cluster(table: Float32Array, count: number): { of: Uint16Array; centres: Float32Array } {
  const rows = table.length / width
  const of = new Uint16Array(rows)
  let centres = new Float32Array(count * width)
  for (let at = 0; at < count; at++) {
    const row = Math.floor(random() * rows)
    centres.set(table.subarray(row * width, (row + 1) * width), at * width)
  }
  for (let round = 0; round <= ROUNDS; round++) {
    for (let row = 0; row < rows; row++) of[row] = nearest(table, row, centres)
    if (round === ROUNDS) break
    const sums = new Float32Array(count * width)
    for (let row = 0; row < rows; row++)
      for (let at = 0; at < width; at++) sums[of[row]! * width + at]! += table[row * width + at]!
    centres = sums
    for (let at = 0; at < count; at++) toUnit(centres, at)
  }
  return { of, centres }
}

function nearest(table: Float32Array, row: number, centres: Float32Array): number {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  for (let from = 0; from < centres.length; from += width) {
    let along = 0
    for (let at = 0; at < width; at++) along += table[row * width + at]! * centres[from + at]!
    if (along <= most) continue
    most = along
    best = from / width
  }
  return best
}

/** Words as gaps between their sorted hashes (seven bits a byte, the eighth: "and more follow"), then their clusters. */
function print(): string {
  const byHash = new Map(words.map((word, row) => [hash32(word), leaf.of[row]! + 1] as const).reverse())
  const hashes = [...byHash.keys()].sort((a, b) => a - b)
  const gaps: number[] = []
  let last = 0
  for (const hash of hashes) {
    let gap = hash - last
    for (; gap >= 128; gap = Math.floor(gap / 128)) gaps.push(128 + (gap % 128))
    gaps.push(gap)
    last = hash
  }
  const base64 = (array: Uint16Array | Uint8Array) =>
    Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64')
  return `${JSON.stringify({
    gaps: base64(Uint8Array.from(gaps)),
    clusters: base64(Uint16Array.from(hashes, (hash) => byHash.get(hash)!)),
    groups: [0, ...Array.from(group.of, (at) => at + 1)],
    families: [0, ...Array.from(group.of, (at) => family.of[at]! + 1)],
  })}\n`
}
