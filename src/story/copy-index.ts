import { hash32 } from '../text/hash.ts'
import { levelOfSample } from '../text/shingles.ts'
import { addPosting, dropOldestTable, findPostings, newFingerprintTable, tableBytes } from './fingerprint-table.ts'
import { type Holders, rankCandidates } from './rank-candidates.ts'

/** Finds stored documents that share fingerprints with a text. What it holds is a function of the sequence of `add` calls. */
export interface FingerprintIndex {
  /**
   * Documents that share at least two fingerprints that are nobody's chrome, most shared first, then the earliest added.
   * `host` is where the text asked for stands: it counts as one more article of that host.
   */
  candidates(shingles: Uint32Array, limit: number, host?: string | null): readonly { docId: number; shared: number }[]
  /** `host` lets the index tell a site's own boilerplate from copied text. Adding a document twice counts it twice. */
  add(docId: number, shingles: Uint32Array, host?: string | null): void
  /** Bytes of memory that the index holds. */
  bytes(): number
}

export type CopyIndexOptions = {
  /** Documents that are remembered; the oldest go, in blocks, when there are more. */
  maxDocuments?: number
}

/** A million documents take 400 MB. */
const DEFAULT_MAX_DOCUMENTS = 1_000_000
/** Documents kept per fingerprint, the first ones: the original of a wire story is among them, its thousandth copy need not be. */
const POSTINGS_CAP = 16
/** One shared fingerprint of 54 is a quotation or chance. */
const MIN_SHARED = 2

/** By ordinal less `base`: the caller's id, a hash of the host (0: none), fingerprints sampled and how coarsely (1 in 2^level). */
type Documents = {
  ids: Float64Array
  hosts: Uint32Array
  sizes: Uint16Array
  levels: Uint8Array
  count: number
  base: number
}

/** An index in memory: about 400 bytes a document and 0.05 ms a look-up. */
export function createCopyIndex(options: CopyIndexOptions = {}): FingerprintIndex {
  const maxDocuments = options.maxDocuments ?? DEFAULT_MAX_DOCUMENTS
  const documents = newDocuments(1_024)
  const table = newFingerprintTable()
  const found = new Uint32Array(POSTINGS_CAP)
  return {
    add(docId, shingles, host = null) {
      const ordinal = addDocument(documents, docId, shingles, host)
      for (const shingle of shingles) {
        if (findPostings(table, shingle, found) < POSTINGS_CAP) addPosting(table, shingle, ordinal)
      }
      if (documents.count <= maxDocuments) return
      const firstKnown = dropOldestTable(table)
      if (firstKnown !== null) forgetDocuments(documents, firstKnown)
    },
    candidates(shingles, limit, host = null) {
      const postings: Uint32Array[] = []
      for (const shingle of shingles) {
        const count = findPostings(table, shingle, found)
        const known = found.slice(0, count).filter((ordinal) => ordinal >= documents.base)
        if (known.length > 0) postings.push(known)
      }
      const asked = { postings, sampled: shingles.length, level: levelOfSample(shingles), host: hostHash(host) || null }
      return rankCandidates(asked, holdersOf(documents), { least: MIN_SHARED, limit }).map(({ doc, shared }) => ({
        docId: documents.ids[doc - documents.base]!,
        shared,
      }))
    },
    bytes: () => tableBytes(table) + documentBytes(documents),
  }
}

function holdersOf({ base, hosts, sizes, levels }: Documents): Holders {
  return {
    hostOf: (ordinal) => hosts[ordinal - base]! || null,
    sampleOf: (ordinal) => ({ sampled: sizes[ordinal - base]!, level: levels[ordinal - base]! }),
  }
}

function newDocuments(room: number): Documents {
  return {
    ids: new Float64Array(room),
    hosts: new Uint32Array(room),
    sizes: new Uint16Array(room),
    levels: new Uint8Array(room),
    count: 0,
    base: 0,
  }
}

/** Gives the new document's ordinal. */
function addDocument(documents: Documents, docId: number, shingles: Uint32Array, host: string | null): number {
  if (documents.count === documents.ids.length) resize(documents, Math.ceil(documents.count * 1.5), 0)
  const row = documents.count++
  documents.ids[row] = docId
  documents.hosts[row] = hostHash(host)
  documents.sizes[row] = Math.min(shingles.length, 0xffff)
  documents.levels[row] = levelOfSample(shingles)
  return documents.base + row
}

function forgetDocuments(documents: Documents, firstKnown: number): void {
  const gone = firstKnown - documents.base
  resize(documents, documents.ids.length, gone)
  documents.count -= gone
  documents.base = firstKnown
}

function resize(documents: Documents, room: number, from: number): void {
  const { ids, hosts, sizes, levels } = newDocuments(room)
  ids.set(documents.ids.subarray(from, documents.count))
  hosts.set(documents.hosts.subarray(from, documents.count))
  sizes.set(documents.sizes.subarray(from, documents.count))
  levels.set(documents.levels.subarray(from, documents.count))
  documents.ids = ids
  documents.hosts = hosts
  documents.sizes = sizes
  documents.levels = levels
}

function documentBytes({ ids, hosts, sizes, levels }: Documents): number {
  return ids.byteLength + hosts.byteLength + sizes.byteLength + levels.byteLength
}

function hostHash(host: string | null): number {
  return host ? hash32(host.toLowerCase()) || 1 : 0
}
