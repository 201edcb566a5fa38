import { sql } from 'kysely'
import type { ExtractedArticle } from '../model/article.ts'
import type { RuledTag } from '../model/rule.ts'
import { unpackPage } from './articles.ts'
import { deleteSearchRow, putSearchRow, type Write } from './insert-article.ts'
import { ruledTags } from './rulings.ts'
import { searchRow } from './search.ts'
import type { TagMark } from './tag-choices.ts'

/** An article whose tags are to be shown anew: what its tags were given as, what it shows now, and its page, unpacked when asked for. */
export type GivenArticle = {
  id: number
  title: string
  language: string
  publishedMs: number
  storyId: number | null
  given: TagMark[]
  /** What it shows now; `wasKept` tells whether what it was given is kept beside. */
  before: TagMark[]
  wasKept: boolean
  /** What the owner's rules over articles put on it or take away. */
  ruled: readonly RuledTag[]
  page: () => ExtractedArticle
}

/** What an article shows in place of what it was given; `isKept` tells whether the given tags must be kept beside. */
export type ShownArticle = Pick<GivenArticle, 'id' | 'title' | 'publishedMs' | 'given' | 'page'> & {
  shown: readonly TagMark[]
  isKept: boolean
}

/** The next articles whose tags a rule has changed (also those whose story takes a name of theirs for the tag), at most `limit`, and what marks them as done; null when none waits. */
export async function nextTagWork(
  write: Write,
  limit: number,
): Promise<{ articles: GivenArticle[]; done: () => Promise<void> } | null> {
  const { trx } = write
  const work = await trx.selectFrom('tag_work').selectAll().orderBy('tag_id').limit(1).executeTakeFirst()
  if (!work) return null
  const { rows } = await sql<{ id: number }>`
    select article_id as id from article_tag where tag_id = ${work.tag_id} and article_id > ${work.after_id}
    union select article_id from given_tag where tag_id = ${work.tag_id} and article_id > ${work.after_id}
    union select article_id from rule_tag where tag_id = ${work.tag_id} and article_id > ${work.after_id}
    union select g.article_id from story_name n join article a on a.story_id = n.story_id
      join given_tag g on g.article_id = a.id and g.tag_id = n.tag_id
      where n.stands_id = ${work.tag_id} and g.article_id > ${work.after_id}
    order by id limit ${limit}`.execute(trx)
  const last = rows.length < limit ? undefined : rows.at(-1)
  return {
    articles: await givenArticles(
      write,
      rows.map((row) => row.id),
    ),
    done: async () => {
      if (last) await trx.updateTable('tag_work').set({ after_id: last.id }).where('tag_id', '=', work.tag_id).execute()
      else await trx.deleteFrom('tag_work').where('tag_id', '=', work.tag_id).execute()
    },
  }
}

/** Whether articles wait for a rule. */
export async function hasTagWork(write: Write): Promise<boolean> {
  return (await write.trx.selectFrom('tag_work').select('tag_id').limit(1).executeTakeFirst()) !== undefined
}

/** Articles by id, in order of id; unknown ids are left out. Four queries. */
export async function givenArticles(write: Write, ids: readonly number[]): Promise<GivenArticle[]> {
  if (ids.length === 0) return []
  const rows = await write.trx
    .selectFrom('article')
    .innerJoin('article_body', 'article_body.article_id', 'article.id')
    .select(['id', 'title', 'language', 'published_ms', 'story_id', 'data'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  const shown = await marksOf(write, 'article_tag', ids)
  const given = await marksOf(write, 'given_tag', ids)
  const ruled = await ruledTags(write, ids)
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    language: row.language,
    publishedMs: row.published_ms,
    storyId: row.story_id,
    // Where a rule bears on its tags, all that it was given is kept, be it none.
    given: given.get(row.id) ?? (ruled.has(row.id) ? [] : (shown.get(row.id) ?? [])),
    before: shown.get(row.id) ?? [],
    wasKept: given.has(row.id) || ruled.has(row.id),
    ruled: ruled.get(row.id) ?? [],
    page: () => unpackPage(row.data),
  }))
}

async function marksOf(
  write: Write,
  table: 'article_tag' | 'given_tag',
  ids: readonly number[],
): Promise<Map<number, TagMark[]>> {
  const { rows } = await sql<TagMark & { article: number }>`
    select m.article_id as article, t.slug, m.mentions, m.salience, m.kind, m.confidence, m.implied_by as "impliedBy" from ${sql.table(table)} m join tag t on t.id = m.tag_id
    where m.article_id in (${sql.join(ids)}) order by m.article_id, m.salience desc, m.tag_id`.execute(write.trx)
  const marks = new Map<number, TagMark[]>()
  for (const { article, ...mark } of rows) marks.set(article, [...(marks.get(article) ?? []), mark])
  return marks
}

