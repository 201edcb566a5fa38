import { sql } from 'kysely'
import { insertFacts } from './article-facts.ts'
import type { NewArticle, Write } from './insert-article.ts'

/** An article of a batch whose own row is stored already. */
export type BatchArticle = {
  id: number
  article: Pick<NewArticle, 'tags' | 'publishedMs' | 'storyId' | 'features' | 'copy' | 'facts'>
}

/**
 * What a batch's articles need that nothing within the batch asks for: families of originals, members of stories, facts, tags. Six
 * statements for all of them, where one by one they cost a third of all time in the database.
 */
export async function insertBatchRows(write: Write, batch: readonly BatchArticle[]): Promise<void> {
  if (batch.length === 0) return
  const originals = batch.flatMap(({ id, article }) => (article.copy.family === null ? [id] : []))
  if (originals.length > 0)
    await write.trx
      .updateTable('article')
      .set((eb) => ({ family: eb.ref('id') }))
      .where('id', 'in', originals)
      .where('family', 'is', null) // one may have turned out to be a copy since
      .execute()
  await write.trx
    .insertInto('story_member')
    .values(batch.map(({ id, article }) => ({ article_id: id, story_id: article.storyId, features: article.features })))
    .execute()
  await insertFacts(write, batch)
  await insertTags(write, batch)
}

type TagRow = { slug: string; name: string; kind: string; count: number; lastMs: number }

/** Each tag once, with how many articles it came with, then who has which. Rows go as JSON: their number would make a new statement each time. */
async function insertTags(write: Write, batch: readonly BatchArticle[]): Promise<void> {
  const tags = new Map<string, TagRow>()
  for (const { article } of batch) {
    for (const { slug, name, kind } of article.tags) {
      const known = tags.get(slug)
      const lastMs = Math.max(known?.lastMs ?? article.publishedMs, article.publishedMs)
      tags.set(slug, {
        slug,
        name: known?.name ?? name,
        kind: known?.kind ?? kind,
        count: (known?.count ?? 0) + 1,
        lastMs,
      })
    }
  }
  if (tags.size === 0) return
  const { rows } = await sql<{ id: number; slug: string }>`
    insert into tag (slug, name, kind, article_count, last_seen_ms)
    select slug, name, kind, "count", "lastMs" from ${tagRows(write, [...tags.values()])} where true
    on conflict (slug) do update set article_count = tag.article_count + excluded.article_count,
      last_seen_ms = case when excluded.last_seen_ms > tag.last_seen_ms then excluded.last_seen_ms else tag.last_seen_ms end
    returning id, slug`.execute(write.trx)
  const ids = new Map(rows.map((row) => [row.slug, row.id]))
  const links = batch.flatMap(({ id, article }) =>
    article.tags.map((tag) => ({
      id,
      tag: ids.get(tag.slug)!, // every slug was inserted or updated just above
      salience: tag.salience,
      mentions: tag.count,
      ms: article.publishedMs,
      kind: tag.isPut ? null : tag.kind,
      confidence: tag.confidence ?? null,
      by: tag.impliedBy ?? null,
    })),
  )
  await sql`insert into article_tag (article_id, tag_id, salience, mentions, published_ms, kind, confidence, implied_by)
    select id, tag, salience, mentions, ms, kind, confidence, "by" from ${linkRows(write, links)} where true`.execute(
    write.trx,
  )
}

function tagRows(write: Write, rows: readonly TagRow[]) {
  const json = JSON.stringify(rows)
  return write.engine === 'postgres'
    ? sql`json_to_recordset(${json}::json) as given (slug text, name text, kind text, "count" bigint, "lastMs" bigint)`
    : sql`(select value ->> 'slug' as slug, value ->> 'name' as name, value ->> 'kind' as kind, value ->> 'count' as "count", value ->> 'lastMs' as "lastMs" from json_each(${json}))`
}

type LinkRow = {
  id: number
  tag: number
  salience: number
  mentions: number
  ms: number
  kind: string | null
  confidence: number | null
  by: string | null
}

function linkRows(write: Write, rows: readonly LinkRow[]) {
  const json = JSON.stringify(rows)
  return write.engine === 'postgres'
    ? sql`json_to_recordset(${json}::json) as given (id bigint, tag bigint, salience double precision, mentions bigint, ms bigint, kind text, confidence double precision, "by" text)`
    : sql`(select value ->> 'id' as id, value ->> 'tag' as tag, value ->> 'salience' as salience, value ->> 'mentions' as mentions, value ->> 'ms' as ms, value ->> 'kind' as kind, value ->> 'confidence' as confidence, value ->> 'by' as "by" from json_each(${json}))`
}
