import type { ArchivedFile } from '../model/reader-export.ts'
import type { Result } from '../model/result.ts'

export type ZipFailure = 'no-archive' | 'too-many-files' | 'not-supported'

/** Files of one archive: an export of a reader has one a feed. */
const MAX_FILES = 10_000
/** The end of the directory lies within so many bytes of the archive's end: its record and the longest comment. */
const MAX_TAIL = 22 + 65_535

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1
/** Sizes that stand elsewhere, in the form for archives over 4 GB. */
const ELSEWHERE = 0xffffffff

/**
 * Lists the files of a ZIP archive by its directory, folders left out. Nothing is inflated; ranges lie inside the bytes given and do not
 * overlap a header. Never throws: what is cut, encrypted, split or over 4 GB is a reason.
 *
 * **Source:** PKWARE APPNOTE.TXT 6.3.10, §4.3.7, §4.3.12, §4.3.16.
 */
export function listZip(bytes: Uint8Array): Result<ArchivedFile[], ZipFailure> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === null) return { ok: false, reason: 'no-archive', detail: 'no end of a directory was found' }
  const count = view.getUint16(end + 10, true)
  if (count > MAX_FILES) return { ok: false, reason: 'too-many-files', detail: `${count} files; at most ${MAX_FILES}` }
  const files: ArchivedFile[] = []
  let at = view.getUint32(end + 16, true)
  for (let nth = 0; nth < count; nth++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY)
      return { ok: false, reason: 'no-archive', detail: `its directory ends at file ${nth + 1} of ${count}` }
    const read = fileAt(view, bytes, at)
    if (!read.ok) return read
    if (read.value && !read.value.name.endsWith('/')) files.push(read.value)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { ok: true, value: files }
}

function endOfDirectory(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - MAX_TAIL); at--)
    if (view.getUint32(at, true) === END) return at
  return null
}

function fileAt(view: DataView, bytes: Uint8Array, at: number): Result<ArchivedFile, ZipFailure> {
  const nameLength = view.getUint16(at + 28, true)
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
  const refuse = (detail: string): Result<ArchivedFile, ZipFailure> => ({
    ok: false,
    reason: 'not-supported',
    detail: `${name.slice(0, 100)}: ${detail}`,
  })
  const method = view.getUint16(at + 10, true)
  const packed = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const local = view.getUint32(at + 42, true)
  if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) return refuse('it is encrypted')
  if (method !== STORED && method !== DEFLATED) return refuse(`it is packed by method ${method}`)
  if ([packed, size, local].includes(ELSEWHERE)) return refuse('it is of the form for archives over 4 GB')
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) return refuse('its bytes are not there')
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + packed > view.byteLength) return refuse('its bytes are cut')
  return { ok: true, value: { name, start, end: start + packed, deflated: method === DEFLATED, size } }
}
