import { foldWord, words } from '../text/words.ts'

/** Words of a text that are read: the first 1,500 carry what an article is about. */
const MAX_WORDS = 1_500
/** UTF-16 units of a text that are read at most, whatever its words. */
export const MAX_UNITS = 20_000
/** How often a headline's words count. */
const TITLE_TIMES = 2
/** Terms a document is indexed by at most, most frequent first. */
const MAX_TERMS = 400
const STOP_WORDS = new Set(
  (
    'the of to and in a said for it on is that its was by from at with be has as an will have which would are not were he or this but ' +
    'had they been one new after than about up out more also some other no two could there their if his her she who what when we you i ' +
    'all can may into over last year said says its them these those then so do did does our your my me us more most such only any ' +
    'der die das und ist von mit den dem des ein eine le la les de des du et un une est dans que qui el los las y en por con para una del'
  ).split(' '),
)

/** Terms of a document with how often each occurs, headline counted twice; at most 400 terms, folded, without the commonest words. */
export function relatedTerms(title: string | null, text: string): Map<string, number> {
  const counts = new Map<string, number>()
  countWords(counts, title ?? '', TITLE_TIMES)
  countWords(counts, text.slice(0, MAX_UNITS), 1)
  if (counts.size <= MAX_TERMS) return counts
  return new Map([...counts].sort((a, b) => b[1] - a[1]).slice(0, MAX_TERMS)) // the sort is stable: ties stay in reading order
}

function countWords(counts: Map<string, number>, text: string, times: number): void {
  let read = 0
  for (const { text: word } of words(text)) {
    if (++read > MAX_WORDS) return
    const term = termOf(word)
    if (term !== null) counts.set(term, (counts.get(term) ?? 0) + times)
  }
}

/** Spellings whose term is remembered: nearly all words of a text are among the commonest few thousands. About 5 MB. */
const MAX_REMEMBERED = 50_000
const remembered = new Map<string, string | null>()

/** A word as it is compared: folded, an English plural's s cut; null for numbers, single letters and stop words. */
function termOf(word: string): string | null {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const own = Array.from(word).join('') // not a slice of its text, which would be kept with it
  const term = readTerm(own)
  if (remembered.size >= MAX_REMEMBERED) remembered.clear()
  remembered.set(own, term)
  return term
}

function readTerm(word: string): string | null {
  if (/^\p{N}/u.test(word)) return null
  const folded = foldWord(word)
  if (folded.length < 2 || STOP_WORDS.has(folded)) return null
  return folded.length > 3 && folded.endsWith('s') && !folded.endsWith('ss') ? folded.slice(0, -1) : folded
}
