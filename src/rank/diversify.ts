/** What variety is judged by. `key` orders (higher first); `labels` are tags, section or whatever two entries may share. */
export type Variable = { key: number; owner: string; labels: readonly string[] }

/** Entries of one owner among any ten that follow each other. */
const OWNER_OF_TEN = 2
const WINDOW = 10
/** What full likeness to an entry above costs, in units of `key` (one doubling, for a ranking key). */
const LIKENESS_COST = 1

/**
 * Picks a varied list: each next entry has the best key less what it repeats of the entries above it, and no owner has more
 * than two of any ten in a row. Where nobody else is left to take a place, the rule gives way rather than the list end.
 *
 * @param entries in any order; ties go to the earlier one
 * @returns at most `limit` of them
 *
 * **Source:** Carbonell & Goldstein, Maximal marginal relevance (SIGIR 1998).
 */
export function diversify<Entry extends Variable>(entries: readonly Entry[], limit: number): Entry[] {
  const left = entries.map((entry) => ({ entry, repeats: 0 }))
  const chosen: Entry[] = []
  while (chosen.length < limit && left.length > 0) {
    const window = chosen.slice(-(WINDOW - 1))
    const allowed = left.filter(({ entry }) => window.filter((one) => one.owner === entry.owner).length < OWNER_OF_TEN)
    const pick = best(allowed.length > 0 ? allowed : left)
    left.splice(left.indexOf(pick), 1)
    chosen.push(pick.entry)
    for (const other of left) other.repeats = Math.max(other.repeats, likeness(pick.entry.labels, other.entry.labels))
  }
  return chosen
}

function best<Left extends { entry: Variable; repeats: number }>(left: readonly Left[]): Left {
  return left.reduce((top, one) => (worth(one) > worth(top) ? one : top))
}

function worth({ entry, repeats }: { entry: Variable; repeats: number }): number {
  return entry.key - LIKENESS_COST * repeats
}

/** Share of labels that two entries have in common, 0 to 1. */
function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const shared = a.filter((label) => b.includes(label)).length
  return shared / (a.length + b.length - shared)
}
