/** What people say an article is about. */
export type RelatedGold = { id: string; topics: readonly string[]; names: readonly string[] }
export type RelatedScores = { ndcg: number; precision: number }

const DEPTH = 5

/**
 * How well lists hold what belongs with an article: nDCG@5 and P@5 (0 to 1), means over the queries. An entry of the same topic and name is worth 3,
 * of the same topic 1, any other 0; the ideal list is of the articles before the query. `golds` are in the corpus' order.
 * **Source:** Järvelin & Kekäläinen, Cumulated gain-based evaluation (2002).
 */
export function scoreRelated(
  golds: readonly RelatedGold[],
  queries: readonly string[],
  listOf: (id: string) => readonly string[],
): RelatedScores {
  const placeOf = new Map(golds.map(({ id }, place) => [id, place]))
  let ndcg = 0
  let precision = 0
  for (const id of queries) {
    const place = placeOf.get(id)!
    const grades = listOf(id)
      .slice(0, DEPTH)
      .map((other) => gradeOf(golds[place]!, golds[placeOf.get(other)!]!))
    const ideal = bestGrades(golds, place)
    ndcg += ideal.length === 0 ? 0 : gainOf(grades) / gainOf(ideal)
    precision += grades.filter((grade) => grade > 0).length / DEPTH
  }
  const count = Math.max(1, queries.length)
  return { ndcg: ndcg / count, precision: precision / count }
}

function bestGrades(golds: readonly RelatedGold[], place: number): number[] {
  const grades: number[] = []
  for (let other = 0; other < place; other++) {
    const grade = gradeOf(golds[place]!, golds[other]!)
    if (grade > 0) grades.push(grade)
  }
  return grades.sort((a, b) => b - a).slice(0, DEPTH)
}

function gradeOf(one: RelatedGold, other: RelatedGold): number {
  if (!one.topics.some((topic) => other.topics.includes(topic))) return 0
  return one.names.some((name) => other.names.includes(name)) ? 2 : 1
}

function gainOf(grades: readonly number[]): number {
  return grades.reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0)
}
