/** What people say of a page; of text fields an empty one means that nobody labelled it. Shape of `gold.json`. */
export type PageGold = {
  url?: string | null
  type?: string
  title?: string | null
  author?: string | readonly string[] | null
  date?: string | null
  articleBody?: string | null
  /** Passages that must be in the text, and that must not. */
  with?: readonly string[]
  without?: readonly string[]
}

/** What a program made of a page. */
export type PageAnswer = {
  text: string | null
  title: string | null
  author: string | readonly string[] | null
  date: string | null
}

/** All shares 0 to 1; null where no page has a gold for it. `body` is F1 over 4-word runs, the harmonic mean of mean precision and mean recall. */
export type PageScores = {
  pages: number
  body: number | null
  bodyPrecision: number | null
  bodyRecall: number | null
  bag: number | null
  snippets: number | null
  title: number | null
  author: number | null
  date: number | null
}

/** Words of a run: those of the Article Extraction Benchmark. */
const RUN = 4

/**
 * Scores answers against golds; a page without an answer counts as an empty one.
 *
 * **Source:** body: scrapinghub/article-extraction-benchmark (shingles) and WCXB (bag of words, mean of page F1); snippets: trafilatura's tests
 * (a passage found or not found counts once); title, author: the same words whatever their case; date: the same calendar day.
 */
export function scorePages(golds: ReadonlyMap<string, PageGold>, answers: ReadonlyMap<string, PageAnswer>): PageScores {
  const precisions: number[] = []
  const recalls: number[] = []
  const bags: number[] = []
  const snippets = { found: 0, missed: 0, wrong: 0 }
  const exact = { title: [] as boolean[], author: [] as boolean[], date: [] as boolean[] }
  for (const [id, gold] of golds) {
    const answer = answers.get(id)
    const text = answer?.text ?? ''
    if (gold.articleBody) {
      const { precision, recall } = bodyShares(wordsOf(gold.articleBody), wordsOf(text))
      if (precision !== null) precisions.push(precision)
      if (recall !== null) recalls.push(recall)
      bags.push(bagF1(gold.articleBody, text))
    }
    countSnippets(gold, text, snippets)
    if (gold.title) exact.title.push(folded(gold.title) === folded(answer?.title))
    if (gold.author) exact.author.push(sameNames(gold.author, answer?.author ?? null))
    if (gold.date) exact.date.push(dayOf(gold.date) !== null && dayOf(gold.date) === dayOf(answer?.date))
  }
  const [precision, recall] = [mean(precisions), mean(recalls)]
  return {
    pages: golds.size,
    body: bags.length === 0 ? null : harmonic(precision ?? 0, recall ?? 0),
    bodyPrecision: bags.length === 0 ? null : (precision ?? 0),
    bodyRecall: bags.length === 0 ? null : (recall ?? 0),
    bag: mean(bags),
    snippets: snippetF1(snippets),
    title: mean(exact.title.map(Number)),
    author: mean(exact.author.map(Number)),
    date: mean(exact.date.map(Number)),
  }
}

/** F1 over lower-cased words of two texts, each word as often as it stands there. */
export function bagF1(gold: string, answer: string): number {
  const [a, b] = [wordsOf(gold.toLowerCase()), wordsOf(answer.toLowerCase())]
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0
  return (2 * overlap(countsOf(a), countsOf(b))) / (a.length + b.length)
}

/** Shares of the runs of words; null where neither side has one to judge by, as the benchmark leaves such a page out of that mean. */
function bodyShares(
  gold: readonly string[],
  answer: readonly string[],
): { precision: number | null; recall: number | null } {
  const [a, b] = [runsOf(gold), runsOf(answer)]
  const shared = overlap(countsOf(a), countsOf(b))
  if (a.length === 0 || b.length === 0) return { precision: b.length > 0 ? 0 : null, recall: a.length > 0 ? 0 : null }
  return { precision: shared / b.length, recall: shared / a.length }
}

/** Runs of RUN words; a shorter text is one run. */
function runsOf(words: readonly string[]): string[] {
  if (words.length === 0) return []
  return Array.from({ length: Math.max(1, words.length - RUN + 1) }, (_, at) => words.slice(at, at + RUN).join(' '))
}

function countSnippets(gold: PageGold, text: string, counts: { found: number; missed: number; wrong: number }): void {
  const spaced = text.replace(/\s+/gu, ' ')
  const stands = (passage: string): boolean => text.includes(passage) || spaced.includes(passage.replace(/\s+/gu, ' '))
  for (const passage of gold.with ?? []) stands(passage) ? counts.found++ : counts.missed++
  for (const passage of gold.without ?? []) if (stands(passage)) counts.wrong++
}

function snippetF1({ found, missed, wrong }: { found: number; missed: number; wrong: number }): number | null {
  if (found + missed + wrong === 0) return null
  return found === 0 ? 0 : harmonic(found / (found + wrong), found / (found + missed))
}

const LEADS = /^\s*(?:by|von|par|por|di|de)[:\s]+/iu
const BETWEEN = /\s*(?:;|,|\band\b|\bund\b|\bet\b|\by\b|&|\|)\s*/u

function sameNames(one: string | readonly string[], other: string | readonly string[] | null): boolean {
  const [a, b] = [namesOf(one), namesOf(other)]
  return a.size === b.size && [...a].every((name) => b.has(name))
}

function namesOf(found: string | readonly string[] | null): Set<string> {
  const text = typeof found === 'string' ? found : (found ?? []).join('; ')
  return new Set(text.replace(LEADS, '').split(BETWEEN).map(folded).filter(Boolean))
}

const dayOf = (found: string | null | undefined): string | null => /\d{4}-\d{2}-\d{2}/u.exec(found ?? '')?.[0] ?? null
const folded = (text: string | null | undefined): string =>
  wordsOf(text ?? '')
    .join(' ')
    .toLowerCase()
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? []
const harmonic = (p: number, r: number): number => (p + r === 0 ? 0 : (2 * p * r) / (p + r))
const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

function countsOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [item, count] of a) sum += Math.min(count, b.get(item) ?? 0)
  return sum
}
