import { itemNumbers, prepareReader } from '../../store/number-reader-items.ts'
import { type ReaderItem, readerIds, readerItems } from '../../store/reader-state.ts'
import { searchPage } from '../../store/search.ts'
import { MAX_QUERY, parseQuery } from '../../text/search-query.ts'
import { answer, type GreaderCall, streamFilter } from './greader-call.ts'
import { feedOfStream, itemIdsOf, labelOf, stateName } from './greader-ids.ts'
import { greaderAtom, greaderItem } from './greader-shapes.ts'
import { type ReaderEntry, readerEntries } from './reader-entries.ts'

/** Ids in one answer: a whole backlog at once, as apps with their own store ask for it. What is left is told by a continuation. */
const MAX_IDS = 100_000
/** Whole items in one answer: some ten megabytes. */
const MAX_ITEMS = 1_000

/** `stream/items/ids`: numbers only, in decimal. */
export async function streamItemIds(call: GreaderCall): Promise<Response> {
  const { site, words } = call
  await prepare(call)
  const filter = streamFilter(call, words.get('s') ?? stateName('reading-list'), MAX_IDS)
  const text = await readerIds(site.store, { ...filter, limit: filter.limit + 1 })
  const ids = text === '' ? [] : text.split(',')
  const shown = ids.slice(0, filter.limit)
  const next = ids.length > filter.limit ? Number(shown.at(-1)) : null
  return answer(call, { itemRefs: shown.map((id) => ({ id })), ...continuation(next) })
}

/** `stream/items/contents`: whole items by number, `i` repeated, in any of the three forms. */
export async function streamItems(call: GreaderCall): Promise<Response> {
  await prepare(call)
  const ids = itemIdsOf(call.words.getAll('i'), call.c.req.header('user-agent') ?? '').slice(0, MAX_ITEMS)
  const filter = { user: call.reader.name, ids, order: 'newest', limit: MAX_ITEMS } as const
  const entries = await readerEntries(call.site, await readerItems(call.site.store, filter), call.origin)
  return answer(call, contentsOf(call, stateName('reading-list'), entries, null))
}

/** `stream/contents/STREAM`: whole items of a stream. */
export async function streamContents(call: GreaderCall): Promise<Response> {
  const name = streamInPath(call, '/stream/contents/') || (call.words.get('s') ?? stateName('reading-list'))
  const items = await itemsOf(call, name, MAX_ITEMS)
  const entries = await readerEntries(call.site, items.shown, call.origin)
  return answer(call, contentsOf(call, name, entries, items.next))
}

/** `atom/STREAM`: the same as Atom. */
export async function streamAtom(call: GreaderCall): Promise<Response> {
  const name = streamInPath(call, '/reader/atom/')
  const items = await itemsOf(call, name, MAX_ITEMS)
  const entries = await readerEntries(call.site, items.shown, call.origin)
  const updatedMs = Math.max(0, ...entries.map((entry) => entry.arrivedMs)) || call.site.now()
  const body = greaderAtom({ name, title: titleOf(call, name), updatedMs, selfUrl: call.c.req.url }, entries)
  return call.c.body(body, 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
}

/** `search/items/ids`: what a search finds, newest first. */
export async function searchItemIds(call: GreaderCall): Promise<Response> {
  const { site, reader, words } = call
  await prepare(call)
  const limit = Math.min(MAX_ITEMS, Math.max(1, Number(words.get('num')) || DEFAULT_HITS))
  const { ids } = await searchPage(site.store, parseQuery((words.get('q') ?? '').slice(0, MAX_QUERY)), { limit })
  const numbers = await itemNumbers(site.store, 'article', ids)
  const filter = { user: reader.name, ids: [...numbers.values()], order: 'newest', limit } as const
  const found = await readerItems(site.store, filter)
  return answer(call, { results: found.map(({ id }) => ({ id: String(id) })) })
}

const DEFAULT_HITS = 100

async function prepare({ site, reader }: GreaderCall): Promise<void> {
  await prepareReader(site.store, reader.name, site.now())
}

type Items = { shown: readonly ReaderItem[]; next: number | null }

async function itemsOf(call: GreaderCall, name: string, most: number): Promise<Items> {
  await prepare(call)
  const filter = streamFilter(call, name, most)
  const items = await readerItems(call.site.store, { ...filter, limit: filter.limit + 1 })
  const shown = items.slice(0, filter.limit)
  return { shown, next: items.length > filter.limit ? (shown.at(-1)?.id ?? null) : null }
}

function contentsOf(call: GreaderCall, name: string, entries: readonly ReaderEntry[], next: number | null) {
  const feeds = new Map(call.feeds.map((feed) => [feed.id, feed]))
  return {
    direction: 'ltr',
    id: name,
    title: titleOf(call, name),
    self: [{ href: call.c.req.url }],
    updated: Math.floor(call.site.now() / 1000),
    items: entries.map((entry) => greaderItem(entry, feeds)),
    ...continuation(next),
  }
}

function continuation(next: number | null): { continuation?: string } {
  return next === null ? {} : { continuation: String(next) }
}

function titleOf(call: GreaderCall, name: string): string {
  return feedOfStream(name, call.feeds)?.title ?? labelOf(name) ?? call.site.brand.name
}

/** The stream's name behind a path's beginning; it may be encoded once, whole. */
function streamInPath(call: GreaderCall, beginning: string): string {
  const { pathname } = new URL(call.c.req.url)
  const at = pathname.indexOf(beginning)
  const name = at === -1 ? '' : pathname.slice(at + beginning.length)
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
