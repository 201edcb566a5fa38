import type { TagKind } from '../model/tag.ts'
import { LABELS, type Sheet } from './features.ts'
import { KNOWN, WORD_CLASSES } from './gazetteer-hash.ts'
import { labelTokens } from './label.ts'
import { modelOf } from './models.ts'
import type { Token } from './tokens.ts'
import { ROLE } from './word-roles.ts'

/** A name where it stands: tokens [from, to) of the document. */
export type Mention = { from: number; to: number; kind: TagKind }

const KINDS: Readonly<Record<string, TagKind>> = { PER: 'person', LOC: 'place', ORG: 'organisation' }

/** Names of people, places and organisations in a document's tokens, in order, not overlapping. */
export function findMentions(list: readonly Token[], sheet: Sheet, language: string): Mention[] {
  const model = modelOf(language)
  const labels = model ? labelTokens(sheet, model) : null
  const found = labels ? withCertain(readLabels(labels), sheet) : readKnown(sheet, list)
  return found
    .map((mention) => trim(mention, sheet, list))
    .filter((mention) => mention.to > mention.from && !isDemonym(mention, sheet))
}

function readLabels(labels: Uint8Array): Mention[] {
  const found: Mention[] = []
  for (let from = 0; from < labels.length; ) {
    const label = labels[from]!
    let to = from + 1
    if (label % 2 === 1) {
      while (to < labels.length && labels[to] === label + 1) to++
      found.push({ from, to, kind: KINDS[LABELS[label]!.slice(2)]! })
    }
    from = to
  }
  return found
}

/** Adds listed countries, regions and bodies that stand alone and were passed over: lists are surer of these than labels. */
function withCertain(mentions: readonly Mention[], sheet: Sheet): Mention[] {
  const found: Mention[] = []
  let next = 0
  for (let from = 0; from < sheet.length; ) {
    const mention = mentions[next]
    if (mention && mention.from <= from) {
      found.push(mention)
      from = Math.max(from + 1, mention.to)
      next++
      continue
    }
    const titledEnd = titledNameEnd(sheet, from, mention?.from ?? sheet.length)
    if (titledEnd > from) {
      found.push({ from, to: titledEnd, kind: 'person' })
      from = titledEnd
      continue
    }
    const size = spanSize(sheet, from)
    const to = from + size
    const isFree = size > 0 && (!mention || to <= mention.from)
    const kind =
      isFree && sheet.runStart[from] === from && sheet.runEnd[from] === to ? certainKind(sheet.spanKnown[from]!) : null
    if (kind) found.push({ from, to, kind })
    from += kind ? size : 1
  }
  return found
}

/**
 * End of the two or three capitalised words that a title stands before and that end their run ("Minister Orlanda Vole was"):
 * a person, however unknown the words are. `from` where there are none, or one of them is part of another sort of name.
 */
function titledNameEnd(sheet: Sheet, from: number, before: number): number {
  const to = sheet.runEnd[from]!
  const isTitled = from > 0 && !sheet.first[from] && sheet.role[from - 1] === ROLE.title && sheet.candidate[from - 1]
  if (!isTitled || sheet.shouted[from] || to - from < 2 || to - from > 3 || to > before) return from
  for (let at = from; at < to; at++) if (!sheet.candidate[at] || sheet.role[at] !== ROLE.none) return from
  return to
}

function certainKind(known: number): TagKind | null {
  if (known & (KNOWN.commonWord | KNOWN.firstName | KNOWN.demonym | WORD_CLASSES)) return null
  if (known & (KNOWN.country | KNOWN.region) && !(known & (KNOWN.surname | KNOWN.organisation | KNOWN.club)))
    return 'place'
  if (
    known & KNOWN.organisation &&
    !(known & (KNOWN.country | KNOWN.region | KNOWN.surname | KNOWN.cityMid | KNOWN.cityBig))
  )
    return 'organisation'
  return null
}

