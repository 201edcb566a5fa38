import type { ArticleCard } from '../../model/card.ts'
import { articleCards, articlePages } from '../../store/articles.ts'
import { type SearchPage, searchPage } from '../../store/search.ts'
import { parseQuery, type SearchQuery, type SearchTerm } from '../../text/search-query.ts'
import { searchParts } from '../../text/search-words.ts'
import { words } from '../../text/words.ts'
import type { Site } from '../site.ts'
import { bestFirst } from './best-hits.ts'

/** A piece of text, marked where it holds what was asked for. */
export type Marked = { text: string; hit: boolean }
export type SearchHit = {
  article: ArticleCard
  title: readonly Marked[]
  snippet: readonly Marked[]
  /** Other hits of the same page of results with the same text: its copies, or what it copies. */
  sameText: readonly ArticleCard[]
}
export type SearchOrder = 'newest' | 'best'
/** `problem` says which operator was given what it does not know; then there are no hits. */
export type SearchList = {
  query: string
  order: SearchOrder
  hits: readonly SearchHit[]
  nextBeforeId: number | null
  problem: string | null
}
/** What is marked: words as the index holds them, and beginnings of words. */
export type Wanted = { words: ReadonlySet<string>; beginnings: readonly string[] }

const ROWS = 20
/** Characters of text around the first hit. */
const SNIPPET = 220
/** How far into a text a hit is looked for, in UTF-16 units: enough for any article, and a bound on the work. */
const SCANNED = 40_000

/** Newest hits among which the best are chosen: bounds the work, and news of before are seldom what is meant. */
const WEIGHED = 300

/**
 * Articles that a query finds, 20 a page: newest first, or of the newest 300 those whose headlines and summaries hold the most of
 * it (one page). Three queries, and at most two for each filter; none for an empty query.
 */
export async function searchList(
  site: Site,
  query: string,
  { order = 'newest', beforeId }: { order?: SearchOrder; beforeId?: number } = {},
): Promise<SearchList> {
  const asked = parseQuery(query)
  const page = await searchPage(site.store, asked, {
    limit: order === 'best' ? WEIGHED : ROWS,
    ...(beforeId === undefined ? {} : { beforeId }),
  })
  const cards = await shownCards(site, asked, { page, order })
  const pages = await articlePages(
    site.store,
    cards.map((card) => card.id),
  )
  const wanted = wantedOf(asked.terms)
  const families = Map.groupBy(cards, (card) => card.family ?? card.id)
  const hits = [...families.values()].map((group) => {
    const article = group.find((one) => one.copyOf === null) ?? group[0]! // a group has a member
    return {
      article,
      title: markWords(article.title, wanted),
      snippet: snippetOf(pages.get(article.id)?.text ?? article.summary, wanted),
      sameText: group.filter((one) => one !== article),
    }
  })
  const { problem } = page
  return { query, order, hits, nextBeforeId: order === 'best' ? null : page.nextBeforeId, problem }
}

async function shownCards(
  site: Site,
  asked: SearchQuery,
  { page, order }: { page: SearchPage; order: SearchOrder },
): Promise<readonly ArticleCard[]> {
  const cards = await articleCards(site.store, page.ids)
  return order === 'best' ? bestFirst(cards, asked.terms).slice(0, ROWS) : cards
}

/** Everything that the wanted terms of a query may have found. */
export function wantedOf(terms: readonly SearchTerm[]): Wanted {
  const phrases = terms.filter((term) => !term.unwanted).flatMap((term) => term.phrases)
  return {
    words: new Set(phrases.flatMap((phrase) => phrase.words)),
    beginnings: phrases.flatMap((phrase) => (phrase.prefix ? phrase.words.slice(-1) : [])),
  }
}

/** A text cut where wanted words stand in it; the pieces joined are the text. */
export function markWords(text: string, wanted: Wanted): Marked[] {
  const pieces: Marked[] = []
  let done = 0
  for (const word of words(text)) {
    if (!isWanted(word.text, wanted)) continue
    if (word.start > done) pieces.push({ text: text.slice(done, word.start), hit: false })
    pieces.push({ text: text.slice(word.start, word.end), hit: true })
    done = word.end
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hit: false })
  return pieces
}

function isWanted(word: string, wanted: Wanted): boolean {
  return searchParts(word).some(
    (part) => wanted.words.has(part) || wanted.beginnings.some((beginning) => part.startsWith(beginning)),
  )
}

/** The text around its first wanted word, marked; its beginning where there is none. */
export function snippetOf(text: string, wanted: Wanted): Marked[] {
  const scanned = text.slice(0, SCANNED)
  const first = words(scanned).find((word) => isWanted(word.text, wanted))
  const from = wordStart(scanned, Math.max(0, (first?.start ?? 0) - SNIPPET / 3))
  const to = wordEnd(scanned, from + SNIPPET)
  const cut = scanned.slice(from, to).toWellFormed().replace(/\s+/g, ' ')
  const before = from > 0 ? '… ' : ''
  const after = to < text.length ? ' …' : ''
  return markWords(`${before}${cut.trim()}${after}`, wanted)
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return at - space > 40 ? at : space
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0
  const space = text.indexOf(' ', at)
  return space === -1 || space - at > 40 ? Math.floor(at) : space + 1
}
