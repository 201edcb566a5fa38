import { taggerReach } from '../../text/tagger-languages.ts'
import { say } from './messages.ts'
import { speech } from './speech.ts'

/** What a reader is told where an article's names were found without a model of its language; null where there is one. In English as `taggerNote` tells it. */
export function namesNote(language: string): string | null {
  const reach = taggerReach(language)
  if (reach === 'model') return null
  const name = speech().languageName(language)
  if (name === null) return say('namesUnknown')
  return say(reach === 'lists' ? 'namesByLists' : 'namesLent', { language: name })
}
