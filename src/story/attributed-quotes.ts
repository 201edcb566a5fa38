import type { Span, TagKind } from '../model/tag.ts'
import { foldWord } from '../text/words.ts'
import { type Quotation, quotations } from './quotation-marks.ts'
import { type Speaker, speakerIn } from './quote-speaker.ts'

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
 * ("…", said X; X: "…"; X said: "…"), or by "he" or "she" where the paragraph names one person alone. A quotation that goes on after its attribution
 * is one quote in parts. Where there is doubt (spokesmen, two persons, "told", a name that listens) nothing is attributed.
 * In reading order; languages without words of saying give none. Linear in the text's length.
 */
export function attributedQuotes(text: string, things: readonly NamedThing[], language: string): FoundQuote[] {
  const found: FoundQuote[] = []
  let start = 0
  for (const paragraph of text.slice(0, MAX_READ).split('\n')) {
    const quotes = quotations(paragraph)
    if (quotes.length > 0) found.push(...paragraphQuotes({ paragraph, start, things, language }, quotes))
    if (found.length >= MAX_QUOTES) break
    start += paragraph.length + 1
  }
  return found.slice(0, MAX_QUOTES)
}

type Place = { paragraph: string; start: number; things: readonly NamedThing[]; language: string }

function paragraphQuotes(place: Place, quotes: readonly Quotation[]): FoundQuote[] {
  const found: FoundQuote[] = []
  const speakers = quotes.map((quote, at) => speakerOf(place, quotes, quote, at))
  for (const [at, quote] of quotes.entries()) {
    const own = speakers[at]
    const before = quotes[at - 1]
    const last = found.at(-1)
    if (last && before && goesOn(place, before, quote, speakers[at - 1], own)) {
      found[found.length - 1] = { ...last, parts: [...last.parts, clean(quote.inner)] }
      speakers[at] = speakers[at - 1] ?? null
    } else if (own) {
      const { name, slug, verb } = own
      found.push({ parts: [clean(quote.inner)], speaker: name, slug, verb, at: place.start + quote.start })
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
  const { paragraph } = place
  const nextStart = quotes[at + 1]?.start ?? paragraph.length
  const previousEnd = quotes[at - 1]?.end ?? 0
  const after = sentenceEnd(paragraph, quote.end, nextStart)
  const hasAfter = leadsOn(quote.inner, paragraph.slice(quote.end, after))
  const told = hasAfter ? speakerIn({ ...place, quotes }, quote.end, after, 'after') : null
  if (told) return told
  const before = sentenceStart(paragraph, previousEnd, quote.start)
  return speakerIn({ ...place, quotes }, before, quote.start, 'before')
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
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word) && foldWord(word) !== '').length
}
