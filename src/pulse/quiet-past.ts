/** Log-odds of quiet are kept in quarters, so that ±31 fits a byte; a tick surer than `COLD` is quiet whatever follows. */
const STEPS_A_UNIT = 4
const LARGEST = 127
const COLD = 16
/** What a key is believed to have been before it was first seen. */
export const QUIET_FROM_START = 28

/** Chances per tick that a burst begins and ends. */
export type BurstChances = { start: number; end: number }

/** A byte for the odds of burst against quiet after a tick. Odds of 0 and above; larger than e^31 is held at that. */
export function quietByte(burstOdds: number): number {
  const units = -Math.log(Math.max(Number.MIN_VALUE, burstOdds))
  return Math.max(-LARGEST, Math.min(LARGEST, Math.round(units * STEPS_A_UNIT)))
}

/**
 * How likely a past tick was quiet, in the light of the ticks that followed: what looked like chance may have been a burst's first hour.
 *
 * @param ring `quietByte` of one key's ticks at `tick % ring.length`; `tick` is the last one, `lag` (1 to ring.length - 2) lies between
 * @returns `after`: by all ticks up to now; `apart`: by all but the tick itself, so that learning by it does not prefer low counts
 *
 * **Source:** forward-backward smoothing with fixed lag over two states (Rabiner 1989, section III.A), all burst levels taken as one.
 */
export function quietThen(
  ring: Int8Array,
  tick: number,
  lag: number,
  chances: BurstChances,
): { after: number; apart: number } {
  if (isCold(ring)) return { after: 1, apart: 1 }
  const { start, end } = chances
  let burst = shareOf(oddsAt(ring, tick))
  let message = 1
  for (let back = 1; back <= lag; back++) {
    const odds = oddsAt(ring, tick - back)
    const foreseen = nextBurst(shareOf(odds), chances)
    const ifQuiet = ((1 - start) * (1 - burst)) / (1 - foreseen) + (start * burst) / foreseen
    const ifBurst = (end * (1 - burst)) / (1 - foreseen) + ((1 - end) * burst) / foreseen
    message = ifBurst / ifQuiet
    burst = shareOf(odds * message)
  }
  const foreseen = nextBurst(shareOf(oddsAt(ring, tick - lag - 1)), chances)
  return { after: 1 - burst, apart: 1 - shareOf((foreseen / (1 - foreseen)) * message) }
}

function isCold(ring: Int8Array): boolean {
  for (let at = 0; at < ring.length; at++) if (ring[at]! < COLD) return false
  return true
}

function oddsAt(ring: Int8Array, tick: number): number {
  return Math.exp(-ring[tick % ring.length]! / STEPS_A_UNIT)
}

function shareOf(odds: number): number {
  return odds / (1 + odds)
}

function nextBurst(burst: number, { start, end }: BurstChances): number {
  return (1 - burst) * start + burst * (1 - end)
}
