/**
 * Which articles hold a fingerprint, packed: postings of neighbouring fingerprints in one block of bytes, so that a posting
 * costs 4 to 6 bytes where a row of its own costs 18 (SQLite) or 60 (PostgreSQL).
 */

/** An article that holds a fingerprint: a hash of 32 bits and the article's id. */
export type Posting = { hash: number; id: number }

/** The bytes of a block, and the lowest hash that it may hold: it holds all up to the next block's. */
export type PostingBlock = { firstHash: number; data: Uint8Array }

/**
 * A block is cut when it would hold more. Every addition writes its blocks anew, so small ones are quicker, and what a row costs by itself
 * is felt with smaller ones. Chosen among 160, 256 and 512 on 6,000 random texts of 54 fingerprints (CPU .85, .78, .92 ms for a look-up
 * and an addition, 344, 347 and 343 bytes a text): bench/copies-million.ts.
 */
const MAX_BLOCK_BYTES = 256
/** What the parts of a cut block hold at most: room for what comes later, where many postings come at once. */
const PART_BYTES = 192

/** A walk over a block's postings, in order: stands on the first one to begin with. No object is made for a posting: there are thousands. */
export type PostingCursor = { hash: number; id: number; isAtEnd: boolean; data: Uint8Array; at: number }

/** Begins a walk; `step` goes on. */
export function cursorOver({ firstHash, data }: PostingBlock): PostingCursor {
  const cursor = { hash: firstHash, id: 0, isAtEnd: false, data, at: 0 }
  step(cursor)
  return cursor
}

/** Goes to the next posting, or to the end. An ill-formed one is passed over. */
export function step(cursor: PostingCursor): void {
  do {
    if (cursor.at >= cursor.data.length) {
      cursor.isAtEnd = true
      return
    }
    const gap = numberAt(cursor)
    if (gap > 0) {
      cursor.hash += gap
      cursor.id = 0
    }
    cursor.id += numberAt(cursor)
  } while (cursor.id === 0)
}

/** Postings of a block, sorted by hash, then id. */
export function postingsIn(block: PostingBlock): Posting[] {
  const postings: Posting[] = []
  for (const cursor = cursorOver(block); !cursor.isAtEnd; step(cursor)) {
    postings.push({ hash: cursor.hash, id: cursor.id })
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

/**
 * A block with sorted additions, cut where it would be too large; a hash that `cap` postings hold takes no more, and none is held twice.
 * Null where nothing is added.
 */
export function withPostings(block: PostingBlock, added: readonly Posting[], cap: number): PostingBlock[] | null {
  const packer = packerFrom(block.firstHash, block.data.length + added.length * MAX_POSTING_BYTES)
  const cursor = cursorOver(block)
  let isChanged = false
  for (let from = 0; from < added.length; ) {
    const { hash } = added[from]!
    for (; !cursor.isAtEnd && cursor.hash < hash; step(cursor)) pack(packer, cursor.hash, cursor.id)
    const ids: number[] = []
    for (; !cursor.isAtEnd && cursor.hash === hash; step(cursor)) ids.push(cursor.id)
    const held = ids.length
    for (; added[from]?.hash === hash; from++) {
      const { id } = added[from]!
      if (ids.length < cap && !ids.includes(id)) ids.push(id)
    }
    if (ids.length > held) isChanged = true
    if (held > 0) ids.sort((one, other) => one - other)
    for (const id of ids) pack(packer, hash, id)
  }
  if (!isChanged) return null
  for (; !cursor.isAtEnd; step(cursor)) pack(packer, cursor.hash, cursor.id)
  const data = packer.bytes.subarray(0, packer.length)
  if (data.length <= MAX_BLOCK_BYTES) return [{ firstHash: block.firstHash, data }]
  return packedBlocks(block.firstHash, postingsIn({ firstHash: block.firstHash, data }))
}

/** The first place at or behind `at` where another hash begins. */
function endOfHash(postings: readonly Posting[], at: number): number {
  let end = at
  while (end < postings.length && postings[end]!.hash === postings[end - 1]!.hash) end++
  return end
}

function packed(firstHash: number, postings: readonly Posting[]): Uint8Array {
  const packer = packerFrom(firstHash, postings.length * MAX_POSTING_BYTES)
  for (const { hash, id } of postings) pack(packer, hash, id)
  return packer.bytes.slice(0, packer.length)
}

/** Five bytes for 32 bits of hash, eight for 53 bits of id. */
const MAX_POSTING_BYTES = 13

/** Bytes with room for all that comes, and the posting that was packed last. */
type Packer = { bytes: Uint8Array; length: number; hash: number; id: number }

function packerFrom(firstHash: number, room: number): Packer {
  return { bytes: new Uint8Array(room), length: 0, hash: firstHash, id: 0 }
}

/** A posting is two numbers: how far its hash is from the one before, and its id, less the one before within a hash. */
function pack(packer: Packer, hash: number, id: number): void {
  putNumber(packer, hash - packer.hash)
  putNumber(packer, hash === packer.hash ? id - packer.id : id)
  packer.hash = hash
  packer.id = id
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. */
function putNumber(packer: Packer, number: number): void {
  let value = number
  for (; value >= 128; value = Math.floor(value / 128)) packer.bytes[packer.length++] = (value % 128) + 128
  packer.bytes[packer.length++] = value
}

function numberAt(cursor: PostingCursor): number {
  const { data } = cursor
  let byte = cursor.at < data.length ? data[cursor.at++]! : 0
  let value = byte & 127
  for (let scale = 128; byte >= 128 && cursor.at < data.length; scale *= 128) {
    byte = data[cursor.at++]!
    value += (byte & 127) * scale
  }
  return value
}
