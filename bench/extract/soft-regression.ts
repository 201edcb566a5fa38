import type { LinearScores } from '../../src/extract/linear-scores.ts'

/** Rows of equally many numbers with, for each row, how much of it belongs to each class (sums to 1) and a weight. */
export type SoftRows = {
  rows: readonly (readonly number[])[]
  shares: readonly (readonly number[])[]
  weights: readonly number[]
}

const STEPS = 600
const RATE = 0.05

/**
 * Fits a multinomial logistic regression with a ridge on standardised columns, by full-batch Adam; the standardisation is folded
 * into what it gives. Shares between 0 and 1 are learnt as such. **Source:** Kingma & Ba 2015, algorithm 1.
 */
export function fitSoftly({ rows, shares, weights }: SoftRows, ridge: number): LinearScores {
  const width = rows[0]!.length
  const classes = shares[0]!.length
  const { means, scales } = standards(rows)
  const scaled = rows.map((row) =>
    Float64Array.from(row, (value, column) => (value - means[column]!) / scales[column]!),
  )
  const size = classes * (width + 1)
  const parameters = new Float64Array(size)
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  for (let step = 1; step <= STEPS; step++) {
    const slope = slopeOf(parameters, scaled, shares, weights, width, classes)
    for (let at = 0; at < size; at++) {
      const isBias = at % (width + 1) === width
      const own = slope[at]! / total + (isBias ? 0 : (ridge / total) * parameters[at]!)
      first[at] = 0.9 * first[at]! + 0.1 * own
      second[at] = 0.999 * second[at]! + 0.001 * own * own
      const [m, v] = [first[at]! / (1 - 0.9 ** step), second[at]! / (1 - 0.999 ** step)]
      parameters[at] = parameters[at]! - (RATE * m) / (Math.sqrt(v) + 1e-8)
    }
  }
  return unscaled(parameters, means, scales, classes)
}

function standards(rows: readonly (readonly number[])[]): { means: number[]; scales: number[] } {
  const width = rows[0]!.length
  const means = Array.from(
    { length: width },
    (_, column) => rows.reduce((sum, row) => sum + row[column]!, 0) / rows.length,
  )
  const scales = means.map((mean, column) => {
    const variance = rows.reduce((sum, row) => sum + (row[column]! - mean) ** 2, 0) / rows.length
    return Math.max(Math.sqrt(variance), 0.05) // a column that hardly ever speaks must not shout when it does
  })
  return { means, scales }
}

function slopeOf(
  parameters: Float64Array,
  rows: readonly Float64Array[],
  shares: readonly (readonly number[])[],
  weights: readonly number[],
  width: number,
  classes: number,
): Float64Array {
  const slope = new Float64Array(parameters.length)
  const chances = new Float64Array(classes)
  for (const [index, row] of rows.entries()) {
    let sum = 0
    for (let own = 0; own < classes; own++) {
      const from = own * (width + 1)
      let score = parameters[from + width]!
      for (let column = 0; column < width; column++) score += parameters[from + column]! * row[column]!
      sum += chances[own] = Math.exp(Math.min(40, score))
    }
    for (let own = 0; own < classes; own++) {
      const from = own * (width + 1)
      const wrong = weights[index]! * (chances[own]! / sum - shares[index]![own]!)
      for (let column = 0; column < width; column++) slope[from + column] = slope[from + column]! + wrong * row[column]!
      slope[from + width] = slope[from + width]! + wrong
    }
  }
  return slope
}

function unscaled(parameters: Float64Array, means: number[], scales: number[], classes: number): LinearScores {
  const width = means.length
  const weights = Array.from({ length: classes }, (_, own) =>
    means.map((_, column) => parameters[own * (width + 1) + column]! / scales[column]!),
  )
  const bias = weights.map((own, index) =>
    own.reduce((sum, weight, column) => sum - weight * means[column]!, parameters[index * (width + 1) + width]!),
  )
  return { bias, weights }
}
