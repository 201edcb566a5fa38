import { z } from 'zod'
import { createClusterer } from '../../story/clusterer.ts'
import type { Filter } from '../filter.ts'
import { momentOf, momentSchema } from './moment.ts'

const rowSchema = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string().nullish(),
  text: z.string().nullish(),
  published: momentSchema.nullish(),
  host: z.string().nullish(),
  language: z.string().nullish(),
})

/** Rows between two second looks at the stories that changed. */
const LOOK_EVERY = 200
/** Second looks at the end, until nothing moves any more. */
const LAST_LOOKS = 5

/** Stories of a stream: printed after the last line, or (`--online`) each at its arrival. */
export const storiesFilter: Filter = {
  name: 'stories',
  summary: 'groups texts into stories as they arrive',
  example: '{"id":1,"title":"…","text":"…","published":"2026-11-24T08:00:00Z"} -> {"id":1,"story":1}',
  options: {
    online: { type: 'boolean', help: 'print each assignment at its arrival; later corrections are not printed' },
  },
  start: (options) => {
    const stream = createStream()
    return {
      row(input) {
        const row = rowSchema.parse(input)
        const story = stream.take(row)
        return options.online ? { id: row.id, story } : null
      },
      end: () => (options.online ? [] : stream.finish()),
    }
  },
}

function createStream() {
  const clusterer = createClusterer()
  const ids: (string | number)[] = []
  const storyOf: number[] = []
  let changed = new Set<number>()
  let stories = 0
  const look = (): number => {
    const { merges, splits, cuts } = clusterer.secondLook([...changed])
    changed = new Set()
    const into = new Map(merges)
    for (const [doc, story] of storyOf.entries()) storyOf[doc] = follow(into, story)
    for (const { docId, storyId } of splits) {
      storyOf[docId] = follow(into, storyId)
      changed.add(storyOf[docId])
    }
    for (const { docIds } of cuts) {
      const story = ++stories
      changed.add(story)
      for (const docId of docIds) {
        clusterer.move(docId, story)
        storyOf[docId] = story
      }
    }
    for (const [, kept] of merges) changed.add(follow(into, kept))
    return merges.length + splits.length + cuts.length
  }
  return {
    take(row: z.infer<typeof rowSchema>): number {
      const features = clusterer.features({
        title: row.title ?? null,
        text: row.text ?? '',
        language: row.language ?? 'und',
        tags: [],
        publishedMs: momentOf(row.published),
        host: row.host ?? null,
      })
      const doc = ids.push(row.id) - 1
      const story = clusterer.assign(doc, features).storyId ?? ++stories
      clusterer.add(doc, story, features)
      storyOf[doc] = story
      changed.add(story)
      if (ids.length % LOOK_EVERY === 0) look()
      return story
    },
    *finish() {
      changed = new Set(storyOf)
      for (let turn = 0; turn < LAST_LOOKS; turn++) if (look() === 0) break
      for (const [doc, id] of ids.entries()) yield { id, story: storyOf[doc]! }
    },
  }
}

function follow(into: ReadonlyMap<number, number>, story: number): number {
  let kept = story
  for (let next = into.get(kept); next !== undefined; next = into.get(kept)) kept = next
  return kept
}
