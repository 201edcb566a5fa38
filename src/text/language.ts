import { getLIDModel } from 'fasttext.wasm.js'
import type { LanguageGuess } from '../model/tag.ts'
import { CODE_NAMES, hasTwin, NEWS_LANGUAGES, weighOpinions } from './language-odds.ts'
import { LISTED, type WordEvidence, wordEvidence } from './language-words.ts'
import { LETTERS } from './letter-hash.ts'
import { ngramLikeness } from './ngram-likeness.ts'
import { SCRIPT_OF_UNIT, SCRIPT_SIGNS } from './scripts.ts'
import { letterRuns, twinOdds, twinOf } from './twin-odds.ts'

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
/** Probability below which fastText's languages are left out. */
const LEAST_CHANCE = 0.002
/** Share of a text's letters in a script that one language alone writes from which the text is in that language. */
const LEAST_SCRIPT_SHARE = 0.4
const EAST_ASIAN = ['han', 'kana', 'hangul'].map((sign) => SCRIPT_SIGNS.indexOf(sign))
const LINE_BREAKS = /[\r\n\t\u2028\u2029]+/gu
const ADDRESSES = /https?:\/\/\S{1,200}|\S{1,80}@\S{1,80}|[\r\n\t\u2028\u2029]+/gu
/** Above this probability fastText is taken at its word where the language is a usual one. Tuned on shared language data, flat from .7 to 1. */
const SURE = 0.8
/** How much likelier (natural logarithm) a text's words must make one language than every other one to be taken at their word. */
const SURE_WORDS = 10
/** … and how much where the n-grams are likest to that language too. Chosen on half of the shared language data, flat from 3 to 7. */
const AGREED_WORDS = 5
/** By how much (0 to 1) the n-grams' likeness must be above every other language's for that. */
const AGREED_NGRAM_GAP = 0.02
/** How much a word the words must say on average, either way: below it the text may be in a language without a list. */
const SURE_WORDS_MEAN = 3
/** … where the neighbours have no long list: Marathi and Nepali share half of their commonest words with Hindi. */
const SURE_WORDS_MEAN_HINDI = 4.5
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
  return { detect: (text, hints = []) => asHinted(detectLanguage(model, text, hints), hints) }
}

/** Croatian and Bosnian are told apart by hints alone: the strongest that names either decides. */
function asHinted(guess: LanguageGuess, hints: readonly (string | null)[]): LanguageGuess {
  if (guess.language !== 'hr') return guess
  const hint = hints.find((given) => given && /^(?:hr|bs)(?![a-z])/iu.test(given))
  return hint?.toLowerCase().startsWith('bs') ? { ...guess, language: 'bs' } : guess
}

function detectLanguage(model: FastTextModel, text: string, hints: readonly (string | null)[]): LanguageGuess {
  const sample = plainSample(text)
  const written = countLetters(sample)
  if (written.letters < 2) return { language: 'und', confidence: 0 }
  const scripted = written.byScript && languageOfScript(written.letters, written.byScript)
  if (scripted) return scripted
  const spoken = wordEvidence(sample)
  const told = languageOfWords(spoken, SURE_WORDS)
  if (told) return told
  const likeness = ngramLikeness(sample)
  const agreed = languageOfWords(spoken, AGREED_WORDS)
  if (agreed && isLikeliest(agreed.language, likeness) && !hasTwin(agreed.language)) return agreed
  const chances = fastTextChances(model, sample)
  const [first] = chances
  if (first && first[1] >= SURE && NEWS_LANGUAGES.has(first[0]) && !isDoubted(first[0], sample, spoken))
    return { language: first[0], confidence: Math.min(1, first[1]) }
  return weighOpinions({ sample, spoken, likeness, hints, chances: new Map(chances) })
}

type Letters = {
  /** Letters and marks. */
  letters: number
  /** Those of scripts that tell a language, by place in {@link SCRIPT_SIGNS}; null where there are none. */
  byScript: Uint16Array | null
}

