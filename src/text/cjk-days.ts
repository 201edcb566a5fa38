import type { DayMention, SpokenDay } from '../model/telling.ts'

const WEEKDAYS: Readonly<Record<string, number>> = {
  日: 0, 天: 0, 月: 1, 一: 1, 火: 2, 二: 2, 水: 3, 三: 3, 木: 4, 四: 4, 金: 5, 五: 5, 土: 6, 六: 6,
} // biome-ignore format: a table reads better in rows
const DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
}
const SHIFTS: Readonly<Record<string, SpokenDay & { kind: 'shift' }>> = {
  一昨日: { kind: 'shift', unit: 'day', by: -2 },
  前天: { kind: 'shift', unit: 'day', by: -2 },
  昨天: { kind: 'shift', unit: 'day', by: -1 },
  昨日: { kind: 'shift', unit: 'day', by: -1 },
  今天: { kind: 'shift', unit: 'day', by: 0 },
  今日: { kind: 'shift', unit: 'day', by: 0 },
  明天: { kind: 'shift', unit: 'day', by: 1 },
  明日: { kind: 'shift', unit: 'day', by: 1 },
  后天: { kind: 'shift', unit: 'day', by: 2 },
  明後日: { kind: 'shift', unit: 'day', by: 2 },
  上周: { kind: 'shift', unit: 'week', by: -1 },
  先週: { kind: 'shift', unit: 'week', by: -1 },
  下周: { kind: 'shift', unit: 'week', by: 1 },
  来週: { kind: 'shift', unit: 'week', by: 1 },
  上个月: { kind: 'shift', unit: 'month', by: -1 },
  先月: { kind: 'shift', unit: 'month', by: -1 },
  下个月: { kind: 'shift', unit: 'month', by: 1 },
  来月: { kind: 'shift', unit: 'month', by: 1 },
  去年: { kind: 'shift', unit: 'year', by: -1 },
  昨年: { kind: 'shift', unit: 'year', by: -1 },
  明年: { kind: 'shift', unit: 'year', by: 1 },
  来年: { kind: 'shift', unit: 'year', by: 1 },
}
const UNITS = {
  天: 'day',
  日: 'day',
  周: 'week',
  週: 'week',
  个月: 'month',
  か月: 'month',
  ヶ月: 'month',
  年: 'year',
} as const
/** Words that tell of what comes, near behind a date. */
const COMES = /^[^。！？]{0,14}?(?:将|將|予定|計画|计划|见通し|見通し)/u

// Alternatives of fixed length: linear.
const DAYS = new RegExp(
  [
    String.raw`(?<year>\d{4})年(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})[日号])?)?`,
    String.raw`(?<month2>\d{1,2})月(?:(?<day2>\d{1,2})[日号])?`,
    '(?<side>上|下|先|来)?(?:周|星期|礼拜|週)(?<weekday>[一二三四五六日天])',
    '(?<weekdayJa>[月火水木金土日])曜',
    String.raw`(?<count>\d{1,3}|[一二两三四五六七八九十])(?<unit>天|日|周|週|个月|か月|ヶ月|年)(?:間)?(?:之?前)`,
    `(?<shift>${Object.keys(SHIFTS).join('|')})(?![一二三四五六天])`,
  ].join('|'),
  'gu',
)

/** Days that a Chinese or Japanese text speaks of, in reading order; see `spokenDays`. */
export function cjkDays(text: string, limit: number): DayMention[] {
  const found: DayMention[] = []
  for (const match of text.matchAll(DAYS)) {
    if (found.length >= limit) break
    const end = match.index + match[0].length
    const said = saidBy(match.groups ?? {}, COMES.test(text.slice(end, end + 24)))
    if (said) found.push({ start: match.index, end, said })
  }
  return found
}

function saidBy(groups: Readonly<Record<string, string | undefined>>, comes: boolean): SpokenDay | null {
  const { year, month, day, month2, day2, side, weekday, weekdayJa, count, unit, shift } = groups
  const near = comes ? 'future' : 'past'
  if (shift !== undefined) return SHIFTS[shift] ?? null
  if (year !== undefined) return { kind: 'date', year: Number(year), month: partOf(month, 12), day: partOf(day, 31) }
  if (month2 !== undefined) {
    const known = partOf(month2, 12)
    if (known === null) return null
    return day2 === undefined
      ? { kind: 'month', month: known, side: near }
      : { kind: 'month-day', month: known, day: Number(day2), side: near }
  }
  if (weekday !== undefined || weekdayJa !== undefined) {
    const said = WEEKDAYS[weekday ?? weekdayJa ?? '']
    if (said === undefined) return null
    const stated = side === undefined ? near : side === '上' || side === '先' ? 'week-before' : 'week-after'
    return { kind: 'weekday', weekday: said, side: stated }
  }
  const number = Number(count) || DIGITS[count ?? ''] || 0
  const kind = UNITS[unit as keyof typeof UNITS] // the pattern names no other
  return number === 0 ? null : { kind: 'shift', unit: kind, by: -number }
}

function partOf(text: string | undefined, most: number): number | null {
  const value = Number(text)
  return value >= 1 && value <= most ? value : null
}
