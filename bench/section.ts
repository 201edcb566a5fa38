/**
 * How often the guessed section is the one that the page's own categories name, the guess not seeing them.
 * node bench/section.ts gold.json      {id: {title, categories, with}}; `with` are passages of the text
 */
import { readFileSync } from 'node:fs'
import { guessSection } from '../src/tag/section.ts'
import { CLAIMED_SECTIONS } from '../src/tag/section-claims.ts'
import { loadLanguageDetector } from '../src/text/language.ts'
import { foldWord, words } from '../src/text/words.ts'

type Page = { title?: string; categories?: string[]; with?: string[] }

const pages = Object.values(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Record<string, Page>)
const detector = await loadLanguageDetector()
let right = 0
let silent = 0
let asked = 0
for (const { title = '', categories = [], with: passages = [] } of pages) {
  if (!Array.isArray(categories)) continue
  const named = new Set(
    categories.flatMap((name) =>
      words(name)
        .map(({ text }) => CLAIMED_SECTIONS.get(foldWord(text)))
        .filter(Boolean),
    ),
  )
  if (named.size !== 1) continue
  const text = passages.join('\n')
  const { language } = detector.detect(`${title}\n${text}`)
  const guess = guessSection({ title, text, language })
  asked++
  if (guess.confidence === 0) silent++
  else if (named.has(guess.section as never)) right++
}
console.log(`${asked} pages with one named section: ${right} right, ${asked - right - silent} wrong, ${silent} silent`)
