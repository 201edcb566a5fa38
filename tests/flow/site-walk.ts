import { get as httpGet, type IncomingHttpHeaders } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'

/** One answer as it came over the wire: `bytes` are compressed. */
export type Answered = { status: number; bytes: number; headers: IncomingHttpHeaders; body: string }
/** A page that was walked through. `files`: what a browser with scripts loads beside it, pictures apart. */
export type Walked = { path: string; answer: Answered; links: readonly string[]; files: readonly string[] }

/** Pages that are opened of each kind, and links of each kind that are tried: a kind is a route with the names of what it is asked. */
const OPENED_OF_A_KIND = 2
const TRIED_OF_A_KIND = 6

/** What answers so asks for a name and password: it is there. */
const ASKS_WHO = 401

/** Asks for one address as a browser does, without following. */
export function ask(base: string, path: string, headers: Record<string, string> = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = httpGet(
      new URL(path, base),
      { headers: { 'accept-encoding': 'br', accept: 'text/html', ...headers } },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () => {
          const whole = Buffer.concat(parts)
          const plain = answer.headers['content-encoding'] === 'br' ? brotliDecompressSync(whole) : whole
          resolve({
            status: answer.statusCode ?? 0,
            bytes: whole.length,
            headers: answer.headers,
            body: plain.toString('utf8'),
          })
        })
      },
    )
    request.on('error', reject)
  })
}

/** What kind of page an address leads to: its route, and the names of what it is asked. */
export function kindOf(path: string): string {
  const url = new URL(path, 'http://here.invalid')
  const route = url.pathname
    .replace(/(\/(?:story|article|tag|source|section|watch|picture))\/[^/.]+/, '$1/*')
    .replace(/^\/static\/.*/, '/static/*')
  return `${route}?${[...url.searchParams.keys()].sort().join('&')}`
}

/**
 * Walks a site from some pages on: opens a few pages of each kind, and tries a few links of each kind that they name. Gives the pages, and
 * what did not answer, with the page that names it.
 */
export async function walkSite(
  base: string,
  from: readonly string[],
  headers: Record<string, string> = {},
): Promise<{ pages: Walked[]; dead: string[] }> {
  const opened = new Map<string, number>()
  const tried = new Map<string, number>()
  const seen = new Set<string>(from)
  const waiting = from.map((path) => ({ path, named: '(start)' }))
  const [pages, dead]: [Walked[], string[]] = [[], []]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { path, named } = next
    const answer = await ask(base, path, headers)
    if (answer.status >= 400 && answer.status !== ASKS_WHO)
      dead.push(`${path} answers ${answer.status}, named by ${named}`)
    if (answer.status >= 300 && answer.status < 400 && answer.headers.location) offer(answer.headers.location, path)
    const isPage = answer.status === 200 && (answer.headers['content-type'] ?? '').startsWith('text/html')
    if (!isPage || (opened.get(kindOf(path)) ?? 0) >= OPENED_OF_A_KIND) continue
    opened.set(kindOf(path), (opened.get(kindOf(path)) ?? 0) + 1)
    const page = read(path, answer)
    pages.push(page)
    for (const link of page.links) offer(link, path)
  }
  return { pages, dead }

  function offer(link: string, named: string): void {
    const url = new URL(link, new URL(named, base))
    if (url.origin !== new URL(base).origin) return
    const path = url.pathname + url.search
    const kind = kindOf(path)
    if (seen.has(path) || (tried.get(kind) ?? 0) >= TRIED_OF_A_KIND) return
    seen.add(path)
    tried.set(kind, (tried.get(kind) ?? 0) + 1)
    waiting.push({ path, named })
  }
}

function read(path: string, answer: Answered): Walked {
  const { body } = answer
  const scripted = body.replaceAll(/<noscript>.*?<\/noscript>/gs, '')
  const values = (pattern: RegExp) => [...scripted.matchAll(pattern)].map(([, value]) => decoded(value!))
  const links = values(/<(?:a|link|script)\s[^>]*?(?:href|src)="([^"]*)"/g).filter(
    (link) => !link.startsWith('mailto:'),
  )
  const files = [...values(/<link rel="(?:stylesheet|icon)" href="([^"]*)"/g), ...values(/<script [^>]*src="([^"]*)"/g)]
  return { path, answer, links, files }
}

function decoded(attribute: string): string {
  return attribute
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
}
