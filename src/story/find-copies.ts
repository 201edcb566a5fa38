import type { CopyKind, CopyVerdict, InjectedWord } from '../model/copy.ts'
import { DAY_MS, type EpochMs, HOUR_MS } from '../model/time.ts'
import { injectedIn } from './align.ts'
import { matchWords, type WordPlaces, wordPlaces } from './match-words.ts'
import { type SharedPassage, sharedPassage } from './shared-passage.ts'
import { type Overlap, runsWithout, textOverlap, textRuns } from './text-overlap.ts'

/** What is known of a text when its copies are judged. `repairs` counts words that were already taken out as injected. */
export type CopyDoc = {
  id: number
  title: string | null
  text: string
  /** `textRuns` of the text, where they are known already. */
  runs?: Uint32Array
  shingles: Uint32Array
  claimedMs: EpochMs | null
  firstSeenMs: EpochMs
  host: string | null
  agencies: readonly string[]
  repairs: number
  /** The original of its family, for a stored document; absent or its own id where it is one. */
  family?: number
}

/** A verdict, and the stored documents that turn out to be copies of this newly arrived one. */
export type CopyJudgement = CopyVerdict<number> & {
  /** Originals (by what was known) that are copies of this document: point them, and whoever points at them, to it. */
  supersedes: readonly number[]
}

/** Least share of the smaller text's three-word runs that makes a copy: a text with a third of its words replaced keeps .34. */
const MIN_CONTAINMENT = 0.18
/** Of a site's articles under one headline: a later version keeps most of it, a daily column under its standing title does not. */
const MIN_CONTAINMENT_SAME_TITLE = 0.5
/**
 * Of a site's articles under different headlines: they share background paragraphs, galleries, digests and forms, up to .68 of the
 * smaller text where two short reports carry one transcript. A report published again under a new headline keeps more.
 */
const MIN_CONTAINMENT_SAME_HOST = 0.7
/** Least runs shared: a caption or a credit line is no copy. */
const MIN_SHARED_RUNS = 20
/** Candidates that account for this share of what the best one accounts for are compared by time: an original never holds less. */
const POOL_SHARE = 0.8
/** Claims within a day of each other do not tell which was first: many pages give a day alone. */
const SAME_TIME_MS = DAY_MS
/** Texts first seen within this time of each other came in whatever order their feeds were read: a new source's whole feed is read at once. */
const SEEN_TOGETHER_MS = HOUR_MS
const MAX_MATCHES = 20
/** Below this containment two texts may be of one mould (market reports, match reports, floods): a passage must prove the copy. */
const SURE_CONTAINMENT = 0.9
/** Two reports of one mould have other figures: of 900 planted copies 995 in 1,000 keep .8 of them, even where words are replaced. */
const MIN_KEPT_FIGURES = 0.5
/** Fewer figures than this in a passage say nothing. */
const TELLING_FIGURES = 4
/**
 * Words of a passage that prove a copy, or its share of a short text. Of 900 planted copies the weakest shares 89 words; of the pairs
 * wrongly joined among 1,000 invented articles of the same moulds the strongest shares 61, and 99 in 100 less than .56 of the smaller text.
 */
const MIN_PASSAGE_WORDS = 75
const MIN_PASSAGE_SHARE = 0.75
/** A long passage that is less of the smaller text is a quotation: of 900 planted copies 995 in 1,000 share .27, quotations up to .24. */
const MIN_QUOTED_SHARE = 0.25
/** A foreign passage inside a site's own article counts if this much of it is not in the site's earlier version already. */
const FRESH_SHARE = 0.5

/** `isPutInside`: most of what is shared is missing in the site's own earlier version of the text. */
type Match = { candidate: CopyDoc; overlap: Overlap; containment: number; isPutInside: boolean }

/**
 * Judges a text against stored ones that may be its original or its copies (the family's originals among them, so that the
 * first one can be named). Pure; takes about 0.05 ms a candidate, and 0.5 ms more where there is a copy to align.
 * Without a match the document is its own family.
 */
