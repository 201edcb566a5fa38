import { type RawBuilder, sql } from 'kysely'
import type { ArticleCard, StoryCard } from '../model/card.ts'
import { NOTES_OWNER } from '../model/note.ts'
import type { EpochMs } from '../model/time.ts'
import { aboutTags, type FirstTelling } from './page-articles.ts'
import { type StoryLead, TELLING_TAG } from './ranked-stories.ts'
import type { Store } from './store.ts'

/** What an article was at a moment beside its row now: null where nothing of it has changed since. */
export type ArticlePast = Pick<ArticleCard, 'title' | 'copyOf' | 'copyKind' | 'family'>

/**
 * Articles that some stories held at a moment, as `(id, story_id, past_until)`: those that they hold now and held then, and those that
 * were moved away since. What is hidden now stays hidden. With `only`, those of them that were published since a moment, and those
 * with the ids named. Indexes: article_story, article_past_story.
 */
function membersAt(
  storyIds: readonly number[],
  atMs: EpochMs,
  only?: { sinceMs: EpochMs; ids: readonly number[] },
): RawBuilder<unknown> {
  const ids = sql.join(storyIds)
  const named = sql.join(only && only.ids.length > 0 ? only.ids : [0])
  const held = only
    ? sql`select id from article where story_id in (${ids}) and published_ms >= ${only.sinceMs}
      union select id from article where id in (${named})`
    : sql`select id from article where story_id in (${ids})`
  const isOne = only ? sql`and (a.published_ms >= ${only.sinceMs} or a.id in (${named}))` : sql``
  return sql`
    select a.id, coalesce(past.story_id, a.story_id) as story_id, past.until_ms as past_until
    from (
      ${held}
      union select article_id from article_past where story_id in (${ids}) and until_ms > ${atMs}) as any_of
    join article a on a.id = any_of.id
    left join article_past past on past.article_id = a.id and past.until_ms = (
      select min(until_ms) from article_past later where later.article_id = a.id and later.until_ms > ${atMs})
    where a.first_seen_ms <= ${atMs} and a.hidden = 0 and coalesce(past.story_id, a.story_id) in (${ids}) ${isOne}`
}

/** Ids of the newest articles that a story held at a moment, with what each was then. One query. */
export async function storyMembersAt(
  store: Store,
  storyId: number,
  atMs: EpochMs,
  limit: number,
): Promise<Map<number, ArticlePast | null>> {
  type Row = ArticlePast & { id: number; isPast: number }
  const { rows } = await sql<Row>`
    select member.id, case when past.article_id is null then 0 else 1 end as "isPast", past.title, past.copy_of as "copyOf",
      past.copy_kind as "copyKind", past.family
    from (${membersAt([storyId], atMs)}) as member join article on article.id = member.id
    left join article_past past on past.article_id = member.id and past.until_ms = member.past_until
    order by article.published_ms desc, article.id desc limit ${limit}`.execute(store.read)
  return new Map(rows.map(({ id, isPast, ...past }) => [id, isPast === 1 ? past : null]))
}

/** Ids of the newest articles that each of some stories held at a moment, newest first, by story id, with what each was then. One query. */
export async function newestMembersAt(
  store: Store,
  storyIds: readonly number[],
  atMs: EpochMs,
  each: number,
): Promise<Map<number, Map<number, ArticlePast | null>>> {
  if (storyIds.length === 0) return new Map()
  type Row = ArticlePast & { id: number; storyId: number; isPast: number }
  const { rows } = await sql<Row>`
    select placed.id, placed.story_id as "storyId", case when past.article_id is null then 0 else 1 end as "isPast",
      past.title, past.copy_of as "copyOf", past.copy_kind as "copyKind", past.family
    from (
      select member.story_id, member.id, member.past_until, row_number() over (
        partition by member.story_id order by article.published_ms desc, article.id desc) as place
      from (${membersAt(storyIds, atMs)}) as member join article on article.id = member.id) as placed
    left join article_past past on past.article_id = placed.id and past.until_ms = placed.past_until
    where placed.place <= ${each} order by placed.story_id, placed.place`.execute(store.read)
  const told = ({ id, isPast, storyId: _, ...past }: Row) => [id, isPast === 1 ? past : null] as const
  return new Map([...Map.groupBy(rows, (row) => row.storyId)].map(([storyId, of]) => [storyId, new Map(of.map(told))]))
}

/** The story that the article `b` belonged to at a moment. */
const storyThen = (atMs: EpochMs) => sql`coalesce((
  select past.story_id from article_past past where past.article_id = b.id and past.until_ms > ${atMs}
  order by past.until_ms limit 1), b.story_id)`

