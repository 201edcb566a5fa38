import { type FailedFetch, failed } from './fetch-failure.ts'
import type { FetchLimits } from './limits.ts'

const FOLLOWED = new Set([301, 302, 303, 307, 308])
const FOR_GOOD = new Set([301, 308])

/** The way from one address to the next, followed by hand so that every hop is judged. */
export class RedirectTrail {
  /** Where we are. */
  url: string
  readonly redirects: { url: string; status: number }[] = []
  private readonly seen: Set<string>
  private readonly limits: Pick<FetchLimits, 'maxRedirects'>
  private forGood = true
  private lastForGood: string | null = null

  constructor(url: string, limits: Pick<FetchLimits, 'maxRedirects'>) {
    this.url = url
    this.seen = new Set([url])
    this.limits = limits
  }

  get permanentUrl(): string | null {
    return this.lastForGood
  }

  /** Takes the next step where the answer asks for one. The new `url` is not judged here. */
  follow(status: number, location: string | undefined): 'arrived' | 'follow' | FailedFetch {
    if (!FOLLOWED.has(status)) return 'arrived'
    if (location === undefined || location === '')
      return failed('redirect-without-location', `The address says ${status} but not where to go.`)
    if (!URL.canParse(location, this.url))
      return failed('invalid-url', 'The address redirects to something that is no web address.')
    const next = new URL(location, this.url)
    next.hash = ''
    if (this.seen.has(next.href))
      return failed('redirect-loop', `The address redirects in a circle (${next.href.slice(0, 200)}).`)
    if (this.redirects.length >= this.limits.maxRedirects)
      return failed('too-many-redirects', `The address redirects more than ${this.limits.maxRedirects} times.`)
    this.redirects.push({ url: this.url, status })
    this.seen.add(next.href)
    this.url = next.href
    this.forGood &&= FOR_GOOD.has(status)
    if (this.forGood) this.lastForGood = next.href
    return 'follow'
  }
}
