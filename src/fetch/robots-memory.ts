import { DAY_MS, type EpochMs, HOUR_MS } from '../model/time.ts'
import type { FetchResult } from './client.ts'
import { robotsAllows } from './robots.ts'

/** Hosts remembered; the one asked longest ago is forgotten first. */
const MAX_HOSTS = 5_000
// A robots.txt is kept for a day (RFC 9309, 2.4); a failed one is asked for again after an hour.
const KEPT_MS = DAY_MS
const FAILED_KEPT_MS = HOUR_MS

type Known = { text: Promise<string>; untilMs: EpochMs }

/** What each host's robots.txt says, asked once a day. */
export class RobotsMemory {
  private readonly known = new Map<string, Known>()
  private readonly get: (url: string) => Promise<FetchResult>
  private readonly now: () => EpochMs

  constructor(get: (url: string) => Promise<FetchResult>, now: () => EpochMs) {
    this.get = get
    this.now = now
  }

  /** Whether the agent may read this page. Unparsable addresses are left to the guard. */
  async allows(url: string, agent: string): Promise<boolean> {
    if (!URL.canParse(url)) return true
    const { origin } = new URL(url)
    let known = this.known.get(origin)
    if (known === undefined || known.untilMs <= this.now()) {
      known = { text: Promise.resolve(''), untilMs: this.now() + KEPT_MS }
      known.text = this.ask(origin, known)
      this.known.delete(origin)
      this.known.set(origin, known)
      if (this.known.size > MAX_HOSTS) this.known.delete(this.known.keys().next().value!)
    }
    return robotsAllows(await known.text, url, agent)
  }

  /** RFC 9309, 2.3.1: 4xx means no rules; while the host is out of reach, nothing may be read. */
  private async ask(origin: string, known: Known): Promise<string> {
    const got = await this.get(`${origin}/robots.txt`)
    if (got.ok) return new TextDecoder().decode(got.value.bytes)
    if (got.reason === 'http-4xx' || got.reason === 'gone') return ''
    known.untilMs = this.now() + FAILED_KEPT_MS
    return got.reason === 'http-5xx' || got.reason === 'too-many-requests' ? 'user-agent: *\ndisallow: /' : ''
  }
}
