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

/** Terms kept of one story: those of the greatest sums. */
const MAX_STORY_TERMS = 512
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

/** The sum of no texts. */
export function emptyStory(): StoryVector {
  const none = new Float32Array(0)
  return {
    terms: new Uint32Array(0),
    sums: none,
    texts: new Uint16Array(0),
    flags: new Uint8Array(0),
    count: 0,
    length: 0,
    nameLength: 0,
    coreSum: 0,
    words: 0,
  }
}

/** A text as a story of its own. Its arrays are shared: neither is ever changed. */
export function storyOfOne(doc: DocVector): StoryVector {
  const { terms, weights, flags, words } = doc
  return measured({ ...emptyStory(), terms, sums: weights, texts: ones(terms.length), flags, count: 1, words })
}

/** By length, so that a hundred thousand stories of one text share them. */
const onesOf = new Map<number, Uint16Array>()

function ones(length: number): Uint16Array {
  const known = onesOf.get(length) ?? new Uint16Array(length).fill(1)
  onesOf.set(length, known)
  return known
}

/** The story with one text more (sign 1) or less (sign -1). */
export function withDoc(story: StoryVector, doc: DocVector, sign: 1 | -1): StoryVector {
  if (sign > 0 && story.count === 0) return storyOfOne(doc)
  const { terms, weights, flags, words } = doc
  return combined(story, { terms, sums: weights, texts: ones(terms.length), flags, count: 1, words }, sign)
}

/** All texts of two stories. */
export function sumOfStories(one: StoryVector, other: StoryVector): StoryVector {
  return combined(one, other, 1)
}

type Summand = Pick<StoryVector, 'terms' | 'sums' | 'texts' | 'flags' | 'count' | 'words'>

function combined(story: StoryVector, part: Summand, sign: 1 | -1): StoryVector {
  const room = story.terms.length + (sign > 0 ? part.terms.length : 0)
  const next: StoryVector = {
    terms: new Uint32Array(room),
    sums: new Float32Array(room),
    texts: new Uint16Array(room),
    flags: new Uint8Array(room),
    count: story.count + sign * part.count,
    length: 0,
    nameLength: 0,
    coreSum: 0,
    words: story.words + sign * part.words,
  }
  let size = 0
  const put = (term: number, sum: number, texts: number, flags: number): void => {
    if (texts <= 0) return
    next.terms[size] = term
    next.sums[size] = Math.max(0, sum)
    next.texts[size] = Math.min(0xffff, texts)
    next.flags[size++] = flags
  }
  let a = 0
  let b = 0
  while (a < story.terms.length || b < part.terms.length) {
    const left = a < story.terms.length ? story.terms[a]! : Number.POSITIVE_INFINITY
    const right = b < part.terms.length ? part.terms[b]! : Number.POSITIVE_INFINITY
    if (left < right) {
      put(left, story.sums[a]!, story.texts[a]!, story.flags[a]!)
      a++
    } else if (right < left) {
      if (sign > 0) put(right, part.sums[b]!, part.texts[b]!, part.flags[b]!)
      b++
    } else {
      const sum = story.sums[a]! + sign * part.sums[b]!
      put(left, sum, story.texts[a]! + sign * part.texts[b]!, story.flags[a]! | part.flags[b]!)
      a++
      b++
    }
  }
  return measured(trimmed(next, size))
}

function trimmed(story: StoryVector, size: number): StoryVector {
  const { terms, sums, texts, flags } = story
  if (size <= 2 * MAX_STORY_TERMS) {
    return {
      ...story,
      terms: terms.slice(0, size),
      sums: sums.slice(0, size),
      texts: texts.slice(0, size),
      flags: flags.slice(0, size),
    }
  }
  const least = sums.slice(0, size).sort()[size - MAX_STORY_TERMS]!
  const keep = (_: number, index: number): boolean => index < size && sums[index]! >= least
  return {
    ...story,
    terms: terms.filter(keep),
    sums: sums.filter(keep),
    texts: texts.filter(keep),
    flags: flags.filter(keep),
  }
}

function measured(story: StoryVector): StoryVector {
  let square = 0
  let names = 0
  let coreSum = 0
  for (let index = 0; index < story.sums.length; index++) {
    const sum = story.sums[index]!
    square += sum * sum
    if (!(story.flags[index]! & TERM.name)) continue
    names += sum * sum
    if (story.texts[index]! * 2 >= story.count) coreSum += sum
  }
  return { ...story, length: Math.sqrt(square), nameLength: Math.sqrt(names), coreSum }
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
