/** Hash of no letters at all. **Source:** FNV-1a over UTF-16 units in lower case. */
export const EMPTY_HASH = 0x811c9dc5

/** Lower case of every letter and mark by UTF-16 unit, 0 for what is none: a look into an array in place of a test for each letter of each text. */
export const LETTERS: Uint16Array = readLetters()

/** A word's hash with one more letter of {@link LETTERS}; signed, `>>> 0` makes it a key. */
export function withLetter(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193)
}

/** Hash of a whole word of letters, 32 bits. */
export function letterHash(word: string): number {
  let hash = EMPTY_HASH
  for (let index = 0; index < word.length; index++) hash = withLetter(hash, LETTERS[word.charCodeAt(index)]!)
  return hash >>> 0
}

function readLetters(): Uint16Array {
  const letters = new Uint16Array(0x10000)
  for (let code = 0; code < 0x10000; code++) {
    const sign = String.fromCharCode(code)
    if (/[\p{L}\p{M}]/u.test(sign)) letters[code] = sign.toLowerCase().charCodeAt(0)
  }
  // Old keyboards write Romanian with cedillas for commas.
  for (const [cedilla, comma] of ['şș', 'ţț', 'Şș', 'Ţț']) letters[cedilla!.charCodeAt(0)] = comma!.charCodeAt(0)
  return letters
}
