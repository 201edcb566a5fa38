import { z } from 'zod'
import { readDocument } from '../../reader/read-document.ts'
import type { Filter } from '../filter.ts'

const headerValue = z.union([z.string(), z.array(z.string()).transform((values) => values.join(', '))]).nullish()
const rowShape = z
  .object({
    id: z.unknown(),
    url: z.string().nullish(),
    headers: z.record(z.string(), headerValue).nullish(),
    body: z.string().optional(),
    bodyBase64: z.string().optional(),
  })
  .refine(({ body, bodyBase64 }) => body !== undefined || bodyBase64 !== undefined, {
    error: 'body or bodyBase64 is missing',
  })

/** Reads one feed a line. Ill-formed feeds are never an error, only an issue. */
export const feedFilter: Filter = {
  name: 'feed',
  summary: 'reads feeds: RSS, RDF, Atom, JSON Feed, sitemaps',
  example: `echo '{"id":1,"body":"<rss><channel><item><title>Rain &amp; wind</title></item></channel></rss>"}' | ./trendpulse feed`,
  start: () => ({ row: (input) => readRow(rowShape.parse(input)) }),
}

function readRow(row: z.infer<typeof rowShape>): unknown {
  const headers = new Map(Object.entries(row.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value ?? null]))
  // A body given as text has been decoded already: whatever its own declaration says, it is UTF-8 here.
  const contentType = headers.get('content-type') ?? null
  const isText = row.body !== undefined
  const read = readDocument(isText ? Buffer.from(`\ufeff${row.body}`) : Buffer.from(row.bodyBase64 ?? '', 'base64'), {
    url: row.url ?? null,
    contentType,
    contentLocation: headers.get('content-location') ?? null,
    contentLanguage: headers.get('content-language') ?? null,
  })
  return { id: row.id ?? null, ...read }
}
