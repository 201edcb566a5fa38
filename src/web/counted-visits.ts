/** Visits that must hold two stories before anything of the pair is kept outside memory. */
export const LEAST_VISITS = 10

/** Counts pairs of stories until enough lines have read both. In memory alone, so that what is rare is nowhere. */
export interface CountedVisits {
  /** True when this line makes the pair full: ten different ones since it was last. `line` is a hash that means nothing elsewhere. */
  add(first: string, second: string, line: string): boolean
  clear(): void
  /** Pairs that wait. */
  size(): number
}

/** Pairs that wait; the one that was touched longest ago goes. 1 kB each at most. */
const MAX_WAITING = 20_000

/** Nothing counted yet. */
export function createCountedVisits(maxWaiting = MAX_WAITING): CountedVisits {
  const waiting = new Map<string, Set<string>>()
  return {
    add: (first, second, line) => {
      const pair = [first, second].sort().join('\n')
      const lines = waiting.get(pair) ?? new Set<string>()
      lines.add(line)
      waiting.delete(pair)
      if (lines.size >= LEAST_VISITS) return true
      waiting.set(pair, lines)
      for (const oldest of waiting.keys()) {
        if (waiting.size <= maxWaiting) break
        waiting.delete(oldest)
      }
      return false
    },
    clear: () => waiting.clear(),
    size: () => waiting.size,
  }
}
