import type { Dispatcher } from 'undici'
import type { EpochMs } from '../model/time.ts'
import { hostOf, isListed, judgeUrl, portOf } from './address-guard.ts'
import { guardedAgent, proxyAgent } from './agents.ts'
import { decodeBody } from './decode-body.ts'
import { type Answer, exchange, type Question } from './exchange.ts'
import { type FailedFetch, type FetchFailure, failed } from './fetch-failure.ts'
import { type Lookup, systemLookup } from './guarded-connect.ts'
import { HeldBack } from './held-back.ts'
import { HostLanes } from './host-lanes.ts'
import { DEFAULT_LIMITS, type FetchLimits } from './limits.ts'
import { RedirectTrail } from './redirect-trail.ts'
import { type Headers, retryAfterMs } from './response-headers.ts'
import { RobotsMemory } from './robots-memory.ts'
import { statusFailure } from './status-failure.ts'

export type { FailedFetch }

export type FetchClientOptions = {
  /** Says who fetches and where to read about it. */
  userAgent: string
  /** `HOST:PORT` entries that may be reached although they are not public; IPv6 in brackets. */
  allowPrivate: readonly string[]
  /** URL of a proxy for all requests; names are then looked up by the proxy, so only literals and private names are refused here. */
  proxy?: string | null
  now?: () => EpochMs
  limits?: Partial<FetchLimits>
  /** Resolver of names; the system's when left out. */
  lookup?: Lookup
}

export type GetOptions = {
  etag?: string
  lastModified?: string
  accept?: string
  maxBytes?: number
  signal?: AbortSignal
  /** Ask the host's robots.txt first: for pages that nobody subscribed to. */
  robots?: boolean
}

export type PostOptions = {
  body: string | Uint8Array
  contentType: string
  headers?: Readonly<Record<string, string>>
  maxBytes?: number
  signal?: AbortSignal
  /** Send the same again where a 307 or 308 leads; for hubs, which may ask for it. Never from https to http. */
  followsSameMethod?: boolean
}

/** One document as it arrived, its content codings removed. */
export type FetchedDocument = {
  /** Where it was found, after all redirects. */
  url: string
  status: number
  /** The server says that nothing changed since the validators; `bytes` is empty. */
  notModified: boolean
  bytes: Uint8Array
  contentType: string | null
  etag: string | null
  lastModified: string | null
  retryAfterMs: number | null
  cacheControl: string | null
  headers: Headers
  redirects: readonly { url: string; status: number }[]
  /** Where the address has moved for good (only 301 and 308 on the way from the start); null where it has not. */
  permanentUrl: string | null
}

export type FetchResult = { ok: true; value: FetchedDocument } | FailedFetch

export interface FetchClient {
  /** Fetches a document. Never rejects: what goes wrong is a reason and a sentence. */
  get(url: string, options?: GetOptions): Promise<FetchResult>
  /** Sends to a webhook or hub. Redirects are not followed unless asked for: what is sent goes where it was meant to go, or nowhere. */
  post(url: string, options: PostOptions): Promise<FetchResult>
  /** Whether the host's robots.txt lets us read this page; asked once a day a host. */
  allowedByRobots(url: string): Promise<boolean>
  /** Failures since the client was made, by reason. */
  failures(): ReadonlyMap<FetchFailure, number>
  close(): Promise<void>
}

const ACCEPT =
  'application/atom+xml,application/rss+xml,application/feed+json;q=0.9,application/xml;q=0.8,text/html;q=0.7,*/*;q=0.5'
const ACCEPT_ENCODING = 'gzip, br, deflate, zstd'
const KEEPS_METHOD: ReadonlySet<number> = new Set([307, 308])

/** The one way to the network: guarded addresses, bounded answers, one connection a host with a pause between requests. */
export function createFetchClient(options: FetchClientOptions): FetchClient {
  return new GuardedClient(options)
}

