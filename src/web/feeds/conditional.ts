import { createHash } from 'node:crypto'
import type { Context } from 'hono'

export type Answer = {
  body: string
  type: string
  /** Newest change of what the body shows; null where it has no time of its own. */
  modifiedMs: number | null
  /** Seconds that a reader may keep it without asking. */
  maxAgeSeconds: number
  /** False for answers to an owner: no cache in between may keep them. */
  shared: boolean
  /** `Link` header; absent where there is none. */
  link?: string
}

/**
 * Answers with an ETag made of the body, Last-Modified where there is one, or 304 without a body when the reader has it.
 */
export function conditional(c: Context, answer: Answer): Response {
  const etag = `W/"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 22)}"`
  const headers = answerHeaders(answer, etag)
  if (hasIt(c, etag, answer.modifiedMs)) return c.body(null, 304, headers)
  return c.body(answer.body, 200, headers)
}

/** What every answer of ours says of itself, whoever asks. */
export function answerHeaders(answer: Omit<Answer, 'body'>, etag: string): Record<string, string> {
  const modified = answer.modifiedMs === null ? {} : { 'last-modified': new Date(answer.modifiedMs).toUTCString() }
  return {
    etag,
    'content-type': answer.type,
    'cache-control': `${answer.shared ? 'public' : 'private'}, max-age=${answer.maxAgeSeconds}, stale-while-revalidate=300`,
    'x-content-type-options': 'nosniff',
    ...(answer.link === undefined ? {} : { link: answer.link }),
    ...modified,
  }
}

/** True where the caller has this very answer already. If-None-Match wins over If-Modified-Since. **Source:** RFC 9110 §13.2.2 */
export function hasIt(c: Context, etag: string, modifiedMs: number | null): boolean {
  const known = c.req.header('if-none-match')
  if (known !== undefined) return known.trim() === '*' || known.split(',').some((tag) => opaque(tag) === opaque(etag))
  const since = Date.parse(c.req.header('if-modified-since') ?? '')
  return modifiedMs !== null && Math.floor(modifiedMs / 1000) * 1000 <= since
}

/** Weak comparison: a proxy may have weakened the tag. **Source:** RFC 9110 §8.8.3.2 */
function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, '')
}
