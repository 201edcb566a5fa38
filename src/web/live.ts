import { ReadableStream, type UnderlyingSource } from 'node:stream/web'
import { type Context, Hono } from 'hono'
import { burstsAsOf } from '../store/pulse-shown.ts'
import { hash32 } from '../text/hash.ts'
import { addressBlocks } from './address-blocks.ts'
import { namedShown } from './lists/pulse.ts'
import { readerAddress } from './reader-address.ts'
import type { Site } from './site.ts'

/** What listening may cost. Times in milliseconds. */
export type LiveLimits = {
  /** Open connections in all. */
  listeners: number
  /** Open connections of one line (an IPv4 address, an IPv6 /64): a household with a few windows. */
  ofOne: number
  /** How often the pulse is looked at while somebody listens: one query for all, and only where something was stored since. */
  lookMs: number
  /** How often it is looked at all the same: another process may have stored. */
  lookAnywayMs: number
  /** Below what proxies take for a dead connection. */
  beatMs: number
  /** A connection ends after so long; the browser makes a new one by itself. */
  ageMs: number
  /** Chunks that a listener may be behind: a few looks. Whoever reads slower is let go. */
  behind: number
}

const LIMITS: LiveLimits = {
  listeners: 500,
  ofOne: 8,
  lookMs: 2_000,
  lookAnywayMs: 30_000,
  beatMs: 20_000,
  ageMs: 60 * 60_000,
  behind: 16,
}
/** How long a browser waits before it connects again. */
const RETRY_MS = 10_000
/** Bursts that a look compares. */
const BURSTS = 100

type Listener = { send: (text: string) => boolean; close: () => void; line: string; sinceMs: number; beatMs: number }
type Look = { id: string; text: string; keys: ReadonlySet<string> }

/**
 * GET /pulse/live: tells those who listen that what rises has changed, as server-sent events. Event `pulse`, its id naming the state, its
 * data `{version, tick, rising, rose, fell}` (keys of bursts); the first comes at once. 503 when too many listen, 429 to one who listens too often.
 * Nothing is looked at while nobody listens. **Source:** HTML Standard, 9.2 Server-sent events
 */
export function liveRoutes(site: Site, limits: LiveLimits = LIMITS): Hono {
  const app = new Hono()
  const listeners = new Set<Listener>()
  const looking = createLooking(site, listeners, limits)
  app.get('/pulse/live', async (c) => {
    const { line } = addressBlocks(readerAddress(c, site))
    const ofOne = [...listeners].filter((listener) => listener.line === line).length
    if (listeners.size >= limits.listeners) return refuse(c, 503)
    if (ofOne >= limits.ofOne) return refuse(c, 429)
    const headers = {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    }
    // Nobody reads the body of HEAD, nor ends it: it would stand in a listener's place for minutes.
    if (c.req.method === 'HEAD') return c.body(null, 200, headers)
    const body = new ReadableStream<Uint8Array>(
      listening(listeners, { line, behind: limits.behind }, looking),
      new CountQueuingStrategy({ highWaterMark: 1 }),
    )
    return c.body(body, 200, headers)
  })
  return app
}

function refuse(c: Context, status: 429 | 503): Response {
  return c.text('too many windows listen already; the page itself is at /pulse\n', status, { 'retry-after': '60' })
}

type Looking = { begin: (listener: Listener) => void }

/** One listener as a stream: it joins when it is read, and leaves when its reader does. */
function listening(
  listeners: Set<Listener>,
  { line, behind }: { line: string; behind: number },
  looking: Looking,
): UnderlyingSource<Uint8Array> {
  const encoder = new TextEncoder()
  let listener: Listener | null = null
  return {
    start: (controller) => {
      const leave = () => {
        if (listener) listeners.delete(listener)
      }
      listener = {
        line,
        sinceMs: performance.now(),
        beatMs: performance.now(),
        send: (text) => {
          if ((controller.desiredSize ?? 0) < -behind) return false
          controller.enqueue(encoder.encode(text))
          return true
        },
        close: () => {
          leave()
          try {
            controller.close()
          } catch {} // its reader was quicker
        },
      }
      listeners.add(listener)
      listener.send(`retry: ${RETRY_MS}\n\n`)
      looking.begin(listener)
    },
    cancel: () => {
      if (listener) listeners.delete(listener)
    },
  }
}

/** Looks at the pulse for all listeners together, as long as there are any. */
function createLooking(site: Site, listeners: Set<Listener>, limits: LiveLimits): Looking {
  let last: Look | null = null
  let lastVersion = -1
  let lookedMs = -Infinity
  let timer: NodeJS.Timeout | null = null
  let busy = false
  const look = async () => {
    const now = performance.now()
    if (last && site.changed() === lastVersion && now - lookedMs < limits.lookAnywayMs) return
    lastVersion = site.changed()
    lookedMs = now
    const next = await lookAt(site, last)
    if (next.id !== last?.id) for (const listener of [...listeners]) tell(listener, next.text)
    last = next
  }
  const turn = async () => {
    if (busy) return
    busy = true
    try {
      await look()
    } catch (error) {
      site.log('live-failed', { error: String(error) })
    } finally {
      busy = false
    }
    const now = performance.now()
    for (const listener of [...listeners]) {
      if (now - listener.sinceMs >= limits.ageMs) listener.close()
      else if (now - listener.beatMs >= limits.beatMs) {
        listener.beatMs = now
        tell(listener, ': beat\n\n')
      }
    }
    if (listeners.size === 0 && timer) {
      clearInterval(timer)
      timer = null
      last = null
    }
  }
  return {
    begin: (listener) => {
      if (last) tell(listener, last.text)
      if (timer) return
      timer = setInterval(() => void turn(), limits.lookMs)
      timer.unref() // a listener must not hold a process that is to end
      void turn()
    },
  }
}

function tell(listener: Listener, text: string): void {
  if (!listener.send(text)) listener.close()
}

async function lookAt(site: Site, last: Look | null): Promise<Look> {
  const shown = await burstsAsOf(site.store, site.now(), { limit: BURSTS })
  const bursts = site.edition ? (await namedShown(site, shown)).bursts : shown
  const rising = bursts.map((burst) => burst.key)
  const keys = new Set(rising)
  const id = bursts.map((burst) => `${burst.key} ${burst.tickMs} ${burst.score.toFixed(2)} ${burst.seen}`).join('|')
  const data = {
    version: site.changed(),
    tick: bursts[0] ? new Date(bursts[0].tickMs).toISOString() : null,
    rising,
    rose: last ? rising.filter((key) => !last.keys.has(key)) : [],
    fell: last ? [...last.keys].filter((key) => !keys.has(key)) : [],
  }
  return { id, keys, text: `event: pulse\nid: ${hash32(id).toString(36)}\ndata: ${JSON.stringify(data)}\n\n` }
}
