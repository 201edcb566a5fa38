import { inflateRawSync } from 'node:zlib'
import type { ArchivedFile, ReaderExport } from '../model/reader-export.ts'
import type { Result } from '../model/result.ts'
import { decodeBytes } from '../reader/decode.ts'
import { readReaderExport } from '../reader/reader-export.ts'
import { listZip, type ZipFailure } from '../reader/zip.ts'

/** One file of another reader, or a part of an archive with several. */
export type ExportTask =
  | { kind: 'archive'; bytes: Uint8Array }
  | { kind: 'export'; bytes: Uint8Array; deflated: boolean }

export type ExportAnswer =
  | { kind: 'archive'; result: Result<ArchivedFile[], ZipFailure> }
  | { kind: 'export'; result: Result<ReaderExport, 'no-export' | 'too-large'> }

/** Bytes of one file after inflating: all articles of a feed that was followed for years have less. */
const MAX_INFLATED = 64 * 1024 * 1024

/** Reads what another program wrote, in a worker: a pure function of the bytes that never throws for what they are. */
export function readExportTask(task: ExportTask): ExportAnswer {
  if (task.kind === 'archive') return { kind: 'archive', result: listZip(task.bytes) }
  const bytes = task.deflated ? inflated(task.bytes) : task.bytes
  if (bytes === null)
    return {
      kind: 'export',
      result: { ok: false, reason: 'too-large', detail: 'it is cut, or too large when unpacked' },
    }
  const value = readReaderExport(decodeBytes(bytes, null).text)
  if (value) return { kind: 'export', result: { ok: true, value } }
  return { kind: 'export', result: { ok: false, reason: 'no-export', detail: 'no shape of a reader that is known' } }
}

function inflated(bytes: Uint8Array): Uint8Array | null {
  try {
    return inflateRawSync(bytes, { maxOutputLength: MAX_INFLATED })
  } catch {
    return null // a bomb, or cut: told as a reason
  }
}
