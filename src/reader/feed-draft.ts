import type { Category, Enclosure, Entry, FeedMeta, Person } from '../model/entry.ts'
import { parseFeedDate } from '../text/feed-date.ts'
import { foldSpace, htmlToText } from './embedded-html.ts'
import { addEnclosure, mediaTypeOf } from './enclosures.ts'
import type { DateSlot, MarkupSlot, TextSlot } from './feed-rules.ts'
import type { IssueList } from './issues.ts'
import { MAX_LIST } from './limits.ts'
import { isSamePerson } from './person.ts'

/** A text of a feed and whether it is HTML. */
export type Markup = { value: string; html: boolean }
type Ranked = { rank: number; depth: number }

/** A feed or an entry while it is read: every claim with its rank, the best kept. */
export type Draft = {
  markups: Partial<Record<MarkupSlot, Markup & Ranked>>
  texts: Partial<Record<TextSlot, Ranked & { value: string }>>
  dates: { slot: DateSlot; rank: number; found: string }[]
  id: (Ranked & { value: string }) | null
  url: { value: string; rank: number } | null
  authors: Person[]
  categories: Category[]
  enclosures: Enclosure[]
  /** Media RSS files and pictures; they come behind the enclosures proper. */
  media: Enclosure[]
  /** From xml:lang on the element itself. */
  language: string | null
  hub: string | null
  self: string | null
}

/** A draft that nothing is known of yet. */
export function newDraft(): Draft {
  return {
    markups: {}, texts: {}, dates: [], id: null, url: null, authors: [], categories: [], enclosures: [], media: [], language: null, hub: null, self: null,
  } // biome-ignore format: empty parts in two lines
}

/**
 * Takes a text for a slot. The lower rank wins, then the element that lies less deep, then the earlier one.
 * A second summary of the same rank is the content, where there is none: feeds write `summary` and `description`, or `description` twice.
 */
export function claimMarkup(draft: Draft, slot: MarkupSlot, claim: Markup & Ranked): void {
  const held = draft.markups[slot]
  if (claim.value === '') {
    // An empty description is no missing one; whatever says more stands before it.
    if (slot === 'summary' && !held) draft.markups.summary = { ...claim, rank: Number.POSITIVE_INFINITY }
    return
  }
  if (!held || isBetter(claim, held)) {
    draft.markups[slot] = claim
  } else if (
    slot === 'summary' &&
    claim.rank === 0 &&
    held.depth === claim.depth &&
    held.value !== claim.value &&
    !draft.markups.content
  ) {
    draft.markups.content = { ...claim, rank: 3 }
  }
}

/** Takes a short text for a slot, by the same order as markup. */
export function claimText(draft: Draft, slot: TextSlot, claim: Ranked & { value: string }): void {
  const held = draft.texts[slot]
  if (claim.value !== '' && (!held || isBetter(claim, held))) draft.texts[slot] = claim
}

/** Takes an address; the lower rank wins, then the earlier one. */
export function claimUrl(draft: Draft, value: string, rank: number): void {
  if (value !== '' && (!draft.url || rank < draft.url.rank)) draft.url = { value, rank }
}

/** Takes an id, by the same order as markup. */
export function claimId(draft: Draft, claim: Ranked & { value: string }): void {
  if (claim.value !== '' && (!draft.id || isBetter(claim, draft.id))) draft.id = claim
}

/** Takes an author once, filling what an earlier mention of the same person left out. */
export function addAuthor(draft: Draft, person: Person): void {
  const at = draft.authors.findIndex((known) => isSamePerson(known, person))
  const known = draft.authors[at]
  if (known)
    draft.authors[at] = {
      name: known.name ?? person.name,
      email: known.email ?? person.email,
      uri: known.uri ?? person.uri,
    }
  else if (draft.authors.length < MAX_LIST) draft.authors.push(person)
}

/** Takes a category once. */
export function addCategory(draft: Draft, category: Category): void {
  const { term, scheme, label } = category
  if (draft.categories.length >= MAX_LIST || (!term && !label)) return
  if (!draft.categories.some((known) => known.term === term && known.scheme === scheme && known.label === label))
    draft.categories.push(category)
}

function isBetter(claim: Ranked, held: Ranked): boolean {
  return claim.rank < held.rank || (claim.rank === held.rank && claim.depth < held.depth)
}

