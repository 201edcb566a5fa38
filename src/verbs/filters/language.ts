import { z } from 'zod'
import { loadLanguageDetector } from '../../text/language.ts'
import type { Filter } from '../filter.ts'

const input = z.object({ id: z.unknown(), text: z.string().nullish(), hint: z.string().nullish() })

/** `language`: text in, BCP 47 language and confidence out. */
export const languageFilter: Filter = {
  name: 'language',
  summary: 'says which language each text is in',
  example: `echo '{"id":1,"text":"Guten Morgen, liebe Leser"}' | ./trendpulse language`,
  start: async () => {
    const detector = await loadLanguageDetector()
    return {
      row: (row) => {
        const { id, text, hint } = input.parse(row)
        return { id: id ?? null, ...detector.detect(text ?? '', [hint ?? null]) }
      },
    }
  },
}
