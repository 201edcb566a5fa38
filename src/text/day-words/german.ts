import type { DayWords } from '../day-words.ts'

/** How German speaks of days. */
export const GERMAN: DayWords = {
  days: [
    ['gestern', -1],
    ['vorgestern', -2],
    ['heute', 0],
    ['morgen', 1],
    ['übermorgen', 2],
  ],
  last: [
    'letzte|letzter|letzten|letztem|letztes|vorige|vorigen|voriges|vergangene|vergangener|vergangenen|vergangenem|vergangenes U',
  ],
  current: ['diese|dieser|diesen|diesem|dieses U'],
  next: ['nächste|nächster|nächsten|nächstem|nächstes|kommende|kommenden|kommendem|kommendes U'],
  ago: ['vor N U'],
  ahead: ['in N U'],
  weekdayBefore: ['letzte|vergangene|vorige Woche W', 'am? W letzter|vergangener Woche'],
  weekdayAfter: ['nächste|kommende Woche W', 'am? W nächster|kommender Woche'],
  weekday: ['am|seit|bis|ab|an|diesen|dem W', 'W'],
  lastWeekday: ['letzten|vorigen|vergangenen|letztem|vergangenem W'],
  nextWeekday: ['nächsten|kommenden|nächstem|kommendem W'],
  monthDay: ['D M'],
  month: ['M Y', 'im|seit|bis|ende|anfang|mitte M'],
  year: ['jahr|jahre|jahres Y', 'seit|in|zuletzt|bereits|schon|erst Y'],
  units: ['tag tage tagen', 'woche wochen', 'monat monate monaten monats', 'jahr jahre jahren jahres'],
  numbers: 'ein|eine|einem|einer zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
  dayParts: 'abend morgen vormittag mittag nachmittag nacht früh',
  weekdays: { sonnabend: 6 },
  future: 'wird werden soll sollen geplant plant will wollen',
  past: 'sagte sagt erklärte teilte war waren hatte hatten hat wurde wurden habe',
  never: 'jeden jeder jedem schwarzer',
  deadlines: 'bis',
  spans: 'in',
}
