/**
 * What may speak for an item: visits like this one, what visits went on to, what was read right after, what led here, where two
 * steps lead, what is read along with it, what has the same words, and what is read just now.
 */
export const VOICES = [
  'neighbours',
  'rules',
  'rightAfter',
  'leaders',
  'twoSteps',
  'together',
  'similar',
  'recent',
] as const
export type Voice = (typeof VOICES)[number]

/** What each voice says of one item, 0 to 1, in the order of VOICES. */
export type VoiceScores = Float64Array

/** A visit whose next item is known: what the voices said of each candidate, and which candidate it was. */
export type MixExample = { candidates: readonly VoiceScores[]; chosen: number; single: boolean }

/** How much each feature of a candidate weighs; `mixFeatures` says which these are. */
export type Mix = readonly number[]

/** Below this share of the best a voice's differences say nothing more. */
const LOG_FLOOR = 0.01
/** Features of a visit of any length; those of a visit of one item stand behind them once more. */
const SHARED_FEATURES = 2 * VOICES.length

/** Where nothing could be learnt; tuned on the last day of the shop visits of docs/decisions/recommendation.md, `similar` and `recent` by hand. */
const GIVEN: Readonly<Partial<Record<Voice, number>>> = { neighbours: 4, rules: 0.8, similar: 3.2, recent: 0.01 }
export const GIVEN_MIX: Mix = [
  ...VOICES.map((voice) => GIVEN[voice] ?? 0),
  ...new Array<number>(2 * SHARED_FEATURES - VOICES.length).fill(0),
]

/** Passes over the examples, first step, and pull towards the given mix: chosen on the third and fourth day of the same visits, judged on the fifth. */
const PASSES = 5
const FIRST_STEP = 0.3
const PULL = 1e-4
/** With fewer examples the given mix stays. */
const MIN_EXAMPLES = 200

/**
 * The score of a candidate, of any sign: higher is better. Each voice counts by its share of the best and by the logarithm of that
 * share, and by weights of their own where the visit has one item alone.
 */
export function mixScore(mix: Mix, scores: VoiceScores, single: boolean): number {
  const more = single ? SHARED_FEATURES : -1
  let sum = 0
  for (let voice = 0; voice < scores.length; voice++) {
    const plain = scores[voice]!
    if (plain === 0) continue
    const steep = logShare(plain)
    const at = VOICES.length + voice
    sum += mix[voice]! * plain + mix[at]! * steep
    if (more >= 0) sum += mix[more + voice]! * plain + mix[more + at]! * steep
  }
  return sum
}

/**
 * Weights under which the items that visits went on to stand highest among their candidates: multinomial logistic regression by
 * adaptive steps, from the given mix, example by example in the order given, so that the same examples give the same weights.
 * Fewer than 200 examples give the given mix.
 * **Source:** McFadden, Conditional logit analysis (1974); Duchi, Hazan & Singer, Adaptive subgradient methods (JMLR 2011).
 */
export function fitMix(examples: readonly MixExample[], given: Mix = GIVEN_MIX): Mix {
  if (examples.length < MIN_EXAMPLES) return given
  const weights = Float64Array.from(given)
  const squares = new Float64Array(given.length).fill(1e-6)
  for (let pass = 0; pass < PASSES; pass++) {
    for (const example of examples) {
      const slope = slopeOf(example, weights)
      for (let at = 0; at < weights.length; at++) {
        const step = slope[at]! - PULL * (weights[at]! - given[at]!)
        squares[at]! += step * step
        weights[at]! += (FIRST_STEP * step) / Math.sqrt(squares[at]!)
      }
    }
  }
  return [...weights]
}

/** Slope of the log-likelihood of the item that was chosen: its features less what the weights expect. */
function slopeOf({ candidates, chosen, single }: MixExample, weights: Float64Array): Float64Array {
  const mix = weights as unknown as Mix // read by index alone
  const scores = candidates.map((candidate) => mixScore(mix, candidate, single))
  const best = Math.max(...scores)
  const shares = scores.map((score) => Math.exp(score - best))
  const total = shares.reduce((sum, share) => sum + share, 0)
  const slope = new Float64Array(weights.length)
  for (const [at, candidate] of candidates.entries()) {
    const part = (at === chosen ? 1 : 0) - shares[at]! / total
    if (Math.abs(part) > 1e-6) addFeatures(slope, candidate, part, single)
  }
  return slope
}

function addFeatures(slope: Float64Array, scores: VoiceScores, part: number, single: boolean): void {
  for (let voice = 0; voice < scores.length; voice++) {
    const plain = scores[voice]!
    if (plain === 0) continue
    const steep = logShare(plain)
    slope[voice]! += part * plain
    slope[VOICES.length + voice]! += part * steep
    if (!single) continue
    slope[SHARED_FEATURES + voice]! += part * plain
    slope[SHARED_FEATURES + VOICES.length + voice]! += part * steep
  }
}

/** 0 for nothing, 1 for the best, even steps for even ratios between. */
function logShare(share: number): number {
  return Math.log(1 + share / LOG_FLOOR) / Math.log(1 + 1 / LOG_FLOOR)
}
