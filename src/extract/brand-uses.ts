import type { BrandCut } from './brand-repairs.ts'
import { isTitleCase, knownShare, namePlace, pushedInOdds } from './name-places.ts'
import { MOST_ODDS } from './pushed-in.ts'
import { gluedLetters } from './word-pairs.ts'

/** One use of a brand on a page: what would be cut, null where nothing can be, and the odds that it was pushed in, by its place. */
export type Use = {
  field: 'title' | 'text'
  cut: BrandCut | null
  odds: number
  /** Words and letters beside it that chance seldom puts there twice. */
  besides: readonly string[]
}
type Judged = Omit<Use, 'field'>
/** A page as its places are judged: its words, and the most that a place may say in its language. */
type Page = { words: string; most: number }

/** Most uses of a brand on a page that are looked at; beyond it the text is about the brand, or hostile. */
const MAX_USES = 2_000
/** Most uses of a brand on a page of which each is weighed by its place; a page with more is about the brand, and only what is glued comes out. */
export const MAX_WEIGHED = 300
/** Units of the page in which a place's words are looked for without the brand. */
const MAX_ELSEWHERE = 40_000
/** Odds that a glued brand was pushed in: certain enough for itself alone. */
export const GLUED = 6
/** Most odds of a brand glued to letters that may be its own: never taken out for itself alone. */
const MOST_OPEN = 2
/** Most odds of a use beside a word that stands beside another use too. */
const REPEATED = -2
/** Least share of a page's words that the model must know before its places tell anything: English news has .73 to .9. Portuguese and Swedish (.65), learnt from fewer texts, lost 3 to 8 right uses of 100; German (not learnt) has .26. */
const LEAST_KNOWN = 0.7

/** Every use of a brand in a page's title and text, judged by its place alone, in order. */
export function brandUses(title: string, text: string, brand: string): Use[] {
  const words = `${title}\n${text.slice(0, MAX_ELSEWHERE)}`
  const page = { words, most: knownShare(words) >= LEAST_KNOWN ? MOST_ODDS : 0 }
  return withoutLongerNames([...usesIn(title, 'title', brand, page), ...usesIn(text, 'text', brand, page)])
}

function usesIn(text: string, field: Use['field'], brand: string, page: Page): Use[] {
  const uses: Use[] = []
  const lower = field === 'title' && isTitleCase(text) ? text.toLowerCase() : text
  const shown = lower.length === text.length ? lower : text
  for (let at = text.indexOf(brand); at !== -1 && uses.length < MAX_USES; at = text.indexOf(brand, at + brand.length)) {
    const use = isApart(text, at, brand)
      ? standingUse(shown, at, brand, page, uses.length)
      : gluedUse(text, at, brand, page)
    if (use) uses.push({ field, ...use })
  }
  return uses
}

/** A brand between spaces, or before a mark of the sentence, might have been pushed in; anywhere else its writer put it. */
function standingUse(text: string, at: number, brand: string, page: Page, index: number): Judged {
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
  const place = namePlace(text, at, end, page.words)
  const odds = pushedInOdds(place)
  const besides = [`${place.left[0]} <`, `> ${place.right[0]}`].filter((word) => /\p{L}{4}|\p{Lu}/u.test(word))
  // Behind another name it may be that name's second half; only the name standing whole elsewhere speaks against it.
  const inName = /^\p{Lu}\p{L}/u.test(place.left[0] ?? '') && place.left[1] !== undefined && place.joined.length === 0
  return { cut, odds: Math.max(-MOST_ODDS, Math.min(inName ? 0 : page.most, odds)), besides }
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
function gluedUse(text: string, at: number, brand: string, page: Page): Judged | null {
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
  const odds = pushedInOdds(namePlace(text, at, end, page.words))
  return { cut, odds: Math.max(-MOST_ODDS, Math.min(MOST_OPEN, page.most, odds)), besides: [`= ${after} glued`] }
}

const SHORT_ENDING = /^\p{Ll}{1,3}$/u

/** Whether what follows the brand without a space belongs to it by its look: a genitive, an address. */
function isEnding(after: string, rest: string): boolean {
  if (/^(?:['’‘]?s|['’‘]s?)$/u.test(after) && !/^\p{L}/u.test(rest)) return true
  if (/^\.(?:com|net|org|io|co|tv|news)\b/iu.test(after + rest)) return true
  return /^['’‘]/u.test(after) && !/^['’‘]\p{L}{2,}/u.test(after)
}

/** The word that ends one space before a place; empty where there is none. */
function wordBefore(text: string, at: number): string {
  return /([\p{L}\p{M}’']+) $/u.exec(text.slice(Math.max(0, at - 30), at))?.[1] ?? ''
}
