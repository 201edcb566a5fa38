import type { DayWords } from '../day-words.ts'

/** How Turkish speaks of days. */
export const TURKISH: DayWords = {
  days: [
    ['dün', -1],
    ['evvelsi gün', -2],
    ['önceki gün', -2],
    ['bugün', 0],
    ['yarın', 1],
  ],
  last: ['geçen U'],
  current: ['bu U'],
  next: ['gelecek|önümüzdeki U'],
  ago: ['N U önce'],
  ahead: ['N U sonra'],
  weekday: ['W günü', 'W'],
  lastWeekday: ['geçen W günü?', 'geçtiğimiz W günü?'],
  nextWeekday: ['gelecek|önümüzdeki W günü?'],
  monthDay: ['D M'],
  month: ['M Y', 'M ayında|ayı'],
  year: ['Y yılında|yılı'],
  units: ['gün günü', 'hafta haftası', 'ay ayı', 'yıl yılı sene'],
  numbers: 'bir iki üç dört beş altı yedi sekiz dokuz on onbir oniki',
  future: 'planlanıyor',
  futureEnding: /[ae]ca[kğ](?:lar)?$|ece[kğ](?:ler)?$/u,
  past: 'söyledi dedi açıkladı belirtti oldu',
  never: 'her',
}
