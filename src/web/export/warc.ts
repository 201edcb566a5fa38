import { createHash, randomUUID } from 'node:crypto'
import packageJson from '../../../package.json' with { type: 'json' }
import type { ArticleDetail } from '../../model/card.ts'
import type { EpochMs } from '../../model/time.ts'

/** What stands in an archive, for whoever opens it: texts as they were read, since the pages themselves are not kept. */
const ABOUT = {
  software: `TrendPulse/${packageJson.version}`,
  format: 'WARC File Format 1.1',
  conformsTo: 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
  description: 'Plain texts extracted from news pages and feeds; WARC-Date is when each was first seen',
}

/** The record that begins an archive. **Source:** ISO 28500:2017 (WARC 1.1), §6.2 */
export function warcInfo(nowMs: EpochMs): Buffer {
  const fields = Object.entries(ABOUT).map(([name, value]) => `${name}: ${value}\r\n`)
  return record('warcinfo', nowMs, { 'Content-Type': 'application/warc-fields' }, fields.join(''))
}

/**
 * One article as a conversion record: what was made of its page, under the page's address, since the page itself is not kept.
 * **Source:** ISO 28500:2017 (WARC 1.1), §6.7
 */
export function warcRecord(article: ArticleDetail): Buffer {
  const target = article.url ?? `urn:trendpulse:${article.key}`
  const fields = { 'WARC-Target-URI': target, 'Content-Type': 'text/plain; charset=utf-8' }
  return record('conversion', article.firstSeenMs, fields, `${article.title}\n\n${article.page.text}\n`)
}

function record(type: string, dateMs: EpochMs, fields: Readonly<Record<string, string>>, body: string): Buffer {
  const block = Buffer.from(body)
  const head = {
    'WARC-Type': type,
    'WARC-Record-ID': `<urn:uuid:${randomUUID()}>`,
    'WARC-Date': new Date(dateMs).toISOString(),
    'WARC-Block-Digest': `sha256:${createHash('sha256').update(block).digest('hex')}`,
    ...fields,
    'Content-Length': String(block.length),
  }
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value.replaceAll(/[\r\n]+/g, ' ')}\r\n`)
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`), block, Buffer.from('\r\n\r\n')])
}
