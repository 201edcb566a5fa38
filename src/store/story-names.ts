import { sql } from 'kysely'
import { NOTES_OWNER } from '../model/note.ts'
import type { TagKind } from '../model/tag.ts'
import { among } from './among.ts'
import type { Write } from './insert-article.ts'

/** Independent texts of a story that vote on its names, earliest first: what sixty say, more do not change. */
const MAX_VOTERS = 60

/** A name as one article reads it. */
export type StoredReading = { slug: string; name: string; kind: TagKind; confidence: number }
/** An article of a story with a vote: one that is no copy. */
export type VotingText = { owner: string; isCopy: false; names: StoredReading[] }
/** What a story's articles agree on about one name; see `NameVerdict` of the tagger. */
export type StoryName = {
  slug: string
  stands: string | null
  kind: TagKind | null
  confidence: number
  voices: number
}

/**
 * The texts that vote on the names of some stories, each with its own readings (not what is shown of them); stories of one owner are left
 * out, by their refreshed rows. Two queries. Indexes: article_story, keys of article_tag and given_tag.
 */
export async function votingTexts(write: Write, storyIds: readonly number[]): Promise<Map<number, VotingText[]>> {
  if (storyIds.length === 0) return new Map()
  const { rows: voters } = await sql<{ id: number; storyId: number; owner: string }>`
    select id, story_id as "storyId", owner from (
      select id, story_id, owner, row_number() over (partition by story_id order by published_ms, id) as place from article
      where copy_of is null and hidden = 0 and owner <> ${NOTES_OWNER} and story_id in (
        select id from story where id in ${among(write.engine, storyIds)} and owner_count > 1)) as voting
    where place <= ${sql.lit(MAX_VOTERS)} order by story_id, place`.execute(write.trx)
  if (voters.length === 0) return new Map()
  const names = await ownReadings(
    write,
    voters.map((voter) => voter.id),
  )
  const texts = new Map<number, VotingText[]>()
  for (const { id, storyId, owner } of voters) {
    const own = texts.get(storyId) ?? []
    own.push({ owner, isCopy: false, names: names.get(id) ?? [] })
    texts.set(storyId, own)
  }
  return texts
}

/** What articles read by themselves: their given tags where others are shown. Countries that are only implied are no reading. */
async function ownReadings(write: Write, ids: readonly number[]): Promise<Map<number, StoredReading[]>> {
  const list = among(write.engine, ids)
  const { rows } = await sql<StoredReading & { article: number }>`
    select m.article_id as article, t.slug, t.name, m.kind, m.confidence from (
      select article_id, tag_id, kind, confidence from given_tag where article_id in ${list} and mentions > 0
      union all
      select article_id, tag_id, kind, confidence from article_tag where article_id in ${list} and mentions > 0
        and article_id not in (select article_id from given_tag where article_id in ${list})) as m
    join tag t on t.id = m.tag_id where m.kind is not null and m.confidence is not null
    order by m.article_id, m.tag_id`.execute(write.trx)
  const readings = new Map<number, StoredReading[]>()
  for (const { article, ...reading } of rows) {
    const own = readings.get(article) ?? []
    own.push(reading)
    readings.set(article, own)
  }
  return readings
}

/** What some stories agree on, by story, in order of slug. One query. */
export async function storyNames(write: Write, storyIds: readonly number[]): Promise<Map<number, StoryName[]>> {
  if (storyIds.length === 0) return new Map()
  const { rows } = await sql<StoryName & { storyId: number }>`
    select n.story_id as "storyId", t.slug, s.slug as stands, n.kind, n.confidence, n.voices
    from story_name n join tag t on t.id = n.tag_id left join tag s on s.id = n.stands_id
    where n.story_id in ${among(write.engine, storyIds)} order by n.story_id, n.tag_id`.execute(write.trx)
  const names = new Map<number, StoryName[]>()
  for (const { storyId, ...name } of rows) names.set(storyId, [...(names.get(storyId) ?? []), name])
  return names
}

/** Puts down what a story agrees on in place of what it agreed on before. Names are of tags that stand. */
export async function replaceStoryNames(write: Write, storyId: number, names: readonly StoryName[]): Promise<void> {
  const { trx } = write
  await trx.deleteFrom('story_name').where('story_id', '=', storyId).execute()
  if (names.length === 0) return
  const slugs = names.flatMap(({ slug, stands }) => (stands === null ? [slug] : [slug, stands]))
  const rows = await trx.selectFrom('tag').select(['id', 'slug']).where('slug', 'in', slugs).execute()
  const ids = new Map(rows.map((row) => [row.slug, row.id]))
  const values = names.map(({ slug, stands, kind, confidence, voices }) => ({
    story_id: storyId,
    tag_id: ids.get(slug)!, // read from an article's tags a moment ago
    stands_id: stands === null ? null : ids.get(stands)!, // as above
    kind,
    confidence,
    voices,
  }))
  await trx.insertInto('story_name').values(values).execute()
}

/** Articles of a story that show or were given any of some tags. Index: article_story. */
export async function articlesNaming(write: Write, storyId: number, slugs: readonly string[]): Promise<number[]> {
  if (slugs.length === 0) return []
  const { rows } = await sql<{ id: number }>`
    select a.id from article a where a.story_id = ${storyId} and (
      exists (select 1 from article_tag m join tag t on t.id = m.tag_id where m.article_id = a.id and t.slug in (${sql.join(slugs)}))
      or exists (select 1 from given_tag m join tag t on t.id = m.tag_id where m.article_id = a.id and t.slug in (${sql.join(slugs)})))
    order by a.id`.execute(write.trx)
  return rows.map((row) => row.id)
}

/** Articles of a story that show other tags than they were given. */
export async function articlesShownOtherwise(write: Write, storyId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select a.id from article a where a.story_id = ${storyId} and exists (select 1 from given_tag g where g.article_id = a.id)
    order by a.id`.execute(write.trx)
  return rows.map((row) => row.id)
}

/** Newest articles of a tag that are asked for its kind. */
const KIND_ARTICLES = 200

/** Gives tags the kind that most stories of their newest articles take them for; what they are stays on a tie. */
export async function settleTagKinds(write: Write, slugs: readonly string[]): Promise<void> {
  for (const slug of slugs) {
    const { rows } = await sql<{ id: number; kind: string; was: string }>`
      select m.tag_id as id, m.kind, t.kind as was from tag t join (
        select tag_id, kind, article_id from article_tag where tag_id = (select id from tag where slug = ${slug})
        order by published_ms desc, article_id desc limit ${sql.lit(KIND_ARTICLES)}) m on m.tag_id = t.id
      join article a on a.id = m.article_id where m.kind is not null
      group by m.tag_id, m.kind, t.kind
      order by count(distinct a.story_id) desc, case when m.kind = t.kind then 0 else 1 end, m.kind limit 1`.execute(
      write.trx,
    )
    const [most] = rows
    if (most && most.kind !== most.was)
      await write.trx.updateTable('tag').set({ kind: most.kind }).where('id', '=', most.id).execute()
  }
}
