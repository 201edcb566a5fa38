import type { Span, TagKind } from '../model/tag.ts'
import { words } from '../text/words.ts'
import { chineseSpeaker } from './chinese-speaker.ts'
import { type Quotation, quotations } from './quotation-marks.ts'
import { type Speaker, type SpokenPlace, speakerIn } from './quote-speaker.ts'
import { namesOf } from './spoken-names.ts'

/** A thing that a text names, with its mentions in the text; a slug where it has a page. */
export type NamedThing = { name: string; kind: TagKind; slug: string | null; spans: readonly Span[] }

/** A quote with its speaker, and where its first part begins in the text. */
export type FoundQuote = { parts: readonly string[]; speaker: string; slug: string | null; verb: string; at: number }

/** Longest text read, in UTF-16 units; a story's page shows a few quotes of each text. */
const MAX_READ = 30_000
/** Most quotes of one text. */
const MAX_QUOTES = 40
/** Fewest words of somebody's own words: below it, quotation marks are a distance kept, or a title. */
const MIN_WORDS = 4
/** Between two parts of one quote stands an attribution, no paragraph. */
const MAX_BETWEEN = 160

/**
 * What is said by whom in a text: quotations in any style of marks whose sentence names the speaker beside a verb of saying, before or after
 * ("…", said X; X: "…"; X said: "…"), or by "he" or "she" where the paragraph names one person alone, or nobody and the one before it nobody but
 * its last speaker. A quotation that goes on after its attribution is one quote in parts, and so is one that holds it (« …, raconte X. … »).
 * Where there is doubt (spokesmen, two persons, "told", a name that listens) nothing is attributed.
 * In reading order; languages without words of saying give none. Linear in the text's length.
 */
export function attributedQuotes(text: string, things: readonly NamedThing[], language: string): FoundQuote[] {
  const found: FoundQuote[] = []
  let start = 0
  let carried: Place['carried'] = null
  for (const paragraph of text.slice(0, MAX_READ).split('\n')) {
    const quotes = quotations(paragraph)
    const place: Place = { paragraph, start, things, language, quotes, carried }
    const own = quotes.length > 0 ? paragraphQuotes(place) : []
    found.push(...own)
    if (paragraph.trim() !== '') carried = lastSpeaker(place, own)
    if (found.length >= MAX_QUOTES) break
    start += paragraph.length + 1
  }
  return found.slice(0, MAX_QUOTES)
}

type Place = SpokenPlace

/** The person who spoke last in a paragraph, where it names no other person. */
function lastSpeaker(place: Place, own: readonly FoundQuote[]): Place['carried'] {
  const last = own.at(-1)
  if (!last || /[?？]\s*$/u.test(last.parts.at(-1) ?? '')) return null
  const persons = place.things.filter(({ kind }) => kind === 'person')
  const named = namesOf({ ...place, things: persons }, 0, place.paragraph.length)
  const isPerson = persons.some(({ name }) => name === last.speaker)
  if (!isPerson || named.some(({ name }) => name !== last.speaker)) return null
  return { name: last.speaker, slug: last.slug, verb: last.verb }
}

/** A paragraph that is nothing but a quotation goes on with who spoke alone in the one before it; behind a question somebody else may answer. */
function wholeParagraph({ paragraph, carried }: Place, quote: Quotation) {
  if (!carried || paragraph.trim().length !== quote.end - quote.start) return null
  return { speaker: carried, parts: [quote.inner] }
}

function paragraphQuotes(place: Place): FoundQuote[] {
  const { quotes } = place
  const found: FoundQuote[] = []
  const speakers = quotes.map((quote, at) => speakerOf(place, quotes, quote, at))
  for (const [at, quote] of quotes.entries()) {
    const own = speakers[at]
    const before = quotes[at - 1]
    const last = found.at(-1)
    if (last && before && goesOn(place, before, quote, speakers[at - 1], own)) {
      found[found.length - 1] = { ...last, parts: [...last.parts, clean(quote.inner)] }
      speakers[at] = speakers[at - 1] ?? null
    } else {
      const told = own
        ? { speaker: own, parts: [quote.inner] }
        : (innerAttribution(place, quote) ?? wholeParagraph(place, quote))
      if (!told) continue
      const { name, slug, verb } = told.speaker
      found.push({ parts: told.parts.map(clean), speaker: name, slug, verb, at: place.start + quote.start })
    }
  }
  return found.filter((quote) => wordCount(quote.parts.join(' ')) >= MIN_WORDS)
}

