import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { AppError, EXIT } from '../../model/errors.ts'
import { writeOpml } from '../../reader/opml.ts'
import { accountByName, KEY_ACCOUNT } from '../../store/accounts.ts'
import { listFeeds } from '../../store/feeds.ts'
import type { Store } from '../../store/store.ts'
import { exportedArticles, exportLines } from '../../web/export/exported-articles.ts'
import { exportedMarks } from '../../web/export/exported-marks.ts'
import { warcInfo, warcRecord } from '../../web/export/warc.ts'
import { withStore } from '../engine.ts'
import { writeLine, writePart } from '../ndjson.ts'
import type { Verb } from '../verb.ts'

const gzipped = promisify(gzip)

const FORMATS = ['jsonl', 'opml', 'warc', 'marks'] as const

export const exportVerb: Verb = {
  name: 'export',
  usage: 'export [--format jsonl|opml|warc|marks] [--query TEXT] [--account NAME]',
  summary:
    'print articles as JSON lines or WARC (all, or what a search finds), the sources as OPML, or what an account read and starred',
  example: './trendpulse export --query "tag:port-selva after:2026-01-01" > articles.jsonl',
  hasJson: false,
  options: {
    format: { type: 'string', help: 'jsonl (default), opml, warc, or marks (JSON that other readers import)' },
    query: { type: 'string', help: 'only what this search finds, newest first; its operators are in the guide' },
    account: { type: 'string', help: 'whose marks' },
    gzip: { type: 'boolean', help: 'warc: each record compressed, as .warc.gz' },
  },
  run: (context) => {
    const format = (context.values.format ?? 'jsonl') as (typeof FORMATS)[number] // checked on the next line
    if (!FORMATS.includes(format))
      throw new AppError('invalid', `--format is "${format}": it must be one of ${FORMATS.join(', ')}`)
    const query = (context.values.query ?? null) as string | null // an option with a value
    const account = context.values.account as string | undefined // an option with a value
    if (query !== null && format !== 'jsonl' && format !== 'warc')
      throw new AppError('invalid', `--query goes with jsonl and warc, and --format is "${format}"`)
    if ((account === undefined) === (format === 'marks'))
      throw new AppError('invalid', 'marks need --account NAME, and nothing else takes it')
    return withStore(context.config, async (store) => {
      if (format === 'opml') await writePart(process.stdout, await sourcesAsOpml(store, context.config.name))
      else if (format === 'jsonl') await writeJsonl(store, query)
      else if (format === 'warc') await writeWarc(store, query, context.values.gzip === true)
      else await writeMarks(store, account ?? '') // there is one by the check above
      return EXIT.done
    })
  },
}

async function writeJsonl(store: Store, query: string | null): Promise<void> {
  for await (const articles of exportedArticles(store, query))
    for (const line of await exportLines(store, articles)) await writeLine(process.stdout, line)
}

/** With `gzip` each record is a member of its own, so that an archive can be read from any record on. **Source:** ISO 28500:2017, annex A */
async function writeWarc(store: Store, query: string | null, packed: boolean): Promise<void> {
  const write = async (record: Buffer) => writePart(process.stdout, packed ? await gzipped(record) : record)
  const batches = exportedArticles(store, query)
  let batch = await batches.next() // a query that cannot be asked is told before anything is printed
  await write(warcInfo(Date.now()))
  for (; !batch.done; batch = await batches.next()) for (const article of batch.value) await write(warcRecord(article))
}

async function writeMarks(store: Store, account: string): Promise<void> {
  if (account !== KEY_ACCOUNT && !(await accountByName(store, account)))
    throw new AppError('not_found', `there is no account named ${account}`)
  for await (const part of exportedMarks(store, account)) await writePart(process.stdout, part)
}

async function sourcesAsOpml(store: Store, title: string): Promise<string> {
  const feeds = (await listFeeds(store)).filter((feed) => /^https?:/.test(feed.url) && feed.kind !== 'demo')
  return writeOpml(
    title,
    feeds.map((feed) => ({
      url: feed.url,
      title: feed.title,
      siteUrl: feed.siteUrl,
      folder: feed.folder?.split(' / ') ?? [],
    })),
  )
}
