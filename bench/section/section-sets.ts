import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { filedUnder } from '../../src/tag/section-claims.ts'
import { hash32 } from '../../src/text/hash.ts'
import { STORY_SECTIONS } from './story-sections.ts'

/** A text whose section is known; where two are right, either counts. `half` is 0 or 1: what was looked at, and what was not. */
export type SectionCase = {
  title: string
  text: string
  /** BCP 47; null where it is to be found out. */
  language: string | null
  sections: readonly string[]
  half: number
  host: string | null
}
export type SectionSet = { name: string; cases: readonly SectionCase[] }

/** Invented headlines of tests/golden, by set and language; halves by line. */
export function inventedHeadlines(set: 'first' | 'fresh' | 'last'): SectionSet[] {
  const folder = new URL(`../../tests/golden/section-headlines/${set}/`, import.meta.url)
  return readdirSync(folder)
    .sort()
    .map((file) => ({
      name: `${set} ${basename(file, '.tsv')}`,
      cases: readFileSync(new URL(file, folder), 'utf8')
        .trim()
        .split('\n')
        .map((line, index): SectionCase => {
          const [section = '', title = ''] = line.split('\t')
          return {
            title,
            text: '',
            language: basename(file, '.tsv'),
            sections: [section],
            half: index % 2,
            host: null,
          }
        }),
    }))
}

/** Stories of a development folder: headlines, and full texts with their first words alone; halves by story, in the order they come. */
export function storySets(folder: string): SectionSet[] {
  return ['headlines', 'ecbplus'].flatMap((name) => {
    const rows = linesOf<{ id: string; title?: string; text?: string }>(join(folder, 'stories', `${name}.jsonl`))
    const gold = new Map(
      linesOf<{ id: string; story: string }>(join(folder, 'stories', `${name}.gold.jsonl`)).map((row) => [
        row.id,
        row.story,
      ]),
    )
    const order = [...new Set(gold.values())]
    const cases = rows.flatMap((row): SectionCase[] => {
      const story = gold.get(row.id) ?? ''
      const sections = STORY_SECTIONS[story]?.split(' ')
      if (!sections) return []
      const half = order.indexOf(story) % 2
      return [{ title: row.title ?? '', text: row.text ?? '', language: 'en', sections, half, host: null }]
    })
    if (cases.length === 0) return []
    const opening = cases.map((one) => ({
      ...one,
      title: one.text.split(' ').slice(0, FIRST_WORDS).join(' '),
      text: '',
    }))
    return name === 'ecbplus'
      ? [
          { name, cases },
          { name: 'ecbplus, first words', cases: opening },
        ]
      : [{ name, cases }]
  })
}

/** Words of a full text that stand for a headline. */
const FIRST_WORDS = 14

type Gold = { type?: string; url?: string; title?: string; categories?: unknown; with?: string[]; articleBody?: string }

/** Pages whose address or categories name one section, which the guess does not see; halves by host. */
export function pageSets(folder: string): SectionSet[] {
  return ['extract-body', 'extract-meta'].flatMap((name) => {
    const file = join(folder, name, 'gold.json')
    if (!existsSync(file)) return []
    const golds = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Gold>)
    const cases = golds.flatMap((page): SectionCase[] => {
      const url = page.url && URL.canParse(page.url) ? page.url : null
      const categories = Array.isArray(page.categories) ? page.categories.filter((one) => typeof one === 'string') : []
      const named = new Set(filedUnder({ crumbs: [], categories, url }).flatMap(({ section }) => section ?? []))
      if (named.size !== 1 || url === null || (page.type ?? 'article') !== 'article') return []
      const host = new URL(url).hostname
      const text = page.articleBody ?? page.with?.join('\n') ?? ''
      return [{ title: page.title ?? '', text, language: null, sections: [...named], half: hash32(host) % 2, host }]
    })
    return [{ name: `${name}, by what pages declare`, cases }]
  })
}

function linesOf<Row>(file: string): Row[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row) // files of the development data
}
