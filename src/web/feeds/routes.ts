import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { DAY_MS } from '../../model/time.ts'
import { loggedPath, tell } from '../errors.ts'
import { AtParam, siteAt } from '../past.ts'
import { pastTurnsOf } from '../past-turns.ts'
import type { Site } from '../site.ts'
import { writeAtom } from './atom.ts'
import type { Answer } from './conditional.ts'
import { FEED_LISTS, type FeedLoader, PAST_LISTS } from './feed-lists.ts'
import { hubHeader, hubOf } from './hub-link.ts'
import { writeJsonFeed } from './json-feed.ts'
import { createKeptAnswers } from './kept-answers.ts'
import type { FeedList } from './list-entries.ts'
import { originOf } from './origin.ts'
import { FEED_TYPES, type FeedFormat, type OutFeed } from './out-feed.ts'
import { writeRss } from './rss.ts'
import { safeUri } from './xml.ts'

const WRITERS: Readonly<Record<FeedFormat, (feed: OutFeed) => string>> = {
  rss: writeRss,
  atom: writeAtom,
  json: writeJsonFeed,
}
const MAX_AGE_SECONDS = 300
const PastQuery = z.object({ at: AtParam })
/** Language of the site's own words. */
const LANGUAGE = 'en'

/** Every list of the site as RSS 2.0, Atom and JSON Feed: the page's path with `.rss`, `.atom` or `.json`. `?full=1` gives whole texts, `?at=` the list of a past moment. */
export function feedRoutes(site: Site): Hono {
  const app = new Hono()
  const kept = createKeptAnswers(site)
  app.onError((error, c) => {
    const { code, status, message } = tell(error)
    if (code === 'internal') site.log('feed-failed', { path: loggedPath(c.req.path), error: String(error) })
    return c.text(`${message}\n`, status as ContentfulStatusCode) // from the table of statuses
  })
  for (const [path, load] of Object.entries(FEED_LISTS))
    for (const format of Object.keys(WRITERS) as FeedFormat[]) {
      const route = path.endsWith('*') ? `${path.slice(0, -1)}:name{.+\\.${format}}` : `${path}.${format}`
      app.get(route, (c) => {
        const origin = originOf(c, site.brand.baseUrl)
        noteReader(site, c, origin)
        const make = (shown: Site) => answer(shown, load, { format, origin }, c)
        return kept(c, origin, () => asAsked(site, path, c.req.query('at'), make))
      })
    }
  return app
}

/** A hub elsewhere is told of what somebody reads; what the site reads itself to see whether it has changed comes over no socket. */
function noteReader({ hub, brand }: Site, c: Context, origin: string): void {
  const { pathname, search, searchParams } = new URL(c.req.url)
  const isRead = (c.env as { incoming?: object } | undefined)?.incoming !== undefined // as @hono/node-server hands it
  if (!isRead || !brand.baseUrl || searchParams.has('at') || pathname.startsWith('/watch/')) return
  hub?.noteRead?.({ topic: safeUri(`${origin}${pathname}${search}`), base: origin })
}

/** Makes a list as it is, or in its turn as it stood. @throws AppError invalid for a moment to come, ZodError for none */
async function asAsked(
  site: Site,
  path: string,
  at: string | undefined,
  make: (shown: Site) => Promise<Answer>,
): Promise<Answer> {
  if (at === undefined) return make(site)
  if (!PAST_LISTS.has(path)) throw new AppError('invalid', 'at: this list is told of now alone')
  const past = await siteAt(site, PastQuery.parse({ at }).at)
  return pastTurnsOf(site.store)(() => make(past))
}

async function answer(
  site: Site,
  load: FeedLoader,
  { format, origin }: { format: FeedFormat; origin: string },
  c: Context,
): Promise<Answer> {
  const url = new URL(c.req.url)
  const name = (c.req.param('name') ?? '').slice(0, -format.length - 1)
  const fullness = { full: url.searchParams.get('full') === '1', origin }
  const list = await load(site, name, fullness, url.searchParams)
  if (!list) throw new AppError('not_found', `there is no list at ${url.pathname}`)
  const selfUrl = safeUri(`${origin}${url.pathname}${url.search}`)
  const hubUrl = site.asOf === undefined ? hubOf(site, list.isPrivate) : null // the past does not change
  const feed = outFeed(list, { selfUrl, hubUrl }, site)
  const head = {
    type: FEED_TYPES[format],
    modifiedMs: feed.updatedMs,
    maxAgeSeconds: MAX_AGE_SECONDS,
    shared: list.isPrivate !== true,
    ...(hubUrl === null ? {} : { link: hubHeader(hubUrl, selfUrl) }),
  }
  return { body: WRITERS[format](feed), ...head }
}

/** Readers keep entries by id: one that the page shows in two places stands once, where it came first. */
function outFeed(list: FeedList, links: Pick<OutFeed, 'selfUrl' | 'hubUrl'>, site: Site): OutFeed {
  const entries = [...new Map(list.entries.toReversed().map((entry) => [entry.id, entry])).values()].toReversed()
  const newest = Math.max(...entries.map((entry) => entry.updatedMs))
  return {
    ...list,
    id: list.pageUrl,
    ...links,
    language: LANGUAGE,
    // An empty list does not change with every minute: a reader that has it hears so.
    updatedMs: entries.length === 0 ? Math.floor(site.now() / DAY_MS) * DAY_MS : newest,
    entries,
  }
}
