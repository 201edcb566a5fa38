import type { Reason } from '../model/list.ts'
import { DAY_MS, type EpochMs, HOUR_MS } from '../model/time.ts'
import { languageName } from '../text/language-name.ts'

/** What a reason is told from. `tags` most salient first; nulls where unknown. */
export type ReasonDoc = {
  publishedMs: EpochMs | null
  tags: readonly string[]
  storyId: number | null
  owner: string | null
  language: string | null
}

/** An older article of another story is background from here on; a later one up to here is a follow-up. */
const FAR_MS = 14 * DAY_MS
/** Articles within this time tell something at once: what parts them is who tells it. */
const SAME_TIME_MS = 12 * HOUR_MS
/** Names that two articles must share before one follows from the other or is another side of it: one name may do two things in a week. */
const ROLE_NAMES = 2
const SHOWN_NAMES = 3

/**
 * Why `entry` stands beside `page`, by the role it has there: told of the same story, another side of it, what followed, what was before;
 * then by the names they share, then by their words.
 * @param sharedWords words that both hold, most telling first; asked only where nothing better is known
 */
export function relatedReason(page: ReasonDoc, entry: ReasonDoc, sharedWords: () => readonly string[]): Reason {
  const laterMs = page.publishedMs === null || entry.publishedMs === null ? null : entry.publishedMs - page.publishedMs
  if (page.storyId !== null && page.storyId === entry.storyId) return sameStory(page, entry, laterMs)
  const shared = entry.tags.filter((tag) => page.tags.includes(tag)).slice(0, SHOWN_NAMES)
  if (shared.length > 0) return sharedNames(page, entry, shared, laterMs)
  const words = sharedWords()
  if (words.length === 0)
    return { code: 'similar-words', values: [], text: 'similar words', said: { is: 'similar-words' } }
  const said = { is: 'similar-words', names: words } as const
  return { code: 'similar-words', values: words, text: `similar words: ${words.join(', ')}`, said }
}

function sameStory(page: ReasonDoc, entry: ReasonDoc, laterMs: number | null): Reason {
  const language = otherLanguage(page, entry)
  if (language !== null) {
    const said = { is: 'same-in-language', language: entry.language! } as const // not null: it has a name
    return { code: 'other-side', values: [language], text: `same story, told in ${language}`, said }
  }
  if (laterMs === null) return { code: 'same-story', values: [], text: 'same story', said: { is: 'same-story' } }
  if (Math.abs(laterMs) <= SAME_TIME_MS) {
    const own = isOtherOwner(page, entry) ? entry.tags.find((tag) => !page.tags.includes(tag)) : undefined
    if (own === undefined)
      return { code: 'same-story', values: [], text: 'same story, at the same time', said: { is: 'same-time' } }
    const said = { is: 'same-other-side', names: [own] } as const
    return { code: 'other-side', values: [own], text: `same story, from another side: ${own}`, said }
  }
  const spanMs = Math.abs(laterMs)
  const age = spanText(spanMs)
  if (laterMs > 0)
    return { code: 'follow-up', values: [age], text: `same story, ${age} later`, said: { is: 'same-later', spanMs } }
  return { code: 'same-story', values: [age], text: `same story, ${age} earlier`, said: { is: 'same-earlier', spanMs } }
}

function sharedNames(page: ReasonDoc, entry: ReasonDoc, shared: readonly string[], laterMs: number | null): Reason {
  const also: Reason = {
    code: 'shared-tags',
    values: shared,
    text: `also about ${listed(shared)}`,
    said: { is: 'also-about', names: shared },
  }
  if (laterMs === null) return also
  if (laterMs <= -FAR_MS) {
    const atMs = entry.publishedMs! // not null: laterMs is not
    const month = monthOf(atMs)
    const said = { is: 'background', names: shared, atMs } as const
    return { code: 'background', values: [month, ...shared], text: `background: ${listed(shared)} in ${month}`, said }
  }
  if (shared.length < ROLE_NAMES) return also
  if (laterMs > SAME_TIME_MS && laterMs <= FAR_MS) {
    const age = spanText(laterMs)
    const said = { is: 'follow-up', names: shared, spanMs: laterMs } as const
    return { code: 'follow-up', values: [age, ...shared], text: `follow-up, ${age} later: ${listed(shared)}`, said }
  }
  return (Math.abs(laterMs) <= SAME_TIME_MS ? otherSide(page, entry, shared) : null) ?? also
}

/** Another owner's text on the same names: in another language, or with another of them first. */
function otherSide(page: ReasonDoc, entry: ReasonDoc, shared: readonly string[]): Reason | null {
  const language = otherLanguage(page, entry)
  if (language !== null) {
    const text = `another side, in ${language}: ${listed(shared)}`
    const said = { is: 'side-in-language', language: entry.language!, names: shared } as const // not null: it has a name
    return { code: 'other-side', values: [language, ...shared], text, said }
  }
  const [ownFirst, pageFirst] = [entry.tags[0]!, page.tags[0]!] // both have the names they share
  if (!isOtherOwner(page, entry) || ownFirst === pageFirst || !entry.tags.includes(pageFirst)) return null
  const text = `another side: more of ${ownFirst} than of ${pageFirst}`
  return {
    code: 'other-side',
    values: [ownFirst, pageFirst],
    text,
    said: { is: 'side-more-of', first: ownFirst, second: pageFirst },
  }
}

function isOtherOwner(page: ReasonDoc, entry: ReasonDoc): boolean {
  return page.owner === null || page.owner !== entry.owner
}

/** The English name of the entry's language where it is another than the page's. */
function otherLanguage(page: ReasonDoc, entry: ReasonDoc): string | null {
  if (page.language === null || entry.language === null || page.language === entry.language) return null
  return languageName(page.language) === null ? null : languageName(entry.language)
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
