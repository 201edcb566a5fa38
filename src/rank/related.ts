import type { ListEntry } from '../model/list.ts'
import type { EpochMs } from '../model/time.ts'
import { relatedReason } from './related-reason.ts'
import { relatedTerms } from './related-terms.ts'
import { TermPostings } from './term-postings.ts'

/** One article as Related knows it. `tags` most salient first; `family` names a text and its copies; nulls where unknown. */
export type RelatedDoc = {
  id: number
  title: string | null
  text: string
  publishedMs: EpochMs | null
  tags: readonly string[]
  storyId: number | null
  family: number | null
  section: string | null
}

/** What is kept of an article: the text itself is not. */
export type KeptDoc = Omit<RelatedDoc, 'text' | 'title'> & { titleKey: string }

export type RelatedOptions = {
  limit: number
  /** Only what was published before (or, at the same moment, added before) the query. */
  pastOnly?: boolean
  /**
   * Least share of the article's own weight of terms that an entry must hold, 0 to 1 (default 0: as many as asked for, however
   * far off). A list that people read says nothing rather than something that merely shares a few words.
   */
  leastShare?: number
}

/** Articles that belong with an article. Holds the newest `maxDocs` articles in memory, about 1 kB each. */
export interface RelatedIndex {
  /** Adds an article; one with a known id replaces it. Beyond `maxDocs` the article added first goes. */
  add(doc: RelatedDoc): void
  /** Takes an article out; an unknown id is nothing to do. */
  remove(id: number): void
  /**
   * Best first. Never a copy of the article or of another entry, never the same headline twice, one entry a story.
   * An id that is not in the index gives an empty list.
   */
  related(query: RelatedDoc | number, options: RelatedOptions): ListEntry<number>[]
  readonly size: number
}

/** Articles held unless the caller says otherwise: about 100 MB. */
const DEFAULT_MAX_DOCS = 100_000
/** Query terms, best first: more cost time and bring no more (docs/decisions/related.md). */
const QUERY_TERMS = 100
/** Postings read for one query at most, rarest terms first: holds the time of a query at a million articles. */
const MAX_POSTINGS = 1_500_000
/** Articles that are looked at closely, best first. */
const CANDIDATES = 60
const BM25_K1 = 1.2
const BM25_B = 0.75
/** First finds that widen the query, terms taken of each, and their weight in all against the article's own. */
const FIRST_FINDS = 20
const FIND_TERMS = 40
const FINDS_WEIGHT = 1
/** A word that more of the articles hold tells nothing, and costs most of a query's time. */
const COMMON_SHARE = 0.2
const COMMON_DOCUMENTS = 200
/** Terms of the widened query. */
const WIDENED_TERMS = 120
/** Weight of a shared tag against a shared word of the same rarity. */
const TAG_TIMES = 3
/** Share of the smaller article's distinct terms that the other holds, from which on it is a copy in all but name. */
const COPY_SHARE = 0.9

/** An empty index. */
export function createRelatedIndex({ maxDocs = DEFAULT_MAX_DOCS }: { maxDocs?: number } = {}): RelatedIndex {
  return new Index(maxDocs)
}

class Index implements RelatedIndex {
  readonly #maxDocs: number
  #postings = new TermPostings()
  /** By slot; null where the article is gone. Slots rise in order of arrival. */
  #docs: (KeptDoc | null)[] = []
  /** By slot: `term * 256 + frequency` of each term. */
  #terms: (Uint32Array | null)[] = []
  #lengths: number[] = []
  readonly #slotOf = new Map<number, number>()
  #totalLength = 0
  #scores = new Float64Array(1_024)

  constructor(maxDocs: number) {
    this.#maxDocs = Math.max(1, maxDocs)
  }

  get size(): number {
    return this.#slotOf.size
  }

