import type { DayWords } from '../day-words.ts'

/** How Spanish speaks of days. */
export const SPANISH: DayWords = {
  days: [
    ['ayer', -1],
    ['anteayer', -2],
    ['antes de ayer', -2],
    ['anoche', -1],
    ['hoy', 0],
    ['pasado mañana', 2],
  ],
  last: ['la|el? U pasado|pasada', 'la|el? último|última|pasado|pasada U'],
  current: ['este|esta U'],
  next: ['la|el? U que viene', 'la|el? próximo|próxima U', 'la|el? U próximo|próxima'],
  ago: ['hace N U'],
  ahead: ['dentro de N U', 'en N U'],
  weekday: ['el|este|al|del|desde W'],
  lastWeekday: ['el? W pasado', 'el? pasado W'],
  nextWeekday: ['el? próximo W', 'el? W que viene', 'el? W próximo'],
  monthDay: ['D de M de|del?'],
  month: ['M de|del? Y', 'en|desde M'],
  year: ['en|desde Y', 'año Y'],
  units: ['día días', 'semana semanas', 'mes meses', 'año años'],
  numbers: 'un|una|uno dos tres cuatro cinco seis siete ocho nueve diez once doce',
  future: 'va van prevé prevista previsto deberá',
  futureEnding: /rán?$/u,
  past: 'dijo afirmó declaró anunció era fue fueron había ha han',
  never: 'cada los todos viernes santo',
  deadlines: 'hasta',
  spans: 'en',
}
