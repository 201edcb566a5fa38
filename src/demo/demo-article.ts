import type { DateClaim, DateDoubt, ExtractedArticle, PageLink, PageLists, Repair } from '../model/article.ts'
import type { Block } from '../model/block.ts'
import type { Section } from '../model/tag.ts'
import { DAY_MS, type EpochMs } from '../model/time.ts'
import { textFacts, weekdayOf } from './compose.ts'
import { capital, expand } from './grammar.ts'
import type { Plan } from './plan.ts'
import { childSeed, type Random, seededRandom, shuffled } from './random.ts'
import { CHROME_TITLES } from './side-texts.ts'
import { publishedMs, type WrittenText } from './written-text.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
// A day to either side is no contradiction: a report read the morning after, or another zone.
const DOUBTED_WEEKDAYS_APART = 2

/** The moment that a page claims: for a re-dated copy the day it was put up, not the day of the text. */
export const claimedMs = (plan: Plan): EpochMs =>
  plan.copy?.farm === true && plan.copy.redatedDays === 0 ? publishedMs(plan.copy.of) : publishedMs(plan)

/** Everything that extract would read off the page of this plan. */
export function demoArticle(plan: Plan, written: WrittenText): ExtractedArticle {
  const random = seededRandom(childSeed(plan.seed, 99))
  const farm = plan.copy?.farm === true
  const blocks = blocksOf(plan, written, random)
  const text = blocks
    .map(blockText)
    .filter((part) => part !== '')
    .join('\n\n')
  const dates = dateClaims(plan, random)
  const image = picture(plan)
  return {
    url: articleUrl(plan, written.title),
    kind: 'article',
    title: written.title,
    channel: farm ? plan.outlet.brand : null,
    siteName: plan.outlet.name,
    byline: [written.author],
    section: farm ? ['Home', random.pick(['Scams', 'Markets', 'Finance', 'Stocks'])] : crumbs(plan),
    dates,
    published: dates[0]!.iso,
    modified: null,
    publishedFrom: dates[0]!.from,
    doubts: farm ? doubtsOf(plan, dates, text) : [],
    language: plan.shape.kind === 'foreign' ? plan.outlet.language : 'en',
    text,
    blocks,
    image,
    tags: plan.shape.kind === 'text' ? plan.story.tags : [],
    reactions: farm ? [{ label: 'veryGood!', count: random.int(2, 990) }] : [],
    lists: farm ? chromeLists(plan, random) : { related: [], ranking: [], recommendation: [] },
    repairs: farm ? injectedRepairs(text, plan.outlet.brand, random) : [],
    views: farm || random.chance(0.2) ? random.int(40, 90_000) : null,
    agencies: written.agencies,
    confidence: 0.97,
  }
}

const articlePath = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '')

/** Where an outlet puts the text; unique by story and number. */
export function articleUrl(plan: Plan, title: string): string {
  const date = new Date(claimedMs(plan)).toISOString().slice(0, 10).replaceAll('-', '/')
  const path = articlePath(title) || 'article'
  return `https://${plan.outlet.host}/${sectionOf(plan)}/${date}/${path}-${plan.story.id}-${plan.index}`
}

/** Where a text belongs: what a shop offers is none of its story's section. */
export const sectionOf = (plan: Plan): Section => (plan.shape.kind === 'flood' ? 'other' : plan.story.kind.section)

function crumbs(plan: Plan): string[] {
  const { section, crumb } = plan.story.kind
  if (plan.shape.kind === 'flood') return ['Shopping', 'Deals']
  const name = section.charAt(0).toUpperCase() + section.slice(1)
  return plan.shape.kind === 'text' && plan.shape.angle === 'opinion' ? ['Opinion', name] : [name, crumb]
}

// Every fourth original has a picture; hosts ending in .example serve none, so the rest stays without.
function picture(plan: Plan): string | null {
  if (plan.copy !== null || plan.shape.kind === 'flood' || plan.seed % 4 !== 0) return null
  return `https://${plan.outlet.host}/pictures/${plan.story.id}-${plan.index}.jpg`
}

function blocksOf(plan: Plan, written: WrittenText, random: Random): Block[] {
  const blocks: Block[] = []
  const image = picture(plan)
  if (image !== null)
    blocks.push({ kind: 'image', url: image, alt: '', caption: `${plan.story.facts.place}, ${weekdayOf(plan.atMs)}` })
  const { paragraphs } = written
  const explains = plan.shape.kind === 'text' && plan.shape.angle === 'background' && plan.copy === null
  const weekly = plan.shape.kind === 'routine'
  if (weekly && random.chance(0.5)) {
    blocks.push(paragraph(paragraphs[0]!), { kind: 'list', ordered: false, items: paragraphs.slice(1).map(inlinesOf) })
    return blocks
  }
  paragraphs.forEach((text, index) => {
    if (explains && index === 1) blocks.push({ kind: 'heading', level: 2, inlines: inlinesOf('What is known') })
    const spoken = /^"([^"]{30,})"$/.exec(text)
    blocks.push(spoken === null ? paragraph(text) : { kind: 'quote', paragraphs: [inlinesOf(text)] })
  })
  if (explains && random.chance(0.5)) blocks.push(figuresTable(plan, random))
  return blocks
}

