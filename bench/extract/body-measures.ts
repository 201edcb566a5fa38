/** Length of the word runs of the Article Extraction Benchmark's measure. */
const RUN = 4

/** Precision, recall and F1 over 4-word shingles (harmonic mean of page means) and mean bag-of-words F1, as one line. **Source:** scrapinghub/article-extraction-benchmark; WCXB. */
export function bodyMeasures(golds: readonly string[], answers: readonly string[]): string {
  let precision = 0
  let recall = 0
  let bag = 0
  for (const [index, gold] of golds.entries()) {
    const goldWords = wordsOf(gold)
    const ownWords = wordsOf(answers[index]!)
    const shared = overlap(shingles(goldWords), shingles(ownWords))
    precision += shared / Math.max(1, ownWords.length - RUN + 1)
    recall += shared / Math.max(1, goldWords.length - RUN + 1)
    const common = overlap(
      countsOf(goldWords.map((word) => word.toLowerCase())),
      countsOf(ownWords.map((word) => word.toLowerCase())),
    )
    bag += (2 * common) / Math.max(1, goldWords.length + ownWords.length)
  }
  const [p, r, b] = [precision, recall, bag].map((sum) => sum / Math.max(1, golds.length)) as [number, number, number]
  return `F1 ${((2 * p * r) / (p + r)).toFixed(4)} P ${p.toFixed(4)} R ${r.toFixed(4)} bag ${b.toFixed(4)}`
}

/** F1 of one page's text over 4-word shingles, 0 to 1. */
export function pageF1(gold: string, answer: string): number {
  const goldWords = wordsOf(gold)
  const ownWords = wordsOf(answer)
  const shared = overlap(shingles(goldWords), shingles(ownWords))
  return (2 * shared) / Math.max(1, goldWords.length + ownWords.length - 2 * (RUN - 1))
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []
}

function shingles(words: readonly string[]): Map<string, number> {
  return countsOf(
    Array.from({ length: Math.max(0, words.length - RUN + 1) }, (_, at) => words.slice(at, at + RUN).join(' ')),
  )
}

function countsOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [item, count] of a) sum += Math.min(count, b.get(item) ?? 0)
  return sum
}
