import type { SourcedSentence, ToldText } from '../model/telling.ts'
import { type TermMemory, type Terms, termOverlap } from './sentence-terms.ts'

/** Sentences that stand for a story. */
const MOST_SENTENCES = 3
/** Sentences that are weighed: bounds the work of one page. */
const MAX_CANDIDATES = 240
/** From this share of shared words on, two sentences say the same. */
const SAME = 0.55
/** What a word costs: gain is divided by this power of a sentence's words, so that length alone wins nothing. */
const LENGTH_POWER = 0.35
/** A sentence loses this share of its worth for each one before it in its text: news says first what it is about. */
const LATER = 0.06
/** A sentence that adds less than this share of all weight says nothing new. */
const MIN_GAIN = 0.015

type Candidate = { sentence: SourcedSentence; owner: string; terms: Terms; place: number }

/**
 * At most three sentences that together hold most of what a story's texts say, in reading order of the choice: the first says most of all.
 * Each word weighs its rarity times the share of owners whose beginnings have it; a word counts once. Sentences alike are never both taken.
 * Only texts in the story's language are asked; none give none. A text's own words, whole sentences alone.
 *
 * **Source:** greedy maximisation of a submodular coverage with cost (Lin & Bilmes, NAACL 2010, section 4).
 */
export function coveringSentences(
  texts: readonly ToldText[],
  language: string,
  termsOf: TermMemory,
): SourcedSentence[] {
  const candidates = candidatesOf(texts, language, termsOf)
  const weights = weightsOf(candidates)
  let all = 0
  for (const weight of weights.values()) all += weight
  const taken: Candidate[] = []
  const covered = new Set<number>()
  while (taken.length < MOST_SENTENCES) {
    const best = bestOf(candidates, taken, covered, weights)
    if (!best || gainOf(best, covered, weights) < MIN_GAIN * all) break
    taken.push(best)
    for (const term of best.terms.hashes) covered.add(term)
  }
  return taken.map(({ sentence }) => sentence)
}

function candidatesOf(texts: readonly ToldText[], language: string, termsOf: TermMemory): Candidate[] {
  const own = texts.filter((text) => text.language === language)
  return (own.length > 0 ? own : texts)
    .flatMap((text) => text.facts.sentences.map((sentence, place) => ({ text, sentence, place })))
    .toSorted((a, b) => a.place - b.place) // beginnings first, where there are too many
    .slice(0, MAX_CANDIDATES)
    .map(({ text, sentence, place }) => ({
      sentence: { ...sentence, articleId: text.id },
      owner: text.owner,
      terms: termsOf(sentence.text, text.language),
      place,
    }))
}

/** How many owners and sentences have a word; `last` is the owner counted last. */
type WordUse = { weight: number; owners: number; sentences: number; last: string }

/** Weight of each word: its rarity, times the owners that say it; what one alone of several says is that one's own matter. */
function weightsOf(candidates: readonly Candidate[]): Map<number, number> {
  const uses = new Map<number, WordUse>()
  const byOwner = Map.groupBy(candidates, ({ owner }) => owner)
  for (const [owner, own] of byOwner) for (const { terms } of own) countUses(uses, terms, owner)
  const everyone = byOwner.size
  const weights = new Map<number, number>()
  for (const [term, { weight, owners, sentences }] of uses) {
    // A word of half of all sentences binds them: in languages whose words no list knows, this alone tells.
    const binds = sentences / candidates.length
    const isAlone = everyone > 2 && owners === 1
    weights.set(term, isAlone ? 0 : ((weight * owners) / everyone) * Math.max(0, 1 - binds))
  }
  return weights
}

function countUses(uses: Map<number, WordUse>, terms: Terms, owner: string): void {
  for (const [at, term] of terms.hashes.entries()) {
    const use = uses.get(term)
    if (!use) {
      uses.set(term, { weight: terms.weights[at]!, owners: 1, sentences: 1, last: owner })
      continue
    }
    use.sentences++
    if (use.last !== owner) use.owners++
    use.last = owner
  }
}

function bestOf(
  candidates: readonly Candidate[],
  taken: readonly Candidate[],
  covered: ReadonlySet<number>,
  weights: ReadonlyMap<number, number>,
): Candidate | null {
  let best: Candidate | null = null
  let bestWorth = 0
  for (const candidate of candidates) {
    const cost = candidate.terms.hashes.length ** LENGTH_POWER
    const worth = (gainOf(candidate, covered, weights) / cost) * (1 - LATER * candidate.place)
    if (worth <= bestWorth || taken.some((one) => termOverlap(one.terms, candidate.terms) >= SAME)) continue
    best = candidate
    bestWorth = worth
  }
  return best
}

function gainOf(candidate: Candidate, covered: ReadonlySet<number>, weights: ReadonlyMap<number, number>): number {
  let gain = 0
  for (const term of candidate.terms.hashes) if (!covered.has(term)) gain += weights.get(term) ?? 0
  return gain
}
