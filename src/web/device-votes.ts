import { createHmac } from 'node:crypto'
import type { Context } from 'hono'
import { countView, forgetVotes, type Vote } from '../store/reactions.ts'
import { dayOf, sign } from './owner.ts'
import type { Site } from './site.ts'

/** Views remembered in memory, so that a reader's reload asks the store nothing: a bound, forgotten daily. */
const MAX_REMEMBERED = 50_000
/** Views that may wait for the writer; more than that are not counted: reading comes before counting. */
const MAX_WAITING = 1_000

/**
 * A vote of this device on an article today. The address and the browser's name go into a hash whose key changes every day,
 * and are kept nowhere.
 */
export function deviceVote(c: Context, site: Site, kind: 'view' | 'react', articleId: number): Vote {
  const day = dayOf(site)
  const dailyKey = sign(site, `votes:${day}`)
  const device = `${addressOf(c, site)}\n${c.req.header('user-agent') ?? ''}`
  const token = createHmac('sha256', dailyKey).update(`${kind}:${articleId}:${device}`).digest('base64url').slice(0, 27)
  return { articleId, token, day }
}

/** Counts views beside the answers, never before them. */
export function createViewCounter(site: Site): (vote: Vote) => void {
  const counted = new Set<string>()
  let day = -1
  let waiting = 0
  return (vote) => {
    if (vote.day !== day) {
      day = vote.day
      counted.clear()
      void forgetVotes(site.store, day).catch((cause) => site.log('votes-not-forgotten', { cause: String(cause) }))
    }
    if (counted.has(vote.token) || waiting >= MAX_WAITING) return
    if (counted.size >= MAX_REMEMBERED) counted.clear()
    counted.add(vote.token)
    waiting++
    void countView(site.store, vote)
      .catch((cause) => site.log('view-not-counted', { article: vote.articleId, cause: String(cause) }))
      .finally(() => waiting--)
  }
}

type NodeEnv = { incoming?: { socket?: { remoteAddress?: string } } } | undefined

/** The peer's address; behind one's own proxy the last one that it forwarded. Empty in tests without a socket. */
function addressOf(c: Context, site: Site): string {
  const forwarded = site.trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded ?? (c.env as NodeEnv)?.incoming?.socket?.remoteAddress ?? '' // as @hono/node-server hands it
}
