import { TERM } from './story-features.ts'
import type { DocVector, StoryVector } from './story-vector.ts'

/** Terms kept of one story: those of the greatest sums. */
const MAX_STORY_TERMS = 512

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
  return measured({ terms, sums: weights, texts: ones(terms.length), flags }, 1, words)
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

type Summand = StoryTerms & Pick<StoryVector, 'count' | 'words'>

/** Where two vectors are put together before their size is known; grown as needed, of one call at a time. */
const merged = {
  terms: new Uint32Array(4 * MAX_STORY_TERMS),
  sums: new Float32Array(4 * MAX_STORY_TERMS),
  texts: new Uint16Array(4 * MAX_STORY_TERMS),
  flags: new Uint8Array(4 * MAX_STORY_TERMS),
}

function makeRoom(terms: number): void {
  if (terms <= merged.terms.length) return
  merged.terms = new Uint32Array(2 * terms)
  merged.sums = new Float32Array(2 * terms)
  merged.texts = new Uint16Array(2 * terms)
  merged.flags = new Uint8Array(2 * terms)
}

function combined(story: StoryVector, part: Summand, sign: 1 | -1): StoryVector {
  makeRoom(story.terms.length + part.terms.length)
  const count = story.count + sign * part.count
  return measured(keptOf(mergeTerms(story, part, sign)), count, story.words + sign * part.words)
}

/** Puts the sum (or difference) of two vectors into `merged`; gives how many terms it has. */
function mergeTerms(story: StoryVector, part: Summand, sign: 1 | -1): number {
  const { terms, sums, texts, flags } = merged
  const ends = { story: story.terms.length, part: part.terms.length }
  let size = 0
  let b = 0
  for (let a = 0; a < ends.story; a++) {
    const term = story.terms[a]!
    for (; b < ends.part && term > part.terms[b]!; b++) if (sign > 0) takeTerm(part, b, size++)
    if (b === ends.part || part.terms[b] !== term) {
      takeTerm(story, a, size++)
      continue
    }
    const held = story.texts[a]! + sign * part.texts[b]!
    if (held > 0) {
      terms[size] = term
      sums[size] = Math.max(0, story.sums[a]! + sign * part.sums[b]!)
      texts[size] = Math.min(0xffff, held)
      flags[size++] = story.flags[a]! | part.flags[b]!
    }
    b++
  }
  if (sign > 0) for (; b < ends.part; b++) takeTerm(part, b, size++)
  return size
}

function takeTerm(from: StoryTerms, place: number, to: number): void {
  merged.terms[to] = from.terms[place]!
  merged.sums[to] = from.sums[place]!
  merged.texts[to] = from.texts[place]!
  merged.flags[to] = from.flags[place]!
}

type StoryTerms = Pick<StoryVector, 'terms' | 'sums' | 'texts' | 'flags'>

/** The first `size` terms of `merged`; of more than twice as many as a story keeps the heaviest. */
function keptOf(size: number): StoryTerms {
  const kept = size <= 2 * MAX_STORY_TERMS ? size : moveHeaviest(size)
  return {
    terms: merged.terms.slice(0, kept),
    sums: merged.sums.slice(0, kept),
    texts: merged.texts.slice(0, kept),
    flags: merged.flags.slice(0, kept),
  }
}

/** Moves the heaviest terms to the front of `merged`, in order; gives how many there are, more than asked for where weights are equal. */
function moveHeaviest(size: number): number {
  const least = merged.sums.slice(0, size).sort()[size - MAX_STORY_TERMS]!
  let kept = 0
  for (let place = 0; place < size; place++) if (merged.sums[place]! >= least) takeTerm(merged, place, kept++)
  return kept
}

function measured(kept: StoryTerms, count: number, words: number): StoryVector {
  const { sums, texts, flags } = kept
  let square = 0
  let names = 0
  let coreSum = 0
  for (let index = 0; index < sums.length; index++) {
    const sum = sums[index]!
    square += sum * sum
    if (!(flags[index]! & TERM.name)) continue
    names += sum * sum
    if (texts[index]! * 2 >= count) coreSum += sum
  }
  return { ...kept, count, length: Math.sqrt(square), nameLength: Math.sqrt(names), coreSum, words }
}
