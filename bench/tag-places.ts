/**
 * Places of whole newswire items: the countries among the tags against those that people gave each item.
 * node bench/tag-places.ts CORPUS.jsonl GOLD.jsonl [FROM [TO]]   ({id, title, text}, {id, places}; all items)
 * Items that nobody gave a place are left out. Two figures: every country among the tags, and those that the text is set in.
 * Rules were written on items 0 to 3,060 of the set of 9,181; the rest is for the figures alone.
 */
import { readFileSync } from 'node:fs'
import { articleCountries } from '../src/tag/article-countries.ts'
import { COUNTRIES } from '../src/tag/countries.ts'
import { tagArticle } from '../src/tag/tag-article.ts'
import { tagSlug } from '../src/tag/tag-key.ts'

const [corpusPath = '', goldPath = '', from = '0', to = 'Infinity'] = process.argv.slice(2)
/** How the newswire of 1987 calls a country of another name today. */
const CALLED: Readonly<Record<string, string>> = {
  'united-states': 'usa',
  'united-kingdom': 'uk',
  england: 'uk',
  scotland: 'uk',
  wales: 'uk',
  'northern-ireland': 'uk',
  'democratic-republic-of-the-congo': 'zaire',
  'republic-of-the-congo': 'congo',
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
type Score = { right: number; said: number; wanted: number; missed: Map<string, number> }
const all: Score = { right: 0, said: 0, wanted: 0, missed: new Map() }
const setIn: Score = { right: 0, said: 0, wanted: 0, missed: new Map() }
const rows = readRows<{ id: string; title: string; text: string }>(corpusPath).slice(+from, +to)
for (const { id, title, text } of rows) {
  const places = new Set(gold.get(id) ?? [])
  if (places.size === 0) continue
  const tags = tagArticle({ title, text, language: 'en' })
  count(
    all,
    tags.filter((tag) => tag.kind === 'place' && countries.has(tagSlug(tag.name))),
    places,
  )
  count(setIn, articleCountries(tags), places)
}
print('all countries among the tags', all)
print('countries it is set in', setIn)

function count(score: Score, tags: readonly { name: string }[], places: ReadonlySet<string>): void {
  const named = new Set(tags.map(({ name }) => CALLED[tagSlug(name)] ?? tagSlug(name)))
  score.said += named.size
  score.wanted += places.size
  for (const place of places) {
    if (named.has(place)) score.right++
    else score.missed.set(place, (score.missed.get(place) ?? 0) + 1)
  }
}

function print(name: string, { right, said, wanted, missed }: Score): void {
  const worst = [...missed].sort((a, b) => b[1] - a[1]).slice(0, 8)
  process.stdout.write(
    `${name}: P ${(right / said).toFixed(3)} R ${(right / wanted).toFixed(3)} micro-F1 ${((2 * right) / (said + wanted)).toFixed(3)}; missed most: ${worst.map(([place, times]) => `${place} ${times}`).join(', ')}\n`,
  )
}

function readRows<Row>(path: string): Row[] {
  // As Row: these are the files of a documented set, read by their own shape.
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)
}
