import { getLIDModel } from 'fasttext.wasm.js'
import type { LanguageGuess } from '../model/tag.ts'
import { LISTED, type WordEvidence, wordEvidence } from './language-words.ts'
import { ngramLikeness } from './ngram-likeness.ts'
import { ONE_LANGUAGE_SCRIPTS } from './scripts.ts'

/** Says which language a text is in. Loaded once a worker; never touches the network. */
export interface LanguageDetector {
  /**
   * Best language of `text`, `und` where nothing can be said (no letters, or nobody is sure).
   * `hints` are claims from elsewhere (page, feed, host), strongest first; BCP 47 or null. They settle close calls only.
   */
  detect(text: string, hints?: readonly (string | null)[]): LanguageGuess
}

/** UTF-16 units that are looked at: beyond it the answer no longer changes, and time stays linear. */
export const MAX_DETECT_UNITS = 400

/** Languages of fastText that are weighed: the right one is hardly ever below. */
const MOST_CHANCES = 12
const LETTER = /\p{L}/u
/** Above this probability fastText is taken at its word where the language is a usual one. Tuned on shared language data, flat from .7 to 1. */
const SURE = 0.8
/** How much likelier (natural logarithm) a text's words must make one language than every other one to be taken at their word. */
const SURE_WORDS = 10
/** … and how much a word they must say on average: below it the text may be in a language without a list. */
const SURE_WORDS_MEAN = 3
/** … where the neighbours have no long list: Marathi and Nepali share half of their commonest words with Hindi. */
const SURE_WORDS_MEAN_HINDI = 4.5
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
/** Total evidence under which a text is `und`: a probability of about .1 and no second opinion. */
const UND_CONFIDENCE = 0.07

const NEWS_LANGUAGES = new Set(
  'en de fr es it pt nl ru uk pl cs ro hu sv da fi el tr ar fa he hi bn zh ja ko vi th id no sk hr sr sl bg lt lv et ca ms ur ta te mr ml gu kn pa ne si my km ka hy az kk mk sq bs is ga eu gl sw af tl am'.split(
    ' ',
  ),
)
/** Wikipedia's codes (fastText's labels) that readers know by another name. */
const CODE_NAMES: Readonly<Record<string, string>> = {
  arz: 'ar',
  yue: 'zh',
  wuu: 'zh',
  nb: 'no',
  nn: 'no',
  sh: 'hr',
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
/** Log odds before a word is read: Indonesian news is written far more often than Malay, Serbian in Latin letters less often than Croatian. */
const PRIORS: ReadonlyMap<string, number> = new Map([
  ['id', 3],
  ['sr', -1.5],
])

/** What is used of fastText; its package's own types do not resolve under Node's rules. */
type Prediction = { size(): number; get(index: number): [chance: number, label: string]; delete(): void }
type FastTextModel = { predict(text: string, most: number, least: number): Prediction }
type Identification = { load(): Promise<FastTextModel> }

let loaded: Promise<LanguageDetector> | undefined

/**
 * Loads the packaged models (about 25 MB of memory); the same detector for every caller of a worker.
 * **Source:** Joulin et al., Bag of Tricks for Efficient Text Classification (2016): lid.176.ftz; eld's n-grams for the second opinion.
 */
export function loadLanguageDetector(): Promise<LanguageDetector> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<LanguageDetector> {
  const identification: Identification = await getLIDModel()
  const model = await identification.load()
  return { detect: (text, hints = []) => detectLanguage(model, text, hints) }
}

function detectLanguage(model: FastTextModel, text: string, hints: readonly (string | null)[]): LanguageGuess {
  const sample = plainSample(text)
  const { letters, shared } = countLetters(sample)
  if (letters < 2) return { language: 'und', confidence: 0 }
  if (shared < letters) {
    const scripted = languageOfScript(sample, letters)
    if (scripted) return scripted
  }
  const spoken = wordEvidence(sample)
  const told = languageOfWords(spoken)
  if (told) return told
  const [first] = fastTextChances(model, sample, 1)
  if (first && first[1] >= SURE && NEWS_LANGUAGES.has(first[0]) && !isDoubted(first[0], spoken))
    return { language: first[0], confidence: Math.min(1, first[1]) }
  return weigh({ sample, spoken, hints }, new Map(fastTextChances(model, sample, MOST_CHANCES)))
}

/** Letters, and those of them in scripts that many languages share (Latin, Cyrillic, Arabic, Devanagari). */
function countLetters(sample: string): { letters: number; shared: number } {
  let letters = 0
  let shared = 0
  for (let index = 0; index < sample.length; index++) {
    const code = sample.charCodeAt(index)
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x24f)) {
      letters++
      shared++
    } else if (code > 0x24f && LETTER.test(sample[index]!)) {
      letters++
      if (
        (code >= 0x400 && code <= 0x52f) ||
        (code >= 0x600 && code <= 0x6ff) ||
        (code >= 0x900 && code <= 0x97f) ||
        (code >= 0x1e00 && code <= 0x1eff)
      )
        shared++
    }
  }
  return { letters, shared }
}

