import { latinForm } from '../text/latin-form.ts'

/** Letters of Arabic, Persian and Hebrew that are consonants, as `CLASSES` writes them; the others are vowels or not heard. */
const CONSONANTS = letters(
  'ب=b پ=b ت=t ث=s ج=j چ=j د=d ذ=d ر=r ز=s ژ=j س=s ش=j ص=s ض=d ط=t ظ=s غ=g ف=f ڤ=f ق=k ك=k ک=k گ=g ل=l م=m ن=n ' +
    'ב=b ג=g ד=d ז=s ט=t כ=k ך=k ל=l מ=m ם=m נ=n ן=n ס=s פ=f ף=f צ=s ץ=s ק=k ר=r ש=j ת=t',
)
const WITHOUT_VOWELS = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
/** Arabic's article, and "and" before it. */
const ARTICLE = /^(?:و?ال|ה)(?=\p{L}{3})/u

/** Spellings of one sound in Latin letters, longest first; sounds that languages write in each other's letters are one: v and f, s and z, sh and zh. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|tsch|sch|tch|dzh|zh|sh|cz/g, 'j'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/gh/g, 'g'],
  [/ck|qu|q/g, 'k'],
  [/x/g, 'ks'],
  [/t[sz]/g, 's'],
  [/c(?=[eiy])|ç|z/g, 's'],
  [/c/g, 'k'],
  [/[vw]/g, 'f'],
  [/p/g, 'b'],
]
/** In these languages j is a vowel; in others the sound of English. */
const SOFT_J = new Set('de nl sv da nb nn no fi et lv lt pl cs sk hu hr sr sl bs'.split(' '))
/** Greek writes d, g and b of other languages by two letters. */
const GREEK = /\p{Script=Greek}/u
const GREEK_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^nt/, 'd'],
  [/^gk|nk/, 'g'],
  [/tz/g, 'j'],
  [/ch/g, 'h'],
]
/** Consonants in which cases end: of Slavic names v, m and g, of Greek and German ones s. */
const CASE_END = /[fmgs]$/
const MAX_CONSONANTS = 6
/** Consonants (a vowel at the head counts) below which a word tells nothing. */
export const LEAST_CONSONANTS = 3

/**
 * What is left of a name in any alphabet when it is heard by its consonants alone, without its case: `Велинского`, `Velinsky` and
 * `Welinskij` -> `flnsk`, `Βρανάκης` -> `frnk`. At most six of them, a vowel or h at the head as `a` or `h`; empty for a word that has fewer than
 * LEAST_CONSONANTS, or is of another script than Latin, Cyrillic, Greek, Arabic and Hebrew. Different names may share one.
 * **Source:** after Soundex (Russell, 1918), with the sounds of news agencies' transcriptions.
 * @param language BCP 47, of the text
 */
export function nameSkeleton(word: string, language: string): string {
  const heard = WITHOUT_VOWELS.test(word) ? semiticSounds(word) : latinSounds(word, language)
  const doubles = heard.replace(/(?<letter>[a-z])\k<letter>+/g, '$<letter>')
  const head = /^h?/.exec(doubles)![0] || (/^[aeiouy]/.test(doubles) ? 'a' : '')
  let skeleton = (head + doubles.replace(/[aeiouyh]/g, '')).slice(0, MAX_CONSONANTS + 2)
  while (skeleton.length > LEAST_CONSONANTS && CASE_END.test(skeleton)) skeleton = skeleton.slice(0, -1)
  return skeleton.length < LEAST_CONSONANTS || /[^a-z]/.test(skeleton) ? '' : skeleton.slice(0, MAX_CONSONANTS)
}

function latinSounds(word: string, language: string): string {
  let heard = latinForm(word).replace(/['’ʼ-]/g, '')
  if (GREEK.test(word)) heard = replaced(heard, GREEK_SOUNDS)
  if (language === 'de') heard = heard.replace(/(?<!s)ch/g, 'h')
  if (SOFT_J.has(language)) heard = heard.replaceAll('j', 'i')
  return replaced(heard.replace(/ch/g, 'j'), SOUNDS)
}

function semiticSounds(word: string): string {
  const bare = word.replace(/\p{M}/gu, '').replace(ARTICLE, '')
  const head = /^[اأإآعא]/u.test(bare) ? 'a' : /^[هحخה]/u.test(bare) ? 'h' : ''
  return head + [...bare].map((letter) => CONSONANTS.get(letter) ?? '').join('')
}

function replaced(text: string, rules: readonly (readonly [RegExp, string])[]): string {
  return rules.reduce((heard, [spelling, sound]) => heard.replace(spelling, sound), text)
}

function letters(table: string): ReadonlyMap<string, string> {
  return new Map(table.split(' ').map((pair) => pair.split('=') as [string, string])) // each pair has its sign of equality
}
