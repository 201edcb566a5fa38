import type { EpochMs } from '../model/time.ts'
import { type StoredRow, storedRows } from '../store/copy-candidates.ts'
import type { Write } from '../store/insert-article.ts'
import type { CopyDoc } from '../story/find-copies.ts'
import type { KnownText, TextMemory } from './text-memory.ts'

/** A stored article as the judgement of copies needs it: its row, and what is known of its text. */
export type StoredText = { row: StoredRow; known: KnownText }

/** A candidate was found by its fingerprints already; the judgement compares words. */
const NO_SHINGLES = new Uint32Array()

/** Texts of rows by id, in their order; those without a text are left out. */
export async function textsOfRows(
  write: Write,
  rows: readonly StoredRow[],
  memory: TextMemory,
): Promise<Map<number, StoredText>> {
  const known = await memory.of(write, rows)
  return new Map(
    rows.flatMap((row) => {
      const text = known.get(row.id)
      return text ? [[row.id, { row, known: text }] as const] : []
    }),
  )
}

/** As `textsOfRows`, by ids. */
export async function textsOfIds(write: Write, ids: readonly number[], memory: TextMemory) {
  return textsOfRows(write, await storedRows(write, ids), memory)
}

/** A stored text for `judgeCopy`. */
export function docOf({ row, known }: StoredText): CopyDoc {
  const firstSeenMs: EpochMs = row.first_seen_ms
  const doc = { ...known, id: row.id, host: row.host, firstSeenMs, shingles: NO_SHINGLES }
  return row.family === null ? doc : { ...doc, family: row.family }
}
