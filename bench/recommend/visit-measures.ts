/** A visit so far, and the item that its reader went on to and had not read. */
export type VisitQuery = { items: readonly string[]; target: string }

/** Means over all queries; an answer's items that the visit holds count as empty places. `coverage`: share of the known items that are ever given. */
export type VisitScore = {
  queries: number
  hr10: number
  hr20: number
  mrr20: number
  ndcg10: number
  coverage: number
}

/** Scores one method's lists, best first, the target being the only right answer. **Source:** Ludewig & Jannach (UMUAI 2018), protocol of the next item. */
export function scoreVisits(
  queries: readonly VisitQuery[],
  knownItems: number,
  answer: (query: VisitQuery) => readonly string[],
): VisitScore {
  const sums = { hr10: 0, hr20: 0, mrr20: 0, ndcg10: 0 }
  const given = new Set<string>()
  for (const query of queries) {
    const seen = new Set(query.items)
    const list = answer(query).slice(0, 20)
    for (const item of list) if (!seen.has(item)) given.add(item)
    const place = list.indexOf(query.target)
    if (place < 0) continue
    sums.hr20++
    sums.mrr20 += 1 / (place + 1)
    if (place >= 10) continue
    sums.hr10++
    sums.ndcg10 += 1 / Math.log2(place + 2)
  }
  const mean = (sum: number) => (queries.length === 0 ? 0 : sum / queries.length)
  return {
    queries: queries.length,
    hr10: mean(sums.hr10),
    hr20: mean(sums.hr20),
    mrr20: mean(sums.mrr20),
    ndcg10: mean(sums.ndcg10),
    coverage: knownItems === 0 ? 0 : given.size / knownItems,
  }
}
