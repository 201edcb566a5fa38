import { scanWords } from '../text/word-hashes.ts'

/** Words of one text looked at: four times the longest newspaper article. */
const MAX_ALIGNED_WORDS = 50_000
/** Words of an anchor: a run of three that comes equally often in each text; its first is matched with the first, and so on. */
const ANCHOR_WORDS = 3
/** A run that comes more often than this is a phrase, not a place. */
const MAX_ANCHOR_TIMES = 3
/** Largest gap between anchors that is searched for the best alignment, in cells; larger ones count as rewritten. */
const MAX_GAP_CELLS = 10_000
/** Words beside the first and the last anchor that are searched; what lies beyond is the other page's frame. */
const EDGE_WORDS = 30
const NONE = -1

/** Words of one text with their places, as `scanWords` cuts them, copied. */
export type WordPlaces = { text: string; hashes: Uint32Array; starts: Uint32Array; ends: Uint32Array; count: number }

/** `beforeOf[j]` is the word of the earlier text that word j of the later one repeats, or -1; rises with j. */
export type WordMatch = { before: WordPlaces; after: WordPlaces; beforeOf: Int32Array }

/** Cuts a text into at most MAX_ALIGNED_WORDS words. */
export function wordPlaces(text: string): WordPlaces {
  const scan = scanWords(text)
  const count = Math.min(scan.count, MAX_ALIGNED_WORDS)
  const copied = (values: Uint32Array): Uint32Array => values.slice(0, count)
  return { text, hashes: copied(scan.hashes), starts: copied(scan.starts), ends: copied(scan.ends), count }
}

/**
 * Matches the words of a later text to those of an earlier one, in order.
 * Runs that come once (or equally often, up to three times) in both texts are anchors; the longest rising chain of them stands, the gaps between are aligned by
 * longest common subsequence. Time grows with the number of words (times the logarithm for the chain).
 *
 * **Source:** patience diff (Cohen, 2006) with Hunt & McIlroy's subsequence in the gaps.
 */
export function matchWords(before: WordPlaces, after: WordPlaces): WordMatch {
  const beforeOf = new Int32Array(after.count).fill(NONE)
  let i = 0
  let j = 0
  for (const [anchorI, anchorJ] of risingChain(findAnchors(before, after))) {
    for (let step = 0; step < ANCHOR_WORDS; step++) {
      if (anchorI + step < i || anchorJ + step < j) continue
      i = anchorI + step
      j = anchorJ + step
      beforeOf[j++] = i++
    }
  }
  extendEdges(before, after, beforeOf)
  fillGaps(before, after, beforeOf)
  return { before, after, beforeOf }
}

function findAnchors(before: WordPlaces, after: WordPlaces): [i: number, j: number][] {
  const inBefore = placedRuns(before)
  const inAfter = placedRuns(after)
  const anchors: [number, number][] = []
  for (const [j, run] of inAfter.runs.entries()) {
    const times = inAfter.times.get(run)!
    if (times > MAX_ANCHOR_TIMES || inBefore.times.get(run) !== times) continue
    const i = inBefore.places.get(inAfter.names[j]!)
    if (i !== undefined) anchors.push([i, j])
  }
  return anchors
}

/** Runs of a text by place; how often each comes; and the place of the first, second… of its kind by its `name`. */
type PlacedRuns = { runs: Int32Array; names: Int32Array; times: Map<number, number>; places: Map<number, number> }

/** A newcomer is matched with several texts in turn: its runs are found once. */
const placedRunsOf = new WeakMap<WordPlaces, PlacedRuns>()

function placedRuns(text: WordPlaces): PlacedRuns {
  const known = placedRunsOf.get(text)
  if (known) return known
  const { hashes, count } = text
  const length = Math.max(0, count - ANCHOR_WORDS + 1)
  const placed = { runs: new Int32Array(length), names: new Int32Array(length), times: new Map(), places: new Map() }
  for (let index = 0; index < length; index++) {
    const run = (Math.imul(Math.imul(hashes[index]!, 31) + hashes[index + 1]!, 0x9e3779b1) + hashes[index + 2]!) | 0 // three words
    const earlier: number = placed.times.get(run) ?? 0
    const name = run ^ Math.imul(earlier, 0x85ebca6b)
    placed.runs[index] = run
    placed.names[index] = name
    placed.times.set(run, earlier + 1)
    if (earlier < MAX_ANCHOR_TIMES) placed.places.set(name, index)
  }
  placedRunsOf.set(text, placed)
  return placed
}

