/**
 * Which articles hold a fingerprint, packed: postings of neighbouring fingerprints in one block of bytes, so that a posting
 * costs 4 to 6 bytes where a row of its own costs 18 (SQLite) or 60 (PostgreSQL).
 */

/** An article that holds a fingerprint: a hash of 32 bits and the article's id. */
export type Posting = { hash: number; id: number }

/** The bytes of a block, and the lowest hash that it may hold: it holds all up to the next block's. */
export type PostingBlock = { firstHash: number; data: Uint8Array }

/**
 * A block is cut when it would hold more. Every addition writes its block anew, so small ones are quicker; below 300 bytes what a row
 * costs by itself is felt. Chosen among 256, 512 and 1,024 for 100,000 texts of 52 fingerprints: bench/copies-million.ts.
 */
const MAX_BLOCK_BYTES = 512
/** What the parts of a cut block hold at most: room for what comes later, where many postings come at once. */
const PART_BYTES = 384

/** Postings of a block, sorted by hash, then id. An ill-formed end is left out. */
export function postingsIn({ firstHash, data }: PostingBlock): Posting[] {
  const postings: Posting[] = []
  let hash = firstHash
  let id = 0
  let at = 0
  const next = (): number => {
    let value = 0
    for (let scale = 1; at < data.length; scale *= 128) {
      const byte = data[at++]!
      value += (byte & 127) * scale
      if (byte < 128) break
    }
    return value
  }
  while (at < data.length) {
    const gap = next()
    if (gap > 0) {
      hash += gap
      id = 0
    }
    id += next()
    if (id > 0) postings.push({ hash, id })
  }
  return postings
}

/**
 * Packs sorted postings into blocks from `firstHash` on: one block, or several where one would be too large. All postings of a hash stand
 * in one block. No postings give one empty block.
 */
export function packedBlocks(firstHash: number, postings: readonly Posting[]): PostingBlock[] {
  const whole = packed(firstHash, postings)
  if (whole.length <= MAX_BLOCK_BYTES) return [{ firstHash, data: whole }]
  const perPart = Math.ceil(postings.length / Math.ceil(whole.length / PART_BYTES))
  const blocks: PostingBlock[] = []
  for (let from = 0; from < postings.length; ) {
    const to = endOfHash(postings, Math.min(postings.length, from + perPart))
    const first = from === 0 ? firstHash : postings[from]!.hash
    blocks.push({ firstHash: first, data: packed(first, postings.slice(from, to)) })
    from = to
  }
  return blocks
}

/** Puts sorted additions among sorted postings; a hash that `cap` postings hold takes no more, and none is held twice. */
export function mergedPostings(held: readonly Posting[], added: readonly Posting[], cap: number): Posting[] {
  const merged: Posting[] = []
  for (let a = 0, b = 0; a < held.length || b < added.length; ) {
    const hash = Math.min(held[a]?.hash ?? Infinity, added[b]?.hash ?? Infinity)
    const from = merged.length
    while (a < held.length && held[a]!.hash === hash) merged.push(held[a++]!)
    const before = merged.length
    for (; b < added.length && added[b]!.hash === hash; b++) {
      const isHeld = merged.slice(from).some(({ id }) => id === added[b]!.id)
      if (merged.length - from < cap && !isHeld) merged.push(added[b]!)
    }
    const isBehind = before === from || merged.length === before || merged[before]!.id > merged[before - 1]!.id
    if (!isBehind) merged.push(...merged.splice(from).sort((one, other) => one.id - other.id))
  }
  return merged
}

/** The first place at or behind `at` where another hash begins. */
function endOfHash(postings: readonly Posting[], at: number): number {
  let end = at
  while (end < postings.length && postings[end]!.hash === postings[end - 1]!.hash) end++
  return end
}

/** Each posting as two numbers of seven bits a byte: how far its hash is from the one before, and its id, from the one before within a hash. */
function packed(firstHash: number, postings: readonly Posting[]): Uint8Array {
  const bytes: number[] = []
  const put = (number: number): void => {
    let value = number
    for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128)
    bytes.push(value)
  }
  let before: Posting = { hash: firstHash, id: 0 }
  for (const posting of postings) {
    put(posting.hash - before.hash)
    put(posting.hash === before.hash ? posting.id - before.id : posting.id)
    before = posting
  }
  return Uint8Array.from(bytes)
}
