import pairs from './weights-word-pairs.json' with { type: 'json' }

/** Shortest brand of one plain word that is mended when glued: shorter ones begin too many words ("Sun", "Star", "Time"). */
const MIN_UNCOINED = 6
/** The same before small words, which end no longer word. */
const MIN_SHORT = 4

let known: ReadonlySet<string> | null = null

/** What writers add to a brand's name to make a word of it ("YouTubers"). */
const SUFFIXES = new Set(
  's r rs er ers ed d ing ish ian ians ans esque able ism ist ists ify ization gate verse ship hood ly ness ment al ic'.split(
    ' ',
  ),
)

/** Words that end no compound, so that a name in front of them was put there. */
const SMALL_WORDS = new Set(
  'about after against also although among and another any are around as at because been before being between both but by could did does during each every for from had has have he her here his how i if in into is it its just like many might more most much must my no not of off on once only or other our over per she should since so some such than that the their them then there these they this those though through to too under until up upon was we were what when where which while who whose why will with within without would you your'.split(
    ' ',
  ),
)

/**
 * What letters glued behind a brand are: `pushed`, a word of the sentence that the brand was pushed against; `own`, the brand's own ending,
 * or part of a longer word; `open` where either may be. `before` is the word before the brand.
 */
export function gluedLetters(brand: string, before: string, after: string): 'pushed' | 'own' | 'open' {
  const word = after.replace(/^["“‘'([$€£#]+/u, '')
  // A note or an address may follow a name without a space, "NIST[1]"; a quotation mark or the sign of a currency may not.
  if (word !== after) return /[([]/u.test(after) ? 'open' : 'pushed'
  if (/^(?:TM|\p{N}+|\p{L})$/u.test(word) && !/^[aAI]$/u.test(word)) return 'open'
  // "HarborLine", "Harbor Line" and "HARBOR" are coined: no dictionary word starts with them. "Sun" is not: "Sunday".
  const coined = /\p{Ll}\p{Lu}|\s|^\p{Lu}{4,}$/u.test(brand)
  if (SUFFIXES.has(word)) return coined && joinsWell(before, word) ? 'pushed' : 'own'
  const words = knownWords()
  const last = brand.split(/[\s-]/u).at(-1)!
  if (last !== brand && words.has((last + word).toLowerCase())) return 'own'
  if (last !== brand && /^\p{Ll}{1,4}$/u.test(word) && !SMALL_WORDS.has(word)) return 'open'
  if (coined) return /^\p{Lu}+$/u.test(brand) && /^\p{Lu}/u.test(word) ? 'open' : 'pushed'
  if (words.has((brand + word).toLowerCase())) return 'own'
  if (brand.length >= MIN_SHORT && word.length > 1 && SMALL_WORDS.has(word.toLowerCase().replace(/[’'].*$/u, '')))
    return 'pushed'
  if (brand.length < MIN_UNCOINED) return brand.length < MIN_SHORT ? 'own' : 'open'
  if (joinsWell(before, word)) return 'pushed'
  const known = words.has(brand.toLowerCase())
  if (!known && words.has(word) && word.length > 1) return 'pushed'
  // "novapostUpdates": no word goes on with a capital.
  return !known && /^\p{Ll}+$/u.test(brand) && /^\p{Lu}/u.test(word) ? 'pushed' : 'open'
}

/** Whether `before after` is a pair that no name parts, by counts of clean text (bench/extract/word-pairs.ts); English mostly. */
function joinsWell(before: string, after: string): boolean {
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
