/** One token of a text for tagging: a word, a number or a single sign. `[start, end)` in UTF-16 code units. */
export type Token = {
  text: string
  start: number
  end: number
  /** Begins a sentence, a line or a quotation's sentence. */
  first: boolean
}

/** Tokens that a document is read for names; a book's chapter. What follows is not tagged. */
export const MAX_TOKENS = 60_000

/** Abbreviations that keep their point and do not end a sentence. */
const ABBREVIATIONS = new Set(
  'Mr Mrs Ms Dr Prof Gov Sen Rep Gen Lt Col Capt Cmdr Sgt Maj Adm Pres St Ste Mt Ft Jr Sr Inc Corp Co Ltd Bros No Nos vs Rev Hon Supt Det Insp Messrs Mme Mlle Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo Ave Blvd Rd Dist Atty Sra Sr Srta Dra Dña Exmo Av bzw Nr Str'.split(
    ' ',
  ),
)

// In order: initials and abbreviations of single letters; words with inner apostrophes, hyphens and ampersands; numbers with letters; one sign.
const TOKEN =
  /\n|(?:\p{Lu}\.(?:-?(?=\p{Lu}\.))?){2,}|\p{Lu}\.(?= \p{Lu})|(?:\p{L}|\p{N}+(?=\p{Ll}))[\p{L}\p{M}\p{N}]*(?:(?:['’](?!s(?![\p{L}\p{M}\p{N}]))|[-‐&])(?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*|['’]s(?![\p{L}\p{N}])|\p{N}[\p{N}.,:/]*|[^\s]/gu
const CLOSES = /^[.!?…。！？]$/u
const QUOTE = /^["'“”‘’«»)\]]$/u
const UPPER = /^["'“‘«(]*[\p{Lu}\p{N}]/u
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Tokens in order; white space is dropped, a possessive "'s" is a token of its own. Linear in the text's length. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  let first = true
  for (const match of text.matchAll(TOKEN)) {
    if (found.length >= MAX_TOKENS) break
    const word = match[0]
    if (word === '\n') {
      first = true
      continue
    }
    const start = match.index
    let end = start + word.length
    if (text[end] === '.' && ABBREVIATIONS.has(word)) end++
    else if (word === '.' && found.at(-1)?.end === end) continue // the point that the abbreviation took
    if (UNSPACED.test(word)) {
      pushSegments(found, word, start, first)
      first = false
      continue
    }
    found.push({ text: end === start + word.length ? word : text.slice(start, end), start, end, first })
    first =
      CLOSES.test(word) ||
      (first && QUOTE.test(word)) ||
      (QUOTE.test(word) && endedBefore(found) && UPPER.test(text.slice(end, end + 4).trimStart()))
  }
  return found
}

function endedBefore(found: readonly Token[]): boolean {
  return CLOSES.test(found.at(-2)?.text ?? '')
}

function pushSegments(found: Token[], run: string, offset: number, first: boolean): void {
  for (const { segment, index } of segmenter.segment(run)) {
    found.push({
      text: segment,
      start: offset + index,
      end: offset + index + segment.length,
      first: first && index === 0,
    })
  }
}
