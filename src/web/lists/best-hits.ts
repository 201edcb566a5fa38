import type { ArticleCard } from '../../model/card.ts'
import type { SearchPhrase } from '../../text/search-forms.ts'
import type { SearchTerm } from '../../text/search-query.ts'
import { searchWords } from '../../text/search-words.ts'

/** What a term counts in a headline and in a summary: a headline says what a text is about. Set by judgement, on no data. */
const IN_HEADLINE = 3
const IN_SUMMARY = 1
/** What one more occurrence in a summary counts, up to MOST_TIMES: a text that comes back to a word is about it. */
const AGAIN = 0.25
const MOST_TIMES = 3
/** What a copy loses: less than any term, so that it only stands behind its like. */
const COPY = 0.2

/** Cards by how much their headlines and summaries hold of a query, ties in the order given. */
export function bestFirst(cards: readonly ArticleCard[], terms: readonly SearchTerm[]): ArticleCard[] {
  const wanted = terms.filter((term) => !term.unwanted)
  const score = (card: ArticleCard) => {
    const [title, summary] = [` ${searchWords(card.title)} `, ` ${searchWords(card.summary)} `]
    const found = wanted.reduce((sum, term) => sum + termScore(term, title, summary), 0)
    return found - (card.copyOf === null ? 0 : COPY)
  }
  return cards
    .map((card) => ({ card, score: score(card) }))
    .toSorted((one, other) => other.score - one.score) // stable: ties stay
    .map(({ card }) => card)
}

function termScore({ phrases }: SearchTerm, title: string, summary: string): number {
  const inTitle = phrases.some((phrase) => timesIn(title, phrase) > 0)
  const times = phrases.reduce((sum, phrase) => sum + timesIn(summary, phrase), 0)
  const again = Math.min(Math.max(times - 1, 0), MOST_TIMES) * AGAIN
  return (inTitle ? IN_HEADLINE : 0) + (times > 0 ? IN_SUMMARY + again : 0)
}

/** Occurrences of a phrase in folded words with a blank around each. */
function timesIn(text: string, { words, prefix }: SearchPhrase): number {
  return text.split(` ${words.join(' ')}${prefix ? '' : ' '}`).length - 1
}