/** The text's beginning without addresses, numbers' noise and line breaks. */
function plainSample(text: string): string {
  return text
    .slice(0, MAX_DETECT_UNITS)
    .replace(/https?:\/\/\S{1,200}|\S{1,80}@\S{1,80}|[\r\n\t\u2028\u2029]+/gu, ' ')
    .trim()
}

/** Scripts that one language alone writes decide by themselves; kana decides against Chinese, Han without kana for it. */
function languageOfScript(sample: string, letters: number): LanguageGuess | null {
  const han = count(sample, /\p{Script=Han}/gu)
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  // A Han character carries about as much as three letters of an alphabet.
  if (3 * (han + kana) > letters - han - kana && han + kana > 0) {
    const isJapanese = kana * 20 > han + kana
    const hangul = count(sample, /\p{Script=Hangul}/gu)
    if (hangul > han + kana) return { language: 'ko', confidence: 0.95 }
    return { language: isJapanese ? 'ja' : 'zh', confidence: 0.97 }
  }
  for (const { pattern, language } of ONE_LANGUAGE_SCRIPTS) {
    const share = count(sample, pattern) / letters
    if (share > 0.4) return { language, confidence: 0.9 + 0.1 * share }
  }
  return null
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** fastText's best languages under the names readers know. */
function fastTextChances(model: FastTextModel, sample: string, most: number): [language: string, chance: number][] {
  const vector = model.predict(sample, most, 0.002)
  const chances: [string, number][] = []
  for (let index = 0; index < vector.size(); index++) {
    const [chance, label] = vector.get(index)
    const code = label.replace('__label__', '')
    chances.push([CODE_NAMES[code] ?? code, chance])
  }
  vector.delete() // lives in the WebAssembly heap, which no collector cleans
  return chances
}

type Weighed = { sample: string; spoken: WordEvidence; hints: readonly (string | null)[] }

/** Whether more must be asked than fastText: of twins, and where the words speak for another language. */
function isDoubted(language: string, { evidence }: WordEvidence): boolean {
  if (language === 'hr' || TWIN_WORDS.some((twin) => twin.language === language)) return true
  const own = evidence.get(language) ?? 0
  if (!LISTED.has(language)) return false
  for (const sum of evidence.values()) if (sum > own) return true
  return false
}

/** The language that the text's words leave no doubt of, or null. Twins share their words: neither is ever sure. */
function languageOfWords({ evidence, words }: WordEvidence): LanguageGuess | null {
  let language = ''
  let best = 0
  let next = 0
  for (const [name, sum] of evidence) {
    if (sum > best) [language, best, next] = [name, sum, best]
    else if (sum > next) next = sum
  }
  if (
    best - next < SURE_WORDS ||
    best < (language === 'hi' ? SURE_WORDS_MEAN_HINDI : SURE_WORDS_MEAN) * words ||
    !LISTED.has(language)
  )
    return null
  return { language, confidence: 1 - Math.exp(next - best) }
}

/** Log odds of fastText, n-grams, words, hints and twin words together; ties go to the language named first. */
function weigh(text: Weighed, chances: ReadonlyMap<string, number>): LanguageGuess {
  const { sample, spoken } = text
  const likeness = secondOpinion(sample)
  const best = Math.max(0, ...likeness.values())
  const bestSpoken = Math.max(0, ...spoken.evidence.values())
  const hinted = hintBonuses(text.hints)
  const languages = new Set([...chances.keys(), ...likeness.keys(), ...spoken.evidence.keys(), ...hinted.keys()])
  const scores: [string, number][] = []
  for (const language of languages) {
    const chance = Math.log((chances.get(language === 'sr' && !chances.has('sr') ? 'hr' : language) ?? 0) + UNLISTED)
    const second = (likeness.get(language) ?? best - NGRAM_UNLISTED_GAP) - best
    const least = LISTED.has(language) ? 0 : UNLISTED_SHARE * bestSpoken
    const words = Math.max(least, spoken.evidence.get(language) ?? 0) - bestSpoken
    const rare = NEWS_LANGUAGES.has(language) ? 0 : RARE_PENALTY
    const others = (hinted.get(language) ?? 0) + twinEvidence(language, sample) - rare
    scores.push([language, chance + NGRAM_WEIGHT * second + WORD_WEIGHT * words + others])
  }
  return best === 0 && chances.size === 0 ? { language: 'und', confidence: 0 } : bestOf(scores, chances)
}

function secondOpinion(sample: string): Map<string, number> {
  const likeness = ngramLikeness(sample)
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
    if (twin.language === language) evidence += TWIN_WORD_WEIGHT * Math.min(3, count(sample, twin.words))
  }
  return evidence
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
