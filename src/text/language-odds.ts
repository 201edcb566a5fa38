import type { LanguageGuess } from '../model/tag.ts'
import { LISTED, type WordEvidence } from './language-words.ts'
import { letterRuns, twinOdds, twinOf } from './twin-odds.ts'

/** What is known of a text: its beginning, what its words and n-grams say, claims from elsewhere, and fastText's probabilities. */
export type Opinions = {
  sample: string
  spoken: WordEvidence
  likeness: ReadonlyMap<string, number>
  hints: readonly (string | null)[]
  chances: ReadonlyMap<string, number>
}

/** What a logarithm of words' evidence is worth in log odds: words of one text depend on each other, and names are in it. */
const WORD_WEIGHT = 0.5
/** Evidence that a language without a list is taken to have a word, beside the best listed one. */
const UNLISTED_SHARE = 0.8
/** fastText's probability for a language that it does not list. */
const UNLISTED = 0.02
/** What a step of 1 in the n-grams' likeness (0 to 1) is worth in log odds; flat from 16 to 24. */
const NGRAM_WEIGHT = 20
/** How far below the best likeness a language is taken to stand that the n-grams do not list. */
const NGRAM_UNLISTED_GAP = 0.25
/** Log odds against a language that hardly any news is written in. */
const RARE_PENALTY = 1.5
/** Log odds for a hinted language, halved from hint to hint. */
const HINT_BONUS = 5
/** Confidence under which a text is `und`: of single words told with less, less than half were right (all languages of the shared language data). */
const UND_CONFIDENCE = 0.2

/** Languages that news is written in. */
export const NEWS_LANGUAGES: ReadonlySet<string> = new Set(
  'en de fr es it pt nl ru uk pl cs ro hu sv da fi el tr ar fa he hi bn zh ja ko vi th id no sk hr sr sl bg lt lv et ca ms ur ta te mr ml gu kn pa ne si my km ka hy az kk mk sq bs is ga eu gl sw af tl am'.split(
    ' ',
  ),
)
/** Wikipedia's codes (fastText's labels) that readers know by another name. */
export const CODE_NAMES: Readonly<Record<string, string>> = {
  arz: 'ar',
  yue: 'zh',
  wuu: 'zh',
  nb: 'no',
  nn: 'no',
  sh: 'hr',
  bs: 'hr',
  iw: 'he',
  in: 'id',
  min: 'id',
  bh: 'hi',
  als: 'de',
}

/** Words that only one of two near twins writes, as whole words. */
const TWIN_WORDS: readonly { language: string; against: string; words: RegExp }[] = [
  {
    language: 'id',
    against: 'ms',
    words:
      /\b(?:bahwa|karena|bisa|Anda|saat|kepada|adalah|sedangkan|usaha|mobil|kantor|polisi|uang|pemerintah|berbeda|Rp|ingin|mau|pihak|sebuah|merupakan)\b/gu,
  },
  {
    language: 'ms',
    against: 'id',
    words:
      /\b(?:bahawa|kerana|ialah|kereta|pejabat|polis|wang|kerajaan|berbeza|RM|manakala|semasa|beliau|iaitu|sahaja)\b/gu,
  },
  { language: 'hi', against: 'mr', words: /(?<!\p{L})(?:है|हैं|में|की|के|और|से|का|को|था|थी|भी|इस|कि|पर)(?!\p{L}|\p{M})/gu },
  { language: 'mr', against: 'hi', words: /(?<!\p{L})(?:आहे|आहेत|आणि|मध्ये|असे|नाही|केली|केला)(?!\p{L}|\p{M})/gu },
]
/** Log odds that one such word is worth. */
const TWIN_WORD_WEIGHT = 2
/** Log odds before a word is read: Malay news is written far less often than Indonesian, Serbian in Latin letters less often than Croatian. */
const PRIORS: ReadonlyMap<string, number> = new Map([
  ['ms', -3],
  ['sr', -1.5],
])

