import type { z } from 'zod'
import type { FactSentence, TimelineEntry } from '../../model/telling.ts'
import type { Telling } from '../lists/story-telling.ts'
import type { TellingAnswer } from './schemas.ts'
import { pageUrl } from './shapes.ts'

/** What a story's texts say together, as the API answers it. */
export function tellingAnswer(origin: string, telling: Telling): z.infer<typeof TellingAnswer> {
  const place = (articleId: number, block: number | null) => {
    const key = telling.articles.get(articleId)?.key ?? ''
    return { article: key, url: `${pageUrl(origin, 'article', key)}${block === null ? '' : `#b${block}`}` }
  }
  const sentence = ({ text, block, articleId }: FactSentence & { articleId: number }) => ({
    text,
    ...place(articleId, block),
  })
  const entry = ({ day, sentence: said, owners }: TimelineEntry) => ({
    date: day.iso,
    precision: day.precision,
    sentence: sentence(said),
    owners,
  })
  return {
    cover: telling.cover.map(sentence),
    past: telling.past.map(entry),
    announced: telling.announced.map(entry),
    voices: telling.voices.map(({ speaker, slug, quotes }) => ({
      speaker,
      tag: slug,
      quotes: quotes.map(({ parts, articleId, block, texts }) => ({
        parts: [...parts],
        ...place(articleId, block),
        texts,
      })),
    })),
  }
}
