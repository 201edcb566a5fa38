import { SECTIONS, type Section, type SectionGuess, type SectionReason } from '../model/tag.ts'
import { type FiledUnder, filedUnder } from './section-claims.ts'
import type { SectionMemory } from './section-memory.ts'
import { readSection, type SectionReading } from './section-reading.ts'

/** What a section is guessed from; `claimed` is the page's own breadcrumb or categories: a hint, not a truth. */
export type SectionedText = { title: string | null; text: string; language: string; claimed?: readonly string[] }

/** A section with what spoke for it; `byWords` is what the words alone say. */
export type SectionDecision = SectionGuess & { reason: SectionReason; byWords: SectionGuess }

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
/** Words told as the reason, and least evidence (natural logarithm) of one that is told. */
const TOLD_WORDS = 4
const LEAST_TOLD = 0.3
/** What is said of a page that is no news: told by a phrase or two. */
const NO_NEWS_CONFIDENCE = 0.6

/**
 * The section of an article by its words, helped by the page's own claim, which the text can overrule.
 * `other` with confidence 0 where nothing is known of the language and nothing is claimed.
 * The confidence rises with how much the words agree; of English headlines told with .6 or more, nine in ten were right (docs/decisions/section.md).
 */
export function guessSection({ claimed = [], ...text }: SectionedText): SectionGuess {
  const filed = filedUnder({ crumbs: claimed, categories: [], url: null })
  const { section, confidence } = decideSection(readSection({ ...text, title: text.title ?? '' }), filed, null)
  return { section, confidence }
}

/** What a store's own sources taught, and whose article it is. */
export type LearntFrom = { memory: SectionMemory; host: string | null }

/** The section of a text that was read, by its words, its source's names for where it is filed, and what the store has learnt of both. */
export function decideSection(
  reading: SectionReading,
  filed: readonly FiledUnder[],
  learnt: LearntFrom | null,
): SectionDecision {
  const said = evidenceOf(reading, learnt)
  const byWords = best(said.scores, said.found)
  const claims = claimsOf(filed, learnt)
  const scores = Float64Array.from(said.scores)
  for (const section of new Set(claims.map((claim) => claim.section)))
    scores[SECTIONS.indexOf(section)]! += CLAIM_WORDS * CLAIM_EVIDENCE
  const found = said.found + CLAIM_WORDS * new Set(claims.map((claim) => claim.section)).size
  const guess: SectionGuess =
    reading.isPitch || (reading.isNotice && said.found < FULL_EVIDENCE)
      ? { section: 'not_news', confidence: NO_NEWS_CONFIDENCE }
      : best(scores, found)
  const told = claims.filter((claim) => claim.section === guess.section)
  const reason: SectionReason = {
    confidence: guess.confidence,
    filed: told.map(({ name }) => name),
    words: tellingWords(reading, said.evidence, guess.section),
    learnt: said.learnt || told.some((claim) => claim.learnt),
  }
  return { ...guess, reason, byWords }
}

type Claim = { name: string; section: Section; learnt: boolean }

/** Claims that name a section: to us, or to this store, which has seen what the source files under that name. */
function claimsOf(filed: readonly FiledUnder[], learnt: LearntFrom | null): Claim[] {
  return filed.flatMap(({ name, section }): Claim[] => {
    if (section !== null) return [{ name, section, learnt: false }]
    const known = learnt?.host ? learnt.memory.claimedSection(learnt.host, name) : null
    return known === null ? [] : [{ name, section: known, learnt: true }]
  })
}

type Evidence = { scores: Float64Array; found: number; evidence: Float64Array; learnt: boolean }

/** Adds what the words say: by the lexicon, drawn towards what the store's sources say the more often a word was seen. */
function evidenceOf(reading: SectionReading, learnt: LearntFrom | null): Evidence {
  const { terms, weights, known } = reading
  const evidence = new Float64Array(terms.length * SECTIONS.length)
  evidence.set(known)
  const scores = new Float64Array(SECTIONS.length)
  let found = 0
  let taught = 0
  const teach = learnt?.memory.teacherOf(reading.language)
  for (const [index, term] of terms.entries()) {
    const start = index * SECTIONS.length
    const row = evidence.subarray(start, start + SECTIONS.length)
    const inLexicon = start < known.length
    const trust = teach ? teach(term, row) : 0
    taught += trust
    found += weights[index]! * Math.max(inLexicon ? 1 : 0, trust)
    for (let place = 0; place < SECTIONS.length; place++) scores[place]! += weights[index]! * row[place]!
  }
  return { scores, found, evidence, learnt: taught >= 1 }
}

function tellingWords(reading: SectionReading, evidence: Float64Array, section: Section | 'not_news'): string[] {
  if (section === 'not_news') return []
  const place = SECTIONS.indexOf(section)
  return reading.terms
    .map((term, index) => ({ term, said: reading.weights[index]! * evidence[index * SECTIONS.length + place]! }))
    .filter(({ term, said }) => said >= LEAST_TOLD && !term.startsWith('#'))
    .sort((a, b) => b.said - a.said)
    .slice(0, TOLD_WORDS)
    .map(({ term }) => term.replaceAll('_', ' '))
}

function best(given: Float64Array, found: number): SectionGuess {
  if (found === 0) return { section: 'other', confidence: 0 }
  const scores = Float64Array.from(given)
  scores[SECTIONS.indexOf('other')]! -= OTHER_PENALTY * found
  let top = 0
  for (let place = 1; place < SECTIONS.length; place++) if (scores[place]! > scores[top]!) top = place
  let total = 0
  for (const score of scores) total += Math.exp((STEEPNESS * (score - scores[top]!)) / Math.sqrt(found + 1))
  const section: Section = SECTIONS[top]!
  return { section, confidence: 1 / total }
}
