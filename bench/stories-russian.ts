/**
 * Whether two Russian texts are of one story, over invented news of one day (tests/golden/russian-news.tsv: event, title, text; events of
 * one number are siblings): precision, recall and F1 over all pairs of texts, mean of the shuffles, by half of the numbers.
 *   scripts/node.sh bench/stories-russian.ts [SHUFFLES [FILE.tsv]]
 */
import { readFileSync } from 'node:fs'
import { createStoryStream } from '../src/story/story-stream.ts'
import { inOrder } from './stories-score.ts'

const shuffles = Number(process.argv[2] ?? 10)
const file = process.argv[3] ?? new URL('../tests/golden/russian-news.tsv', import.meta.url)
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => {
    const [event = '', title = '', text = ''] = line.split('\t')
    return { event, title, text }
  })

const isOdd = ({ event }: { event: string }): boolean => Number.parseInt(event, 10) % 2 === 1
const halves = { all: () => true, odd: isOdd, even: (row: { event: string }) => !isOdd(row) }
const sums = new Map(Object.keys(halves).map((name) => [name, { both: 0, found: 0, true: 0 }]))
for (let seed = 1; seed <= shuffles; seed++) {
  const stream = createStoryStream()
  const shuffled = inOrder(rows, seed)
  for (const { title, text } of shuffled) {
    stream.take(stream.features({ title, text, language: 'ru', tags: [], publishedMs: 0, host: null }))
  }
  const stories = stream.finish()
  for (const [name, isIn] of Object.entries(halves)) {
    const sum = sums.get(name)!
    for (let later = 0; later < rows.length; later++) {
      for (let earlier = 0; earlier < later; earlier++) {
        const [one, other] = [shuffled[earlier]!, shuffled[later]!]
        if (!isIn(one) && !isIn(other)) continue
        const isTrue = one.event === other.event
        const isFound = stories[earlier] === stories[later]
        if (isTrue) sum.true++
        if (isFound) sum.found++
        if (isTrue && isFound) sum.both++
      }
    }
  }
}
for (const [name, sum] of sums) {
  const f1 = (2 * sum.both) / (sum.found + sum.true)
  console.log(
    JSON.stringify({
      name,
      f1: Number(f1.toFixed(3)),
      precision: Number((sum.both / sum.found).toFixed(3)),
      recall: Number((sum.both / sum.true).toFixed(3)),
    }),
  )
}
