import type { DocVector } from './story-vector.ts'

/** Least texts of either part: single texts leave by themselves. */
const MIN_PART = 2
/** Rounds of parting; it seldom takes more than four. */
const ROUNDS = 6

/** Texts over terms numbered from 0, so that a part's sum is a plain array. */
type Numbered = { texts: { terms: Int32Array; weights: Float32Array }[]; size: number }

/**
 * Looks for two stories in one: the texts are parted in two by likeness, and the parts stand if texts of different parts are
 * less alike than `line` times texts of one part (mean cosines). Gives the smaller part's indexes (the later one on a tie),
 * or none.
 *
 * **Source:** bisecting k-means (Steinbach, Karypis & Kumar, 2000).
 */
export function cutInTwo(docs: readonly DocVector[], line: number): number[] {
  if (docs.length < 2 * MIN_PART) return []
  const numbered = numberTerms(docs)
  const inSecond = part(numbered)
  const firstCount = inSecond.filter((second) => !second).length
  const secondCount = docs.length - firstCount
  if (firstCount < MIN_PART || secondCount < MIN_PART) return []
  const first = sumOf(numbered, (index) => !inSecond[index])
  const second = sumOf(numbered, (index) => inSecond[index]!)
  const between = dot(first, second) / (firstCount * secondCount)
  const within = cohesion(first, firstCount) * firstCount + cohesion(second, secondCount) * secondCount
  if (between >= line * (within / docs.length)) return []
  const isSecond = secondCount <= firstCount
  return docs.flatMap((_, index) => (inSecond[index] === isSecond ? [index] : []))
}

function numberTerms(docs: readonly DocVector[]): Numbered {
  const numbers = new Map<number, number>()
  const numberOf = (term: number): number => {
    const known = numbers.get(term) ?? numbers.size
    numbers.set(term, known)
    return known
  }
  const texts = docs.map(({ terms, weights }) => ({ terms: Int32Array.from(terms, numberOf), weights }))
  return { texts, size: numbers.size }
}

/** Whether each text is in the second part; the first centres are the text least like all, and the one least like that. */
function part(numbered: Numbered): boolean[] {
  const outer = leastLike(
    numbered,
    sumOf(numbered, () => true),
  )
  const outerSum = sumOf(numbered, (index) => index === outer)
  const other = leastLike(numbered, outerSum)
  let centres = [outerSum, sumOf(numbered, (index) => index === other)] as const
  let inSecond: boolean[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const [first, second] = centres
    const lengths = [Math.sqrt(dot(first, first)) || 1, Math.sqrt(dot(second, second)) || 1] as const
    const next = numbered.texts.map((text) => along(text, second) / lengths[1] > along(text, first) / lengths[0])
    if (next.every((value, index) => value === inSecond[index])) break
    inSecond = next
    centres = [sumOf(numbered, (index) => !next[index]), sumOf(numbered, (index) => next[index]!)]
  }
  return inSecond
}

function sumOf({ texts, size }: Numbered, isIn: (index: number) => boolean): Float32Array {
  const sum = new Float32Array(size)
  for (const [index, { terms, weights }] of texts.entries()) {
    if (!isIn(index)) continue
    for (let term = 0; term < terms.length; term++) sum[terms[term]!]! += weights[term]!
  }
  return sum
}

/** Mean cosine of a part's texts with one another. */
function cohesion(sum: Float32Array, count: number): number {
  return (dot(sum, sum) - count) / (count * (count - 1))
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let term = 0; term < one.length; term++) sum += one[term]! * other[term]!
  return sum
}

function along({ terms, weights }: Numbered['texts'][number], sum: Float32Array): number {
  let product = 0
  for (let term = 0; term < terms.length; term++) product += weights[term]! * sum[terms[term]!]!
  return product
}

function leastLike({ texts }: Numbered, sum: Float32Array): number {
  let least = 0
  let leastLikeness = Number.POSITIVE_INFINITY
  for (const [index, text] of texts.entries()) {
    const value = along(text, sum)
    if (value >= leastLikeness) continue
    least = index
    leastLikeness = value
  }
  return least
}
