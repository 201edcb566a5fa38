import { TERM } from './story-features.ts'
import type { DocVector } from './story-vector.ts'

/** Least texts of either part: single texts leave by themselves. */
const MIN_PART = 2
/** Rounds of parting; it seldom takes more than four. */
const ROUNDS = 6

/**
 * What texts are compared by: all their terms; their lead names alone, since reports of one event begin with the same people and
 * places; and their numbers alone, since sibling events differ in dates, ages, sums and counts where their words are the same.
 */
const VIEWS = [
  () => true,
  (flags: number) => (flags & NAME_LEAD) === NAME_LEAD,
  (flags: number) => (flags & TERM.number) !== 0,
] as const
const NAME_LEAD = TERM.name | TERM.lead
/** Likeness added to both sides of a view's comparison, so that a view which few texts have says little. */
const VIEW_DOUBT = 0.05

/** A text's terms in one view, of length one together, or none. */
type View = { terms: Int32Array; weights: Float32Array }
/** Texts over terms numbered from 0, so that a part's sum is a plain array. */
type Numbered = { texts: readonly (readonly View[])[]; size: number }

/**
 * Looks for two stories in one: the texts are parted in two by likeness, and the parts stand if texts of different parts are
 * less alike than `line` times texts of one part (mean over the views of mean cosines). Gives the smaller part's indexes (the
 * later one on a tie), or none.
 *
 * **Source:** bisecting k-means (Steinbach, Karypis & Kumar, 2000).
 */
export function cutInTwo(docs: readonly DocVector[], line: number): number[] {
  if (docs.length < 2 * MIN_PART) return []
  const numbered = numberTerms(docs)
  const inSecond = part(numbered)
  const secondCount = inSecond.filter(Boolean).length
  const firstCount = docs.length - secondCount
  if (firstCount < MIN_PART || secondCount < MIN_PART) return []
  if (likenessOfParts(numbered, inSecond) >= line) return []
  const isSecond = secondCount <= firstCount
  return docs.flatMap((_, index) => (inSecond[index] === isSecond ? [index] : []))
}

/** Whether two stories are of the sort that a cut at this line would part again. A story of one text never is. */
export function areApart(one: readonly DocVector[], other: readonly DocVector[], line: number): boolean {
  if (one.length < MIN_PART || other.length < MIN_PART) return false
  const inSecond = [...one.map(() => false), ...other.map(() => true)]
  return likenessOfParts(numberTerms([...one, ...other]), inSecond) < line
}

/** Likeness of texts of different parts to that of texts of one part, each the mean over pairs; the mean over the views, by how many texts have them; 1 where none has. */
function likenessOfParts(numbered: Numbered, inSecond: readonly boolean[]): number {
  let sum = 0
  let weights = 0
  for (const view of VIEWS.keys()) {
    const first = sumOf(numbered, view, (index) => !inSecond[index])
    const second = sumOf(numbered, view, (index) => inSecond[index]!)
    const between = dot(first.sum, second.sum) / (first.texts * second.texts)
    const within = (cohesion(first) * first.texts + cohesion(second) * second.texts) / inSecond.length
    const doubt = view === 0 ? 0 : VIEW_DOUBT
    const weight = (first.held + second.held) / inSecond.length
    if (weight === 0) continue
    sum += (weight * (between + doubt)) / Math.max(within + doubt, Number.MIN_VALUE)
    weights += weight
  }
  return weights > 0 ? sum / weights : 1
}

function numberTerms(docs: readonly DocVector[]): Numbered {
  const numbers = new Map<number, number>()
  const numberOf = (term: number): number => {
    const known = numbers.get(term)
    if (known !== undefined) return known
    numbers.set(term, numbers.size)
    return numbers.size - 1
  }
  const texts = docs.map((doc) => VIEWS.map((isIn) => viewOf(doc, isIn, numberOf)))
  return { texts, size: numbers.size }
}

function viewOf(
  { terms, weights, flags }: DocVector,
  isIn: (flags: number) => boolean,
  numberOf: (term: number) => number,
): View {
  const found = { terms: new Int32Array(terms.length), weights: new Float32Array(terms.length) }
  let count = 0
  let square = 0
  for (let place = 0; place < terms.length; place++) {
    if (!isIn(flags[place]!)) continue
    found.terms[count] = numberOf(terms[place]!)
    found.weights[count++] = weights[place]!
    square += weights[place]! ** 2
  }
  const length = Math.sqrt(square) || 1
  for (let index = 0; index < count; index++) found.weights[index]! /= length
  return { terms: found.terms.subarray(0, count), weights: found.weights.subarray(0, count) }
}

/** Whether each text is in the second part; the first centres are the text least like all, and the one least like that. */
function part(numbered: Numbered): boolean[] {
  const outer = leastLike(numbered, sumOf(numbered, 0, () => true).sum)
  const outerSum = sumOf(numbered, 0, (index) => index === outer).sum
  const other = leastLike(numbered, outerSum)
  let centres = [outerSum, sumOf(numbered, 0, (index) => index === other).sum] as const
  let inSecond: boolean[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const [first, second] = centres
    const lengths = [Math.sqrt(dot(first, first)) || 1, Math.sqrt(dot(second, second)) || 1] as const
    const next = numbered.texts.map(([all]) => along(all!, second) / lengths[1] > along(all!, first) / lengths[0])
    if (next.every((value, index) => value === inSecond[index])) break
    inSecond = next
    centres = [sumOf(numbered, 0, (index) => !next[index]).sum, sumOf(numbered, 0, (index) => next[index]!).sum]
  }
  return inSecond
}

/** A part's texts added up in one view: `texts` all of them, `held` those that have a term in it. */
type PartSum = { sum: Float32Array; texts: number; held: number }

function sumOf({ texts, size }: Numbered, view: number, isIn: (index: number) => boolean): PartSum {
  const part = { sum: new Float32Array(size), texts: 0, held: 0 }
  for (const [index, views] of texts.entries()) {
    if (!isIn(index)) continue
    const { terms, weights } = views[view]!
    part.texts++
    if (terms.length > 0) part.held++
    for (let term = 0; term < terms.length; term++) part.sum[terms[term]!]! += weights[term]!
  }
  return part
}

/** Mean cosine of a part's texts with one another. */
function cohesion({ sum, texts, held }: PartSum): number {
  return (dot(sum, sum) - held) / (texts * (texts - 1))
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let term = 0; term < one.length; term++) sum += one[term]! * other[term]!
  return sum
}

function along({ terms, weights }: View, sum: Float32Array): number {
  let product = 0
  for (let term = 0; term < terms.length; term++) product += weights[term]! * sum[terms[term]!]!
  return product
}

function leastLike({ texts }: Numbered, sum: Float32Array): number {
  let least = 0
  let leastLikeness = Number.POSITIVE_INFINITY
  for (const [index, [all]] of texts.entries()) {
    const value = along(all!, sum)
    if (value >= leastLikeness) continue
    least = index
    leastLikeness = value
  }
  return least
}