/** The longest chain that rises in i; j rises as given. */
function risingChain(anchors: readonly [number, number][]): [number, number][] {
  const tails: number[] = []
  const previous = new Int32Array(anchors.length).fill(NONE)
  for (const [index, [i]] of anchors.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (anchors[tails[middle]!]![0] < i) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? tails[low - 1]! : NONE
    tails[low] = index
  }
  const chain: [number, number][] = []
  for (let index = tails.at(-1) ?? NONE; index !== NONE; index = previous[index]!) chain.push(anchors[index]!)
  return chain.reverse()
}

/** Word by word outwards from the first and the last anchor: a caption that stands twice in both texts has no anchor of its own. */
function extendEdges(before: WordPlaces, after: WordPlaces, beforeOf: Int32Array): void {
  let j = beforeOf.findIndex((i) => i !== NONE)
  if (j === -1) return
  let i = beforeOf[j]!
  while (i > 0 && j > 0 && before.hashes[i - 1] === after.hashes[j - 1]) beforeOf[--j] = --i
  j = beforeOf.findLastIndex((word) => word !== NONE)
  i = beforeOf[j]!
  while (i + 1 < before.count && j + 1 < after.count && before.hashes[i + 1] === after.hashes[j + 1])
    beforeOf[++j] = ++i
}

function fillGaps(before: WordPlaces, after: WordPlaces, beforeOf: Int32Array): void {
  let lastI = NONE
  let lastJ = NONE
  const firstMatch = beforeOf.findIndex((i) => i !== NONE)
  if (firstMatch === -1) return
  for (let j = firstMatch; j < after.count; j++) {
    const i = beforeOf[j]!
    if (i === NONE) continue
    const isEdge = lastJ === NONE
    const fromI = isEdge ? Math.max(0, i - EDGE_WORDS) : lastI + 1
    const fromJ = isEdge ? Math.max(0, j - EDGE_WORDS) : lastJ + 1
    if (fromI < i && fromJ < j) alignGap({ before, after, beforeOf, fromI, toI: i, fromJ, toJ: j })
    lastI = i
    lastJ = j
  }
  const toI = Math.min(before.count, lastI + 1 + EDGE_WORDS)
  const toJ = Math.min(after.count, lastJ + 1 + EDGE_WORDS)
  alignGap({ before, after, beforeOf, fromI: lastI + 1, toI, fromJ: lastJ + 1, toJ })
}

type Gap = WordMatch & { fromI: number; toI: number; fromJ: number; toJ: number }

function alignGap(gap: Gap): void {
  const { before, after, beforeOf } = gap
  let { fromI, toI, fromJ, toJ } = gap
  while (fromI < toI && fromJ < toJ && before.hashes[fromI] === after.hashes[fromJ]) beforeOf[fromJ++] = fromI++
  while (fromI < toI && fromJ < toJ && before.hashes[toI - 1] === after.hashes[toJ - 1]) beforeOf[--toJ] = --toI
  const rows = toI - fromI
  const columns = toJ - fromJ
  if (rows === 0 || columns === 0 || rows * columns > MAX_GAP_CELLS) return
  // best[r][c]: length of the longest common subsequence of the rest from r and c on
  const width = columns + 1
  const best = new Uint16Array((rows + 1) * width)
  for (let r = rows - 1; r >= 0; r--) {
    for (let c = columns - 1; c >= 0; c--) {
      const same = before.hashes[fromI + r] === after.hashes[fromJ + c]
      const down = best[(r + 1) * width + c]!
      const right = best[r * width + c + 1]!
      best[r * width + c] = same ? best[(r + 1) * width + c + 1]! + 1 : Math.max(down, right)
    }
  }
  for (let r = 0, c = 0; r < rows && c < columns; ) {
    if (before.hashes[fromI + r] === after.hashes[fromJ + c]) beforeOf[fromJ + c++] = fromI + r++
    else if (best[(r + 1) * width + c]! >= best[r * width + c + 1]!) r++
    else c++
  }
}