/** The entry that a draft has become. */
export function finishEntry(draft: Draft, issues: IssueList): Entry {
  const { title, content } = draft.markups
  const subtitle = draft.texts.subtitle?.value
  const image = draft.texts.image?.value
  if (image) addEnclosure(draft.media, image, mediaTypeOf(image, undefined, 'image'), null)
  const known = new Set(draft.enclosures.map(({ url }) => url))
  const media = draft.media.filter(({ url }) => !known.has(url) && known.add(url))
  return {
    id: draft.id?.value ?? null,
    url: draft.texts.originalUrl?.value ?? draft.url?.value ?? null,
    title: title?.value ?? null,
    titleText: title ? plainTitle(title) : null,
    summary: summaryOf(draft),
    content: content?.value ?? null,
    authors: draft.authors,
    published: pickDate(draft, 'published', issues),
    updated: pickDate(draft, 'updated', issues),
    categories: draft.categories,
    enclosures: [...draft.enclosures, ...media].slice(0, MAX_LIST),
    comments: draft.texts.comments?.value ?? null,
    language: languageTag(draft.texts.language?.value) ?? draft.language,
    ...(subtitle ? { subtitle } : {}),
    ...commentCountOf(draft),
    ...placeOf(draft),
  }
}

/** A podcast's second line stands in where no summary says anything. */
function summaryOf({ markups, texts }: Draft): string | null {
  return markups.summary?.value || (texts.subtitle?.value ?? markups.summary?.value ?? null)
}

function commentCountOf({ texts }: Draft): { commentCount?: number } {
  const found = texts.commentCount?.value ?? ''
  return /^\d{1,9}$/u.test(found) ? { commentCount: Number(found) } : {}
}

/** **Source:** GeoRSS simple, `point`: latitude, then longitude, parted by a space; W3C Basic Geo. */
function placeOf({ texts }: Draft): { place?: { latitude: number; longitude: number } } {
  const { latitude: lat, longitude: long, point } = texts
  const pair = lat && long ? [lat.value, long.value] : (point?.value ?? '').trim().split(/[\s,]{1,9}/u)
  const [latitude, longitude] = pair.map((degrees) => (degrees === '' ? Number.NaN : Number(degrees)))
  if (pair.length !== 2 || !(Math.abs(latitude!) <= 90) || !(Math.abs(longitude!) <= 180)) return {}
  return { place: { latitude: latitude!, longitude: longitude! } }
}

/** What the feed says of itself, from its draft. */
export function finishFeed(draft: Draft, issues: IssueList): FeedMeta & { id: string | null } {
  return {
    id: draft.id?.value ?? null,
    title: draft.markups.title?.value ?? null,
    link: draft.url?.value ?? null,
    description: summaryOf(draft),
    language: languageTag(draft.texts.language?.value) ?? draft.language,
    published: pickDate(draft, 'published', issues),
    updated: pickDate(draft, 'updated', issues),
    authors: draft.authors,
    categories: draft.categories,
    image: draft.texts.image?.value ?? null,
    hub: draft.hub,
    self: draft.self,
    ttlMinutes: ttlMinutes(draft),
  }
}

/** A language as BCP 47 writes it, `en_US` mended to `en-US`; null for what cannot be one. */
export function languageTag(found: string | null | undefined): string | null {
  const tag = (found ?? '').trim().replaceAll('_', '-')
  return /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,5}$/iu.test(tag) ? tag : null
}

function plainTitle(title: Markup): string | null {
  return (title.html ? htmlToText(title.value) : foldSpace(title.value)) || null
}

/** The best date that can be read: lowest rank, then the last one written. */
function pickDate(draft: Draft, slot: 'published' | 'updated', issues: IssueList): string | null {
  const claims = draft.dates.filter((claim) => claim.slot === slot || claim.slot === 'dated')
  if (claims.length > 1) claims.reverse().sort((one, other) => one.rank - other.rank)
  for (const { found } of claims) {
    const date = parseFeedDate(found)
    if (date) return date.iso
    issues.add('unreadable-date', found)
  }
  return null
}

const PERIOD_MINUTES: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
}

function ttlMinutes(draft: Draft): number | null {
  const ttl = Number(draft.texts.ttl?.value ?? Number.NaN)
  if (ttl > 0 && Number.isFinite(ttl)) return Math.ceil(ttl)
  const period = PERIOD_MINUTES[(draft.texts.updatePeriod?.value ?? '').toLowerCase()]
  if (period === undefined) return null
  const times = Number(draft.texts.updateFrequency?.value ?? 1)
  return times >= 1 ? Math.max(1, Math.round(period / times)) : period
}
