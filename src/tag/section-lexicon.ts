import { SECTIONS, type Section } from '../model/tag.ts'
import { foldWord } from '../text/words.ts'
import { SECTION_NAMES } from './section-names.ts'
import { PLAIN_WORDS } from './section-plain-words.ts'
import { SECTION_WORDS } from './section-words.ts'
import { WORLD_SECTION_WORDS } from './section-words-world.ts'
import weights from './weights-section.json' with { type: 'json' }

/** What words of a language say: for each a row of `evidence`, one number a section in the order of SECTIONS (natural logarithm over what any word says). */
export type Lexicon = {
  /** Folded words, and pairs of words joined by `_`. */
  whole: ReadonlyMap<string, number>
  /** Beginnings of words. */
  starts: ReadonlyMap<string, number>
  /** Words of scripts without spaces, looked for inside the text. */
  inside: readonly (readonly [string, number])[]
  evidence: Float32Array
}

/** Share that a section keeps of a word that says another one; also caps what one word can say. Flat from .02 to .15. */
const DOUBT = 0.05
/** Of a word that is no example, what every section has: one of seven and "tells nothing". */
const USUAL = 1 / (SECTIONS.length + 1)
/** What the learnt list's commonest word weighs; rarer ones rise to 1. */
const COMMON_OFFSET = 50
const RAREST = 25_000
/** Lexicons that are kept; there are fewer lists. */
const MOST_LEXICONS = 64

const lexicons = new Map<string, Lexicon | null>()

/** The lexicon of a BCP 47 language, null where there is none; made when first asked for. */
export function lexiconOf(language: string): Lexicon | null {
  const primary = language.toLowerCase().split('-')[0] ?? ''
  let lexicon = lexicons.get(primary)
  if (lexicon === undefined) {
    lexicon = listsOf(primary).length > 0 ? readLexicon(primary) : null
    if (lexicons.size < MOST_LEXICONS) lexicons.set(primary, lexicon)
  }
  return lexicon
}

function readLexicon(language: string): Lexicon {
  const whole = new Map<string, number>()
  const starts = new Map<string, number>()
  const inside: [string, number][] = []
  const evidence: number[] = []
  if (language === 'en') readLearnt(whole, evidence)
  for (const [entry, sections] of listedWords([SECTION_NAMES]))
    whole.set(entry, addRow(evidence, sharesOf(sections), 1))
  for (const [entry, sections] of listedWords(listsOf(language))) {
    const row = addRow(evidence, sharesOf(sections), 1)
    if (language === 'zh' || language === 'ja') inside.push([entry, row])
    else if (entry.endsWith('*')) starts.set(foldWord(entry.slice(0, -1)), row)
    else for (const form of formsOf(language, entry.split('_').map(foldWord).join('_'))) whole.set(form, row)
    if (language === 'ko' && entry.length > 1) starts.set(foldWord(entry), row)
  }
  return { whole, starts, inside, evidence: Float32Array.from(evidence) }
}

/** Words of the learnt list stand in order of frequency; what is written by hand after it wins. */
function readLearnt(whole: Map<string, number>, evidence: number[]): void {
  const shares = Buffer.from(weights.shares, 'base64')
  for (const [place, word] of weights.words.split(' ').entries()) {
    if (PLAIN_WORDS.has(word)) continue
    const row = Array.from(
      shares.subarray(place * SECTIONS.length, (place + 1) * SECTIONS.length),
      (share) => share / 255,
    )
    const weight = Math.log(place + COMMON_OFFSET) / Math.log(RAREST)
    whole.set(word, addRow(evidence, row, weight))
  }
}

/** Appends what a word with these shares says; gives the number of its row. */
function addRow(evidence: number[], shares: readonly number[], weight: number): number {
  for (const share of shares) evidence.push(weight * Math.log((share + DOUBT) / (USUAL + DOUBT)))
  return evidence.length / SECTIONS.length - 1
}

/** What Arabic writes onto a word: the article, "and", "in", "for". */
const ARABIC_PARTICLES = ['', 'ال', 'وال', 'بال', 'لل', 'و', 'ب', 'ل']

function formsOf(language: string, word: string): string[] {
  return language === 'ar' && !word.includes('_') ? ARABIC_PARTICLES.map((particle) => particle + word) : [word]
}

type Lists = Readonly<Partial<Record<Section, string>>>

function listsOf(language: string): Lists[] {
  return [SECTION_WORDS, WORLD_SECTION_WORDS].flatMap((lists) =>
    Object.hasOwn(lists, language) ? lists[language]! : [],
  )
}

function sharesOf(sections: ReadonlySet<Section>): number[] {
  return SECTIONS.map((section) => (sections.has(section) ? 1 / sections.size : 0))
}

function listedWords(lists: readonly Lists[]): Map<string, Set<Section>> {
  const found = new Map<string, Set<Section>>()
  for (const section of SECTIONS) {
    for (const word of lists.flatMap((list) => list[section]?.split(' ') ?? []))
      found.set(word, (found.get(word) ?? new Set<Section>()).add(section))
  }
  return found
}
