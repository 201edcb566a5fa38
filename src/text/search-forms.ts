import { inflectionOf, plainWord, wordStem } from './word-stem.ts'

/** Words that follow each other; with `prefix` the last of them may go on (`harb` finds `harbour`). */
export type SearchPhrase = { words: readonly string[]; prefix: boolean }

/** Languages that write compounds as one word: with `lang:` of one of them, a word is also looked for as the beginning of others. */
const COMPOUNDING = new Set(['de', 'nl', 'sv', 'da', 'nb', 'nn', 'no', 'is', 'fi', 'hu', 'et'])
/** Letters that a beginning must have; shorter ones begin too much: three cost 32 ms at a million articles (bench/search.ts). */
export const LEAST_BEGINNING = 4
/** Characters of an unspaced run up to which all its cuts are tried (at most 2^5 = 32 phrases), and the longest piece. */
const MAX_CUT_RUN = 6
const MAX_PIECE = 4

const CYRILLIC = /\p{Script=Cyrillic}/u
const UKRAINIAN = /[іїєґ]/u
const ARABIC = /\p{Script=Arabic}/u
const HANGUL = /^\p{Script=Hangul}+$/u
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u

/** The article and the one-letter words that Arabic writes together with the next word. */
const ARABIC_FRONT = ['', 'ال', 'وال', 'بال', 'فال', 'كال', 'لل', 'ولل', 'و', 'ب', 'ل', 'ف', 'ك']
const ARABIC_ARTICLE = /^(?:[وبفك]?ال|و?لل)(?=\p{L}{3})/u
/** Particles that Korean writes together with a noun. */
const KOREAN_PARTICLES =
  ' 은 는 이 가 을 를 의 에 에서 에게 에는 에도 에서는 로 으로 으로는 와 과 와의 과의 도 만 까지 부터 보다 처럼 이나 나 이라 라 이라고 라고 이며 며 한테 께서 들 들이 들은 들을 들의'.split(
    ' ',
  )

/**
 * What a reader's word stands for in texts: itself, and its other forms in languages that change or join words. First is always
 * the word as given; at most about 250 others. `language` is BCP 47 as asked for with `lang:`; without it the script tells.
 * @param found the word's parts as `searchParts` or `searchWords` give them, at least one
 */
export function searchForms(found: readonly string[], language: string | null): SearchPhrase[] {
  const asGiven = { words: found, prefix: false }
  const joined = found.join('')
  if (UNSPACED.test(joined)) return [asGiven, ...otherCuts(joined, found)]
  if (found.length !== 1) return [asGiven]
  const word = found[0]! // of length 1
  const others = new Set([...declined(word, language), ...joinedForms(word)])
  others.delete(word)
  const forms = [asGiven, ...[...others].map((other) => ({ words: [other], prefix: false }))]
  const primary = language?.toLowerCase().split('-', 1)[0] ?? ''
  return COMPOUNDING.has(primary) && word.length >= LEAST_BEGINNING
    ? [...forms, { words: [word], prefix: true }]
    : forms
}

/** All forms that the endings of a language make of a word's stem; none where its words hardly change. */
function declined(word: string, language: string | null): string[] {
  const inflection = inflectionOf(language ?? languageOfScript(word))
  if (inflection === null) return []
  const plain = plainWord(word)
  // Endings are written without marks, the index keeps those of Cyrillic: the stem is cut from the word as it is.
  if (plain.length !== word.length) return []
  const stem = word.slice(0, wordStem(plain, inflection).length)
  return [stem, ...[...inflection.endings].flatMap((ending) => [ending, withShortI(ending)].map((end) => stem + end))]
}

function languageOfScript(word: string): string {
  if (!CYRILLIC.test(word)) return 'und'
  return UKRAINIAN.test(word) ? 'uk' : 'ru'
}

/** The short i that lost its mark: after a vowel, or alone before one. */
function withShortI(ending: string): string {
  return ending.replace(/(?<=[аеиоуыэюяіє])и/gu, 'й').replace(/^и$/u, 'й')
}

function joinedForms(word: string): string[] {
  if (ARABIC.test(word)) {
    const bare = word.replace(ARABIC_ARTICLE, '')
    return bare.length < 3 ? [] : ARABIC_FRONT.map((front) => front + bare)
  }
  return HANGUL.test(word) && word.length > 1 ? KOREAN_PARTICLES.map((particle) => word + particle) : []
}

/** A run without spaces may be cut otherwise in a text: every cut of a short one. */
function otherCuts(run: string, found: readonly string[]): SearchPhrase[] {
  const letters = [...run]
  if (letters.length > MAX_CUT_RUN) return []
  const same = found.join(' ')
  return cutsOf(letters)
    .filter((words) => words.join(' ') !== same)
    .map((words) => ({ words, prefix: false }))
}

function cutsOf(letters: readonly string[]): string[][] {
  if (letters.length === 0) return [[]]
  const cuts: string[][] = []
  for (let length = Math.min(MAX_PIECE, letters.length); length > 0; length--) {
    const head = letters.slice(0, length).join('')
    for (const rest of cutsOf(letters.slice(length))) cuts.push([head, ...rest])
  }
  return cuts
}