/** Log odds of fastText, n-grams, words, hints and twin words together; ties go to the language named first. */
export function weighOpinions(text: Opinions): LanguageGuess {
  const { sample, spoken, chances } = text
  const likeness = secondOpinion(text.likeness)
  const best = Math.max(0, ...likeness.values())
  const bestSpoken = Math.max(0, ...spoken.evidence.values())
  const hinted = hintBonuses(text.hints)
  const runs = letterRuns(sample)
  const languages = new Set([...chances.keys(), ...likeness.keys(), ...spoken.evidence.keys(), ...hinted.keys()])
  const scores: [string, number][] = []
  for (const language of languages) {
    const chance = Math.log(chanceOf(language, chances) + UNLISTED)
    const second = (likeness.get(language) ?? best - NGRAM_UNLISTED_GAP) - best
    const least = LISTED.has(language) ? 0 : UNLISTED_SHARE * bestSpoken
    const words = Math.max(least, spoken.evidence.get(language) ?? 0) - bestSpoken
    const rare = NEWS_LANGUAGES.has(language) ? 0 : RARE_PENALTY
    const others = (hinted.get(language) ?? 0) + twinEvidence(language, sample) + twinShare(language, runs) - rare
    scores.push([language, chance + NGRAM_WEIGHT * second + WORD_WEIGHT * words + others])
  }
  return best === 0 && chances.size === 0 ? { language: 'und', confidence: 0 } : bestOf(scores, chances)
}

/** fastText's probability; it knows Serbian in Cyrillic alone, so in Latin letters what it says for Croatian speaks for both. */
function chanceOf(language: string, chances: ReadonlyMap<string, number>): number {
  const own = chances.get(language) ?? 0
  return language === 'sr' ? Math.max(own, chances.get('hr') ?? 0) : own
}

/** The n-grams' likeness for languages that their table lacks, too. */
function secondOpinion(found: ReadonlyMap<string, number>): Map<string, number> {
  const likeness = new Map(found)
  const malay = likeness.get('ms')
  if (malay !== undefined) likeness.set('id', malay) // the table has no Indonesian and calls it Malay
  const croatian = likeness.get('hr') ?? 0 // … and knows Serbian in Cyrillic alone
  if (croatian > (likeness.get('sr') ?? 0)) likeness.set('sr', croatian)
  return likeness
}

function hintBonuses(hints: readonly (string | null)[]): Map<string, number> {
  const bonuses = new Map<string, number>()
  let bonus = HINT_BONUS
  for (const hint of hints.slice(0, 4)) {
    if (!hint) continue
    const primary = hint.toLowerCase().split(/[-_]/u)[0] ?? ''
    if (!/^[a-z]{2,3}$/u.test(primary)) continue
    const language = CODE_NAMES[primary] ?? primary
    bonuses.set(language, (bonuses.get(language) ?? 0) + bonus)
    bonus /= 2
  }
  return bonuses
}

function twinEvidence(language: string, sample: string): number {
  let evidence = PRIORS.get(language) ?? 0
  for (const twin of TWIN_WORDS) {
    if (twin.language === language) evidence += TWIN_WORD_WEIGHT * Math.min(3, sample.match(twin.words)?.length ?? 0)
  }
  return evidence
}

/** Logarithm of the share that the letters give a language of what speaks for it and its twin together, 0 for one without a twin. */
function twinShare(language: string, runs: readonly number[]): number {
  return twinOf(language) === null ? 0 : -Math.log1p(Math.exp(-twinOdds(language, runs)))
}

/** Best score with its share among all (softmax), held down where fastText itself saw next to nothing. */
function bestOf(scores: readonly [string, number][], chances: ReadonlyMap<string, number>): LanguageGuess {
  let [language, top] = scores[0] ?? ['und', 0]
  for (const [name, score] of scores) if (score > top) [language, top] = [name, score]
  let total = 0
  for (const [, score] of scores) total += Math.exp(score - top)
  const share = 1 / total
  const confidence = share * Math.min(1, 0.25 + 2 * (chances.get(language) ?? 0) + Math.max(0, top + 2) / 4)
  return confidence < UND_CONFIDENCE ? { language: 'und', confidence } : { language, confidence }
}

/** Whether another language shares most of its words: neither is told from the other by likeness alone. */
export function hasTwin(language: string): boolean {
  return language === 'hr' || TWIN_WORDS.some((twin) => twin.language === language)
}