class GuardedClient implements FetchClient {
  private readonly options: FetchClientOptions
  private readonly limits: FetchLimits
  private readonly now: () => EpochMs
  private readonly lanes: HostLanes
  private readonly held: HeldBack
  private readonly robots: RobotsMemory
  private readonly publicAgent: Dispatcher
  private readonly privateAgent: Dispatcher
  private readonly proxyHost: string | null
  private readonly failed = new Map<FetchFailure, number>()

  constructor(options: FetchClientOptions) {
    this.options = options
    this.limits = { ...DEFAULT_LIMITS, ...options.limits }
    this.now = options.now ?? Date.now
    this.lanes = new HostLanes(() => performance.now())
    this.held = new HeldBack()
    this.robots = new RobotsMemory(
      (url) => this.get(url, { maxBytes: 512 * 1024, accept: 'text/plain,*/*;q=0.5' }),
      this.now,
    )
    const guard = { allowPrivate: options.allowPrivate, lookup: options.lookup ?? systemLookup }
    this.privateAgent = guardedAgent(this.limits, guard, this.limits.privateConnections)
    this.proxyHost = options.proxy ? new URL(options.proxy).host : null
    this.publicAgent = options.proxy ? proxyAgent(this.limits, options.proxy) : guardedAgent(this.limits, guard, 1)
  }

  async get(url: string, options: GetOptions = {}): Promise<FetchResult> {
    return this.counted(await this.getUncounted(url, options))
  }

  async post(url: string, options: PostOptions): Promise<FetchResult> {
    return this.counted(await this.postUncounted(url, options))
  }

  failures(): ReadonlyMap<FetchFailure, number> {
    return this.failed
  }

  private counted(result: FetchResult): FetchResult {
    if (!result.ok) this.failed.set(result.reason, (this.failed.get(result.reason) ?? 0) + 1)
    return result
  }

  private async getUncounted(url: string, options: GetOptions): Promise<FetchResult> {
    if (options.robots === true && !(await this.allowedByRobots(url)))
      return failed('refused-by-robots', `The robots.txt of this host asks not to read ${url.slice(0, 200)}.`)
    const limits = { ...this.limits, maxBytes: options.maxBytes ?? this.limits.maxBytes }
    const headers: Record<string, string> = { accept: options.accept ?? ACCEPT }
    if (options.etag !== undefined && isHeaderSafe(options.etag)) headers['if-none-match'] = options.etag
    if (options.lastModified !== undefined && isHeaderSafe(options.lastModified))
      headers['if-modified-since'] = options.lastModified
    const validated = 'if-none-match' in headers || 'if-modified-since' in headers
    const trail = new RedirectTrail(url, limits)
    let leftMs = limits.totalMs
    let lastHost = ''
    for (;;) {
      // Only a hop within one host goes on in its turn: a host that many redirect to keeps its pause.
      const host = URL.canParse(trail.url) ? new URL(trail.url).host : ''
      const isSameHost = host === lastHost
      lastHost = host
      const answer = await this.hop(
        trail.url,
        { method: 'GET', headers, body: null, limits, remainingMs: leftMs, signal: options.signal ?? null },
        isSameHost,
      )
      if (!answer.ok) return answer
      leftMs = Math.max(1, leftMs - answer.tookMs)
      const step = trail.follow(answer.status, answer.headers.location)
      if (step === 'follow') continue
      if (step !== 'arrived') return { ...step, status: answer.status }
      return this.document(answer, trail, validated, limits)
    }
  }

  private async postUncounted(start: string, options: PostOptions): Promise<FetchResult> {
    const limits = { ...this.limits, maxBytes: options.maxBytes ?? this.limits.maxBytes }
    const headers = { ...options.headers, 'content-type': options.contentType, accept: '*/*' }
    const question = { method: 'POST' as const, headers, body: options.body, limits, signal: options.signal ?? null }
    const trail = new RedirectTrail(start, limits)
    let leftMs = limits.totalMs
    for (;;) {
      const { url } = trail
      const answer = await this.hop(url, { ...question, remainingMs: leftMs }, false)
      if (!answer.ok) return answer
      leftMs = Math.max(1, leftMs - answer.tookMs)
      if (options.followsSameMethod !== true || !KEEPS_METHOD.has(answer.status))
        return this.document(answer, trail, false, limits)
      const step = trail.follow(answer.status, answer.headers.location)
      if (step !== 'follow' && step !== 'arrived') return { ...step, status: answer.status }
      if (url.startsWith('https:') && !trail.url.startsWith('https:'))
        return failed('refused-scheme', `${new URL(url).host} leads from a secure address to an open one.`)
    }
  }