export function judgeCopy(doc: CopyDoc, candidates: readonly CopyDoc[]): CopyJudgement {
  const matches = findMatches(doc, candidates)
  const foreign = embeddedParts(doc, matches)
  const pool = foreign ?? pooled(matches)
  const first = pool.reduce<Match | null>(
    (best, match) => (best && compareOrigin(best.candidate, match.candidate) <= 0 ? best : match),
    null,
  )
  if (!first) return originalVerdict(doc, [], [])
  if (!foreign && compareOrigin(doc, first.candidate) < 0 && doc.claimedMs !== null) {
    return originalVerdict(
      doc,
      matches,
      pool.filter(({ candidate }) => isFamilyHead(candidate)).map(({ candidate }) => candidate.id),
    )
  }
  const source = familyHead(doc, first, candidates)
  const original = source.candidate
  const kind = foreign ? 'embedded' : copyKind(source.overlap)
  return {
    copyOf: original.id,
    kind,
    containment: source.containment,
    family: original.family ?? original.id,
    matches: listMatches(matches),
    injected: kind === 'identical' ? [] : injectedFrom(original, doc),
    // a site's own article keeps its own date, whatever stands inside
    redatedDays: foreign ? null : redatedDays(original, doc),
    supersedes: [],
  }
}

/**
 * The original of the match's family in its place, where it is earlier and holds as good as all that is shared: a passage may prove itself
 * against an excerpt, of which it is much, and be too little of the original, of which the excerpt is known to be.
 */
function familyHead(doc: CopyDoc, match: Match, candidates: readonly CopyDoc[]): Match {
  const { candidate, overlap } = match
  if (isFamilyHead(candidate)) return match
  const head = candidates.find(({ id }) => id === candidate.family)
  if (!head || head.id === doc.id || compareOrigin(head, candidate) >= 0) return match
  const ofHead = textOverlap(runsOf(doc), runsOf(head))
  if (ofHead.shared < POOL_SHARE * overlap.shared) return match
  return { ...match, candidate: head, overlap: ofHead, containment: Math.max(ofHead.ofFirst, ofHead.ofSecond) }
}

function originalVerdict(doc: CopyDoc, matches: readonly Match[], supersedes: readonly number[]): CopyJudgement {
  const containment = matches[0]?.containment ?? 0
  return {
    copyOf: null,
    kind: null,
    containment,
    family: doc.id,
    matches: listMatches(matches),
    injected: [],
    redatedDays: null,
    supersedes,
  }
}

function findMatches(doc: CopyDoc, candidates: readonly CopyDoc[]): Match[] {
  const others = candidates.filter(({ id }) => id !== doc.id)
  if (others.length === 0) return []
  const runs = doc.runs ?? textRuns(doc.text)
  const own = others.filter((candidate) => isOwnVersion(doc, candidate))
  const ownFamilies = new Set(own.map(({ id, family }) => family ?? id))
  const known = others.filter((candidate) => own.includes(candidate) || ownFamilies.has(candidate.id))
  const fresh = known.reduce((rest, version) => runsWithout(rest, runsOf(version)), runs)
  const heads = new Map(others.map((candidate) => [candidate.id, candidate]))
  let places: WordPlaces | null = null
  const matches: Match[] = []
  for (const candidate of others) {
    const overlap = textOverlap(runs, runsOf(candidate))
    const containment = Math.max(overlap.ofFirst, overlap.ofSecond)
    const freshShare = fresh === runs ? 1 : textOverlap(fresh, runsOf(candidate)).shared / Math.max(1, overlap.shared)
    const isPutInside = own.length > 0 && !known.includes(candidate) && freshShare >= FRESH_SHARE
    const head = heads.get(candidate.family ?? candidate.id) ?? candidate
    const least = isPutInside ? MIN_CONTAINMENT : leastContainment(doc, candidate, head)
    if (containment < least || overlap.shared < Math.min(MIN_SHARED_RUNS, runs.length)) continue
    if (containment < SURE_CONTAINMENT) {
      places ??= wordPlaces(doc.text)
      if (!isSameWriting(sharedPassage(wordPlaces(candidate.text), places))) continue
    }
    matches.push({ candidate, overlap, containment, isPutInside })
  }
  return matches.sort((a, b) => b.containment - a.containment || a.candidate.id - b.candidate.id)
}

function runsOf({ runs, text }: CopyDoc): Uint32Array {
  return runs ?? textRuns(text)
}

/** What a text must share at least; a site's own articles, and so others' copies of them, have much in common without being copies. */
function leastContainment(doc: CopyDoc, candidate: CopyDoc, head: CopyDoc): number {
  if (isOwnVersion(doc, candidate) || isOwnVersion(doc, head)) return MIN_CONTAINMENT_SAME_TITLE
  return isSameHost(doc, candidate) || isSameHost(doc, head) ? MIN_CONTAINMENT_SAME_HOST : MIN_CONTAINMENT
}

