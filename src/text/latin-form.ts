import { GREEK, GREEK_PAIRS, LATIN, RUSSIAN, SERBIAN, UKRAINIAN } from './latin-letters.ts'

const PLAIN = /^[\u0000-\u007f]*$/u
const CYRILLIC_WORD = /\p{Script=Cyrillic}(?:\p{Script=Cyrillic}|\u0301)*/gu
const GREEK_WORD = /\p{Script=Greek}(?:\p{Script=Greek}|\u0301|\u0308)*/gu
const LATIN_LETTERS = new RegExp(`[${[...LATIN.keys()].join('')}]`, 'gu')
/** Letters that Serbian and Macedonian alone have. */
const SERBIAN_LETTER = /[ђјљњћџѓќ]/u
/** Letters of Ukrainian and Belarusian; Kazakh has the first too, and letters of its own. */
const UKRAINIAN_LETTER = /[іїєґў]/u
const KAZAKH_LETTER = /[әғқңөұүһ]/u
const VOWEL = /[аеёиіїоуыэюяє]/u
const HUSHING = /[жчшщ]/u

/**
 * How news in English would write a name: lower case, Latin letters without marks, Cyrillic and Greek spelt in Latin letters:
 * `Велинский` -> `velinsky`, `Μητράκης` -> `mitrakis`, `Łukasz Żółw` -> `lukasz zolw`. Other scripts, digits, spaces and marks between
 * words stay as they are. Which language Cyrillic is in is told by the letters that it alone has (Serbian, Ukrainian), else it is read
 * as Russian. Doing it twice changes nothing; lengths are not kept; linear in the text.
 * **Source:** BGN/PCGN romanisation of Russian (1947) and Ukrainian (1965), without the marks for hard and soft signs, and with `-ий`,
 * `-ый` at a word's end as `y`, as English news does; Serbian by Gaj's alphabet; Greek by ELOT 743 (ISO 843, transcription).
 */
export function latinForm(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  const lower = text.normalize('NFKC').toLowerCase().normalize('NFC')
  const table = cyrillicTable(lower)
  return lower
    .replace(CYRILLIC_WORD, (word) => cyrillicWord(word, table))
    .replace(GREEK_WORD, greekWord)
    .normalize('NFD')
    .replace(LATIN_LETTERS, (letter) => LATIN.get(letter)!)
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
}

function cyrillicTable(lower: string): ReadonlyMap<string, string> {
  if (SERBIAN_LETTER.test(lower)) return SERBIAN
  return UKRAINIAN_LETTER.test(lower) && !KAZAKH_LETTER.test(lower) ? UKRAINIAN : RUSSIAN
}

function cyrillicWord(word: string, table: ReadonlyMap<string, string>): string {
  const bare = word.replaceAll('\u0301', '') // stress
  let latin = ''
  for (let at = 0; at < bare.length; at++) {
    const letter = bare[at]!
    const before = bare[at - 1] ?? ''
    const isEnd = at === bare.length - 2 && bare[at + 1] === 'й'
    if (table === SERBIAN) latin += table.get(letter) ?? letter
    else if (isEnd && at > 0 && (letter === 'ы' || letter === 'и')) return `${latin}y`
    else if (letter === 'е' && table === RUSSIAN && (before === '' || VOWEL.test(before) || /[йъь]/u.test(before)))
      latin += 'ye'
    else if (letter === 'ё' && HUSHING.test(before)) latin += 'e'
    // In Russian the hard sign stands before a vowel; before a consonant it is Bulgarian, and a vowel itself.
    else if (letter === 'ъ' && /^[а-я]/u.test(bare[at + 1] ?? '') && !VOWEL.test(bare[at + 1]!)) latin += 'a'
    else latin += table.get(letter) ?? letter
  }
  return latin
}

/** Digraphs first; two vowels are read apart where the first has the accent or the second a diaeresis. */
function greekWord(word: string): string {
  const letters = [...word.normalize('NFD').matchAll(/(?<letter>\P{M})(?<marks>\p{M}*)/gu)].map(({ groups }) => groups!)
  let latin = ''
  for (let at = 0; at < letters.length; at++) {
    const { letter = '', marks = '' } = letters[at]!
    const next = letters[at + 1]
    const isApart = /[\u0301\u0308]/u.test(marks) || /\u0308/u.test(next?.marks ?? '')
    const pair = isApart && isGreekVowel(letter) ? undefined : GREEK_PAIRS.get(letter + (next?.letter ?? ''))
    if (pair === undefined) {
      latin += GREEK.get(letter) ?? letter + marks
      continue
    }
    at++
    if (letter === 'μ') latin += at === 1 || at === letters.length - 1 ? 'b' : 'mp'
    else if (pair.endsWith('v')) latin += pair.slice(0, -1) + (isVoiceless(letters[at + 1]?.letter) ? 'f' : 'v')
    else latin += pair
  }
  return latin
}

function isGreekVowel(letter: string): boolean {
  return 'αεηιουω'.includes(letter)
}

/** Before these, and at a word's end, the second letter of αυ, ευ, ηυ is spoken f. */
function isVoiceless(letter: string | undefined): boolean {
  return letter === undefined || 'θκξπστφχψς'.includes(letter)
}
