import { DAY_MS, type EpochMs, SECOND_MS } from '../model/time.ts'

/** Longest pause that a server may ask for: more is a mistake, or a way to be forgotten. */
export const MAX_RETRY_AFTER_MS = 7 * DAY_MS

/** Headers by lower-case name, repeated ones joined by ", ". */
export type Headers = Readonly<Record<string, string>>

/** Node's header values as single strings; at most `most` of them are kept. */
export function flatHeaders(raw: Readonly<Record<string, string | string[] | undefined>>, most = 200): Headers {
  const flat: Record<string, string> = Object.create(null) // no name of a stranger's may meet a prototype
  for (const [name, value] of Object.entries(raw).slice(0, most)) {
    // Cookies are never kept and never sent back.
    if (value === undefined || name === 'set-cookie') continue
    flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
  }
  return flat
}

/** How long `Retry-After` asks to wait: seconds or a date (RFC 9110, 10.2.3), 0 to a week; null where it says neither. */
export function retryAfterMs(value: string | undefined, nowMs: EpochMs): number | null {
  if (value === undefined) return null
  const text = value.trim()
  const waitMs = /^\d{1,12}$/.test(text) ? Number(text) * SECOND_MS : Date.parse(text) - nowMs
  if (Number.isNaN(waitMs)) return null
  return Math.min(MAX_RETRY_AFTER_MS, Math.max(0, waitMs))
}

/** `max-age` of a Cache-Control header in milliseconds (RFC 9111, 5.2.2.1); 0 for no-store and no-cache, null where it says nothing. */
export function cacheMaxAgeMs(value: string | null): number | null {
  if (value === null) return null
  if (/\bno-(?:store|cache)\b/i.test(value)) return 0
  const age = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,12})/i.exec(value.slice(0, 500))
  return age === null ? null : Math.min(MAX_RETRY_AFTER_MS, Number(age[1]) * SECOND_MS)
}
