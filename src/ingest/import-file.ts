import { createReadStream } from 'node:fs'
import { opendir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, createGunzip, gunzipSync, inflateSync } from 'node:zlib'
import type { Entry } from '../model/entry.ts'
import { AppError } from '../model/errors.ts'
import type { EpochMs } from '../model/time.ts'
import { type JsonlArticle, readJsonlArticle } from '../reader/jsonl-articles.ts'
import { readWarc } from '../reader/warc.ts'
import { addBytes } from './add.ts'
import { repeatedOn } from './host-memory.ts'
import { hostOf } from './identity.ts'
import { type Arrival, BATCH, type Stored } from './line.ts'
import { type MoveReport, moveIn } from './move-in.ts'
import type { Polling } from './poll.ts'
import type { PrepareAnswer, PrepareTask } from './prepare.ts'
import { failureSentence } from './read-entry.ts'
import { type Failure, tellFailure } from './told-failures.ts'

/** What came in from one file or folder. Every item is stored, known or failed with its reason. */
export type ImportReport = {
  stored: number
  known: number
  failed: Failure[]
  /** Of another reader's export; absent for everything else. */
  moved?: Pick<MoveReport, 'feeds' | 'marked' | 'waiting' | 'labelled'>
}

/** Longest line of a JSON Lines file, and largest page of an archive or folder. */
const MAX_ITEM_BYTES = 50 * 1024 * 1024
const MAX_DECODED_BYTES = 64 * 1024 * 1024

/** One article of a file, not read yet: the task for a worker, and what is known beside it. */
type Item = { what: string; task: PrepareTask | { failed: string }; url: string | null; firstSeenMs: EpochMs | null }

/**
 * Brings in a whole file or folder, in constant memory. What is known already is skipped, so that an import that was stopped
 * goes on where it was by starting it again. `account`: whose reading and stars another reader's export tells of.
 * @throws AppError invalid for a path that cannot be read
 */
export async function importFile(
  polling: Polling,
  path: string,
  onProgress: (done: number) => void = () => {},
  account: string | null = null,
): Promise<ImportReport> {
  const found = await stat(path).catch((cause: Error) => {
    throw new AppError('invalid', `${path}: ${cause.message}`, { cause })
  })
  if (found.isDirectory()) return importFolder(polling, path, onProgress, account)
  if (/\.(jsonl|ndjson)$/i.test(path)) return importItems(polling, jsonlItems(path), onProgress)
  if (/\.warc(\.gz)?$/i.test(path)) return importItems(polling, warcItems(path), onProgress)
  if (found.size > MAX_ITEM_BYTES)
    throw new AppError(
      'too_large',
      `${path}: it has ${found.size} bytes, and only .jsonl and .warc may be larger than ${MAX_ITEM_BYTES}`,
    )
  const bytes = await readFile(path)
  const moved = /\.(zip|json)$/i.test(path) ? await moveIn(polling, { name: path, bytes }, account, onProgress) : null
  if (moved) return movedReport(moved)
  const report = await addBytes(polling, path, bytes)
  onProgress(report.stored + report.known)
  return { stored: report.stored + report.feeds.length, known: report.known, failed: [...report.failed] }
}

function movedReport({ stored, known, failed, ...moved }: MoveReport): ImportReport {
  const refused = moved.feeds.refused.map(({ url, reason }) => ({ what: url, reason }))
  return {
    stored: stored + moved.feeds.added,
    known: known + moved.feeds.known,
    failed: [...failed, ...refused],
    moved,
  }
}

async function importFolder(
  polling: Polling,
  path: string,
  onProgress: (done: number) => void,
  account: string | null,
): Promise<ImportReport> {
  const total: ImportReport = { stored: 0, known: 0, failed: [] }
  for await (const file of await opendir(path, { recursive: true })) {
    if (!file.isFile()) continue
    const inside = join(file.parentPath, file.name)
    try {
      const report = await importFile(polling, inside, () => {}, account)
      total.stored += report.stored
      total.known += report.known
      for (const failure of report.failed) tellFailure(total.failed, failure.what, failure.reason)
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'internal') throw error
      tellFailure(total.failed, inside, error.message)
    }
    onProgress(total.stored + total.known + total.failed.length)
  }
  return total
}

async function importItems(
  polling: Polling,
  items: AsyncIterable<Item>,
  onProgress: (done: number) => void,
): Promise<ImportReport> {
  const report: ImportReport = { stored: 0, known: 0, failed: [] }
  let batch: Item[] = []
  const flush = async () => {
    for (const one of await storeItems(polling, batch, report))
      one.outcome === 'known' ? report.known++ : report.stored++
    batch = []
    onProgress(report.stored + report.known + report.failed.length)
  }
  for await (const item of items) {
    batch.push(item)
    if (batch.length === BATCH) await flush()
  }
  if (batch.length > 0) await flush()
  return report
}

async function storeItems(polling: Polling, items: readonly Item[], report: ImportReport): Promise<Stored[]> {
  const repeated = await repeatedOnHosts(polling, items)
  const answers = await Promise.all(
    items.map(async ({ task }) => ('failed' in task ? task : await polling.pool.run(withMemory(task, repeated)))),
  )
  const arrivals = answers.flatMap((answer, index): Arrival[] => {
    const item = items[index]!
    const reason = reasonOf(answer)
    if (reason !== null) tellFailure(report.failed, item.what, reason)
    if (reason !== null || 'failed' in answer || answer.kind !== 'article' || !answer.result.ok) return []
    // An archive's clock may have been ahead: nothing is seen at a moment that is yet to come.
    const firstSeenMs = Math.min(item.firstSeenMs ?? Number.POSITIVE_INFINITY, polling.now())
    const source = { feedId: null, feedUrl: null, guid: null, sourceTitle: null, demo: false }
    return [{ ...source, prepared: answer.result.value, url: item.url ?? answer.result.value.page.url, firstSeenMs }]
  })
  return arrivals.length > 0 ? polling.line.store(arrivals) : []
}

