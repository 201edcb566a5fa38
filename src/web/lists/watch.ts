import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import {
  type QuietHours,
  WATCH_CHANNELS,
  WATCH_KINDS,
  type Watch,
  type WatchEvent,
  type WatchKind,
  type WatchMessage,
} from '../../model/watch.ts'
import { feedById } from '../../store/feeds.ts'
import { storyByKey } from '../../store/stories.ts'
import { tagBySlug } from '../../store/tags.ts'
import { lastEvents, lastMessages } from '../../store/watch-messages.ts'
import { makeWatch, noteWatchRead, watchByToken, watchesOf } from '../../store/watches.ts'
import { asksSomething, parseQuery } from '../../text/search-query.ts'
import type { Site } from '../site.ts'
import { sourcePath, storyPath, tagPath } from '../views/links.ts'
import { sourceName } from '../views/sources.ts'

/** Something that can be watched, as it is called now; `target` is what it is known by, `path` its page. */
export type Watchable = { kind: WatchKind; target: string; name: string; path: string }

/** Random bytes of a watch's address, of a webhook's secret and of a confirmation: nobody guesses them. */
const TOKEN_BYTES = 24
const SECRET_BYTES = 32
const MAX_TARGET = 400
const MAX_ADDRESS = 2_000

/** Hours of the day as forms and the API give them: `22:00`. */
const Hours = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, such as 22:00')
const Zone = z.string().max(60).refine(isZone, 'must be a time zone, such as Europe/Berlin')

/** What is to be watched, and how it is told. */
export const WatchWish = z.object({
  kind: z.enum(WATCH_KINDS),
  target: z
    .string()
    .trim()
    .min(1)
    .max(MAX_TARGET)
    .describe('A tag’s slug, a story’s key, words of a search, or a source’s number'),
  everyArticle: z.boolean().default(false).describe('Also each new independent article, not bursts alone'),
  channel: z.enum(WATCH_CHANNELS).default('feed'),
  address: z
    .string()
    .trim()
    .max(MAX_ADDRESS)
    .default('')
    .describe('webhook: where it is posted to; mail: an address; ntfy: a topic; feed: nothing'),
  quiet: z
    .object({ from: Hours, to: Hours, zone: Zone })
    .refine(({ from, to }) => from !== to, 'quiet hours must begin and end at different times')
    .nullable()
    .default(null)
    .describe('Nothing is sent in these hours of the day; what came goes in one message after them'),
})
export type WatchWish = z.output<typeof WatchWish>

/** What a watch's target is; null where there is none (any more). One query. */
export async function watchable(site: Site, kind: WatchKind, target: string): Promise<Watchable | null> {
  if (kind === 'tag') {
    const tag = await tagBySlug(site.store, target)
    return tag && { kind, target: tag.slug, name: tag.name, path: tagPath(tag.slug) }
  }
  if (kind === 'story') {
    const found = await storyByKey(site.store, target)
    if (found !== null && 'movedTo' in found) return watchable(site, kind, found.movedTo)
    return found && { kind, target: found.story.key, name: found.story.title, path: storyPath(found.story.key) }
  }
  if (kind === 'source') {
    const feed = /^\d{1,15}$/.test(target) ? await feedById(site.store, Number(target)) : null
    return feed && { kind, target: String(feed.id), name: sourceName(feed), path: sourcePath(feed.id) }
  }
  const query = target.toWellFormed().trim()
  const asked = parseQuery(query)
  if (asked.problem !== null || !asksSomething(asked)) return null
  return { kind, target: query, name: query, path: `/search?q=${encodeURIComponent(query)}` }
}

/**
 * Makes the watch that a reader wishes for. Without an account it is a feed, and nothing is known of the reader but the watch itself.
 * @throws AppError not_found, invalid for an address that is none or a way that is not set up, forbidden without an account, conflict
 */
