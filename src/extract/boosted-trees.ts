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
