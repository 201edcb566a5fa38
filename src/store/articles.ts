import type { Selectable } from 'kysely'
import type { ExtractedArticle } from '../model/article.ts'
import type { ArticleCard, ArticleDetail } from '../model/card.ts'
import type { CopyKind } from '../model/copy.ts'
import type { Section, SectionReason } from '../model/tag.ts'
import type { EpochMs } from '../model/time.ts'
import { packJson, unpackJson } from './packed-json.ts'
import type { ArticleTable } from './schema.ts'
import type { Store } from './store.ts'

/** Everything an ArticleCard holds, without the columns that only the line needs. */
export const CARD_COLUMNS = [
  'id',
  'key',
  'title',
  'url',
  'owner',
  'source_title',
  'feed_id',
  'section',
  'language',
  'published_ms',
  'claimed_published',
  'doubtful',
  'first_seen_ms',
  'word_count',
  'summary',
  'image',
  'story_id',
  'copy_of',
  'copy_kind',
  'containment',
  'family',
  'redated_days',
  'injected_count',
  'credit',
  'views',
  'demo',
  'marks',
] as const satisfies readonly (keyof ArticleTable)[]

type CardRow = Pick<Selectable<ArticleTable>, (typeof CARD_COLUMNS)[number]>

/** Where a newest-first list goes on: after the article with this time and id. */
export type ArticleCursor = { publishedMs: EpochMs; id: number }

/** Which articles a newest-first list holds; at most one of section, feedId and storyId. */
export type ArticleFilter = {
  section?: string
  feedId?: number
  storyId?: number
  tagId?: number
  language?: string
  before?: ArticleCursor
  limit: number
}

/**
 * Articles newest first (later id first on a tie), hidden ones left out; keyset pages by `before`.
 * Indexes: article_newest, article_section, article_feed, article_story, article_tag_newest.
 */
export async function newestArticles(store: Store, filter: ArticleFilter): Promise<ArticleCard[]> {
  let query = store.read
    .selectFrom('article')
    .select(CARD_COLUMNS.map((column) => `article.${column}` as const))
    .where('article.hidden', '=', 0)
  if (filter.section !== undefined) query = query.where('article.section', '=', filter.section)
  if (filter.feedId !== undefined) query = query.where('article.feed_id', '=', filter.feedId)
  if (filter.storyId !== undefined) query = query.where('article.story_id', '=', filter.storyId)
  if (filter.language !== undefined) query = query.where('article.language', '=', filter.language)
  const { tagId, before } = filter
  if (tagId !== undefined) {
    query = query
      .innerJoin('article_tag', 'article_tag.article_id', 'article.id')
      .where('article_tag.tag_id', '=', tagId)
  }
  // The tag's own index carries the time, so that a common tag is read from its newest end.
  const time = tagId === undefined ? ('article.published_ms' as const) : ('article_tag.published_ms' as never)
  const id = tagId === undefined ? ('article.id' as const) : ('article_tag.article_id' as never)
  if (before) {
    query = query.where((eb) => eb(eb.refTuple(time, id), '<', eb.tuple(before.publishedMs, before.id) as never))
  }
  const rows = await query.orderBy(time, 'desc').orderBy(id, 'desc').limit(filter.limit).execute()
  return rows.map(cardOf)
}

