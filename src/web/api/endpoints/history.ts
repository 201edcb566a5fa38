import { z } from 'zod'
import { AppError } from '../../../model/errors.ts'
import { readTogetherCount } from '../../../store/read-together.ts'
import { explainStory } from '../../lists/explain.ts'
import { explainBurst } from '../../lists/explain-burst.ts'
import { HISTORY_DAYS, HISTORY_KINDS, historyList } from '../../lists/history.ts'
import { LEARN_DAYS, listWeights } from '../../lists/list-weights.ts'
import { endpoint, Nothing } from '../endpoint.ts'
import { EvidenceAnswer, evidenceAnswer } from '../row-shapes.ts'
import { Key, KeyParam, StoryAnswer } from '../schemas.ts'
import { pageUrl, storyAnswer, time } from '../shapes.ts'

const Time = z.iso.datetime()
const OfKey = z.object({
  kind: z.enum(HISTORY_KINDS),
  slug: z.string().min(1).max(200).describe('Key of a story, slug of a tag or section'),
})
const Days = z
  .enum(HISTORY_DAYS.map(String) as [string, ...string[]]) // there are some
  .default('7')
  .transform(Number)
  .describe('Up to two weeks are told by the hour, more by the day')

const HistoryAnswer = z
  .object({
    kind: z.enum(HISTORY_KINDS),
    slug: z.string(),
    name: z.string(),
    days: z.int(),
    stepHours: z.int().describe('1 or 24'),
    steps: z
      .array(
        z.object({
          start: Time,
          seen: z.number().describe('Independent texts'),
          expected: z.number(),
          low: z.number().describe('Nine of ten such counts lie between this and `high` where nothing happens'),
          high: z.number(),
          rose: z.boolean(),
        }),
      )
      .describe('Oldest first'),
    bursts: z.array(EvidenceAnswer).describe('When it rose, oldest first'),
  })
  .meta({ id: 'History' })

/** What all calls of this file share. */
const open = { method: 'get', needs: 'nobody', status: 200, body: Nothing } as const

export const historyEndpoint = endpoint({
  ...open,
  path: '/history/{kind}/{slug}',
  operationId: 'getHistory',
  summary: 'What a story, tag or section brought, hour by hour or day by day, what is usual, and when it rose',
  params: OfKey,
  query: z.object({ days: Days }),
  answer: HistoryAnswer,
  handle: async (site, { params, query }) => {
    const days = HISTORY_DAYS.find((one) => one === query.days) ?? 7 // the schema knows these alone
    const list = await historyList(site, { ...params, days })
    if (!list) throw new AppError('not_found', `there is no ${params.kind} "${params.slug}"`)
    return {
      kind: list.kind,
      slug: list.slug,
      name: list.name,
      days: list.days,
      stepHours: list.stepHours,
      steps: list.steps.map(({ startMs, ...step }) => ({ start: time(startMs), ...step })),
      bursts: list.bursts.map((burst) => evidenceAnswer(site, burst)),
    }
  },
})

const ExplainAnswer = z
  .object({
    story: StoryAnswer,
    key: z.number().describe('What it is ranked by'),
    keys: z.object({ hour: z.number(), day: z.number(), week: z.number() }),
    owners: z.int().describe('Owners of independent texts'),
    lastHour: z.int().describe('Of these, in the last hour'),
    terms: z.array(
      z.object({
        name: z.string(),
        value: z.number(),
        inputs: z.record(z.string(), z.union([z.number(), z.string()])),
      }),
    ),
    votes: z
      .array(
        z.object({
          article: Key,
          title: z.string(),
          owner: z.string(),
          published: Time,
          copy: z.boolean().describe('A copy counts for nothing'),
          dailyItems: z.int().describe('Texts of this owner in the day before'),
        }),
      )
      .describe('Newest first'),
    bursts: z.array(EvidenceAnswer),
  })
  .meta({ id: 'Explanation' })

