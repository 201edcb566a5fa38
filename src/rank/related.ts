import type { ListEntry } from '../model/list.ts'
import type { EpochMs } from '../model/time.ts'
import { hash32 } from '../text/hash.ts'
import { sampledShingles } from '../text/shingles.ts'
import { DocumentTable, type KeptDoc, type TermRows } from './document-table.ts'
import { isNearCopy } from './near-copy.ts'
import { isCommon, weightedTerms, widenedTerms } from './query-terms.ts'
import { withEveryRole, withoutRepeats } from './related-choice.ts'
import { type ReasonDoc, relatedReason } from './related-reason.ts'
import { MAX_UNITS, relatedTerms } from './related-terms.ts'
import { type Found, type IsOpen, TermSearch, type Weighted } from './term-search.ts'

/**
 * One article as Related knows it. `tags` most salient first; `family` names a text and its copies; `owner` is whom it counts for, `language`
 * a BCP 47 tag; nulls where unknown.
 */
export type RelatedDoc = {
  id: number
  title: string | null
  text: string
  publishedMs: EpochMs | null
  tags: readonly string[]
  storyId: number | null
  family: number | null
  owner: string | null
  language: string | null
}

export type RelatedOptions = {
  limit: number
  /** Only what was published before (or, at the same moment, added before) the query. */
  pastOnly?: boolean
  /**
   * Least share of the article's own weight of terms that an entry must hold, 0 to 1 (default 0: as many as asked for, however
   * far off). A list that people read says nothing rather than something that merely shares a few words.
   */
  leastShare?: number
  /** Makes room for one entry of each role (same story, other side, follow-up, background) that is among the next nearest. */
  everyRole?: boolean
  /** Only articles whose id it is true of: those of one site. */
  among?: (id: number) => boolean
}

/** Articles that belong with an article. Holds the newest `maxDocs` articles in memory, about 2 kB each. */
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

/** Articles held unless the caller says otherwise: about 200 MB. */
const DEFAULT_MAX_DOCS = 100_000
/** Articles that are looked at closely, best first. */
const CANDIDATES = 60
/** Entries that a list is chosen from where every role is to have one, as a multiple of its length. */
const ROLE_REACH = 3
/** Weight of a shared tag against a shared word of the same rarity. */
const TAG_TIMES = 3
/** Tags are terms of their own, apart from words. */
const TAG_MARK = '#'
/** Tags of an article that are kept, most salient first. */
const MAX_TAGS = 40
/** Words of a reason. */
const SHOWN_WORDS = 3
/** An empty index. */
export function createRelatedIndex({ maxDocs = DEFAULT_MAX_DOCS }: { maxDocs?: number } = {}): RelatedIndex {
  return new Index(maxDocs)
}

type Page = { doc: KeptDoc; rows: TermRows; slot: number }

class Index implements RelatedIndex {
  readonly #maxDocs: number
  #table = new DocumentTable()
  #search = new TermSearch(this.#table)

  constructor(maxDocs: number) {
    this.#maxDocs = Math.max(1, maxDocs)
  }

  get size(): number {
    return this.#table.size
  }

  add(doc: RelatedDoc): void {
    this.remove(doc.id)
    while (this.size >= this.#maxDocs) this.remove(this.#table.oldestId()!)
    if (this.#table.slotCount > 2 * this.size + 1_000) {
      this.#table = this.#table.compacted()
      this.#search = new TermSearch(this.#table)
    }
    const { postings } = this.#table
    this.#table.add(
      keptOf(doc),
      rowsOf(doc, (term) => postings.termOf(term)),
    )
  }

  remove(id: number): void {
    this.#table.remove(id)
  }

