import type { DocumentTable, TermRows } from './document-table.ts'
import type { Found, Weighted } from './term-search.ts'

/** Query terms, best first: more cost time and bring no more (docs/decisions/related.md). */
const QUERY_TERMS = 100
/** First finds that widen the query, terms taken of each, and their weight in all against the article's own. */
const FIRST_FINDS = 20
const FIND_TERMS = 40
const FINDS_WEIGHT = 1
/** Terms of the widened query. */
const WIDENED_TERMS = 120
/** A word that more of the articles hold tells nothing, and costs most of a query's time. */
const COMMON_SHARE = 0.2
const COMMON_DOCUMENTS = 200

/** Whether so many articles hold a term that it tells nothing: a fifth of them, and 200. */
export function isCommon(table: DocumentTable, term: number): boolean {
  return table.postings.documentCount(term) > Math.max(COMMON_DOCUMENTS, COMMON_SHARE * table.size)
}

/**
 * An article's terms by what they tell of it, weightiest first, the best at 1, at most `limit`: how often it has them, and how rare they are. Rarity counts here alone and not again where postings are added up, as BM25 would have it: a name
 * that two articles happen to share outweighs their subject then. Common terms are left out, unless the article has no others.
 */
export function weightedTerms(
  table: DocumentTable,
  { words, tags }: Pick<TermRows, 'words' | 'tags'>,
  limit = QUERY_TERMS,
): Weighted[] {
  const telling: Weighted[] = []
  const common: Weighted[] = []
  for (const row of [words, tags])
    for (const packed of row) {
      const term = packed >>> 8
      const weight = (packed & 255) * table.rarity(term)
      if (isCommon(table, term)) common.push({ term, weight })
      else telling.push({ term, weight })
    }
  const weighted = heaviest(table, telling.length > 0 ? telling : common, limit)
  const top = weighted[0]?.weight ?? 1
  return weighted.map(({ term, weight }) => ({ term, weight: weight / top }))
}

/**
 * Adds the terms that the first finds share: what they have in common is the subject.
 * **Source:** Rocchio, Relevance feedback (1971), with the first finds taken as relevant.
 */
export function widenedTerms(table: DocumentTable, own: readonly Weighted[], first: readonly Found[]): Weighted[] {
  const best = first.slice(0, FIRST_FINDS)
  if (best.length === 0) return [...own]
  const total = best.reduce((sum, { score }) => sum + score * score, 0)
  const weights = new Map(own.map(({ term, weight }) => [term, weight]))
  for (const { slot, score } of best) {
    const share = (FINDS_WEIGHT * score * score) / total
    const rows = { words: table.words(slot), tags: table.tags(slot) }
    for (const { term, weight } of weightedTerms(table, rows, FIND_TERMS))
      weights.set(term, (weights.get(term) ?? 0) + weight * share)
  }
  const widened = [...weights].map(([term, weight]) => ({ term, weight }))
  return heaviest(table, widened, WIDENED_TERMS)
}

/**
 * The heaviest, at most `limit`, heaviest first; ties go by the term's letters, since its number hangs on what the index once held. Only what
 * reaches the least weight of these is sorted: twenty finds are weighed for one query.
 */
function heaviest({ postings }: DocumentTable, weighted: readonly Weighted[], limit: number): Weighted[] {
  const weights = Float64Array.from(weighted, ({ weight }) => weight).sort()
  const least = weights[Math.max(0, weights.length - limit)] ?? 0
  const byName = (a: Weighted, b: Weighted) => (postings.name(a.term) < postings.name(b.term) ? -1 : 1)
  return weighted
    .filter(({ weight }) => weight >= least)
    .sort((a, b) => b.weight - a.weight || byName(a, b))
    .slice(0, limit)
}
