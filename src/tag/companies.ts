import { SEEN, type Sheet } from './features.ts'
import { KNOWN } from './gazetteer-hash.ts'
import type { Mention } from './mentions.ts'
import type { Token } from './tokens.ts'
import { ROLE } from './word-roles.ts'

/** What a company's registered name ends in: what stands before it with capitals is the rest of the name. */
const FORM =
  /^(?:Inc\.?|Incorporated|Corp\.?|Corporation|Ltd\.?|Limited|[Pp]lc|PLC|LLC|L\.L\.C\.|LLP|GmbH|Cos?\.?|AG|SpA|S\.p\.A\.|N\.V\.|S\.A\.|A\.G\.|Oyj|ASA|Bhd|KK|Pty)$/
/** Forms that stand behind "and one word" of one name: "Tire and Rubber Co". */
const PARTNER_FORM = /^Cos?\.?$/
/** What a company's first word may not be, to stand for the whole. */
const NOT_SHORT = KNOWN.country | KNOWN.region | KNOWN.demonym | KNOWN.commonWord
/** A town that the text speaks of as a place as well stays one. */
const TOWN = KNOWN.cityBig | KNOWN.cityMid
/** Longest company name in tokens. */
const MAX_COMPANY_TOKENS = 9
/** What opens a sentence without being a name. */
const OPENER =
  /^(?:The|A|An|In|At|But|And|For|When|While|As|If|On|With|By|From|To|Of|Its|His|Her|Their|Our|Under|After|Before|Since|Both|Also|That|This|Shares|Former|Meanwhile|Separately|Earlier|Today)$/

/** A registered form at a name's end, with what joins it. */
const TAIL =
  /(?:,? (?:and|&) Cos?\.?)?(?:,? (?:Inc\.?|Incorporated|Corp\.?|Corporation|Ltd\.?|Limited|[Pp]lc|PLC|LLC|LLP|GmbH|Cos?\.?|SpA|N\.V\.|S\.A\.|A\.G\.|Oyj|Bhd|Pty))+$/

/** A company's name as people say it: without its registered form. The name itself where it has none, or nothing else. */
export function withoutForm(name: string): string {
  const bare = name.replace(TAIL, '')
  return bare.length > 1 ? bare : name
}

/** What names a company by itself once it was named in full: "Pogo" for "Pogo Producing Co", "Southern Bell" for "Southern Bell Corp". */
export function shortNames(mentions: readonly Mention[], list: readonly Token[], sheet: Sheet): Set<string> {
  const short = new Set<string>()
  for (const { from, to, kind } of mentions) {
    if (kind !== 'organisation' || to - from < 2 || !FORM.test(list[to - 1]!.text)) continue
    const isPlaceToo = (sheet.known[from]! & TOWN) !== 0 && (sheet.seen[from]! & SEEN.afterWhere) !== 0
    if ((sheet.known[from]! & NOT_SHORT) === 0 && !isPlaceToo) short.add(list[from]!.text)
    let name = list[from]!.text
    for (let at = from + 1; at < to - 1; at++) {
      name += ` ${list[at]!.text}`
      short.add(name)
    }
  }
  return short
}

/** Puts companies in full where the labels found a part of them, or nothing: "Gulf Applied Technologies Inc". */
export function withCompanies(mentions: readonly Mention[], list: readonly Token[], sheet: Sheet): Mention[] {
  const companies = findCompanies(list, sheet)
  if (companies.length === 0) return [...mentions]
  const merged: Mention[] = []
  let next = 0
  for (const mention of mentions) {
    while (next < companies.length && companies[next]!.to <= mention.from) merged.push(companies[next++]!)
    const company = companies[next]
    const before = merged.at(-1)
    const isCovered = (company && company.from < mention.to) || (before && before.to > mention.from)
    if (!isCovered) merged.push(mention)
  }
  return [...merged, ...companies.slice(next)]
}

function findCompanies(list: readonly Token[], sheet: Sheet): Mention[] {
  const found: Mention[] = []
  for (let at = 1; at < list.length; at++) {
    if (!FORM.test(list[at]!.text) || sheet.first[at] || sheet.shouted[at]) continue
    const last = found.at(-1)
    const to = at + 1
    if (last?.to === at) {
      last.to = to
      continue
    }
    const from = companyStart(at, list, sheet, last?.to ?? 0)
    if (from < at) found.push({ from, to, kind: 'organisation' })
  }
  return found
}

/** First token of the name that ends in the form at `at`; `at` itself where no name stands before it. */
function companyStart(at: number, list: readonly Token[], sheet: Sheet, least: number): number {
  let from = at
  const floor = Math.max(least, at - MAX_COMPANY_TOKENS)
  while (from > floor && !sheet.first[from]) {
    const before = from - 1
    if (isNameWord(before, list, sheet)) from = before
    else if (joins(before, at, list, sheet) && before > floor && isNameWord(before - 1, list, sheet)) from = before - 1
    else break
  }
  return from
}

function isNameWord(at: number, list: readonly Token[], sheet: Sheet): boolean {
  if (!sheet.candidate[at] || sheet.shouted[at] || sheet.role[at] === ROLE.calendar) return false
  return !(sheet.first[at] && OPENER.test(list[at]!.text))
}

/** "&" joins any two parts; "and" only before the form itself, or before one word of a partnership. */
function joins(at: number, form: number, list: readonly Token[], sheet: Sheet): boolean {
  const { text } = list[at]!
  if (sheet.first[at] || sheet.first[at + 1]) return false
  return text === '&' || (text === 'and' && form - at <= 2 && PARTNER_FORM.test(list[form]!.text))
}
