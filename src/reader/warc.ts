import { parseFeedDate } from '../text/feed-date.ts'

/** One page of an archive. `dateMs` is when it was captured; `contentType` is the answer's own where it has one. */
export type WarcPage = { url: string; dateMs: number | null; contentType: string | null; body: Uint8Array }

/** Undoes a content encoding (`gzip`, `deflate`, `br`, `zstd`); null, or an exception, where it cannot. Given by the caller, who may use node:zlib. */
export type Decompress = (body: Uint8Array, encoding: string) => Uint8Array | null

/** Longest head of a record or of an HTTP answer in bytes; Heritrix writes a few hundred. */
const MAX_HEAD_BYTES = 65_536
/** Largest record kept in bytes; larger ones (films, dumps) are passed over. */
const MAX_RECORD_BYTES = 64 * 1024 * 1024
const latin1 = new TextDecoder('latin1')

/**
 * Pages of a WARC archive in order: `response` records with their HTTP head taken off (chunks joined, content decoded through `decompress`)
 * and `resource` records as they are. `conversion` records (texts that were made of pages, as in Common Crawl's WET files) are given where no
 * page came before them. Other records, failed answers and records over MAX_RECORD_BYTES are passed over;
 * what lies between records is skipped to the next `WARC/`. Holds one record at a time. Never throws for what the archive holds.
 *
 * `chunks` is the plain archive: a `.warc.gz` must be gunzipped member by member before.
 *
 * **Source:** ISO 28500:2017 (WARC 1.1) §4 and §6; RFC 9112 §6 and §7.1 for the answer inside.
 */
export async function* readWarc(
  chunks: AsyncIterable<Uint8Array>,
  decompress: Decompress = () => null,
): AsyncGenerator<WarcPage> {
  const input = new ByteQueue(chunks)
  let hasPages = false
  while (await input.skipTo('WARC/')) {
    const head = await input.takeHead(MAX_HEAD_BYTES)
    if (!head) {
      input.drop(1)
      continue
    }
    const fields = headFields(head)
    const length = Number(fields.get('content-length') ?? Number.NaN)
    if (!Number.isSafeInteger(length) || length < 0) continue
    const kind = fields.get('warc-type')
    const isPage = kind === 'response' || kind === 'resource'
    if ((!isPage && (kind !== 'conversion' || hasPages)) || length > MAX_RECORD_BYTES) {
      await input.skip(length)
      continue
    }
    const page = pageOf(fields, await input.take(length), kind, decompress)
    hasPages ||= isPage && page !== null
    if (page) yield page
  }
}

function pageOf(
  fields: ReadonlyMap<string, string>,
  block: Uint8Array,
  kind: 'response' | 'resource' | 'conversion',
  decompress: Decompress,
): WarcPage | null {
  const url = (fields.get('warc-target-uri') ?? '').replace(/^<|>$/gu, '')
  if (!/^https?:/iu.test(url)) return null
  const dateMs = parseFeedDate(fields.get('warc-date') ?? '')?.atMs ?? null
  const recordType = fields.get('content-type') ?? null
  if (kind !== 'response' || !/^application\/http/iu.test(recordType ?? 'application/http'))
    return { url, dateMs, contentType: recordType, body: block }
  const answer = httpAnswer(block, decompress)
  return answer && { url, dateMs, ...answer }
}

