/** Why nothing usable came back. Each comes with a sentence for the person who looks at the feed. */
export type FetchFailure =
  | 'invalid-url'
  | 'refused-scheme'
  | 'refused-user-info'
  | 'refused-port'
  | 'refused-address' // not public, and not listed by the owner
  | 'refused-by-robots'
  | 'redirect-loop'
  | 'too-many-redirects'
  | 'redirect-without-location'
  | 'too-large'
  | 'too-slow' // bytes come, but too few a second
  | 'timeout' // nothing came, or the whole took too long
  | 'dns'
  | 'tls'
  | 'connection'
  | 'proxy' // the owner's proxy is out of reach or refuses
  | 'not-http'
  | 'http-4xx'
  | 'http-5xx'
  | 'http-unexpected' // a status that answers nothing we asked
  | 'gone' // 410: poll no more
  | 'too-many-requests' // 429: not before `retryAfterMs`
  | 'held-back' // the server asked for a pause that is not over; nothing was sent
  | 'bad-encoding'
  | 'not-modified-without-validator'
  | 'aborted' // by the caller
  | 'busy' // too many requests wait for this host

/** A failed fetch: the reason, a sentence, and what the scheduler needs of the answer where there was one. */
export type FailedFetch = {
  ok: false
  reason: FetchFailure
  detail: string
  status: number | null
  /** How long the server asked to wait, counted from the answer; null where it did not. */
  retryAfterMs: number | null
}

/** A failure without an answer. */
export function failed(reason: FetchFailure, detail: string): FailedFetch {
  return { ok: false, reason, detail, status: null, retryAfterMs: null }
}
