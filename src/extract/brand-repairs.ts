import type { Repair } from '../model/article.ts'
import { brandUses, GLUED, MAX_WEIGHED } from './brand-uses.ts'
import { pushedIn } from './pushed-in.ts'

/** One stretch `[start, end)` to take out of a text, and how the repair is told; `mendedAt` is where `mended` begins, counted from `start`. */
export type BrandCut = { start: number; end: number; found: string; mended: string; mendedAt: number }

/** Where on a page a brand is looked for, and how likely tampering is beforehand, as log-odds. */
export type PageWords = { title: string; text: string; brand: string; prior: number }

/**
 * Where a brand was pushed into a page's text or title by others: glued to the next or the last word ("is TrendPulseon his way"),
 * or standing alone where no name can stand. Text that speaks of the brand is left as it is.
 * In order, without overlaps; empty for brands too short or too strange to be told from words.
 */
export function pageCuts({ title, text, brand, prior }: PageWords): { title: BrandCut[]; text: BrandCut[] } {
  const cuts: { title: BrandCut[]; text: BrandCut[] } = { title: [], text: [] }
  if (!isMendable(brand) || !(text.includes(brand) || title.includes(brand))) return cuts
  const uses = brandUses(title, text, brand)
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
