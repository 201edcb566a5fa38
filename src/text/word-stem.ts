import { ENDINGS_AS, WORD_ENDINGS } from './word-endings.ts'

/** How words of one language are brought to their stems; null for a language whose words hardly change. */
export type Inflection = { endings: ReadonlySet<string>; longest: number }

/** Letters that must be left of a word. */
const LEAST_LEFT = 3

const INFLECTIONS = new Map(
  Object.entries(WORD_ENDINGS).map(([language, endings]) => [
    language,
    { endings: new Set(endings), longest: Math.max(...endings.map((ending) => ending.length)) },
  ]),
)

/** Of a language (BCP 47). */
export function inflectionOf(language: string): Inflection | null {
  const primary = language.toLowerCase().split('-', 1)[0] ?? ''
  return INFLECTIONS.get(ENDINGS_AS[primary] ?? primary) ?? null
}

/** A word in lower case without marks, as endings are written. */
export function plainWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
}

/** A plain word without its longest ending, at least LEAST_LEFT letters of it. */
export function wordStem(plain: string, { endings, longest }: Inflection): string {
  for (let length = Math.min(longest, plain.length - LEAST_LEFT); length > 0; length--) {
    if (endings.has(plain.slice(-length))) return plain.slice(0, -length)
  }
  return plain
}
