import type { Repair } from '../model/article.ts'
import { continuesBrand, joinsWell } from './word-pairs.ts'

/** One stretch `[start, end)` to take out of a text, and how the repair is told; `mendedAt` is where `mended` begins, counted from `start`. */
export type BrandCut = { start: number; end: number; found: string; mended: string; mendedAt: number }

/** Most repairs of one text; beyond it the text is about the brand, or hostile. */
const MAX_REPAIRS = 2_000
/** Most brands standing alone that are still taken for injected: tampered pages hold one to three, texts about a brand many. Chosen on generated tampering (bench/extract/tampering.ts). */
const MAX_STANDING = 4

/**
 * Where a brand was pushed into a text by others: glued to the next or the last word ("is TrendPulseon his way"),
 * or standing alone between two words that belong together. Text that speaks of the brand is left as it is.
 * In order, without overlaps; empty for brands too short or too strange to be told from words.
 */
export function brandCuts(text: string, brand: string): BrandCut[] {
  if (!isMendable(brand)) return []
  const cuts: BrandCut[] = []
  const standing: BrandCut[] = []
  let natural = 0
  for (
    let at = text.indexOf(brand);
    at !== -1 && cuts.length < MAX_REPAIRS;
    at = text.indexOf(brand, at + brand.length)
  ) {
    const glued = gluedCut(text, at, brand)
    const alone = glued ? null : standingCut(text, at, brand)
    if (glued) cuts.push(glued)
    else if (alone) standing.push(alone)
    else natural++
  }
  // A text about the brand names it often, and hardly ever between two words that no name parts.
  if (natural < standing.length && standing.length <= MAX_STANDING) cuts.push(...standing)
  return cuts.sort((a, b) => a.start - b.start)
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

function gluedCut(text: string, at: number, brand: string): BrandCut | null {
  const end = at + brand.length
  const before = /[\p{L}\p{N}\p{M}]{1,40}$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? ''
  const after = /^(?:["“‘'([$€£#]{0,3}[\p{L}\p{N}][\p{L}\p{N}\p{M}]{0,39})/u.exec(text.slice(end, end + 44))?.[0] ?? ''
  if (
    after &&
    !before &&
    gluedBehind(brand, wordBefore(text, at), after, text.slice(end + after.length, end + after.length + 12))
  ) {
    return { start: at, end, found: brand + after, mended: after, mendedAt: 0 }
  }
  if (before && !after && /^\p{Ll}/u.test(before) && before.length > 1 && /\p{Lu}/u.test(brand[0]!)) {
    return { start: at, end, found: before + brand, mended: before, mendedAt: -before.length }
  }
  return null
}

/** Whether what follows the brand without a space is a word of the sentence, not the brand's own ending. */
function gluedBehind(brand: string, before: string, after: string, rest: string): boolean {
  if (/^(?:['’]?s|['’]s?)$/u.test(after) && !/^\p{L}/u.test(rest)) return false
  if (/^\.(?:com|net|org|io|co|tv|news)\b/iu.test(after + rest)) return false
  if (/^['’]/u.test(after)) return /^['’]\p{L}{2,}/u.test(after)
  return !continuesBrand(brand, before, after)
}

/** The word that ends one space before a place; empty where there is none. */
function wordBefore(text: string, at: number): string {
  return /([\p{L}\p{M}’']+) $/u.exec(text.slice(Math.max(0, at - 30), at))?.[1] ?? ''
}

function standingCut(text: string, at: number, brand: string): BrandCut | null {
  const end = at + brand.length
  const before = wordBefore(text, at)
  const after = /^ ([\p{L}\p{M}’']+)/u.exec(text.slice(end, end + 30))?.[1]
  if (!before || !after || !joinsWell(before, after)) return null
  return { start: at, end: end + 1, found: `${brand} `, mended: '', mendedAt: 0 }
}
