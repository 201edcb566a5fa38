/**
 * Checks the whole tagger against labelled text: exact span and kind of every mention, and the first four names of the "In:" line.
 * node bench/tag-check.ts FILE.tsv[@LANGUAGE]... [--errors]   (or a .txt marked by hand, as bench/newswire/)
 */
import type { Tag, TagKind } from '../src/model/tag.ts'
import { inLine } from '../src/tag/in-line.ts'
import { tagArticle } from '../src/tag/tag-article.ts'
import { type IobDocument, readIob } from './tag-iob.ts'

/** Names of the "In:" line that are looked at: a reader sees these first. */
const FIRST_NAMES = 4
const TYPES: Readonly<Partial<Record<TagKind, string>>> = { person: 'PER', place: 'LOC', organisation: 'ORG' }
/** What the labelled sets call OTHER may be an event or a work. */
const OTHER_KINDS: readonly TagKind[] = ['event', 'work']

const showErrors = process.argv.includes('--errors')
for (const argument of process.argv.slice(2).filter((each) => !each.startsWith('--'))) {
  const [path = '', language = 'en'] = argument.split('@')
  check(path, language)
}

function check(path: string, language: string): void {
  const counts = new Map<string, { right: number; said: number; gold: number }>()
  const count = (type: string) => {
    const entry = counts.get(type) ?? { right: 0, said: 0, gold: 0 }
    counts.set(type, entry)
    return entry
  }
  const line = { right: 0, all: 0 }
  for (const document of readIob(path)) {
    const gold = goldOf(document)
    const tags = tagArticle({ title: null, text: document.text, language })
    const said = new Set<string>()
    for (const tag of tags) {
      const type = TYPES[tag.kind]
      if (type) for (const [start, end] of tag.spans) said.add(`${start},${end},${type}`)
    }
    for (const key of said) add(count(typeOf(key)), gold.has(key), 'said')
    for (const key of gold) if (!key.endsWith('OTHER')) add(count(typeOf(key)), false, 'gold')
    if (showErrors) printErrors(document.text, gold, said)
    for (const tag of inLine(tags.filter((tag) => tag.kind !== 'topic')).slice(0, FIRST_NAMES)) {
      line.all++
      if (isRight(tag, gold)) line.right++
      else if (showErrors) process.stdout.write(`in line: ${tag.kind} ${tag.name}\n`)
    }
  }
  print(path, counts, line)
}

function goldOf({ names }: IobDocument): Set<string> {
  return new Set(names.map(({ start, end, type }) => `${start},${end},${type}`))
}

function typeOf(key: string): string {
  return key.split(',')[2] ?? ''
}

function add(entry: { right: number; said: number; gold: number }, isRight: boolean, slot: 'said' | 'gold'): void {
  entry[slot]++
  if (isRight) entry.right++
}

/** Right is a tag that has at least half of its mentions exact, in span and kind. */
function isRight(tag: Tag, gold: ReadonlySet<string>): boolean {
  const type = TYPES[tag.kind] ?? (OTHER_KINDS.includes(tag.kind) ? 'OTHER' : '')
  const right = tag.spans.filter(([start, end]) => gold.has(`${start},${end},${type}`)).length
  return right > 0 && 2 * right >= tag.spans.length
}

function printErrors(text: string, gold: ReadonlySet<string>, said: ReadonlySet<string>): void {
  const show = (key: string) => {
    const [start = '0', end = '0', type] = key.split(',')
    const before = text.slice(Math.max(0, +start - 30), +start).replaceAll('\n', ' ')
    const after = text.slice(+end, +end + 20).replaceAll('\n', ' ')
    return `${type}\t${before}[${text.slice(+start, +end)}]${after}\n`
  }
  for (const key of gold) if (!said.has(key) && !key.endsWith('OTHER')) process.stdout.write(`missed ${show(key)}`)
  for (const key of said) if (!gold.has(key)) process.stdout.write(`wrong ${show(key)}`)
}

function print(
  path: string,
  counts: ReadonlyMap<string, { right: number; said: number; gold: number }>,
  line: { right: number; all: number },
): void {
  const total = { right: 0, said: 0, gold: 0 }
  const rows = [...counts].map(([type, { right, said, gold }]): [string, typeof total] => {
    total.right += right
    total.said += said
    total.gold += gold
    return [type, { right, said, gold }]
  })
  const figures = [...rows.sort(), ['ALL', total] as const].map(
    ([type, { right, said, gold }]) =>
      `${type} P ${pc(right / said)} R ${pc(right / gold)} F ${pc((2 * right) / (said + gold))}`,
  )
  process.stdout.write(
    `${path.split('/').at(-1)}: ${figures.join(' | ')} | first ${FIRST_NAMES} ${line.right}/${line.all} ${pc(line.right / line.all)}\n`,
  )
}

function pc(share: number): string {
  return (100 * share).toFixed(1)
}
