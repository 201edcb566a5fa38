import type { Context, Hono } from 'hono'
import { AppError } from '../../model/errors.ts'
import { setSetting, setting } from '../../store/settings.ts'
import { originOf } from '../feeds/origin.ts'
import type { Site } from '../site.ts'
import { type Reader, readerByBasic, readerByToken } from './reader-auth.ts'
import { folderId, type ReaderFeed, readerFeeds, UNFILED } from './reader-feeds.ts'

/** An app of the Miniflux API: each request knows its reader. */
export type MinifluxApp = Hono<Variables>
export type MinifluxContext = Context<Variables>
type Variables = { Variables: { reader: Reader } }

/** Who asks, by token or by name and password; null for nobody. */
export async function signedIn(site: Site, c: Context): Promise<Reader | null> {
  const token = c.req.header('x-auth-token')
  if (token !== undefined) return readerByToken(site, token)
  return readerByBasic(c, site)
}

/** What edits of feeds need to know of a request. */
export function askingOf(site: Site, c: MinifluxContext) {
  return { site, reader: c.get('reader'), origin: originOf(c, site.brand.baseUrl) }
}

export async function feedsOf(site: Site, c: MinifluxContext): Promise<ReaderFeed[]> {
  return readerFeeds(site, originOf(c, site.brand.baseUrl), c.get('reader').name)
}

/** The feed of the path's `id`. @throws AppError not_found */
export async function feedOf(site: Site, c: MinifluxContext): Promise<ReaderFeed> {
  const feed = (await feedsOf(site, c)).find((one) => one.id === Number(c.req.param('id')))
  if (!feed) throw new AppError('not_found', 'Resource not found')
  return feed
}

const FOLDERS_KEY = 'reader-folders'
/** Folders that wait for their first feed. */
const MAX_EMPTY_FOLDERS = 100

/** Names of all folders: of feeds, and those that an app made before it puts a feed there. */
export async function folderNames(site: Site, feeds: readonly ReaderFeed[]): Promise<string[]> {
  return [...new Set([UNFILED, ...feeds.map((feed) => feed.folder), ...(await emptyFolders(site))])]
}

/** The folder of a category's number. @throws AppError not_found */
export async function folderOf(site: Site, feeds: readonly ReaderFeed[], id: number): Promise<string> {
  const folder = (await folderNames(site, feeds)).find((name) => folderId(name) === id)
  if (folder === undefined) throw new AppError('not_found', 'Resource not found')
  return folder
}

async function emptyFolders(site: Site): Promise<string[]> {
  return ((await setting(site.store, FOLDERS_KEY)) ?? '').split('\n').filter((name) => name !== '')
}

/** Keeps a folder that no feed is in, or forgets one (`to` null), or renames it. @throws AppError conflict for too many */
export async function changeEmptyFolder(site: Site, from: string | null, to: string | null): Promise<void> {
  const known = (await emptyFolders(site)).filter((name) => name !== from && name !== to)
  if (from !== null && to !== null && !(await emptyFolders(site)).includes(from)) return
  const kept = to === null ? known : [...known, to.replaceAll('\n', ' ')]
  if (kept.length > MAX_EMPTY_FOLDERS)
    throw new AppError('conflict', `there are ${MAX_EMPTY_FOLDERS} empty folders already`)
  await setSetting(site.store, FOLDERS_KEY, kept.join('\n'))
}
