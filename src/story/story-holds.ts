/**
 * One choice of a person about a text: texts of one side belong together; those of two sides of a choice that parts are kept apart.
 * A later choice (higher number) outdoes an earlier one.
 */
export type Hold = { choice: number; side: number; parts: boolean }

/** What persons decided about texts, asked by whoever would move them. */
export type StoryHolds = {
  /** Whether these texts may leave the others. */
  mayPart(texts: readonly number[], others: readonly number[]): boolean
  /** Whether these texts may come to stand with the others. */
  mayMeet(texts: readonly number[], others: readonly number[]): boolean
}

/** Where nothing was decided. */
export const NO_HOLDS: StoryHolds = { mayPart: () => true, mayMeet: () => true }

/**
 * Holds by text. Each text's holds are of different choices. Texts with equal holds are asked as one, so that a story costs a look
 * at each of its texts, and a comparison of as many pairs as there are choices about it.
 */
export function createStoryHolds(holds: ReadonlyMap<number, readonly Hold[]>): StoryHolds {
  if (holds.size === 0) return NO_HOLDS
  const sorted = new Map<number, string>()
  const byName = new Map<string, readonly Hold[]>()
  for (const [text, own] of holds) {
    const latestFirst = own.toSorted((a, b) => b.choice - a.choice)
    const name = latestFirst.map(({ choice, side }) => `${choice}.${side}`).join(' ')
    sorted.set(text, name)
    byName.set(name, latestFirst)
  }
  const kinds = (texts: readonly number[]) => {
    const names = new Set<string>()
    for (const text of texts) {
      const name = sorted.get(text)
      if (name !== undefined) names.add(name)
    }
    return [...names].map((name) => byName.get(name)!) // every name was put there with its holds
  }
  const none = (texts: readonly number[], others: readonly number[], bond: Bond): boolean => {
    const here = kinds(texts)
    if (here.length === 0) return true
    const there = kinds(others)
    return !here.some((one) => there.some((other) => bondOf(one, other) === bond))
  }
  return {
    mayPart: (texts, others) => none(texts, others, 'together'),
    mayMeet: (texts, others) => none(texts, others, 'apart'),
  }
}

type Bond = 'together' | 'apart' | 'free'

/** What the latest choice that names both says of them. */
function bondOf(one: readonly Hold[], other: readonly Hold[]): Bond {
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const left = one[a]!
    const right = other[b]!
    if (left.choice === right.choice) return left.parts && left.side !== right.side ? 'apart' : 'together'
    if (left.choice > right.choice) a++
    else b++
  }
  return 'free'
}
