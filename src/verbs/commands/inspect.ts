import { readFile, stat } from 'node:fs/promises'
import { findOrigin, type Origin } from '../../ingest/find-origin.ts'
import type { PreparedArticle } from '../../ingest/prepare.ts'
import { readPage, unhopedFor } from '../../ingest/read-entry.ts'
import { DOUBTFUL_CONFIDENCE } from '../../model/article.ts'
import { AppError, EXIT } from '../../model/errors.ts'
import { impliedPlaces } from '../../tag/implied-places.ts'
import { inLine } from '../../tag/in-line.ts'
import { taggerReach } from '../../text/tagger-languages.ts'
import { taggerNote } from '../../text/tagger-note.ts'
import { type Engine, withEngine } from '../engine.ts'
import type { Verb } from '../verb.ts'

export const inspectVerb: Verb = {
  name: 'inspect',
  usage: 'inspect URL|FILE',
  summary:
    'the provenance report of one page: what it is, what was put into it, which dates it claims, where its text comes from; stores nothing',
  example: './trendpulse inspect examples/copied-page.html',
  hasJson: true,
  run: (context) => {
    const [input, ...more] = context.args
    if (!input || more.length > 0) throw new AppError('invalid', 'inspect needs one address or file')
    return withEngine(context.config, async (engine) => {
      const { prepared, url } = await readOne(engine, input)
      const origin = await findOrigin(engine.store, prepared, url, engine.now())
      if (context.json)
        context.say(
          JSON.stringify({
            input,
            ...prepared.page,
            language: prepared.language,
            section: prepared.section,
            names: prepared.tags.map(({ name, kind, count, salience, impliedBy = null }) => ({
              name,
              kind,
              count,
              salience,
              impliedBy,
            })),
            namesBy: taggerReach(prepared.language),
            origin,
          }),
        )
      else for (const line of report(input, prepared, origin)) context.say(line)
      return EXIT.done
    })
  },
}

async function readOne(engine: Engine, input: string): Promise<{ prepared: PreparedArticle; url: string | null }> {
  const file = await stat(input).catch(() => null)
  if (!file) {
    if (!/^https?:\/\//i.test(input))
      throw new AppError('invalid', `${input}: there is no such file, and it is no http address`)
    const page = await readPage(engine, input)
    if (!page.ok) throw new AppError('upstream', `${input}: ${page.reason}`)
    return { prepared: page.prepared, url: page.url }
  }
  const bytes = await readFile(input)
  const answer = await engine.pool.run({ kind: 'page', bytes, url: null, contentType: null, nowMs: engine.now() })
  if (answer.kind !== 'article' || !answer.result.ok)
    throw new AppError('invalid', `${input}: ${unhopedFor(answer, 'no article')}`)
  return { prepared: answer.result.value, url: answer.result.value.page.url }
}

function report(input: string, prepared: PreparedArticle, origin: Origin): string[] {
  const { page } = prepared
  const { related, ranking, recommendation } = page.lists
  const note = taggerNote(prepared.language)
  return [
    `${input}: ${page.kind}, ${Math.round(page.confidence * 100)} % sure of its text`,
    ...(page.confidence < DOUBTFUL_CONFIDENCE
      ? ['  doubtful: the text may lack passages, or hold other parts of the page']
      : []),
    '',
    `Title      ${prepared.title}`,
    `Site       ${page.siteName ?? 'not said'}${page.channel ? ` (channel ${page.channel})` : ''}`,
    `By         ${page.byline.join(', ') || 'not said'}`,
    `Filed      ${page.section.join(' > ') || 'not said'} (its claim); by us: ${prepared.section}`,
    `In         ${
      inLine(prepared.tags)
        .map((tag) => tag.name)
        .join(' · ') || 'nobody and nowhere for sure'
    }`,
    ...impliedPlaces(prepared.tags).map((line) => `           ${line}`),
    ...(note === null ? [] : [`           ${note}`]),
    '',
    'Dates that it claims',
    ...dateLines(page),
    '',
    'Put into its sentences',
    ...(page.repairs.length === 0
      ? ['  nothing found']
      : page.repairs.map((repair) => `  “${repair.found}” in the ${repair.field}, mended to “${repair.mended}”`)),
    '',
    'Not its text',
    `  ${related.length} related, ${ranking.length} ranking, ${recommendation.length} recommended links; ${page.reactions.map((one) => `${one.label} (${one.count})`).join(', ') || 'no reactions'}`,
    '',
    'Where the text comes from',
    ...(page.agencies.length > 0 ? [`  it credits ${page.agencies.join(', ')}`] : []),
    ...originLines(origin),
  ]
}

/** Each claim on a line of its own, the one that is shown with what contradicts it. */
function dateLines({ dates, doubts, published }: PreparedArticle['page']): string[] {
  const doubtful = doubts.length === 0 ? '' : `; doubtful: ${doubts.map(({ detail }) => detail).join(' ')}`
  if (dates.length === 0) return [`  none${doubtful}`]
  const shown = dates.findIndex((claim) => claim.role === 'published' && claim.iso === published)
  return dates.map(
    (claim, at) =>
      `  ${claim.role} ${claim.iso} (“${claim.found}”, from ${claim.from})${at === Math.max(0, shown) ? doubtful : ''}`,
  )
}

function originLines(origin: Origin): string[] {
  if (origin.original === null) return ['  no earlier copy is in this store, so nothing is claimed about an original']
  const { title, source, published, url } = origin.original
  return [
    `  ${Math.round(origin.containment * 100)} % of it stands in “${title}” (${source}, ${published})${url ? `, ${url}` : ''}: ${origin.kind}`,
    ...(origin.redatedDays !== null && origin.redatedDays > 0 ? [`  re-dated by ${origin.redatedDays} days`] : []),
    ...origin.injected.map((word) => `  put in, against the earlier copy: “${word}”`),
    '',
    'Sentence by sentence against it',
    `  ${SENTENCE_KINDS.map(([kind, words]) => `${origin.sentences[kind]} ${words}`).join(', ')}`,
    ...origin.altered.slice(0, MAX_SHOWN).map((sentence) => `  ${sentence.kind}: ${marked(sentence)}`),
    ...(origin.altered.length > MAX_SHOWN ? [`  and ${origin.altered.length - MAX_SHOWN} more`] : []),
    ...chainLines(origin),
  ]
}

function chainLines({ chain }: Origin): string[] {
  if (chain.length < 2) return []
  const pages = chain.map(({ source, published, redatedDays }) => {
    const redated = redatedDays !== null && redatedDays > 0 ? `, re-dated by ${redatedDays} days` : ''
    return `  ${published}  ${source}${redated}`
  })
  return ['', 'Pages with this text that are known, earliest first', ...pages]
}

const SENTENCE_KINDS = [
  ['kept', 'kept'],
  ['changed', 'changed'],
  ['injected', 'with something put in'],
  ['dropped', 'dropped'],
] as const
/** Altered sentences that the report for people prints; `--json` gives them all. */
const MAX_SHOWN = 40

/** A sentence with what is not the copy's own: [-left out-] and {+put in+}, as word differences are marked elsewhere. */
function marked({ runs }: Origin['altered'][number]): string {
  return runs
    .map(({ kind, before, after }) => {
      if (kind === 'kept') return after
      const gone = before.trim() === '' ? '' : `[-${before.trimEnd()}-]${/\s$/.test(before) ? ' ' : ''}`
      return `${gone}${after.trim() === '' ? '' : `{+${after.trimEnd()}+}${/\s$/.test(after) ? ' ' : ''}`}`
    })
    .join('')
    .trim()
}