  related(query: RelatedDoc | number, options: RelatedOptions): ListEntry<number>[] {
    const page = this.#pageOf(query)
    if (page === null || this.size === 0) return []
    const own = weightedTerms(this.#table, page.rows)
    const isOpen = openTo(page, options)
    const first = this.#search.best(own, isOpen, CANDIDATES)
    const widened = widenedTerms(this.#table, own, first)
    const best = this.#search.best(widened, isOpen, CANDIDATES)
    const least = options.leastShare ?? 0
    const near = least > 0 ? best.filter(({ slot }) => this.#sharedWeight(slot, own) >= least) : best
    return this.#entries(page, near, options)
  }

  #pageOf(query: RelatedDoc | number): Page | null {
    const slot = this.#table.slotOf(typeof query === 'number' ? query : query.id)
    if (typeof query !== 'number') {
      const rows = rowsOf(query, (term) => this.#table.postings.find(term))
      return { doc: keptOf(query), rows, slot: slot ?? this.#table.slotCount }
    }
    return slot === undefined ? null : { doc: this.#table.doc(slot)!, rows: this.#table.rows(slot), slot }
  }

  #entries(page: Page, best: readonly Found[], { limit, everyRole }: RelatedOptions): ListEntry<number>[] {
    const open = best.filter(
      ({ slot }) => !isCopyOf(this.#table.doc(slot)!, page.doc) && !isNearCopy(this.#table.rows(slot), page.rows),
    )
    const reach = everyRole ? ROLE_REACH * limit : limit
    const chosen = withoutRepeats(open, reach, ({ slot }, earlier) => this.#repeats(slot, earlier.slot))
    const top = chosen[0]?.score ?? 1
    const pageSide = this.#reasonDoc(page.doc, page.rows.tags)
    const entries = chosen.map(({ slot, score }) => {
      const doc = this.#table.doc(slot)!
      const reason = relatedReason(pageSide, this.#reasonDoc(doc, this.#table.tags(slot)), () =>
        this.#sharedWords(slot, page.rows.words),
      )
      return { id: doc.id, score: score / top, reason }
    })
    return everyRole ? withEveryRole(entries, limit) : entries
  }

  #repeats(slot: number, earlier: number): boolean {
    const [a, b] = [this.#table.doc(slot)!, this.#table.doc(earlier)!]
    if (isCopyOf(a, b) || (a.storyId !== null && a.storyId === b.storyId)) return true
    return isNearCopy(this.#table.rows(slot), this.#table.rows(earlier))
  }

  /** Tags that every fifth article has are no reason. */
  #reasonDoc(doc: KeptDoc, tags: Uint32Array): ReasonDoc {
    const telling = Array.from(tags, (packed) => packed >>> 8).filter((term) => !isCommon(this.#table, term))
    const names = telling.map((term) => this.#table.postings.name(term).slice(TAG_MARK.length))
    return { ...doc, tags: names }
  }

  /** Share of an article's weight of terms, 0 to 1, that stands in the terms a candidate has too. */
  #sharedWeight(slot: number, own: readonly Weighted[]): number {
    const { words, tags } = this.#table.rows(slot)
    const held = new Set<number>()
    for (const row of [words, tags]) for (const packed of row) held.add(packed >>> 8)
    let all = 0
    let shared = 0
    for (const { term, weight } of own) {
      all += weight
      if (held.has(term)) shared += weight
    }
    return all === 0 ? 0 : shared / all
  }

  /** The words that tell most about why two articles are alike, at most three. */
  #sharedWords(slot: number, pageWords: Uint32Array): string[] {
    const held = new Set(Array.from(this.#table.words(slot), (packed) => packed >>> 8))
    return Array.from(pageWords)
      .filter((packed) => held.has(packed >>> 8))
      .map((packed) => ({ packed, weight: this.#table.rarity(packed >>> 8) * Math.min(SHOWN_WORDS, packed & 255) }))
      .sort((a, b) => b.weight - a.weight || a.packed - b.packed)
      .slice(0, SHOWN_WORDS)
      .map(({ packed }) => this.#table.postings.name(packed >>> 8))
  }
}

/** Terms of an article as rows; those that `numberOf` has no number for are left out. */
function rowsOf(doc: RelatedDoc, numberOf: (term: string) => number | undefined): TermRows {
  const packed = (counts: Iterable<readonly [string, number]>): Uint32Array => {
    const row: number[] = []
    for (const [term, count] of counts) {
      const number = numberOf(term)
      if (number !== undefined) row.push(number * 256 + Math.min(255, count))
    }
    return Uint32Array.from(row)
  }
  const counts = relatedTerms(doc.title, doc.text)
  const tags = [...new Set(doc.tags)].slice(0, MAX_TAGS).map((tag) => [TAG_MARK + tag, TAG_TIMES] as const)
  const shingles = sampledShingles(doc.text.slice(0, MAX_UNITS))
  return { words: packed(counts).sort(), wordCount: counts.size, tags: packed(tags), shingles }
}

function keptOf({ id, title, publishedMs, storyId, family, owner, language }: RelatedDoc): KeptDoc {
  const titleKey = (title ?? '').toLowerCase().replace(/\s+/g, ' ').trim()
  return { id, publishedMs, storyId, family, owner, language, titleHash: titleKey === '' ? 0 : hash32(titleKey) || 1 }
}

/** What may stand beside a page: not itself; with `among`, nothing of others; with `pastOnly`, nothing published after it, or added after it at the same moment. */
function openTo({ doc: page, slot: pageSlot }: Page, { pastOnly, among }: RelatedOptions): IsOpen {
  return (doc, slot) => {
    if (slot === pageSlot || doc.id === page.id) return false
    if (among && !among(doc.id)) return false
    if (!pastOnly) return true
    if (doc.publishedMs === null || page.publishedMs === null || doc.publishedMs === page.publishedMs)
      return slot < pageSlot
    return doc.publishedMs < page.publishedMs
  }
}

function isCopyOf(a: KeptDoc, b: KeptDoc): boolean {
  return (a.family !== null && a.family === b.family) || (a.titleHash !== 0 && a.titleHash === b.titleHash)
}
