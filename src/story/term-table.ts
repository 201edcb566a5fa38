/**
 * A map from 32-bit terms to whole numbers above NONE (32 bits with sign). In parts that grow and are swept one by one, so that no call
 * takes long however many terms are held; eight bytes a place, at most three quarters of the places filled.
 */
export type TermTable = {
  /** NONE where the term is not held. */
  get(term: number): number
  set(term: number, value: number): void
  /** Goes through one part, and leaves there what `keep` gives for each value; NONE takes the term out. */
  sweep(part: number, keep: (value: number) => number): void
}

/** What no term's value can be. */
export const NONE = -(2 ** 31)
/** Parts of a table, a power of two: with five million terms each has some 5,000, and growing it takes a tenth of a millisecond. */
export const PARTS = 1_024
const FIRST_PLACES = 8

/** By linear probing. Empty places have the value NONE; a power of two of them. */
type Part = { terms: Uint32Array; values: Int32Array; held: number }

/** A table without terms. */
export function createTermTable(): TermTable {
  const parts = Array.from({ length: PARTS }, () => partOf(FIRST_PLACES))
  return {
    get(term) {
      const { terms, values } = parts[term & (PARTS - 1)]! // there are PARTS of them
      return values[placeOf(terms, values, term)]!
    },
    set(term, value) {
      const index = term & (PARTS - 1)
      const part = parts[index]!
      if (put(part, term, value) && part.held * 4 > part.terms.length * 3) parts[index] = grown(part)
    },
    sweep(index, keep) {
      const part = parts[index]!
      const kept = partOf(part.terms.length)
      for (const [place, value] of part.values.entries()) {
        if (value === NONE) continue
        const left = keep(value)
        if (left !== NONE) put(kept, part.terms[place]!, left)
      }
      parts[index] = kept
    },
  }
}

function partOf(places: number): Part {
  return { terms: new Uint32Array(places), values: new Int32Array(places).fill(NONE), held: 0 }
}

/** Whether the term is new. */
function put(part: Part, term: number, value: number): boolean {
  const { terms, values } = part
  const place = placeOf(terms, values, term)
  const isNew = values[place] === NONE
  terms[place] = term
  values[place] = value
  if (isNew) part.held++
  return isNew
}

/** Where the term is, or would be. A part always has an empty place. */
function placeOf(terms: Uint32Array, values: Int32Array, term: number): number {
  const mask = terms.length - 1
  let place = (Math.imul(term, 0x9e3779b1) >>> 12) & mask
  while (values[place] !== NONE && terms[place] !== term) place = (place + 1) & mask
  return place
}

function grown(part: Part): Part {
  const larger = partOf(part.terms.length * 2)
  for (const [place, value] of part.values.entries()) if (value !== NONE) put(larger, part.terms[place]!, value)
  return larger
}
