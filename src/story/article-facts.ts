import type { Block } from '../model/block.ts'
import type { ArticleFacts, FactSentence } from '../model/telling.ts'
import { type Sentence, sentences } from '../text/sentences.ts'
import { spokenDays } from '../text/spoken-days.ts'
import { attributedQuotes, type NamedThing } from './attributed-quotes.ts'

/** Raised whenever texts would give other facts than before: those of stored texts are then made anew, bit by bit. */
export const FACTS_VERSION = 2

/** Sentences of one text that may tell its story: news says first what it is about. */
const MAX_SENTENCES = 10
/** Days and quotes kept of one text. Together with the sentences they are about one kilobyte a text, packed. */
const MAX_DAYS = 12
const MAX_QUOTES = 10
/** UTF-16 units of a sentence that can stand alone: shorter ones are headings and signatures, longer ones lists. */
const MIN_SENTENCE = 40
const MAX_SENTENCE = 360
/** UTF-16 units of one part of a quote; a longer one is cut at a word, and says so. */
const MAX_QUOTE = 420

/** What a text gives to its story's page: sentences of its beginning, days that it speaks of, and who says what in it. Pure; linear in the text's length. */
export function articleFacts(
  page: { text: string; blocks: readonly Block[] },
  things: readonly NamedThing[],
  language: string,
): ArticleFacts {
  const cut = sentences(page.text)
  const blockAt = blocksOf(page)
  const fact = (sentence: Sentence): FactSentence => ({
    text: shortened(sentence.text, MAX_SENTENCE),
    block: blockAt(sentence.start),
  })
  const days = spokenDays(page.text, language).flatMap(({ said, start }) => {
    const sentence = sentenceAt(cut, start)
    return sentence && sentence.text.length >= MIN_SENTENCE && hasWholeQuotes(sentence.text)
      ? [{ said, sentence: fact(sentence) }]
      : []
  })
  const quotes = attributedQuotes(page.text, things, language).map(({ parts, speaker, slug, verb, at }) => ({
    parts: parts.map((part) => shortened(part, MAX_QUOTE)),
    speaker,
    slug,
    verb,
    block: blockAt(at),
  }))
  return {
    sentences: cut.filter(standsAlone).slice(0, MAX_SENTENCES).map(fact),
    days: days.slice(0, MAX_DAYS),
    quotes: quotes.slice(0, MAX_QUOTES),
  }
}

/** Gives the number of the block that holds a place of the text, or null. The text is its paragraphs' and headings' own. */
function blocksOf({ text, blocks }: { text: string; blocks: readonly Block[] }): (at: number) => number | null {
  const places: { start: number; end: number; block: number }[] = []
  let cursor = 0
  for (const [block, value] of blocks.entries()) {
    if (value.kind !== 'paragraph' && value.kind !== 'heading') continue
    const flat = value.inlines.map((inline) => inline.text).join('')
    // Looked for where it is expected: a block that the text lacks must not cost a search through all of it.
    const start = flat === '' ? -1 : text.slice(cursor, cursor + flat.length + NEAR).indexOf(flat)
    if (start === -1) continue
    places.push({ start: cursor + start, end: cursor + start + flat.length, block })
    cursor += start + flat.length
  }
  return (at) => places.find((place) => at >= place.start && at < place.end)?.block ?? null
}

/** Units between two blocks of a text: captions and lists that stand between them. */
const NEAR = 2_000

function sentenceAt(cut: readonly Sentence[], at: number): Sentence | null {
  let low = 0
  let high = cut.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (cut[middle]!.end <= at) low = middle + 1
    else high = middle
  }
  const found = cut[low]
  return found && found.start <= at ? found : null
}

/** A whole sentence, not a heading, and no piece of a quotation. */
function standsAlone({ text }: Sentence): boolean {
  if (text.length < MIN_SENTENCE || text.length > MAX_SENTENCE) return false
  if (!/[.!?…。！？।؟۔]["'”’»）)」』]*$/u.test(text) || /^\p{Ll}/u.test(text)) return false
  return !/^["'“„«‘»「『–—-]/u.test(text) && hasWholeQuotes(text)
}

/** Every mark that opens is closed. */
function hasWholeQuotes(text: string): boolean {
  const count = (marks: RegExp) => text.match(marks)?.length ?? 0
  return count(/["“”„«»「」『』]/gu) % 2 === 0
}

/** At most so many units, cut at a word, with a sign that it was cut. */
function shortened(text: string, units: number): string {
  if (text.length <= units) return text
  const space = text.lastIndexOf(' ', units - 1)
  return `${text.slice(0, space > units / 2 ? space : units - 1).trimEnd()}…`
}
