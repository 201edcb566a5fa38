import type { Context } from 'hono'
import type { ReaderFilter } from '../../store/reader-state.ts'
import { originOf } from '../feeds/origin.ts'
import type { Site } from '../site.ts'
import { type NamedStream, stateOf, streamNamed } from './greader-ids.ts'
import type { Reader } from './reader-auth.ts'
import { type ReaderFeed, readerFeeds } from './reader-feeds.ts'
import { formAndQuery } from './request-body.ts'
import { xmlOf } from './value-xml.ts'

/** One call of a signed-in reader: its words from query and form together, and the feeds there are. */
export type GreaderCall = {
  site: Site
  c: Context
  reader: Reader
  words: URLSearchParams
  feeds: readonly ReaderFeed[]
  origin: string
}

export async function greaderCall(site: Site, c: Context, reader: Reader): Promise<GreaderCall> {
  const origin = originOf(c, site.brand.baseUrl)
  const [words, feeds] = await Promise.all([formAndQuery(c), readerFeeds(site, origin, reader.name)])
  return { site, c, reader, words, feeds, origin }
}

/** Values as the app wishes them: JSON, or the original's XML where `output=xml` is said. */
export function answer({ c, words }: GreaderCall, value: Readonly<Record<string, unknown>>): Response {
  if (words.get('output') !== 'xml') return c.json(value)
  return c.body(xmlOf(value), 200, { 'content-type': 'text/xml; charset=utf-8' })
}

const DEFAULT_COUNT = 20

/**
 * Which items a stream call asks for, from `n r c xt it ot nt`. `most` bounds one answer; what is left is told by a continuation.
 */
export function streamFilter(call: GreaderCall, name: string, most: number): ReaderFilter {
  const { words, feeds, reader } = call
  const named = streamNamed(name, feeds)
  const oldestFirst = words.get('r') === 'o'
  const count = Number(words.get('n') ?? DEFAULT_COUNT)
  const after = Number(words.get('c'))
  const known = <Value>(field: string, value: Value | undefined) => (value === undefined ? {} : { [field]: value })
  return {
    user: reader.name,
    ...(named.places === undefined ? {} : { places: named.places }),
    ...marksAsked(named, words),
    order: oldestFirst ? 'oldest' : 'newest',
    limit: Math.min(most, Number.isSafeInteger(count) && count > 0 ? count : DEFAULT_COUNT),
    ...(Number.isSafeInteger(after) && after > 0 ? { [oldestFirst ? 'afterId' : 'beforeId']: after } : {}),
    ...known('sinceMs', secondsAsked(words.get('ot'))),
    ...known('untilMs', secondsAsked(words.get('nt'))),
  }
}

/** `xt` leaves out what bears a mark, `it` keeps only what does; both may come several times. */
function marksAsked(named: NamedStream, words: URLSearchParams): Pick<ReaderFilter, 'read' | 'starred'> {
  const marks: { read?: boolean; starred?: boolean } = {}
  if (named.read !== undefined) marks.read = named.read
  if (named.starred !== undefined) marks.starred = named.starred
  for (const [word, wanted] of [
    ['it', true],
    ['xt', false],
  ] as const)
    for (const name of words.getAll(word)) {
      const state = stateOf(name)
      if (state === 'read') marks.read = wanted
      if (state === 'kept-unread') marks.read = !wanted
      if (state === 'starred') marks.starred = wanted
    }
  return marks
}

function secondsAsked(text: string | null): number | undefined {
  const seconds = Number(text)
  return text !== null && text !== '' && Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : undefined
}

/** The moment of `ts` in milliseconds: apps send it in microseconds, some in milliseconds or seconds. */
export function momentAsked(text: string | null): number | undefined {
  if (text === null || !/^\d{1,17}$/.test(text)) return undefined
  const value = Number(text)
  if (text.length > 13) return Math.floor(value / 1_000)
  return text.length > 10 ? value : value * 1_000 + 999
}
