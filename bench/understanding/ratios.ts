/** Precision, recall and F1, 0 to 1, with what they are made of. */
export type Found = { precision: number; recall: number; f1: number; gold: number; answers: number }

/** `some` of `all`, 0 to 1; null of none. */
export function share(some: number, all: number): number | null {
  return all === 0 ? null : some / all
}

/** Precision, recall and their harmonic mean; 0 where nothing was said or nothing is gold. */
export function foundOf(right: number, answers: number, gold: number): Found {
  const precision = share(right, answers) ?? 0
  const recall = share(right, gold) ?? 0
  return { precision, recall, f1: harmonicMean(precision, recall), gold, answers }
}

/** The harmonic mean of two shares; 0 where both are 0. */
export function harmonicMean(one: number, other: number): number {
  return one + other === 0 ? 0 : (2 * one * other) / (one + other)
}
