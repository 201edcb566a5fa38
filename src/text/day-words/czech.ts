import type { DayWords } from '../day-words.ts'

/** How Czech speaks of days. */
export const CZECH: DayWords = {
  days: [
    ['včera', -1],
    ['předevčírem', -2],
    ['dnes', 0],
    ['zítra', 1],
    ['pozítří', 2],
  ],
  last: ['minulý|minulého|loňský U', 'v? minulém U'],
  current: ['tento|tohoto|tomto U'],
  next: ['příští|příštího|příštím U'],
  ago: ['před N U'],
  ahead: ['za N U'],
  weekday: ['v|ve|od|do W'],
  lastWeekday: ['minulý|minulou|minulé W', 'uplynulý|uplynulou W'],
  nextWeekday: ['příští W'],
  monthDay: ['D M'],
  month: ['M Y', 'v|od M'],
  year: ['v|od roce|roku Y', 'roce|roku|rok Y'],
  units: [
    'den dny dní dnem',
    'týden týdny týdnů týdnem',
    'měsíc měsíce měsíců měsíci měsícem',
    'rok roky let lety rokem',
  ],
  numbers:
    'jeden|jedním dva|dvě|dvěma tři|třemi čtyři|čtyřmi pět|pěti šest|šesti sedm|sedmi osm|osmi devět|devíti deset|deseti jedenáct dvanáct',
  weekdays: { středu: 3, sobotu: 6, neděli: 0 },
  future: 'bude budou plánuje plánují',
  past: 'řekl řekla uvedl uvedla oznámil byl byla bylo byly',
  never: 'každý každou každé',
  deadlines: 'do',
}
