import type { BlockFacts } from './block-facts.ts'
import type { ElementFacts } from './element-facts.ts'
import type { TextBlock } from './page-blocks.ts'

/** Size of the hashed table of weights, a power of two. */
export const HASHED_WEIGHTS = 1 << 16
const MASK = HASHED_WEIGHTS - 1
/** Ancestors whose names speak for a block. */
const ANCESTORS = 14

/** Places in the hashed table that a block's names and words stand for; the first stage of the classifier sums their weights. */
export function hashedPlaces(block: TextBlock, facts: BlockFacts, element: ElementFacts): number[] {
  const places: number[] = [0]
  let at: ElementFacts | null = element
  for (let steps = 0; at && steps < ANCESTORS; at = at.parent, steps++) {
    const kind = steps === 0 ? 1 : steps === 1 ? 2 : 3
    for (const token of at.tokens) places.push(placeOf(token, kind))
  }
  eachOwnPlace(block, facts, element, (place) => places.push(place))
  return places
}

/** Sums the weights of all places of each block. The sums of an element's names are kept, for every block inside it asks for them. */
export class HashedSums {
  private readonly weights: Int8Array
  /** By the element's place in its book; `UNKNOWN` where it was not asked for yet. */
  private readonly ofNames: Int32Array

  /** `elements`: how many the blocks' book knows. */
  constructor(weights: Int8Array, elements: number) {
    this.weights = weights
    this.ofNames = new Int32Array(elements).fill(UNKNOWN)
  }

  /** The same as the sum over `hashedPlaces`, exactly: weights are integers. */
  sum(block: TextBlock, facts: BlockFacts, element: ElementFacts): number {
    let sum = this.weights[0]! + this.namesAs(element, 1)
    if (element.parent) sum += this.namesAs(element.parent, 2)
    let at = element.parent?.parent ?? null
    for (let steps = 2; at && steps < ANCESTORS; at = at.parent, steps++) {
      const known = this.ofNames[at.index]!
      sum += known === UNKNOWN ? this.keep(at) : known
    }
    return sum + this.ownSum(block, facts, element)
  }

  private ownSum(block: TextBlock, facts: BlockFacts, element: ElementFacts): number {
    const { weights } = this
    let sum = 0
    eachOwnPlace(block, facts, element, (place) => {
      sum += weights[place]!
    })
    return sum
  }

  private keep(element: ElementFacts): number {
    const sum = this.namesAs(element, 3)
    this.ofNames[element.index] = sum
    return sum
  }

  private namesAs({ tokens }: ElementFacts, kind: number): number {
    let sum = 0
    for (const token of tokens) sum += this.weights[placeOf(token, kind)]!
    return sum
  }
}

/** No sum of weights of one byte each. */
const UNKNOWN = -0x80000000

function placeOf(hash: number, kind: number): number {
  return (Math.imul(hash ^ Math.imul(kind, 0x9e3779b1), 0x85ebca6b) >>> 8) & MASK
}

/** The places of what the block itself says and how it is set. */
function eachOwnPlace(
  block: TextBlock,
  facts: BlockFacts,
  element: ElementFacts,
  visit: (place: number) => void,
): void {
  const push = (hash: number, kind: number): void => visit(placeOf(hash, kind))
  const size = Math.min(7, Math.floor(Math.log2(facts.words + 1)))
  const linked = Math.min(3, Math.floor((block.linkLength / Math.max(1, block.text.length)) * 4))
  push(size * 8 + linked, 4)
  push(element.tokens[0]! + size, 5)
  push(element.signatureHash + size, 10)
  const wordKind = facts.words < 12 ? 6 : 7
  for (const word of facts.firstWords) push(word, wordKind)
  if (facts.firstWords.length > 1) push(Math.imul(facts.firstWords[0]!, 31) ^ facts.firstWords[1]!, 8)
  for (const word of facts.lastWords) push(word, 9)
}
