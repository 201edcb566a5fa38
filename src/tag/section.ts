import { SECTIONS, type Section, type SectionGuess } from '../model/tag.ts'
import { foldWord, words } from '../text/words.ts'
import { looksLikeNoNews } from './no-news.ts'
import { claimedSections } from './section-claims.ts'
import { type Lexicon, lexiconOf } from './section-lexicon.ts'

/** What a section is guessed from; `claimed` is the page's own breadcrumb or categories: a hint, not a truth. */
export type SectionedText = { title: string | null; text: string; language: string; claimed?: readonly string[] }

/** Words of the text that are read: the subject is clear by then. */
const MAX_WORDS = 600
/** … and of the title. */
const MAX_TITLE_WORDS = 60
/** UTF-16 units a word takes at most on average, so that a text without spaces ends too. */
const UNITS_A_WORD = 12
/** A word of the title says as much as this many in the text; flat from 1.5 to 6. */
const TITLE_WEIGHT = 3
/** What a claim is worth, in words that say nothing but its section. */
const CLAIM_WORDS = 3
/** What a word that says one section alone is worth (natural logarithm): 1 against a share of one in eight. */
const CLAIM_EVIDENCE = Math.log(1 / 0.175)
/** Against "other", in evidence for each word found: little of the news is none of the six. Flat on headlines and pages. */
const OTHER_PENALTY = 0.2
/** Steepness of the confidence: words of one text depend on each other, so evidence counts by its square root. */
const STEEPNESS = 1.5
/** Found words from which a text is no mere notice, whatever it mentions. */
const FULL_EVIDENCE = 8
/** Beginnings of words are at least and at most so many letters long. */
const SHORTEST_START = 2
const LONGEST_START = 12

/**
 * The section of an article by its words, helped by the page's own claim, which the text can overrule.
 * `other` with confidence 0 where nothing is known of the language and nothing is claimed.
 * The confidence rises with how much the words agree; of English headlines told with .6 or more, nine in ten were right (docs/decisions/section.md).
 */
export function guessSection({ title, text, language, claimed = [] }: SectionedText): SectionGuess {
  const scores = new Float64Array(SECTIONS.length)
  const lexicon = lexiconOf(language)
  const said = lexicon ? addEvidence(lexicon, title ?? '', text, scores) : 0
  let found = said
  for (const section of claimedSections(claimed)) {
    scores[SECTIONS.indexOf(section)]! += CLAIM_WORDS * CLAIM_EVIDENCE
    found += CLAIM_WORDS
  }
  if (said < FULL_EVIDENCE && looksLikeNoNews(title ?? '', text)) return { section: 'not_news', confidence: 0.6 }
  return best(scores, found)
}

function best(scores: Float64Array, found: number): SectionGuess {
  if (found === 0) return { section: 'other', confidence: 0 }
  scores[SECTIONS.indexOf('other')]! -= OTHER_PENALTY * found
  let top = 0
  for (let place = 1; place < SECTIONS.length; place++) if (scores[place]! > scores[top]!) top = place
  let total = 0
  for (const score of scores) total += Math.exp((STEEPNESS * (score - scores[top]!)) / Math.sqrt(found + 1))
  const section: Section = SECTIONS[top]!
  return { section, confidence: 1 / total }
}

/** Adds what the words say; gives how much was found, in words. A word said often says little more than one said twice. */
function addEvidence(lexicon: Lexicon, title: string, text: string, scores: Float64Array): number {
  const counts = new Map<number, number>()
  if (lexicon.inside.length > 0) {
    countInside(lexicon, title, TITLE_WEIGHT, counts)
    countInside(lexicon, text.slice(0, MAX_WORDS * 3), 1, counts)
  } else {
    countWords(lexicon, title, MAX_TITLE_WORDS, TITLE_WEIGHT, counts)
    countWords(lexicon, text, MAX_WORDS, 1, counts)
  }
  let found = 0
  for (const [row, count] of counts) {
    const weight = Math.sqrt(count)
    found += weight
    const start = row * SECTIONS.length
    for (let place = 0; place < SECTIONS.length; place++) scores[place]! += weight * lexicon.evidence[start + place]!
  }
  return found
}

function countInside(lexicon: Lexicon, sample: string, weight: number, counts: Map<number, number>): void {
  for (const [word, row] of lexicon.inside) if (sample.includes(word)) addTo(counts, row, weight)
}

function countWords(lexicon: Lexicon, text: string, most: number, weight: number, counts: Map<number, number>): void {
  let before = ''
  for (const { text: word } of words(text.slice(0, most * UNITS_A_WORD)).slice(0, most)) {
    const folded = foldWord(word)
    const pair = before === '' ? undefined : lexicon.whole.get(`${before}_${folded}`)
    if (pair !== undefined) addTo(counts, pair, weight)
    for (const part of partsOf(lexicon, folded)) addTo(counts, part, weight)
    before = folded
  }
}

/** Rows of a word, or of its parts where the word with its hyphens is unknown. */
function partsOf(lexicon: Lexicon, folded: string): number[] {
  const whole = rowOfWord(lexicon, folded)
  if (whole !== undefined) return [whole]
  if (!folded.includes('-')) return []
  return folded.split('-').flatMap((part) => rowOfWord(lexicon, part) ?? [])
}

function rowOfWord(lexicon: Lexicon, word: string): number | undefined {
  const whole = lexicon.whole.get(word)
  if (whole !== undefined || lexicon.starts.size === 0) return whole
  for (let length = Math.min(word.length, LONGEST_START); length >= SHORTEST_START; length--) {
    const row = lexicon.starts.get(word.slice(0, length))
    if (row !== undefined) return row
  }
  return undefined
}

function addTo(counts: Map<number, number>, row: number, weight: number): void {
  counts.set(row, (counts.get(row) ?? 0) + weight)
}