/** What hangs under every page of a farm; `links` are pages of the farm itself. */
function chromeLists(plan: Plan, random: Random): PageLists {
  const facts = { ...textFacts({ story: plan.story, atMs: plan.atMs, agency: null }, random), thing: 'wool socks' }
  const links = (count: number): PageLink[] =>
    shuffled(CHROME_TITLES, random)
      .slice(0, count)
      .map((template) => {
        const title = capital(expand(template, facts, random))
        return { title, url: `https://${plan.outlet.host}/${articlePath(title)}` }
      })
  return { related: links(random.int(3, 5)), ranking: links(4), recommendation: links(4) }
}

function figuresTable(plan: Plan, random: Random): Block {
  const year = new Date(plan.atMs).getUTCFullYear()
  const cells = (...texts: readonly string[]) => texts.map(inlinesOf)
  const rows = [2, 1, 0].map((back) => ({
    header: false,
    cells: cells(String(year - back - 1), String(random.int(11, 980)), `${random.int(1, 9)}.${random.int(0, 9)} %`),
  }))
  return { kind: 'table', rows: [{ header: true, cells: cells('Year', plan.story.facts.region!, 'Change') }, ...rows] }
}

const inlinesOf = (text: string) => [{ text }]
const paragraph = (text: string): Block => ({ kind: 'paragraph', inlines: inlinesOf(text) })

/** Text of a block in the shape in which extract joins it. */
function blockText(block: Block): string {
  const textOf = (inlines: readonly { text: string }[]): string => inlines.map(({ text }) => text).join('')
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return textOf(block.inlines)
    case 'list':
      return block.items.map(textOf).join('\n')
    case 'quote':
      return block.paragraphs.map(textOf).join('\n\n')
    case 'table':
      return block.rows.map((row) => row.cells.map(textOf).join('\t')).join('\n')
    default:
      return ''
  }
}

function dateClaims(plan: Plan, random: Random): DateClaim[] {
  const atMs = Math.floor(claimedMs(plan) / 1000) * 1000
  const iso = new Date(atMs).toISOString().replace('.000Z', 'Z')
  if (plan.copy?.farm !== true) {
    return [{ role: 'published', found: iso, from: 'json-ld', iso, atMs, precision: 'second' }]
  }
  const found = iso.replace('T', ' ').replace('Z', '')
  const claims: DateClaim[] = [
    { role: 'published', found, from: 'line', iso: iso.replace('Z', ''), atMs, precision: 'second' },
  ]
  if (plan.copy.redatedDays > 1 && random.chance(0.4)) {
    const firstMs = Math.floor(publishedMs(plan.copy.of) / 1000) * 1000
    const first = new Date(firstMs).toISOString().replace('.000Z', 'Z')
    const from = 'meta:article:published_time'
    claims.push({ role: 'published', found: first, from, iso: first, atMs: firstMs, precision: 'second' })
  }
  return claims
}

function doubtsOf(plan: Plan, dates: readonly DateClaim[], text: string): DateDoubt[] {
  const doubts: DateDoubt[] = []
  const [claim, other] = dates
  if (other !== undefined && Math.abs(other.atMs - claim!.atMs) > 1.5 * DAY_MS) {
    const detail = `The page says ${claim!.iso} (${claim!.from}) and also ${other.iso} (${other.from}).`
    doubts.push({ reason: 'claims-differ', detail })
  }
  const own = weekdayOf(publishedMs(plan.copy!.of))
  const apart = Math.floor(claim!.atMs / DAY_MS) - Math.floor(publishedMs(plan.copy!.of) / DAY_MS)
  const near = Math.min(apart % 7, 7 - (apart % 7))
  if (near >= DOUBTED_WEEKDAYS_APART && text.includes(`on ${own}`)) {
    const detail = `The text speaks of its own day as a ${own}, but ${dayText(claim!.atMs)} was a ${weekdayOf(claim!.atMs)}.`
    doubts.push({ reason: 'weekday', detail })
  }
  return doubts
}

function dayText(atMs: EpochMs): string {
  const date = new Date(atMs)
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

/** One to three places where the farm pushed its brand before a word; `at` counts into the clean text. */
function injectedRepairs(text: string, brand: string, random: Random): Repair[] {
  const places: number[] = []
  for (let count = random.int(1, 3); count > 0; count--) {
    const place = placeForBrand(text, random.int(0, Math.max(0, text.length - 40)))
    if (place !== -1 && places.every((other) => Math.abs(other - place) > 60)) places.push(place)
  }
  return places
    .sort((one, other) => one - other)
    .map((at) => {
      const mended = /^[a-z]+/.exec(text.slice(at))![0]
      return { kind: 'injected-word', field: 'text', found: brand + mended, at, mended, brand }
    })
}

// Inside a sentence: a blank after a lower-case letter, before a lower-case word of two letters or more.
const BRAND_PLACE = /[a-z] (?=[a-z]{2,} )/g

function placeForBrand(text: string, from: number): number {
  BRAND_PLACE.lastIndex = from
  const match = BRAND_PLACE.exec(text)
  return match === null ? -1 : match.index + 2
}