/** The body of an HTTP answer with a status of 2xx; null for others, and for one that cannot be decoded. */
function httpAnswer(
  block: Uint8Array,
  decompress: Decompress,
): { contentType: string | null; body: Uint8Array } | null {
  const end = headEnd(block)
  if (end === -1) return null
  const head = latin1.decode(block.subarray(0, end))
  if (!/^HTTP\/[\d.]+ 2\d\d/u.test(head)) return null
  const fields = headFields(head)
  let body = block.subarray(end)
  if (/chunked/iu.test(fields.get('transfer-encoding') ?? '')) body = joinChunks(body)
  const encodings = (fields.get('content-encoding') ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  for (const encoding of encodings.reverse().slice(0, 2)) {
    // Some crawlers store the decoded body and keep the header: bytes that are not compressed stay as they are.
    const decoded = attempt(decompress, body, encoding)
    if (!decoded && looksCompressed(body)) return null
    body = decoded ?? body
  }
  return { contentType: fields.get('content-type') ?? null, body }
}

/** Foreign bytes make any decompressor fail; here that is an answer like another. */
function attempt(decompress: Decompress, body: Uint8Array, encoding: string): Uint8Array | null {
  try {
    return decompress(body, encoding)
  } catch {
    return null
  }
}

function looksCompressed(body: Uint8Array): boolean {
  return (body[0] === 0x1f && body[1] === 0x8b) || body.subarray(0, 64).some((byte) => byte < 9)
}

/** Names in lower case with the first value of each; folded lines are joined. */
function headFields(head: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const colon = line.indexOf(':')
    if (colon <= 0) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  return fields
}

/** Index behind the empty line that ends a head; -1 where there is none within MAX_HEAD_BYTES. */
function headEnd(bytes: Uint8Array): number {
  const last = Math.min(bytes.length, MAX_HEAD_BYTES)
  for (let at = bytes.indexOf(10); at !== -1 && at < last; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3
  }
  return -1
}

/** Joins the chunks of a chunked body; a body whose sizes make no sense was stored joined, and stays. */
function joinChunks(body: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let at = 0
  while (at < body.length) {
    const lineEnd = body.indexOf(10, at)
    const size = /^\s*([0-9a-f]{1,8})\s*(?:;|$)/iu.exec(
      latin1.decode(body.subarray(at, lineEnd === -1 ? at : Math.min(lineEnd, at + 200))).trim(),
    )?.[1]
    if (size === undefined) return parts.length === 0 ? body : concat(parts)
    const length = Number.parseInt(size, 16)
    if (length === 0) break
    parts.push(body.subarray(lineEnd + 1, lineEnd + 1 + length))
    at = lineEnd + 1 + length
    while (body[at] === 13 || body[at] === 10) at++
  }
  return concat(parts)
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Bytes that come in chunks, taken in lengths. */
class ByteQueue {
  private held: Uint8Array = new Uint8Array(0)
  private readonly source: AsyncIterator<Uint8Array>

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.source = chunks[Symbol.asyncIterator]()
  }

  drop(bytes: number): void {
    this.held = this.held.subarray(bytes)
  }

  /** Drops everything before the next mark; false where there is none. */
  async skipTo(mark: string): Promise<boolean> {
    for (;;) {
      const at = latin1.decode(this.held).indexOf(mark)
      this.drop(at === -1 ? Math.max(0, this.held.length - mark.length + 1) : at)
      if (at !== -1) return true
      if (!(await this.more())) return false
    }
  }

  /** Everything up to the first empty line; null where it does not come within `limit` bytes. */
  async takeHead(limit: number): Promise<string | null> {
    for (;;) {
      const end = headEnd(this.held)
      if (end !== -1) {
        const head = latin1.decode(this.held.subarray(0, end))
        this.drop(end)
        return head
      }
      if (this.held.length >= limit || !(await this.more())) return null
    }
  }

  /** The next `length` bytes, or what is left where the archive was cut. */
  async take(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = []
    let missing = length
    while (missing > 0) {
      const part = this.held.subarray(0, missing)
      parts.push(part)
      missing -= part.length
      this.drop(part.length)
      if (missing > 0 && !(await this.more())) break
    }
    return concat(parts)
  }

  async skip(length: number): Promise<void> {
    let left = length
    while (left > 0) {
      const dropped = Math.min(left, this.held.length)
      this.drop(dropped)
      left -= dropped
      if (left > 0 && !(await this.more())) return
    }
  }

  private async more(): Promise<boolean> {
    const next = await this.source.next()
    if (next.done) return false
    this.held = this.held.length === 0 ? next.value : concat([this.held, next.value])
    return true
  }
}
