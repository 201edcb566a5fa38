import { z } from 'zod'
import type { StoryDoc } from '../../story/clusterer.ts'
import { createStoryStream } from '../../story/story-stream.ts'
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

/** Stories of a stream: printed after the last line, or (`--online`) each at its arrival. */
export const storiesFilter: Filter = {
  name: 'stories',
  summary: 'groups texts into stories as they arrive',
  example: `echo '{"id":1,"title":"Ferry returns","text":"It came at noon.","published":"2026-11-24T08:00:00Z"}' | ./trendpulse stories`,
  options: {
    online: { type: 'boolean', help: 'print each assignment at its arrival; later corrections are not printed' },
  },
  start: (options) => {
    const stream = createStoryStream()
    const ids: (string | number)[] = []
    return {
      row(input) {
        const row = rowSchema.parse(input)
        ids.push(row.id)
        const features = stream.features(docOf(row))
        if (options.online) return { id: row.id, story: stream.take(features) }
        stream.put(features)
        return null
      },
      end: () => (options.online ? [] : stream.finish().map((story, doc) => ({ id: ids[doc], story }))),
    }
  },
}

function docOf(row: z.infer<typeof rowSchema>): StoryDoc {
  return {
    title: row.title ?? null,
    text: row.text ?? '',
    language: row.language ?? 'und',
    tags: [],
    publishedMs: momentOf(row.published),
    host: row.host ?? null,
  }
}
