import { z } from 'zod'
import { AppError } from '../../../model/errors.ts'
import { storyList } from '../../lists/story.ts'
import { AtParam, siteAt } from '../../past.ts'
import { endpoint, Nothing } from '../endpoint.ts'
import { keysFor } from '../keys.ts'
import { EvidenceAnswer, evidenceAnswer, SeriesAnswer, seriesAnswer } from '../row-shapes.ts'
import { ArticleAnswer, KeyParam, StoryAnswer, TagAnswer, TellingAnswer } from '../schemas.ts'
import { articleAnswer, storyAnswer, tagAnswer } from '../shapes.ts'
import { tellingAnswer } from '../telling-shape.ts'

const StoryPageAnswer = z
  .object({
    story: StoryAnswer,
    telling: TellingAnswer,
    families: z
      .array(z.object({ original: ArticleAnswer, copies: z.array(ArticleAnswer) }))
      .describe('Texts that stand for themselves, each with what repeats it, earliest first'),
    shown: z.int().describe('Articles in `families`; a very long story has more, see /stories/KEY'),
    tags: z.array(TagAnswer).describe('What it is about, commonest first'),
    hours: SeriesAnswer.nullable().describe('Its last three days'),
    burst: EvidenceAnswer.nullable(),
    outside: z.array(z.string()).describe('Keys of articles that are of no source of this edition'),
  })
  .meta({ id: 'StoryPage' })

export const storyPageEndpoint = endpoint({
  method: 'get',
  path: '/stories/{key}/page',
  operationId: 'getStoryPage',
  summary:
    'One story as its page shows it: what its texts say together, its timeline, who told it and who copied, its tags and hours',
  needs: 'nobody',
  status: 200,
  params: KeyParam,
  query: z.object({ at: AtParam }),
  body: Nothing,
  answer: StoryPageAnswer,
  handle: async (present, { params, query, origin }) => {
    const site = await siteAt(present, query.at)
    let list = await storyList(site, params.key)
    if (list && 'movedTo' in list) list = await storyList(site, list.movedTo)
    if (!list || 'movedTo' in list) throw new AppError('not_found', `no story has the key "${params.key}"`)
    const { families, outside, burst } = list
    const all = families.flatMap(({ original, copies }) => [original, ...copies])
    const keys = await keysFor(site.store, all)
    const answer = (article: (typeof all)[number]) => articleAnswer(origin, article, keys)
    return {
      story: storyAnswer(origin, list.story),
      telling: tellingAnswer(origin, list.telling),
      families: families.map(({ original, copies }) => ({ original: answer(original), copies: copies.map(answer) })),
      shown: list.shownArticles,
      tags: list.tags.map((tag) => tagAnswer(origin, tag)),
      hours: seriesAnswer(list.series),
      burst: burst && evidenceAnswer(site, burst),
      outside: all.filter(({ id }) => outside.has(id)).map(({ key }) => key),
    }
  },
})
