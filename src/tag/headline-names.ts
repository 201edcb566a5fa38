import type { TagKind } from '../model/tag.ts'
import type { Sheet } from './features.ts'
import type { Mention } from './mentions.ts'
import { putOver } from './put-over.ts'
import type { Token } from './tokens.ts'

/** Longest name that is looked for in a line of capitals, in tokens. */
const MAX_TOKENS = 6
/** A surname has so many letters at least, to be known in capitals. */
const MIN_SURNAME_UNITS = 4

/** Names in a line of capitals, as the text itself writes them in ordinary letters: in "KOVALIK WINS" the person of the lines below. */
export function withHeadlines(mentions: readonly Mention[], list: readonly Token[], sheet: Sheet): Mention[] {
  if (!sheet.shouted.includes(1)) return [...mentions]
  const names = namesBelow(mentions, list, sheet)
  if (names.size === 0) return [...mentions]
  const found: Mention[] = []
  for (let at = 0; at < list.length; ) {
    const mention = sheet.shouted[at] ? nameAt(at, list, sheet, names) : null
    if (mention) found.push(mention)
    at = mention?.to ?? at + 1
  }
  return putOver(
    mentions,
    found.filter((name) => !isPartOfBody(name, mentions)),
  )
}

/** What the ordinary lines name, in small letters; the kind that most of its mentions have, a surname only where nothing else has it. */
function namesBelow(mentions: readonly Mention[], list: readonly Token[], sheet: Sheet): Map<string, TagKind> {
  const counts = new Map<string, Map<TagKind, number>>()
  const count = (name: string, kind: TagKind, by: number) => {
    const kinds = counts.get(name) ?? new Map<TagKind, number>()
    counts.set(name, kinds.set(kind, (kinds.get(kind) ?? 0) + by))
  }
  for (const { from, to, kind } of mentions) {
    if (sheet.shouted[from]) continue
    const words = list.slice(from, to).map((token) => token.text.toLowerCase())
    const size = words.at(-1)!.length
    count(words.join(' '), kind, 1)
    if (kind === 'person' && words.length > 1 && size >= MIN_SURNAME_UNITS) count(words.at(-1)!, kind, 0.9)
  }
  const best = new Map<string, TagKind>()
  for (const [name, kinds] of counts) {
    const [[kind]] = [...kinds].sort((a, b) => b[1] - a[1]) as [[TagKind, number]]
    best.set(name, kind)
  }
  return best
}

/** The longest name of the text that stands at `at`, in capitals. */
function nameAt(at: number, list: readonly Token[], sheet: Sheet, names: ReadonlyMap<string, TagKind>): Mention | null {
  let name = ''
  let longest: Mention | null = null
  for (let to = at + 1; to <= Math.min(list.length, at + MAX_TOKENS); to++) {
    if (to > at + 1 && sheet.first[to - 1]) break
    name += `${to > at + 1 ? ' ' : ''}${list[to - 1]!.text.toLowerCase()}`
    const kind = sheet.candidate[at] ? names.get(name) : undefined
    if (kind) longest = { from: at, to, kind }
  }
  return longest
}

/** "BANK OF CHINA" stays one name where the text below speaks of China. */
function isPartOfBody({ from, to, kind }: Mention, mentions: readonly Mention[]): boolean {
  return (
    kind === 'place' &&
    mentions.some(
      (other) =>
        other.kind === 'organisation' && other.from <= from && other.to >= to && other.to - other.from > to - from,
    )
  )
}
