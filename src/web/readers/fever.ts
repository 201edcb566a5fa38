import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { prepareReader } from '../../store/number-reader-items.ts'
import { readerCounts } from '../../store/reader-counts.ts'
import { markItems, type ReaderMark } from '../../store/reader-marks.ts'
import { type ReaderFilter, readerIds, readerItems } from '../../store/reader-state.ts'
import { tell } from '../errors.ts'
import { originOf } from '../feeds/origin.ts'
import type { Site } from '../site.ts'
import { feverLinks } from './fever-links.ts'
import { mustMark, type Reader, readerByFeverKey } from './reader-auth.ts'
import { readerEntries } from './reader-entries.ts'
import { folderId, placesOfFolder, type ReaderFeed, readerFeeds } from './reader-feeds.ts'
import { formAndQuery } from './request-body.ts'
import { iconOf, iconPicture } from './source-icon.ts'

/** Items in one answer. **Source:** the Fever API, section "Items" */
const PAGE = 50
/** Numbers in a list of unread or saved items: whole backlogs, at some seven bytes each. */
const MAX_IDS = 1_000_000

/** What an app sent, who sent it, and the feeds there are. */
export type FeverCall = {
  site: Site
  reader: Reader
  words: URLSearchParams
  feeds: readonly ReaderFeed[]
  origin: string
}

/** The Fever API, at `/fever/` and where FreshRSS has it. **Source:** feedafever.com/api, version 3 */
export function feverRoutes(site: Site): Hono {
  const app = new Hono()
  app.onError((error, c) => {
    const { code, status, message } = tell(error)
    if (code === 'internal') site.log('fever-failed', { path: c.req.path, error: String(error) })
    return c.json({ api_version: 3, auth: 0, error: message }, status as ContentfulStatusCode) // from the table of statuses
  })
  for (const path of ['/fever', '/fever/', '/api/fever.php'])
    app.on(['GET', 'POST'], path, async (c) => {
      c.header('cache-control', 'no-store')
      return c.json(await answer(site, c))
    })
  return app
}

async function answer(site: Site, c: Context): Promise<Record<string, unknown>> {
  const words = await formAndQuery(c)
  const reader = await readerByFeverKey(site, words.get('api_key') ?? '')
  if (!reader) return { api_version: 3, auth: 0 }
  const origin = originOf(c, site.brand.baseUrl)
  await prepareReader(site.store, reader.name, site.now())
  const call: FeverCall = { site, reader, words, feeds: await readerFeeds(site, origin, reader.name), origin }
  const marked = words.has('mark') ? await mark(call) : {}
  const parts = await Promise.all(
    Object.entries(PARTS)
      .filter(([name]) => words.has(name))
      .map(([, part]) => part(call)),
  )
  const time = String(Math.floor(site.now() / 1000))
  return Object.assign({ api_version: 3, auth: 1, last_refreshed_on_time: time }, marked, ...parts)
}

/** What an app may ask for, several at once. */
const PARTS: Readonly<Record<string, (call: FeverCall) => Promise<object> | object>> = {
  groups: ({ feeds }) => ({
    groups: [...new Set(feeds.map((feed) => feed.folder))].map((folder) => ({ id: folderId(folder), title: folder })),
    feeds_groups: feedsGroups(feeds),
  }),
  feeds: ({ feeds, site }) => ({
    feeds: feeds.map((feed) => ({
      id: feed.id,
      favicon_id: feed.id,
      title: feed.title,
      url: feed.feedUrl,
      site_url: feed.siteUrl,
      is_spark: 0,
      last_updated_on_time: Math.floor((feed.source?.lastPolledMs ?? site.now()) / 1000),
    })),
    feeds_groups: feedsGroups(feeds),
  }),
  favicons: ({ feeds }) => ({
    favicons: feeds.map((feed) => ({
      id: feed.id,
      data: `image/png;base64,${iconPicture(iconOf(feed)).toString('base64')}`,
    })),
  }),
  links: async (call) => ({ links: await feverLinks(call) }),
  items,
  unread_item_ids: async (call) => ({ unread_item_ids: await idsOf(call, { read: false }) }),
  saved_item_ids: async (call) => ({ saved_item_ids: await idsOf(call, { starred: true }) }),
}

