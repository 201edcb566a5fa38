import type { Context } from 'hono'
import { html } from 'hono/html'
import { type EpochMs, MINUTE_MS } from '../model/time.ts'
import type { Html } from './views/layout.ts'
import { say } from './views/messages.ts'

/** Seconds after which a page of something that goes on is asked for again, without a script. */
const AGAIN_S = 2
/** What has not ended in this time is looked at by hand. */
const PATIENCE_MS = 15 * MINUTE_MS

/**
 * Has a page looked at again by itself while something goes on, and gives the line that says so, with the way to stop it: whoever reads
 * slowly, or listens, is not interrupted for long. A header, so that it works without scripts.
 */
export function lookAgain(c: Context, sinceMs: EpochMs, nowMs: EpochMs): Html {
  const isStill = c.req.query('still') !== undefined || nowMs - sinceMs > PATIENCE_MS
  if (!isStill) c.header('refresh', String(AGAIN_S))
  return isStill
    ? html`<p class="soft ui"><a href="${c.req.path}">${say('lookNow')}</a></p>`
    : html`<p class="soft ui">${say('lookAgain')} <a href="${c.req.path}?still=1">${say('lookStill')}</a></p>`
}
