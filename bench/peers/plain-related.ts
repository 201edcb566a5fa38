import { foldWord, words } from '../../src/text/words.ts'

export type PlainArticle = { id: string; title: string; text: string }
/** Ids of what belongs with the article at a place of the corpus, best first, from those before it; at most `limit`, no headline twice. */
export type PlainRelated = (place: number, limit: number) => string[]

type Counted = { title: Map<string, number>; all: Map<string, number>; length: number; norm: number }

const K1 = 1.2
const B = 0.75
/** Words that more of the articles hold are left out of cosines: they cost most and tell least. */
const COSINE_COMMON = 0.15

/**
 * What search engines and tutorials do, over articles in order of time: BM25 with the article's 100 weightiest words, cosine of TF-IDF vectors, and
 * the 25 weightiest words as a plain query ("more like this"), and the headline's words.
 * **Source:** Robertson & Walker (1994); Salton & Buckley (1988); Apache Lucene's MoreLikeThis with its default of 25 terms.
 */
export function plainRelated(articles: readonly PlainArticle[]): Readonly<Record<string, PlainRelated>> {
  const documents = articles.map(counted)
  const holders = new Map<string, number[]>()
  for (const [place, { all }] of documents.entries())
    for (const word of all.keys()) {
      const places = holders.get(word)
      if (places) places.push(place)
      else holders.set(word, [place])
    }
  const meanLength = documents.reduce((sum, { length }) => sum + length, 0) / Math.max(1, documents.length)
  const rarity = (word: string) => {
    const count = holders.get(word)?.length ?? 0
    return Math.log(1 + (documents.length - count + 0.5) / (count + 0.5))
  }
  for (const document of documents) document.norm = normOf(document.all, rarity)
  const heaviest = (all: ReadonlyMap<string, number>, limit: number) =>
    [...all]
      .map(([word, count]) => [word, count * rarity(word)] as const)
      .sort((a, b) => b[1] - a[1])
      .slice(0, limit)
  const bm25 = (place: number, asked: readonly (readonly [string, number])[]) =>
    summed(place, asked, holders, (word, weight, other) => {
      const { all, length } = documents[other]!
      const count = all.get(word)!
      return (weight * rarity(word) * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / meanLength))
    })
  const cosine = (place: number) => {
    const { all } = documents[place]!
    const telling = [...all].filter(([word]) => holders.get(word)!.length <= COSINE_COMMON * documents.length)
    return summed(place, telling, holders, (word, count, other) => {
      const { all: others, norm } = documents[other]!
      return ((1 + Math.log(count)) * (1 + Math.log(others.get(word)!)) * rarity(word) ** 2) / norm
    })
  }
  const named = (scores: (place: number) => Float64Array): PlainRelated => {
    return (place, limit) => best(articles, place, scores(place), limit)
  }
  return {
    'BM25, 100 weighted words': named((place) => bm25(place, heaviest(documents[place]!.all, 100))),
    'TF-IDF cosine': named(cosine),
    'more like this, 25 words': named((place) =>
      bm25(
        place,
        heaviest(documents[place]!.all, 25).map(([word]) => [word, 1] as const),
      ),
    ),
    'BM25 of headlines': named((place) =>
      bm25(
        place,
        [...documents[place]!.title.keys()].map((word) => [word, 1] as const),
      ),
    ),
  }
}

function counted({ title, text }: PlainArticle): Counted {
  const titleCounts = new Map<string, number>()
  const all = new Map<string, number>()
  let length = 0
  for (const [part, times] of [
    [title, 2],
    [text, 1],
  ] as const)
    for (const { text: word } of words(part)) {
      const folded = foldWord(word)
      if (folded.length < 3 || /^\p{N}/u.test(folded)) continue
      all.set(folded, (all.get(folded) ?? 0) + times)
      if (part === title) titleCounts.set(folded, 1)
      length += times
    }
  return { title: titleCounts, all, length, norm: 1 }
}

function normOf(all: ReadonlyMap<string, number>, rarity: (word: string) => number): number {
  let sum = 0
  for (const [word, count] of all) sum += ((1 + Math.log(count)) * rarity(word)) ** 2
  return Math.sqrt(sum) || 1
}

function summed(
  place: number,
  asked: readonly (readonly [string, number])[],
  holders: ReadonlyMap<string, readonly number[]>,
  part: (word: string, weight: number, other: number) => number,
): Float64Array {
  const scores = new Float64Array(place)
  for (const [word, weight] of asked)
    for (const other of holders.get(word) ?? []) {
      if (other >= place) break // only the past
      scores[other]! += part(word, weight, other)
    }
  return scores
}

function best(articles: readonly PlainArticle[], place: number, scores: Float64Array, limit: number): string[] {
  const seen = new Set([articles[place]!.title])
  const ids: string[] = []
  const found = Array.from(scores.keys()).filter((other) => scores[other]! > 0)
  for (const other of found.sort((a, b) => scores[b]! - scores[a]! || a - b)) {
    const { id, title } = articles[other]!
    if (title !== '' && seen.has(title)) continue
    seen.add(title)
    if (ids.push(id) === limit) break
  }
  return ids
}
