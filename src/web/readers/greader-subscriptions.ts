import { AppError } from '../../model/errors.ts'
import { prepareReader } from '../../store/number-reader-items.ts'
import { readerCounts } from '../../store/reader-counts.ts'
import { changeFeed, changeFolder, type FeedChange, importList, leaveFeed, subscribe } from './edit-feeds.ts'
import { answer, type GreaderCall } from './greader-call.ts'
import { feedName, feedOfStream, labelName, labelOf, stateName } from './greader-ids.ts'
import { greaderSubscription } from './greader-shapes.ts'
import { opmlOf } from './opml-out.ts'
import { UNFILED } from './reader-feeds.ts'
import { uploadedText } from './request-body.ts'

export function userInfo(call: GreaderCall): Response {
  return answer(call, { userId: '1', userName: call.reader.name, userProfileId: '1', userEmail: '' })
}

/** `preference/list` and `preference/stream/list`: the original kept the looks of its own page there. */
export function preferences(call: GreaderCall): Response {
  return answer(call, call.c.req.path.includes('/stream/') ? { streamprefs: {} } : { prefs: [] })
}

export function listSubscriptions(call: GreaderCall): Response {
  return answer(call, { subscriptions: call.feeds.map((feed) => greaderSubscription(feed, call.origin)) })
}

export function exportSubscriptions({ c, feeds, site }: GreaderCall): Response {
  return c.body(opmlOf(feeds, site.brand.name), 200, { 'content-type': 'text/x-opml; charset=utf-8' })
}

/** `subscription/import`: an OPML document as the body, or as a file of a form. It is read later, by a job. */
export async function importSubscriptions(call: GreaderCall): Promise<Response> {
  await importList(call, await uploadedText(call.c))
  return call.c.text('OK')
}

export function listTags(call: GreaderCall): Response {
  const folders = [...new Set(call.feeds.map((feed) => feed.folder))]
  return answer(call, {
    tags: [{ id: stateName('starred') }, ...folders.map((folder) => ({ id: labelName(folder), type: 'folder' }))],
  })
}

/** `unread-count`: of every feed, folder and of all, with the newest moment of each. */
export async function unreadCounts(call: GreaderCall): Promise<Response> {
  const { feeds, reader, site } = call
  await prepareReader(site.store, reader.name, site.now())
  const rows = await readerCounts(site.store, { user: reader.name, read: false })
  const folderOf = new Map(feeds.map((feed) => [feed.id, feed.folder]))
  const counts = new Map<string, { count: number; newestMs: number }>()
  let all = 0
  for (const row of rows) {
    all += row.count
    for (const name of [
      feedName(row.place),
      labelName(folderOf.get(row.place) ?? UNFILED),
      stateName('reading-list'),
    ]) {
      const known = counts.get(name) ?? { count: 0, newestMs: 0 }
      counts.set(name, { count: known.count + row.count, newestMs: Math.max(known.newestMs, row.newestMs) })
    }
  }
  const unreadcounts = [...counts].map(([id, { count, newestMs }]) => ({
    id,
    count,
    newestItemTimestampUsec: `${newestMs}000`,
  }))
  return answer(call, { max: all, unreadcounts })
}

/** `subscription/edit`: subscribes to an address, leaves a feed, or changes its title and folder. */
export async function editSubscription(call: GreaderCall): Promise<Response> {
  const { words, feeds } = call
  const action = words.get('ac')
  for (const [index, name] of words.getAll('s').entries()) {
    const change = changeAsked(words, index)
    const feed = feedOfStream(name, feeds)
    if (action === 'subscribe' && feed) await changeFeed(call, feed, change)
    else if (action === 'subscribe') await subscribe(call, name.replace(/^feed\//, ''), change)
    else if (!feed) throw new AppError('not_found', `there is no subscription "${name.slice(0, 200)}"`)
    else if (action === 'unsubscribe') await leaveFeed(call, feed)
    else if (action === 'edit') await changeFeed(call, feed, change)
    else throw new AppError('invalid', `ac is "${action ?? ''}": it must be subscribe, unsubscribe or edit`)
  }
  return call.c.text('OK')
}

/** Titles come one for each stream, folders once for all. */
function changeAsked(words: URLSearchParams, index: number): FeedChange {
  const [into, from] = [labelOf(words.get('a') ?? ''), labelOf(words.get('r') ?? '')]
  const title = words.getAll('t')[index]
  return {
    ...(title ? { title } : {}),
    ...(into !== null ? { folder: into } : from !== null ? { folder: null } : {}),
  }
}

/** `subscription/quickadd`: subscribes to an address, or to a list such as `tag:harbour`, and says under which name. */
export async function quickAdd(call: GreaderCall): Promise<Response> {
  const query = (call.words.get('quickadd') ?? '').replace(/^feed\//, '')
  const id = await subscribe(call, query, {})
  return answer(call, { numResults: 1, query, streamId: feedName(id), streamName: query })
}

/** `rename-tag`: a folder's new name. */
export async function renameTag(call: GreaderCall): Promise<Response> {
  const [from, to] = [labelOf(call.words.get('s') ?? '') ?? call.words.get('t'), labelOf(call.words.get('dest') ?? '')]
  if (from === null || to === null) throw new AppError('invalid', 's and dest must be user/-/label/NAME')
  await changeFolder(call, from, to)
  return call.c.text('OK')
}

/** `disable-tag`: dissolves a folder; its feeds stay. */
export async function disableTag(call: GreaderCall): Promise<Response> {
  const folder = labelOf(call.words.get('s') ?? '') ?? call.words.get('t')
  if (folder === null) throw new AppError('invalid', 's must be user/-/label/NAME')
  await changeFolder(call, folder, null)
  return call.c.text('OK')
}
