import { z } from 'zod'
import type { EpochMs } from '../../model/time.ts'

/** A time as filters take it: RFC 3339 (or a date alone), or epoch milliseconds. */
export const momentSchema = z.union([z.number(), z.string()])

/** Epoch milliseconds of such a time; null where there is none or it cannot be read. A time without a zone is read as UTC. */
export function momentOf(moment: z.infer<typeof momentSchema> | null | undefined): EpochMs | null {
  if (moment === null || moment === undefined) return null
  if (typeof moment === 'number') return Number.isFinite(moment) ? moment : null
  const hasTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(moment)
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(moment)
  const parsed = Date.parse(hasTime && !hasZone ? `${moment.replace(' ', 'T')}Z` : moment)
  return Number.isNaN(parsed) ? null : parsed
}
