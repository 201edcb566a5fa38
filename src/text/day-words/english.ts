import type { DayWords } from '../day-words.ts'

/** How English speaks of days. */
export const ENGLISH: DayWords = {
  days: [
    ['yesterday', -1], ['last night', -1], ['today', 0], ['tonight', 0], ['tomorrow', 1], ['this morning|afternoon|evening', 0],
    ['the? day before yesterday', -2], ['the? day after tomorrow', 2],
  ], // biome-ignore format: a table reads better in rows
  last: ['last U', 'the? previous U'],
  current: ['this U'],
  next: ['next U', 'the? coming U'],
  ago: ['N U ago', 'N U earlier'],
  ahead: ['in N U', 'N U from now'],
  weekday: ['on|by|since|until|from|late|early|this? W', 'W'],
  lastWeekday: ['last W'],
  nextWeekday: ['next W', 'coming W'],
  weekdayBefore: ['on? W of? last week'],
  weekdayAfter: ['on? W of? next week'],
  monthDay: ['D st|nd|rd|th? of? M', 'M D st|nd|rd|th?'],
  month: ['M Y', 'end|beginning|middle of M', 'in|since|by|until|late|early|mid M'],
  year: ['in|since|of Y', 'back in Y'],
  units: ['day days', 'week weeks', 'month months', 'year years'],
  numbers: 'a|an|one two three four five six seven eight nine ten eleven twelve',
  future: 'will shall scheduled due plans expected expects expect forecast forecasts planned upcoming would',
  past: 'said told says announced reported was were had has have did died killed opened closed signed left arrived',
  never: 'every each most black good easter super bloody palm ash and',
  deadlines: 'by until',
  spans: 'in',
}
