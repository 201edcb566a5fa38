import { z } from 'zod'
import { guessSection } from '../../tag/section.ts'
import { loadLanguageDetector } from '../../text/language.ts'
import type { Filter } from '../filter.ts'

const input = z.object({
  id: z.unknown(),
  title: z.string().nullish(),
  text: z.string().nullish(),
  language: z.string().nullish(),
})

/** `section`: text in; one of the seven sections or `not_news` out, with a confidence. */
export const sectionFilter: Filter = {
  name: 'section',
  summary: 'says which section each text belongs to',
  example: `echo '{"id":1,"title":"Late goal wins the cup","text":"The striker scored in the last minute."}' | ./trendpulse section`,
  start: async () => {
    const detector = await loadLanguageDetector()
    return {
      row: (row) => {
        const { id, title, text: found, language } = input.parse(row)
        const text = found ?? '' // a row of a title alone is a whole row
        const known = language ?? detector.detect(title ? `${title}\n${text}` : text).language
        return { id: id ?? null, ...guessSection({ title: title ?? null, text, language: known }) }
      },
    }
  },
}
