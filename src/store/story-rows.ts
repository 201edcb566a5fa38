import { sql } from 'kysely'
import { NOTES_OWNER } from '../model/note.ts'
import type { EpochMs } from '../model/time.ts'
import type { Write } from './insert-article.ts'

/** Makes an empty story and gives its id; its counts follow with refreshed rows. */
export async function insertStory(
  write: Write,
  story: { key: string; title: string; section: string; language: string; atMs: EpochMs; demo: boolean },
): Promise<number> {
  const row = await write.trx
    .insertInto('story')
    .values({
      key: story.key,
      title: story.title,
      section: story.section,
      language: story.language,
      first_seen_ms: story.atMs,
      last_seen_ms: story.atMs,
      article_count: 0,
      independent_count: 0,
      owner_count: 0,
      copy_count: 0,
      rank_key: 0,
      burst: 0,
      reaction_positive: 0,
      reaction_total: 0,
      demo: story.demo ? 1 : 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** One article of a story as its counts and ranking need it. */
export type StoryVote = {
  storyId: number
  articleId: number
  owner: string
  title: string
  section: string
  language: string
  publishedMs: EpochMs
  isCopy: boolean
  doubtful: boolean
  wordCount: number
  /** Articles of this owner in the day before, itself among them. */
  dailyItems: number
}

const DAY_MS = 86_400_000
/** Newest articles of a story that its row is refreshed from: what is older weighs nothing in a decayed key. */
const MAX_VOTES = 400

/** The tables that stories are counted in: the whole store's, or an edition's own. */
export type StoryScope = { story: string; article: string }

const WHOLE: StoryScope = { story: 'story', article: 'article' }

/**
 * True of an article `a` that repeats another text of its scope. In an edition without the original, its earliest copy there speaks for the
 * text: what an agency wrote counts once, whoever of the edition's sources carries it. Index: article_family.
 */
function isRepeat(scope: StoryScope) {
  if (scope === WHOLE) return sql`a.copy_of is not null`
  return sql`a.copy_of is not null and exists (select 1 from ${sql.table(scope.article)} b where b.family = a.family and b.hidden = 0
    and b.id <> a.id and (b.copy_of is null or b.published_ms < a.published_ms or (b.published_ms = a.published_ms and b.id < a.id)))`
}

/** True of an article `a` that does not tell anything of its own: a repeat, or one of the site's own notes, which are no voice. */
const isVoiceless = (scope: StoryScope) => sql`(${isRepeat(scope)} or a.owner = ${NOTES_OWNER})`

/** The newest articles of some stories, by story, then time; own notes count as repeats. Index: article_story. */
export async function storyVotes(
  write: Write,
  storyIds: readonly number[],
  scope: StoryScope = WHOLE,
): Promise<StoryVote[]> {
  const votes: StoryVote[] = []
  const article = sql.table(scope.article)
  for (const storyId of storyIds) {
    const { rows } = await sql<Omit<StoryVote, 'isCopy' | 'doubtful'> & { isCopy: number; doubtful: number }>`
      select a.story_id as "storyId", a.id as "articleId", a.owner, a.title, a.section, a.language, a.published_ms as "publishedMs",
        case when ${isVoiceless(scope)} then 1 else 0 end as "isCopy", a.doubtful, a.word_count as "wordCount",
        (select count(*) from ${article} b where b.owner = a.owner and b.published_ms > a.published_ms - ${DAY_MS} and b.published_ms <= a.published_ms) as "dailyItems"
      from ${article} a where a.story_id = ${storyId} and a.hidden = 0
      order by a.published_ms desc, a.id desc limit ${MAX_VOTES}`.execute(write.trx)
    for (const row of rows.reverse())
      votes.push({ ...row, isCopy: row.isCopy === 1, doubtful: row.doubtful === 1, dailyItems: Number(row.dailyItems) })
  }
  return votes
}

/** What a story's row says after its articles changed. */
export type StoryRefresh = {
  id: number
  title: string
  leadArticleId: number
  section: string
  language: string
  firstSeenMs: EpochMs
  lastSeenMs: EpochMs
  rankKey: number
  /** Keys of the hour's and the week's ranking; the day's where they are not given. */
  rankHour?: number
  rankWeek?: number
}

/** Writes a story's row (a headline by the owner stays); its counts are taken from its articles in the same statement. Index: article_story. */
export async function refreshStory(write: Write, story: StoryRefresh, scope: StoryScope = WHOLE): Promise<void> {
  const article = sql.table(scope.article)
  await sql`
    update ${sql.table(scope.story)} set title = coalesce(own_title, ${story.title}), lead_article_id = ${story.leadArticleId}, section = ${story.section}, language = ${story.language},
      first_seen_ms = ${story.firstSeenMs}, last_seen_ms = ${story.lastSeenMs}, rank_key = ${story.rankKey},
      rank_hour = ${story.rankHour ?? story.rankKey}, rank_week = ${story.rankWeek ?? story.rankKey}, views = c.views,
      article_count = c.articles, independent_count = c.articles - c.voiceless, owner_count = c.owners, copy_count = c.copies,
      demo = c.demo
    from (select count(*) as articles, coalesce(min(demo), 0) as demo, coalesce(sum(views), 0) as views, coalesce(sum(case when ${isRepeat(scope)} then 1 else 0 end), 0) as copies,
        coalesce(sum(case when ${isVoiceless(scope)} then 1 else 0 end), 0) as voiceless, count(distinct case when not ${isVoiceless(scope)} then owner end) as owners
      from ${article} a where story_id = ${story.id} and hidden = 0) as c
    where id = ${story.id}`.execute(write.trx)
}

/** Takes a story out of every list while none of its articles is shown; refreshing it brings it back. */
export async function emptyStory(write: Write, id: number): Promise<void> {
  await write.trx
    .updateTable('story')
    .set({ article_count: 0, independent_count: 0, owner_count: 0, copy_count: 0 })
    .set({ rank_key: 0, rank_hour: 0, rank_week: 0, views: 0 })
    .where('id', '=', id)
    .where('article_count', '>', 0)
    .execute()
}

/** How many articles each story holds. One query; index: article_story. */
export async function storySizes(write: Write, ids: readonly number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const rows = await write.trx
    .selectFrom('article')
    .select((eb) => ['story_id', eb.fn.countAll<number>().as('count')])
    .where('story_id', 'in', ids)
    .groupBy('story_id')
    .execute()
  return new Map(rows.flatMap((row) => (row.story_id === null ? [] : [[row.story_id, Number(row.count)] as const])))
}

/** Bursts and weighed reactions of stories, which their ranking keys need, and the article whose headline stands. */
export async function storySignals(
  write: Write,
  ids: readonly number[],
  scope: StoryScope = WHOLE,
): Promise<Map<number, { burst: number; positive: number; total: number; leadArticleId: number | null }>> {
  if (ids.length === 0) return new Map()
  const rows = await write.trx
    .selectFrom(scope.story as 'story') // the same columns under another name
    .select(['id', 'burst', 'weighed_positive', 'weighed_total', 'lead_article_id'])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        burst: row.burst,
        positive: row.weighed_positive,
        total: row.weighed_total,
        leadArticleId: row.lead_article_id,
      },
    ]),
  )
}

