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

/** Trees with each node's four values side by side, so that a step reads one line of the processor's cache instead of four. */
export type PackedTrees = { roots: Int32Array; words: Int32Array; values: Float32Array }

/** 32-bit words of one packed node: feature, threshold or value, left and right as places of words. */
const NODE_WORDS = 4

/** The same trees, packed. */
export function packTrees({ roots, features, thresholds, lefts, rights }: BoostedTrees): PackedTrees {
  const words = new Int32Array(features.length * NODE_WORDS)
  const values = new Float32Array(words.buffer)
  for (let node = 0; node < features.length; node++) {
    words[node * NODE_WORDS] = features[node]!
    values[node * NODE_WORDS + 1] = thresholds[node]!
    words[node * NODE_WORDS + 2] = lefts[node]! * NODE_WORDS
    words[node * NODE_WORDS + 3] = rights[node]! * NODE_WORDS
  }
  return { roots: roots.map((root) => root * NODE_WORDS), words, values }
}

/** What `treesScore` gives, exactly, for the row that starts at `from`. */
export function packedScore({ roots, words, values }: PackedTrees, rows: Float32Array, from: number): number {
  let sum = 0
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!
    for (let feature = words[node]!; feature >= 0; feature = words[node]!)
      node = rows[from + feature]! <= values[node + 1]! ? words[node + 2]! : words[node + 3]!
    sum += values[node + 1]!
  }
  return sum
}
