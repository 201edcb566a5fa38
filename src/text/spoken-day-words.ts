import { CZECH } from './day-words/czech.ts'
import { DANISH } from './day-words/danish.ts'
import { DUTCH } from './day-words/dutch.ts'
import { ENGLISH } from './day-words/english.ts'
import { FRENCH } from './day-words/french.ts'
import { GERMAN } from './day-words/german.ts'
import { ITALIAN } from './day-words/italian.ts'
import { NORWEGIAN } from './day-words/norwegian.ts'
import { POLISH } from './day-words/polish.ts'
import { PORTUGUESE } from './day-words/portuguese.ts'
import { RUSSIAN } from './day-words/russian.ts'
import { SPANISH } from './day-words/spanish.ts'
import { SWEDISH } from './day-words/swedish.ts'
import { TURKISH } from './day-words/turkish.ts'
import { UKRAINIAN } from './day-words/ukrainian.ts'
import type { DayWords } from './day-words.ts'

/** How languages speak of days, by primary tag. What a language lacks here is not guessed. */
export const DAY_WORDS: Readonly<Record<string, DayWords>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  pt: PORTUGUESE,
  nl: DUTCH,
  sv: SWEDISH,
  da: DANISH,
  no: NORWEGIAN,
  pl: POLISH,
  cs: CZECH,
  ru: RUSSIAN,
  uk: UKRAINIAN,
  tr: TURKISH,
}
