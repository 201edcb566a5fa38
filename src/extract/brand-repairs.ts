import type { Repair } from '../model/article.ts'
import { isTitleCase, namePlace, pushedInOdds } from './name-places.ts'
import { MOST_ODDS, pushedIn } from './pushed-in.ts'
import { gluedLetters } from './word-pairs.ts'

/** One stretch `[start, end)` to take out of a text, and how the repair is told; `mendedAt` is where `mended` begins, counted from `start`. */
export type BrandCut = { start: number; end: number; found: string; mended: string; mendedAt: number }

/** Most repairs of one text; beyond it the text is about the brand, or hostile. */
const MAX_REPAIRS = 2_000
/** Most uses of a brand on a page of which each is weighed by its place; a page with more is about the brand, and only what is glued comes out. */
const MAX_WEIGHED = 300
/** Units of the page in which a place's words are looked for without the brand. */
const MAX_ELSEWHERE = 40_000
/** Odds that a glued brand was pushed in. */
const GLUED = 6

/** Most odds of a brand glued to letters that may be its own: never taken out for itself alone. */
const MOST_OPEN = 2
/** Most odds of a use beside a word that stands beside another use too. */
const REPEATED = -2

/** Where on a page a brand is looked for, and how likely tampering is beforehand, as log-odds. */
export type PageWords = { title: string; text: string; brand: string; prior: number }

type Use = { field: 'title' | 'text'; cut: BrandCut | null; odds: number; besides: readonly string[] }

/**
 * Where a brand was pushed into a page's text or title by others: glued to the next or the last word ("is TrendPulseon his way"),
 * or standing alone where no name can stand. Text that speaks of the brand is left as it is.
 * In order, without overlaps; empty for brands too short or too strange to be told from words.
 */
export function pageCuts({ title, text, brand, prior }: PageWords): { title: BrandCut[]; text: BrandCut[] } {
  const cuts: { title: BrandCut[]; text: BrandCut[] } = { title: [], text: [] }
  if (!isMendable(brand) || !(text.includes(brand) || title.includes(brand))) return cuts
  const page = `${title}\n${text.slice(0, MAX_ELSEWHERE)}`
  const uses = withoutLongerNames([...brandUses(title, 'title', brand, page), ...brandUses(text, 'text', brand, page)])
  const few = uses.length <= MAX_WEIGHED
  const pushed = few
    ? pushedIn(
        uses.map(({ odds }) => odds),
        prior,
      )
    : []
  for (const [index, { cut, field, odds }] of uses.entries())
    if (cut && (odds === GLUED || pushed[index])) cuts[field].push(cut)
  return cuts
}

/** The cuts of one text that has no title. */
export function brandCuts(text: string, brand: string): BrandCut[] {
  return pageCuts({ title: '', text, brand, prior: 0 }).text
}

function brandUses(text: string, field: Use['field'], brand: string, page: string): Use[] {
  const uses: Use[] = []
  const shown = field === 'title' && isTitleCase(text) ? text.toLowerCase() : text
  for (
    let at = text.indexOf(brand);
    at !== -1 && uses.length < MAX_REPAIRS;
    at = text.indexOf(brand, at + brand.length)
  ) {
    const same = shown.length === text.length ? shown : text
    const use = isApart(text, at, brand)
      ? standingUse(same, at, brand, page, uses.length)
      : gluedUse(text, at, brand, page)
    if (use) uses.push({ field, ...use })
  }
  return uses
}

/** A brand between spaces, or before a mark of the sentence, might have been pushed in; anywhere else its writer put it. */
function standingUse(text: string, at: number, brand: string, page: string, index: number): Omit<Use, 'field'> {
  const end = at + brand.length
  const before = at === 0 || /\s/u.test(text[at - 1]!)
  const spaced = text[end] === ' '
  const closes = at > 0 && text[at - 1] === ' ' && /^[.,;:!?](?:\s|$)/u.test(text.slice(end, end + 2))
  const own = { cut: null, odds: -MOST_ODDS, besides: [] }
  if (!before || !(spaced || closes) || index > MAX_WEIGHED) return own
  const cut = spaced
    ? { start: at, end: end + 1, found: `${brand} `, mended: '', mendedAt: 0 }
    : { start: at - 1, end, found: ` ${brand}`, mended: '', mendedAt: 0 }
  if (isTitleCase(lineAround(text, at))) return { cut, odds: 0, besides: [] }
  const place = namePlace(text, at, end, page)
  const odds = pushedInOdds(place)
  const besides = [`${place.left[0]} <`, `> ${place.right[0]}`].filter((word) => /\p{L}{4}|\p{Lu}/u.test(word))
  // Behind another name it may be that name's second half; only the name standing whole elsewhere speaks against it.
  const inName = /^\p{Lu}\p{L}/u.test(place.left[0] ?? '') && place.left[1] !== undefined && place.joined.length === 0
  return { cut, odds: Math.max(-MOST_ODDS, Math.min(inName ? 0 : MOST_ODDS, odds)), besides }
}

