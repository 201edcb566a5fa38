import { foldWord, words } from './words.ts'

/** Marks over letters and the stroke that only draws a word out. **Source:** Unicode, block Arabic; the foldings are those of Larkey, Ballesteros and Connell (2002), light normalisation */
const ARABIC_MARKS = /[\u0640\u064b-\u0655\u0670]/gu
/** What folding may leave that is no word: "⒛" is 20 and a point, "½" has a stroke of its own. */
const UNSEARCHED = /[^\p{L}\p{M}\p{N}]+/u
const ARABIC = /\p{Script=Arabic}/u

/** Words of a text as they go into the search index, one blank between two: cut and folded the same way on both engines. */
export function searchWords(text: string): string {
  return words(text)
    .flatMap((word) => searchParts(word.text))
    .join(' ')
}

/** What the search index holds of one word as `words` cuts it: its parts between inner hyphens, points and apostrophes, folded. */
export function searchParts(word: string): string[] {
  return word
    .split(/['’\-.&]/u)
    .flatMap((part) => foldSearched(part).split(UNSEARCHED))
    .filter((part) => part !== '')
}

function foldSearched(part: string): string {
  const folded = foldWord(part)
  if (!ARABIC.test(folded)) return folded
  return folded.normalize('NFD').replace(ARABIC_MARKS, '').normalize('NFC').replaceAll('ى', 'ي').replaceAll('ة', 'ه')
}
