/** A linear score a class: `bias[class] + sum(weights[class][column] * row[column])`; chances are their softmax. */
export type LinearScores = { bias: readonly number[]; weights: readonly (readonly number[])[] }

/** Chances of each class for one row; they sum to 1. */
export function linearChances({ bias, weights }: LinearScores, row: readonly number[]): number[] {
  const scores = bias.map((own, index) =>
    weights[index]!.reduce((sum, weight, column) => sum + weight * row[column]!, own),
  )
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const sum = powers.reduce((all, power) => all + power, 0)
  return powers.map((power) => power / sum)
}
