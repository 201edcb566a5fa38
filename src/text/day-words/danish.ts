import type { DayWords } from '../day-words.ts'

/** How Danish speaks of days. */
export const DANISH: DayWords = {
  days: [
    ['i går', -1],
    ['i forgårs', -2],
    ['i dag', 0],
    ['i morgen', 1],
    ['i overmorgen', 2],
  ],
  last: ['sidste U', 'forrige U'],
  current: ['denne|dette U'],
  next: ['næste U', 'kommende U'],
  ago: ['for N U siden'],
  ahead: ['om N U'],
  weekday: ['på|siden|til|fra? W'],
  lastWeekday: ['sidste|forrige|i W'],
  nextWeekday: ['næste|kommende W'],
  monthDay: ['den? D M'],
  month: ['M Y', 'i|siden M'],
  year: ['i|siden|år Y'],
  units: ['dag dage', 'uge uger', 'måned måneder', 'år'],
  numbers: 'en|et to tre fire fem seks syv otte ni ti elleve tolv',
  future: 'vil skal ventes planlægger',
  past: 'sagde siger oplyste var havde har blev',
  never: 'hver',
}
