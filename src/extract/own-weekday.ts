const NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const MENTION = /\b(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)(s)?\b(?:['’]s)?/gu
/** How much of a text is read: agency reports name their day at the top and come back to it. In UTF-16 units. */
const READ = 12_000
/** How much of it counts as the lead. */
const LEAD = 700

/** Words before a weekday that make it another day than the writer's own, or any such day. */
const ELSEWHERE = new Set(
  'last next previous every each coming following past until till by since before after a an the this any black good super holy easter palm bloody cyber from through and or to between around most on said'.split(
    ' ',
  ),
)
const BY_OTHER = new Set('night afternoon morning evening'.split(' '))
const HALVES_OF_TODAY = new Set(['earlier', 'later', 'late', 'early', 'today'])
const PRESENT = /\b(?:is|are|was|were|has|have)\b/u

/**
 * The weekday that an English agency report speaks of as its own day, 0 for Sunday; null where it does not say clearly.
 * Its own day is named bare in the lead ("is on his way home Sunday"), and again bare or by its hours
 * ("Earlier Sunday"); days with "on", "last" or "next" before them are other days.
 */
export function ownWeekday(text: string): number | null {
  const read = text.slice(0, READ)
  const bare = new Array<number>(7).fill(0)
  const sure = new Array<number>(7).fill(0)
  let leadDay: number | null = null
  for (const match of read.matchAll(MENTION)) {
    const day = NAMES.indexOf(match[1]!.toLowerCase())
    const end = match.index + match[0].length
    const before = /(\p{L}+) $/u.exec(read.slice(Math.max(0, match.index - 20), match.index))?.[1]?.toLowerCase() ?? ''
    const after = /^,? (\p{L}+|\d)/u.exec(read.slice(end, end + 20))?.[1]?.toLowerCase() ?? ''
    const dated = /^(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/u.test(after)
    if (dated || match[2] !== undefined) continue
    if (HALVES_OF_TODAY.has(before)) sure[day] = sure[day]! + 1
    if (ELSEWHERE.has(before) || before === '' || BY_OTHER.has(after)) continue
    bare[day] = bare[day]! + 1
    if (match.index < LEAD && leadDay === null && PRESENT.test(sentenceBefore(read, match.index))) leadDay = day
  }
  if (leadDay === null) return null
  const others = bare.reduce((sum, count, day) => (day === leadDay ? sum : sum + count), 0)
  return sure[leadDay]! >= 1 || (bare[leadDay]! >= 3 && bare[leadDay]! > 2 * others) ? leadDay : null
}

function sentenceBefore(text: string, at: number): string {
  const from = Math.max(0, at - 240)
  const before = text.slice(from, at)
  return before.slice(before.search(/[^.!?\n]*$/u))
}
