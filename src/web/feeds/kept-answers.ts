import type { Context } from 'hono'
import { createPageCache, shareOf } from '../page-cache.ts'
import type { Site } from '../site.ts'
import { type Answer, answerHeaders, hasIt } from './conditional.ts'

/** Finished answers in memory: bytes of all encodings together, how many, and for how long where nothing changes (windows move on). */
const MAX_BYTES = 24_000_000
const MAX_ANSWERS = 2_000
const KEEP_MS = 60_000

/** Answers a request with what `make` gives, kept packed under the request's whole address until the site's content changes. */
export type KeptAnswers = (c: Context, origin: string, make: () => Promise<Answer>) => Promise<Response>

/** One store of finished answers; each kind of door has its own. */
export function createKeptAnswers(site: Site): KeptAnswers {
  const cache = createPageCache({ maxBytes: MAX_BYTES, maxPages: MAX_ANSWERS, share: shareOf(site) })
  const heads = new Map<string, Omit<Answer, 'body'>>()
  return async (c, origin, make) => {
    const { pathname, search } = new URL(c.req.url)
    const key = `${origin} ${pathname}${search}`
    const page = await cache.get(key, site.changed(), site.now(), async () => {
      const { body, ...head } = await make()
      heads.delete(key)
      heads.set(key, head)
      for (const oldest of heads.keys()) {
        if (heads.size <= 2 * MAX_ANSWERS) break
        heads.delete(oldest)
      }
      // What only its reader may see is made anew: it may be gone.
      return { status: 200, body, keepMs: head.shared ? KEEP_MS : 0 }
    })
    // The body outlived its head: what was made last longest ago, and read ever since.
    const head = heads.get(key) ?? (await make())
    const headers: Record<string, string> = { ...answerHeaders(head, page.etag), vary: 'accept-encoding' }
    if (hasIt(c, page.etag, head.modifiedMs)) return c.body(null, 304, headers)
    const encoding = acceptedEncoding(c.req.header('accept-encoding') ?? '')
    if (encoding === null) return c.body(page.plain, 200, headers)
    return c.body(page[encoding], 200, { ...headers, 'content-encoding': encoding })
  }
}

/** The best of ours that a client takes; `q=0` refuses one. **Source:** RFC 9110 §12.5.3 */
function acceptedEncoding(header: string): 'br' | 'gzip' | null {
  const taken = header
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
    .map((part) => part.split(';')[0])
  if (taken.includes('br')) return 'br'
  return taken.includes('gzip') ? 'gzip' : null
}
