/** A subscription to a feed's hub. `callback` must be an address of ours that nobody can guess. */
export type WebSubSubscription = {
  topic: string
  callback: string
  /** Shared with the hub, which signs what it sends by it; at most 200 bytes. */
  secret: string
  leaseSeconds: number
}

/** Longest lease asked for: the subscription is renewed before it ends, and a forgotten one dies. */
const MAX_LEASE_SECONDS = 10 * 86_400
const MAX_SECRET_BYTES = 200

/**
 * The form to post to the hub to subscribe or unsubscribe.
 *
 * @throws RangeError for a secret that is empty or too long: a bug in the caller
 * **Source:** W3C WebSub (2018), 5.1.
 */
export function subscriptionForm(
  mode: 'subscribe' | 'unsubscribe',
  subscription: WebSubSubscription,
): { body: string; contentType: string } {
  const secretBytes = Buffer.byteLength(subscription.secret)
  if (secretBytes === 0 || secretBytes >= MAX_SECRET_BYTES)
    throw new RangeError(`subscriptionForm: a secret has 1 to ${MAX_SECRET_BYTES - 1} bytes, not ${secretBytes}`)
  const form = new URLSearchParams({
    'hub.mode': mode,
    'hub.topic': subscription.topic,
    'hub.callback': subscription.callback,
    'hub.secret': subscription.secret,
    'hub.lease_seconds': String(Math.min(MAX_LEASE_SECONDS, Math.max(60, Math.floor(subscription.leaseSeconds)))),
  })
  return { body: form.toString(), contentType: 'application/x-www-form-urlencoded' }
}

/** Links of a header that are looked at: a page has a handful. */
const MAX_LINKS = 50
const MAX_LINK_CHARS = 8_000

/**
 * Hub and own address as HTTP `Link` headers name them, absolute; null each where none does.
 * **Source:** RFC 8288 §3 (the header), W3C WebSub (2018) §4 (headers come before the document's own links).
 */
export function hubLinks(link: string | undefined, base: string): { hub: string | null; self: string | null } {
  const found: { hub: string | null; self: string | null } = { hub: null, self: null }
  const text = (link ?? '').slice(0, MAX_LINK_CHARS)
  let looked = 0
  // Addresses hold no ">" and parameters no "<", so the header is cut at the next "<": no pattern looks back.
  for (let start = text.indexOf('<'); start >= 0 && looked < MAX_LINKS; looked++) {
    const end = text.indexOf('>', start)
    if (end < 0) break
    const next = text.indexOf('<', end)
    const parameters = text.slice(end + 1, next < 0 ? text.length : next)
    const relations = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters)
    const names = (relations?.[1] ?? relations?.[2] ?? '').toLowerCase().split(/\s+/)
    const url = webUrl(text.slice(start + 1, end), base)
    if (names.includes('hub')) found.hub ??= url
    if (names.includes('self')) found.self ??= url
    start = next
  }
  return found
}

/** An address of the web, made absolute; null for anything else. */
export function webUrl(text: string, base: string): string | null {
  const url = URL.parse(text.trim(), base)
  return url !== null && /^https?:$/.test(url.protocol) && url.href.length <= MAX_URL_CHARS ? url.href : null
}

/** Hubs and topics are kept in the store: longer ones are no addresses that anyone wrote. */
const MAX_URL_CHARS = 2_000
