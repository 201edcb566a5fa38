import { z } from 'zod'
import { articleCountries } from '../../tag/article-countries.ts'
import { taggerCoverage } from '../../tag/models.ts'
import { tagArticle } from '../../tag/tag-article.ts'
import { loadLanguageDetector } from '../../text/language.ts'
import type { Filter } from '../filter.ts'

const input = z.object({
  id: z.unknown(),
  title: z.string().nullish(),
  text: z.string().nullish(),
  language: z.string().nullish(),
})

/**
 * `tag`: text in; people, places, organisations, events, works and topics out, each mention with its span,
 * the countries that the text is set in, and whether its language has a model (`coverage`).
 */
export const tagFilter: Filter = {
  name: 'tag',
  summary: 'names the people, places, organisations, events, works and topics in each text',
  example: `echo '{"id":1,"text":"Ada Quill spoke in Vienna."}' | ./trendpulse tag`,
  start: async () => {
    const detector = await loadLanguageDetector()
    return {
      row: (row) => {
        const { id, title, text: found, language } = input.parse(row)
        const text = found ?? '' // a row of a title alone is a whole row
        const known = language ?? detector.detect(title ? `${title}\n${text}` : text).language
        const tags = tagArticle({ title: title ?? null, text, language: known })
        const countries = articleCountries(tags).map((tag) => tag.name)
        return { id: id ?? null, tags, countries, coverage: taggerCoverage(known) }
      },
    }
  },
}
