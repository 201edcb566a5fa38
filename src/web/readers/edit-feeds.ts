import { AppError } from '../../model/errors.ts'
import { editFeed, renameFolder } from '../../store/feed-edits.ts'
import { addFeed, removeFeed } from '../../store/feeds.ts'
import { enqueue } from '../../store/jobs.ts'
import { addReaderList, editReaderList, removeReaderList, renameListFolder } from '../../store/reader-lists.ts'
import { FIRST_LIST_PLACE } from '../../store/reader-places.ts'
import type { Site } from '../site.ts'
import { listAsked, newListOf } from './list-of-address.ts'
import { mustEdit, mustMark, type Reader } from './reader-auth.ts'
import { type ReaderFeed, UNFILED } from './reader-feeds.ts'

/** Characters of a title or folder that a reader app may give. */
const MAX_NAME = 200

/** What changes of a feed; absent parts stay, `folder` null takes it out of its folder. */
export type FeedChange = { title?: string | undefined; folder?: string | null | undefined }

type Asking = { site: Site; reader: Reader; origin: string }

/**
 * Subscribes to what an app names and gives its number: a list of the reader's own for an address of this site or a word such as
 * `search:bridge`, which every account may have; a source of the site for any other address, which editors may add.
 * @throws AppError forbidden, invalid, not_found
 */
export async function subscribe({ site, reader, origin }: Asking, text: string, change: FeedChange): Promise<number> {
  const asked = listAsked(text, origin)
  if (asked) {
    mustMark(reader)
    const list = await newListOf(site, asked, { title: change.title, folder: folderOf(change.folder) ?? null })
    return FIRST_LIST_PLACE + (await addReaderList(site.store, reader.name, list))
  }
  mustEdit(reader)
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol))
    throw new AppError('invalid', `"${text.slice(0, 200)}" is no http or https address`)
  const { id } = await addFeed(site.store, { url: url.href, kind: 'feed', title: null, siteUrl: null }, site.now())
  await editFeed(site.store, id, changeOf(change))
  site.touch()
  site.hurry?.()
  return id
}

/** Gives a feed another name or folder. @throws AppError forbidden, not_found for lists of ours, which have their names */
export async function changeFeed({ site, reader }: Asking, feed: ReaderFeed, change: FeedChange): Promise<void> {
  if (feed.list) {
    mustMark(reader)
    await editReaderList(site.store, reader.name, feed.list.id, changeOf(change))
    return
  }
  mustBeSource(feed)
  mustEdit(reader)
  await editFeed(site.store, feed.id, changeOf(change))
  site.touch()
}

/** Leaves a feed: the reader's list goes, a source goes for everybody. @throws AppError forbidden, not_found */
export async function leaveFeed({ site, reader }: Asking, feed: ReaderFeed): Promise<void> {
  if (feed.list) {
    mustMark(reader)
    await removeReaderList(site.store, reader.name, feed.list.id)
    return
  }
  mustBeSource(feed)
  mustEdit(reader)
  await removeFeed(site.store, feed.id)
  site.touch()
}

function mustBeSource(feed: ReaderFeed): void {
  if (!feed.source)
    throw new AppError('not_found', `"${feed.title}" is a list of the site: it can be neither left nor changed`)
}

/** Gives a folder another name, or dissolves it (null): the reader's own lists in it, and, for an editor, the sources. @throws AppError forbidden for a reader who has no list there */
export async function changeFolder({ site, reader }: Asking, from: string, to: string | null): Promise<void> {
  mustMark(reader)
  const name = to === null ? null : to.slice(0, MAX_NAME)
  const moved = await renameListFolder(site.store, reader.name, from, name)
  if (!reader.mayEdit && moved > 0) return
  mustEdit(reader)
  await renameFolder(site.store, from, name)
  site.touch()
}

/** Puts an OPML list into the queue, as the page of imports does. @throws AppError forbidden, invalid for an empty one */
export async function importList({ site, reader }: Asking, opml: string): Promise<number> {
  mustEdit(reader)
  if (opml.trim() === '') throw new AppError('invalid', 'the body is empty: send an OPML document')
  const bytes = Buffer.from(opml).toString('base64')
  const id = await enqueue(site.store, 'import-feeds', { name: 'list.opml' }, site.now(), { bytes })
  site.hurry?.()
  return id
}

const folderOf = (folder: string | null | undefined) =>
  folder === undefined ? undefined : folder === UNFILED ? null : (folder?.slice(0, MAX_NAME) ?? null)

function changeOf({ title, folder }: FeedChange): { title?: string; folder?: string | null } {
  const place = folderOf(folder)
  return { ...(title ? { title: title.slice(0, MAX_NAME) } : {}), ...(place === undefined ? {} : { folder: place }) }
}