/** The first article that the story `s` held at a moment and holds now: a large story is not looked through. Index: article_story. */
const firstStayedAt = (atMs: EpochMs) => sql`(
  select b.id from article b where b.story_id = s.id and b.hidden = 0 and b.first_seen_ms <= ${atMs} and ${storyThen(atMs)} = s.id
  order by b.published_ms, b.id limit 1)`

/** The first article that the story `s` held at a moment and that was moved away since. Index: article_past_story. */
const firstLeftAt = (atMs: EpochMs) => sql`(
  select b.id from article_past moved join article b on b.id = moved.article_id
  where moved.story_id = s.id and moved.until_ms > ${atMs} and b.story_id <> s.id and b.hidden = 0
    and b.first_seen_ms <= ${atMs} and ${storyThen(atMs)} = s.id
  order by b.published_ms, b.id limit 1)`

/** Who had told each story first at a moment, by story id. One query. */
export async function firstTellingsAt(
  store: Store,
  storyIds: readonly number[],
  atMs: EpochMs,
  withTags = false,
): Promise<Map<number, FirstTelling>> {
  if (storyIds.length === 0) return new Map()
  const { rows } = await sql<FirstTelling>`
    select told.story_id as "storyId", a.key, coalesce(a.source_title, a.owner) as source, a.published_ms as "publishedMs",
      coalesce(lead.summary, a.summary) as summary, coalesce(lead.image, a.image) as image,
      coalesce(cast(a.feed_id as text), a.owner) as "from", ${aboutTags(withTags)} as about
    from (
      select s.id as story_id, ${firstStayedAt(atMs)} as stayed_id, ${firstLeftAt(atMs)} as left_id
      from story s where s.id in (${sql.join(storyIds)})) as told
    left join article stayed on stayed.id = told.stayed_id
    left join article gone on gone.id = told.left_id
    join article a on a.id = case when gone.id is null or (stayed.id is not null and
      (stayed.published_ms < gone.published_ms or (stayed.published_ms = gone.published_ms and stayed.id < gone.id)))
      then stayed.id else gone.id end
    join story s on s.id = told.story_id
    left join story_past past on past.story_id = s.id and past.until_ms = (
      select min(until_ms) from story_past later where later.story_id = s.id and later.until_ms > ${atMs})
    left join article lead on lead.id = case when past.story_id is null then s.lead_article_id else past.lead_article_id end
    order by told.story_id`.execute(store.read)
  return new Map(rows.map((row) => [row.storyId, row]))
}

/** What variety in a list of stories was judged by at a moment, by story id: as `storyLeads` gives it of now. One query. */
export async function storyLeadsAt(
  store: Store,
  stories: readonly Pick<StoryCard, 'id' | 'leadArticleId'>[],
  { sinceMs, atMs }: { sinceMs: EpochMs; atMs: EpochMs },
): Promise<Map<number, StoryLead>> {
  const leads = new Map<number, StoryLead>()
  if (stories.length === 0) return leads
  const ids = stories.map(({ id }) => id)
  const leadIds = stories.flatMap(({ leadArticleId }) => leadArticleId ?? [])
  const { rows } = await sql<{ storyId: number; id: number; owner: string; tagId: number | null; isNew: number }>`
    select member.story_id as "storyId", a.id, a.owner, t.tag_id as "tagId",
      case when a.published_ms >= ${sinceMs} and a.owner <> ${NOTES_OWNER} and (
        case when past.article_id is null then a.copy_of else past.copy_of end) is null then 1 else 0 end as "isNew"
    from (${membersAt(ids, atMs, { sinceMs, ids: leadIds })}) as member join article a on a.id = member.id
    left join article_past past on past.article_id = a.id and past.until_ms = member.past_until
    left join article_tag t on t.article_id = a.id and t.salience >= ${TELLING_TAG} and a.id in (${sql.join(leadIds.length === 0 ? [0] : leadIds)})
    order by member.story_id, a.id, t.tag_id`.execute(store.read)
  for (const [storyId, of] of Map.groupBy(rows, (row) => row.storyId)) {
    const lead = of.filter((row) => leadIds.includes(row.id))
    const ownersSince = new Set(of.flatMap((row) => (row.isNew === 1 ? [row.owner] : []))).size
    if (lead[0])
      leads.set(storyId, { owner: lead[0].owner, tagIds: lead.flatMap((row) => row.tagId ?? []), ownersSince })
  }
  return leads
}

/** How many articles were first seen in `[fromMs, toMs)`, counted no further than `most`. One query; index: article_seen. */
export async function seenBetween(store: Store, fromMs: EpochMs, toMs: EpochMs, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from (
    select 1 from article where first_seen_ms >= ${fromMs} and first_seen_ms < ${toMs} limit ${most}) as some_of`.execute(
    store.read,
  )
  return Number(rows[0]?.count ?? 0)
}
