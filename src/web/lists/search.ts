import type { ArticleCard } from '../../model/card.ts'
import { articleCards, articlePages } from '../../store/articles.ts'
import { parseQuery, searchArticles } from '../../store/search.ts'
import { foldWord, words } from '../../text/words.ts'
import type { Site } from '../site.ts'

/** A piece of text, marked where it holds what was asked for. */
export type Marked = { text: string; hit: boolean }
export type SearchHit = {
  article: ArticleCard
  title: readonly Marked[]
  snippet: readonly Marked[]
  /** Other hits of the same page of results with the same text: its copies, or what it copies. */
  sameText: readonly ArticleCard[]
}
export type SearchList = { query: string; hits: readonly SearchHit[]; nextBeforeId: number | null }

const ROWS = 20
/** Characters of text around the first hit. */
const SNIPPET = 220
/** How far into a text a hit is looked for, in UTF-16 units: enough for any article, and a bound on the work. */
const SCANNED = 40_000

/** Articles that hold every word asked for, newest first, 20 a page. Three queries; none for an empty query. */
export async function searchList(site: Site, query: string, beforeId?: number): Promise<SearchList> {
  const terms = parseQuery(query)
  const wanted = new Set(terms.filter((term) => !term.unwanted).flatMap((term) => term.words))
  const ids = await searchArticles(site.store, terms, {
    limit: ROWS + 1,
    ...(beforeId === undefined ? {} : { beforeId }),
  })
  const shown = ids.slice(0, ROWS)
  const [cards, pages] = await Promise.all([articleCards(site.store, shown), articlePages(site.store, shown)])
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
  return { query, hits, nextBeforeId: ids.length > ROWS ? (shown.at(-1) ?? null) : null }
}

/** A text cut where wanted words (folded) stand in it; the pieces joined are the text. */
export function markWords(text: string, wanted: ReadonlySet<string>): Marked[] {
  const pieces: Marked[] = []
  let done = 0
  for (const word of words(text)) {
    if (!foldedParts(word.text).some((part) => wanted.has(part))) continue
    if (word.start > done) pieces.push({ text: text.slice(done, word.start), hit: false })
    pieces.push({ text: text.slice(word.start, word.end), hit: true })
    done = word.end
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hit: false })
  return pieces
}

/** The text around its first wanted word, marked; its beginning where there is none. */
export function snippetOf(text: string, wanted: ReadonlySet<string>): Marked[] {
  const scanned = text.slice(0, SCANNED)
  const first = words(scanned).find((word) => foldedParts(word.text).some((part) => wanted.has(part)))
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

function foldedParts(word: string): string[] {
  return word.split(/['’\-.&]/u).map(foldWord)
}
