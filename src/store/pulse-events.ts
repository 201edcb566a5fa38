import { sql } from 'kysely'
import { NOTES_OWNER } from '../model/note.ts'
import type { EpochMs } from '../model/time.ts'
import type { Store } from './store.ts'

/** One article as the pulse counts it: what it is about, whose it is, and the family of copies that it belongs to. */
export type CountedArticle = {
  articleId: number
  atMs: EpochMs
  owner: string
  family: number
  storyId: number
  storyKey: string
  section: string
  tagSlugs: readonly string[]
}

/** Articles first seen later than this after they were published are archive, not news. */
const MAX_LATE_MS = 6 * 3_600_000
/** Tags of an article that the pulse counts: those that it is about. */
const TAGS_COUNTED = 8

/**
 * Articles first seen in `[fromMs, toMs)`, in order of time, with their keys; archive and own notes left out. Two queries; index: article_seen.
 */
export async function countedArticles(store: Store, fromMs: EpochMs, toMs: EpochMs): Promise<CountedArticle[]> {
  const rows = await store.read
    .selectFrom('article')
    .innerJoin('story', 'story.id', 'article.story_id')
    .select([
      'article.id as articleId',
      'article.first_seen_ms as atMs',
      'owner',
      'family',
      'story.id as storyId',
      'story.key as storyKey',
      'article.section',
    ])
    .where('article.first_seen_ms', '>=', fromMs)
    .where('article.first_seen_ms', '<', toMs)
    .where('article.hidden', '=', 0)
    .where('article.owner', '!=', NOTES_OWNER)
    .where((eb) =>
      eb.or([
        eb('article.doubtful', '=', 1),
        eb('article.published_ms', '>', sql<number>`article.first_seen_ms - ${sql.lit(MAX_LATE_MS)}`),
      ]),
    )
    .orderBy('article.first_seen_ms')
    .orderBy('article.id')
    .execute()
  const tags = rows.length === 0 ? new Map<number, string[]>() : await salientSlugs(store, fromMs, toMs)
  return rows.map((row) => ({ ...row, family: row.family ?? row.articleId, tagSlugs: tags.get(row.articleId) ?? [] }))
}

async function salientSlugs(store: Store, fromMs: EpochMs, toMs: EpochMs): Promise<Map<number, string[]>> {
  const rows = await store.read
    .selectFrom('article')
    .innerJoin('article_tag', 'article_tag.article_id', 'article.id')
    .innerJoin('tag', 'tag.id', 'article_tag.tag_id')
    .select(['article.id', 'tag.slug'])
    .where('article.first_seen_ms', '>=', fromMs)
    .where('article.first_seen_ms', '<', toMs)
    // Who is credited for a text is not what it is about: an agency does not rise by being quoted.
    .where((eb) => eb.or([eb('article.credit', 'is', null), eb('tag.name', '!=', eb.ref('article.credit'))]))
    .orderBy('article.id')
    .orderBy('article_tag.salience', 'desc')
    .orderBy('tag.id')
    .execute()
  const found = new Map<number, string[]>()
  for (const { id, slug } of rows) {
    const slugs = found.get(id) ?? []
    if (slugs.length < TAGS_COUNTED) slugs.push(slug)
    found.set(id, slugs)
  }
  return found
}

/** When the first article was seen that the pulse could count; null for an empty store. Index: article_seen. */
export async function firstSeen(store: Store, sinceMs: EpochMs): Promise<EpochMs | null> {
  const row = await store.read
    .selectFrom('article')
    .select('first_seen_ms')
    .where('first_seen_ms', '>=', sinceMs)
    .orderBy('first_seen_ms')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.first_seen_ms ?? null
}
