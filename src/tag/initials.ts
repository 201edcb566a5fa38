import type { TagKind } from '../model/tag.ts'
import type { Sheet } from './features.ts'
import type { Mention } from './mentions.ts'
import { putOver } from './put-over.ts'
import type { Token } from './tokens.ts'
import { ROLE } from './word-roles.ts'

const INITIALS = /^\p{Lu}[\p{Lu}&]{1,6}$/u
/** Words of a full name that its initials stand behind, small ones among them. */
const MAX_FULL_TOKENS = 12

/**
 * "World Grain Programme (WGP)": the words whose first letters stand in the brackets are one organisation, and so are the letters
 * wherever the text has them. Without such words the letters are what the name before the bracket is. Linear in the text's length.
 */
export function withInitials(mentions: readonly Mention[], list: readonly Token[], sheet: Sheet): Mention[] {
  const found: Mention[] = []
  const kinds = new Map<string, TagKind>()
  const ends = new Map(mentions.map((mention) => [mention.to, mention]))
  for (let at = 1; at + 1 < list.length; at++) {
    const letters = list[at]!.text
    if (list[at - 1]!.text !== '(' || list[at + 1]!.text !== ')' || !INITIALS.test(letters)) continue
    const before = ends.get(at - 1)
    const from = fullNameStart(letters, at - 1, list, sheet)
    const isHappening = sheet.role[at - 2] === ROLE.happening
    if (isHappening || sheet.shouted[at] || before?.kind === 'person') continue
    const isFull = from >= 0 && !(before?.kind === 'place' && before.from <= from)
    if (!isFull && before?.kind !== 'organisation' && before?.kind !== 'place') continue
    const kind = isFull ? 'organisation' : before!.kind
    if (isFull && (found.at(-1)?.to ?? 0) <= from) found.push({ from, to: at - 1, kind })
    kinds.set(letters, kind)
  }
  for (let at = 0; kinds.size > 0 && at < list.length; at++) {
    const kind = kinds.get(list[at]!.text)
    if (kind) found.push({ from: at, to: at + 1, kind })
  }
  return putOver(mentions, withoutOverlaps(found))
}

/** First token of the words before `end` whose first letters are these, small words passed over; -1 where they are not. */
function fullNameStart(letters: string, end: number, list: readonly Token[], sheet: Sheet): number {
  let left = letters.replaceAll('&', '').length
  const wanted = letters.replaceAll('&', '')
  for (let at = end - 1; at >= Math.max(0, end - MAX_FULL_TOKENS); at--) {
    const { text } = list[at]!
    if (sheet.candidate[at]) {
      if (text[0] !== wanted[left - 1]) return -1
      left--
      if (left === 0) return end - at > 1 ? at : -1
    } else if (sheet.role[at] !== ROLE.link && !/^(?:for|on|in|to|against)$/u.test(text)) return -1
    if (sheet.first[at]) return -1
  }
  return -1
}

function withoutOverlaps(found: Mention[]): Mention[] {
  const kept: Mention[] = []
  for (const mention of found.sort((a, b) => a.from - b.from || b.to - a.to))
    if (mention.from >= (kept.at(-1)?.to ?? 0)) kept.push(mention)
  return kept
}