  allowedByRobots(url: string): Promise<boolean> {
    return this.robots.allows(url, this.options.userAgent)
  }

  async close(): Promise<void> {
    await Promise.all([this.publicAgent.destroy(), this.privateAgent.destroy()])
  }

  /** One request in its host's lane, its URL judged first. `tookMs` is network time, without the wait for the turn. */
  private async hop(
    text: string,
    question: Omit<Question, 'url' | 'proxyHost'>,
    goesOn: boolean,
  ): Promise<(Answer & { tookMs: number }) | FailedFetch> {
    if (text.length > this.limits.maxUrlChars)
      return failed('invalid-url', `The address is longer than ${this.limits.maxUrlChars} characters.`)
    const judged = judgeUrl(text, this.options.allowPrivate)
    if (!judged.ok) return { ...failed(judged.reason, judged.detail) }
    const url = judged.value
    const host = hostOf(url)
    const isPrivate = isListed(host, portOf(url), this.options.allowPrivate)
    const heldMs = this.held.remainingMs(url, isPrivate, this.now())
    if (heldMs > 0)
      return { ...failed('held-back', `${url.host} asked for a pause that is not over yet.`), retryAfterMs: heldMs }
    const { maxQueued, hostPauseMs, privateConnections } = this.limits
    const manners = isPrivate
      ? { connections: privateConnections, pauseMs: 0, maxQueued }
      : { connections: 1, pauseMs: hostPauseMs, maxQueued }
    const agent = isPrivate ? this.privateAgent : this.publicAgent
    const headers = { 'user-agent': this.options.userAgent, 'accept-encoding': ACCEPT_ENCODING, ...question.headers }
    const answer = await this.lanes.run(isPrivate ? url.host : host, manners, goesOn, async () => {
      if (question.signal?.aborted === true) return failed('aborted', 'The fetch was called off.')
      const startedMs = performance.now()
      const got = await exchange(agent, { ...question, url, headers, proxyHost: isPrivate ? null : this.proxyHost })
      return got.ok ? { ...got, tookMs: performance.now() - startedMs } : got
    })
    if (answer === null) return failed('busy', `Too many requests wait for ${url.host}.`)
    if (answer.ok)
      this.held.note(url, isPrivate, answer.status, retryAfterMs(answer.headers['retry-after'], this.now()), this.now())
    return answer
  }

  private async document(
    answer: Answer,
    trail: RedirectTrail,
    validated: boolean,
    limits: FetchLimits,
  ): Promise<FetchResult> {
    const { status, headers } = answer
    const waitMs = retryAfterMs(headers['retry-after'], this.now())
    const refused = statusFailure(status, new URL(trail.url), validated)
    if (refused !== null) return { ...refused, status, retryAfterMs: waitMs }
    const decoded = await decodeBody(answer.body, headers['content-encoding'] ?? null, limits)
    if (!decoded.ok) return { ...failed(decoded.reason, decoded.detail), status }
    return {
      ok: true,
      value: {
        url: trail.url,
        status,
        notModified: status === 304,
        bytes: decoded.value,
        contentType: headers['content-type'] ?? null,
        etag: headers.etag ?? null,
        lastModified: headers['last-modified'] ?? null,
        retryAfterMs: waitMs,
        cacheControl: headers['cache-control'] ?? null,
        headers,
        redirects: trail.redirects,
        permanentUrl: trail.permanentUrl,
      },
    }
  }
}

/** Validators come from strangers' headers and go back as headers: nothing that could start a new line, nothing endless. */
const isHeaderSafe = (value: string): boolean => value.length <= 1_000 && /^[\t\x20-\x7e\x80-\xff]+$/.test(value)
