import { share } from './ratios.ts'

type Span = readonly [from: number, to: number]
/** What is true of a row: the row that it was made of, and what was done to it. Positions are UTF-16 units. */
export type CopyGold = {
  id: string
  copyOf: string | null
  kind: string
  brand?: string
  injected?: readonly { at: Span }[]
  redated?: { days: number } | null
  embeddedIn?: string
}
/** What a program says of a row, as the `copies` filter prints it. */
export type CopyAnswer = {
  copyOf?: string | null
  matches?: readonly { id: string }[]
  injected?: readonly { at: Span }[]
  redatedDays?: number | null
}
/** Shares from 0 to 1, null where nothing was asked; `wrong` counts rows that were joined to another family. */
export type CopyScores = {
  recall: ReadonlyMap<string, number>
  original: number | null
  wrong: number
  injected: { precision: number; recall: number }
  redated: number | null
  flagged: number | null
}

/** Days by which a found change of date may be off. */
const MOST_DAYS_OFF = 1
/** A change of date that small is no charge against a copy which has none. */
const FLAGGED_DAYS = 7

/**
 * Planted copies found, by kind; the original named; wrong rows; brand words by place; changed dates.
 * A copy is found where `copyOf` or a match is of its family: the original or another copy of it. An embedded copy may also name the article that it sits in.
 */
export function scoreCopies(golds: readonly CopyGold[], answers: ReadonlyMap<string, CopyAnswer>): CopyScores {
  const byId = new Map(golds.map((gold) => [gold.id, gold]))
  const kinds = new Map<string, { found: number; all: number }>()
  let found = 0
  let originals = 0
  let wrong = 0
  for (const gold of golds) {
    const answer = answers.get(gold.id) ?? {}
    if (answer.copyOf && !isOneFamily(byId, gold, answer.copyOf)) wrong++
    if (!gold.copyOf) continue
    const kind = kinds.get(gold.kind) ?? { found: 0, all: 0 }
    kinds.set(gold.kind, kind)
    kind.all++
    const named = [answer.copyOf, ...(answer.matches ?? []).map(({ id }) => id)]
    if (!named.some((id) => id && (byId.get(id)?.copyOf ?? id) === gold.copyOf)) continue
    kind.found++
    found++
    if (answer.copyOf === gold.copyOf) originals++
  }
  return {
    recall: new Map([...kinds].map(([kind, { found: some, all }]) => [kind, some / all])),
    original: share(originals, found),
    wrong,
    injected: scoreInjected(golds, answers),
    ...scoreDates(golds, answers),
  }
}

function isOneFamily(byId: ReadonlyMap<string, CopyGold>, gold: CopyGold, named: string): boolean {
  const other = byId.get(named)
  const family = gold.copyOf ?? gold.id
  const others = other?.copyOf ?? named
  if (family === others) return true
  if (gold.embeddedIn && (others === gold.embeddedIn || other?.embeddedIn === gold.embeddedIn)) return true
  return other?.embeddedIn === family
}

/** An answer is right where it overlaps a planted word, and a planted word is found where an answer overlaps it. */
function scoreInjected(
  golds: readonly CopyGold[],
  answers: ReadonlyMap<string, CopyAnswer>,
): { precision: number; recall: number } {
  const counts = { said: 0, right: 0, planted: 0, hit: 0 }
  for (const { id, copyOf, brand, injected = [] } of golds) {
    if (!copyOf || !brand) continue
    const said = answers.get(id)?.injected ?? []
    counts.said += said.length
    counts.planted += injected.length
    counts.right += said.filter(({ at }) => injected.some((one) => overlaps(at, one.at))).length
    counts.hit += injected.filter(({ at }) => said.some((one) => overlaps(at, one.at))).length
  }
  return { precision: share(counts.right, counts.said) ?? 0, recall: share(counts.hit, counts.planted) ?? 0 }
}

function scoreDates(
  golds: readonly CopyGold[],
  answers: ReadonlyMap<string, CopyAnswer>,
): { redated: number | null; flagged: number | null } {
  const copies = golds.filter(({ id, copyOf }) => copyOf && answers.has(id))
  const daysOf = ({ id }: CopyGold): number | null => answers.get(id)?.redatedDays ?? null
  const changed = copies.filter(({ redated }) => redated)
  const unchanged = copies.filter(({ redated }) => !redated)
  const right = changed.filter((copy) => {
    const days = daysOf(copy)
    return days !== null && Math.abs(days - copy.redated!.days) <= MOST_DAYS_OFF
  })
  const flagged = unchanged.filter((copy) => Math.abs(daysOf(copy) ?? 0) > FLAGGED_DAYS)
  return { redated: share(right.length, changed.length), flagged: share(flagged.length, unchanged.length) }
}

function overlaps(one: Span, other: Span): boolean {
  return one[0] < other[1] && other[0] < one[1]
}