/** Cards by id, in the order asked for; unknown ids are left out, and hidden ones but for the owner's eyes (`withHidden`). One query. */
export async function articleCards(
  store: Store,
  ids: readonly number[],
  { withHidden = false }: { withHidden?: boolean } = {},
): Promise<ArticleCard[]> {
  if (ids.length === 0) return []
  const cards = store.read.selectFrom('article').select(CARD_COLUMNS).where('id', 'in', ids)
  const rows = await (withHidden ? cards : cards.where('hidden', '=', 0)).execute()
  const byId = new Map(rows.map((row) => [row.id, cardOf(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** One article whole, by its public key; null when there is none. Hidden ones are given: the page decides. One query. */
export async function articleByKey(store: Store, key: string): Promise<ArticleDetail | null> {
  const row = await store.read
    .selectFrom('article')
    .innerJoin('article_body', 'article_body.article_id', 'article.id')
    .leftJoin('ruling', 'ruling.article_id', 'article.id')
    .select([...CARD_COLUMNS, 'byline', 'version', 'hidden', 'section_reason', 'data', 'given_section'])
    .where('key', '=', key)
    .executeTakeFirst()
  if (!row) return null
  return {
    ...cardOf(row),
    byline: JSON.parse(row.byline) as string[], // written by insertArticle alone
    version: row.version,
    hidden: row.hidden === 1,
    sectionReason: row.section_reason === null ? null : (JSON.parse(row.section_reason) as SectionReason), // written by insertArticle alone
    movedFrom: row.given_section as Section | null, // written from SECTIONS alone
    page: unpackPage(row.data),
  }
}

/** The article that stands at a URL, newest first where several do; null when there is none. Index: article_url. */
export async function articleByUrl(store: Store, url: string): Promise<ArticleCard | null> {
  const row = await store.read
    .selectFrom('article')
    .select(CARD_COLUMNS)
    .where('url', '=', url)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row ? cardOf(row) : null
}

/** An original and its copies, earliest first. Index: article_family. */
export async function familyOf(store: Store, family: number, limit: number): Promise<ArticleCard[]> {
  const rows = await store.read
    .selectFrom('article')
    .select(CARD_COLUMNS)
    .where('family', '=', family)
    .where('hidden', '=', 0)
    .orderBy('published_ms')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(cardOf)
}

/** Pages as extracted, by article id; ids without a body are left out. One query. */
export async function articlePages(store: Store, ids: readonly number[]): Promise<Map<number, ExtractedArticle>> {
  if (ids.length === 0) return new Map()
  const rows = await store.read.selectFrom('article_body').selectAll().where('article_id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.article_id, unpackPage(row.data)]))
}

const WHOLE_COLUMNS = [...CARD_COLUMNS, 'byline', 'version', 'hidden', 'data'] as const

type WholeRow = Parameters<typeof cardOf>[0] & { byline: string; version: number; hidden: number; data: Uint8Array }

/** An article as it leaves the store in bulk: without why it stands in its section. */
function detailOf(row: WholeRow): ArticleDetail {
  return {
    ...cardOf(row),
    byline: JSON.parse(row.byline) as string[], // written by insertArticle alone
    version: row.version,
    hidden: row.hidden === 1,
    sectionReason: null,
    movedFrom: null,
    page: unpackPage(row.data),
  }
}

/** Articles whole, in the order of their ids as given; ids that are none are left out. One query. */
export async function articlesByIds(store: Store, ids: readonly number[]): Promise<ArticleDetail[]> {
  if (ids.length === 0) return []
  const rows = await store.read
    .selectFrom('article')
    .innerJoin('article_body', 'article_body.article_id', 'article.id')
    .select(WHOLE_COLUMNS)
    .where('id', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, detailOf(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Walks all articles by rising id in constant memory, a batch at a time; for export, rebuilds and backups. */
export async function* allArticles(store: Store, batch = 200): AsyncGenerator<ArticleDetail> {
  let after = 0
  for (;;) {
    const rows = await store.read
      .selectFrom('article')
      .innerJoin('article_body', 'article_body.article_id', 'article.id')
      .select(WHOLE_COLUMNS)
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute()
    for (const row of rows) {
      yield detailOf(row)
      after = row.id
    }
    if (rows.length < batch) return
  }
}

/** Hides an article from every list (or shows it again) by hand, which stands above the owner's rules. False when there is none with this key. */
export async function setArticleHidden(store: Store, key: string, hidden: boolean): Promise<boolean> {
  return store.write.transaction().execute(async (trx) => {
    const done = await trx
      .updateTable('article')
      .set({ hidden: hidden ? 1 : 0 })
      .where('key', '=', key)
      .returning('id')
      .executeTakeFirst()
    if (!done) return false
    await trx
      .updateTable('ruling')
      .set({ by_hand: hidden ? 1 : 0 })
      .where('article_id', '=', done.id)
      .execute()
    return true
  })
}

/** A page as it is stored. */
export function packPage(page: ExtractedArticle): Uint8Array {
  return packJson(page)
}

export function unpackPage(data: Uint8Array): ExtractedArticle {
  return unpackJson(data) as ExtractedArticle // written by packPage alone
}

/** A row of `CARD_COLUMNS` as a card. */
export function cardOf(row: CardRow): ArticleCard {
  return {
    id: row.id,
    key: row.key,
    title: row.title,
    url: row.url,
    owner: row.owner,
    sourceTitle: row.source_title,
    feedId: row.feed_id,
    section: row.section as Section, // written from SECTIONS alone
    language: row.language,
    publishedMs: row.published_ms,
    claimedPublished: row.claimed_published,
    doubtful: row.doubtful === 1,
    firstSeenMs: row.first_seen_ms,
    wordCount: row.word_count,
    summary: row.summary,
    image: row.image,
    storyId: row.story_id,
    copyOf: row.copy_of,
    copyKind: row.copy_kind as CopyKind | null,
    containment: row.containment,
    family: row.family,
    redatedDays: row.redated_days,
    injectedCount: row.injected_count,
    credit: row.credit,
    views: row.views,
    demo: row.demo === 1,
    marks: row.marks === null ? [] : (JSON.parse(row.marks) as string[]), // written by the rules alone
  }
}
