import type { BoostedTrees } from '../../src/extract/boosted-trees.ts'

/** What a boosted model is fitted to: rows of `width` features, labels 0 or 1, and a weight for each row. */
export type TrainingRows = { rows: Float32Array; width: number; labels: Float32Array; weights: Float32Array }

const TREES = 180
const DEPTH = 6
const RATE = 0.08
const BINS = 48
const MIN_WEIGHT = 4
const RIDGE = 2
const ROW_SHARE = 0.6

/** Fits boosted trees to the logistic loss by histograms of binned features. Seeded, so that training twice gives one model. **Source:** Friedman 2001; Chen & Guestrin 2016, section 2. */
export function fitTrees(data: TrainingRows, seed = 1): BoostedTrees {
  const binned = binFeatures(data)
  const count = data.labels.length
  const score = new Float32Array(count)
  const gradient = new Float32Array(count)
  const curvature = new Float32Array(count)
  const nodes = new Nodes()
  const random = seededRandom(seed)
  for (let tree = 0; tree < TREES; tree++) {
    for (let row = 0; row < count; row++) {
      const chance = 1 / (1 + Math.exp(-score[row]!))
      gradient[row] = data.weights[row]! * (chance - data.labels[row]!)
      curvature[row] = data.weights[row]! * Math.max(1e-4, chance * (1 - chance))
    }
    const sample = new Int32Array(count)
    let size = 0
    for (let row = 0; row < count; row++) if (random() < ROW_SHARE) sample[size++] = row
    const root = growTree(sample.subarray(0, size), binned, gradient, curvature, nodes)
    nodes.roots.push(root)
    for (let row = 0; row < count; row++) score[row] = score[row]! + leafOf(nodes, root, binned, row)
  }
  return nodes.finish(binned)
}

type Binned = { columns: Uint8Array[]; edges: Float32Array[] }

class Nodes {
  readonly roots: number[] = []
  readonly features: number[] = []
  readonly bins: number[] = []
  readonly values: number[] = []
  readonly lefts: number[] = []
  readonly rights: number[] = []

  add(): number {
    this.features.push(-1)
    this.bins.push(0)
    this.values.push(0)
    this.lefts.push(-1)
    this.rights.push(-1)
    return this.features.length - 1
  }

  finish(binned: Binned): BoostedTrees {
    const thresholds = this.features.map((feature, node) =>
      feature < 0 ? this.values[node]! : binned.edges[feature]![this.bins[node]!]!,
    )
    return {
      roots: Int32Array.from(this.roots),
      features: Int16Array.from(this.features),
      thresholds: Float32Array.from(thresholds),
      lefts: Int32Array.from(this.lefts),
      rights: Int32Array.from(this.rights),
    }
  }
}

function binFeatures({ rows, width, labels }: TrainingRows): Binned {
  const count = labels.length
  const step = Math.max(1, Math.floor(count / 20_000))
  const columns: Uint8Array[] = []
  const edges: Float32Array[] = []
  for (let feature = 0; feature < width; feature++) {
    const sample: number[] = []
    for (let row = 0; row < count; row += step) sample.push(rows[row * width + feature]!)
    sample.sort((a, b) => a - b)
    const cuts = new Set<number>()
    for (let bin = 1; bin < BINS; bin++) {
      const at = Math.floor((bin * sample.length) / BINS)
      if (sample[at]! < sample.at(-1)!) cuts.add(sample[at]!)
    }
    const edge = Float32Array.from([...cuts].sort((a, b) => a - b))
    const column = new Uint8Array(count)
    for (let row = 0; row < count; row++) column[row] = binOf(edge, rows[row * width + feature]!)
    columns.push(column)
    edges.push(edge)
  }
  return { columns, edges }
}

/** Index of the first edge not below the value. */
function binOf(edges: Float32Array, value: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= edges[middle]!) high = middle
    else low = middle + 1
  }
  return low
}

type Histogram = { gradient: Float64Array; curvature: Float64Array }