function feedsGroups(feeds: readonly ReaderFeed[]) {
  const byFolder = Map.groupBy(feeds, (feed) => feed.folder)
  return [...byFolder].map(([folder, members]) => ({
    group_id: folderId(folder),
    feed_ids: members.map((feed) => feed.id).join(','),
  }))
}

/** Items above `since_id` oldest first, below `max_id` newest first, or exactly `with_ids`. */
async function items(call: FeverCall): Promise<object> {
  const { site, reader, words, origin } = call
  const [sinceId, maxId, withIds] = [words.get('since_id'), words.get('max_id'), words.get('with_ids')]
  const filter: ReaderFilter = {
    user: reader.name,
    order: maxId === null ? 'oldest' : 'newest',
    limit: PAGE,
    ...(withIds !== null
      ? { ids: withIds.split(',').slice(0, PAGE).map(Number).filter(Number.isSafeInteger) }
      : maxId !== null
        ? { beforeId: Number(maxId) || Number.MAX_SAFE_INTEGER }
        : { afterId: Number(sinceId) || 0 }),
  }
  const [found, counts] = await Promise.all([
    readerItems(site.store, filter),
    readerCounts(site.store, { user: reader.name }),
  ])
  const entries = await readerEntries(site, found, origin)
  return {
    total_items: counts.reduce((sum, row) => sum + row.count, 0),
    items: entries.map((entry) => ({
      id: entry.item.id,
      feed_id: entry.item.place,
      title: entry.title,
      author: entry.author,
      html: entry.html,
      url: entry.url,
      is_saved: entry.item.starred ? 1 : 0,
      is_read: entry.item.read ? 1 : 0,
      created_on_time: Math.floor(entry.arrivedMs / 1000),
    })),
  }
}

async function idsOf({ reader, site }: FeverCall, marks: { read?: boolean; starred?: boolean }): Promise<string> {
  return readerIds(site.store, { user: reader.name, ...marks, order: 'oldest', limit: MAX_IDS })
}

const MARKS: Readonly<Record<string, ReaderMark>> = {
  read: { read: true },
  unread: { read: false },
  saved: { starred: true },
  unsaved: { starred: false },
}

/** `mark=item|feed|group&as=…&id=…&before=…`; answers with the list that has changed. */
async function mark(call: FeverCall): Promise<object> {
  const { site, reader, words } = call
  mustMark(reader)
  const change = MARKS[words.get('as') ?? '']
  const id = Number(words.get('id'))
  if (!change || !Number.isSafeInteger(id)) return {}
  const before = Number(words.get('before'))
  const isItem = words.get('mark') === 'item'
  const places = isItem ? undefined : placesMarked(call, id)
  const filter = {
    user: reader.name,
    ...(places === undefined ? {} : { places }),
    ...(isItem ? { ids: [id] } : before > 0 ? { untilMs: before * 1_000 + 999 } : {}),
  }
  await markItems(site.store, filter, change, site.now())
  return change.read === undefined
    ? { saved_item_ids: await idsOf(call, { starred: true }) }
    : { unread_item_ids: await idsOf(call, { read: false }) }
}

/** Group 0 is everything (no places are named); group -1, the "sparks" of the original, is nothing here. */
function placesMarked({ words, feeds }: FeverCall, id: number): readonly number[] | undefined {
  if (words.get('mark') === 'feed') return [id]
  if (words.get('mark') !== 'group') return []
  if (id === 0) return undefined
  const folder = feeds.find((feed) => folderId(feed.folder) === id)?.folder
  return folder === undefined ? [] : placesOfFolder(feeds, folder)
}
