/** Bytes of a word that are looked at. */
const MAX_WORD_BYTES = 70
const SPACE = 32
const encoder = new TextEncoder()

/** Hash of bytes `[from, to)`; 32 bits. **Source:** FNV-1a. */
export function byteHash(bytes: Uint8Array, from: number, to: number, seed = 0x811c9dc5): number {
  let hash = seed
  for (let index = from; index < to; index++) hash = Math.imul(hash ^ bytes[index]!, 0x01000193)
  return hash >>> 0
}

/**
 * Hashes of a text's n-grams, each once: four bytes of UTF-8 in steps of three, with a space where a word begins or ends.
 * **Source:** eld (Nito T.M., Apache-2.0), whose scores are kept by these n-grams.
 */
export function byteNgrams(text: string): Set<number> {
  const found = new Set<number>()
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}'’`]+/gu, ' ')
    .split(' ')
  const buffer = new Uint8Array(MAX_WORD_BYTES + 2)
  for (const word of words) {
    if (!word) continue
    const { written } = encoder.encodeInto(word, buffer.subarray(1, MAX_WORD_BYTES + 1))
    buffer[0] = SPACE
    buffer[written + 1] = SPACE
    let at = 0
    for (; at + 4 < written; at += 3) found.add(byteHash(buffer, at === 0 ? 0 : at + 1, at + 5))
    found.add(byteHash(buffer, at === 0 ? 0 : Math.max(1, written - 3), written + 2))
  }
  return found
}
