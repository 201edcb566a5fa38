import { IN_LINE } from '../model/tag.ts'

/** A name of this confidence on is right nine times in ten; tuned by bench/tag-line.ts on sets that taught no labels. */
export const SURE = 0.8

/**
 * Salience of a thing: how much the article is about it, times how sure it is, squared: a wrong name misleads more than a missing one.
 * One that is not sure enough for the "In:" line stays below IN_LINE.sure, a sure one is above it.
 */
export function salienceFrom(about: number, confidence: number): number {
  const score = about * confidence * confidence
  return confidence >= SURE ? IN_LINE.sure + (1 - IN_LINE.sure) * score : IN_LINE.sure * score
}

/** The salience that a thing has once it is read with another confidence: the article is as much about it as before. A confidence of 0 says nothing. */
export function changedSalience(salience: number, before: number, after: number): number {
  if (before <= 0 || before === after) return salience
  const score = before >= SURE ? (salience - IN_LINE.sure) / (1 - IN_LINE.sure) : salience / IN_LINE.sure
  return salienceFrom(Math.min(1, Math.max(0, score) / (before * before)), after)
}
