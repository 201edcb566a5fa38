/** One word of a text; `[start, end)` in UTF-16 code units. */
export type Word = { text: string; start: number; end: number }

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\-.&](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*/gu
/** Scripts written without spaces between words: cut by dictionary (Intl.Segmenter), as ICU does. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Words in order: letters and digits, with inner apostrophes, hyphens and points kept ("Kim's", "U.S", "far-off"). */
export function words(text: string): Word[] {
  const found: Word[] = []
  for (const match of text.matchAll(WORD)) {
    if (UNSPACED.test(match[0])) pushSegments(found, match[0], match.index)
    else found.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return found
}

function pushSegments(found: Word[], run: string, offset: number): void {
  for (const { segment, index, isWordLike } of segmenter.segment(run)) {
    if (isWordLike) found.push({ text: segment, start: offset + index, end: offset + index + segment.length })
  }
}

/** One spelling for comparing: compatibility forms, case and Latin diacritics folded, possessive "'s" cut. */
export function foldWord(word: string): string {
  const lower = word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[’']s$/u, '')
  return lower.replace(/(?<=\p{Script=Latin})\p{M}+/gu, '').normalize('NFC')
}
