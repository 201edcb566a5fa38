import type { DayWords } from '../day-words.ts'

/** How Dutch speaks of days. */
export const DUTCH: DayWords = {
  days: [
    ['gisteren', -1],
    ['eergisteren', -2],
    ['gisteravond', -1],
    ['vandaag', 0],
    ['morgen', 1],
    ['overmorgen', 2],
  ],
  last: ['vorige|vorig|afgelopen U'],
  current: ['deze|dit U'],
  next: ['volgende|volgend|komende|komend U'],
  ago: ['N U geleden'],
  ahead: ['over N U'],
  weekdayBefore: ['vorige|afgelopen week W'],
  weekdayAfter: ['volgende|komende week W'],
  weekday: ['op|sinds|tot|vanaf|deze? W'],
  lastWeekday: ['vorige|afgelopen W'],
  nextWeekday: ['volgende|komende|aanstaande W'],
  monthDay: ['D M'],
  month: ['M Y', 'in|sinds|eind|begin|half M'],
  year: ['in|sinds Y', 'jaar Y'],
  dayParts: 'avond ochtend morgen middag nacht',
  units: ['dag dagen', 'week weken', 'maand maanden', 'jaar jaren'],
  numbers: 'een|één twee drie vier vijf zes zeven acht negen tien elf twaalf',
  future: 'zal zullen gaat gaan moet moeten wil',
  past: 'zei zegt vertelde meldde was waren had hadden heeft hebben werd werden',
  never: 'elke iedere zwarte goede',
  deadlines: 'tot',
}
