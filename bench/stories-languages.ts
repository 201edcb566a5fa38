/**
 * Whether texts of several languages find each other where they tell of one event, over invented news of two days
 * (tests/golden/news-in-languages.tsv: event, language, hour, title, text; events of one number are siblings, of the same people and
 * places): precision, recall and F1 over all pairs of texts, and over those of two languages alone, mean of the shuffles within the hour
 * of arrival, by half of the numbers.
 *   scripts/node.sh bench/stories-languages.ts [SHUFFLES [HALF]]      HALF: odd, even or all
 */
import { readFileSync } from 'node:fs'
import { HOUR_MS } from '../src/model/time.ts'
import { createStoryStream } from '../src/story/story-stream.ts'
import { inOrder } from './stories-score.ts'

type Row = { event: string; language: string; hour: number; title: string; text: string }

const shuffles = Number(process.argv[2] ?? 10)
const half = process.argv[3] ?? 'all'
const file = new URL('../tests/golden/news-in-languages.tsv', import.meta.url)
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line): Row => {
    const [event = '', language = '', hour = '', title = '', text = ''] = line.split('\t')
    return { event, language, hour: Number(hour), title, text }
  })
  .filter(({ event }) => half === 'all' || Number.parseInt(event, 10) % 2 === (half === 'odd' ? 1 : 0))

const counts = { all: { both: 0, found: 0, true: 0 }, crossing: { both: 0, found: 0, true: 0 } }
const byLanguage = new Map<string, { found: number; true: number }>()
for (let seed = 1; seed <= shuffles; seed++) {
  const stream = createStoryStream()
  const shuffled = inOrder(rows, seed)
  for (const { title, text, language, hour } of shuffled) {
    stream.take(stream.features({ title, text, language, tags: [], publishedMs: hour * HOUR_MS, host: null }))
  }
  countPairs(shuffled, stream.finish())
}
for (const [name, count] of Object.entries(counts)) {
  const f1 = (2 * count.both) / (count.found + count.true)
  const part = (of: number): number => Number((count.both / of).toFixed(3))
  console.log(
    JSON.stringify({
      pairs: name,
      f1: Number(f1.toFixed(3)),
      precision: part(count.found),
      recall: part(count.true),
      wrong: (count.found - count.both) / shuffles,
    }),
  )
}
for (const [language, count] of byLanguage)
  console.log(
    JSON.stringify({ language, recall: Number((count.found / count.true).toFixed(3)), pairs: count.true / shuffles }),
  )

function countPairs(texts: readonly Row[], stories: readonly number[]): void {
  for (const [later, one] of texts.entries()) {
    for (let earlier = 0; earlier < later; earlier++) {
      const other = texts[earlier]!
      const isTrue = one.event === other.event
      const isFound = stories[earlier] === stories[later]
      const isCrossing = one.language !== other.language
      for (const count of isCrossing ? [counts.all, counts.crossing] : [counts.all]) {
        if (isTrue) count.true++
        if (isFound) count.found++
        if (isTrue && isFound) count.both++
      }
      if (!isTrue) continue
      for (const language of new Set([one.language, other.language])) {
        const count = byLanguage.get(language) ?? { found: 0, true: 0 }
        byLanguage.set(language, { found: count.found + Number(isFound), true: count.true + 1 })
      }
    }
  }
}
