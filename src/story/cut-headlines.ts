import { TERM } from './story-features.ts'
import type { DocVector } from './story-vector.ts'
import type { StoryTuning } from './tuning.ts'

/** Least texts of either part: single texts leave by themselves. */
const MIN_PART = 3
/** Terms that a story may be parted by, the heaviest of those in at most so many of its texts. */
const SEEDS = 6
const SEED_SHARE = 0.6
/** Texts at which the gain asked for is twice that of a large story. */
const DOUBTFUL_TEXTS = 30
/** Rounds of parting; it seldom takes more than four. */
const ROUNDS = 5

/** Headlines over terms numbered from 0; `odds` is the inverse of the term's share of all texts, `most` the greatest sum. */
type Headline = { terms: Int32Array; odds: Float64Array; weights: Float64Array; most: number }
type Words = { counts: Float64Array; texts: number }

/**
 * Looks for two stories in one story of headlines: the texts are parted in two by a word that some of them have, moved to where
 * their words are explained best until none moves, and the parts stand if they explain their texts better by `headCut` than
 * the whole does (mean of `wordOdds`, each text left out of its own story). Gives the smaller part's indexes, or none.
 */
export function cutHeadlines(docs: readonly DocVector[], tuning: StoryTuning): number[] {
  if (docs.length < 2 * MIN_PART) return []
  const { headlines, size } = numberTerms(docs, tuning)
  const all = headlines.map(() => true)
  const whole = explained(headlines, all, true, size, tuning)
  let best: boolean[] | null = null
  let bestGain = cutLine(docs.length, tuning)
  for (const seed of seedTerms(headlines, size)) {
    const part = partBy(headlines, seed, size, tuning)
    const count = part.filter(Boolean).length
    if (count < MIN_PART || docs.length - count < MIN_PART) continue
    const parted = explained(headlines, part, true, size, tuning) + explained(headlines, part, false, size, tuning)
    const gain = (parted - whole) / docs.length
    if (gain <= bestGain) continue
    best = part
    bestGain = gain
  }
  if (!best) return []
  const part = best
  const isSmaller = 2 * part.filter(Boolean).length <= docs.length
  return docs.flatMap((_, index) => (part[index] === isSmaller ? [index] : []))
}

/** Whether two stories of headlines explain their texts so much better apart that a cut would part them again. */
export function arePartsApart(one: readonly DocVector[], other: readonly DocVector[], tuning: StoryTuning): boolean {
  const { headlines, size } = numberTerms([...one, ...other], tuning)
  const isFirst = headlines.map((_, index) => index < one.length)
  const apart = explained(headlines, isFirst, true, size, tuning) + explained(headlines, isFirst, false, size, tuning)
  const all = headlines.map(() => true)
  const gain = (apart - explained(headlines, all, true, size, tuning)) / headlines.length
  return gain > cutLine(headlines.length, tuning)
}

/** In a small story two words too many look like two stories. */
function cutLine(texts: number, tuning: StoryTuning): number {
  return tuning.headCut * (1 + DOUBTFUL_TEXTS / texts)
}

function numberTerms(docs: readonly DocVector[], tuning: StoryTuning): { headlines: Headline[]; size: number } {
  const numbers = new Map<number, number>()
  const headlines = docs.map(({ terms, rarities, flags }) => {
    const weights = Float64Array.from(rarities, (_, index) => (flags[index]! & TERM.name ? tuning.headNames : 1))
    let most = 0
    for (const [index, weight] of weights.entries()) most += weight * rarities[index]!
    // a full text among them has no rarities: its words say nothing here
    const numbered = Int32Array.from(terms.subarray(0, rarities.length), (term) => {
      const known = numbers.get(term) ?? numbers.size
      numbers.set(term, known)
      return known
    })
    return { terms: numbered, odds: Float64Array.from(rarities, Math.exp), weights, most }
  })
  return { headlines, size: numbers.size }
}

/** Terms in three texts at least and in a share of them at most, by what they weigh together. */
function seedTerms(headlines: readonly Headline[], size: number): number[] {
  const { counts } = wordsOf(headlines, () => true, size)
  const weights = new Float64Array(size)
  for (const { terms, odds, weights: own } of headlines)
    for (const [index, term] of terms.entries()) weights[term]! += own[index]! * Math.log(odds[index]!)
  const isSeed = (term: number) => counts[term]! >= MIN_PART && counts[term]! <= SEED_SHARE * headlines.length
  const seeds = [...counts.keys()].filter(isSeed)
  return seeds.sort((a, b) => weights[b]! - weights[a]! || a - b).slice(0, SEEDS)
}

function partBy(headlines: readonly Headline[], seed: number, size: number, tuning: StoryTuning): boolean[] {
  let part = headlines.map(({ terms }) => terms.includes(seed))
  for (let round = 0; round < ROUNDS; round++) {
    const ins = wordsOf(headlines, (index) => part[index]!, size)
    const outs = wordsOf(headlines, (index) => !part[index], size)
    const next = headlines.map((headline, index) => {
      const own = part[index]!
      return fitTo(headline, ins, own ? 1 : 0, tuning) > fitTo(headline, outs, own ? 0 : 1, tuning)
    })
    const isSame = next.every((value, index) => value === part[index])
    part = next
    if (isSame) break
  }
  return part
}

function explained(
  headlines: readonly Headline[],
  part: readonly boolean[],
  side: boolean,
  size: number,
  tuning: StoryTuning,
): number {
  const words = wordsOf(headlines, (index) => part[index] === side, size)
  let sum = 0
  for (const [index, headline] of headlines.entries())
    if (part[index] === side) sum += fitTo(headline, words, 1, tuning)
  return sum
}

function wordsOf(headlines: readonly Headline[], isIn: (index: number) => boolean, size: number): Words {
  const counts = new Float64Array(size)
  let texts = 0
  for (const [index, { terms }] of headlines.entries()) {
    if (!isIn(index)) continue
    texts++
    for (const term of terms) counts[term]!++
  }
  return { counts, texts }
}

/** As `wordOdds` and the worth of size, over numbered terms; `own` is 1 where the headline is among the words. */
function fitTo(
  { terms, odds, weights, most }: Headline,
  { counts, texts }: Words,
  own: 0 | 1,
  tuning: StoryTuning,
): number {
  const missing = 1 - tuning.headStoryShare
  const share = tuning.headStoryShare / (texts - own + tuning.headDoubt)
  let sum = 0
  for (let index = 0; index < terms.length; index++)
    sum += weights[index]! * Math.log(missing + share * (counts[terms[index]!]! - own) * odds[index]!)
  return (most > 0 ? sum / most : 0) + tuning.headSize * Math.log(Math.max(1, texts - own))
}
