import type { Reason } from '../model/list.ts'
import { DAY_MS, type EpochMs, HOUR_MS } from '../model/time.ts'

/** What a reason is told from. */
export type ReasonDoc = {
  publishedMs: EpochMs | null
  tags: readonly string[]
  storyId: number | null
  section: string | null
}

/** An older article of another story is background from here on. */
const BACKGROUND_MS = 14 * DAY_MS
/** Articles of one story within this time tell it at once, from several sides. */
const SAME_TIME_MS = 12 * HOUR_MS

/**
 * Why `entry` stands beside `page`: by its story, then its tags, then its words.
 * @param sharedWords words that both hold, most telling first; asked only where nothing better is known
 */
export function relatedReason(page: ReasonDoc, entry: ReasonDoc, sharedWords: () => readonly string[]): Reason {
  const laterMs = page.publishedMs === null || entry.publishedMs === null ? null : entry.publishedMs - page.publishedMs
  if (page.storyId !== null && page.storyId === entry.storyId) return sameStory(page, entry, laterMs)
  const shared = entry.tags.filter((tag) => page.tags.includes(tag)).slice(0, 3)
  if (shared.length > 0 && laterMs !== null && laterMs <= -BACKGROUND_MS) {
    const month = monthOf(entry.publishedMs!)
    return { code: 'background', values: [month, ...shared], text: `background: ${listed(shared)} in ${month}` }
  }
  if (shared.length > 0) return { code: 'shared-tags', values: shared, text: `also about ${listed(shared)}` }
  const words = sharedWords()
  if (words.length === 0) return { code: 'similar-words', values: [], text: 'similar words' }
  return { code: 'similar-words', values: words, text: `similar words: ${words.join(', ')}` }
}

function sameStory(page: ReasonDoc, entry: ReasonDoc, laterMs: number | null): Reason {
  if (laterMs === null) return { code: 'same-story', values: [], text: 'same story' }
  if (Math.abs(laterMs) <= SAME_TIME_MS) {
    const own = entry.tags.find((tag) => !page.tags.includes(tag))
    if (own === undefined) return { code: 'same-story', values: [], text: 'same story, at the same time' }
    return { code: 'other-side', values: [own], text: `same story, from another side: ${own}` }
  }
  const age = spanText(Math.abs(laterMs))
  if (laterMs > 0) return { code: 'follow-up', values: [age], text: `same story, ${age} later` }
  return { code: 'same-story', values: [age], text: `same story, ${age} earlier` }
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

function spanText(ms: number): string {
  const hours = Math.round(ms / HOUR_MS)
  if (hours < 36) return counted(hours, 'hour')
  const days = Math.round(ms / DAY_MS)
  if (days < 60) return counted(days, 'day')
  if (days < 700) return counted(Math.round(days / 30.4), 'month')
  return counted(Math.round(days / 365.25), 'year')
}

function counted(count: number, unit: string): string {
  return `${NUMBERS[count] ?? count} ${unit}${count === 1 ? '' : 's'}`
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

function monthOf(ms: EpochMs): string {
  const date = new Date(ms)
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

/** "A", "A and B", "A, B and C". */
function listed(names: readonly string[]): string {
  if (names.length <= 1) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
}
