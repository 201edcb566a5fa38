import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Context } from 'hono'
import type { Site } from './site.ts'

type Fetch = (request: Request, env: { incoming: IncomingMessage }) => Response | Promise<Response>
/** An answer as the socket gets it: names and values of its headers in turn. */
type KeptAnswer = {
  etag: string
  headers: string[]
  notModified: string[]
  body: Buffer
  version: number
  untilMs: number
}

/** Answers in memory, and their bytes together: strangers can make up as many addresses as they like. The oldest goes first. */
const MAX_ANSWERS = 500
const MAX_KEPT_BYTES = 10_000_000
/** Longer addresses, and larger pages, go through the house each time. */
const MAX_URL = 300
const MAX_BYTES = 100_000

/** Requests whose pages count their readers: each must be seen. */
const counting = new WeakSet<object>()

/** Says that a page's readers are counted, so that nobody answers for it at the door. */
export function countsItsReaders(c: Context): void {
  const incoming = (c.env as { incoming?: object } | undefined)?.incoming
  if (incoming) counting.add(incoming)
}

/**
 * Answers of pages once more, before anything else is asked: a shared cache in front of the site, for strangers (no cookie, no key) alone. It
 * keeps a page as long as its `s-maxage` lets any shared cache, and no longer than the content's version stands; whatever is not a GET
 * empties it. A page whose readers are counted is never kept. **Source:** RFC 9111, sections 3, 4 and 4.1.
 */
export function createFrontDoor(site: Pick<Site, 'changed' | 'now'>, fetch: Fetch): RequestListener {
  const kept = new Map<string, KeptAnswer>()
  let bytes = 0
  const drop = (name: string) => {
    bytes -= kept.get(name)?.body.length ?? 0
    kept.delete(name)
  }
  const keep = (name: string, answer: KeptAnswer) => {
    drop(name)
    kept.set(name, answer)
    bytes += answer.body.length
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_ANSWERS && bytes <= MAX_KEPT_BYTES) break
      drop(oldest)
    }
  }
  const house = getRequestListener(async (request, env) => {
    const { incoming } = env as { incoming: IncomingMessage } // as @hono/node-server hands it
    const version = site.changed()
    const response = await fetch(request, { incoming })
    if (!isStranger(incoming) || counting.has(incoming)) return response
    const lastsMs = lastingMs(response)
    if (lastsMs === 0) return response
    const body = Buffer.from(await response.arrayBuffer())
    if (body.length <= MAX_BYTES)
      keep(nameOf(incoming), { ...answerOf(response, body), version, untilMs: site.now() + lastsMs })
    return new Response(body, response)
  })
  return (incoming, outgoing) => {
    if (namesTwoHosts(incoming)) {
      outgoing.writeHead(400, { connection: 'close', 'cache-control': 'no-store' }).end()
      return
    }
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD') {
      kept.clear()
      bytes = 0
    }
    const answer = isStranger(incoming) ? kept.get(nameOf(incoming)) : undefined
    if (answer && answer.version === site.changed() && site.now() < answer.untilMs) send(answer, incoming, outgoing)
    else void house(incoming, outgoing)
  }
}

/** A server that answers by its front door; the caller lets it listen. */
export function serverOver(site: Pick<Site, 'changed' | 'now'>, fetch: Fetch): Server {
  return createServer(createFrontDoor(site, fetch))
}

function isStranger({ method, url = '', headers }: IncomingMessage): boolean {
  return (
    method === 'GET' && url.length <= MAX_URL && headers.cookie === undefined && headers.authorization === undefined
  )
}

/** True for a request that would be kept under the first host and answered for both. **Source:** RFC 9112, section 3.2 */
function namesTwoHosts({ headersDistinct }: IncomingMessage): boolean {
  return (headersDistinct.host?.length ?? 0) > 1
}

/** Everything that a page differs by for a stranger; a header holds no end of line, so none can pass for two. */
function nameOf({ url = '', headers }: IncomingMessage): string {
  return [headers.host, url, headers['accept-encoding'], headers['accept-language']].join('\n')
}

/** How long a shared cache may keep it; 0 for what is no page for everybody. */
function lastingMs({ status, headers }: Response): number {
  if (status !== 200 || !headers.has('etag') || headers.has('set-cookie')) return 0
  if (!headers.get('content-type')?.startsWith('text/html')) return 0
  const varies = headers.get('vary')
  if (varies !== VARIES) return 0
  return Number(/^public\b.*\bs-maxage=(\d{1,5})\b/.exec(headers.get('cache-control') ?? '')?.[1] ?? 0) * 1_000
}

/** What pages vary by, all of it in the name of an answer. */
const VARIES = 'accept-encoding, accept-language, cookie'

function answerOf({ headers }: Response, body: Buffer): Omit<KeptAnswer, 'version' | 'untilMs'> {
  const all = [...headers].filter(([name]) => name !== 'content-length')
  const notModified = all.filter(([name]) => !name.startsWith('content-') || name === 'content-security-policy')
  return {
    etag: headers.get('etag') ?? '',
    headers: [...all, ['content-length', String(body.length)]].flat(),
    notModified: notModified.flat(),
    body,
  }
}

function send(answer: KeptAnswer, { headers }: IncomingMessage, outgoing: ServerResponse): void {
  const known = headers['if-none-match']
  if (known?.split(',').some((tag) => tag.trim() === answer.etag)) {
    outgoing.writeHead(304, answer.notModified)
    outgoing.end()
    return
  }
  outgoing.writeHead(200, answer.headers)
  outgoing.end(answer.body)
}
