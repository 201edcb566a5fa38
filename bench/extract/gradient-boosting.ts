import type { BoostedTrees } from '../../src/extract/boosted-trees.ts'

/** What a boosted model is fitted to: rows of `width` features, labels 0 or 1, and a weight for each row. */
export type TrainingRows = { rows: Float32Array; width: number; labels: Float32Array; weights: Float32Array }

/** How a model is grown: each tree looks at shares of the features and of the rows. Chosen on parts 1 to 4 of the hosts, each left out in turn; neither slower, shallower nor heavier leaves gained. */
const SETTINGS = { trees: 180, depth: 6, rate: 0.08, columnShare: 0.5, rowShare: 0.6, minWeight: 4, ridge: 2 }
type Settings = typeof SETTINGS

/** Bins of a feature's values; one byte holds a bin. */
const BINS = 48

/** Fits boosted trees to the logistic loss by histograms of binned features. Seeded, so that training twice gives one model. **Source:** Friedman 2001; Chen & Guestrin 2016, section 2. */
export function fitTrees(data: TrainingRows, seed = 1, changes: Partial<Settings> = {}): BoostedTrees {
  const settings = { ...SETTINGS, ...changes }
  const binned = binFeatures(data)
  const count = data.labels.length
  const score = new Float32Array(count)
  const gradient = new Float32Array(count)
  const curvature = new Float32Array(count)
  const nodes = new Nodes()
  const random = seededRandom(seed)
  const grower = new TreeGrower(binned, gradient, curvature, nodes, settings)
  for (let tree = 0; tree < settings.trees; tree++) {
    for (let row = 0; row < count; row++) {
      const chance = 1 / (1 + Math.exp(-score[row]!))
      gradient[row] = data.weights[row]! * (chance - data.labels[row]!)
      curvature[row] = data.weights[row]! * Math.max(1e-4, chance * (1 - chance))
    }
    const sample = new Int32Array(count)
    let size = 0
    for (let row = 0; row < count; row++) if (random() < settings.rowShare) sample[size++] = row
    const wanted = binned.columns.map(() => random() < settings.columnShare)
    const root = grower.grow(sample.subarray(0, size), wanted)
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
    const sorted = Float32Array.from(sample).sort()
    const cuts = new Set<number>()
    for (let bin = 1; bin < BINS; bin++) {
      const at = Math.floor((bin * sorted.length) / BINS)
      if (sorted[at]! < sorted.at(-1)!) cuts.add(sorted[at]!)
    }
    const edge = Float32Array.from(cuts).sort()
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

/** Sums of gradient and curvature, side by side, for each bin of each feature. */
type Histogram = Float64Array

class TreeGrower {
  private readonly binned: Binned
  private readonly gradient: Float32Array
  private readonly curvature: Float32Array
  private readonly nodes: Nodes
  private readonly settings: Settings

  constructor(binned: Binned, gradient: Float32Array, curvature: Float32Array, nodes: Nodes, settings: Settings) {
    this.binned = binned
    this.gradient = gradient
    this.curvature = curvature
    this.nodes = nodes
    this.settings = settings
  }

  grow(sample: Int32Array, wanted: readonly boolean[]): number {
    const { nodes, binned } = this
    const root = nodes.add()
    let level: { node: number; rows: Int32Array; histogram: Histogram }[] = [
      { node: root, rows: sample, histogram: this.histogram(sample, wanted) },
    ]
    for (let depth = 0; depth <= this.settings.depth; depth++) {
      const next: typeof level = []
      for (const { node, rows, histogram } of level) {
        const { split, value } = this.bestSplit(histogram, wanted)
        nodes.values[node] = value * this.settings.rate
        if (!split || depth === this.settings.depth) continue
        const [leftRows, rightRows] = parted(rows, binned.columns[split.feature]!, split.bin)
        nodes.features[node] = split.feature
        nodes.bins[node] = split.bin
        const left = nodes.add()
        const right = nodes.add()
        nodes.lefts[node] = left
        nodes.rights[node] = right
        const isLeft = leftRows.length <= rightRows.length
        const own = this.histogram(isLeft ? leftRows : rightRows, wanted)
        const other = histogram.map((sum, cell) => sum - own[cell]!)
        next.push({ node: left, rows: leftRows, histogram: isLeft ? own : other })
        next.push({ node: right, rows: rightRows, histogram: isLeft ? other : own })
      }
      level = next
    }
    return root
  }

  private histogram(rows: Int32Array, wanted: readonly boolean[]): Histogram {
    const { columns } = this.binned
    const sums = new Float64Array(columns.length * BINS * 2)
    const gradients = Float32Array.from(rows, (row) => this.gradient[row]!)
    const curvatures = Float32Array.from(rows, (row) => this.curvature[row]!)
    for (let feature = 0; feature < columns.length; feature++) {
      if (!wanted[feature]) continue
      const column = columns[feature]!
      const offset = feature * BINS * 2
      for (let at = 0; at < rows.length; at++) {
        const cell = offset + column[rows[at]!]! * 2
        sums[cell] = sums[cell]! + gradients[at]!
        sums[cell + 1] = sums[cell + 1]! + curvatures[at]!
      }
    }
    return sums
  }

  private bestSplit(
    sums: Histogram,
    wanted: readonly boolean[],
  ): { split: { feature: number; bin: number } | null; value: number } {
    const { ridge, minWeight } = this.settings
    const first = wanted.indexOf(true)
    let totalGradient = 0
    let totalCurvature = 0
    for (let bin = 0; bin < BINS; bin++) {
      totalGradient += sums[(first * BINS + bin) * 2]!
      totalCurvature += sums[(first * BINS + bin) * 2 + 1]!
    }
    const base = (totalGradient * totalGradient) / (totalCurvature + ridge)
    let best = 1e-3
    let split: { feature: number; bin: number } | null = null
    for (let feature = 0; feature < this.binned.columns.length; feature++) {
      if (!wanted[feature]) continue
      let leftGradient = 0
      let leftCurvature = 0
      for (let bin = 0; bin < this.binned.edges[feature]!.length; bin++) {
        leftGradient += sums[(feature * BINS + bin) * 2]!
        leftCurvature += sums[(feature * BINS + bin) * 2 + 1]!
        const rightGradient = totalGradient - leftGradient
        const rightCurvature = totalCurvature - leftCurvature
        if (leftCurvature < minWeight || rightCurvature < minWeight) continue
        const gain =
          (leftGradient * leftGradient) / (leftCurvature + ridge) +
          (rightGradient * rightGradient) / (rightCurvature + ridge) -
          base
        if (gain > best) {
          best = gain
          split = { feature, bin }
        }
      }
    }
    return { split, value: -totalGradient / (totalCurvature + ridge) }
  }
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
