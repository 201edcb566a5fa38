/**
 * Every tuned constant of the detector. Defaults: see `docs/decisions/pulse.md` for what each was tuned on;
 * `bench/pulse.ts` measures a change of any on a stream that has truth.
 */
export type PulseSettings = {
  /** Burst levels, lightest first, in independent texts an hour: `lightest * step^n`. */
  lightestPerHour: number
  levelStep: number
  /** Chance per key and hour that a burst begins, before the site's own past is known. */
  startPerHour: number
  /** Chance per hour that a burst grows, wanes by one level, or ends. */
  risePerHour: number
  wanePerHour: number
  endPerHour: number
  /** Start hazard grows as (rate / 0.1 an hour)^startByRate: names often written about rise more often. 0 = all alike. */
  startByRate: number
  /** Variance that log(level) gains an hour: how fast what is usual drifts. */
  driftPerHour: number
  /**
   * Share of a burst that is learnt as usual all the same. It grows by e every `usualAfterHours`: what does not end becomes usual.
   * A tick after which quiet is less likely than `grossBelow` is learnt by that; others by what was believed before the tick.
   */
  learnFloor: number
  usualAfterHours: number
  grossBelow: number
  /**
   * A key that brings fewer than `lateBelow` texts an hour learns `lateHours` after a tick, by what followed it: a small burst would else be
   * taken for usual before it is seen to be one. Busier keys learn at once, as their levels drift faster than they can be told apart from that.
   */
  lateBelow: number
  lateHours: number
  /** Chance an hour that a burst ends, of all levels taken as one, in that look back. */
  lateEndPerHour: number
  /** A key never seen before is believed to bring `priorTexts / priorHours` texts an hour, as if watched for `priorHours`. */
  priorTexts: number
  priorHours: number
  /** Share of a feed's further votes within the vote window, against the other feeds' votes, that still counts. */
  feedShare: number
  /** Copies of one family that count at most. */
  copiesPerFamily: number
  /** Copies count only while fewer than the recent originals less `copyOffset` less `copyGuard` times what is usual. */
  copyGuard: number
  copyOffset: number
  /** Weight of the pooled dispersion against the key's own, in squared expected texts. */
  dispersionPrior: number
  /** Least surprise (log10 of the tail) and least texts of three ticks that are remembered as a routine's hit. */
  routineTail: number
  routineTexts: number
  /** Expectation at a routine hour, in mean excesses of its earlier hits. */
  routineLift: number
  /** Flow below this share of what was expected over all keys is an outage; what follows is its backlog. */
  outageShare: number
}

/** Tuned by coordinate search on the invented streams of bench/pulse.ts, seeds 1, 2, 3, 11 and 12; the `late` ones and `priorTexts` chosen on 21 to 30. */
export const PULSE_SETTINGS: PulseSettings = {
  lightestPerHour: 0.085,
  levelStep: 1.87,
  startPerHour: 0.00007,
  risePerHour: 0.08,
  wanePerHour: 0.3,
  endPerHour: 0.06,
  startByRate: 1.28,
  driftPerHour: 0.0011,
  learnFloor: 0.03,
  usualAfterHours: 18,
  grossBelow: 0.1,
  lateBelow: 0.04,
  lateHours: 22,
  lateEndPerHour: 0.1,
  priorTexts: 0.25,
  priorHours: 80,
  feedShare: 0.15,
  copiesPerFamily: 3,
  copyGuard: 0.5,
  copyOffset: 0.5,
  dispersionPrior: 48,
  routineTail: 2,
  routineTexts: 4,
  routineLift: 1.2,
  outageShare: 0.35,
}
