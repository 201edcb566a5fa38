/**
 * How well words that others put into a text are taken out, on clean texts tampered with here.
 *   tampering.ts GOLD.json
 * For each text of a held-out host: a brand glued to words, a brand standing alone between two words, and (the control) a text that is
 * about the brand, made by giving the brand's name to the text's own most frequent name: there every repair is wrong.
 */
import fs from 'node:fs'
import { extractPlainText } from '../../src/extract/extract-page.ts'
import { hash32 } from '../../src/text/hash.ts'
import { isHeldOut } from './split.ts'

const BRANDS = [
  'TrendPulse',
  'BlueHarbor',
  'EverScope',
  'QuantRidge',
  'NovaLine',
  'Morning Crest',
  'Harborist',
  'Lumenta',
]
/** Share of sentences tampered with: the pages of this kind hold one to three such places. */
const SHARE = 0.05
const NOW_MS = Date.UTC(2026, 0, 1)

type Gold = Record<string, { url: string | null; title: string | null; articleBody?: string }>
const gold = JSON.parse(fs.readFileSync(process.argv[2]!, 'utf8')) as Gold
const totals = { glued: counts(), standing: counts(), title: counts(), about: counts() }

for (const [id, { url, title, articleBody }] of Object.entries(gold)) {
  if (!articleBody || articleBody.length < 500 || !isHeldOut(url ?? id)) continue
  const brand = BRANDS[hash32(id) % BRANDS.length]!
  const headline = (title ?? 'A headline of some words').replaceAll('|', ' ').replace(/\s+/gu, ' ').trim()
  for (const kind of ['glued', 'standing'] as const)
    measure(
      totals[kind],
      page(brand, headline, tamper(articleBody, brand, kind === 'glued' ? brand : `${brand} `, id)),
      'text',
    )
  const words = headline.split(' ')
  if (words.length >= 4)
    measure(
      totals.title,
      { ...page(brand, words.with(2, brand + words[2]).join(' '), { text: articleBody, places: 0 }), places: 1 },
      'title',
    )
  const name = mostFrequentName(articleBody)
  if (name)
    measure(
      totals.about,
      page(brand, headline, {
        text: articleBody.replace(new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, 'gu'), brand),
        places: 0,
      }),
      'text',
    )
}
for (const [kind, { right, wrong, missed, texts, changed }] of Object.entries(totals)) {
  process.stdout.write(
    `${kind}: ${texts} texts, ${right + missed} places, precision ${share(right, wrong)}, recall ${share(right, missed)}, wrong repairs ${wrong} in ${changed} texts\n`,
  )
}

function counts(): { right: number; wrong: number; missed: number; texts: number; changed: number } {
  return { right: 0, wrong: 0, missed: 0, texts: 0, changed: 0 }
}

function share(right: number, other: number): string {
  return right + other === 0 ? '-' : (right / (right + other)).toFixed(4)
}

function page(
  brand: string,
  title: string,
  { text, places }: { text: string; places: number },
): { page: string; places: number } {
  return {
    page: `Current:Home > Ventures${brand}|${title} -Clear Guild\n${brand}|${title}\nA Desk View\nDate:2025-04-11 04:23:55\n${text}\n`,
    places,
  }
}

function measure(
  total: ReturnType<typeof counts>,
  made: { page: string; places: number },
  field: 'text' | 'title',
): void {
  const result = extractPlainText(made.page, { url: null, nowMs: NOW_MS })
  if (process.argv.includes('--show') && made.places === 0 && result.ok)
    for (const { found, at } of result.value.repairs)
      process.stdout.write(
        `wrong ${JSON.stringify(found)}: ${result.value.text.slice(Math.max(0, at - 40), at + 40).replaceAll('\n', ' ')}\n`,
      )
  const found = result.ok ? result.value.repairs.filter((repair) => repair.field === field).length : 0
  total.texts++
  total.right += Math.min(found, made.places)
  total.missed += Math.max(0, made.places - found)
  total.wrong += Math.max(0, found - made.places)
  if (found > made.places) total.changed++
}

/** Puts the brand before a word that follows a small word, in one sentence of twenty, in one at least. */
function tamper(text: string, brand: string, put: string, id: string): { text: string; places: number } {
  let places = 0
  const sentences = text.split(/(?<=[.!?]) /u)
  const tampered = sentences.map((sentence, index) => {
    const wanted = hash32(`${id}.${index}`) % 1000 < SHARE * 1000 || (places === 0 && index === sentences.length - 1)
    const seats = [...sentence.matchAll(/(?<=\p{Ll} )\p{Ll}{2,}/gu)].filter(
      ({ index: at }) => !sentence.slice(Math.max(0, at - brand.length - 2), at).includes(brand),
    )
    const seat = seats[hash32(`${id}.${index}.seat`) % Math.max(1, seats.length)]
    if (!wanted || !seat) return sentence
    places++
    return sentence.slice(0, seat.index) + put + sentence.slice(seat.index)
  })
  return { text: tampered.join(' '), places }
}

function mostFrequentName(text: string): string | null {
  const counted = new Map<string, number>()
  for (const [name] of text.matchAll(/(?<=\p{Ll} )\p{Lu}\p{Ll}{3,}(?![\p{L}'’-])/gu))
    counted.set(name, (counted.get(name) ?? 0) + 1)
  const best = [...counted].sort((a, b) => b[1] - a[1])[0]
  return best && best[1] >= 2 ? best[0] : null
}
