import type { DayWords } from '../day-words.ts'

/** How French speaks of days. */
export const FRENCH: DayWords = {
  days: [
    ['hier', -1],
    ['avant hier', -2],
    ['aujourd hui', 0],
    ['demain', 1],
    ['après demain', 2],
  ],
  last: ['la|le|l|au|du? U dernier|dernière|passé|passée'],
  current: ['ce|cet|cette U'],
  next: ['la|le|l|au|du? U prochain|prochaine'],
  ago: ['il y a N U'],
  ahead: ['dans N U'],
  weekdayBefore: ['le? W de la semaine dernière'],
  weekdayAfter: ['le? W de la semaine prochaine'],
  weekday: ['ce|le|depuis|jusqu|dès? W'],
  lastWeekday: ['le? W dernier|passé'],
  nextWeekday: ['le? W prochain'],
  monthDay: ['D er? M'],
  month: ['M Y', 'en M', 'M dernier', 'mois de|d M', 'fin|début|mi M'],
  year: ['en|depuis|dès Y', 'année Y'],
  units: ['jour jours', 'semaine semaines', 'mois', 'an ans année années'],
  numbers: 'un|une deux trois quatre cinq six sept huit neuf dix onze douze',
  future: 'va vont sera seront prévu prévue doit doivent',
  futureEnding: /(?:[^éèp]ra|ront)$/u,
  past: 'dit déclaré affirmé annoncé était étaient avait a ont été',
  never: 'chaque les tous',
}
