/**
 * Which documents hold a fingerprint: many small sorted tables that are merged as they fill, so that a posting costs 6.5 bytes
 * and no addition ever waits for more than one merge.
 */

/** Postings gathered before they are sorted into a table: 1 MB, about 1,200 documents, 6 ms to sort. */
const YOUNG_POSTINGS = 1 << 16
/** Tables are merged up to this many postings: about 80,000 documents, 40 ms to merge. */
const MAX_TABLE_POSTINGS = 1 << 22
/** A directory entry for every eight postings: half a byte a posting, one cache line to look through. */
const POSTINGS_PER_BUCKET = 8
/** With 16 bits in the directory and 16 beside each posting nothing of a fingerprint is lost. */
const MIN_BUCKET_BITS = 16

/** Sorted by fingerprint: bucket b (its high bits) holds postings `[directory[b], directory[b + 1])`, told apart by their low bits. */
type SortedTable = {
  bucketBits: number
  directory: Uint32Array
  lowBits: Uint16Array
  ordinals: Uint32Array
  lastOrdinal: number
}

/** Sorted tables from the oldest on, and the postings of late in chains by the fingerprint's upper half. */
export type FingerprintTable = {
  sorted: SortedTable[]
  heads: Int32Array
  next: Int32Array
  fingerprints: Uint32Array
  ordinals: Uint32Array
  youngCount: number
}

/** A table without postings: 1.3 MB. */
export function newFingerprintTable(): FingerprintTable {
  return {
    sorted: [],
    heads: new Int32Array(YOUNG_POSTINGS).fill(-1),
    next: new Int32Array(YOUNG_POSTINGS),
    fingerprints: new Uint32Array(YOUNG_POSTINGS),
    ordinals: new Uint32Array(YOUNG_POSTINGS),
    youngCount: 0,
  }
}

/** Adds one posting; ordinals must not fall from call to call. */
export function addPosting(table: FingerprintTable, fingerprint: number, ordinal: number): void {
  if (table.youngCount === YOUNG_POSTINGS) seal(table)
  const entry = table.youngCount++
  table.fingerprints[entry] = fingerprint
  table.ordinals[entry] = ordinal
  const bucket = fingerprint >>> 16
  table.next[entry] = table.heads[bucket]!
  table.heads[bucket] = entry
}

/**
 * Writes the ordinals that hold a fingerprint into `found`, at most `found.length`; gives how many.
 */
export function findPostings(table: FingerprintTable, fingerprint: number, found: Uint32Array): number {
  let count = 0
  for (const { bucketBits, directory, lowBits, ordinals } of table.sorted) {
    const bucket = fingerprint >>> (32 - bucketBits)
    const low = fingerprint & 0xffff
    const end = directory[bucket + 1]!
    for (let index = directory[bucket]!; index < end && count < found.length; index++) {
      if (lowBits[index] === low) found[count++] = ordinals[index]!
    }
  }
  for (let entry = table.heads[fingerprint >>> 16]!; entry >= 0 && count < found.length; entry = table.next[entry]!) {
    if (table.fingerprints[entry] === fingerprint) found[count++] = table.ordinals[entry]!
  }
  return count
}

/** Drops the oldest table; gives the first ordinal that is still known, or null where there is only one table. */
export function dropOldestTable(table: FingerprintTable): number | null {
  const oldest = table.sorted.length > 1 ? table.sorted.shift() : undefined
  return oldest ? oldest.lastOrdinal + 1 : null
}

/** Bytes that the table holds on to. */
export function tableBytes(table: FingerprintTable): number {
  const sorted = table.sorted.map(
    (part) => part.directory.byteLength + part.lowBits.byteLength + part.ordinals.byteLength,
  )
  return sorted.reduce((sum, bytes) => sum + bytes, 0) + YOUNG_POSTINGS * 16
}

function seal(table: FingerprintTable): void {
  const count = table.youngCount
  const keys = new Float64Array(count)
  for (let entry = 0; entry < count; entry++) keys[entry] = table.fingerprints[entry]! * YOUNG_POSTINGS + entry
  keys.sort()
  const fingerprints = new Uint32Array(count)
  const ordinals = new Uint32Array(count)
  for (let index = 0; index < count; index++) {
    const entry = keys[index]! % YOUNG_POSTINGS
    fingerprints[index] = table.fingerprints[entry]!
    ordinals[index] = table.ordinals[entry]!
  }
  table.sorted.push(sortedTable(fingerprints, ordinals, table.ordinals[count - 1]!))
  table.heads.fill(-1)
  table.youngCount = 0
  mergeEqualTables(table.sorted)
}

/** As a binary counter carries: tables of one size become one of twice the size, until they are as large as they may be. */
function mergeEqualTables(sorted: SortedTable[]): void {
  for (;;) {
    const newer = sorted.at(-1)
    const older = sorted.at(-2)
    if (!newer || !older || newer.ordinals.length < older.ordinals.length) return
    if (newer.ordinals.length + older.ordinals.length > MAX_TABLE_POSTINGS) return
    sorted.splice(-2, 2, merged(older, newer))
  }
}

function merged(older: SortedTable, newer: SortedTable): SortedTable {
  const total = older.ordinals.length + newer.ordinals.length
  const fingerprints = new Uint32Array(total)
  const ordinals = new Uint32Array(total)
  const left = fingerprintsOf(older)
  const right = fingerprintsOf(newer)
  for (let index = 0, a = 0, b = 0; index < total; index++) {
    const fromOlder = b >= right.length || (a < left.length && left[a]! <= right[b]!)
    fingerprints[index] = fromOlder ? left[a]! : right[b]!
    ordinals[index] = fromOlder ? older.ordinals[a++]! : newer.ordinals[b++]!
  }
  return sortedTable(fingerprints, ordinals, newer.lastOrdinal)
}

function sortedTable(fingerprints: Uint32Array, ordinals: Uint32Array, lastOrdinal: number): SortedTable {
  const bucketBits = Math.max(MIN_BUCKET_BITS, Math.ceil(Math.log2(fingerprints.length / POSTINGS_PER_BUCKET)))
  const directory = new Uint32Array(2 ** bucketBits + 1)
  const lowBits = new Uint16Array(fingerprints.length)
  for (const [index, fingerprint] of fingerprints.entries()) {
    directory[(fingerprint >>> (32 - bucketBits)) + 1]!++
    lowBits[index] = fingerprint & 0xffff
  }
  for (let bucket = 1; bucket < directory.length; bucket++) directory[bucket]! += directory[bucket - 1]!
  return { bucketBits, directory, lowBits, ordinals, lastOrdinal }
}

function fingerprintsOf(table: SortedTable): Uint32Array {
  const fingerprints = new Uint32Array(table.ordinals.length)
  for (let bucket = 0; bucket < table.directory.length - 1; bucket++) {
    const high = bucket << (32 - table.bucketBits)
    const end = table.directory[bucket + 1]!
    for (let index = table.directory[bucket]!; index < end; index++) fingerprints[index] = high | table.lowBits[index]!
  }
  return fingerprints
}