/** Folds one story into another: its articles move with their reactions, its key redirects from now on. */
export async function mergeStory(write: Write, from: number, into: number): Promise<void> {
  const articles = await write.trx.selectFrom('article').select('id').where('story_id', '=', from).execute()
  await moveReactions(
    write,
    articles.map(({ id }) => id),
    { from, into },
  )
  // By article, before those move: no index has members by story.
  await sql`update story_member set story_id = ${into} where article_id in (select id from article where story_id = ${from})`.execute(
    write.trx,
  )
  await write.trx.updateTable('article').set({ story_id: into }).where('story_id', '=', from).execute()
  await write.trx.updateTable('story').set({ merged_into: into }).where('merged_into', '=', from).execute()
  await write.trx
    .updateTable('story')
    .set({ merged_into: into, article_count: 0, independent_count: 0, owner_count: 0, copy_count: 0, burst: 0 })
    .where('id', '=', from)
    .execute()
}

/** Moves one article to another story; a story that is empty then redirects to where its last article went. Gives the story it left. */
export async function moveToStory(write: Write, articleId: number, storyId: number): Promise<number | null> {
  const { trx } = write
  const row = await trx.selectFrom('article').select('story_id').where('id', '=', articleId).executeTakeFirst()
  const from = row?.story_id ?? null
  if (from !== null && from !== storyId) await moveReactions(write, [articleId], { from, into: storyId })
  await trx.updateTable('article').set({ story_id: storyId }).where('id', '=', articleId).execute()
  await trx.updateTable('story_member').set({ story_id: storyId }).where('article_id', '=', articleId).execute()
  if (from === null || from === storyId) return from
  const left = await trx.selectFrom('article').select('id').where('story_id', '=', from).limit(1).executeTakeFirst()
  if (!left) await mergeStory(write, from, storyId)
  return from
}

