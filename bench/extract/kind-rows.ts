/**
 * Writes one JSON line for each labelled page: its kind, the facts that kinds and confidence are learnt from, and the body's F1 against the gold.
 *   kind-rows.ts PAGES.jsonl GOLD.json [--part PART] > ROWS.jsonl
 * --part keeps the hosts of one of the five parts: run it with weights that never saw them (train.ts --leave PART).
 */
import fs from 'node:fs'
import { keptBlocks } from '../../src/extract/body.ts'
import { bodyHints } from '../../src/extract/body-hints.ts'
import { prepareHtmlPage } from '../../src/extract/html-page.ts'
import { kindFacts } from '../../src/extract/kind-facts.ts'
import { pageF1 } from './body-measures.ts'
import { isHeldOut } from './split.ts'

type Gold = { url: string; type?: string; articleBody?: string }

const [pagesFile, goldFile] = process.argv.slice(2)
const part = process.argv.includes('--part') ? Number(process.argv[process.argv.indexOf('--part') + 1]) : null
const gold = JSON.parse(fs.readFileSync(goldFile!, 'utf8')) as Record<string, Gold>

for (const line of fs.readFileSync(pagesFile!, 'utf8').split('\n')) {
  if (line === '') continue
  const { id, url, html } = JSON.parse(line) as { id: string; url: string | null; html: string }
  if (part !== null && !isHeldOut(url ?? id, part)) continue
  const { elements, claims, page, parts, headline } = prepareHtmlPage(html, url)
  const { kept, confidence } = keptBlocks(page, { parts, hints: bodyHints(claims, headline.title) })
  const source = { elements, claims, page, kept, sureness: confidence, url, title: headline.title }
  const { type, articleBody } = gold[id]!
  const text = page.texts.filter((_, index) => kept[index]).map((block) => block.text)
  const f1 = articleBody ? pageF1(articleBody, text.join('\n')) : null
  const words = text.join(' ').split(/\s+/u).length
  process.stdout.write(`${JSON.stringify({ id, url, type: type ?? 'article', f1, words, facts: kindFacts(source) })}\n`)
}
