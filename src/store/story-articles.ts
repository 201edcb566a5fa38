import { sql } from 'kysely'
import type { ExtractedArticle } from '../model/article.ts'
import type { ArticleCard } from '../model/card.ts'
import type { ArticleFacts } from '../model/telling.ts'
import type { EpochMs } from '../model/time.ts'
import { unpackFacts } from './article-facts.ts'
import { CARD_COLUMNS, cardOf, unpackPage } from './articles.ts'
import type { Store } from './store.ts'

/** Facts that are unpacked when they are needed. */
export type PackedFacts = { bytes: number; unpack: () => ArticleFacts }
/** The last change of a text: when it was found, and both texts, unpacked when they are needed. */
export type LastChange = { seenMs: EpochMs; unpack: () => { before: ExtractedArticle; after: ExtractedArticle } }

/** One article of a story. `version` counts its texts from 1; facts and change are null where nothing is stored. */
export type StoryArticle = {
  card: ArticleCard
  version: number
  facts: PackedFacts | null
  change: LastChange | null
}

/** The newest articles of a story, or of those with some ids, newest first (later id first on a tie), hidden ones left out. One query. Index: article_story. */
export async function storyArticles(
  store: Store,
  which: number | { ids: readonly number[] },
  limit: number,
): Promise<StoryArticle[]> {
  if (typeof which !== 'number' && which.ids.length === 0) return []
  const rows = await store.read
    .selectFrom('article')
    .leftJoin('article_facts', 'article_facts.article_id', 'article.id')
    .leftJoin('article_version', (join) =>
      join
        .onRef('article_version.article_id', '=', 'article.id')
        .on(sql<boolean>`article_version.version = article.version - 1`),
    )
    .leftJoin('article_body', 'article_body.article_id', 'article_version.article_id') // of changed texts alone
    .select([
      ...CARD_COLUMNS.map((column) => `article.${column}` as const),
      'article.version',
      'article_facts.data as facts',
      'article_version.seen_ms',
      'article_version.data as before',
      'article_body.data as after',
    ])
    .where((eb) => (typeof which === 'number' ? eb('article.story_id', '=', which) : eb('article.id', 'in', which.ids)))
    .where('article.hidden', '=', 0)
    .orderBy('article.published_ms', 'desc')
    .orderBy('article.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => {
    const { facts, version } = row
    return {
      card: cardOf(row),
      version,
      facts: facts === null ? null : { bytes: facts.length, unpack: () => unpackFacts(facts) },
      change: changeOf(row),
    }
  })
}

function changeOf({
  seen_ms: seenMs,
  before,
  after,
}: {
  seen_ms: EpochMs | null
  before: Uint8Array | null
  after: Uint8Array | null
}): LastChange | null {
  if (seenMs === null || before === null || after === null) return null
  return { seenMs, unpack: () => ({ before: unpackPage(before), after: unpackPage(after) }) }
}
