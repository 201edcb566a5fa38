import { AppError } from '../../model/errors.ts'
import { editFeed, type FeedEdit, renameFolder } from '../../store/feed-edits.ts'
import { addFeed, removeFeed } from '../../store/feeds.ts'
import { numberReaderItems, readerCounts } from '../../store/reader-state.ts'
import type { GreaderCall } from './greader-call.ts'
import { feedName, feedOfStream, labelName, labelOf, stateName } from './greader-ids.ts'
import { greaderSubscription } from './greader-shapes.ts'
import { opmlOf } from './opml-out.ts'
import { feedIdOf, READER_LEVELS, UNFILED } from './reader-feeds.ts'

export function userInfo({ c, reader }: GreaderCall): Response {
  return c.json({ userId: '1', userName: reader.name, userProfileId: '1', userEmail: '' })
}

export function listSubscriptions({ c, feeds }: GreaderCall): Response {
  return c.json({ subscriptions: feeds.map(greaderSubscription) })
}

export function exportSubscriptions({ c, feeds, site }: GreaderCall): Response {
  return c.body(opmlOf(feeds, site.brand.name), 200, { 'content-type': 'text/x-opml; charset=utf-8' })
}

export function listTags({ c, feeds }: GreaderCall): Response {
  const folders = [...new Set(feeds.map((feed) => feed.folder))]
  return c.json({
    tags: [{ id: stateName('starred') }, ...folders.map((folder) => ({ id: labelName(folder), type: 'folder' }))],
  })
}

/** `unread-count`: of every feed, folder and of all, with the newest moment of each. */
export async function unreadCounts({ c, feeds, reader, site }: GreaderCall): Promise<Response> {
  await numberReaderItems(site.store)
  const filter = { user: reader.name, streams: [{ kind: 'all' }], read: false } as const
  const rows = await readerCounts(site.store, filter, READER_LEVELS)
  const folderOf = new Map(feeds.map((feed) => [feed.id, feed.folder]))
  const counts = new Map<string, { count: number; newestMs: number }>()
  let all = 0
  for (const row of rows) {
    const id = feedIdOf(row)
    all += row.count
    for (const name of [feedName(id), labelName(folderOf.get(id) ?? UNFILED), stateName('reading-list')]) {
      const known = counts.get(name) ?? { count: 0, newestMs: 0 }
      counts.set(name, { count: known.count + row.count, newestMs: Math.max(known.newestMs, row.newestMs) })
    }
  }
  const unreadcounts = [...counts].map(([id, { count, newestMs }]) => ({
    id,
    count,
    newestItemTimestampUsec: `${newestMs}000`,
  }))
  return c.json({ max: all, unreadcounts })
}

/** `subscription/edit`: subscribes to an address, leaves a feed, or changes its title and folder. */
export async function editSubscription(call: GreaderCall): Promise<Response> {
  mustEdit(call)
  const { words, site, feeds } = call
  const action = words.get('ac')
  for (const name of words.getAll('s')) {
    const edit = editAsked(words)
    const feed = feedOfStream(name, feeds)
    if (action === 'subscribe') await editFeed(site.store, await subscribe(call, name.replace(/^feed\//, '')), edit)
    else if (!feed?.source) throw new AppError('not_found', `there is no subscription "${name.slice(0, 200)}"`)
    else if (action === 'unsubscribe') await removeFeed(site.store, feed.id)
    else if (action === 'edit') await editFeed(site.store, feed.id, edit)
    else throw new AppError('invalid', `ac is "${action ?? ''}": it must be subscribe, unsubscribe or edit`)
  }
  site.touch()
  return call.c.text('OK')
}

function editAsked(words: URLSearchParams): FeedEdit {
  const [title, into, from] = [words.get('t'), labelOf(words.get('a') ?? ''), labelOf(words.get('r') ?? '')]
  return {
    ...(title ? { title: title.slice(0, MAX_NAME) } : {}),
    ...(into !== null
      ? { folder: into === UNFILED ? null : into.slice(0, MAX_NAME) }
      : from !== null
        ? { folder: null }
        : {}),
  }
}

/** Characters of a title or folder that a reader app may give. */
const MAX_NAME = 200

/** `subscription/quickadd`: subscribes to an address and says under which name. */
export async function quickAdd(call: GreaderCall): Promise<Response> {
  mustEdit(call)
  const query = (call.words.get('quickadd') ?? '').replace(/^feed\//, '')
  const id = await subscribe(call, query)
  call.site.touch()
  return call.c.json({ numResults: 1, query, streamId: feedName(id), streamName: query })
}

async function subscribe({ site }: GreaderCall, address: string): Promise<number> {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol))
    throw new AppError('invalid', `"${address.slice(0, 200)}" is no http or https address`)
  const { id } = await addFeed(site.store, { url: url.href, kind: 'feed', title: null, siteUrl: null }, site.now())
  return id
}

/** `rename-tag`: a folder's new name. */
export async function renameTag(call: GreaderCall): Promise<Response> {
  mustEdit(call)
  const [from, to] = [labelOf(call.words.get('s') ?? ''), labelOf(call.words.get('dest') ?? '')]
  if (from === null || to === null) throw new AppError('invalid', 's and dest must be user/-/label/NAME')
  await renameFolder(call.site.store, from, to.slice(0, MAX_NAME))
  call.site.touch()
  return call.c.text('OK')
}

/** `disable-tag`: dissolves a folder; its feeds stay. */
export async function disableTag(call: GreaderCall): Promise<Response> {
  mustEdit(call)
  const folder = labelOf(call.words.get('s') ?? '') ?? call.words.get('t')
  if (folder === null) throw new AppError('invalid', 's must be user/-/label/NAME')
  await renameFolder(call.site.store, folder, null)
  call.site.touch()
  return call.c.text('OK')
}

function mustEdit({ reader }: GreaderCall): void {
  if (!reader.mayEdit) throw new AppError('forbidden', 'this account may read, not change the sources')
}