/** Counts the reactions of articles for the story that they move to, and no longer for the one that they leave. */
async function moveReactions(
  write: Write,
  articleIds: readonly number[],
  { from, into }: { from: number; into: number },
): Promise<void> {
  if (articleIds.length === 0) return
  const { rows } = await sql<{ total: number; positive: number; weighed: number; weighedPositive: number }>`
    select coalesce(sum(count), 0) as total, coalesce(sum(count * favourable), 0) as positive,
      coalesce(sum(weighed), 0) as weighed, coalesce(sum(weighed * favourable), 0) as "weighedPositive"
    from reaction where article_id in (${sql.join(articleIds)})`.execute(write.trx)
  const sums = rows[0]
  if (!sums || Number(sums.total) === 0) return
  for (const [id, sign] of [
    [from, -1],
    [into, 1],
  ] as const)
    await sql`update story set
      reaction_total = reaction_total + ${sign * Number(sums.total)}, reaction_positive = reaction_positive + ${sign * Number(sums.positive)},
      weighed_total = weighed_total + ${sign * Number(sums.weighed)}, weighed_positive = weighed_positive + ${sign * Number(sums.weighedPositive)}
      where id = ${id}`.execute(write.trx)
}

/** Members of stories after an article id, in order: what the clusterer replays at a start, and what another process added since. */
export async function storyMembersAfter(
  write: Write,
  articleId: number,
  limit: number,
): Promise<{ articleId: number; storyId: number; features: Uint8Array; firstSeenMs: EpochMs }[]> {
  const rows = await write.trx
    .selectFrom('story_member as m')
    .innerJoin('article as a', 'a.id', 'm.article_id')
    .select(['m.article_id', 'm.story_id', 'm.features', 'a.first_seen_ms'])
    .where('m.article_id', '>', articleId)
    .orderBy('m.article_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    articleId: row.article_id,
    storyId: row.story_id,
    features: row.features,
    firstSeenMs: row.first_seen_ms,
  }))
}

/** Id of the first article that was seen within `spanMs` before the newest one; 1 for an empty store. Index: article_seen. */
export async function firstMemberSince(write: Write, spanMs: number): Promise<number> {
  const row = await write.trx
    .selectFrom('article')
    .select((eb) => eb.fn.min('id').as('id'))
    .where('first_seen_ms', '>=', (eb) =>
      eb.selectFrom('article').select(sql<number>`max(first_seen_ms) - ${sql.lit(spanMs)}`.as('since')),
    )
    .executeTakeFirst()
  return row?.id ?? 1
}

const EPOCH = 'stories-epoch'

/** Rises whenever stories were moved otherwise than by adding to them: whoever keeps them in memory then reads them anew. */
export async function storyEpoch(write: Write): Promise<number> {
  const row = await write.trx.selectFrom('setting').select('value').where('key', '=', EPOCH).executeTakeFirst()
  return Number(row?.value ?? 0)
}

/** Raises the epoch and gives it. */
export async function raiseStoryEpoch(write: Write): Promise<number> {
  const epoch = (await storyEpoch(write)) + 1
  const value = String(epoch)
  await write.trx
    .insertInto('setting')
    .values({ key: EPOCH, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
  return epoch
}
