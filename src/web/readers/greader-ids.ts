import { placesOfFolder, type ReaderFeed } from './reader-feeds.ts'

const ITEM_PREFIX = 'tag:google.com,2005:reader/item/'

/** An item's number in the long form: 16 hexadecimal digits behind a tag. */
export function longItemId(id: number): string {
  return ITEM_PREFIX + id.toString(16).padStart(16, '0')
}

/**
 * An item's number from any of the three forms that apps send: long, 16 hexadecimal digits, or decimal. NaN for anything else.
 * Sixteen digits are hexadecimal even where all of them are decimal ones: no store counts that far.
 */
export function itemIdOf(text: string): number {
  const short = text.startsWith(ITEM_PREFIX) ? text.slice(ITEM_PREFIX.length) : text
  if (/^[0-9a-f]{16}$/i.test(short)) return safeNumber(Number.parseInt(short, 16))
  if (text !== short) return /^[0-9a-f]{1,15}$/i.test(short) ? safeNumber(Number.parseInt(short, 16)) : Number.NaN
  return /^\d{1,15}$/.test(short) ? safeNumber(Number(short)) : Number.NaN
}

/**
 * Numbers of the items that a call names, each once. NetNewsWire sends them bare and hexadecimal without zeros in front: so they are read
 * where it asks, or where any of them has a letter. **Source:** NetNewsWire, ReaderAPICaller.swift
 */
export function itemIdsOf(texts: readonly string[], agent: string): number[] {
  const isHex = /NetNewsWire/i.test(agent) || texts.some((text) => /^(?=.*[a-f])[0-9a-f]{1,15}$/i.test(text))
  const read = (text: string) =>
    isHex && /^[0-9a-f]{1,15}$/i.test(text) ? safeNumber(Number.parseInt(text, 16)) : itemIdOf(text)
  return [...new Set(texts.map(read))].filter((id) => !Number.isNaN(id))
}

function safeNumber(value: number): number {
  return Number.isSafeInteger(value) ? value : Number.NaN
}

/** What a stream's name stands for: items of which feeds (absent: of all), and which of their marks it asks for. */
export type NamedStream = { places?: readonly number[]; read?: boolean; starred?: boolean }

/** The stream that a name stands for; one of nothing for a name that is not known. */
export function streamNamed(name: string, feeds: readonly ReaderFeed[]): NamedStream {
  const feed = feedOfStream(name, feeds)
  if (feed) return { places: [feed.id] }
  const label = labelOf(name)
  if (label !== null) return { places: placesOfFolder(feeds, label) }
  switch (stateOf(name)) {
    case 'reading-list':
      return {}
    case 'starred':
      return { starred: true }
    case 'read':
      return { read: true }
    case 'kept-unread':
    case 'fresh':
      return { read: false }
    default:
      return { places: [] }
  }
}

/** The feed of `feed/ID` or `feed/ADDRESS`. */
export function feedOfStream(name: string, feeds: readonly ReaderFeed[]): ReaderFeed | undefined {
  if (!name.startsWith('feed/')) return undefined
  const rest = name.slice('feed/'.length)
  return feeds.find((feed) => String(feed.id) === rest) ?? feeds.find((feed) => feed.feedUrl === rest)
}

/** The folder of `user/…/label/FOLDER`; null for another name. */
export function labelOf(name: string): string | null {
  return /^user\/[^/]+\/label\/(.+)$/s.exec(name)?.[1] ?? null
}

/** The state of `user/…/state/com.google/STATE`; null for another name. */
export function stateOf(name: string): string | null {
  return /^user\/[^/]+\/state\/com\.google\/([\w-]+)$/.exec(name)?.[1] ?? null
}

export const stateName = (state: string): string => `user/-/state/com.google/${state}`
export const labelName = (folder: string): string => `user/-/label/${folder}`
export const feedName = (id: number): string => `feed/${id}`
