import type { DayWords } from '../day-words.ts'

/** How Portuguese speaks of days. */
export const PORTUGUESE: DayWords = {
  days: [
    ['ontem', -1],
    ['anteontem', -2],
    ['hoje', 0],
    ['amanhã', 1],
    ['depois de amanhã', 2],
  ],
  last: ['na|no|a|o|da|do? U passado|passada', 'na|no|a|o? último|última U'],
  current: ['este|esta|neste|nesta|deste|desta U'],
  next: ['na|no|a|o? U que vem', 'na|no|a|o? próximo|próxima U'],
  ago: ['há N U', 'N U atrás'],
  ahead: ['daqui a N U', 'em N U', 'dentro de N U'],
  weekday: ['na|no|nesta|neste|esta|este|desta|deste|a|o? W'],
  lastWeekday: ['na|no? W passado|passada', 'na|no? última|último W'],
  nextWeekday: ['na|no? próxima|próximo W', 'na|no? W que vem'],
  monthDay: ['D de M de?'],
  month: ['M de? Y', 'em|desde M', 'final|finais|início|fim|meados de M', 'M passado', 'em? passado mês de M'],
  year: ['em|desde Y', 'ano de? Y'],
  units: ['dia dias', 'semana semanas', 'mês meses', 'ano anos'],
  numbers: 'um|uma dois|duas três quatro cinco seis sete oito nove dez onze doze',
  future: 'vai vão será serão irá irão deve prevê previsto prevista',
  futureEnding: /r(?:á|ão)$/u,
  past: 'disse afirmou declarou anunciou era foi foram havia tinha',
  never: 'cada toda todo',
  deadlines: 'até',
  spans: 'em',
}
