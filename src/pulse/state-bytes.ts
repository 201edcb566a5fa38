import { AppError } from '../model/errors.ts'

type Numbers = Uint8Array | Int8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array

/** Collects typed arrays and texts into one run of bytes; each part bears its length. Little-endian, as every machine Node runs on. */
export class StateWriter {
  readonly #parts: Uint8Array[] = []

  array(values: Numbers): void {
    this.#parts.push(new Uint8Array(Uint32Array.of(values.byteLength).buffer))
    this.#parts.push(new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice())
  }

  text(value: string): void {
    this.array(new TextEncoder().encode(value))
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(this.#parts.reduce((sum, part) => sum + part.length, 0))
    let at = 0
    for (const part of this.#parts) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  }
}

/** Reads what StateWriter wrote, in the same order. @throws AppError invalid where the bytes end too early. */
export class StateReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  int8(): Int8Array<ArrayBuffer> {
    return new Int8Array(this.#next().buffer)
  }
  uint8(): Uint8Array<ArrayBuffer> {
    return this.#next()
  }
  uint16(): Uint16Array<ArrayBuffer> {
    return new Uint16Array(this.#next().buffer)
  }
  uint32(): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#next().buffer)
  }
  int32(): Int32Array<ArrayBuffer> {
    return new Int32Array(this.#next().buffer)
  }
  float32(): Float32Array<ArrayBuffer> {
    return new Float32Array(this.#next().buffer)
  }
  float64(): Float64Array<ArrayBuffer> {
    return new Float64Array(this.#next().buffer)
  }
  text(): string {
    return new TextDecoder().decode(this.#next())
  }

  #next(): Uint8Array<ArrayBuffer> {
    const length = this.#take(4)
    return this.#take(new Uint32Array(length.buffer)[0]!)
  }

  #take(byteLength: number): Uint8Array<ArrayBuffer> {
    if (this.#at + byteLength > this.#bytes.length) {
      throw new AppError(
        'invalid',
        `pulse state ends at byte ${this.#bytes.length}, before its ${this.#at + byteLength}`,
      )
    }
    const part = new Uint8Array(this.#bytes.subarray(this.#at, this.#at + byteLength)) // a copy: views need alignment
    this.#at += byteLength
    return part
  }
}
