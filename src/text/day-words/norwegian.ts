import type { DayWords } from '../day-words.ts'

/** How Norwegian speaks of days. */
export const NORWEGIAN: DayWords = {
  days: [
    ['i går', -1],
    ['i forgårs', -2],
    ['i dag', 0],
    ['i morgen', 1],
    ['i overmorgen', 2],
  ],
  last: ['forrige|sist|siste U', 'i fjor'],
  current: ['denne|dette U'],
  next: ['neste U', 'kommende U'],
  ago: ['for N U siden'],
  ahead: ['om N U'],
  weekday: ['på|siden|til|fra? W'],
  lastWeekday: ['forrige|sist W'],
  nextWeekday: ['neste|kommende W'],
  monthDay: ['den? D M'],
  month: ['M Y', 'i|siden M'],
  year: ['i|siden Y'],
  units: ['dag dager', 'uke uker', 'måned måneder', 'år'],
  numbers: 'en|ett|et to tre fire fem seks sju|syv åtte ni ti elleve tolv',
  future: 'vil skal ventes planlegger',
  past: 'sa sier fortalte opplyste var hadde har ble',
  never: 'hver',
}
