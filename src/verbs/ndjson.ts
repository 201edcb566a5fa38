import { createReadStream } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { AppError } from '../model/errors.ts'

/** Longest accepted line in bytes: a whole saved page in base64 with room to spare. */
export const MAX_LINE_BYTES = 64 * 1024 * 1024

const LF = 10

/** A line's bytes, or the fact that it was longer than MAX_LINE_BYTES (its bytes are then skipped, not kept). */
export type Line = { bytes: Buffer } | { tooLong: true }

/** Cuts streams into lines at LF alone; U+2028 and U+2029 stay text. A last line without LF counts; empty lines do not. */
export async function* lines(inputs: readonly Readable[], maxBytes = MAX_LINE_BYTES): AsyncGenerator<Line> {
  for (const input of inputs) {
    let parts: Buffer[] = []
    let heldBytes = 0
    let skipping = false
    const take = (tail: Buffer): Line | null => {
      const whole = parts.length === 0 ? tail : Buffer.concat([...parts, tail])
      const line: Line | null =
        skipping || whole.length > maxBytes ? { tooLong: true } : whole.length > 0 ? { bytes: whole } : null
      parts = []
      heldBytes = 0
      skipping = false
      return line
    }
    for await (const chunk of input as AsyncIterable<Buffer>) {
      let start = 0
      for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
        const line = take(chunk.subarray(start, end))
        if (line) yield line
        start = end + 1
      }
      const rest = chunk.subarray(start)
      heldBytes += rest.length
      if (heldBytes > maxBytes) {
        skipping = true
        parts = []
      } else if (rest.length > 0 && !skipping) parts.push(rest)
    }
    const last = take(Buffer.alloc(0))
    if (last) yield last
  }
}

/** Opens the files named, or standard input where none is. @throws AppError invalid, naming a file that cannot be read. */
export function openInputs(paths: readonly string[]): Readable[] {
  if (paths.length === 0) return [process.stdin]
  return paths.map((path) => createReadStream(path))
}

/** Writes one JSON line and waits while the reader is slower than we are. */
export async function writeLine(output: Writable, value: unknown): Promise<void> {
  await writePart(output, `${JSON.stringify(value)}\n`)
}

/** Writes text or bytes and waits while the reader is slower than we are. */
export async function writePart(output: Writable, part: string | Uint8Array): Promise<void> {
  if (!output.write(part)) await new Promise((resolve) => output.once('drain', resolve))
}

/** Reads one line as a JSON object. @throws AppError invalid with what is wrong, too_large for a line over the limit. */
export function parseLine(line: Line, maxBytes = MAX_LINE_BYTES): Record<string, unknown> {
  if ('tooLong' in line) throw new AppError('too_large', `line is longer than ${maxBytes} bytes`)
  const text = decodeStrictly(line.bytes)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new AppError('invalid', `line is not JSON: ${(cause as Error).message}`, { cause })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new AppError('invalid', `line is not a JSON object: ${text.slice(0, 60)}`)
  }
  return value as Record<string, unknown>
}

function decodeStrictly(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new AppError('invalid', 'line is not UTF-8', { cause })
  }
}
