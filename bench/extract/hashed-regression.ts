import { HASHED_WEIGHTS } from '../../src/extract/block-scores.ts'

/** One block as the first stage sees it: places in the hashed table, its label (0, 1) and weight; weight 0 is not learnt from. */
export type HashedRow = { places: readonly number[]; label: number; weight: number }

const EPOCHS = 5
const RATE = 0.15
const RIDGE = 2e-6

/** Fits a logistic regression over hashed places by AdaGrad, in the order given. */
export function fitHashed(rows: readonly HashedRow[]): Float32Array {
  const weights = new Float32Array(HASHED_WEIGHTS)
  const squares = new Float32Array(HASHED_WEIGHTS).fill(0.5)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    // A fixed stride that shares no factor with most counts mixes pages without a shuffle.
    const stride = 7919
    for (let step = 0, at = epoch; step < rows.length; step++, at = (at + stride) % rows.length) {
      const { places, label, weight } = rows[at]!
      if (weight === 0) continue
      const error = weight * (1 / (1 + Math.exp(-hashedScore(weights, places))) - label)
      if (Math.abs(error) < 1e-4) continue
      for (const place of places) {
        const gradient = error + RIDGE * weights[place]!
        squares[place] = squares[place]! + gradient * gradient
        weights[place] = weights[place]! - (RATE * gradient) / Math.sqrt(squares[place]!)
      }
    }
  }
  return weights
}

/** Log-odds of one block. */
export function hashedScore(weights: Float32Array | Int8Array, places: readonly number[]): number {
  let sum = 0
  for (const place of places) sum += weights[place]!
  return sum
}
