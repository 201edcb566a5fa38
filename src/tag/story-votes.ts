import type { TagKind } from '../model/tag.ts'
import { findNamesakes } from './story-namesakes.ts'

/** How one text of a story reads one name; `confidence` 0 to 1 says how sure it is. */
export type NameReading = { slug: string; name: string; kind: TagKind; confidence: number }

/** One text of a story with the names that it writes; `owner` is whom its votes count for. */
export type StoryText = { owner: string; isCopy: boolean; names: readonly NameReading[] }

/** What a story's texts agree on about one name that some of them read otherwise. */
export type NameVerdict = {
  slug: string
  /** The slug that stands for it within the story; null for itself. */
  stands: string | null
  /** What it is; null where each text's own reading stands. */
  kind: TagKind | null
  /** How sure those are who read it so, 0 to 1, on average. */
  confidence: number
  /** Owners of independent texts that read it so. */
  voices: number
}

/** What the independent texts say of one name together. */
export type Ballot = {
  slug: string
  name: string
  /** Weight and owners behind each kind. */
  kinds: ReadonlyMap<TagKind, { weight: number; voices: number }>
  /** The kind with the most weight (then the first by name). */
  kind: TagKind
  weight: number
  owners: ReadonlySet<string>
}

/** How many times the weight of all other kinds a kind needs to be what a name is. */
const OVERRULE = 2
/** Confidence is told in tenths: finer, it would change with every text, and with it the tags of all others. */
const STEPS = 10
/** Owners that must read a name alike before they overrule anybody. */
const MIN_VOICES = 2

/**
 * What the texts of one story agree on: kinds of names that some read otherwise, and names that stand for one thing ("Kim", "Kim Jong Un").
 * A copy has no vote, an owner has one for each name, weighed by how sure its surest text is. Empty where fewer than two owners vote.
 * In order of slug; the order of the texts changes nothing.
 */
export function agreeOnNames(texts: readonly StoryText[]): NameVerdict[] {
  const voting = texts.filter((text) => !text.isCopy && text.names.length > 0)
  const ballots = countBallots(voting)
  if (new Set(voting.map((text) => text.owner)).size < MIN_VOICES) return []
  const stands = findNamesakes([...ballots.values()], voting)
  const doubted = doubtedSlugs(texts)
  const verdicts: NameVerdict[] = []
  for (const ballot of [...ballots.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1))) {
    const target = stands.get(ballot.slug)
    if (target !== undefined) {
      const shown = ballots.get(target)!
      const owners = new Set([...ballot.owners, ...shown.owners])
      verdicts.push({ ...verdictOf(shown), slug: ballot.slug, stands: target, voices: owners.size })
    } else if (doubted.has(ballot.slug) && isClear(ballot)) verdicts.push(verdictOf(ballot))
  }
  return verdicts
}

function verdictOf({ slug, kind, kinds }: Ballot): NameVerdict {
  const { weight, voices } = kinds.get(kind)! // the ballot's kind is one of its kinds
  const confidence = Math.round((weight / voices) * STEPS) / STEPS
  return { slug, stands: null, kind, confidence, voices }
}

function isClear({ kinds, kind, weight }: Ballot): boolean {
  let all = 0
  for (const each of kinds.values()) all += each.weight
  return kinds.get(kind)!.voices >= MIN_VOICES && weight >= OVERRULE * (all - weight)
}

/** Names that not all texts, copies among them, take for the same. */
function doubtedSlugs(texts: readonly StoryText[]): Set<string> {
  const first = new Map<string, TagKind>()
  const doubted = new Set<string>()
  for (const { names } of texts)
    for (const { slug, kind } of names) {
      if ((first.get(slug) ?? kind) !== kind) doubted.add(slug)
      first.set(slug, kind)
    }
  return doubted
}

/** Each name's votes: one an owner, by its surest text (then the first kind by name). */
function countBallots(texts: readonly StoryText[]): Map<string, Ballot> {
  const votes = new Map<string, { name: string; byOwner: Map<string, NameReading> }>()
  for (const { owner, names } of texts)
    for (const reading of names) {
      const vote = votes.get(reading.slug) ?? { name: reading.name, byOwner: new Map() }
      if (reading.name < vote.name) vote.name = reading.name
      const own = vote.byOwner.get(owner)
      if (own === undefined || isSurer(reading, own)) vote.byOwner.set(owner, reading)
      votes.set(reading.slug, vote)
    }
  return new Map([...votes].map(([slug, { name, byOwner }]) => [slug, ballotOf(slug, name, byOwner)]))
}

function ballotOf(slug: string, name: string, byOwner: ReadonlyMap<string, NameReading>): Ballot {
  const kinds = new Map<TagKind, { weight: number; voices: number }>()
  // Sums of fractions hang on their order: owners vote in the order of their names.
  for (const [, { kind, confidence }] of [...byOwner].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { weight, voices } = kinds.get(kind) ?? { weight: 0, voices: 0 }
    kinds.set(kind, { weight: weight + confidence, voices: voices + 1 })
  }
  const [[kind, { weight }]] = [...kinds].sort(
    ([a, one], [b, other]) => other.weight - one.weight || (a < b ? -1 : 1),
  ) as [
    [TagKind, { weight: number; voices: number }], // a name on the ballot has at least one owner
  ]
  return { slug, name, kinds, kind, weight, owners: new Set(byOwner.keys()) }
}

function isSurer(one: NameReading, other: NameReading): boolean {
  return one.confidence > other.confidence || (one.confidence === other.confidence && one.kind < other.kind)
}
