import { type Selectable, sql } from 'kysely'
import type { ArticleTagCard, TagCard } from '../model/card.ts'
import type { TagKind } from '../model/tag.ts'
import type { TagTable } from './schema.ts'
import type { Store } from './store.ts'

/** A tag by its slug, by an alias of it, or by the slug of a tag that it stands for; null when there is none, or a blocked one. */
export async function tagBySlug(store: Store, slug: string): Promise<TagCard | null> {
  const row = await store.read
    .selectFrom('tag')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb(
          'id',
          'in',
          eb.selectFrom('tag').select(sql<number>`coalesce(merged_into, id)`.as('id')).where('slug', '=', slug),
        ),
        eb('id', 'in', eb.selectFrom('tag_alias').select('tag_id').where('slug', '=', slug)),
      ]),
    )
    .where('blocked', '=', 0)
    .orderBy('id')
    .executeTakeFirst()
  return row ? tagOf(row) : null
}

/** Tags by their slugs, in no order; unknown and blocked ones and those that another stands for are left out. One query. */
export async function tagsBySlug(store: Store, slugs: readonly string[]): Promise<TagCard[]> {
  if (slugs.length === 0) return []
  const rows = await store.read
    .selectFrom('tag')
    .selectAll()
    .where('slug', 'in', slugs)
    .where('blocked', '=', 0)
    .where('merged_into', 'is', null)
    .execute()
  return rows.map(tagOf)
}

/** All tags of some articles, most salient first within each. One query. */
export async function tagsOfArticles(store: Store, articleIds: readonly number[]): Promise<ArticleTagCard[]> {
  if (articleIds.length === 0) return []
  const rows = await store.read
    .selectFrom('article_tag')
    .innerJoin('tag', 'tag.id', 'article_tag.tag_id')
    .selectAll('tag')
    .select(['article_id', 'salience', 'mentions', 'article_tag.kind as own_kind', 'implied_by'])
    .where('article_id', 'in', articleIds)
    .orderBy('article_id')
    .orderBy('salience', 'desc')
    .orderBy('tag.id')
    .execute()
  return rows.map((row) => ({
    ...tagOf(row),
    kind: (row.own_kind ?? row.kind) as TagKind, // written from Tag.kind alone
    impliedBy: row.implied_by,
    articleId: row.article_id,
    salience: row.salience,
    mentions: row.mentions,
  }))
}

/** Tags that stand most often beside one tag on its newest articles, commonest first. */
export async function tagsBeside(store: Store, tagId: number, limit: number): Promise<TagCard[]> {
  const newest = store.read
    .selectFrom('article_tag')
    .select('article_id')
    .where('tag_id', '=', tagId)
    .orderBy('published_ms', 'desc')
    .orderBy('article_id', 'desc')
    .limit(200)
  const rows = await store.read
    .selectFrom('article_tag')
    .innerJoin('tag', 'tag.id', 'article_tag.tag_id')
    .selectAll('tag')
    .where('article_id', 'in', newest)
    .where('tag_id', '!=', tagId)
    .groupBy('tag.id')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('tag.id')
    .limit(limit)
    .execute()
  return rows.map(tagOf)
}

function tagOf(row: Selectable<TagTable>): TagCard {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    kind: row.kind as TagKind, // written from Tag.kind alone
    articleCount: row.article_count,
    lastSeenMs: row.last_seen_ms,
  }
}
