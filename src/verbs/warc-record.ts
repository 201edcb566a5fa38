import { createHash, randomUUID } from 'node:crypto'
import type { ArticleDetail } from '../model/card.ts'

/**
 * One article as a WARC resource record: plain text as it was extracted, under the page's address.
 * **Source:** ISO 28500 (WARC 1.1), section 6.3.
 */
export function warcRecord(article: ArticleDetail): string {
  const body = `${article.title}\n\n${article.page.text}\n`
  const bytes = Buffer.byteLength(body)
  const headers = [
    'WARC/1.1',
    'WARC-Type: resource',
    `WARC-Record-ID: <urn:uuid:${randomUUID()}>`,
    `WARC-Date: ${new Date(article.firstSeenMs).toISOString()}`,
    `WARC-Target-URI: ${article.url ?? `urn:trendpulse:${article.key}`}`,
    `WARC-Block-Digest: sha256:${createHash('sha256').update(body).digest('hex')}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${bytes}`,
  ]
  return `${headers.join('\r\n')}\r\n\r\n${body}\r\n\r\n`
}
