import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { createRecommender, type Recommender, type VisitEvent } from '../../rank/recommend.ts'
import { createRelatedIndex } from '../../rank/related.ts'
import type { Filter, FilterOptions, FilterRun } from '../filter.ts'
import { lines, openInputs, parseLine } from '../ndjson.ts'
import { momentOf, momentSchema } from './moment.ts'
import { readTop } from './related.ts'

const Id = z.union([z.string(), z.number()]).transform(String)
const TrainRow = z.object({ session: Id, item: Id, t: momentSchema })
const ItemRow = z.object({
  item: Id,
  title: z.string().nullish(),
  text: z.string().nullish(),
  published: momentSchema.nullish(),
})
const QueryRow = z.object({ session: z.union([z.string(), z.number()]), items: z.array(Id).max(100_000) })
/** Content neighbours asked for one item. */
const SIMILAR = 20

/** `recommend`: what a visit may want next, and why. */
export const recommendFilter: Filter = {
  name: 'recommend',
  summary: 'what a visit may want next: {session, items} in, items with a reason each out',
  example: `echo '{"session":"s1","items":["a","b"]}' | ./trendpulse recommend --train visits.jsonl --novel`,
  options: {
    train: { type: 'string', help: 'past visits {session, item, t}, a JSON object a line' },
    items: {
      type: 'string',
      help: 'the items themselves {item, title, text, published}: what nobody has read yet is found by its words',
    },
    top: { type: 'string', default: '20', help: 'entries a list' },
    novel: { type: 'boolean', default: false, help: 'leaves out what the visit has read' },
  },
  start: startRecommend,
}

async function startRecommend(options: FilterOptions): Promise<FilterRun> {
  if (typeof options.train !== 'string') throw new AppError('invalid', 'recommend: --train FILE is needed')
  const limit = readTop(options.top, 20)
  const recommender = createRecommender()
  if (typeof options.items === 'string') await readItems(recommender, options.items)
  recommender.learnWithMix(await readVisits(options.train))
  return {
    row: (input) => {
      const { session, items } = QueryRow.parse(input)
      const entries = recommender.recommend({ items, limit, novel: options.novel === true })
      return {
        session,
        items: entries.map(({ id, score, reason }) => ({
          item: id,
          score: Number(score.toFixed(5)),
          reason: reason.text,
        })),
      }
    },
  }
}

/** Visits in order of time. Bad lines are left out: a log has them. */
async function readVisits(path: string): Promise<VisitEvent[]> {
  const events: VisitEvent[] = []
  for await (const line of lines(openInputs([path]))) {
    const row = TrainRow.safeParse(parseLine(line))
    const atMs = row.success ? momentOf(row.data.t) : null
    if (row.success && atMs !== null) events.push({ session: row.data.session, item: row.data.item, atMs })
  }
  return events.sort((a, b) => a.atMs - b.atMs)
}

async function readItems(recommender: Recommender, path: string): Promise<void> {
  const index = createRelatedIndex({ maxDocs: 1_000_000 })
  const numbers = new Map<string, number>()
  const ids: string[] = []
  for await (const line of lines(openInputs([path]))) {
    const row = ItemRow.safeParse(parseLine(line))
    if (!row.success) continue
    const { item, title, text, published } = row.data
    numbers.set(item, ids.length)
    const parts = { id: ids.push(item) - 1, title: title ?? null, text: text ?? '', publishedMs: momentOf(published) }
    index.add({ ...parts, tags: [], storyId: null, family: null, owner: null, language: null })
  }
  recommender.setSimilar((item) => {
    const number = numbers.get(item)
    return number === undefined
      ? []
      : index.related(number, { limit: SIMILAR }).map(({ id, score }) => ({ id: ids[id]!, score }))
  })
}
