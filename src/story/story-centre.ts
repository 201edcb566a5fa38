import type { ToldText } from '../model/telling.ts'
import type { TermMemory, Terms } from './sentence-terms.ts'

/** Owners of one language from which on a story has a centre: of two that differ nobody can say which is astray. */
const FEWEST_OWNERS = 3
/**
 * A text that is less near than this share of what its story's middle text is tells of something else. Chosen on the demo's stories and every
 * other story of ECB+, each with one text of another story put in: it leaves out 1 in 1,000 (2 in 100) texts of the story, and keeps 8 (25) in 100 strays.
 */
const ASTRAY = 0.5

/** What most of a story's texts of one language speak of. */
export type StoryCentre = {
  /** How near a text is to what the others say: 1 as the middle one, more for nearer ones; 1 where there is no centre. */
  nearness: (text: ToldText) => number
  /** Whether a text speaks of something else than most others do: a story may hold one by mistake. */
  isAstray: (text: ToldText) => boolean
  /** How much of the weight of a text's sentence the other owners' texts say too, 0 to 1; 1 where there is no centre. */
  share: (terms: Terms, text: ToldText) => number
}

/** Finds what a story's texts speak of, by the words that several owners' texts have: each owner is one voice in its language. */
export function storyCentre(texts: readonly ToldText[], termsOf: TermMemory): StoryCentre {
  const centres = new Map<string, LanguageCentre>()
  for (const [language, own] of Map.groupBy(texts, (text) => text.language))
    centres.set(language, languageCentre(own, termsOf))
  const nearness = (text: ToldText) => centres.get(text.language)?.nearness.get(text.id) ?? 1
  return {
    nearness,
    isAstray: (text) => nearness(text) < ASTRAY,
    share: (terms, text) => centres.get(text.language)?.share(terms) ?? 1,
  }
}

type LanguageCentre = { nearness: ReadonlyMap<number, number>; share: (terms: Terms) => number }

function languageCentre(texts: readonly ToldText[], termsOf: TermMemory): LanguageCentre {
  const spoken = texts.map((text) => sentencesOf(text).map((sentence) => termsOf(sentence, text.language)))
  const byOwner = Map.groupBy(texts.keys(), (at) => texts[at]!.owner) // a key is a place in the list
  if (byOwner.size < FEWEST_OWNERS) return { nearness: new Map(), share: () => 1 }
  const owners = new Map<number, number>()
  for (const places of byOwner.values()) {
    const voice = new Set<number>()
    for (const at of places) for (const { hashes } of spoken[at]!) for (const term of hashes) voice.add(term)
    for (const term of voice) owners.set(term, (owners.get(term) ?? 0) + 1)
  }
  // A sentence's owner has each of its words itself.
  const held = ({ hashes, weights }: Terms) => {
    let sum = 0
    for (let at = 0; at < hashes.length; at++) sum += weights[at]! * Math.max(0, (owners.get(hashes[at]!) ?? 0) - 1)
    return sum
  }
  const share = (terms: readonly Terms[]) => {
    const total = terms.reduce((sum, one) => sum + one.total, 0)
    return total === 0 ? 0 : terms.reduce((sum, one) => sum + held(one), 0) / total / (byOwner.size - 1)
  }
  const shares = spoken.map(share)
  const middle = shares.toSorted((a, b) => a - b)[shares.length >> 1] ?? 0
  const nearness = new Map(texts.map((text, at) => [text.id, middle === 0 ? 1 : shares[at]! / middle]))
  return { nearness, share: (terms) => share([terms]) }
}

/** What a text gives: its beginning, and what it says of days. */
function sentencesOf({ facts }: ToldText): string[] {
  return [...facts.sentences, ...facts.days.map(({ sentence }) => sentence)].map(({ text }) => text)
}
