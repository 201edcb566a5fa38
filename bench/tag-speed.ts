/**
 * Tokens a second of tagArticle and texts a second of the language detector, and the memory of both.
 * node bench/tag-speed.ts TEXTS.jsonl   ({text, language?} a line)
 */
import { readFileSync } from 'node:fs'

const [path = ''] = process.argv.slice(2)
const rows = readFileSync(path, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { text: string; language?: string })
const before = process.memoryUsage().rss
const started = performance.now()
const { tagArticle } = await import('../src/tag/tag-article.ts')
const { tokens } = await import('../src/tag/tokens.ts')
const loadMs = performance.now() - started
const afterTagger = process.memoryUsage().rss
const { loadLanguageDetector } = await import('../src/text/language.ts')
const detector = await loadLanguageDetector()
const afterDetector = process.memoryUsage().rss
const mb = (bytes: number) => Math.round(bytes / 1e6)
console.log(
  `tagger loaded in ${Math.round(loadMs)} ms, ${mb(afterTagger - before)} MB; detector ${mb(afterDetector - afterTagger)} MB`,
)
const count = rows.reduce((sum, { text }) => sum + tokens(text).length, 0)
for (let round = 0; round < 5; round++) {
  const start = performance.now()
  for (const { text, language } of rows) tagArticle({ title: null, text, language: language ?? 'en' })
  const middle = performance.now()
  for (const { text } of rows) detector.detect(text)
  const end = performance.now()
  console.log(
    `${Math.round((count / (middle - start)) * 1000)} tokens/s tagged, ${Math.round((rows.length / (end - middle)) * 1000)} texts/s detected`,
  )
}