/** Writes what some articles show: their tags, the counts of all tags that this touches, and their search rows. */
export async function writeShownTags(write: Write, articles: readonly ShownArticle[]): Promise<void> {
  if (articles.length === 0) return
  const { trx } = write
  const ids = articles.map((article) => article.id)
  const before = await trx
    .selectFrom('article_tag')
    .select(['article_id', 'tag_id'])
    .where('article_id', 'in', ids)
    .execute()
  const tags = await tagsNamed(
    write,
    articles.flatMap(({ given, shown }) => [...given, ...shown].map((mark) => mark.slug)),
  )
  await trx.deleteFrom('article_tag').where('article_id', 'in', ids).execute()
  const rows = articles.flatMap((article) =>
    article.shown.map((mark) => ({
      article_id: article.id,
      tag_id: tags.get(mark.slug)!.id, // a tag that a rule names stands, and so does one that an article has
      ...readingOf(mark),
      published_ms: article.publishedMs,
    })),
  )
  for (const some of inParts(rows)) await trx.insertInto('article_tag').values(some).execute()
  await keepGivenTags(write, articles)
  const { changes, renamed } = changesOf(before, rows)
  for (const [id, change] of changes) await recount(write, id, change)
  for (const { id, title, page, shown } of articles) {
    if (!renamed.has(id)) continue
    await deleteSearchRow(write, id)
    const names = shown.map((mark) => tags.get(mark.slug)!.name)
    await putSearchRow(write, id, searchRow(title, page().text, names))
  }
}

type Link = { article_id: number; tag_id: number }

/** By how many articles each tag that came to or left any changes, and which articles show other tags than before. */
function changesOf(before: readonly Link[], after: readonly Link[]) {
  const key = ({ article_id, tag_id }: Link) => `${article_id} ${tag_id}`
  const [were, are] = [new Set(before.map(key)), new Set(after.map(key))]
  const changes = new Map<number, number>()
  const renamed = new Set<number>()
  const note = (links: readonly Link[], others: ReadonlySet<string>, change: number) => {
    for (const link of links) {
      if (others.has(key(link))) continue
      changes.set(link.tag_id, (changes.get(link.tag_id) ?? 0) + change)
      renamed.add(link.article_id)
    }
  }
  note(before, are, -1)
  note(after, were, 1)
  return { changes, renamed }
}

/** Keeps the given tags of those articles that show others; forgets them where nothing is changed any more. */
export async function keepGivenTags(
  write: Write,
  articles: readonly { id: number; given: readonly TagMark[]; isKept: boolean }[],
): Promise<void> {
  if (articles.length === 0) return
  const { trx } = write
  const ids = articles.map((article) => article.id)
  await trx.deleteFrom('given_tag').where('article_id', 'in', ids).execute()
  const kept = articles.filter((article) => article.isKept)
  const tags = await tagsNamed(
    write,
    kept.flatMap(({ given }) => given.map((mark) => mark.slug)),
  )
  const rows = kept.flatMap(({ id, given }) =>
    given.map((mark) => ({
      article_id: id,
      tag_id: tags.get(mark.slug)!.id, // as above
      ...readingOf(mark),
    })),
  )
  for (const some of inParts(rows)) await trx.insertInto('given_tag').values(some).execute()
}

function readingOf({ salience, mentions, kind, confidence, impliedBy }: TagMark) {
  return { salience, mentions, kind, confidence, implied_by: impliedBy }
}

async function recount(write: Write, id: number, change: number): Promise<void> {
  await sql`update tag set article_count = article_count + ${change},
    last_seen_ms = coalesce((select max(published_ms) from article_tag where tag_id = ${id}), last_seen_ms)
    where id = ${id}`.execute(write.trx)
}

async function tagsNamed(write: Write, slugs: readonly string[]): Promise<Map<string, { id: number; name: string }>> {
  const found = new Map<string, { id: number; name: string }>()
  for (const some of inParts([...new Set(slugs)])) {
    const rows = await write.trx.selectFrom('tag').select(['id', 'slug', 'name']).where('slug', 'in', some).execute()
    for (const { id, slug, name } of rows) found.set(slug, { id, name })
  }
  return found
}

/** Rows a statement may carry: below SQLite's bound of 32,766 parameters at eight a row. */
const ROWS_A_STATEMENT = 2_000

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = []
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT)
    parts.push(rows.slice(start, start + ROWS_A_STATEMENT))
  return parts
}
