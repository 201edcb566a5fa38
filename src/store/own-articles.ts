import { type RawBuilder, sql } from 'kysely'
import type { ArticleCard } from '../model/card.ts'
import type { EpochMs } from '../model/time.ts'
import { CARD_COLUMNS, cardOf } from './articles.ts'
import type { Store } from './store.ts'

/**
 * One publisher's articles: those that stand on a host (without `www.`; a registrable one, `example.org`, holds those of
 * `news.example.org` too), or those that one source brought.
 */
export type SiteScope = { host: string } | { feedId: number }

/** Which of them, newest first. `readsSinceMs`: the reads handed in since are added up. */
export type OwnFilter = {
  limit: number
  readsSinceMs: EpochMs
  section?: string | undefined
  language?: string | undefined
  tagId?: number | undefined
}

/** An article of one publisher with what its place in a list over that site is made of. */
export type OwnArticle = {
  card: ArticleCard
  /** Score of its story's pulse, 0 when quiet. */
  burst: number
  /** Owners that tell its story in own words; 0 for an article without a story. */
  owners: number
  /** How often its publisher says that it was read; 0 where nobody says. */
  reads: number
}

type OwnRow = Parameters<typeof cardOf>[0] & {
  burst: number | null
  owner_count: number | null
  reads: number | string
}

/**
 * The newest articles of one publisher, later id first on a tie, hidden ones left out. One query.
 * Indexes: article_host and article_owner, or article_feed; keys of story, article_tag and article_read.
 */
export async function ownArticles(store: Store, scope: SiteScope, filter: OwnFilter): Promise<OwnArticle[]> {
  const columns = sql.join(CARD_COLUMNS.map((column) => sql.ref(`a.${column}`)))
  const { rows } = await sql<OwnRow>`
    select ${columns}, s.burst, s.owner_count,
      (select coalesce(sum(r.count), 0) from article_read r where r.article_id = a.id and r.hour_ms >= ${filter.readsSinceMs}) as reads
    from article a left join story s on s.id = a.story_id
    where a.id in (${newestIds(scope, filter)})
    order by a.published_ms desc, a.id desc limit ${filter.limit}`.execute(store.read)
  return rows.map((row) => ({
    card: cardOf(row),
    burst: row.burst ?? 0,
    owners: row.owner_count ?? 0,
    reads: Number(row.reads),
  }))
}

/** Ids of a publisher's newest articles, newest first. One query; indexes as above. */
export async function ownArticleIds(store: Store, scope: SiteScope, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select a.id from article a where a.id in (${newestIds(scope, { limit })})
    order by a.published_ms desc, a.id desc limit ${limit}`.execute(store.read)
  return rows.map(({ id }) => id)
}

/** Each condition is an index scan of its own from the newest end: two together would be read whole and sorted. */
function newestIds(scope: SiteScope, filter: Omit<OwnFilter, 'readsSinceMs'>): RawBuilder<unknown> {
  if ('feedId' in scope) return newestWhere(sql`feed_id = ${scope.feedId}`, filter)
  return sql`${newestWhere(sql`host = ${scope.host}`, filter)} union ${newestWhere(sql`owner = ${scope.host}`, filter)}`
}

function newestWhere(
  condition: RawBuilder<unknown>,
  { section, language, tagId, limit }: Omit<OwnFilter, 'readsSinceMs'>,
): RawBuilder<unknown> {
  // Plus nothing: an index of one section would be read through all publishers.
  const inSection = section === undefined ? sql`` : sql`and section || '' = ${section}`
  const inLanguage = language === undefined ? sql`` : sql`and language = ${language}`
  const withTag =
    tagId === undefined
      ? sql``
      : sql`and exists (select 1 from article_tag t where t.article_id = article.id and t.tag_id = ${tagId})`
  return sql`select id from (select id from article where ${condition} and hidden = 0 ${inSection} ${inLanguage} ${withTag}
    order by published_ms desc, id desc limit ${limit}) as newest`
}

/** The articles that stand at any of some addresses, by address; the newest where several do. One query. Index: article_url. */
export async function articlesByUrls(store: Store, urls: readonly string[]): Promise<Map<string, ArticleCard>> {
  if (urls.length === 0) return new Map()
  const rows = await store.read
    .selectFrom('article')
    .select(CARD_COLUMNS)
    .where('url', 'in', urls)
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.url ?? '', cardOf(row)]))
}
