import { FEATURES, FIRST_WINDOWS, ownFeatures, type ReadBlock } from './block-features.ts'
import { HASHED_WEIGHTS, HashedSums } from './block-scores.ts'
import { windowFeatures } from './block-windows.ts'
import type { BodyHints } from './body-hints.ts'
import { type PackedTrees, packedScores, packTrees } from './boosted-trees.ts'
import packed from './weights-body.json' with { type: 'json' }

type Model = { hashed: Int8Array; scale: number; trees: PackedTrees }

let model: Model | null = null

/** Log-odds of each block to be the article's, by the learnt classifier (bench/extract/train.ts): names and words first, then trees over the features and the windows. */
export function bodyOdds(read: readonly ReadBlock[], hints: BodyHints): Float32Array {
  model ??= unpack()
  const { hashed, scale, trees } = model
  const sums = new HashedSums(hashed, read[0]?.element.book.size ?? 0)
  const first = new Float32Array(read.length)
  for (let index = 0; index < read.length; index++) {
    const { block, facts, element } = read[index]!
    first[index] = sums.sum(block, facts, element) * scale
  }
  const hopeful = hopefulBlocks(read, first)
  const rows = ownFeatures(read, hints, hopeful)
  windowFeatures(rows, FIRST_WINDOWS, read, first, hopeful)
  const second = packedScores(trees, rows, rowStarts(hopeful))
  const odds = new Float32Array(read.length).fill(HOPELESS_ODDS)
  for (let index = 0, place = 0; index < read.length; index++) if (hopeful[index] === 1) odds[index] = second[place++]!
  return odds
}

/** Where the rows of the hopeful blocks start. */
function rowStarts(hopeful: Uint8Array): Int32Array {
  const starts = new Int32Array(hopeful.length)
  let count = 0
  for (let index = 0; index < hopeful.length; index++) if (hopeful[index] === 1) starts[count++] = index * FEATURES
  return starts.subarray(0, count)
}

/** First-stage log-odds below which a block among its like is not looked at again: menus and footers, half of a page's blocks. */
const HOPELESS_SCORE = -3.5
/** What stands for the log-odds of a block that was not looked at again. */
export const HOPELESS_ODDS = -8
/** A paragraph of this many words, mostly out of links, is looked at again however its names sound: names alone lost whole texts. */
const HOPEFUL_WORDS = 12

/** Which blocks the trees look at (1), with two on either side. */
export function hopefulBlocks(read: readonly ReadBlock[], first: Float32Array): Uint8Array {
  const hopeful = new Uint8Array(first.length)
  for (let index = 0; index < read.length; index++) {
    const { block, facts } = read[index]!
    const isParagraph = facts.words >= HOPEFUL_WORDS && block.linkLength * 2 < block.text.length
    if (isParagraph || first[index]! > HOPELESS_SCORE) hopeful.fill(1, Math.max(0, index - 2), index + 3)
  }
  return hopeful
}

function unpack(): Model {
  const hashed = new Int8Array(bytes(packed.hashed))
  if (hashed.length !== HASHED_WEIGHTS)
    throw new RangeError(`weights-body.json: ${hashed.length} hashed weights, not ${HASHED_WEIGHTS}`)
  return {
    hashed,
    scale: packed.scale,
    trees: packTrees({
      roots: new Int32Array(bytes(packed.roots)),
      features: new Int16Array(bytes(packed.features)),
      thresholds: new Float32Array(bytes(packed.thresholds)),
      lefts: new Int32Array(bytes(packed.lefts)),
      rights: new Int32Array(bytes(packed.rights)),
    }),
  }
}

function bytes(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)).buffer
}