function countLetters(sample: string): Letters {
  let letters = 0
  let byScript: Uint16Array | null = null
  for (let index = 0; index < sample.length; index++) {
    const code = sample.charCodeAt(index)
    if (LETTERS[code] === 0) continue
    letters++
    const script = SCRIPT_OF_UNIT[code]!
    if (script === 0) continue
    byScript ??= new Uint16Array(SCRIPT_SIGNS.length)
    byScript[script - 1]!++
  }
  return { letters, byScript }
}

/** The text's beginning without addresses, numbers' noise and line breaks. */
function plainSample(text: string): string {
  const sample = text.slice(0, MAX_DETECT_UNITS)
  const noise = sample.includes('@') || sample.includes('://') ? ADDRESSES : LINE_BREAKS
  return sample.replace(noise, ' ').trim()
}

/** Scripts that one language alone writes decide by themselves; kana decides against Chinese, Han without kana for it. */
function languageOfScript(letters: number, byScript: Uint16Array): LanguageGuess | null {
  const [han, kana, hangul] = EAST_ASIAN.map((at) => byScript[at]!) as [number, number, number]
  // A Han character carries about as much as three letters of an alphabet.
  if (3 * (han + kana) > letters - han - kana && han + kana > 0) {
    if (hangul > han + kana) return { language: 'ko', confidence: 0.95 }
    return { language: kana * 20 > han + kana ? 'ja' : 'zh', confidence: 0.97 }
  }
  for (const [at, sign] of SCRIPT_SIGNS.entries()) {
    const share = byScript[at]! / letters
    if (share > LEAST_SCRIPT_SHARE && sign !== 'han' && sign !== 'kana')
      return { language: sign === 'hangul' ? 'ko' : sign, confidence: 0.9 + 0.1 * share }
  }
  return null
}

/** fastText's best languages under the names readers know, likeliest first; labels of one language are taken together. */
function fastTextChances(model: FastTextModel, sample: string): [language: string, chance: number][] {
  const vector = model.predict(sample, MOST_CHANCES, LEAST_CHANCE)
  const chances = new Map<string, number>()
  for (let index = 0; index < vector.size(); index++) {
    const [chance, label] = vector.get(index)
    const code = label.replace('__label__', '')
    const language = CODE_NAMES[code] ?? code
    chances.set(language, (chances.get(language) ?? 0) + chance)
  }
  vector.delete() // lives in the WebAssembly heap, which no collector cleans
  return [...chances].sort((one, other) => other[1] - one[1])
}

/** Whether more must be asked than fastText: of twins, and where the words speak for another language. */
function isDoubted(language: string, sample: string, { evidence }: WordEvidence): boolean {
  if (hasTwin(language)) return true
  if (twinOf(language) !== null && twinOdds(language, letterRuns(sample)) < 0) return true
  const own = evidence.get(language) ?? 0
  if (!LISTED.has(language)) return false
  for (const sum of evidence.values()) if (sum > own) return true
  return false
}

/** Whether no language is liker by n-grams, and none nearly as like. */
function isLikeliest(language: string, likeness: ReadonlyMap<string, number>): boolean {
  const own = likeness.get(language) ?? 0
  for (const [other, like] of likeness) if (other !== language && like > own - AGREED_NGRAM_GAP) return false
  return own > 0
}

/** The language that the text's words make `least` (natural logarithm) likelier than any other, or null. */
function languageOfWords({ evidence, words }: WordEvidence, least: number): LanguageGuess | null {
  let language = ''
  let best = 0
  let next = 0
  for (const [name, sum] of evidence) {
    if (sum > best) [language, best, next] = [name, sum, best]
    else if (sum > next) next = sum
  }
  if (
    best - next < least ||
    best < (language === 'hi' ? SURE_WORDS_MEAN_HINDI : SURE_WORDS_MEAN) * words ||
    !LISTED.has(language)
  )
    return null
  return { language, confidence: 1 - Math.exp(next - best) }
}
