import { type StoryFeatures, TERM } from './story-features.ts'
import type { TermFrequencies } from './term-frequencies.ts'
import { headlineShare, type StoryTuning } from './tuning.ts'
import { firstFrom } from './word-odds.ts'

/**
 * A text as a vector of length one over its terms, which rise; `nameShare` is the squared length of its names, `heavy` the
 * places of its HEAVY_TERMS heaviest terms, by which stories are looked up.
 */
export type DocVector = {
  terms: Uint32Array
  weights: Float32Array
  flags: Uint8Array
  /** Of a headline alone, else empty: natural logarithm of texts per text with the term, as known at its arrival. */
  rarities: Float32Array
  heavy: Uint16Array
  nameShare: number
  leadNames: number
  words: number
}

/**
 * The sum of a story's text vectors. Terms rise; per term the sum, how many texts hold it, and its flags.
 * `length` and `nameLength` are the lengths of the sum and of its names alone.
 */
export type StoryVector = {
  terms: Uint32Array
  sums: Float32Array
  texts: Uint16Array
  flags: Uint8Array
  count: number
  length: number
  nameLength: number
  /** Sum of the core names: those in half of the texts. */
  coreSum: number
  words: number
}

/** Terms of a text, or of a story, by which its like are looked up. */
const HEAVY_TERMS = 40
const NO_RARITIES = new Float32Array(0)

/** One and the logarithm of each count that a term may have. */
const COUNT_WEIGHTS = Float64Array.from({ length: 256 }, (_, count) => 1 + Math.log(Math.max(1, count)))

/** Features as a vector of length one, by what is known of rarity now; all zero for a text without terms. */
export function docVector(features: StoryFeatures, frequencies: TermFrequencies, tuning: StoryTuning): DocVector {
  const { terms, counts, flags } = features
  const weights = new Float32Array(terms.length)
  const known = frequencies.rarities(features)
  let square = 0
  for (let index = 0; index < terms.length; index++) {
    const weight =
      COUNT_WEIGHTS[counts[index]!]! * known[index]! ** tuning.rarityPower * flagWeight(flags[index]!, tuning)
    weights[index] = weight
    square += weight * weight
  }
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0
  let nameShare = 0
  let leadNames = 0
  for (let index = 0; index < weights.length; index++) {
    const scaled = weights[index]! * scale
    weights[index] = scaled
    if (flags[index]! & TERM.name) nameShare += scaled * scaled
    if ((flags[index]! & (TERM.name | TERM.lead)) === (TERM.name | TERM.lead)) leadNames += scaled * scaled
  }
  const rarities = headlineShare(features.words, tuning) > 0 ? known : NO_RARITIES
  return { terms, weights, rarities, flags, heavy: heaviest(weights), nameShare, leadNames, words: features.words }
}

/** Places of the heaviest weights, rising; of equal ones the lower places. */
function heaviest(weights: Float32Array): Uint16Array {
  if (weights.length <= HEAVY_TERMS) return Uint16Array.from(weights.keys())
  const least = weights.slice().sort()[weights.length - HEAVY_TERMS]!
  let equal = HEAVY_TERMS
  for (let place = 0; place < weights.length; place++) if (weights[place]! > least) equal--
  const heavy = new Uint16Array(HEAVY_TERMS)
  let count = 0
  for (let place = 0; place < weights.length; place++) {
    if (weights[place]! > least || (weights[place] === least && equal-- > 0)) heavy[count++] = place
  }
  return heavy
}

function flagWeight(flags: number, tuning: StoryTuning): number {
  if (flags & TERM.name) return tuning.nameWeight
  if (flags & TERM.number) return tuning.numberWeight
  return flags & TERM.maybeName ? tuning.maybeNameWeight : 1
}

/** What a text and a story have in common; each 0 to 1. */
export type Likeness = {
  /** Cosine of the text and the story's sum, of all terms and of names alone. */
  all: number
  names: number
  /** Share of the story's core names (in half of its texts) that the text has, by weight; 0 for a story of one. */
  core: number
  /** Share of the text's lead names, by weight, that the story has never had. */
  strange: number
}

const NAME_LEAD = TERM.name | TERM.lead

/** Compares a text with a story. `isMember`: the text is one of the story's, and is compared with the others alone. */
export function likeness(doc: DocVector, story: StoryVector, isMember = false): Likeness {
  let dot = 0
  let nameDot = 0
  let coreHeld = 0
  let coreOwn = 0
  let knownLead = 0
  const own = isMember ? 1 : 0
  const { terms, sums, texts, flags } = story
  const isSparse = doc.terms.length * 12 < terms.length
  let b = 0
  for (let a = 0; a < doc.terms.length; a++) {
    const term = doc.terms[a]!
    if (isSparse) b = firstFrom(terms, term, b)
    else while (b < terms.length && terms[b]! < term) b++
    if (b === terms.length) break
    if (terms[b] !== term || texts[b]! <= own) continue
    const weight = doc.weights[a]!
    const sum = Math.max(0, sums[b]! - own * weight)
    dot += weight * sum
    if (flags[b]! & TERM.name && texts[b]! * 2 >= story.count) {
      coreHeld += sum
      coreOwn += own * weight
    }
    if (doc.flags[a]! & TERM.name) nameDot += weight * sum
    if ((doc.flags[a]! & NAME_LEAD) === NAME_LEAD) knownLead += weight * weight
  }
  const length = lengthWithout(story.length, dot, own)
  const nameScale = Math.sqrt(doc.nameShare) * lengthWithout(story.nameLength, nameDot, own * doc.nameShare)
  const core = story.coreSum - coreOwn
  return {
    all: length > 0 ? dot / length : 0,
    names: nameScale > 0 ? nameDot / nameScale : 0,
    core: core > 0 ? Math.min(1, coreHeld / core) : 0,
    strange: doc.leadNames > 0 ? Math.max(0, 1 - knownLead / doc.leadNames) : 0,
  }
}

/** Length of a sum less one of its parts: |s|² = |s - d|² + 2 d·(s - d) + |d|². */
function lengthWithout(length: number, dotWithRest: number, partSquare: number): number {
  return partSquare === 0 ? length : Math.sqrt(Math.max(0, length * length - 2 * dotWithRest - partSquare))
}

/** A story's heaviest terms as a text of length one: what is like it is found by these. */
export function storyAsDoc({ terms, sums, flags, words, count }: StoryVector): DocVector {
  const kept = [...heaviest(sums)]
  const length = Math.sqrt(kept.reduce((square, index) => square + sums[index]! ** 2, 0)) || 1
  return {
    terms: Uint32Array.from(kept, (index) => terms[index]!),
    weights: Float32Array.from(kept, (index) => sums[index]! / length),
    flags: Uint8Array.from(kept, (index) => flags[index]!),
    rarities: NO_RARITIES,
    heavy: Uint16Array.from(kept.keys()),
    nameShare: 0,
    leadNames: 0,
    words: words / Math.max(1, count),
  }
}

/** Cosine of two stories' sums. */
export function storyLikeness(one: StoryVector, other: StoryVector): number {
  let dot = 0
  for (let a = 0, b = 0; a < one.terms.length && b < other.terms.length; ) {
    const left = one.terms[a]!
    const right = other.terms[b]!
    if (left === right) dot += one.sums[a]! * other.sums[b]!
    if (left <= right) a++
    if (right <= left) b++
  }
  return one.length > 0 && other.length > 0 ? dot / (one.length * other.length) : 0
}
