import pairs from './weights-word-pairs.json' with { type: 'json' }

/** Words that can only belong to the sentence, never end a made-up brand name. */
const FUNCTION_WORDS = new Set(
  'a an and are as at be been but by can could did do does for from had has have he her him his how i if in into is it its more most no not of on or our out over said she so some than that the their them then there these they this those to under up was we were what when where which while who will with would you your'.split(
    ' ',
  ),
)

/** What writers add to a brand's name to make a word of it ("YouTubers"). */
const SUFFIXES = new Set(
  's r rs er ers ed d ing ish ian ians ans esque able ism ist ists ify ization gate verse'.split(' '),
)

/** Whether letters glued behind a brand may be the brand's own longer name or a word made of it, rather than a word of the sentence. `before` is the word before the brand. */
export function continuesBrand(brand: string, before: string, after: string): boolean {
  const word = after.replace(/^["“‘'([$€£#]+/u, '')
  if (word !== after) return false
  // "HarborLine" and "Harbor Line" are coined: no dictionary word starts with them. "Sun" is not: "Sunday".
  const coined = /\p{Ll}\p{Lu}/u.test(brand) || brand.includes(' ')
  if (!coined) return !(FUNCTION_WORDS.has(word) && joinsWell(before, word))
  return SUFFIXES.has(word) && !joinsWell(before, word)
}

/** Whether `before after` is a pair that no name parts, by counts of clean text (bench/extract/word-pairs.ts); English mostly. */
export function joinsWell(before: string, after: string): boolean {
  const word = before.toLowerCase()
  if (!Object.hasOwn(pairs, word)) return false
  return ` ${(pairs as Record<string, string>)[word]} `.includes(` ${after.toLowerCase()} `)
}
