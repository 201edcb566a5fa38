import { languageName } from './language-name.ts'
import { taggerReach } from './tagger-languages.ts'

/** What a reader is told where an article's names were found without a model of its language; null where there is one. */
export function taggerNote(language: string): string | null {
  const reach = taggerReach(language)
  if (reach === 'model') return null
  const name = languageName(language)
  if (name === null) return 'names here by lists alone: its language is not known'
  return reach === 'lists'
    ? `names here by lists alone: no model for ${name}`
    : `names here by a model of other languages: none for ${name}`
}
