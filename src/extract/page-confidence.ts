import { linearChances } from './linear-scores.ts'
import learnt from './weights-kinds.json' with { type: 'json' }

/** What tells, beside the classifier's own sureness, how good a body is: how much was kept, how it is linked and broken up, what else the page is. */
const SPEAKING = [
  'ownShare', 'ownLinkShare', 'proseShare', 'ownText', 'text', 'runs', 'headings', 'ownBlockLength',
  'parts', 'partsShare', 'partsOwn', 'postsOwn', 'cardsOwn',
  'ldText', 'published', 'ogText', 'ldProduct', 'ldProducts', 'madeForum', 'type:thread',
  'address:forum', 'address:listing', 'address:product', 'buys', 'names:comment', 'names:shop', 'said:reply', 'said:sort',
] as const // biome-ignore format: a table reads better in rows

/**
 * How good the body of a page is: the F1 over word runs that a text chosen like this one reached on average on pages of hosts that
 * nothing was learnt from (0 to 1). Of pages told 0.9 the text is nine tenths right, in the mean; half of those below 0.8 have lost or
 * taken in whole passages. **Source:** logistic calibration (Platt 1999) with shares for labels; fitted by bench/extract/fit-kinds.ts.
 */
export function pageConfidence(facts: Readonly<Record<string, number>>): number {
  return linearChances(learnt.confidence, confidenceRow(facts))[1]!
}

/** What the confidence is learnt from, in a fixed order. */
export function confidenceRow(facts: Readonly<Record<string, number>>): number[] {
  const sureness = Math.min(0.9999, Math.max(0.0001, facts.sureness ?? 0))
  return [Math.log(sureness / (1 - sureness)), ...SPEAKING.map((name) => facts[name] ?? 0)]
}
