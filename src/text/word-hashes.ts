/** Longest text that is cut into hashes, in UTF-16 units; what follows is not looked at. A million units are 160,000 words. */
export const MAX_SCANNED_UNITS = 1_000_000

/** Words of a text as hashes: `count` are valid; word i stands at `[starts[i], ends[i])` in UTF-16 units. Reused by the next scan. */
export type WordScan = { hashes: Uint32Array; starts: Uint32Array; ends: Uint32Array; count: number }

const BREAK = 0
/** Does not end a word and does not count: apostrophes and combining marks, so that "don't" and "don’t" are one word. */
const SKIP = 1
/** Written without spaces: each character stands for itself and its two successors. */
const UNSPACED = 2
const UNKNOWN = 0xffffffff
/** Per UTF-16 unit: BREAK, SKIP, or class in bit 16 and up with the folded unit below; filled as characters are first met. */
const folded = new Uint32Array(65_536).fill(UNKNOWN)
const LETTER_FLAG = 0x10000
const UNSPACED_FLAG = 0x20000
const LETTER_S = LETTER_FLAG | 0x73
const UNSPACED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

let shared: WordScan = room(4_096)

/**
 * Cuts a text into words by one pass over its UTF-16 units, eight times as fast as a regular expression: for counting and
 * comparing, where `words` is for showing. Case, Latin diacritics, apostrophes and a possessive "'s" are folded away; characters of scripts
 * without spaces count one by one, each hashed with its two successors.
 * The arrays given are overwritten by the next call: copy what must live longer.
 */
export function scanWords(text: string): WordScan {
  const length = Math.min(text.length, MAX_SCANNED_UNITS)
  if (shared.hashes.length < length + 1) shared = room(Math.max(length + 1, shared.hashes.length * 2))
  const { hashes, starts, ends } = shared
  let count = 0
  let hash = 0
  let start = -1
  let hashAtSkip = 0
  let lastSkip = -1
  for (let index = 0; index <= length; index++) {
    const unit = index < length ? foldUnit(text.charCodeAt(index)) : BREAK
    if (unit >= LETTER_FLAG && unit < UNSPACED_FLAG) {
      if (start < 0) {
        start = index
        hash = 0x811c9dc5
      }
      hash = Math.imul(hash ^ (unit & 0xffff), 0x01000193)
      continue
    }
    if (unit === SKIP) {
      hashAtSkip = hash
      lastSkip = index
      continue
    }
    if (start >= 0) {
      const isPossessive =
        lastSkip > start && index - lastSkip === 2 && foldUnit(text.charCodeAt(index - 1)) === LETTER_S
      hashes[count] = mix(isPossessive ? hashAtSkip : hash)
      starts[count] = start
      ends[count++] = index
      start = -1
    }
    if (unit >= UNSPACED_FLAG) {
      hashes[count] = unspacedHash(text, index)
      starts[count] = index
      ends[count++] = index + 1
    }
  }
  shared.count = count
  return shared
}

/** Hash of one word as `scanWords` would give it; 0 where the text is not exactly one word. */
export function wordHash(word: string): number {
  const scan = scanWords(word)
  return scan.count === 1 ? scan.hashes[0]! : 0
}

function unspacedHash(text: string, index: number): number {
  let hash = 0x811c9dc5
  for (let next = index; next < index + 3; next++) hash = Math.imul(hash ^ (text.charCodeAt(next) || 0), 0x01000193)
  return mix(hash)
}

function mix(value: number): number {
  const hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

function foldUnit(code: number): number {
  const known = folded[code]!
  if (known !== UNKNOWN) return known
  return (folded[code] = classify(String.fromCharCode(code)))
}

function classify(unit: string): number {
  if (unit === "'" || unit === '’' || /\p{M}/u.test(unit)) return SKIP
  if (!/[\p{L}\p{N}]/u.test(unit)) return BREAK
  if (UNSPACED_SCRIPT.test(unit)) return (UNSPACED << 16) | unit.charCodeAt(0)
  return LETTER_FLAG | unit.normalize('NFKD').toLowerCase().charCodeAt(0)
}

function room(words: number): WordScan {
  return { hashes: new Uint32Array(words), starts: new Uint32Array(words), ends: new Uint32Array(words), count: 0 }
}
