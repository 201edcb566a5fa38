import type { ListEntry } from '../model/list.ts'

/** Roles that a reader wants of such a list; one entry of each is worth more than one more of the nearest. */
const ROLES: readonly string[] = ['same-story', 'other-side', 'follow-up', 'background']
/** The first entries stand by nearness alone. */
const NEAREST = 3

/** The first of `best` that repeat none before them, at most `limit`. */
export function withoutRepeats<One>(
  best: readonly One[],
  limit: number,
  repeats: (one: One, earlier: One) => boolean,
): One[] {
  const chosen: One[] = []
  for (const one of best) {
    if (chosen.length >= limit) break
    if (!chosen.some((earlier) => repeats(one, earlier))) chosen.push(one)
  }
  return chosen
}

/**
 * The best `limit` of a list, best first, but for this: a role that one further down has and none of these gets the place of the last whose
 * role is no loss. The three nearest always stay.
 */
export function withEveryRole<Entry extends ListEntry<number>>(entries: readonly Entry[], limit: number): Entry[] {
  const chosen = entries.slice(0, limit)
  const roleless = (code: string) => !ROLES.includes(code)
  for (const role of ROLES) {
    const has = (entry: Entry) => entry.reason.code === role
    const further = entries.slice(limit).find(has)
    if (!further || chosen.some(has)) continue
    const isSpare = ({ reason: { code } }: Entry, at: number) =>
      at >= NEAREST && (roleless(code) || chosen.filter(({ reason }) => reason.code === code).length > 1)
    const place = chosen.findLastIndex(isSpare)
    if (place >= 0) chosen[place] = further
  }
  return chosen.sort((a, b) => b.score - a.score || entries.indexOf(a) - entries.indexOf(b))
}
