import { guessCharset } from './guess-charset.ts'

/** Bytes searched for an encoding named inside the document. */
const MAX_SNIFF_BYTES = 4_096
/** Decoders kept; aliases of one encoding count each. */
const MAX_DECODERS = 100
const latin1 = new TextDecoder('latin1')
type Decoder = InstanceType<typeof TextDecoder>
/** Decoders by encoding, made once: making one costs more than a small feed's text. The names are those of the Encoding Standard, about forty. */
const decoders = new Map<string, Decoder>()

/** A document's text and the name of the encoding it was read in. */
export type DecodedText = { text: string; charset: string }

/**
 * Reads bytes as text. A byte order mark decides, then `charset` of the content type, then the shape of the first bytes (UTF-16, UTF-32),
 * then what the XML declaration or a `meta` of HTML says, then UTF-8 where the bytes are that, then the
 * encoding in which they read most like a text (guess-charset.ts).
 * A named encoding that does not exist, or UTF-8 that the bytes are not, is passed over; so is Latin-1 or ASCII, the default of many servers,
 * where the bytes are faultless UTF-8. Never throws; bytes without meaning become U+FFFD.
 *
 * **Source:** RFC 7303 §3.2 and §8; XML 1.0 appendix F; HTML §13.2.3.2.
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | null): DecodedText {
  const mark = byteOrderMark(bytes)
  if (mark) return decodeAs(bytes.subarray(mark.length), mark.charset) ?? fallback(bytes)
  const named = [charsetOf(contentType), shapeOf(bytes), declaredIn(bytes)]
  for (const charset of named) {
    if (charset === null) continue
    const decoded = decodeAs(bytes, SERVER_DEFAULTS.test(charset) && isUtf8(bytes) ? 'utf-8' : charset)
    if (decoded) return decoded
  }
  return fallback(bytes)
}

/** What servers and templates name without looking. */
const SERVER_DEFAULTS = /^(?:iso-?8859-?1|latin-?1|us-ascii|ascii|windows-1252|cp1252)$/iu

/** True for bytes beyond ASCII that are UTF-8 without a fault: no text in a one-byte encoding is that by chance. */
function isUtf8(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 127) && decodeWhole(bytes)
}

function decodeWhole(bytes: Uint8Array): boolean {
  try {
    decoderFor('utf-8').decode(bytes)
    return true
  } catch {
    return false
  }
}

function fallback(bytes: Uint8Array): DecodedText {
  const known = decodeAs(bytes, 'utf-8')
  if (known) return known
  const charset = guessCharset(bytes)
  return { text: new TextDecoder(charset).decode(bytes), charset }
}

function byteOrderMark(bytes: Uint8Array): { charset: string; length: number } | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { charset: 'utf-8', length: 3 }
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { charset: 'utf-32le', length: 4 }
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { charset: 'utf-32be', length: 4 }
  if (a === 0xff && b === 0xfe) return { charset: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { charset: 'utf-16be', length: 2 }
  return null
}

/** Wide encodings without a mark: where the zeros of `<?xm` or `<rss` stand. */
function shapeOf(bytes: Uint8Array): string | null {
  const [a = 0, b = 0, c = 0, d = 0] = bytes
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return 'utf-32be'
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return 'utf-32le'
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'utf-16be'
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le'
  return null
}

function charsetOf(contentType: string | null): string | null {
  return /;\s{0,20}charset\s{0,20}=\s{0,20}["']?([^\s"';,]{1,40})/iu.exec(contentType ?? '')?.[1] ?? null
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = latin1.decode(bytes.subarray(0, MAX_SNIFF_BYTES))
  const xml = /<\?xml[^>]{0,200}?encoding\s{0,20}=\s{0,20}["']\s{0,9}([\w.:-]{1,40})/iu.exec(head)?.[1]
  const html = /<meta[^>]{0,400}?charset\s{0,20}=\s{0,20}["']?\s{0,9}([\w.:-]{1,40})/iu.exec(head)?.[1]
  const charset = xml ?? html ?? null
  // Whoever could read these letters one byte each was not reading a wide encoding.
  return charset !== null && /^(?:utf-?16|utf-?32|ucs|u16|u32)/iu.test(charset) ? 'utf-8' : charset
}

/** The text in an encoding; null where there is no such encoding, or where the bytes are no UTF-8 though it is named. */
function decodeAs(bytes: Uint8Array, found: string): DecodedText | null {
  const charset = found
    .toLowerCase()
    .replace(/^utf_?(\d)/u, 'utf-$1')
    .replace(/^utf(\d)/u, 'utf-$1')
  try {
    if (/^utf-32/u.test(charset)) return { text: decodeUtf32(bytes, charset !== 'utf-32le'), charset }
    const decoder = decoderFor(charset)
    return { text: decoder.decode(bytes), charset: decoder.encoding }
  } catch {
    return charset === 'utf-8' ? mostlyUtf8(bytes) : null
  }
}

/** @throws RangeError for an encoding that does not exist. */
function decoderFor(charset: string): Decoder {
  const known = decoders.get(charset)
  if (known) return known
  const made = new TextDecoder(charset, { fatal: charset === 'utf-8' })
  if (decoders.size < MAX_DECODERS) decoders.set(charset, made)
  return made
}

/** UTF-8 with a few broken bytes, as when a document was cut: still UTF-8, unless a good part of what is not ASCII is broken. */
function mostlyUtf8(bytes: Uint8Array): DecodedText | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  let broken = 0
  let whole = 0
  for (const [run] of text.replace(/\ufffd{1,3}$/u, '').matchAll(/\ufffd+|[^\u0000-\u007f\ufffd]+/gu)) {
    if (run.startsWith('\ufffd')) broken += run.length
    else whole += run.length
  }
  if (whole === 0) return null
  return broken * 4 <= whole ? { text, charset: 'utf-8' } : null
}

function decodeUtf32(bytes: Uint8Array, bigEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces: string[] = []
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const code = view.getUint32(at, !bigEndian)
    pieces.push(code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code))
  }
  return pieces.join('')
}
