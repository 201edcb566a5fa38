import { AppError } from '../model/errors.ts'
import type { PulseEvent, PulseScore } from '../model/pulse.ts'
import { type EpochMs, HOUR_MS, MINUTE_MS } from '../model/time.ts'
import { FalseAlarms } from './false-alarms.ts'
import { KeyModel } from './key-model.ts'
import { PULSE_SETTINGS, type PulseSettings } from './settings.ts'
import { StateReader, StateWriter } from './state-bytes.ts'

/** `tickMs`: length of a tick, 10 minutes to 24 hours. `settings`: tuned constants, for benchmarks. */
export type PulseDetectorOptions = { tickMs: number; settings?: PulseSettings }

/** A key's score at a tick, with the part of it that the key's texts made: above what its rate alone gives; natural log of odds. */
export type LiftedScore = PulseScore & { lift: number }

/** Counts independent texts by key, knows what is usual, and says what rises. Causal: a tick uses nothing later than itself. */
export interface PulseDetector {
  /**
   * Takes one vote. Votes come in order of time; one that is up to `LATE_HOURS` late counts in the tick that is open,
   * an older one not at all (old articles of a feed that was just added are no news). Votes of later ticks wait.
   */
  observe(event: PulseEvent): void
  /**
   * Closes the tick that starts at `tickMs` (and every tick before it) and gives the scores of all keys above 0 that show more than usual, strongest
   * first, ties by key. Empty for a tick that was closed before.
   */
  closeTick(tickMs: EpochMs): LiftedScore[]
  /** The whole state; `restorePulseDetector` goes on from it exactly. */
  snapshot(): Uint8Array
  /** False alarms a day over all keys at this score, from the system's own past; null before enough is known. */
  falseRate(score: number): number | null
  /**
   * Whether a score is shown as rising: at most `RISING_FALSE_PER_DAY` false alarms a day over all keys, and made by the key's own texts.
   * A busy name rises so often that its rate alone gives it a high score; it is news only when it brings more than it always does.
   */
  isRising(score: Pick<LiftedScore, 'score' | 'lift'>): boolean
  readonly keyCount: number
  /** Bytes of model state a key, and of what is remembered about recent votes in all. */
  readonly stateBytes: { perKey: number; recentVotes: number }
}

/** False alarms a day, over all keys, that `isRising` accepts. */
const RISING_FALSE_PER_DAY = 1
/** Texts must have raised the odds of a burst twentyfold: e^3. Chosen as customary evidence (1 in 20), on no data. */
const LEAST_LIFT = 3
/** A vote later than this does not count any more. */
const LATE_HOURS = 6
/** Votes for ticks not yet open that wait at most: a minute of a million-event flood would fill it. */
const MAX_WAITING = 1_000_000
/** A vote further in the future than this has a wrong clock and does not count. */
const MAX_AHEAD_HOURS = 24
/** Ticks that are gone through one by one after a pause; a longer pause is skipped, as nothing would be left of the odds. */
const MAX_GAP_TICKS = 28 * 24
const STATE_VERSION = 'trendpulse-pulse-2'

/** A detector that knows nothing yet. @throws AppError invalid for a tick outside 10 minutes to 24 hours. */
export function createPulseDetector(options: PulseDetectorOptions): PulseDetector {
  return new Detector(options)
}

/** A detector as `snapshot` left it. @throws AppError invalid where the bytes are of another version or tick, or cut short. */
export function restorePulseDetector(bytes: Uint8Array, options: PulseDetectorOptions): PulseDetector {
  const detector = new Detector(options)
  detector.read(new StateReader(bytes))
  return detector
}

class Detector implements PulseDetector {
  readonly #tickMs: number
  readonly #model: KeyModel
  readonly #alarms: FalseAlarms
  #openTick: number | null = null
  #waiting: PulseEvent[] = []

  constructor({ tickMs, settings = PULSE_SETTINGS }: PulseDetectorOptions) {
    if (!(tickMs >= 10 * MINUTE_MS && tickMs <= 24 * HOUR_MS)) {
      throw new AppError('invalid', `a tick lasts 10 minutes to 24 hours, not ${tickMs} ms`)
    }
    this.#tickMs = tickMs
    this.#model = new KeyModel(settings, tickMs / HOUR_MS)
    this.#alarms = new FalseAlarms(tickMs / HOUR_MS)
  }

  get keyCount(): number {
    return this.#model.keyCount
  }
  get stateBytes(): { perKey: number; recentVotes: number } {
    return this.#model.stateBytes
  }

  observe(event: PulseEvent): void {
    const tick = Math.floor(event.atMs / this.#tickMs)
    if (!(tick > 0)) return
    this.#openTick ??= tick
    if (tick <= this.#openTick) {
      if ((this.#openTick - tick) * this.#tickMs <= LATE_HOURS * HOUR_MS) this.#model.count(event, this.#openTick)
    } else if (this.#waiting.length < MAX_WAITING) this.#waiting.push(event)
  }

  closeTick(tickMs: EpochMs): LiftedScore[] {
    const tick = Math.floor(tickMs / this.#tickMs)
    this.#openTick ??= tick
    if (tick < this.#openTick) return []
    if (tick - this.#openTick > MAX_GAP_TICKS) this.#model.skip()
    this.#openTick = Math.max(this.#openTick, tick - MAX_GAP_TICKS)
    while (this.#openTick < tick) this.#close(this.#openTick)
    return this.#close(tick)
  }

  falseRate(score: number): number | null {
    return this.#alarms.perDay(score)
  }

  isRising({ score, lift }: Pick<LiftedScore, 'score' | 'lift'>): boolean {
    if (lift < LEAST_LIFT) return false
    const rate = this.#alarms.perDay(score)
    return rate === null ? score >= FIRST_RISING_SCORE : rate <= RISING_FALSE_PER_DAY
  }

  snapshot(): Uint8Array {
    const writer = new StateWriter()
    writer.text(STATE_VERSION)
    writer.text(JSON.stringify({ tickMs: this.#tickMs, openTick: this.#openTick, waiting: this.#waiting }))
    this.#model.write(writer)
    this.#alarms.write(writer)
    return writer.bytes()
  }

  read(reader: StateReader): void {
    const version = reader.text()
    if (version !== STATE_VERSION) throw new AppError('invalid', `pulse state is of version ${version.slice(0, 40)}`)
    const head = JSON.parse(reader.text()) as { tickMs: number; openTick: number | null; waiting: PulseEvent[] } // of `snapshot`
    if (head.tickMs !== this.#tickMs) throw new AppError('invalid', `pulse state has ticks of ${head.tickMs} ms`)
    this.#openTick = head.openTick
    this.#waiting = head.waiting
    this.#model.read(reader)
    this.#alarms.read(reader)
  }

  #close(tick: number): LiftedScore[] {
    const scores = this.#model.close(tick)
    this.#alarms.learn(scores, tick)
    this.#openTick = tick + 1
    const waiting = this.#waiting
    this.#waiting = []
    for (const event of waiting) {
      if (event.atMs - tick * this.#tickMs < MAX_AHEAD_HOURS * HOUR_MS + 2 * this.#tickMs) this.observe(event)
    }
    return scores
      .map(({ row: _, ...score }) => ({
        tickMs: tick * this.#tickMs,
        ...score,
        falseRate: this.#alarms.perDay(score.score),
      }))
      .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
  }
}

/** Shown as rising before the own past tells the false rate: about one false alarm a day over 1,200 keys (docs/decisions/pulse.md). */
const FIRST_RISING_SCORE = 6