/** Without a model: listed names, and a listed first name with the capitalised words behind it. */
function readKnown(sheet: Sheet, list: readonly Token[]): Mention[] {
  const found: Mention[] = []
  for (let from = 0; from < sheet.length; ) {
    const size = spanSize(sheet, from)
    const known = size > 0 ? sheet.spanKnown[from]! : 0
    const kind = kindOfKnown(known, sheet, from)
    const end = personEnd(sheet, list, from)
    if (end > from + Math.max(1, size) || (end > from && !kind)) {
      found.push({ from, to: end, kind: 'person' })
      from = end
    } else if (kind) {
      found.push({ from, to: from + size, kind })
      from += size
    } else from++
  }
  return found
}

/** Tokens of the known name that begins here, 0 where none does. */
function spanSize(sheet: Sheet, from: number): number {
  const place = sheet.spanPlace[from]
  if (place !== 1 && place !== 2) return 0
  let to = from + 1
  while (to < sheet.length && sheet.spanPlace[to]! >= 3) to++
  return to - from
}

function kindOfKnown(known: number, sheet: Sheet, from: number): TagKind | null {
  if (known & KNOWN.famous) return 'person'
  if (known & (KNOWN.country | KNOWN.region)) return 'place'
  if (known & (KNOWN.organisation | KNOWN.club)) return known & KNOWN.commonWord ? null : 'organisation'
  const isDoubtful = known & (KNOWN.commonWord | KNOWN.firstName | KNOWN.surname) || sheet.first[from]
  if (known & (KNOWN.cityBig | KNOWN.cityMid) && !isDoubtful) return 'place'
  return null
}

/** End of a person's name that begins with a listed first name; `from` where none does. */
function personEnd(sheet: Sheet, list: readonly Token[], from: number): number {
  if (!(sheet.known[from]! & KNOWN.firstName) || sheet.known[from]! & (KNOWN.country | KNOWN.commonWord)) return from
  let to = from + 1
  while (
    to < sheet.length &&
    to < from + 4 &&
    sheet.candidate[to] &&
    !sheet.first[to] &&
    (list[to]?.text.length ?? 0) > 1
  )
    to++
  return to > from + 1 ? to : from
}

/** Takes titles off a person's front and loose signs off both ends. */
function trim({ from, to, kind }: Mention, sheet: Sheet, list: readonly Token[]): Mention {
  const isLoose = (at: number) => !/[\p{L}\p{N}]/u.test(list[at]?.text ?? '')
  if (kind === 'person') from = afterTitles(from, to, sheet)
  while (from < to && isLoose(from)) from++
  while (to > from && (isLoose(to - 1) || list[to - 1]?.text === "'s" || list[to - 1]?.text === '’s')) to--
  return { from, to, kind }
}

/**
 * First token of the name proper in "Defense Minister Ann Lee": what follows the last title that is not the name's end,
 * nor a first name behind another title ("Foreign Minister Emir Tolvan").
 */
function afterTitles(from: number, to: number, sheet: Sheet): number {
  for (let at = to - 2; at >= from; at--) {
    if (sheet.role[at] === ROLE.title && !isGivenName(at, to, sheet)) return at + 1
  }
  return from
}

/** Is the title at `at` a first name here? It stands behind another title and before the name's last word, at `to` the name's end. */
export function isGivenName(at: number, to: number, sheet: Sheet): boolean {
  return at === to - 2 && sheet.role[at - 1] === ROLE.title && (sheet.known[at]! & KNOWN.firstName) !== 0
}

/** "Russian", "Danes", "Bosnian Serb": says whose, names nothing by itself. */
function isDemonym({ from, to }: Mention, sheet: Sheet): boolean {
  for (let at = from; at < to; at++) {
    const known = sheet.known[at]!
    if ((known & KNOWN.demonym) === 0 || (known & (KNOWN.country | KNOWN.club)) !== 0) return false
  }
  return true
}
