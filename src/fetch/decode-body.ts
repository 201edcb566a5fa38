import { promisify } from 'node:util'
import { brotliDecompress, constants, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib'
import type { Result } from '../model/result.ts'

const decoders = {
  gzip: promisify(gunzip),
  br: promisify(brotliDecompress),
  inflate: promisify(inflate),
  inflateRaw: promisify(inflateRaw),
  zstd: promisify(zstdDecompress),
}

// A body cut short is decoded as far as it goes: a feed's first items are worth having.
const CUT_SHORT = { finishFlush: constants.Z_SYNC_FLUSH }

export type BodyLimits = { maxBytes: number; maxEncodings: number }

/**
 * A body without its content codings (gzip, br, deflate, zstd; at most `maxEncodings` of them), never larger than `maxBytes`.
 * Bytes that are not what the header says, but plainly are text, pass as they are. Works off the calling thread.
 */
export async function decodeBody(
  bytes: Uint8Array,
  contentEncoding: string | null,
  limits: BodyLimits,
): Promise<Result<Uint8Array, 'bad-encoding' | 'too-large'>> {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',', limits.maxEncodings + 8)
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
  if (codings.length > limits.maxEncodings)
    return { ok: false, reason: 'bad-encoding', detail: `The answer is packed ${codings.length} times or more.` }
  let body = bytes
  for (const coding of codings.reverse()) {
    if (body.length === 0) break
    const decoded = await decodeOnce(body, coding, limits.maxBytes)
    if (!decoded.ok) return decoded
    body = decoded.value
  }
  return { ok: true, value: body }
}

async function decodeOnce(
  body: Uint8Array,
  coding: string,
  maxBytes: number,
): Promise<Result<Uint8Array, 'bad-encoding' | 'too-large'>> {
  const decode = decoderOf(body, coding)
  if (decode === 'plain') return { ok: true, value: body }
  if (decode === null)
    return { ok: false, reason: 'bad-encoding', detail: `The answer is packed as "${coding.slice(0, 40)}".` }
  try {
    return { ok: true, value: await decode(body, maxBytes) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      // zlib's own errors carry a code
      return { ok: false, reason: 'too-large', detail: `Unpacked, the answer is larger than ${maxBytes} bytes.` }
    if (looksLikeText(body)) return { ok: true, value: body }
    return { ok: false, reason: 'bad-encoding', detail: `The answer says ${coding} but cannot be unpacked.` }
  }
}

type Decode = (body: Uint8Array, maxOutputLength: number) => Promise<Uint8Array>

function decoderOf(body: Uint8Array, coding: string): Decode | 'plain' | null {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      if (body[0] !== 0x1f || body[1] !== 0x8b) return looksLikeText(body) ? 'plain' : null
      return (bytes, maxOutputLength) => decoders.gzip(bytes, { ...CUT_SHORT, maxOutputLength })
    case 'deflate': {
      // RFC 9110 means zlib's wrapping; many send the bare stream. The first two bytes tell.
      const wrapped = (body[0]! & 0x0f) === 8 && ((body[0]! << 8) | (body[1] ?? 0)) % 31 === 0
      const decode = wrapped ? decoders.inflate : decoders.inflateRaw
      return (bytes, maxOutputLength) => decode(bytes, { ...CUT_SHORT, maxOutputLength })
    }
    case 'br':
      return (bytes, maxOutputLength) =>
        decoders.br(bytes, { finishFlush: constants.BROTLI_OPERATION_FLUSH, maxOutputLength })
    case 'zstd':
      return (bytes, maxOutputLength) => decoders.zstd(bytes, { maxOutputLength })
    default:
      return null
  }
}

const TEXT_STARTS = new Set('<{[#\ufeff \n\r\t'.split('').map((letter) => letter.charCodeAt(0)))

function looksLikeText(body: Uint8Array): boolean {
  // A byte-order mark of UTF-8 before the first sign.
  const start = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0
  return TEXT_STARTS.has(body[start] ?? 0)
}
