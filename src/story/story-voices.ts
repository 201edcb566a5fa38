import type { AttributedQuote, SpeakerVoice, ToldText } from '../model/telling.ts'
import { foldWord, words } from '../text/words.ts'

/** Speakers, and quotes of one speaker, on a page. */
const MOST_SPEAKERS = 10
const MOST_QUOTES = 4
/** Quotes of one speaker that are compared with one another: bounds the work of one page. */
const MAX_COMPARED = 60
/** From this share of the shorter one's words on, two quotes are one, shortened or with words of another edition. */
const SAME_QUOTE = 0.7

type Said = AttributedQuote & { articleId: number; owner: string; words: ReadonlySet<string> }
type Quote = { first: Said; longest: Said; owners: Set<string>; articles: Set<number> }

/**
 * Who says what in a story's texts: each speaker with each quote once, and how many texts have it; most quoted first.
 * Of several tellings of a quote the longest is shown. "Varga" is Ilse Varga where the story quotes no other Varga.
 */
export function storyVoices(texts: readonly ToldText[]): SpeakerVoice[] {
  const all = texts.flatMap(({ id, owner, facts }) =>
    facts.quotes.map((quote) => ({ ...quote, articleId: id, owner, words: wordsOf(quote.parts.join(' ')) })),
  )
  const whole = wholeNames(all.map(({ speaker }) => speaker))
  const bySpeaker = Map.groupBy(all, ({ speaker }) => foldWord(whole.get(speaker) ?? speaker))
  return [...bySpeaker.values()]
    .map((said) => ({ said, quotes: quotesOf(said.slice(0, MAX_COMPARED)) }))
    .toSorted((a, b) => worthOf(b.quotes) - worthOf(a.quotes))
    .slice(0, MOST_SPEAKERS)
    .map(({ said, quotes }) => ({
      speaker: nameOf(said),
      slug: said.find((one) => one.slug !== null && one.speaker === nameOf(said))?.slug ?? null,
      quotes: quotes.slice(0, MOST_QUOTES).map(({ longest, articles }) => ({
        parts: longest.parts,
        articleId: longest.articleId,
        block: longest.block,
        texts: articles.size,
      })),
    }))
}

/** Each name that is the end of exactly one longer one, with that one. */
function wholeNames(names: readonly string[]): Map<string, string> {
  const different = [...new Set(names)]
  const whole = new Map<string, string>()
  for (const name of different) {
    const longer = different.filter((other) => other.length > name.length && other.endsWith(` ${name}`))
    if (longer.length === 1 && longer[0] !== undefined) whole.set(name, longer[0])
  }
  return whole
}

function quotesOf(said: readonly Said[]): Quote[] {
  const quotes: Quote[] = []
  for (const one of said) {
    const known = quotes.find((quote) => isSame(quote.longest.words, one.words))
    if (!known) {
      quotes.push({ first: one, longest: one, owners: new Set([one.owner]), articles: new Set([one.articleId]) })
      continue
    }
    known.owners.add(one.owner)
    known.articles.add(one.articleId)
    if (one.words.size > known.longest.words.size) known.longest = one
  }
  return quotes.toSorted((a, b) => b.owners.size - a.owners.size || b.articles.size - a.articles.size)
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let shared = 0
  for (const word of small) if (large.has(word)) shared++
  return shared >= SAME_QUOTE * small.size
}

/** Owners that quote somebody: one paper that quotes him ten times is one. */
function worthOf(quotes: readonly Quote[]): number {
  return quotes.reduce((sum, quote) => sum + quote.owners.size, 0)
}

/** The longest name; the commoner one on a tie. */
function nameOf(said: readonly Said[]): string {
  const counts = Map.groupBy(said, (one) => one.speaker)
  const [first] = [...counts].toSorted(([a, some], [b, others]) => b.length - a.length || others.length - some.length)
  return first?.[0] ?? ''
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(words(text).map((word) => foldWord(word.text)))
}
