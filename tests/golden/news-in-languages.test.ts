import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import { HOUR_MS } from '../../src/model/time.ts'
import { createStoryStream } from '../../src/story/story-stream.ts'

const FILE = new URL('./news-in-languages.tsv', import.meta.url)
/** Measured .955 over ten shuffles (docs/decisions/stories.md), .598 where words alone tell. */
const LEAST_F1 = 0.9

it('joins texts of two languages that tell of one event, and keeps other events of the same people and places apart', () => {
  const stream = createStoryStream()
  const texts: { event: string; language: string }[] = []
  for (const line of readFileSync(FILE, 'utf8').split('\n').filter(Boolean)) {
    const [event = '', language = '', hour = '', title = '', text = ''] = line.split('\t')
    texts.push({ event, language })
    const publishedMs = Number(hour) * HOUR_MS
    stream.take(stream.features({ title, text, language, tags: [], publishedMs, host: null }))
  }
  const stories = stream.finish()
  let both = 0
  let either = 0
  for (const [later, one] of texts.entries()) {
    for (const [earlier, other] of texts.slice(0, later).entries()) {
      if (one.language === other.language) continue
      const isOne = one.event === other.event
      const isFound = stories[earlier] === stories[later]
      if (isOne && isFound) both++
      either += Number(isOne) + Number(isFound)
    }
  }
  const f1 = (2 * both) / either
  assert.ok(f1 >= LEAST_F1, `pair F1 ${f1.toFixed(3)}`)
})