export async function watchFor(site: Site, account: string | null, wish: WatchWish): Promise<Watch> {
  const found = await watchable(site, wish.kind, wish.target)
  if (!found) throw new AppError('not_found', `there is no ${wish.kind} “${wish.target.slice(0, 100)}” to watch`)
  if (wish.channel !== 'feed' && account === null)
    throw new AppError('forbidden', 'webhook, mail and ntfy need the owner’s key or an account; a feed does not')
  const random = (bytes: number) => randomBytes(bytes)
  const secret =
    wish.channel === 'webhook'
      ? `whsec_${random(SECRET_BYTES).toString('base64')}`
      : wish.channel === 'mail'
        ? random(TOKEN_BYTES).toString('base64url')
        : null
  const watch = await makeWatch(
    site.store,
    {
      token: random(TOKEN_BYTES).toString('base64url'),
      account,
      kind: found.kind,
      target: found.target,
      name: found.name,
      everyArticle: wish.everyArticle,
      channel: wish.channel,
      address: addressOf(site, wish),
      secret,
      quiet: quietOf(wish),
    },
    { key: `msg_${random(TOKEN_BYTES).toString('base64url')}`, kind: 'confirm' },
    site.now(),
  )
  site.hurry?.()
  return watch
}

/** The address as its way has it. @throws AppError invalid, naming what would be right */
function addressOf(site: Site, { channel, address }: WatchWish): string {
  if (channel === 'feed') return ''
  if (channel === 'webhook') {
    const url = URL.parse(address)
    if (!url || !/^https?:$/.test(url.protocol) || url.username !== '')
      throw new AppError('invalid', `“${address.slice(0, 200)}” is no http or https address without a name in it`)
    return url.href
  }
  if (channel === 'mail') {
    if (site.told?.mail !== true)
      throw new AppError('invalid', 'this site sends no mail: its owner has set up no server')
    if (!z.email({ pattern: z.regexes.html5Email }).max(254).safeParse(address).success)
      throw new AppError('invalid', `“${address.slice(0, 200)}” is no mail address`)
    return address
  }
  if (!site.told?.ntfy) throw new AppError('invalid', 'this site tells by no ntfy server: its owner has set up none')
  if (!/^[-_A-Za-z0-9]{1,64}$/.test(address))
    throw new AppError(
      'invalid',
      `“${address.slice(0, 200)}” is no topic: letters, digits, dash and underline, at most 64`,
    )
  return address
}

function quietOf({ quiet }: WatchWish): QuietHours | null {
  if (quiet === null) return null
  const minute = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
  return { fromMinute: minute(quiet.from), toMinute: minute(quiet.to), zone: quiet.zone }
}

/** A minute of the day as clocks show it: `22:00`. */
export function hoursText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** A watch with what it told last, and its last messages. */
export type WatchPage = {
  watch: Watch
  /** Page of what is watched. */
  path: string
  events: readonly (WatchEvent & { id: number })[]
  messages: readonly WatchMessage[]
}

const EVENTS = 50
const MESSAGES = 10

/** What a watch's page and feed show; null for an address that is none. Four queries at most. */
export async function watchPage(site: Site, token: string): Promise<WatchPage | null> {
  const watch = await watchByToken(site.store, token)
  if (!watch) return null
  const [events, messages] = await Promise.all([
    lastEvents(site.store, watch.id, EVENTS),
    lastMessages(site.store, [watch.id], MESSAGES),
    noteWatchRead(site.store, watch, site.now()),
  ])
  return { watch, path: pathOf(watch), events, messages: messages.get(watch.id) ?? [] }
}

/** An account's watches, newest first, each with its last message. Two queries. */
export async function watchList(
  site: Site,
  account: string,
): Promise<{ watch: Watch; path: string; last: WatchMessage | null }[]> {
  const watches = await watchesOf(site.store, account)
  const last = await lastMessages(
    site.store,
    watches.map((watch) => watch.id),
    1,
  )
  return watches.map((watch) => ({ watch, path: pathOf(watch), last: last.get(watch.id)?.[0] ?? null }))
}

function pathOf({ kind, target }: Watch): string {
  if (kind === 'tag') return tagPath(target)
  if (kind === 'story') return storyPath(target)
  return kind === 'source' ? sourcePath(Number(target)) : `/search?q=${encodeURIComponent(target)}`
}