/** What the hosts of some pages repeat, by host; one query a host. */
async function repeatedOnHosts(polling: Polling, items: readonly Item[]): Promise<Map<string, Uint32Array>> {
  const hosts = new Map<string, Uint32Array>()
  for (const { task, url } of items) {
    const host = 'kind' in task && task.kind === 'page' ? hostOf(url) : null
    if (host !== null && !hosts.has(host)) hosts.set(host, await repeatedOn(polling.store, url))
  }
  return hosts
}

function withMemory(task: PrepareTask, hosts: ReadonlyMap<string, Uint32Array>): PrepareTask {
  const repeated = task.kind === 'page' ? hosts.get(hostOf(task.url) ?? '') : undefined
  return task.kind === 'page' && repeated ? { ...task, repeated } : task
}

/** Why an item is no article, null where it is one. An archive holds front pages and lists of a site too: they are none. */
function reasonOf(answer: PrepareAnswer | { failed: string }): string | null {
  if ('failed' in answer) return answer.failed
  if (answer.kind !== 'article') return 'no article'
  if (!answer.result.ok) return failureSentence(answer.result.reason, answer.result.detail)
  return answer.result.value.page.kind === 'listing' ? 'it is a list of other pages, and no article' : null
}

async function* jsonlItems(path: string): AsyncGenerator<Item> {
  let number = 0
  for await (const line of fileLines(path)) {
    number++
    const what = `${path}:${number}`
    if (line === null) {
      yield { what, task: { failed: `the line is longer than ${MAX_ITEM_BYTES} bytes` }, url: null, firstSeenMs: null }
      continue
    }
    if (line.trim() === '') continue
    const read = readJsonlArticle(line)
    if (read.ok) yield { what, ...articleTask(read.value) }
    else
      yield {
        what,
        task: { failed: read.reason === 'not-json' ? 'the line is not a JSON object' : 'the line holds no text' },
        url: null,
        firstSeenMs: null,
      }
  }
}

/** Lines of a file at LF alone; null for one that is longer than MAX_ITEM_BYTES. */
async function* fileLines(path: string): AsyncGenerator<string | null> {
  let parts: Buffer[] = []
  let heldBytes = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let start = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      const tail = chunk.subarray(start, end)
      yield heldBytes + tail.length > MAX_ITEM_BYTES ? null : Buffer.concat([...parts, tail]).toString()
      parts = []
      heldBytes = 0
      start = end + 1
    }
    heldBytes += chunk.length - start
    if (heldBytes > MAX_ITEM_BYTES) parts = []
    else parts.push(chunk.subarray(start))
  }
  if (heldBytes > 0) yield heldBytes > MAX_ITEM_BYTES ? null : Buffer.concat(parts).toString()
}

/** A line with a title is an article; one with HTML alone or raw text alone is a page still to be read. */
function articleTask(article: JsonlArticle): Omit<Item, 'what'> {
  const nowMs = Date.now()
  const known = { url: article.url, firstSeenMs: null }
  if (article.html !== null || article.title === null) {
    const bytes = new TextEncoder().encode(article.html ?? article.text ?? '')
    const contentType = article.html === null ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8'
    return { ...known, task: { kind: 'page', bytes, url: article.url, contentType, nowMs } }
  }
  const entry: Entry = {
    id: article.id,
    url: article.url,
    title: null,
    titleText: article.title,
    summary: null,
    content: paragraphsAsHtml(article.text ?? ''),
    authors: article.authors.map((name) => ({ name, email: null, uri: null })),
    published: article.published,
    updated: null,
    categories: article.tags.map((term) => ({ term, scheme: null, label: null })),
    enclosures: [],
    comments: null,
    language: article.language,
  }
  return {
    ...known,
    task: { kind: 'entry', entry, feedTitle: article.site, feedUrl: null, language: article.language, nowMs },
  }
}

/** Plain text, its paragraphs parted by an empty line, as an entry's content. */
export function paragraphsAsHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return escaped
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')
}

async function* warcItems(path: string): AsyncGenerator<Item> {
  const file = createReadStream(path)
  const chunks = /\.gz$/i.test(path) ? file.pipe(createGunzip()) : file
  for await (const page of readWarc(chunks, decompress)) {
    if (!/html|text\/plain/i.test(page.contentType ?? 'text/html')) continue
    const task: PrepareTask = {
      kind: 'page',
      bytes: page.body,
      url: page.url,
      contentType: page.contentType,
      nowMs: page.dateMs ?? Date.now(),
    }
    yield { what: page.url, task, url: page.url, firstSeenMs: page.dateMs }
  }
}

const DECODERS: Readonly<Record<string, (body: Uint8Array, options: { maxOutputLength: number }) => Uint8Array>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
}

function decompress(body: Uint8Array, encoding: string): Uint8Array | null {
  try {
    return DECODERS[encoding.toLowerCase()]?.(body, { maxOutputLength: MAX_DECODED_BYTES }) ?? null
  } catch {
    return null // a body that is not what it says: the page is passed over with its reason
  }
}
