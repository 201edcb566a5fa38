import { lines } from './kinds/story-kind.ts'

/** A short report of an event in another language: titles to choose from, and sentences in reading order. */
export type ForeignText = { titles: readonly string[]; sentences: readonly string[] }

/** A report written one template a line. */
export const foreignText = (titles: string, sentences: string): ForeignText => ({
  titles: lines(titles),
  sentences: lines(sentences),
})