function growTree(
  sample: Int32Array,
  binned: Binned,
  gradient: Float32Array,
  curvature: Float32Array,
  nodes: Nodes,
): number {
  const root = nodes.add()
  let level: { node: number; rows: Int32Array; histogram: Histogram }[] = [
    { node: root, rows: sample, histogram: histogramOf(sample, binned, gradient, curvature) },
  ]
  for (let depth = 0; depth <= DEPTH; depth++) {
    const next: typeof level = []
    for (const { node, rows, histogram } of level) {
      const { split, value } = bestSplit(histogram, binned)
      nodes.values[node] = value * RATE
      if (!split || depth === DEPTH) continue
      const [leftRows, rightRows] = parted(rows, binned.columns[split.feature]!, split.bin)
      nodes.features[node] = split.feature
      nodes.bins[node] = split.bin
      const left = nodes.add()
      const right = nodes.add()
      nodes.lefts[node] = left
      nodes.rights[node] = right
      const smaller = leftRows.length <= rightRows.length ? leftRows : rightRows
      const own = histogramOf(smaller, binned, gradient, curvature)
      const other = difference(histogram, own)
      next.push({ node: left, rows: leftRows, histogram: smaller === leftRows ? own : other })
      next.push({ node: right, rows: rightRows, histogram: smaller === leftRows ? other : own })
    }
    level = next
  }
  return root
}

function histogramOf(
  rows: Int32Array,
  { columns }: Binned,
  gradient: Float32Array,
  curvature: Float32Array,
): Histogram {
  const sums: Histogram = {
    gradient: new Float64Array(columns.length * BINS),
    curvature: new Float64Array(columns.length * BINS),
  }
  for (let feature = 0; feature < columns.length; feature++) {
    const column = columns[feature]!
    const offset = feature * BINS
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!
      const cell = offset + column[row]!
      sums.gradient[cell] = sums.gradient[cell]! + gradient[row]!
      sums.curvature[cell] = sums.curvature[cell]! + curvature[row]!
    }
  }
  return sums
}

function difference(whole: Histogram, part: Histogram): Histogram {
  return {
    gradient: whole.gradient.map((sum, cell) => sum - part.gradient[cell]!),
    curvature: whole.curvature.map((sum, cell) => sum - part.curvature[cell]!),
  }
}

function bestSplit(
  { gradient, curvature }: Histogram,
  binned: Binned,
): { split: { feature: number; bin: number } | null; value: number } {
  let totalGradient = 0
  let totalCurvature = 0
  for (let bin = 0; bin < BINS; bin++) {
    totalGradient += gradient[bin]!
    totalCurvature += curvature[bin]!
  }
  const base = (totalGradient * totalGradient) / (totalCurvature + RIDGE)
  let best = 1e-3
  let split: { feature: number; bin: number } | null = null
  for (let feature = 0; feature < binned.columns.length; feature++) {
    let leftGradient = 0
    let leftCurvature = 0
    for (let bin = 0; bin < binned.edges[feature]!.length; bin++) {
      leftGradient += gradient[feature * BINS + bin]!
      leftCurvature += curvature[feature * BINS + bin]!
      const rightGradient = totalGradient - leftGradient
      const rightCurvature = totalCurvature - leftCurvature
      if (leftCurvature < MIN_WEIGHT || rightCurvature < MIN_WEIGHT) continue
      const gain =
        (leftGradient * leftGradient) / (leftCurvature + RIDGE) +
        (rightGradient * rightGradient) / (rightCurvature + RIDGE) -
        base
      if (gain > best) {
        best = gain
        split = { feature, bin }
      }
    }
  }
  return { split, value: -totalGradient / (totalCurvature + RIDGE) }
}

function parted(rows: Int32Array, column: Uint8Array, bin: number): [Int32Array, Int32Array] {
  return [rows.filter((row) => column[row]! <= bin), rows.filter((row) => column[row]! > bin)]
}

function leafOf(nodes: Nodes, root: number, binned: Binned, row: number): number {
  let node = root
  while (nodes.features[node]! >= 0)
    node = binned.columns[nodes.features[node]!]![row]! <= nodes.bins[node]! ? nodes.lefts[node]! : nodes.rights[node]!
  return nodes.values[node]!
}

/** mulberry32: 0 to 1, the same for the same seed. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
