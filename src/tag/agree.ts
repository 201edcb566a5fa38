import type { TagKind } from '../model/tag.ts'
import type { Sheet } from './features.ts'
import type { Mention } from './mentions.ts'
import type { Token } from './tokens.ts'

/** How many times more votes another kind needs to change a mention's kind. */
const OVERRULE = 2

/**
 * Makes a document agree with itself: one spelling is one kind of thing, part of a person's name is that person,
 * and a name found twice is found wherever it is written with capitals.
 */
export function agree(mentions: readonly Mention[], list: readonly Token[], sheet: Sheet): Mention[] {
  const votes = countVotes(mentions, list)
  const people = surnamesOf(mentions, list)
  const changed = mentions.map((mention) => {
    const name = nameOf(mention, list)
    if (mention.to - mention.from === 1 && people.has(name) && mention.kind !== 'person') {
      const isPlaceHere =
        (votes.get(name)?.get(mention.kind) ?? 0) > (votes.get(name)?.get('person') ?? 0) + (people.get(name) ?? 0)
      return isPlaceHere ? mention : { ...mention, kind: 'person' as const }
    }
    const best = bestKind(votes.get(name))
    const isClear = best && best.count >= OVERRULE * (votes.get(name)?.get(mention.kind) ?? 0)
    return isClear && best.kind !== mention.kind ? { ...mention, kind: best.kind } : mention
  })
  return findOverlooked(changed, list, sheet, votes, people)
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

/** Adds single words that the document shows to be names but that were passed over where they stand. */
function findOverlooked(
  mentions: readonly Mention[],
  list: readonly Token[],
  sheet: Sheet,
  votes: Votes,
  people: ReadonlyMap<string, number>,
): Mention[] {
  const found: Mention[] = []
  let next = 0
  for (let index = 0; index < list.length; ) {
    const mention = mentions[next]
    if (mention && mention.from === index) {
      found.push(mention)
      index = mention.to
      next++
      continue
    }
    const name = list[index]!.text
    const isAlone = sheet.runEnd[index]! - sheet.runStart[index]! === 1
    if (sheet.candidate[index] && isAlone && name.length > 2) {
      const best = bestKind(votes.get(name))
      if (people.has(name)) found.push({ from: index, to: index + 1, kind: 'person' })
      else if (best && best.count >= 2) found.push({ from: index, to: index + 1, kind: best.kind })
    }
    index++
  }
  return found
}
