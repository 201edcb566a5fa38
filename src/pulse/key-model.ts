import type { PulseEvent } from '../model/pulse.ts'
import { BURST_LEVELS, BurstOdds } from './burst-odds.ts'
import { type Evidence, strongestWindow } from './evidence.ts'
import { KEPT_TICKS, KeyRows } from './key-rows.ts'
import { negativeBinomialSurprise } from './negative-binomial.ts'
import { QUIET_FROM_START, quietByte, quietThen } from './quiet-past.ts'
import { Routines } from './routines.ts'
import type { PulseSettings } from './settings.ts'
import type { StateReader, StateWriter } from './state-bytes.ts'
import { VoteFold } from './vote-fold.ts'
import { SHAPES, WEEK_SLOTS, WeekShapes } from './week-shapes.ts'

/** A key's score at the close of a tick, with the evidence for it. */
export type RowScore = {
  row: number
  key: string
  score: number
  lift: number
} & Evidence

/** Keys watched at most: 200 bytes each beside their names. New keys beyond it are not watched until others fall silent. */
const MAX_KEYS = 1_000_000
/** A key silent for this long is forgotten; one seen only a few times, after the shorter time. */
const FORGET_HOURS = 60 * 24
const FORGET_RARE_HOURS = 10 * 24
const RARE_TEXTS = 1.5
/** Ticks with less expected than this over all keys are too few to tell an outage from a quiet hour. */
const LEAST_FLOW = 10
/** Smallest level believed, in texts an hour. */
const LEAST_LEVEL = 0.0005
const LOG_RATIO_CAP = 40
/** The spread of counts is remembered for about four weeks. */
const SPREAD_KEPT_PER_HOUR = 0.5 ** (1 / (28 * 24))
/** In the first days nothing is a burst: all that comes is what is usual. */
const FIRST_HOURS = 5 * 24
/** Bounds of the chances of a tick, so that none is certain. */
const MOST_START = 0.2
const MOST_END = 0.9
/** Dispersion believed before any is known: counts vary by half their mean. */
const FIRST_INVERSE_DISPERSION = 0.25

/** What is usual for every key, and how far each is from it. One instance a detector; all state is in typed arrays. */
export class KeyModel {
  readonly #settings: PulseSettings
  readonly #tickHours: number
  readonly #rows = new KeyRows()
  readonly #fold: VoteFold
  readonly #shapes = new WeekShapes()
  readonly #routines: Routines
  readonly #burst: BurstOdds
  readonly #share = new Float64Array(SHAPES)
  readonly #routineTicks: number
  readonly #lateTicks: number
  #usual = new Float64Array(0)
  #routine = new Float64Array(0)
  /** Sums over all keys: excess squared error, squared expectation; ticks missed in an outage and texts owed by it; hours since the first tick. */
  #pool = new Float64Array(5)
  /** 1 for each of the last ticks, at tick % KEPT_TICKS, that an outage or its backlog disturbed: nothing is learnt from those. */
  #disturbed: Uint8Array<ArrayBuffer> = new Uint8Array(KEPT_TICKS).fill(1)

  constructor(settings: PulseSettings, tickHours: number) {
    this.#settings = settings
    this.#tickHours = tickHours
    this.#fold = new VoteFold(settings, tickHours)
    this.#routines = new Routines(settings)
    this.#burst = new BurstOdds(settings)
    this.#routineTicks = Math.max(1, Math.min(KEPT_TICKS, Math.round(3 / tickHours)))
    this.#lateTicks = Math.max(1, Math.min(KEPT_TICKS - 2, Math.round(settings.lateHours / tickHours)))
  }

