import { readFile, stat } from 'node:fs/promises'
import { type AddReport, addBytes, addUrl } from '../../ingest/add.ts'
import { importFile } from '../../ingest/import-file.ts'
import { AppError, EXIT } from '../../model/errors.ts'
import { impliedPlaces } from '../../tag/implied-places.ts'
import { inLine } from '../../tag/in-line.ts'
import { taggerNote } from '../../text/tagger-note.ts'
import type { Engine } from '../engine.ts'
import { withEngine } from '../engine.ts'
import type { Verb, VerbContext } from '../verb.ts'

/** Largest file that `add` takes whole; larger ones are for `import`, which streams. */
const MAX_FILE_BYTES = 64 * 1024 * 1024

export const addVerb: Verb = {
  name: 'add',
  usage: 'add URL|FILE...',
  summary: 'add a feed, a site (its feed is found), a page, or a file (.html .txt .xml .json .opml .warc[.gz] .jsonl)',
  example: './trendpulse add https://news.example/feed.xml examples/copied-page.txt',
  hasJson: true,
  run: async (context) => {
    if (context.args.length === 0) throw new AppError('invalid', 'add needs an address or a file')
    return withEngine(context.config, async (engine) => {
      let failures = 0
      for (const input of context.args) {
        try {
          const report = await addOne(engine, input)
          if (report.failed.length > 0) failures++
          print(context, report)
        } catch (error) {
          if (!(error instanceof AppError) || error.code === 'internal') throw error
          failures++
          if (context.json) context.say(JSON.stringify({ input, error: { code: error.code, message: error.message } }))
          context.complain(error.message)
        }
      }
      await engine.pulse.catchUp(engine.now())
      return failures > 0 ? EXIT.someFailed : EXIT.done
    })
  },
}

async function addOne(engine: Engine, input: string): Promise<AddReport> {
  const file = await stat(input).catch(() => null)
  if (!file) {
    const looksLikeFile =
      !/^https?:\/\//i.test(input) &&
      (/[\\/]/.test(input) || /\.(html?|txt|xml|rss|atom|json|opml|jsonl|warc|gz)$/i.test(input))
    if (looksLikeFile && !/^[\w-]+(\.[\w-]+)+\//.test(input))
      throw new AppError('invalid', `${input}: there is no such file`)
    return addUrl(engine, input)
  }
  if (file.isDirectory() || /\.(jsonl|ndjson|warc|warc\.gz)$/i.test(input)) return importedReport(engine, input)
  if (file.size > MAX_FILE_BYTES)
    throw new AppError(
      'too_large',
      `${input}: it has ${file.size} bytes; add takes up to ${MAX_FILE_BYTES} (import takes more)`,
    )
  return addBytes(engine, input, await readFile(input))
}

async function importedReport(engine: Engine, input: string): Promise<AddReport> {
  const { stored, known, failed } = await importFile(engine, input)
  return { input, took: 'articles', article: null, stored, known, feeds: [], failed }
}

function print(context: VerbContext, report: AddReport): void {
  if (context.json) {
    const { article, ...rest } = report
    context.say(
      JSON.stringify({
        ...rest,
        article: article && { key: article.key, title: article.title, outcome: article.outcome },
      }),
    )
    return
  }
  context.say(
    `${report.input}: ${article(report)}${report.took}; ${report.stored} new, ${report.known} known, ${report.failed.length} failed`,
  )
  for (const feed of report.feeds.slice(0, 20)) context.say(`  feed     ${feed}`)
  if (report.article) for (const [name, value] of facts(report.article)) context.say(`  ${name.padEnd(9)}${value}`)
  for (const failure of report.failed) context.complain(`${failure.what}: ${failure.reason}`)
}

function article(report: AddReport): string {
  return /^[aeiou]/.test(report.took) ? 'taken for ' : 'taken for a '
}

/** What was found on a page, a line each. */
function facts(found: NonNullable<AddReport['article']>): [string, string][] {
  const { page, tags, section, language } = found.prepared
  const { related, ranking, recommendation } = page.lists
  const lines: [string, string | null][] = [
    ['article', `/article/${found.key}`],
    ['title', found.title],
    ['site', [page.siteName, page.channel && `channel ${page.channel}`].filter((part) => part).join(', ') || null],
    ['by', page.byline.join(', ') || null],
    ['filed', page.section.join(' > ') || null],
    ['section', `${section}, language ${language}`],
    ['dated', page.published && `${page.published} (from ${page.publishedFrom})`],
    ...page.doubts.map((doubt): [string, string] => ['doubt', doubt.detail]),
    ['text', `${page.text === '' ? 0 : page.text.split('\n\n').length} paragraphs, ${found.prepared.wordCount} words`],
    ...page.repairs.map((repair): [string, string] => ['repair', `"${repair.found}" was mended to "${repair.mended}"`]),
    ['credits', page.agencies.join(', ') || null],
    [
      'in',
      inLine(tags)
        .map((tag) => tag.name)
        .join(' · ') || null,
    ],
    ...impliedPlaces(tags).map((line): [string, string] => ['in', line]),
    ['names', taggerNote(language)],
    ['reacted', page.reactions.map((one) => `${one.label} (${one.count})`).join(', ') || null],
    [
      'lists',
      related.length + ranking.length + recommendation.length > 0
        ? `${related.length} related, ${ranking.length} ranking, ${recommendation.length} recommended, kept out of the text`
        : null,
    ],
  ]
  return lines.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []))
}
