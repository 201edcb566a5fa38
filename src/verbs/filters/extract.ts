import { z } from 'zod'
import { extractHtml, extractPlainText } from '../../extract/extract-page.ts'
import { AppError } from '../../model/errors.ts'
import { decodeBytes } from '../../reader/decode.ts'
import type { Filter } from '../filter.ts'

const Row = z.object({
  id: z.union([z.string(), z.number()]),
  url: z.string().nullish(),
  html: z.string().optional(),
  htmlBase64: z.base64().optional(),
  text: z.string().optional(),
  headers: z.record(z.string(), z.unknown()).optional(),
})

/** `extract`: pages in, articles out; a page without text gives what it says of itself, with confidence 0. */
export const extractFilter: Filter = {
  name: 'extract',
  summary: 'reads pages: text, title, byline, dates, tags, lists, and what was put into the text by others',
  example: `echo '{"id":1,"url":"https://harbour-wire.example/a","html":"<h1>Ferry returns</h1><p>It came at noon.</p>"}' | ./trendpulse extract`,
  start: () => ({ row: extractRow }),
}

function extractRow(input: Record<string, unknown>): unknown {
  const row = Row.parse(input)
  const context = { url: row.url ?? null, nowMs: Date.now() }
  const result = row.text !== undefined ? extractPlainText(row.text, context) : extractHtml(htmlOf(row), context)
  if (result.ok) return { id: row.id, ...result.value }
  if (result.reason === 'too-large') throw new AppError('too_large', result.detail)
  if (result.said) return { id: row.id, ...result.said, confidence: 0, reason: result.reason }
  return {
    id: row.id,
    url: row.url ?? null,
    title: null,
    byline: [],
    siteName: null,
    section: [],
    published: null,
    modified: null,
    publishedFrom: null,
    language: null,
    text: '',
    blocks: [],
    image: null,
    tags: [],
    reactions: [],
    lists: { related: [], ranking: [], recommendation: [] },
    repairs: [],
    views: null,
    confidence: 0,
    reason: result.reason,
  }
}

function htmlOf(row: z.infer<typeof Row>): string {
  if (row.html !== undefined) return row.html
  if (row.htmlBase64 === undefined) throw new AppError('invalid', 'html, htmlBase64 or text: one of them must be there')
  const type = Object.entries(row.headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  return decodeBytes(Buffer.from(row.htmlBase64, 'base64'), typeof type === 'string' ? type : null).text
}