  get keyCount(): number {
    return this.#rows.size
  }
  get stateBytes(): { perKey: number; recentVotes: number } {
    return { perKey: this.#rows.bytesPerRow, recentVotes: this.#fold.byteLength }
  }

  /** Counts one vote in the open tick. */
  count(event: PulseEvent, tick: number): void {
    const rows = this.#rows
    let row = rows.find(event.key)
    if (row === undefined) {
      if (rows.size >= MAX_KEYS) return
      row = this.#addRow(event.key)
    }
    const recent = { originals: rows.originals[row]!, copies: rows.copies[row]!, usual: rows.recentUsual[row]! }
    const vote = this.#fold.vote(row, event, tick, recent)
    if (vote === null) return
    if (vote === 'original') rows.originals[row]! += 1
    else rows.copies[row]! += 1
    const at = row * KEPT_TICKS + (tick % KEPT_TICKS)
    rows.counts[at] = Math.min(65_535, rows.counts[at]! + 1)
    rows.lastTick[row] = tick
  }

  /** Ends a tick: scores of all keys that stand above 0 and show more than usual in any window of a day. */
  close(tick: number): RowScore[] {
    const flow = this.#expectAll(tick)
    const isOutage = flow.expected >= LEAST_FLOW && flow.seen < this.#settings.outageShare * flow.expected
    const [missedTicks, owed] = [this.#pool[2]!, this.#pool[3]!]
    const backlog = isOutage || owed === 0 ? 0 : Math.max(0, Math.min(1, (flow.seen - flow.expected) / owed))
    this.#disturbed[tick % KEPT_TICKS] = isOutage || backlog > 0 ? 1 : 0
    const scores: RowScore[] = []
    for (let row = 0; row < this.#rows.length; row++) {
      const key = this.#rows.nameOf(row)
      if (key === null) continue
      if (isOutage) this.#owe(row, tick)
      else this.#closeRow(row, tick, backlog, missedTicks)
      const score = this.#scoreOf(row)
      const evidence = score > 0 ? this.#evidence(row, tick) : null
      if (evidence && evidence.seen > evidence.expected) {
        // An ebb is not shown.
        const lift = score - Math.log(this.#startFactor(this.#level(row)))
        scores.push({ row, key, score, lift, ...evidence })
      }
      this.#openNext(row, tick)
    }
    this.#pool[4]! += this.#tickHours
    this.#pool[2] = isOutage ? missedTicks + 1 : 0
    this.#pool[3] = isOutage ? owed + flow.expected : 0
    if (!isOutage) this.#shapes.settle(this.#tickHours)
    if (tick % Math.max(1, Math.round(24 / this.#tickHours)) === 0) this.#forgetSilent(tick)
    return scores
  }

  /** After a long pause nothing is known to rise. */
  skip(): void {
    this.#rows.odds.fill(0)
    this.#rows.counts.fill(0)
    this.#rows.owed.fill(0)
    this.#rows.quiet.fill(QUIET_FROM_START)
    this.#disturbed.fill(1)
    this.#pool.fill(0, 2, 4)
  }

  write(writer: StateWriter): void {
    this.#rows.write(writer)
    this.#fold.write(writer)
    this.#shapes.write(writer)
    this.#routines.write(writer)
    writer.array(this.#pool)
    writer.array(this.#disturbed)
  }

  read(reader: StateReader): void {
    this.#rows.read(reader)
    this.#fold.read(reader)
    this.#shapes.read(reader)
    this.#routines.read(reader)
    this.#pool = reader.float64()
    this.#disturbed = reader.uint8()
  }

  #addRow(key: string): number {
    const row = this.#rows.add(key)
    this.#rows.levelTexts[row] = this.#settings.priorTexts
    this.#rows.levelHours[row] = this.#settings.priorHours
    return row
  }

  /** Fills what each key is expected to bring in this tick, and gives the whole flow. */
  #expectAll(tick: number): { seen: number; expected: number } {
    if (this.#usual.length < this.#rows.length) {
      this.#usual = new Float64Array(this.#rows.length * 2)
      this.#routine = new Float64Array(this.#rows.length * 2)
    }
    let seen = 0
    let expected = 0
    const hour = Math.floor(tick * this.#tickHours)
    for (let row = 0; row < this.#rows.length; row++) {
      if (this.#rows.nameOf(row) === null) continue
      this.#usual[row] = this.#level(row) * this.#shapeAt(row, hour % WEEK_SLOTS) * this.#tickHours
      this.#routine[row] = this.#routines.expectedPerHour(row, hour) * this.#tickHours
      seen += this.#rows.counts[row * KEPT_TICKS + (tick % KEPT_TICKS)]!
      expected += this.#usual[row]! + this.#routine[row]!
    }
    return { seen, expected }
  }

  #closeRow(row: number, tick: number, backlog: number, missedTicks: number): void {
    const rows = this.#rows
    const seen = rows.counts[row * KEPT_TICKS + (tick % KEPT_TICKS)]!
    const usual = this.#usual[row]!
    const expected = usual + this.#routine[row]! + rows.owed[row]! * backlog
    const inverse = this.#inverseDispersion(row)
    const stretch = 1 + missedTicks * backlog
    const level = this.#level(row)
    const quietBefore = 1 / (1 + this.#oddsOf(row))
    const sum = this.#burst.step(rows.odds, row * BURST_LEVELS, {
      seen,
      expected,
      dispersion: 1 / (inverse / stretch + 1 / rows.levelTexts[row]!),
      hours: this.#tickHours * stretch,
      startFactor: this.#startFactor(level),
    })
    rows.owed[row] = 0
    this.#noteRoutine(row, tick, usual)
    rows.quiet[row * KEPT_TICKS + (tick % KEPT_TICKS)] = quietByte(sum)
    const quietAfter = 1 / (1 + sum)
    const hours = rows.burstHours[row]!
    rows.burstHours[row] = quietAfter < 0.5 ? hours + this.#tickHours : hours * 0.9 ** this.#tickHours
    const isFirst = this.#pool[4]! < FIRST_HOURS
    const least = isFirst
      ? 1
      : Math.min(1, this.#settings.learnFloor * Math.exp(hours / this.#settings.usualAfterHours))
    if (!isFirst && level <= this.#settings.lateBelow) this.#learnLate(row, tick, { inverse, level, least })
    else if (backlog === 0) {
      const quiet = Math.max(least, quietAfter < this.#settings.grossBelow ? quietAfter : quietBefore)
      this.#learn(row, tick, { seen, expected, usual, inverse, quiet, quietAfter })
    }
  }

  /** Learns from the tick that lies `lateHours` back, by what has followed it since. */
  #learnLate(
    row: number,
    tick: number,
    { inverse, level, least }: { inverse: number; level: number; least: number },
  ): void {
    const then = tick - this.#lateTicks
    // What lies in the first days was learnt at once.
    const isLearnt = this.#pool[4]! < FIRST_HOURS + this.#lateTicks * this.#tickHours
    if (isLearnt || this.#disturbed[then % KEPT_TICKS] === 1) return
    const at = row * KEPT_TICKS
    const { after, apart } = quietThen(this.#rows.quiet.subarray(at, at + KEPT_TICKS), tick, this.#lateTicks, {
      start: Math.min(MOST_START, this.#settings.startPerHour * this.#startFactor(level) * this.#tickHours),
      end: Math.min(MOST_END, this.#settings.lateEndPerHour * this.#tickHours),
    })
    const hour = Math.floor(then * this.#tickHours)
    const usual = level * this.#shapeAt(row, hour % WEEK_SLOTS) * this.#tickHours
    this.#learn(row, then, {
      seen: this.#rows.counts[at + (then % KEPT_TICKS)]!,
      expected: usual + this.#routines.expectedPerHour(row, hour) * this.#tickHours,
      usual,
      inverse,
      quiet: Math.max(least, after < this.#settings.grossBelow ? after : apart),
      quietAfter: after,
    })
  }

  /** In an outage nothing is told of a key but that it is owed what was expected. */
  #owe(row: number, tick: number): void {
    this.#rows.owed[row]! += this.#usual[row]! + this.#routine[row]!
    const at = row * KEPT_TICKS
    this.#rows.quiet[at + (tick % KEPT_TICKS)] = this.#rows.quiet[at + ((tick - 1) % KEPT_TICKS)]!
  }

  #startFactor(level: number): number {
    return this.#settings.startByRate === 0 ? 1 : (level / 0.1) ** this.#settings.startByRate
  }

  #learn(
    row: number,
    tick: number,
    {
      seen,
      expected,
      usual,
      inverse,
      quiet,
      quietAfter,
    }: { seen: number; expected: number; usual: number; inverse: number; quiet: number; quietAfter: number },
  ): void {
    const rows = this.#rows
    const clipped = Math.min(seen, expected + 4 * Math.sqrt(expected + expected * expected * inverse) + 3)
    const own = clipped * (usual / expected)
    const weight = quiet / (1 + usual * inverse)
    const slot = Math.floor(tick * this.#tickHours) % WEEK_SLOTS
    const level = this.#level(row)
    this.#learnShape(row, slot, own, level * this.#tickHours, weight)
    const texts = rows.levelTexts[row]!
    const drifted = 1 / (1 + this.#settings.driftPerHour * this.#tickHours * texts)
    rows.levelTexts[row] = texts * drifted + weight * own
    rows.levelHours[row] = rows.levelHours[row]! * drifted + weight * (usual / level)
    const kept = SPREAD_KEPT_PER_HOUR ** this.#tickHours
    const error = clipped - expected
    const excess = quietAfter * (error * error - expected)
    const squares = quietAfter * expected * expected
    rows.excessSquares[row] = rows.excessSquares[row]! * kept + excess
    rows.expectedSquares[row] = rows.expectedSquares[row]! * kept + squares
    this.#pool[0]! += excess - (1 - kept) * (this.#pool[0]! / Math.max(1, rows.size))
    this.#pool[1]! += squares - (1 - kept) * (this.#pool[1]! / Math.max(1, rows.size))
  }

  #learnShape(row: number, slot: number, seen: number, levelTexts: number, weight: number): void {
    this.#sharesOf(row)
    const at = row * SHAPES
    let best = -Infinity
    for (let shape = 0; shape < SHAPES; shape++) {
      const rate = this.#shapes.at(shape, slot)
      this.#shapes.learn(shape, slot, seen, levelTexts, this.#share[shape]! * weight)
      this.#rows.shapeLog[at + shape]! += weight * (seen * Math.log(rate) - levelTexts * rate)
      best = Math.max(best, this.#rows.shapeLog[at + shape]!)
    }
    for (let shape = 0; shape < SHAPES; shape++) {
      this.#rows.shapeLog[at + shape] = Math.max(-LOG_RATIO_CAP, this.#rows.shapeLog[at + shape]! - best)
    }
  }

  /** Remembers a surprising three-hour sum, so that its repeat a week later is expected. */
  #noteRoutine(row: number, tick: number, usual: number): void {
    const ticks = this.#routineTicks
    const seen = this.#sumOfCounts(row, tick, ticks)
    const expected = usual * ticks
    if (seen < this.#settings.routineTexts || seen <= expected) return
    if (negativeBinomialSurprise(seen, expected, ticks / this.#pooledInverse()) < this.#settings.routineTail) return
    const hour = Math.floor((tick - Math.floor(ticks / 2)) * this.#tickHours)
    this.#routines.add(row, hour, (seen - expected) / (ticks * this.#tickHours))
  }

  #evidence(row: number, tick: number): Evidence {
    const level = this.#level(row)
    this.#sharesOf(row)
    return strongestWindow(KEPT_TICKS, this.#tickHours, (back) => {
      const slot = Math.floor((tick - back) * this.#tickHours) % WEEK_SLOTS
      const usual = level * this.#mixedShape(slot) * this.#tickHours
      return {
        seen: this.#rows.counts[row * KEPT_TICKS + ((tick - back) % KEPT_TICKS)]!,
        expected: usual + (back === 0 ? this.#routine[row]! : 0),
      }
    })
  }

  #oddsOf(row: number): number {
    let sum = 0
    for (let level = 0; level < BURST_LEVELS; level++) sum += this.#rows.odds[row * BURST_LEVELS + level]!
    return sum
  }

  #scoreOf(row: number): number {
    const sum = this.#oddsOf(row)
    return sum > 0 ? Math.max(0, Math.log(sum / this.#burst.restOdds)) : 0
  }

  #openNext(row: number, tick: number): void {
    this.#rows.counts[row * KEPT_TICKS + ((tick + 1) % KEPT_TICKS)] = 0
    this.#rows.originals[row]! *= this.#fold.keptPerTick
    this.#rows.copies[row]! *= this.#fold.keptPerTick
    this.#rows.recentUsual[row] =
      (this.#rows.recentUsual[row]! + this.#usual[row]! + this.#routine[row]!) * this.#fold.keptPerTick
  }

  #forgetSilent(tick: number): void {
    const rows = this.#rows
    const gone = new Set<number>()
    for (let row = 0; row < rows.length; row++) {
      if (rows.nameOf(row) === null) continue
      const silentHours = (tick - rows.lastTick[row]!) * this.#tickHours
      const isRare = RARE_TEXTS > rows.levelTexts[row]!
      if (silentHours <= (isRare ? FORGET_RARE_HOURS : FORGET_HOURS)) continue
      rows.remove(row)
      gone.add(row)
    }
    this.#routines.sweep(Math.floor(tick * this.#tickHours), (key) => gone.has(key))
  }

  #level(row: number): number {
    return Math.max(LEAST_LEVEL, this.#rows.levelTexts[row]! / this.#rows.levelHours[row]!)
  }

  #shapeAt(row: number, slot: number): number {
    this.#sharesOf(row)
    return this.#mixedShape(slot)
  }

  #mixedShape(slot: number): number {
    let rate = 0
    for (let shape = 0; shape < SHAPES; shape++) rate += this.#share[shape]! * this.#shapes.at(shape, slot)
    return rate
  }

  #sharesOf(row: number): void {
    let sum = 0
    for (let shape = 0; shape < SHAPES; shape++) {
      this.#share[shape] = Math.exp(this.#rows.shapeLog[row * SHAPES + shape]!)
      sum += this.#share[shape]!
    }
    for (let shape = 0; shape < SHAPES; shape++) this.#share[shape]! /= sum
  }

  /** One over the negative binomial's dispersion: the key's own, shrunk to that of all keys. */
  #inverseDispersion(row: number): number {
    const { dispersionPrior } = this.#settings
    const own = this.#rows.excessSquares[row]! + dispersionPrior * this.#pooledInverse()
    return Math.max(0.02, own / (this.#rows.expectedSquares[row]! + dispersionPrior))
  }

  #pooledInverse(): number {
    return Math.max(0.02, (this.#pool[0]! + 50 * FIRST_INVERSE_DISPERSION) / (this.#pool[1]! + 50))
  }

  #sumOfCounts(row: number, tick: number, ticks: number): number {
    let sum = 0
    for (let back = 0; back < ticks; back++) sum += this.#rows.counts[row * KEPT_TICKS + ((tick - back) % KEPT_TICKS)]!
    return sum
  }
}
