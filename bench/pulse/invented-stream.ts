import type { PulseEvent } from '../../src/model/pulse.ts'
import { HOUR_MS } from '../../src/model/time.ts'
import { type Draws, drawsFrom } from './draws.ts'

/** Texts rising on one key: from its first hour to where nine tenths of them are out, at least twelve hours. `texts`: how many, copies included. */
export type TrueBurst = { key: string; fromHour: number; toHour: number; texts: number }

/** Votes in order of time, and what rises in them. Hours count from `startMs`; those before `scoredFrom` are there to learn from. */
export type PulseStream = {
  startMs: number
  hours: number
  scoredFrom: number
  events: PulseEvent[]
  bursts: TrueBurst[]
}

/** How large a stream is; `newKeys` of its `keys` are never seen before they burst. */
export type StreamSize = { keys: number; newKeys: number; learnDays: number; scoredDays: number; bursts: number }

/** A Monday at midnight. */
const START_MS = Date.UTC(2026, 0, 5)
const WEEK_HOURS = 168
const FEEDS = 100
/** Texts an hour over all known keys at a usual hour, for each key of the stream. */
const TEXTS_PER_KEY_HOUR = 0.08
/** One usual text in eight is a copy of the one before on its key. */
const USUAL_COPIES = 1 / 8
const BURST_COPIES = 0.35
/** Every burst begins so long after and before another of its key. */
const APART_HOURS = 96
const OUTAGES = 3
const OUTAGE_HOURS = 5

type Vote = { key: number; feed: number; family: number }
type Known = { rate: number; shape: (hourOfWeek: number) => number; unrest: number }

/**
 * A stream of invented votes with its truth, the same for the same seed. Keys of very different rates, each with an hour-of-week shape, a drifting
 * level and counts that differ more than by chance; bursts of 8 to 160 texts. What is no burst and looks like one: weekly routines, floods by one
 * feed, one text carried by many feeds, and outages whose backlog comes at once. A burst falls on a known key by the root of its rate.
 */
export function inventStream(seed: number, size: StreamSize): PulseStream {
  const hours = (size.learnDays + size.scoredDays) * 24
  const world = new World(seed, size, hours)
  world.usual()
  world.routines()
  world.burst()
  world.floods()
  world.waves()
  world.outages()
  return {
    startMs: START_MS,
    hours,
    scoredFrom: size.learnDays * 24,
    events: world.votes.flatMap((votes, hour) => eventsOf(votes, hour)),
    bursts: world.bursts,
  }
}

/** An hour's votes, evenly over it in the order in which they came. */
function eventsOf(votes: readonly Vote[], hour: number): PulseEvent[] {
  return votes.map(({ key, feed, family }, at) => ({
    atMs: START_MS + hour * HOUR_MS + Math.floor((at * HOUR_MS) / votes.length),
    key: nameOf(key),
    feed: `feed-${feed}`,
    family: `text-${family}`,
  }))
}

function nameOf(key: number): string {
  return `tag:${key}`
}

class World {
  readonly votes: Vote[][]
  readonly bursts: TrueBurst[] = []
  readonly #draws: Draws
  readonly #size: StreamSize
  readonly #hours: number
  readonly #known: Known[]
  #families = 0

