import { latinForm } from '../text/latin-form.ts'

/** Habits in which spellings of one name in Latin letters differ: y, j and i; kh and h; x and ks; w and v; ph and f; double letters. */
const HABITS: readonly (readonly [RegExp, string])[] = [
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/ph/g, 'f'],
  [/kh/g, 'h'],
  [/tz/g, 'ts'],
  [/sch/g, 'sh'],
  [/ck/g, 'k'],
  [/[yj]/g, 'i'],
  [/(?<![aou])ie/g, 'e'], // Yeltsin and Eltsin
  [/(?<letter>[a-z])\k<letter>+/g, '$<letter>'],
]

/** Words of a name as they compare across alphabets and habits of spelling: `Велинский`, `Velinskiy` and `Velinskij` -> `velinski`. Empty for what has no letter. */
export function spellingWords(name: string): string[] {
  return latinForm(name)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => HABITS.reduce((spelt, [habit, plain]) => spelt.replace(habit, plain), word))
}

/** What case does to the end of a name in Slavic languages and Greek, as `spellingWords` writes it. */
const ENDINGS = new Set(
  [
    ...['', 'a', 'e', 'i', 'o', 'u', 's', 'ia', 'iu', 'ei', 'oi', 'oiu', 'eiu', 'uiu', 'im', 'om', 'em', 'am', 'iem'],
    ...['ogo', 'ego', 'omu', 'emu', 'ou', 'on', 'ovi', 'evi'],
  ].values(),
)
/** Letters that both words must share, and that case may change behind them at most. */
const MIN_STEM = 3
const MAX_ENDING = 3

/** Whether two words of names, from `spellingWords`, can be cases of one: `velinskogo` and `velinski`. Also true for equal words. */
export function isCaseOf(one: string, other: string): boolean {
  if (one === other) return true
  let stem = 0
  while (stem < one.length && one[stem] === other[stem]) stem++
  const least = Math.max(MIN_STEM, Math.max(one.length, other.length) - MAX_ENDING)
  for (let at = stem; at >= least; at--) if (ENDINGS.has(one.slice(at)) && ENDINGS.has(other.slice(at))) return true
  return false
}
