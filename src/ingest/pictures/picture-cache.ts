import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MadePicture, PictureForm, PictureRefusal, PictureSize } from '../../model/picture.ts'
import { DAY_MS, type EpochMs, HOUR_MS } from '../../model/time.ts'
import { HEAD_BYTES, type PictureHead, pictureFile, placeOf, readHead, refusalFile } from './picture-file.ts'

/** A picture that failed is not asked for again so long. */
const REFUSED_MS = DAY_MS
/** A host that is out of reach may be so for a minute, and the fault may be our own line's. */
const UNREACHABLE_MS = HOUR_MS
/** What a file takes on the disk at least. */
const BLOCK_BYTES = 4_096
/** When a file was last used is written down at most so often. */
const NOTED_MS = HOUR_MS

export type PictureCache = {
  /** What is known of a picture, from memory: its size, why there is none, or nothing. */
  known: (address: string) => PictureSize | { refused: PictureRefusal } | null
  /** Bytes of one form; null where the picture is not here. */
  read: (address: string, form: PictureForm) => Promise<{ bytes: Uint8Array<ArrayBuffer>; form: PictureForm } | null>
  keep: (address: string, picture: MadePicture) => Promise<void>
  refuse: (address: string, reason: PictureRefusal) => Promise<void>
  /** Resolves when the folder has been read. */
  ready: Promise<void>
  bytes: () => number
}

type Kept = { head: PictureHead; bytes: number; notedMs: EpochMs }

/**
 * Pictures on the disk, one file each, named by their address's hash; beyond `maxBytes` the least recently used is forgotten.
 * The folder may be emptied at any time: everything in it can be made again.
 */
export function createPictureCache(options: { folder: string; maxBytes: number; now: () => EpochMs }): PictureCache {
  const { folder, maxBytes, now } = options
  const kept = new Map<string, Kept>() // least recently used first
  let total = 0

  const drop = (name: string) => {
    total -= kept.get(name)?.bytes ?? 0
    kept.delete(name)
  }
  const put = (name: string, one: Kept) => {
    drop(name)
    kept.set(name, one)
    total += one.bytes
  }
  const forgetOldest = async () => {
    for (const name of [...kept.keys()]) {
      if (total <= maxBytes) return
      drop(name)
      await rm(join(folder, name), { force: true })
    }
  }
  const write = async (address: string, file: Buffer) => {
    const name = nameOf(address)
    const draft = join(folder, `${name}.${randomUUID()}.part`)
    await mkdir(folder, { recursive: true })
    await writeFile(draft, file)
    await utimes(draft, now() / 1_000, now() / 1_000)
    await rename(draft, join(folder, name))
    put(name, { head: readHead(file)!, bytes: sizeOnDisk(file.length), notedMs: now() }) // the head was written by us
    await forgetOldest()
  }
  const valid = (name: string) => {
    const one = kept.get(name)
    if (one === undefined || !('refused' in one.head) || one.head.untilMs > now()) return one
    drop(name)
    return undefined
  }
  const noteUse = (name: string, one: Kept) => {
    put(name, one)
    if (now() - one.notedMs < NOTED_MS) return
    one.notedMs = now()
    utimes(join(folder, name), now() / 1_000, now() / 1_000).catch(() => {}) // it has just been forgotten
  }

  return {
    ready: readFolder(folder).then(async (found) => {
      for (const { name, ...one } of found) if (!kept.has(name)) put(name, one)
      await forgetOldest()
    }),
    known: (address) => {
      const head = valid(nameOf(address))?.head
      if (head === undefined) return null
      return 'refused' in head ? { refused: head.refused } : { width: head.width, height: head.height }
    },
    read: async (address, form) => {
      const name = nameOf(address)
      const one = valid(name)
      if (one === undefined || 'refused' in one.head) return null
      const place = placeOf(one.head, form)
      const bytes = await slice(join(folder, name), place)
      if (bytes === null) drop(name)
      else noteUse(name, one)
      return bytes === null ? null : { bytes, form: place.form }
    },
    keep: (address, picture) => write(address, pictureFile(picture)),
    refuse: (address, reason) =>
      write(address, refusalFile(reason, now() + (reason === 'unreachable' ? UNREACHABLE_MS : REFUSED_MS))),
    bytes: () => total,
  }
}

/** Name of a picture's file: addresses may be longer than a file's name, and may hold anything. */
function nameOf(address: string): string {
  return createHash('sha256').update(address).digest('hex').slice(0, 40)
}

function sizeOnDisk(bytes: number): number {
  return Math.ceil(bytes / BLOCK_BYTES) * BLOCK_BYTES
}

/** Part of a file; null where the file is gone or shorter than it was. */
async function slice(
  path: string,
  { start, length }: { start: number; length: number },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = await open(path).catch(() => null)
  if (file === null) return null
  try {
    const bytes = new Uint8Array(length)
    const { bytesRead } = await file.read(bytes, 0, length, start)
    return bytesRead === length ? bytes : null
  } finally {
    await file.close()
  }
}

/** Every whole file of the folder, least recently used first; what a stop left half written is removed. */
async function readFolder(folder: string): Promise<(Kept & { name: string })[]> {
  const found: (Kept & { name: string })[] = []
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const head = /^[0-9a-f]{40}$/.test(name) ? await headOf(path) : null
    const about = head === null ? null : await stat(path).catch(() => null)
    if (head === null || about === null) {
      if (/^[0-9a-f]{40}(?:\.[0-9a-f-]{36}\.part)?$/.test(name)) await rm(path, { force: true })
    } else found.push({ name, head, bytes: sizeOnDisk(about.size), notedMs: about.mtimeMs })
  }
  return found.sort((a, b) => a.notedMs - b.notedMs)
}

async function headOf(path: string): Promise<PictureHead | null> {
  const bytes = await slice(path, { start: 0, length: HEAD_BYTES }).catch(() => null)
  return bytes === null ? null : readHead(bytes)
}
