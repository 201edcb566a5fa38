import { z } from 'zod'
import type { AlignedSentence } from '../../../model/copy.ts'
import { AppError } from '../../../model/errors.ts'
import { articleByKey, articleByUrl } from '../../../store/articles.ts'
import { siteOfArticle } from '../../editions/whole-story.ts'
import { type Provenance, provenanceOf } from '../../lists/provenance.ts'
import type { Site } from '../../site.ts'
import { endpoint, Nothing } from '../endpoint.ts'
import { keysFor } from '../keys.ts'
import { ArticleAnswer, Key } from '../schemas.ts'
import { articleAnswer, pageUrl } from '../shapes.ts'

/** Sentences of an answer that differ from the earlier text; the page of the comparison has all. */
const MAX_CHANGES = 60

const SENTENCE_KINDS = ['kept', 'changed', 'injected', 'dropped'] as const

export const ProvenanceAnswer = z
  .object({
    article: ArticleAnswer,
    verdict: z
      .enum(['copy', 'part', 'original', 'alone'])
      .describe(
        'copy: most of it stood in an earlier text; part: some of it did; original: the earliest of several; alone: nothing earlier is known here, which proves nothing',
      ),
    original: ArticleAnswer.nullable().describe(
      'The earlier text; null where there is none, or where it is hidden or gone',
    ),
    share: z.number().min(0).max(1).describe('Part of this text that the original holds; 0 for what is no copy'),
    redatedDays: z.int().nullable().describe('Days by which it claims to be younger than its original'),
    injected: z.array(z.string()).describe('What was put into its words by others, as found'),
    credit: z.string().nullable().describe('News agency that the text credits; no proof that it wrote it'),
    doubts: z
      .array(z.object({ reason: z.string(), detail: z.string() }))
      .describe('What contradicts the date it claims'),
    family: z.array(ArticleAnswer).describe('The original and its copies, earliest first'),
    sentences: z
      .object(Object.fromEntries(SENTENCE_KINDS.map((kind) => [kind, z.int().min(0)])) as Record<Kind, z.ZodInt>)
      .nullable()
      .describe('How many sentences were kept, changed, put in and left out; null where nothing can be compared'),
    changes: z
      .array(z.object({ kind: z.enum(SENTENCE_KINDS), before: z.string(), after: z.string() }))
      .describe(`Sentences that differ, in reading order; the first ${MAX_CHANGES}`),
    compareUrl: z.url().nullable().describe('Both texts side by side'),
  })
  .meta({ id: 'Provenance' })

type Kind = (typeof SENTENCE_KINDS)[number]

export const provenanceEndpoint = endpoint({
  method: 'get',
  path: '/provenance',
  operationId: 'getProvenance',
  summary: 'Where a text really comes from, by its key here or by the address of its page',
  needs: 'nobody',
  status: 200,
  params: Nothing,
  query: z.object({
    article: Key.optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .optional(),
  }),
  body: Nothing,
  answer: ProvenanceAnswer,
  handle: async (edition, { query, origin }) => {
    const site = query.article === undefined ? edition : await siteOfArticle(edition, query.article)
    return answerOf(site, origin, await provenanceOf(site, await articleAsked(site, query)))
  },
})

async function articleAsked(site: Site, { article, url }: { article?: string | undefined; url?: string | undefined }) {
  if ((article === undefined) === (url === undefined))
    throw new AppError('invalid', 'say article=KEY or url=ADDRESS, one of them')
  const key = article ?? (await articleByUrl(site.store, url ?? ''))?.key
  const found = key === undefined ? null : await articleByKey(site.store, key)
  if (!found || found.hidden) throw new AppError('not_found', `this site knows no article "${article ?? url}"`)
  return found
}

async function answerOf(site: Site, origin: string, known: Provenance): Promise<z.input<typeof ProvenanceAnswer>> {
  const { article, original, family, sentences } = known
  const keys = await keysFor(site.store, [article, ...family, ...(original ? [original] : [])])
  const tally = (kind: Kind) => sentences.filter((sentence) => sentence.kind === kind).length
  return {
    article: articleAnswer(origin, article, keys),
    verdict: known.verdict,
    original: original && articleAnswer(origin, original, keys),
    share: article.copyOf === null ? 0 : article.containment,
    redatedDays: article.redatedDays,
    injected: article.page.repairs.map((repair) => repair.found),
    credit: article.credit,
    doubts: [...article.page.doubts],
    family: family.map((member) => articleAnswer(origin, member, keys)),
    sentences:
      sentences.length === 0
        ? null
        : { kept: tally('kept'), changed: tally('changed'), injected: tally('injected'), dropped: tally('dropped') },
    changes: sentences
      .filter((sentence) => sentence.kind !== 'kept')
      .slice(0, MAX_CHANGES)
      .map((sentence) => ({ kind: sentence.kind, before: side(sentence, 'before'), after: side(sentence, 'after') })),
    compareUrl: sentences.length === 0 ? null : `${pageUrl(origin, 'article', article.key)}/compare`,
  }
}

function side({ runs }: AlignedSentence, which: 'before' | 'after'): string {
  return runs.map((run) => run[which]).join('')
}
