import { createHmac, randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { AppError } from '../model/errors.ts'
import { LIST_REASONS } from '../rank/reason-weights.ts'
import { countListChoice, forgetListClicks } from '../store/list-clicks.ts'
import { addReadTogether, forgetReadTogether } from '../store/read-together.ts'
import { addressBlocks } from './address-blocks.ts'
import { createCountedVisits, LEAST_VISITS } from './counted-visits.ts'
import { LEARN_DAYS } from './lists/list-weights.ts'
import { checkForm, dayOf } from './owner.ts'
import { readerAddress } from './reader-address.ts'
import type { Site } from './site.ts'
import { requireOwner } from './viewer.ts'

/** Lists whose choices are counted: those that a reader's browser ranks. */
export const COUNTED_LISTS = ['for-you', 'recommendation'] as const
export type CountedList = (typeof COUNTED_LISTS)[number]

/** Bytes of a message: ten reasons or six keys. */
const MAX_BYTES = 2_000
/** Places of a list, and stories read before one, that a message may name. */
const MAX_PLACES = 20
const MAX_BEFORE = 5
/** Messages of one line that count in a day: a family of readers; and lines remembered for it, after which nobody more counts that day. */
const MESSAGES_OF_LINE = 200
const MAX_LINES = 50_000
/** Messages that may wait for the writer; more are not counted: reading comes before counting. */
const MAX_WAITING = 500
/** Days that a pair of stories is kept without growing. */
const PAIR_DAYS = 30

const Choice = z
  .object({
    list: z.enum(COUNTED_LISTS),
    reasons: z.array(z.enum(LIST_REASONS)).min(1).max(MAX_PLACES),
    chosen: z.number().int().min(0),
  })
  .refine(({ reasons, chosen }) => chosen < reasons.length, 'chosen is no place of the list')
const Key = z.string().regex(/^[\w-]{1,80}$/)
const Together = z.object({ key: Key, before: z.array(Key).min(1).max(MAX_BEFORE) })

/**
 * What readers' browsers tell, and what is made of it at once: sums a day by list, reason and place; and pairs of stories that ten
 * lines have read together, only from readers who said yes. Neither reader nor reading is kept, and nothing is logged.
 * All routes answer 204, counted or not.
 */
export function readingCountRoutes(site: Site): Hono {
  const app = new Hono()
  const visits = createCountedVisits()
  const lineOf = createLines(site)
  const tidy = createDaily(site)
  let waiting = 0
  /** Writes beside the answer. */
  const beside = (work: () => Promise<unknown>) => {
    if (waiting >= MAX_WAITING) return
    waiting++
    void work()
      .catch((cause) => site.log('reading-not-counted', { cause: String(cause) }))
      .finally(() => waiting--)
  }
  app.use(
    '/count/*',
    bodyLimit({
      maxSize: MAX_BYTES,
      onError: () => {
        throw new AppError('too_large', `a count has at most ${MAX_BYTES} bytes`)
      },
    }),
  )
  app.post('/count/choice', async (c) => {
    const line = site.countsReading && isOwnPage(c) ? lineOf(c) : null
    const choice = Choice.safeParse(await c.req.json().catch(() => null))
    if (line !== null && choice.success)
      beside(async () => {
        await tidy()
        await countListChoice(site.store, dayOf(site), choice.data)
      })
    return c.body(null, 204)
  })
  app.post('/count/together', async (c) => {
    const line = site.countsReading && isOwnPage(c) ? lineOf(c) : null
    const read = Together.safeParse(await c.req.json().catch(() => null))
    if (line === null || !read.success) return c.body(null, 204)
    const { key } = read.data
    for (const before of new Set(read.data.before)) {
      if (before === key || !visits.add(before, key, line(`${[before, key].sort()}`))) continue
      const pair = { firstKey: before, secondKey: key, visits: LEAST_VISITS }
      beside(() => addReadTogether(site.store, dayOf(site), pair))
    }
    return c.body(null, 204)
  })
  app.post('/owner/forget-counts', async (c) => {
    const { token } = z.object({ token: z.string() }).parse(await c.req.parseBody())
    requireOwner(c)
    checkForm(c, site, 'forget-counts', token)
    visits.clear()
    await forgetListClicks(site.store, null)
    await forgetReadTogether(site.store, null)
    site.touch()
    return c.redirect('/explain/lists', 303)
  })
  return app
}

/** Another site's page cannot make its readers' browsers count here. */
function isOwnPage(c: Context): boolean {
  const fetchSite = c.req.header('sec-fetch-site')
  return fetchSite === undefined || fetchSite === 'same-origin'
}

/** Gives of a request's line a hash for a purpose, under a key that is made anew each day and is nowhere but in memory; null where it has sent enough today. */
function createLines(site: Site): (c: Context) => ((purpose: string) => string) | null {
  let [day, key] = [-1, randomBytes(32)]
  const sent = new Map<string, number>()
  return (c) => {
    if (dayOf(site) !== day) {
      ;[day, key] = [dayOf(site), randomBytes(32)]
      sent.clear()
    }
    const { line } = addressBlocks(readerAddress(c, site))
    const hash = (purpose: string) => createHmac('sha256', key).update(`${purpose}\n${line}`).digest('base64url')
    const own = hash('sent')
    const count = (sent.get(own) ?? 0) + 1
    if (count > MESSAGES_OF_LINE || (count === 1 && sent.size >= MAX_LINES)) return null
    sent.set(own, count)
    return hash
  }
}

/** Forgets what is too old, once a day. */
function createDaily(site: Site): () => Promise<void> {
  let day = -1
  return async () => {
    if (dayOf(site) === day) return
    day = dayOf(site)
    await forgetListClicks(site.store, day - LEARN_DAYS)
    await forgetReadTogether(site.store, day - PAIR_DAYS)
  }
}
