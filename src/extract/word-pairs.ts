/** Small words that can only belong to the sentence, never end a made-up brand name. */
const FUNCTION_WORDS = new Set(
  'a an and are as at be been but by can could did do does for from had has have he her him his how i if in into is it its more most no not of on or our out over said she so some than that the their them then there these they this those to under up was we were what when where which while who will with would you your'.split(
    ' ',
  ),
)

/** Two words that belong together so closely that no name stands between them. */
const CLOSE_PAIRS = new Set(
  'is on|is in|is a|is an|is the|are in|are on|was a|was the|was in|of the|in the|on the|to the|at the|for the|by the|from the|with the|and the|that the|has been|have been|had been|will be|would be|can be|could be|should be|to be|it is|it was|he was|she was|they were|he said|she said|they said|one of|some of|many of|most of|part of|as a|as the|with a|in a|of a|for a|to a|more than|less than|such as|because of|according to'.split(
    '|',
  ),
)

/** Whether letters glued behind a brand are the brand's own longer name (true), a word of the sentence (false), or cannot be told (null). */
export function continuesBrand(brand: string, after: string): boolean | null {
  const coined = /\p{Ll}\p{Lu}/u.test(brand) || / /u.test(brand)
  const word = after.replace(/^["“‘'([$€£#]+/u, '')
  if (word !== after) return false
  if (FUNCTION_WORDS.has(word.toLowerCase())) return word.length === 1 && !coined ? null : false
  if (!coined) return null
  return false
}

/** Whether `before after` is a pair that no name parts. */
export function joinsWell(before: string, after: string): boolean {
  return CLOSE_PAIRS.has(`${before.toLowerCase()} ${after.toLowerCase()}`)
}
