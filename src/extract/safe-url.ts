const KEPT_SCHEMES = new Set(['http:', 'https:', 'mailto:'])
/** Longest address kept, in UTF-16 units: longer ones carry state, not places. */
const MAX_URL = 4_096

/** An absolute http, https or mailto address, or null for anything else ("javascript:", "data:", no base, ill-formed). */
export function safeUrl(written: string, base: string | null): string | null {
  if (written.length > MAX_URL) return null
  try {
    const url = base === null ? new URL(written) : new URL(written, base)
    return KEPT_SCHEMES.has(url.protocol) ? url.href : null
  } catch {
    return null
  }
}

/** The same for pictures and players: http and https alone. */
export function safeMediaUrl(written: string, base: string | null): string | null {
  const url = safeUrl(written, base)
  return url?.startsWith('http') ? url : null
}
