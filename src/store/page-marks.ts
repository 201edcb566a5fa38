import { sql } from 'kysely'
import type { ReactionCount } from '../model/article.ts'
import type { ArticleTagCard } from '../model/card.ts'
import type { Store } from './store.ts'

/** What stands under one article: its tags, most salient first (then lower id), and its readers' reactions, most first (then by label). */
export type ArticleMarks = { tags: ArticleTagCard[]; reactions: ReactionCount[] }

type Row = Omit<ArticleTagCard, 'articleId'> & { part: number }

/** Tags and reactions of one article in one query: a page has only five. Keys: article_tag (article_id, tag_id), reaction (article_id, label). */
export async function articleMarks(store: Store, articleId: number): Promise<ArticleMarks> {
  const { rows } = await sql<Row>`
    select 0 as part, t.id, t.slug, t.name, coalesce(a.kind, t.kind) as kind, t.article_count as "articleCount", t.last_seen_ms as "lastSeenMs",
      a.salience, a.mentions, a.implied_by as "impliedBy"
    from article_tag a join tag t on t.id = a.tag_id where a.article_id = ${articleId}
    union all
    select 1, 0, '', r.label, '', r.count, 0, 0, 0, null from reaction r where r.article_id = ${articleId}`.execute(
    store.read,
  )
  const tags = rows.filter((row) => row.part === 0).map(({ part: _, ...tag }) => ({ ...tag, articleId }))
  const reactions = rows.filter((row) => row.part === 1).map((row) => ({ label: row.name, count: row.articleCount }))
  return {
    tags: tags.sort((a, b) => b.salience - a.salience || a.id - b.id),
    reactions: reactions.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)),
  }
}
