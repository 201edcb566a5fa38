import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { VotedOn } from './device-votes.ts'
import type { Site } from './site.ts'

/** A page before it is packed. `shows`: names of the counts in it, which move by themselves; `voted`: what its readers are counted for. */
export type MadePage = { status: number; body: string; shows?: readonly string[]; voted?: VotedOn | null }
/** A page as it is sent, with the tag that names its content. Each encoding is made when it is first read, and kept. */
export type PackedPage = {
  status: number
  etag: string
  plain: Uint8Array<ArrayBuffer>
  readonly br: Uint8Array<ArrayBuffer>
  readonly gzip: Uint8Array<ArrayBuffer>
  shows: readonly string[]
  /** Null where a page's readers are not counted. */
  voted: VotedOn | null
}

type Kept = { page: PackedPage; version: number; madeMs: number; untilMs: number }

/** True where what a page shows has moved since it was made. */
export type IsOld = (shows: readonly string[], madeMs: number, nowMs: number) => boolean

/** Bytes of packed pages in memory, all encodings together, and how many pages: whichever comes first. */
const MAX_BYTES = 48_000_000
const MAX_PAGES = 4_000
/** Share of both that pages may take whose address asks something (`?`): strangers can make up as many of those as they like. */
const ASKED_SHARE = 0.25
/** Good text in 0.4 ms a front page; 11 would save 8 % more at thirty times the cost. */
const BROTLI_QUALITY = 5
const GZIP_LEVEL = 6
/** Memory of a page and its encodings, as a multiple of the page. */
const ENCODED_SHARE = 1.6

export interface PageCache {
  /** The page under a key: kept, being made by another request, or made now. Pages of another content version are made anew. */
  get(
    key: string,
    version: number,
    nowMs: number,
    make: () => Promise<MadePage & { keepMs: number }>,
  ): Promise<PackedPage>
  /** Forgets every page whose key begins so. */
  forget(prefix: string): void
  size(): number
}

/** `share`: the part of both limits that is this cache's, 0 to 1. */
export type CacheLimits = { maxBytes?: number; maxPages?: number; share?: number; isOld?: IsOld }

/** The part of the room for finished pages that is one site's: several editions have it together. */
export function shareOf({ shared }: Pick<Site, 'shared'>): number {
  return 1 / (shared?.apps ?? 1)
}

/**
 * Finished pages, least recently read forgotten first. `isOld` is asked of each kept page before it is given. Keys with a `?` have a shelf of
 * their own, so that no number of made-up addresses pushes out the pages that everybody reads.
 */
export function createPageCache({
  maxBytes = MAX_BYTES,
  maxPages = MAX_PAGES,
  share = 1,
  isOld,
}: CacheLimits = {}): PageCache {
  const [bytes, pages] = [maxBytes * share, maxPages * share]
  const asked = createShelf(bytes * ASKED_SHARE, pages * ASKED_SHARE)
  const plain = createShelf(bytes * (1 - ASKED_SHARE), pages * (1 - ASKED_SHARE))
  const shelfOf = (key: string) => (key.includes('?') ? asked : plain)
  const making = new Map<string, Promise<PackedPage>>()
  return {
    async get(key, version, nowMs, make) {
      const shelf = shelfOf(key)
      const known = shelf.kept.get(key)
      if (
        known &&
        known.version === version &&
        nowMs < known.untilMs &&
        !isOld?.(known.page.shows, known.madeMs, nowMs)
      ) {
        shelf.kept.delete(key)
        shelf.kept.set(key, known)
        return known.page
      }
      const flight = `${version} ${key}`
      const running = making.get(flight)
      if (running) return running
      const work = make().then(async (made) => {
        const page = packPage(made)
        // Forgotten while it was made: what it shows may be old by now.
        if (made.keepMs > 0 && making.get(flight) === work)
          shelf.keep(key, { page, version, madeMs: nowMs, untilMs: nowMs + made.keepMs })
        return page
      })
      making.set(flight, work)
      try {
        return await work
      } finally {
        if (making.get(flight) === work) making.delete(flight)
      }
    },
    forget(prefix) {
      for (const { kept, drop } of [asked, plain])
        for (const key of [...kept.keys()]) if (key.startsWith(prefix)) drop(key)
      for (const flight of [...making.keys()])
        if (flight.slice(flight.indexOf(' ') + 1).startsWith(prefix)) making.delete(flight)
    },
    size: () => asked.kept.size + plain.kept.size,
  }
}

type Shelf = { kept: Map<string, Kept>; keep: (key: string, entry: Kept) => void; drop: (key: string) => void }

/** Pages up to a number of bytes and of pages; what was put in or read last stands at the end. */
function createShelf(maxBytes: number, maxPages: number): Shelf {
  const kept = new Map<string, Kept>()
  let bytes = 0
  const drop = (key: string) => {
    const old = kept.get(key)
    if (!old) return
    kept.delete(key)
    bytes -= sizeOf(old.page)
  }
  const keep = (key: string, entry: Kept) => {
    drop(key)
    kept.set(key, entry)
    bytes += sizeOf(entry.page)
    for (const oldest of kept.keys()) {
      if (bytes <= maxBytes && kept.size <= maxPages) break
      drop(oldest)
    }
  }
  return { kept, keep, drop }
}

/**
 * Names a page's content, and compresses it where it is asked for: most of its readers ask for one encoding. On the thread: a front page takes
 * 0.4 ms so (measured by itself); both encodings handed to other threads took 2 to 5 ms of processor time a page.
 */
export function packPage(made: MadePage): PackedPage {
  const plain = new TextEncoder().encode(made.body)
  let br: Uint8Array<ArrayBuffer> | null = null
  let gzip: Uint8Array<ArrayBuffer> | null = null
  return {
    status: made.status,
    etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    plain,
    get br() {
      br ??= brotli(plain)
      return br
    },
    get gzip() {
      gzip ??= new Uint8Array(gzipSync(plain, { level: GZIP_LEVEL }))
      return gzip
    },
    shows: made.shows ?? [],
    voted: made.voted ?? null,
  }
}

function brotli(plain: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants
  const params = { [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [BROTLI_PARAM_SIZE_HINT]: plain.length }
  return new Uint8Array(brotliCompressSync(plain, { params }))
}

/** Bytes of a page with what both encodings add at most in practice: pages shrink to a tenth each, words without any order to a third. */
function sizeOf(page: PackedPage): number {
  return page.plain.length * ENCODED_SHARE
}
