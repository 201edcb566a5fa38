import type { BoostedTrees } from '../../src/extract/boosted-trees.ts'

/** The classifier as it is stored: hashed weights in 8 bits, trees in flat arrays, all in base64 (little-endian). */
export function packWeights(hashed: Float32Array, trees: BoostedTrees): Record<string, unknown> {
  const largest = hashed.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6)
  const scale = Math.min(largest, 3) / 127
  const packed = Int8Array.from(hashed, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))))
  return {
    licence:
      'Learnt from labels of Murrough-Foley/web-content-extraction-benchmark (CC-BY-4.0) and adbar/trafilatura (Apache-2.0)',
    scale,
    hashed: base64(packed),
    roots: base64(trees.roots),
    features: base64(trees.features),
    thresholds: base64(trees.thresholds),
    lefts: base64(trees.lefts),
    rights: base64(trees.rights),
  }
}

function base64(array: Int8Array | Int16Array | Int32Array | Float32Array): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64')
}
