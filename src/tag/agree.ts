import type { TagKind } from '../model/tag.ts'
import { shortNames } from './companies.ts'
import type { Sheet } from './features.ts'
import type { Mention } from './mentions.ts'
import type { Token } from './tokens.ts'

/** How many times more votes another kind needs to change a mention's kind. */
const OVERRULE = 2

/** Full names with one first word that are looked for. */
const MAX_SAME_FIRST = 8

/**
 * Makes a document agree with itself: one spelling is one kind of thing, part of a person's name is that person,
 * and a name found twice is found wherever it is written with capitals.
 */
export function agree(mentions: readonly Mention[], list: readonly Token[], sheet: Sheet): Mention[] {
  const votes = countVotes(mentions, list)
  const people = surnamesOf(mentions, list)
  const companies = shortNames(mentions, list, sheet)
  const changed = mentions.map((mention) => {
    const name = nameOf(mention, list)
    if (companies.has(name) && !people.has(name)) return { ...mention, kind: 'organisation' as const }
    if (mention.to - mention.from === 1 && people.has(name) && mention.kind !== 'person') {
      const isPlaceHere =
        (votes.get(name)?.get(mention.kind) ?? 0) > (votes.get(name)?.get('person') ?? 0) + (people.get(name) ?? 0)
      return isPlaceHere ? mention : { ...mention, kind: 'person' as const }
    }
    const best = bestKind(votes.get(name))
    const isClear = best && best.count >= OVERRULE * (votes.get(name)?.get(mention.kind) ?? 0)
    return isClear && best.kind !== mention.kind ? { ...mention, kind: best.kind } : mention
  })
  return findOverlooked(changed, list, sheet, { votes, people, companies })
}

/** A mention's tokens with single spaces. */
export function nameOf({ from, to }: Mention, list: readonly Token[]): string {
  let name = ''
  for (let index = from; index < to; index++) {
    const token = list[index]!
    name += (index > from && list[index - 1]!.end < token.start ? ' ' : '') + token.text
  }
  return name
}

type Votes = Map<string, Map<TagKind, number>>

function countVotes(mentions: readonly Mention[], list: readonly Token[]): Votes {
  const votes: Votes = new Map()
  for (const mention of mentions) {
    const name = nameOf(mention, list)
    const kinds = votes.get(name) ?? new Map<TagKind, number>()
    kinds.set(mention.kind, (kinds.get(mention.kind) ?? 0) + 1)
    votes.set(name, kinds)
  }
  return votes
}

function bestKind(kinds: ReadonlyMap<TagKind, number> | undefined): { kind: TagKind; count: number } | null {
  let best: { kind: TagKind; count: number } | null = null
  for (const [kind, count] of kinds ?? []) if (!best || count > best.count) best = { kind, count }
  return best
}

/** First and last words of people named in full, with how often. */
function surnamesOf(mentions: readonly Mention[], list: readonly Token[]): Map<string, number> {
  const people = new Map<string, number>()
  for (const { from, to, kind } of mentions) {
    if (kind !== 'person' || to - from < 2) continue
    for (const at of [from, to - 1]) {
      const word = list[at]!.text
      if (word.length > 2) people.set(word, (people.get(word) ?? 0) + 1)
    }
  }
  return people
}

type FullName = { words: readonly string[]; kind: TagKind }

/** Names of several words, by their first word; few a word, so that looking stays quick. */
function fullNamesOf(mentions: readonly Mention[], list: readonly Token[]): Map<string, FullName[]> {
  const names = new Map<string, FullName[]>()
  for (const { from, to, kind } of mentions) {
    if (to - from < 2) continue
    const words = list.slice(from, to).map((token) => token.text)
    const same = names.get(words[0]!) ?? []
    if (same.length >= MAX_SAME_FIRST || same.some((name) => name.words.join(' ') === words.join(' '))) continue
    same.push({ words, kind })
    names.set(words[0]!, same)
  }
  return names
}

/** What the document shows of single words: kinds they had, people and companies they are part of. */
type Shown = { votes: Votes; people: ReadonlyMap<string, number>; companies: ReadonlySet<string> }

/** Adds names that the document shows elsewhere but that were passed over where they stand. */
function findOverlooked(mentions: readonly Mention[], list: readonly Token[], sheet: Sheet, shown: Shown): Mention[] {
  const fullNames = fullNamesOf(mentions, list)
  const found: Mention[] = []
  let next = 0
  for (let index = 0; index < list.length; ) {
    const mention = mentions[next]
    const overlooked =
      mention?.from === index
        ? null
        : (fullNameAt(index, mention?.from ?? list.length, list, fullNames) ?? singleNameAt(index, list, sheet, shown))
    if (mention?.from === index) next++
    const added = mention?.from === index ? mention : overlooked
    if (added) found.push(added)
    index = added?.to ?? index + 1
  }
  return found
}

/** A full name of the document that stands at `index` and ends before the next mention. */
function fullNameAt(
  index: number,
  before: number,
  list: readonly Token[],
  names: ReadonlyMap<string, readonly FullName[]>,
): Mention | null {
  for (const { words, kind } of names.get(list[index]!.text) ?? []) {
    const to = index + words.length
    if (to <= before && words.every((word, at) => list[index + at]!.text === word)) return { from: index, to, kind }
  }
  return null
}

function singleNameAt(
  index: number,
  list: readonly Token[],
  sheet: Sheet,
  { votes, people, companies }: Shown,
): Mention | null {
  const name = list[index]!.text
  const isAlone = sheet.runEnd[index]! - sheet.runStart[index]! === 1
  if (!sheet.candidate[index] || !isAlone || name.length <= 2) return null
  if (people.has(name)) return { from: index, to: index + 1, kind: 'person' }
  if (companies.has(name)) return { from: index, to: index + 1, kind: 'organisation' }
  const best = bestKind(votes.get(name))
  return best && best.count >= 2 ? { from: index, to: index + 1, kind: best.kind } : null
}
