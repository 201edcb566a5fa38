import type { DayWords } from '../day-words.ts'

/** How Italian speaks of days. */
export const ITALIAN: DayWords = {
  days: [
    ['ieri', -1],
    ['l altro ieri', -2],
    ['altro ieri', -2],
    ['oggi', 0],
    ['domani', 1],
    ['dopodomani', 2],
  ],
  last: ['la|l|il|lo|nel|nella|dell? U scorso|scorsa|passato|passata', 'la|lo|il? scorso|scorsa U'],
  current: ['questo|questa|quest U'],
  next: ['la|l|il? U prossimo|prossima', 'la|il? prossimo|prossima U'],
  ago: ['N U fa'],
  ahead: ['tra|fra N U'],
  weekday: ['di|da|questo|il? W'],
  lastWeekday: ['lo? scorso|scorsa W', 'W scorso|scorsa'],
  nextWeekday: ['il|la? prossimo|prossima W', 'W prossimo|prossima'],
  monthDay: ['D M'],
  month: ['M Y', 'a|ad|in|nel|da M', 'fine|inizio|metà M', 'M scorso', 'lo? scorso M', 'lo? scorso mese di M'],
  year: ['nel|dal|del Y', 'anno Y'],
  units: ['giorno giorni', 'settimana settimane', 'mese mesi', 'anno anni'],
  numbers: 'un|una|uno due tre quattro cinque sei sette otto nove dieci undici dodici',
  future: 'sarà saranno andrà previsto prevista dovrà deve',
  futureEnding: /r(?:à|anno)$/u,
  past: 'detto dichiarato affermato annunciato era erano aveva ha hanno è stato',
  never: 'ogni ciascun',
}