function isOwnVersion(doc: CopyDoc, candidate: CopyDoc): boolean {
  return isSameHost(doc, candidate) && doc.title !== null && doc.title === candidate.title
}

function isSameWriting({ words, share, figures, keptFigures }: SharedPassage): boolean {
  if (figures >= TELLING_FIGURES && keptFigures < MIN_KEPT_FIGURES * figures) return false
  return (words >= MIN_PASSAGE_WORDS && share >= MIN_QUOTED_SHARE) || share >= MIN_PASSAGE_SHARE
}

function pooled(matches: readonly Match[]): Match[] {
  const most = Math.max(0, ...matches.map(({ overlap }) => overlap.shared))
  return matches.filter(({ overlap }) => overlap.shared >= POOL_SHARE * most)
}

/**
 * A site's own article, published again with another's text inside: the site's earlier version is no news to anyone, the
 * foreign text is. Gives the matches from elsewhere, or null where this is not the case.
 */
function embeddedParts(doc: CopyDoc, matches: readonly Match[]): Match[] | null {
  const own = matches.filter(({ candidate }) => isOwnVersion(doc, candidate))
  if (own.length === 0) return null
  const ownFamilies = new Set(own.map(({ candidate }) => candidate.family ?? candidate.id))
  const foreign = matches.filter(
    ({ candidate, isPutInside }) => isPutInside && !ownFamilies.has(candidate.family ?? candidate.id),
  )
  return foreign.length > 0 ? pooled(foreign) : null
}

/**
 * Below zero where `a` is the likelier origin: by the time that can be trusted, then a credit line kept, then the text that
 * nobody tampered with, then, of texts that were first seen together, the time of day that each claims, then who was seen first.
 */
function compareOrigin(a: CopyDoc, b: CopyDoc): number {
  const byTime = trustedMs(a) - trustedMs(b)
  if (Math.abs(byTime) >= SAME_TIME_MS) return byTime
  const byTampering = Math.sign(a.repairs) - Math.sign(b.repairs)
  const byCredit = Math.sign(b.agencies.length) - Math.sign(a.agencies.length)
  return byTampering || byCredit || byClock(a, b) || a.firstSeenMs - b.firstSeenMs || a.id - b.id
}

function byClock(a: CopyDoc, b: CopyDoc): number {
  const tellsClock = (doc: CopyDoc) => doc.claimedMs === trustedMs(doc) && doc.claimedMs % DAY_MS !== 0
  const seenTogether = Math.abs(a.firstSeenMs - b.firstSeenMs) < SEEN_TOGETHER_MS
  return seenTogether && tellsClock(a) && tellsClock(b) ? trustedMs(a) - trustedMs(b) : 0
}

/** A claim is believed if it is not later than the moment of reading and nobody tampered with the text. */
function trustedMs({ claimedMs, firstSeenMs, repairs }: CopyDoc): EpochMs {
  return claimedMs !== null && claimedMs <= firstSeenMs && repairs === 0 ? claimedMs : firstSeenMs
}

function copyKind({ ofFirst, ofSecond }: Overlap): CopyKind {
  if (ofFirst === 1 && ofSecond === 1) return 'identical'
  if (ofSecond < 0.6 * ofFirst) return 'excerpt'
  return ofFirst < 0.6 * ofSecond ? 'embedded' : 'near'
}

function injectedFrom(original: CopyDoc, doc: CopyDoc): InjectedWord[] {
  return injectedIn(matchWords(wordPlaces(original.text), wordPlaces(doc.text)))
}

function redatedDays(original: CopyDoc, doc: CopyDoc): number | null {
  if (original.claimedMs === null || doc.claimedMs === null) return null
  return Math.floor(doc.claimedMs / DAY_MS) - Math.floor(original.claimedMs / DAY_MS)
}

function isFamilyHead({ id, family }: CopyDoc): boolean {
  return family === undefined || family === id
}

function isSameHost(a: CopyDoc, b: CopyDoc): boolean {
  return a.host !== null && a.host === b.host
}

function listMatches(matches: readonly Match[]): { id: number; containment: number }[] {
  return matches.slice(0, MAX_MATCHES).map(({ candidate, containment }) => ({ id: candidate.id, containment }))
}
