import type { PageKind } from '../model/article.ts'
import { linearChances } from './linear-scores.ts'
import learnt from './weights-kinds.json' with { type: 'json' }

/** Least chance of another kind for a page not to be an article: out of fold 99 of 100 articles stay articles (docs/decisions/page-kinds.md). */
const LEAST_CHANCE = 0.5
/** Below this sureness of its text a page that is no other kind is none that is known. */
const OTHER_SURENESS = 0.35

const KINDS = learnt.kind.kinds as readonly PageKind[] // written by bench/extract/fit-kinds.ts, which names these only

/** What sort of page it is, by the facts of `kindFacts`. */
export function pageKind(facts: Readonly<Record<string, number>>): PageKind {
  const row = learnt.kind.facts.map((name) => facts[name] ?? 0)
  const kind = KINDS[kindByChances(facts, linearChances(learnt.kind, row))]!
  return kind === 'article' && (facts.sureness ?? 0) < OTHER_SURENESS ? 'other' : kind
}

/**
 * Index of the kind: by outright claims of a thread first, then by the learnt chances (the first is the article's).
 * A page that calls itself a product and no text is no article, whatever its chances.
 */
export function kindByChances(
  { madeForum, ldThread, ldText, ldProduct }: Readonly<Record<string, number>>,
  chances: readonly number[],
): number {
  if (madeForum === 1 || (ldThread === 1 && ldText === 0)) return KINDS.indexOf('forum')
  const best = chances.indexOf(Math.max(...chances.slice(1)))
  if (chances[best]! >= LEAST_CHANCE) return best
  return KINDS.indexOf(ldProduct === 1 && ldText === 0 ? 'product' : 'article')
}