  add(doc: RelatedDoc): void {
    this.remove(doc.id)
    while (this.size >= this.#maxDocs) this.remove(this.#slotOf.keys().next().value!)
    if (this.#docs.length > 2 * this.size + 1_000) this.#compact()
    const counts = termCounts(doc)
    const terms = Uint32Array.from(
      [...counts],
      ([term, count]) => this.#postings.termOf(term) * 256 + Math.min(255, count),
    )
    this.#place(keptOf(doc), terms)
  }

  remove(id: number): void {
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return
    for (const packed of this.#terms[slot]!) this.#postings.drop(Math.floor(packed / 256))
    this.#totalLength -= this.#lengths[slot]!
    this.#docs[slot] = null
    this.#terms[slot] = null
    this.#slotOf.delete(id)
  }

  related(query: RelatedDoc | number, options: RelatedOptions): ListEntry<number>[] {
    const slot = typeof query === 'number' ? this.#slotOf.get(query) : this.#slotOf.get(query.id)
    const page = typeof query === 'number' ? (slot === undefined ? null : this.#docs[slot]!) : keptOf(query)
    if (page === null || this.size === 0) return []
    const terms = typeof query === 'number' ? this.#termsOfSlot(slot!) : this.#termsOfDoc(query)
    const best = this.#best(terms, page, options.pastOnly === true, slot ?? this.#docs.length)
    const least = options.leastShare ?? 0
    const near = least > 0 ? best.filter((candidate) => this.#sharedWeight(candidate.slot, terms) >= least) : best
    return this.#choose(page, terms, near, options.limit)
  }

  #place(doc: KeptDoc, terms: Uint32Array): void {
    const slot = this.#docs.length
    let length = 0
    for (const packed of terms) {
      this.#postings.add(Math.floor(packed / 256), slot, packed % 256)
      length += packed % 256
    }
    this.#docs.push(doc)
    this.#terms.push(terms)
    this.#lengths.push(length)
    this.#totalLength += length
    this.#slotOf.set(doc.id, slot)
  }

  /** Numbers the living anew, in the same order, so that slots and postings of the dead are given back. */
  #compact(): void {
    const living = this.#docs.flatMap((doc, slot) => (doc ? [{ doc, terms: this.#terms[slot]! }] : []))
    const names = this.#postings.names()
    this.#postings = new TermPostings()
    this.#docs = []
    this.#terms = []
    this.#lengths = []
    this.#slotOf.clear()
    this.#totalLength = 0
    for (const { doc, terms } of living) {
      const renamed = terms.map(
        (packed) => this.#postings.termOf(names[Math.floor(packed / 256)]!) * 256 + (packed % 256),
      )
      this.#place(doc, renamed)
    }
  }

  #termsOfSlot(slot: number): Map<number, number> {
    return new Map(Array.from(this.#terms[slot]!, (packed) => [Math.floor(packed / 256), packed % 256]))
  }

  #termsOfDoc(doc: RelatedDoc): Map<number, number> {
    const known = new Map<number, number>()
    for (const [term, count] of termCounts(doc)) {
      const id = this.#postings.find(term)
      if (id !== undefined) known.set(id, count)
    }
    return known
  }

  #rarity(term: number): number {
    const count = this.#postings.documentCount(term)
    return Math.log(1 + (this.size - count + 0.5) / (count + 0.5))
  }

  /** The best candidates: by the article's own weightiest terms, then by these and what the first finds add to them. */
  #best(terms: ReadonlyMap<number, number>, page: KeptDoc, pastOnly: boolean, pageSlot: number): Candidate[] {
    if (this.#scores.length < this.#docs.length) this.#scores = new Float64Array(this.#docs.length * 2)
    const isOpen = (doc: KeptDoc, slot: number): boolean =>
      slot !== pageSlot && doc.id !== page.id && (!pastOnly || isBefore(doc, slot, page, pageSlot))
    const own = this.#weighted(terms)
    const first = this.#search(own, isOpen)
    return this.#search(this.#widened(own, first), isOpen)
  }

  /**
   * A document's terms by what they tell of it, weightiest first, the best at 1. Rarity counts here alone and not again where
   * postings are added up, as BM25 would have it: a name that two articles happen to share outweighs their subject then.
   */
  #weighted(terms: ReadonlyMap<number, number>): Weighted[] {
    const all = [...terms].map(([term, count]) => ({ term, weight: count * this.#rarity(term) }))
    const most = Math.max(COMMON_DOCUMENTS, COMMON_SHARE * this.size)
    const telling = all.filter(({ term }) => this.#postings.documentCount(term) <= most)
    const weights = telling.length > 0 ? telling : all
    weights.sort((a, b) => b.weight - a.weight || a.term - b.term)
    const top = weights[0]?.weight ?? 1
    return weights.slice(0, QUERY_TERMS).map(({ term, weight }) => ({ term, weight: weight / top }))
  }

  /**
   * Adds the terms that the first finds share: what they have in common is the subject.
   * **Source:** Rocchio, Relevance feedback (1971), with the first finds taken as relevant.
   */
  #widened(own: readonly Weighted[], first: readonly Candidate[]): Weighted[] {
    const best = first.slice(0, FIRST_FINDS)
    if (best.length === 0) return [...own]
    const total = best.reduce((sum, { score }) => sum + score * score, 0)
    const weights = new Map<number, number>()
    for (const { term, weight } of own) weights.set(term, weight)
    for (const { slot, score } of best) {
      for (const { term, weight } of this.#weighted(this.#termsOfSlot(slot)).slice(0, FIND_TERMS)) {
        weights.set(term, (weights.get(term) ?? 0) + (FINDS_WEIGHT * weight * score * score) / total)
      }
    }
    const widened = [...weights].map(([term, weight]) => ({ term, weight }))
    return widened.sort((a, b) => b.weight - a.weight || a.term - b.term).slice(0, WIDENED_TERMS)
  }

  #search(asked: readonly Weighted[], isOpen: (doc: KeptDoc, slot: number) => boolean): Candidate[] {
    const rarestFirst = asked.toSorted(
      (a, b) => this.#postings.documentCount(a.term) - this.#postings.documentCount(b.term) || a.term - b.term,
    )
    const best: Candidate[] = []
    for (const slot of this.#accumulate(rarestFirst)) {
      const score = this.#scores[slot]!
      this.#scores[slot] = 0
      const doc = this.#docs[slot]
      if (doc && isOpen(doc, slot)) keepBest(best, { slot, score, doc })
    }
    return best
  }

  #accumulate(asked: readonly Weighted[]): number[] {
    const touched: number[] = []
    const meanLength = this.#totalLength / this.size
    let read = 0
    for (const { term, weight } of asked) {
      const postings = this.#postings.postings(term)
      read += postings.length
      if (read > MAX_POSTINGS && touched.length > 0) break
      const termWeight = weight * (BM25_K1 + 1)
      for (const packed of postings) {
        const slot = packed >>> 8
        const frequency = packed & 255
        const length = BM25_K1 * (1 - BM25_B + (BM25_B * this.#lengths[slot]!) / meanLength)
        if (this.#scores[slot] === 0) touched.push(slot)
        this.#scores[slot]! += (termWeight * frequency) / (frequency + length)
      }
    }
    return touched
  }

  #choose(
    page: KeptDoc,
    terms: ReadonlyMap<number, number>,
    best: readonly Candidate[],
    limit: number,
  ): ListEntry<number>[] {
    const chosen: Candidate[] = []
    for (const candidate of best) {
      if (chosen.length >= limit) break
      if (isCopyOf(candidate.doc, page) || this.#sharesText(candidate.slot, terms)) continue
      if (chosen.some((one) => repeats(one.doc, candidate.doc))) continue
      const own = this.#termsOfSlot(candidate.slot)
      if (chosen.some((one) => this.#sharesText(one.slot, own))) continue
      chosen.push(candidate)
    }
    const top = chosen[0]?.score ?? 1
    return chosen.map(({ doc, score, slot }) => ({
      id: doc.id,
      score: score / top,
      reason: relatedReason(page, doc, () => this.#sharedWords(slot, terms)),
    }))
  }

  /** Share of an article's weight of terms, 0 to 1, that stands in the terms a candidate has too. */
  #sharedWeight(slot: number, terms: ReadonlyMap<number, number>): number {
    const held = new Set(Array.from(this.#terms[slot]!, (packed) => Math.floor(packed / 256)))
    let all = 0
    let shared = 0
    for (const { term, weight } of this.#weighted(terms)) {
      all += weight
      if (held.has(term)) shared += weight
    }
    return all === 0 ? 0 : shared / all
  }

  /** Whether two articles have so many terms in common that one is the other. */
  #sharesText(slot: number, terms: ReadonlyMap<number, number>): boolean {
    const own = this.#terms[slot]!
    const smaller = Math.min(own.length, terms.size)
    if (smaller === 0) return false
    let shared = 0
    for (const packed of own) if (terms.has(Math.floor(packed / 256))) shared++
    return shared >= COPY_SHARE * smaller
  }

  /** The words that tell most about why two articles are alike, at most three. */
  #sharedWords(slot: number, terms: ReadonlyMap<number, number>): string[] {
    const names = this.#postings.names()
    return Array.from(this.#terms[slot]!, (packed) => Math.floor(packed / 256))
      .filter((term) => terms.has(term))
      .map((term) => ({ name: names[term]!, weight: this.#rarity(term) * Math.min(3, terms.get(term)!) }))
      .filter(({ name }) => !name.startsWith(TAG_MARK))
      .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
      .slice(0, 3)
      .map(({ name }) => name)
  }
}

type Weighted = { term: number; weight: number }
type Candidate = { slot: number; score: number; doc: KeptDoc }

/** Tags are terms of their own, apart from words. */
const TAG_MARK = '#'

function termCounts(doc: RelatedDoc): Map<string, number> {
  const counts = relatedTerms(doc.title, doc.text)
  for (const tag of doc.tags) counts.set(TAG_MARK + tag, TAG_TIMES)
  return counts
}

function keptOf({ id, title, publishedMs, tags, storyId, family, section }: RelatedDoc): KeptDoc {
  const titleKey = (title ?? '').toLowerCase().replace(/\s+/g, ' ').trim()
  return { id, publishedMs, tags, storyId, family, section, titleKey }
}

function isBefore(doc: KeptDoc, slot: number, page: KeptDoc, pageSlot: number): boolean {
  if (doc.publishedMs === null || page.publishedMs === null || doc.publishedMs === page.publishedMs)
    return slot < pageSlot
  return doc.publishedMs < page.publishedMs
}

function isCopyOf(a: KeptDoc, b: KeptDoc): boolean {
  return (a.family !== null && a.family === b.family) || (a.titleKey !== '' && a.titleKey === b.titleKey)
}

function repeats(a: KeptDoc, b: KeptDoc): boolean {
  return isCopyOf(a, b) || (a.storyId !== null && a.storyId === b.storyId)
}

/** Inserts into the list of the best; ties stand in order of slot. */
function keepBest(best: Candidate[], candidate: Candidate): void {
  const worst = best[best.length - 1]
  if (best.length === CANDIDATES && worst && !isBetter(candidate, worst)) return
  let at = best.length
  while (at > 0 && isBetter(candidate, best[at - 1]!)) at--
  best.splice(at, 0, candidate)
  if (best.length > CANDIDATES) best.pop()
}

function isBetter(a: Candidate, b: Candidate): boolean {
  return a.score > b.score || (a.score === b.score && a.slot < b.slot)
}
