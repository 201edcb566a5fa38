import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { MAX_QUERY } from '../../text/search-query.ts'
import { tell } from '../errors.ts'
import type { Site } from '../site.ts'
import { requireRole, viewerOf } from '../viewer.ts'
import { exportedArticles, exportLines } from './exported-articles.ts'
import { exportedMarks } from './exported-marks.ts'
import { warcInfo, warcRecord } from './warc.ts'

/** Exports that run at the same time: each reads the whole store. */
const MAX_RUNNING = 2

const Query = z.object({
  q: z.string().min(1).max(MAX_QUERY).optional(),
  format: z.enum(['jsonl', 'warc'], 'must be jsonl or warc').default('jsonl'),
})

/**
 * `/api/v1/export?q=&format=`: what a search finds, or everything, as JSON lines or a WARC archive; `/api/v1/export/marks`: what an account
 * has read and starred, as other readers take it in. For accounts; sent as it is read, so memory stays the same.
 */
export function exportRoutes(site: Site): Hono {
  const app = new Hono()
  let running = 0
  app.onError((cause, c) => {
    const { code, status, message } = tell(cause)
    if (code === 'internal') site.log('export-failed', { error: String(cause) })
    return c.json({ error: { code, message } }, status as ContentfulStatusCode) // from the table of statuses
  })
  const send = async (c: Context, file: { name: string; type: string; parts: AsyncGenerator<string | Uint8Array> }) => {
    if (running >= MAX_RUNNING) throw new AppError('too_often', 'two exports are running: try again when one is done')
    running++
    const begun = await file.parts.next().catch((cause: unknown) => {
      running-- // a query that cannot be asked is answered before anything is sent
      throw cause
    })
    const headers = {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'private, no-store',
    }
    const body = streamOf(begun, file.parts, () => running--)
    // Nobody reads the body of HEAD, nor ends it: two would keep everybody else out for good.
    if (c.req.method === 'HEAD') await body.cancel()
    return new Response(c.req.method === 'HEAD' ? null : body, { headers })
  }
  app.get('/api/v1/export', (c) => {
    requireRole(c, 'reader')
    const { q, format } = Query.parse(c.req.query())
    const parts = articleParts(site, q ?? null, format)
    const type = format === 'warc' ? 'application/warc' : 'application/x-ndjson; charset=utf-8'
    return send(c, { name: `articles.${format}`, type, parts })
  })
  app.get('/api/v1/export/marks', (c) => {
    requireRole(c, 'reader')
    const account = viewerOf(c).account ?? '' // there is one by the line before
    return send(c, {
      name: 'marks.json',
      type: 'application/json; charset=utf-8',
      parts: exportedMarks(site.store, account),
    })
  })
  return app
}

async function* articleParts(
  site: Site,
  query: string | null,
  format: 'jsonl' | 'warc',
): AsyncGenerator<string | Uint8Array> {
  const batches = exportedArticles(site.store, query)
  const first = await batches.next() // tells what is wrong with a query before anything is sent
  if (format === 'warc') yield warcInfo(site.now())
  else yield ''
  for (let batch = first; !batch.done; batch = await batches.next()) {
    if (format === 'warc') for (const article of batch.value) yield warcRecord(article)
    else for (const line of await exportLines(site.store, batch.value)) yield `${JSON.stringify(line)}\n`
  }
}

/** Parts as a stream that asks for the next when there is room; `done` is called once, also where the reader has gone. */
function streamOf(
  begun: IteratorResult<string | Uint8Array>,
  parts: AsyncGenerator<string | Uint8Array>,
  done: () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let next: IteratorResult<string | Uint8Array> | null = begun
  let ended = false
  const end = () => {
    if (!ended) done()
    ended = true
  }
  return new ReadableStream({
    async pull(controller) {
      try {
        let part = next ?? (await parts.next())
        next = null
        // An empty part would not be asked after: the next is taken at once.
        while (!part.done && part.value.length === 0) part = await parts.next()
        if (part.done) {
          end()
          controller.close()
        } else controller.enqueue(typeof part.value === 'string' ? encoder.encode(part.value) : part.value)
      } catch (cause) {
        end()
        controller.error(cause)
      }
    },
    async cancel() {
      end()
      await parts.return(undefined)
    },
  })
}
