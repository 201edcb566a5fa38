import type { Entry } from '../model/entry.ts'
import type { HandedArticle, HandedOutcome } from '../model/handed-article.ts'
import { paragraphsAsHtml } from './import-file.ts'
import { type Arrival, BATCH } from './line.ts'
import type { Polling } from './poll.ts'
import type { PrepareAnswer } from './prepare.ts'
import { unhopedFor } from './read-entry.ts'

/** What taking articles in needs: threads to read them, and the one writer. */
export type HandingIn = Pick<Polling, 'pool' | 'line' | 'now'>

/**
 * Takes in articles from their publisher's own hand: as entries of a feed, whose pages are not asked for. An address that is known is the
 * article that stands there: with other words it is updated, with the same nothing happens. One outcome each, in order.
 */
export async function handIn(handing: HandingIn, articles: readonly HandedArticle[]): Promise<HandedOutcome[]> {
  const nowMs = handing.now()
  const outcomes: HandedOutcome[] = []
  for (let start = 0; start < articles.length; start += BATCH) {
    const some = articles.slice(start, start + BATCH)
    const read = await Promise.all(some.map((article) => handing.pool.run(taskOf(article, nowMs))))
    outcomes.push(...(await storeRead(handing, some, read)))
  }
  return outcomes
}

async function storeRead(
  { line, now }: HandingIn,
  articles: readonly HandedArticle[],
  read: readonly PrepareAnswer[],
): Promise<HandedOutcome[]> {
  const arrivals = articles.map((article, index) => arrivalOf(article, read[index]!, now()))
  const sound = arrivals.filter((arrival) => arrival !== null)
  const stored = sound.length > 0 ? await line.store(sound) : []
  let next = 0
  return articles.map(({ url }, index): HandedOutcome => {
    if (arrivals[index] === null)
      return { url, outcome: 'failed', reason: unhopedFor(read[index]!, 'no article text was found in it') }
    const { outcome, key } = stored[next++]! // one for each arrival
    return { url, outcome, key }
  })
}

function arrivalOf({ url, site }: HandedArticle, answer: PrepareAnswer, nowMs: number): Arrival | null {
  if (answer.kind !== 'article' || !answer.result.ok) return null
  const source = { feedId: null, feedUrl: null, guid: null, sourceTitle: site ?? null, demo: false }
  return { ...source, prepared: answer.result.value, url, firstSeenMs: nowMs }
}

function taskOf(article: HandedArticle, nowMs: number) {
  const language = article.language ?? null
  const entry: Entry = {
    id: article.url,
    url: article.url,
    title: null,
    titleText: article.title,
    summary: null,
    content: article.html ?? paragraphsAsHtml(article.text ?? ''),
    authors: (article.authors ?? []).map((name) => ({ name, email: null, uri: null })),
    published: article.published ?? null,
    updated: article.modified ?? null,
    categories: (article.tags ?? []).map((term) => ({ term, scheme: null, label: null })),
    enclosures: [],
    comments: null,
    language,
  }
  return { kind: 'entry' as const, entry, feedTitle: article.site ?? null, feedUrl: null, language, nowMs }
}
