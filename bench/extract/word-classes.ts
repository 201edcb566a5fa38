/** Most frequent words that get a class, and classes. More of either gained nothing on hosts of part 1. */
const WORDS = 12_000
const CLASSES = 160
/** Neighbours that are told apart on each side; the rest is one. */
const NEIGHBOURS = 600
const ROUNDS = 12
const TOKEN = /\p{N}[\p{N}.,]*|[\p{L}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{N}]|\n/gu

/**
 * Classes of words that stand between the same neighbours, each as its words joined by spaces.
 *
 * **Source:** spherical k-means (Dhillon and Modha 2001) over square roots of neighbour counts.
 */
export function wordClasses(texts: readonly string[]): string[] {
  const { vocabulary, vectors } = neighbourVectors(texts)
  const dimensions = 2 * (NEIGHBOURS + 1)
  let centres = Array.from({ length: CLASSES }, (_, index) => dense(vectors[index]!, dimensions))
  let assigned: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    assigned = vectors.map((vector) => nearest(vector, centres))
    centres = centres.map((centre) => centre.fill(0))
    for (const [word, vector] of vectors.entries())
      for (const [at, value] of vector) centres[assigned[word]!]![at]! += value
    for (const centre of centres) {
      const length = Math.hypot(...centre) || 1
      for (let at = 0; at < dimensions; at++) centre[at]! /= length
    }
  }
  const classes = Array.from({ length: CLASSES }, (): string[] => [])
  for (const [word, at] of assigned.entries()) classes[at]!.push(vocabulary[word]!)
  return classes.filter((words) => words.length > 0).map((words) => words.join(' '))
}

function neighbourVectors(texts: readonly string[]): { vocabulary: string[]; vectors: [number, number][][] } {
  const counts = new Map<string, number>()
  const lines = texts.map((text) => (text.match(TOKEN) ?? []).map(plain))
  for (const line of lines) for (const token of line) counts.set(token, (counts.get(token) ?? 0) + 1)
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([token]) => token)
  const vocabulary = ranked.filter((token) => /^\p{Ll}/u.test(token)).slice(0, WORDS)
  const numbered = new Map(vocabulary.map((token, index) => [token, index]))
  const columns = new Map(ranked.slice(0, NEIGHBOURS).map((token, index) => [token, index]))
  const rows = vocabulary.map(() => new Map<number, number>())
  for (const line of lines)
    for (const [at, token] of line.entries()) {
      const row = rows[numbered.get(token) ?? -1]
      if (!row) continue
      for (const [neighbour, offset] of [
        [line[at - 1], 0],
        [line[at + 1], NEIGHBOURS + 1],
      ] as const) {
        const column = offset + (columns.get(neighbour ?? '\n') ?? NEIGHBOURS)
        row.set(column, (row.get(column) ?? 0) + 1)
      }
    }
  const vectors = rows.map((row) => {
    const entries = [...row].map(([column, count]): [number, number] => [column, Math.sqrt(count)])
    const length = Math.sqrt(entries.reduce((sum, [, value]) => sum + value * value, 0)) || 1
    return entries.map(([column, value]): [number, number] => [column, value / length])
  })
  return { vocabulary, vectors }
}

/** Capitals are one token, and so are numbers: they are classes already. */
function plain(token: string): string {
  if (/^\p{Lu}/u.test(token)) return /^\p{Lu}\p{Ll}{0,3}$/u.test(token) ? token.toLowerCase() : '^'
  return /^\p{N}/u.test(token) ? '0' : token.replaceAll('’', "'")
}

function nearest(vector: readonly [number, number][], centres: readonly Float64Array[]): number {
  let best = 0
  let most = -1
  for (const [index, centre] of centres.entries()) {
    let sum = 0
    for (const [at, value] of vector) sum += centre[at]! * value
    if (sum > most) {
      most = sum
      best = index
    }
  }
  return best
}

function dense(vector: readonly [number, number][], dimensions: number): Float64Array {
  const out = new Float64Array(dimensions)
  for (const [at, value] of vector) out[at] = value
  return out
}
