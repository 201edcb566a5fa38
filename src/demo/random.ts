/** Seeded random numbers: the same seed gives the same world on every machine. */
export type Random = {
  /** 0 up to, not including, 1. */
  next(): number
  /** Integer from `low` to `high`, both included. */
  int(low: number, high: number): number
  pick<Value>(values: readonly Value[]): Value
  chance(probability: number): boolean
}

/** A generator whose whole state is one 32-bit number. **Source:** mulberry32 (T. Ettinger, public domain). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (values) => values[Math.floor(next() * values.length)]!,
    chance: (probability) => next() < probability,
  }
}

/** A seed made of a parent seed and a number, so that parts of the world can be made in any order. */
export function childSeed(seed: number, part: number): number {
  const mixed = Math.imul((seed ^ Math.imul(part + 0x9e3779b9, 0x85ebca6b)) >>> 0, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/** A copy of the list in random order (Fisher-Yates). */
export function shuffled<Value>(values: readonly Value[], random: Random): Value[] {
  const order = [...values]
  for (let index = order.length - 1; index > 0; index--) {
    const other = random.int(0, index)
    const kept = order[index]!
    order[index] = order[other]!
    order[other] = kept
  }
  return order
}