/** Whether a quotation goes on with what the one before it said: between them stands its attribution alone. */
function goesOn(
  { paragraph }: Place,
  before: Quotation,
  quote: Quotation,
  speaker: Speaker | null | undefined,
  own: Speaker | null | undefined,
): boolean {
  if (speaker?.side !== 'after') return false
  if (own && own.side === 'after') return own.name === speaker.name && own.at === speaker.at
  const between = paragraph.slice(before.end, quote.start)
  if (between.length > MAX_BETWEEN || own?.side === 'before') return own?.name === speaker.name && own.at === speaker.at
  return /^[^.!?]{1,160}[.,:;–—-]?\s*$/u.test(between)
}

function speakerOf(place: Place, quotes: readonly Quotation[], quote: Quotation, at: number): Speaker | null {
  const { paragraph, language } = place
  const speaker = isChinese(language) ? chineseSpeaker : speakerIn
  const nextStart = quotes[at + 1]?.start ?? paragraph.length
  const previousEnd = quotes[at - 1]?.end ?? 0
  const after = sentenceEnd(paragraph, quote.end, nextStart)
  const hasAfter = isChinese(language) || leadsOn(quote.inner, paragraph.slice(quote.end, after))
  const told = hasAfter ? speaker(place, quote.end, after, 'after') : null
  if (told) return told
  const before = sentenceStart(paragraph, previousEnd, quote.start)
  return speaker(place, before, quote.start, 'before')
}

function isChinese(language: string): boolean {
  return /^zh\b/iu.test(language)
}

/** Languages whose papers put who speaks inside the marks, and what it stands between there: a comma, a dash, or both. */
const INNER: Readonly<Record<string, RegExp>> = {
  fr: /,\s+(?<told>[^,.«»“”–—]{6,80})(?:,\s+|[.!?]\s+)/gu,
  it: /[,.]?\s[–—-]\s?(?<told>[^«»“”–—]{6,80}?)\s?[–—-][.,]?\s+/gu,
  ru: /[,!?…]\s[–—-]\s(?<told>[^«»“”–—]{6,80}?)[.,]\s[–—-]\s+/gu,
  uk: /[,!?…]\s[–—-]\s(?<told>[^«»“”–—]{6,80}?)[.,]\s[–—-]\s+/gu,
}

/** « La nuit a été longue, raconte Brandt. Personne n’a dormi. »: a quotation that holds who says it, as its parts without that. */
function innerAttribution(place: Place, quote: Quotation): { speaker: Speaker; parts: string[] } | null {
  const pattern = INNER[place.language.toLowerCase().split('-')[0] ?? '']
  if (!pattern) return null
  const text = place.paragraph.slice(quote.start + 1, quote.end - 1)
  for (const match of text.matchAll(pattern)) {
    const from = quote.start + 1 + match.index + match[0].indexOf(match.groups?.told ?? '')
    const to = from + (match.groups?.told ?? '').length
    const speaker = speakerIn(place, from, to, 'inside')
    if (speaker) return { speaker, parts: [text.slice(0, match.index), text.slice(match.index + match[0].length)] }
  }
  return null
}

/** Whether the sentence goes on behind a quotation: a quotation that ends with a point ends it, unless a comma or a small letter follows. */
function leadsOn(inner: string, after: string): boolean {
  if (/^\s*[,–—-]/u.test(after)) return true
  if (/[.…]$/u.test(inner)) return /^\s*\p{Ll}/u.test(after)
  return /[,!?–—-]$/u.test(inner) || /^\s*\p{Ll}/u.test(after)
}

const END = /[.!?](?=\s+["“„«‘]?\p{Lu}|\s*$)/gu

function sentenceEnd(paragraph: string, from: number, limit: number): number {
  END.lastIndex = from
  for (let match = END.exec(paragraph); match && match.index < limit; match = END.exec(paragraph)) {
    if (!isInitial(paragraph, match.index)) return match.index
  }
  return limit
}

function sentenceStart(paragraph: string, from: number, until: number): number {
  let start = from
  const before = paragraph.slice(from, until)
  for (const match of before.matchAll(/[.!?]["”»“)]?\s+(?=\p{Lu})/gu)) {
    if (!isInitial(paragraph, from + match.index)) start = from + match.index + match[0].length
  }
  return start
}

/** "J. Brandt", "Dr. Varga". */
function isInitial(paragraph: string, at: number): boolean {
  return /(?:^|\s)(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Sr|Sra|St|Gen|Sen|Rep|Gov|Lt|Col)$/u.test(
    paragraph.slice(Math.max(0, at - 6), at),
  )
}

function clean(inner: string): string {
  return inner.replace(/\s+/gu, ' ').replace(/,$/u, '').trim()
}

function wordCount(text: string): number {
  return words(text).length
}
