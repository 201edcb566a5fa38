import { SECTIONS, type Section, type SectionGuess } from '../model/tag.ts'
import { foldWord, words } from '../text/words.ts'
import { CLAIMED_SECTIONS } from './section-claims.ts'
import { SECTION_WORDS } from './section-words.ts'

/** What a section is guessed from; `claimed` is the page's own breadcrumb or categories: a hint, not a truth. */
export type SectionedText = { title: string | null; text: string; language: string; claimed?: readonly string[] }

/** Words of the text that are read: the subject is clear by then. */
const MAX_WORDS = 600
/** A word of the title says as much as this many in the text. */
const TITLE_WEIGHT = 3
/** Found words from which a text is judged as if it were all known. */
const FULL_EVIDENCE = 8
/** What a claim weighs, in found words. */
const CLAIM_WEIGHT = 4

/** Names a section's words are looked up in: whole words by folded form, beginnings by their letters. */
type Lexicon = {
  whole: ReadonlyMap<string, readonly Section[]>
  starts: ReadonlyMap<string, readonly Section[]>
  inside: readonly [string, Section][]
}

const lexicons = new Map<string, Lexicon | null>()
/** Beginnings are at least and at most so many letters long. */
const SHORTEST_START = 2
const LONGEST_START = 12

/**
 * The section of an article by its words, helped by the page's own claim, which the text can overrule.
 * `other` with confidence 0 where nothing is known of the language and nothing is claimed.
 */
export function guessSection({ title, text, language, claimed = [] }: SectionedText): SectionGuess {
  const counts = new Map<Section, number>(SECTIONS.map((section) => [section, 0]))
  const lexicon = lexiconOf(language)
  if (lexicon) {
    countWords(lexicon, title ?? '', TITLE_WEIGHT, counts)
    countWords(lexicon, text, 1, counts)
  }
  const found = [...counts.values()].reduce((sum, count) => sum + count, 0)
  for (const section of claimedSections(claimed)) counts.set(section, counts.get(section)! + CLAIM_WEIGHT)
  if (looksLikeNoNews(title ?? '', text) && found < FULL_EVIDENCE) return { section: 'not_news', confidence: 0.5 }
  return best(counts)
}

function best(counts: ReadonlyMap<Section, number>): SectionGuess {
  let section: Section = 'other'
  let top = 0
  let total = 0
  for (const [name, count] of counts) {
    total += count
    if (count > top) [section, top] = [name, count]
  }
  if (total === 0) return { section: 'other', confidence: 0 }
  return { section, confidence: (top / total) * Math.min(1, total / FULL_EVIDENCE) }
}

function countWords(lexicon: Lexicon, text: string, weight: number, counts: Map<Section, number>): void {
  if (lexicon.inside.length > 0) {
    const sample = text.slice(0, MAX_WORDS * 3)
    for (const [word, section] of lexicon.inside)
      if (sample.includes(word)) counts.set(section, counts.get(section)! + weight)
    return
  }
  const seen = new Map<string, number>()
  for (const { text: word } of words(text.slice(0, MAX_WORDS * 12)).slice(0, MAX_WORDS)) {
    const folded = foldWord(word)
    seen.set(folded, (seen.get(folded) ?? 0) + 1)
  }
  for (const [word, count] of seen) {
    const sections = sectionsOf(lexicon, word)
    // A word said often says little more than a word said twice; a word of two sections says half for each.
    for (const section of sections)
      counts.set(section, counts.get(section)! + (weight * Math.sqrt(count)) / sections.length)
  }
}

function sectionsOf(lexicon: Lexicon, word: string): readonly Section[] {
  const whole = lexicon.whole.get(word)
  if (whole) return whole
  for (let length = Math.min(word.length, LONGEST_START); length >= SHORTEST_START; length--) {
    const sections = lexicon.starts.get(word.slice(0, length))
    if (sections) return sections
  }
  return []
}

function lexiconOf(language: string): Lexicon | null {
  const primary = language.toLowerCase().split('-')[0] ?? ''
  let lexicon = lexicons.get(primary)
  if (lexicon === undefined) {
    lexicon = Object.hasOwn(SECTION_WORDS, primary) ? readLexicon(primary) : null
    if (lexicons.size < 64) lexicons.set(primary, lexicon)
  }
  return lexicon
}

function readLexicon(language: string): Lexicon {
  const whole = new Map<string, Section[]>()
  const starts = new Map<string, Section[]>()
  const inside: [string, Section][] = []
  for (const section of SECTIONS) {
    for (const word of new Set(SECTION_WORDS[language]?.[section]?.split(' '))) {
      if (language === 'zh' || language === 'ja') inside.push([word, section])
      else if (word.endsWith('*')) pushTo(starts, foldWord(word.slice(0, -1)), section)
      else pushTo(whole, foldWord(word), section)
    }
  }
  return { whole, starts, inside }
}

function pushTo(map: Map<string, Section[]>, key: string, section: Section): void {
  map.set(key, [...(map.get(key) ?? []), section])
}

/** Sections that the page's own words name, each once, innermost crumb counting like the rest. */
function claimedSections(claimed: readonly string[]): Set<Section> {
  const sections = new Set<Section>()
  for (const claim of claimed.slice(0, 20)) {
    for (const { text } of words(claim.slice(0, 100))) {
      const section = CLAIMED_SECTIONS.get(foldWord(text))
      if (section) sections.add(section)
    }
  }
  return sections
}

/** Cookie notices, log-in walls and error pages that were taken for articles. */
function looksLikeNoNews(title: string, text: string): boolean {
  return /\b(?:page not found|404|access denied|log ?in to continue|enable javascript|cookie policy|privacy policy|terms of (?:use|service)|captcha)\b/iu.test(
    `${title}\n${text.slice(0, 500)}`,
  )
}
