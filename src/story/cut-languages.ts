import { crossJoins, crossScore } from './cross-fit.ts'
import type { LiveText } from './story-fit.ts'
import { sharedSigns } from './story-signs.ts'

/** Texts that are compared, the last ones: 500 pairs. */
const MAX_TEXTS = 32
/** Parts stand where texts of two languages are less alike across them than so much of what they are within. */
const APART = 0.5

type SignTest = (sign: number) => boolean

/**
 * Looks for two stories in one that is told in several languages: texts of different languages that fit by names and numbers belong
 * together, and parts that hold together so, and not with each other, are siblings that one language's words could not tell apart.
 * Gives the indexes of the smaller part (the later one on a tie), or none; a text that fits no other language's stays where it is.
 */
export function cutByLanguages(all: readonly LiveText[], isCommonSign: SignTest): number[] {
  const first = Math.max(0, all.length - MAX_TEXTS)
  const texts = all.slice(first)
  const scores = texts.map((one) => texts.map((other) => scoreOf(one, other, isCommonSign)))
  const parts = partsOf(scores).filter((part) => part.length > 1)
  if (parts.length < 2) return []
  parts.sort((a, b) => b.length - a.length || a[0]! - b[0]!)
  const [largest, ...smaller] = parts as [number[], ...number[][]] // two at least
  for (const part of smaller.reverse()) if (areApart(scores, largest, part)) return part.map((index) => index + first)
  return []
}

/** Whether two stories, each told in several languages, are of the sort that such a cut would part again. */
export function areApartByLanguages(
  one: readonly LiveText[],
  other: readonly LiveText[],
  isCommonSign: SignTest,
): boolean {
  const ones = one.slice(-MAX_TEXTS / 2)
  const texts = [...ones, ...other.slice(-MAX_TEXTS / 2)]
  const scores = texts.map((a) => texts.map((b) => scoreOf(a, b, isCommonSign)))
  const places = [...texts.keys()]
  const [here, there] = [places.slice(0, ones.length), places.slice(ones.length)]
  return mean(scores, here, here) > 0 && mean(scores, there, there) > 0 && areApart(scores, here, there)
}

/** NaN for two texts of one language, which names and numbers do not compare. */
function scoreOf(one: LiveText, other: LiveText, isCommonSign: SignTest): number {
  return one.language === other.language ? Number.NaN : crossScore(sharedSigns(one.signs, other.signs, isCommonSign))
}

/** Texts that hang together by pairs that fit. */
function partsOf(scores: readonly (readonly number[])[]): number[][] {
  const part = scores.map((_, index) => index)
  for (const [one, row] of scores.entries()) {
    for (let other = 0; other < one; other++) {
      if (!crossJoins(row[other]!)) continue
      const [from, into] = [part[one]!, part[other]!]
      for (const [index, of] of part.entries()) if (of === from) part[index] = into
    }
  }
  return [...Map.groupBy(part.keys(), (index) => part[index]!).values()]
}

function areApart(scores: readonly (readonly number[])[], one: readonly number[], other: readonly number[]): boolean {
  const between = mean(scores, one, other)
  const within = Math.min(mean(scores, one, one), mean(scores, other, other))
  return between < APART * within
}

/** Over pairs of two languages; 0 where there are none. */
function mean(scores: readonly (readonly number[])[], ones: readonly number[], others: readonly number[]): number {
  const held = ones
    .flatMap((one) => others.map((other) => scores[one]![other]!))
    .filter((score) => !Number.isNaN(score))
  return held.reduce((sum, score) => sum + score, 0) / Math.max(1, held.length)
}