  constructor(seed: number, size: StreamSize, hours: number) {
    this.#draws = drawsFrom(seed)
    this.#size = size
    this.#hours = hours
    this.votes = Array.from({ length: hours }, () => [])
    const count = size.keys - size.newKeys
    const weights = Array.from({ length: count }, (_, place) => 1 / (place + 2))
    const perWeight = (TEXTS_PER_KEY_HOUR * size.keys) / weights.reduce((sum, weight) => sum + weight, 0)
    this.#known = weights.map((weight) => ({
      rate: weight * perWeight,
      shape: SHAPES[this.#draws.whole(SHAPES.length)]!,
      unrest: 2 + this.#draws.whole(6),
    }))
  }

  usual(): void {
    const { normal, count, unrest, chance } = this.#draws
    for (const [key, known] of this.#known.entries()) {
      let level = 0
      let last = this.#families++
      for (let hour = 0; hour < this.#hours; hour++) {
        if (hour % 24 === 0) level = 0.95 * level + 0.15 * normal()
        const mean = known.rate * known.shape(hour % WEEK_HOURS) * Math.exp(level) * unrest(known.unrest)
        for (let left = count(mean); left > 0; left--) {
          if (!chance(USUAL_COPIES)) last = this.#families++
          this.#put(hour, key, this.#feed(), last)
        }
      }
    }
  }

  /** One key in twenty has an hour of the week at which it always comes in number: a programme, a match day, a list that is published. */
  routines(): void {
    const { count, even, whole } = this.#draws
    for (let n = 0; n < this.#size.keys / 20; n++) {
      const key = whole(this.#known.length)
      const mean = even(7, 20)
      for (let hour = whole(WEEK_HOURS); hour < this.#hours; hour += WEEK_HOURS) {
        for (let left = count(mean); left > 0; left--) this.#put(hour + whole(3), key, this.#feed(), this.#families++)
      }
    }
  }

  burst(): void {
    const { chance, even, evenLog, count, waiting, whole } = this.#draws
    while (this.bursts.length < this.#size.bursts) {
      const key = chance(0.15) ? this.#known.length + whole(this.#size.newKeys) : this.#keyByRoot()
      const fromHour = this.#someHour(48)
      if (this.bursts.some((one) => one.key === nameOf(key) && Math.abs(one.fromHour - fromHour) < APART_HOURS))
        continue
      const climb = even(1, 6)
      const fall = even(5, 35)
      const texts = Math.max(8, count(evenLog(8, 160)))
      const after = Array.from({ length: texts }, () => (chance(0.25) ? even(0, climb) : climb + waiting(fall)))
      after.sort((a, b) => a - b)
      const own: number[] = []
      for (const hours of after) {
        const isCopy = own.length > 0 && chance(BURST_COPIES)
        own.push(isCopy ? own[whole(own.length)]! : this.#families++)
        this.#put(fromHour + Math.floor(hours), key, this.#feed(), own.at(-1)!)
      }
      const lasts = Math.max(12, Math.ceil(after[Math.floor(texts * 0.9)]!))
      this.bursts.push({ key: nameOf(key), fromHour, toHour: fromHour + lasts, texts })
    }
  }

  /** One feed posts 15 to 70 texts of its own within two hours. */
  floods(): void {
    for (let n = 0; n < this.#size.bursts / 2; n++) {
      const { key, hour } = this.#quietPlace()
      const feed = this.#feed()
      const texts = this.#draws.evenLog(15, 70)
      for (let at = 0; at < texts; at++) this.#put(hour + this.#draws.whole(2), key, feed, this.#families++)
    }
  }

  /** One text is carried by up to 10 to 40 feeds within four hours. */
  waves(): void {
    for (let n = 0; n < this.#size.bursts / 2; n++) {
      const { key, hour } = this.#quietPlace()
      const family = this.#families++
      const carriers = this.#draws.evenLog(10, 40)
      for (let at = 0; at < carriers; at++) this.#put(hour + this.#draws.whole(4), key, this.#feed(), family)
    }
  }

  /** Nothing comes for hours, then all that was held back. */
  outages(): void {
    for (let n = 0; n < OUTAGES; n++) {
      const from = this.#someHour(48)
      for (let hour = from; hour < from + OUTAGE_HOURS; hour++)
        this.votes[from + OUTAGE_HOURS]!.push(...this.votes[hour]!.splice(0))
    }
  }

  #put(hour: number, key: number, feed: number, family: number): void {
    this.votes[hour]?.push({ key, feed, family }) // what would come after the end is not there
  }

  /** A few feeds bring most: places by the square of an even draw. */
  #feed(): number {
    return Math.floor(FEEDS * this.#draws.even(0, 1) ** 2)
  }

  #someHour(beforeEnd: number): number {
    return Math.floor(this.#draws.even(this.#size.learnDays * 24 + 6, this.#hours - beforeEnd))
  }

  #keyByRoot(): number {
    for (;;) {
      const key = this.#draws.whole(this.#known.length)
      if (this.#draws.chance(Math.sqrt(this.#known[key]!.rate / this.#known[0]!.rate))) return key
    }
  }

  /** A known key at an hour well away from its bursts. */
  #quietPlace(): { key: number; hour: number } {
    for (;;) {
      const key = this.#keyByRoot()
      const hour = this.#someHour(24)
      const isBusy = ({ key: name, fromHour, toHour }: TrueBurst) =>
        name === nameOf(key) && hour > fromHour - 30 && hour < toHour + 30
      if (!this.bursts.some(isBusy)) return { key, hour }
    }
  }
}

/** 0 to 1, highest at `top` o'clock. */
function wave(hourOfWeek: number, top: number): number {
  return (1 + Math.cos(((hourOfWeek - top) / 12) * Math.PI)) / 2
}

/** Hour-of-week shapes, about 1 in the mean: office hours, evenings and weekends, the whole day. */
const SHAPES: readonly ((hourOfWeek: number) => number)[] = [
  (hour) => (hour < 120 ? 1.2 : 0.4) * (0.3 + 1.4 * wave(hour, 13)),
  (hour) => (hour < 120 ? 0.7 : 1.8) * (0.2 + 1.6 * wave(hour, 20) ** 2),
  (hour) => 0.8 + 0.4 * wave(hour, 12),
]
