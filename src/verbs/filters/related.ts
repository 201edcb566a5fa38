import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { createRelatedIndex } from '../../rank/related.ts'
import type { Filter, FilterOptions, FilterRun } from '../filter.ts'
import { lines, openInputs, parseLine } from '../ndjson.ts'
import { momentOf, momentSchema } from './moment.ts'

const Id = z.union([z.string(), z.number()])
const CorpusRow = z.object({
  id: Id,
  title: z.string().nullish(),
  text: z.string().nullish(),
  published: momentSchema.nullish(),
  tags: z.array(z.union([z.string(), z.object({ name: z.string() })])).nullish(),
  host: z.string().nullish(),
  language: z.string().nullish(),
  story: Id.nullish(),
})
const QueryRow = z.object({ id: Id })
/** Articles of a corpus that are held at most. */
const MAX_DOCS = 2_000_000

/** `related`: what belongs with an article of a corpus, and why. */
export const relatedFilter: Filter = {
  name: 'related',
  summary: 'what belongs with an article: ids in, related articles of --corpus with a reason each out',
  example: `echo '{"id":"a7"}' | ./trendpulse related --corpus articles.jsonl --past-only`,
  options: {
    corpus: {
      type: 'string',
      help: 'articles {id, title, text, published?, tags?, host?, language?, story?}, a JSON object a line',
    },
    top: { type: 'string', default: '10', help: 'entries a list' },
    'past-only': { type: 'boolean', default: false, help: 'only what was published before the article' },
  },
  start: startRelated,
}

async function startRelated(options: FilterOptions): Promise<FilterRun> {
  if (typeof options.corpus !== 'string') throw new AppError('invalid', 'related: --corpus FILE is needed')
  const limit = readTop(options.top, 10)
  const index = createRelatedIndex({ maxDocs: MAX_DOCS })
  const numbers = new Map<string, number>()
  const ids: (string | number)[] = []
  const stories = new Map<string, number>()
  const storyNumberOf = (story: string): number => {
    if (!stories.has(story)) stories.set(story, stories.size)
    return stories.get(story)!
  }
  for await (const line of lines(openInputs([options.corpus]))) {
    const row = CorpusRow.safeParse(parseLine(line))
    if (!row.success) continue // a bad line of the corpus is no article; queries for it say so
    const { id, title, text, published, tags, host, language, story } = row.data
    numbers.set(String(id), ids.length)
    index.add({
      id: ids.length,
      title: title ?? null,
      text: text ?? '',
      publishedMs: momentOf(published),
      tags: (tags ?? []).map((tag) => (typeof tag === 'string' ? tag : tag.name)),
      storyId: story === undefined || story === null ? null : storyNumberOf(String(story)),
      family: null,
      owner: host ?? null,
      language: language ?? null,
    })
    ids.push(id)
  }
  return {
    row: (input) => {
      const { id } = QueryRow.parse(input)
      const number = numbers.get(String(id))
      if (number === undefined) throw new AppError('not_found', `no article ${String(id).slice(0, 80)} in the corpus`)
      const entries = index.related(number, { limit, pastOnly: options['past-only'] === true })
      return {
        id,
        related: entries.map((entry) => ({
          id: ids[entry.id],
          score: Number(entry.score.toFixed(4)),
          reason: entry.reason.text,
        })),
      }
    },
  }
}

/** Reads `--top`. @throws AppError invalid unless it is 1 to 1,000. */
export function readTop(value: unknown, fallback: number): number {
  const top = value === undefined ? fallback : Number(value)
  if (!Number.isInteger(top) || top < 1 || top > 1_000)
    throw new AppError('invalid', `--top: 1 to 1000, not ${String(value).slice(0, 40)}`)
  return top
}
