import { LETTERS } from './letter-hash.ts'
import weights from './weights-language-twins.json' with { type: 'json' }

/** Longest run of letters that is looked at, with the word's edges. */
const MAX_RUN = 5
/** What stands for a word's edges among its letters. */
const EDGE = 1
/** Rows of weights that hashed runs fall on; a power of two. */
export const TWIN_ROWS = 1 << 13

type Twins = { languages: readonly [one: string, other: string]; odds: Int8Array; scale: number }

const TWINS: readonly Twins[] = weights.pairs.map(({ languages, odds, scale }) => ({
  languages: languages as [string, string], // as bench/language-twins.ts writes them
  odds: new Int8Array(Buffer.from(odds, 'base64')),
  scale,
}))

/** The language that is told from this one by {@link twinOdds}; null where there is none. */
export function twinOf(language: string): string | null {
  const pair = TWINS.find(({ languages }) => languages.includes(language))?.languages
  return pair ? pair[pair[0] === language ? 1 : 0] : null
}

/** Log odds (natural) that a text of these {@link letterRuns} is in `language` and not in its twin; 0 for a language without a twin. */
export function twinOdds(language: string, rows: readonly number[]): number {
  const twins = TWINS.find(({ languages }) => languages.includes(language))
  if (!twins) return 0
  let sum = 0
  for (const row of rows) sum += twins.odds[row]!
  return (twins.languages[0] === language ? sum : -sum) / twins.scale
}

/** Rows of the runs of two to five letters in each word, edges counted as letters; a run that comes twice is given twice. */
export function letterRuns(text: string): number[] {
  const rows: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (LETTERS[text.charCodeAt(at)] === 0) continue
    const start = at
    while (at < text.length && LETTERS[text.charCodeAt(at)] !== 0) at++
    const letterAt = (index: number): number => (index < start || index >= at ? EDGE : LETTERS[text.charCodeAt(index)]!)
    for (let from = start - 1; from < at; from++) {
      let hash = 0x811c9dc5
      for (let index = from; index < from + MAX_RUN && index <= at; index++) {
        hash = Math.imul(hash ^ letterAt(index), 0x01000193)
        if (index > from) rows.push(((hash ^ (hash >>> 15)) >>> 0) % TWIN_ROWS)
      }
    }
  }
  return rows
}
