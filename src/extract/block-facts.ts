import type { TextBlock } from './page-blocks.ts'

/** What one look over a block's letters tells. Counts are of its text. */
export type BlockFacts = {
  /** Words; two signs of a script without spaces count as one. */
  words: number
  letters: number
  digits: number
  commas: number
  /** Full stops, question and exclamation marks behind a word. */
  stops: number
  /** Words that start with a capital. */
  capitals: number
  /** Words of at most three letters. */
  shortWords: number
  endsSentence: boolean
  endsColon: boolean
  /** Hashes of its first and last words, lower-cased. */
  firstWords: readonly number[]
  lastWords: readonly number[]
}

/** How many words at either end are hashed: what a caption, a teaser or a share bar says, it says there. */
const FIRST_WORDS = 8
const LAST_WORDS = 3
/** Letters read of one block, in UTF-16 units: counts of longer blocks are scaled up. */
const READ = 4_000

/** Reads a block's letters once. */
export function blockFacts(block: TextBlock): BlockFacts {
  const counts = new LetterCounts()
  const { text } = block
  const end = Math.min(text.length, READ)
  counts.read(text, end)
  const scale = text.length / Math.max(1, end)
  const tail = text.slice(-3)
  return {
    words: Math.max(1, counts.words * scale + counts.unspaced * scale * 0.5),
    letters: text.length,
    digits: counts.digits * scale,
    commas: counts.commas * scale,
    stops: counts.stops * scale,
    capitals: counts.capitals * scale,
    shortWords: counts.shortWords * scale,
    endsSentence: /[.!?…。！？]["'”’»)\]]?\s*$/u.test(tail),
    endsColon: /[:：]\s*$/u.test(tail),
    firstWords: counts.first,
    lastWords: counts.last,
  }
}

class LetterCounts {
  words = 0
  unspaced = 0
  digits = 0
  commas = 0
  stops = 0
  capitals = 0
  shortWords = 0
  readonly first: number[] = []
  /** Hashes of the last three words, the last one last. */
  private readonly ends = [0, 0, 0]

  /** Reads the letters up to `end`. */
  read(text: string, end: number): void {
    let length = 0
    let hash = 0
    for (let index = 0; index < end; index++) {
      const code = text.charCodeAt(index)
      const lower = code >= 65 && code <= 90 ? code + 32 : code
      if ((lower >= 97 && lower <= 122) || (code >= 48 && code <= 57) || (code >= 192 && code < 0x2000)) {
        if (length === 0) {
          hash = 0x811c9dc5
          if (lower !== code || (code >= 0x410 && code <= 0x42f) || (code >= 192 && code <= 222)) this.capitals++
        }
        length++
        hash = Math.imul(hash ^ lower, 0x01000193)
        if (code >= 48 && code <= 57) this.digits++
      } else if (isUnspaced(code)) this.unspaced++
      else {
        if (code === 44 || code === 0x3001 || code === 0xff0c) this.commas++
        else if (code === 46 || code === 63 || code === 33 || code === 0x3002) this.stops++
        if (length > 0) this.endWord(length, hash)
        length = 0
      }
    }
    if (length > 0) this.endWord(length, hash)
  }

  get last(): number[] {
    return this.ends.slice(Math.max(0, LAST_WORDS - this.words))
  }

  private endWord(length: number, hash: number): void {
    this.words++
    if (length <= 3) this.shortWords++
    if (this.words <= FIRST_WORDS) this.first.push(hash)
    const { ends } = this
    ends[0] = ends[1]!
    ends[1] = ends[2]!
    ends[2] = hash
  }
}

/** A letter of a script that is written without spaces. */
function isUnspaced(code: number): boolean {
  return code >= 0x3040 && code !== 0xfeff && code !== 0xfffd && (code < 0xff00 || code > 0xff20)
}
