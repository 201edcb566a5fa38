import type { AttributedQuote, SpeakerVoice, ToldText } from '../model/telling.ts'
import { scanWords } from '../text/word-hashes.ts'
import { foldWord } from '../text/words.ts'
import type { StoryCentre } from './story-centre.ts'

/** Speakers, and quotes of one speaker, on a page. */
const MOST_SPEAKERS = 10
const MOST_QUOTES = 4
/** Quotes of one speaker that are compared with one another: bounds the work of one page. */
const MAX_COMPARED = 60
/** From this share of the shorter one's words on, two quotes are one, shortened or with words of another edition. */
const SAME_QUOTE = 0.7

type Said = AttributedQuote & { articleId: number; owner: string; near: number; words: ReadonlySet<number> }
/** One quote as its texts have it; `owners` with the nearness of each one's nearest text. */
type Quote = { longest: Said; owners: Map<string, number>; articles: Set<number> }

/**
 * Who says what in a story's texts: each speaker with each quote once, and how many texts have it; first whom most owners quote whose texts are near to the others'.
 * Of several tellings of a quote the longest is shown. "Varga" is Ilse Varga where the story quotes no other Varga.
 */
export function storyVoices(texts: readonly ToldText[], centre: StoryCentre): SpeakerVoice[] {
  const all = texts.flatMap((text) => {
    const near = Math.min(1, centre.nearness(text))
    const { id: articleId, owner } = text
    return text.facts.quotes.map((quote) => ({
      ...quote,
      articleId,
      owner,
      near,
      words: wordsOf(quote.parts.join(' ')),
    }))
  })
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
  const longerBy = new Map<string, string[]>()
  for (const name of new Set(names))
    for (let space = name.indexOf(' '); space !== -1; space = name.indexOf(' ', space + 1)) {
      const end = name.slice(space + 1)
      longerBy.set(end, [...(longerBy.get(end) ?? []), name])
    }
  const whole = new Map<string, string>()
  for (const [name, longer] of longerBy) if (longer.length === 1) whole.set(name, longer[0]!) // it has one
  return whole
}

function quotesOf(said: readonly Said[]): Quote[] {
  const quotes: Quote[] = []
  for (const one of said) {
    const known = quotes.find((quote) => isSame(quote.longest.words, one.words))
    if (!known) {
      quotes.push({ longest: one, owners: new Map([[one.owner, one.near]]), articles: new Set([one.articleId]) })
      continue
    }
    known.owners.set(one.owner, Math.max(known.owners.get(one.owner) ?? 0, one.near))
    known.articles.add(one.articleId)
    if (one.words.size > known.longest.words.size) known.longest = one
  }
  return quotes.toSorted((a, b) => weightOf(b) - weightOf(a) || b.articles.size - a.articles.size)
}

function isSame(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let shared = 0
  for (const word of small) if (large.has(word)) shared++
  return shared >= SAME_QUOTE * small.size
}

/** Owners that quote somebody, by how near their texts are to the story: one paper that quotes him ten times is one. */
function worthOf(quotes: readonly Quote[]): number {
  return quotes.reduce((sum, quote) => sum + weightOf(quote), 0)
}

function weightOf({ owners }: Quote): number {
  let weight = 0
  for (const near of owners.values()) weight += near
  return weight
}

/** The longest name; the commoner one on a tie. */
function nameOf(said: readonly Said[]): string {
  const counts = Map.groupBy(said, (one) => one.speaker)
  const [first] = [...counts].toSorted(([a, some], [b, others]) => b.length - a.length || others.length - some.length)
  return first?.[0] ?? ''
}

function wordsOf(text: string): ReadonlySet<number> {
  const { hashes, count } = scanWords(text)
  return new Set(hashes.subarray(0, count))
}
