/**
 * Places of whole newswire items: the countries among the tags against those that people gave each item.
 * node bench/tag-places.ts CORPUS.jsonl GOLD.jsonl [ITEMS]   ({id, title, text}, {id, places}; the first ITEMS, 2,000)
 * Measure only: nothing is to be tuned on these items.
 */
import { readFileSync } from 'node:fs'
import { COUNTRIES } from '../src/tag/countries.ts'
import { tagArticle } from '../src/tag/tag-article.ts'
import { tagSlug } from '../src/tag/tag-key.ts'

const [corpusPath = '', goldPath = '', items = '2000'] = process.argv.slice(2)
/** How the newswire of 1987 calls a country of another name today. */
const CALLED: Readonly<Record<string, string>> = {
  'united-states': 'usa',
  'united-kingdom': 'uk',
  britain: 'uk',
  germany: 'west-germany',
  russia: 'ussr',
  'soviet-union': 'ussr',
  'united-arab-emirates': 'uae',
}
const countries = new Set(
  COUNTRIES.trim()
    .split('\n')
    .map((line) => tagSlug(line.split('=')[0] ?? '')),
)
const gold = new Map(readRows<{ id: string; places: string[] }>(goldPath).map(({ id, places }) => [id, places]))
let right = 0
let said = 0
let wanted = 0
const missed = new Map<string, number>()
for (const { id, title, text } of readRows<{ id: string; title: string; text: string }>(corpusPath).slice(0, +items)) {
  const places = new Set(gold.get(id) ?? [])
  const named = new Set(
    tagArticle({ title, text, language: 'en' })
      .filter((tag) => tag.kind === 'place' && countries.has(tagSlug(tag.name)))
      .map((tag) => CALLED[tagSlug(tag.name)] ?? tagSlug(tag.name)),
  )
  said += named.size
  wanted += places.size
  for (const place of places) {
    if (named.has(place)) right++
    else missed.set(place, (missed.get(place) ?? 0) + 1)
  }
}
const worst = [...missed].sort((a, b) => b[1] - a[1]).slice(0, 8)
process.stdout.write(
  `P ${(right / said).toFixed(3)} R ${(right / wanted).toFixed(3)} micro-F1 ${((2 * right) / (said + wanted)).toFixed(3)}; missed most: ${worst.map(([place, count]) => `${place} ${count}`).join(', ')}\n`,
)

function readRows<Row>(path: string): Row[] {
  // As Row: these are the files of a documented set, read by their own shape.
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)
}