export const explainStoryEndpoint = endpoint({
  ...open,
  path: '/explain/stories/{key}',
  operationId: 'explainStory',
  summary: 'Why a story stands where it stands: every part of its rank, and what went in',
  params: KeyParam,
  query: Nothing,
  answer: ExplainAnswer,
  handle: async (site, { params, origin }) => {
    let found = await explainStory(site, params.key)
    if (found && 'movedTo' in found) found = await explainStory(site, found.movedTo)
    if (!found || 'movedTo' in found) throw new AppError('not_found', `no story has the key "${params.key}"`)
    const { story, key, keys, owners, lastHour, terms, votes, bursts } = found
    return {
      story: storyAnswer(origin, story),
      ...{ key, keys: { ...keys }, owners, lastHour },
      terms: terms.map((term) => ({ ...term, inputs: { ...term.inputs } })),
      votes: votes.map((vote) => ({
        article: vote.key,
        title: vote.title,
        owner: vote.owner,
        published: time(vote.publishedMs),
        copy: vote.isCopy,
        dailyItems: vote.dailyItems,
      })),
      bursts: bursts.map((burst) => evidenceAnswer(site, burst)),
    }
  },
})

const BurstExplanationAnswer = z
  .object({
    kind: z.enum(HISTORY_KINDS),
    slug: z.string(),
    name: z.string(),
    burst: EvidenceAnswer,
    window: z.object({ from: Time, to: Time }),
    plainTest: z
      .object({ dispersion: z.number(), surprise: z.number().describe('One over the chance, as a power of ten') })
      .describe('What a plain test of the window’s sum alone would say'),
    hours: z.array(z.object({ start: Time, seen: z.number(), expected: z.number() })),
    articles: z.array(
      z.object({
        key: Key,
        title: z.string(),
        url: z.url(),
        source: z.string(),
        owner: z.string(),
        firstSeen: Time,
        section: z.string(),
        language: z.string(),
      }),
    ),
  })
  .meta({ id: 'BurstExplanation' })

export const explainBurstEndpoint = endpoint({
  ...open,
  path: '/explain/bursts/{kind}/{slug}',
  operationId: 'explainBurst',
  summary: 'What the figures of the last burst of a story, tag or section are made of',
  params: OfKey,
  query: Nothing,
  answer: BurstExplanationAnswer,
  handle: async (site, { params, origin }) => {
    const found = await explainBurst(site, params.kind, params.slug)
    if (!found) throw new AppError('not_found', `no burst is known of ${params.kind} "${params.slug}"`)
    const { kind, slug, name, burst, window, plainTest, hours, articles } = found
    return {
      ...{ kind, slug, name, plainTest },
      burst: evidenceAnswer(site, burst),
      window: { from: time(window.fromMs), to: time(window.toMs) },
      hours: hours.map(({ hourMs, seen, expected }) => ({ start: time(hourMs), seen, expected })),
      articles: articles.map(({ firstSeenMs, ...article }) => ({
        ...article,
        url: pageUrl(origin, 'article', article.key),
        firstSeen: time(firstSeenMs),
      })),
    }
  },
})

const WeightsAnswer = z
  .object({
    counted: z.boolean().describe('False where choices are not counted: every weight is 0'),
    days: z.int().describe('Days of choices that weights are learnt from'),
    items: z.array(
      z.object({
        reason: z.string(),
        shown: z.int(),
        clicked: z.int(),
        expected: z.number().describe('Choices that its places alone would have brought'),
        weight: z.number().describe('Doublings that a list adds'),
      }),
    ),
    pairs: z.int().describe('Pairs of stories that are known to be read together'),
  })
  .meta({ id: 'ListWeights' })

export const explainListsEndpoint = endpoint({
  ...open,
  path: '/explain/lists',
  operationId: 'explainLists',
  summary: 'How much each reason counts in the lists that browsers rank, and what it was learnt from',
  params: Nothing,
  query: Nothing,
  answer: WeightsAnswer,
  handle: async (site) => {
    const [weights, pairs] = await Promise.all([listWeights(site), readTogetherCount(site.store)])
    return { counted: site.countsReading === true, days: LEARN_DAYS, items: weights.map((one) => ({ ...one })), pairs }
  },
})
