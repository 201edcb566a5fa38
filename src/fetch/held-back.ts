import type { EpochMs } from '../model/time.ts'

/** Hosts and addresses remembered; the oldest is forgotten first. */
const MAX_HELD = 10_000

/**
 * Pauses that servers asked for (Retry-After of 429 and 503), so that nothing is sent before they are over.
 * 429 from a public host speaks of us and holds the whole host; 503, and hosts that the owner listed, hold the one address.
 */
export class HeldBack {
  private readonly until = new Map<string, EpochMs>()

  /** How long a request to this URL must still wait; 0 when it may go. */
  remainingMs(url: URL, isPrivate: boolean, nowMs: EpochMs): number {
    let untilMs = this.until.get(url.href) ?? 0
    if (!isPrivate) untilMs = Math.max(untilMs, this.until.get(url.host) ?? 0)
    return Math.max(0, untilMs - nowMs)
  }

  /** Notes what an answer asked for. */
  note(url: URL, isPrivate: boolean, status: number, retryAfterMs: number | null, nowMs: EpochMs): void {
    if (retryAfterMs === null || (status !== 429 && status !== 503)) return
    const key = status === 429 && !isPrivate ? url.host : url.href
    this.until.delete(key)
    this.until.set(key, nowMs + retryAfterMs)
    if (this.until.size > MAX_HELD) this.until.delete(this.until.keys().next().value!)
  }
}
