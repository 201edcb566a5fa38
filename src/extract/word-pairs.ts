import pairs from './weights-word-pairs.json' with { type: 'json' }

/** Shortest brand of one plain word that is mended when glued: shorter ones begin too many words ("Sun", "Star", "Time"). */
const MIN_UNCOINED = 6

let known: ReadonlySet<string> | null = null

/** What writers add to a brand's name to make a word of it ("YouTubers"). */
const SUFFIXES = new Set(
  's r rs er ers ed d ing ish ian ians ans esque able ism ist ists ify ization gate verse ship hood ly ness ment al ic'.split(
    ' ',
  ),
)

/** Whether letters glued behind a brand may be the brand's own longer name or a word made of it, rather than a word of the sentence. `before` is the word before the brand. */
export function continuesBrand(brand: string, before: string, after: string): boolean {
  const word = after.replace(/^["“‘'([$€£#]+/u, '')
  if (word !== after) return false
  // "HarborLine" and "Harbor Line" are coined: no dictionary word starts with them. "Sun" is not: "Sunday".
  const coined = /\p{Ll}\p{Lu}/u.test(brand) || brand.includes(' ')
  if (!coined) return !beginsNoWord(brand, before, word)
  return SUFFIXES.has(word) && !joinsWell(before, word)
}

/** Whether a brand of one plain word is known to be no beginning of `brand + word`: the whole is no word, and the rest is one that fits here or, behind an invented brand, any word. */
function beginsNoWord(brand: string, before: string, word: string): boolean {
  const words = knownWords()
  if (brand.length < MIN_UNCOINED || words.has((brand + word).toLowerCase())) return false
  if (joinsWell(before, word)) return true
  return !words.has(brand.toLowerCase()) && !SUFFIXES.has(word) && words.has(word) && word.length > 1
}

/** Whether `before after` is a pair that no name parts, by counts of clean text (bench/extract/word-pairs.ts); English mostly. */
export function joinsWell(before: string, after: string): boolean {
  const word = before.toLowerCase()
  if (!Object.hasOwn(pairs, word)) return false
  return ` ${(pairs as Record<string, string>)[word]} `.includes(` ${after.toLowerCase()} `)
}

/** Whether clean text has this word, given in small letters; English mostly. */
export function isKnownWord(word: string): boolean {
  return knownWords().has(word)
}

/** Every word of the pairs: what a glued form must not be ("Market" + "place"). */
function knownWords(): ReadonlySet<string> {
  known ??= new Set([
    ...Object.keys(pairs),
    ...Object.values(pairs as Record<string, string>).flatMap((afters) => afters.split(' ')),
  ])
  return known
}
