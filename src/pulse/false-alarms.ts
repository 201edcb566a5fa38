import type { StateReader, StateWriter } from './state-bytes.ts'

/** False alarms a day over all keys at a score, learnt from the detector's own past. */
export class FalseAlarms {
  readonly #tickHours: number

  constructor(tickHours: number) {
    this.#tickHours = tickHours
  }

  learn(_scores: readonly { row: number; score: number }[], _tick: number): void {}

  perDay(_score: number): number | null {
    return this.#tickHours > 0 ? null : 0
  }

  write(_writer: StateWriter): void {}
  read(_reader: StateReader): void {}
}