/** Chance puts a word beside the same word of some length once; a longer name that holds the brand has it each time. */
function withoutLongerNames(uses: readonly Use[]): Use[] {
  const counts = new Map<string, number>()
  for (const { besides } of uses) for (const word of besides) counts.set(word, (counts.get(word) ?? 0) + 1)
  return uses.map((use) =>
    use.besides.some((word) => counts.get(word)! > 1) ? { ...use, odds: Math.min(use.odds, REPEATED) } : use,
  )
}

/** Up to 200 units of the paragraph on each side of a place. */
function lineAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 200), at)
  const after = text.slice(at, at + 200)
  return before.slice(before.lastIndexOf('\n') + 1) + after.split('\n', 1)[0]!
}

/** The text without the cuts. */
export function withoutCuts(text: string, cuts: readonly BrandCut[]): string {
  let out = ''
  let last = 0
  for (const cut of cuts) {
    out += text.slice(last, cut.start)
    last = cut.end
  }
  return out + text.slice(last)
}

/** The cuts as repairs, `at` counting into the mended text, joined to repairs made before (whose places are moved). */
export function withRepairs(
  earlier: readonly Repair[],
  cuts: readonly BrandCut[],
  field: Repair['field'],
  brand: string,
): Repair[] {
  let taken = 0
  const made = cuts.map((cut): Repair => {
    const at = cut.start - taken + cut.mendedAt
    taken += cut.end - cut.start
    return { kind: 'injected-word', field, found: cut.found, at, mended: cut.mended, brand }
  })
  const moved = earlier.map((repair) => {
    const before = cuts.filter((cut) => cut.start < repair.at).reduce((sum, cut) => sum + cut.end - cut.start, 0)
    return { ...repair, at: repair.at - before }
  })
  return [...moved, ...made].sort((a, b) => a.at - b.at)
}

function isMendable(brand: string): boolean {
  return brand.length >= 3 && brand.length <= 40 && /^[\p{L}\p{N}]/u.test(brand) && /[\p{L}\p{N}]$/u.test(brand)
}

/** Whether no letter or digit touches the brand at a place. */
function isApart(text: string, at: number, brand: string): boolean {
  return (
    !/[\p{L}\p{N}\p{M}]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    !OPENS_WORD.test(text.slice(at + brand.length, at + brand.length + 5))
  )
}

/** What stands directly behind a brand that is glued to a word, the word's quotation mark or bracket included. */
const OPENS_WORD = /^["“‘'([$€£#]{0,3}[\p{L}\p{N}]/u

/** A brand glued to a word of the sentence; null where it is only letters of a longer word. */
function gluedUse(text: string, at: number, brand: string, page: string): Omit<Use, 'field'> | null {
  const end = at + brand.length
  const before = /[\p{L}\p{N}\p{M}]{1,40}$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? ''
  const after = /^["“‘'([$€£#]{0,3}[\p{L}\p{N}][\p{L}\p{N}\p{M}]{0,39}/u.exec(text.slice(end, end + 44))?.[0] ?? ''
  const own = { cut: null, odds: -MOST_ODDS, besides: [] }
  if (before && after) return null
  if (before) {
    const behind = /^\p{Ll}/u.test(before) && before.length > 1 && /\p{Lu}/u.test(brand[0]!)
    const cut = { start: at, end, found: before + brand, mended: before, mendedAt: -before.length }
    return behind ? { cut, odds: GLUED, besides: [] } : null
  }
  const rest = text.slice(end + after.length, end + after.length + 12)
  if (isEnding(after, rest)) return own
  const cut = { start: at, end, found: brand + after, mended: after, mendedAt: 0 }
  const letters = gluedLetters(brand, wordBefore(text, at), after)
  if (letters === 'pushed') return { cut, odds: GLUED, besides: [] }
  if (letters === 'own') return SHORT_ENDING.test(after) ? own : null
  const odds = pushedInOdds(namePlace(text, at, end, page))
  return { cut, odds: Math.max(-MOST_ODDS, Math.min(MOST_OPEN, odds)), besides: [`= ${after} glued`] }
}

const SHORT_ENDING = /^\p{Ll}{1,3}$/u

/** Whether what follows the brand without a space belongs to it by its look: a genitive, an address. */
function isEnding(after: string, rest: string): boolean {
  if (/^(?:['’]?s|['’]s?)$/u.test(after) && !/^\p{L}/u.test(rest)) return true
  if (/^\.(?:com|net|org|io|co|tv|news)\b/iu.test(after + rest)) return true
  return /^['’]/u.test(after) && !/^['’]\p{L}{2,}/u.test(after)
}

/** The word that ends one space before a place; empty where there is none. */
function wordBefore(text: string, at: number): string {
  return /([\p{L}\p{M}’']+) $/u.exec(text.slice(Math.max(0, at - 30), at))?.[1] ?? ''
}
