import { type Selectable, sql } from 'kysely'
import type { StoryCard } from '../model/card.ts'
import type { EpochMs } from '../model/time.ts'
import type { StoryPastTable, StoryTable } from './schema.ts'
import type { Store } from './store.ts'
import { storyOf } from './stories.ts'

/** Columns of a story that its past keeps; what is not among them (reactions, views) is as it is now. */
const KEPT = [
  'title',
  'lead_article_id',
  'section',
  'language',
  'first_seen_ms',
  'last_seen_ms',
  'article_count',
  'independent_count',
  'owner_count',
  'copy_count',
  'rank_key',
  'rank_hour',
  'rank_week',
  'burst',
  'merged_into',
] as const satisfies readonly (keyof StoryPastTable & keyof StoryTable)[]

type StoryRow = Selectable<StoryTable>
type JoinedRow = StoryRow & { past_until: EpochMs | null } & Record<`past_${(typeof KEPT)[number]}`, never>

/** Newest articles before a moment that tell which stories there were: an edition of ten thousand a day has two days in them. */
const SEEN_DEPTH = 20_000

/** A story's row as of a moment is joined as `past`: the first that still stood after it. */
const PAST_OF_STORY = (atMs: EpochMs) => sql`left join story_past past on past.story_id = story.id and past.until_ms = (
    select min(until_ms) from story_past later where later.story_id = story.id and later.until_ms > ${atMs})`
const PAST_COLUMNS = sql.join(KEPT.map((name) => sql`past.${sql.ref(name)} as ${sql.ref(`past_${name}`)}`))

/** Which stories of a moment: those with an article that was first seen since `seenSinceMs`; those that a tag stood on. All where nothing is said. */
export type PastFilter = { seenSinceMs?: EpochMs; tagId?: number }

/** How many of a tag's newest articles decide which of its stories are told of: as in the ranking of now. */
const TAG_DEPTH = 300

/**
 * Every story of the newest 20,000 articles that were known at a moment, as it stood then, in no order: merged ones, empty ones and what
 * was taken away since are left out. Of a tag: of its newest 300 articles; which articles it stands on is as it is now.
 * One query; indexes: article_seen, article_tag_newest and primary keys.
 */
export async function storiesAt(store: Store, atMs: EpochMs, filter: PastFilter = {}): Promise<StoryCard[]> {
  const { rows } = await sql<JoinedRow>`
    with seen as (${filter.tagId === undefined ? newestSeen(atMs, filter) : newestOfTag(filter.tagId, atMs, filter)}),
    held as (
      select distinct coalesce((
        select past.story_id from article_past past where past.article_id = seen.id and past.until_ms > ${atMs}
        order by past.until_ms limit 1), story_id) as story_id from seen)
    select story.*, past.until_ms as past_until, ${PAST_COLUMNS}
    from held join story on story.id = held.story_id ${PAST_OF_STORY(atMs)}`.execute(store.read)
  return rows
    .filter((row) => row.article_count > 0 || row.merged_into !== null)
    .map(asItWas)
    .filter((row) => row.merged_into === null && row.article_count > 0)
    .map(storyOf)
}

function newestSeen(atMs: EpochMs, { seenSinceMs }: PastFilter) {
  const since = seenSinceMs === undefined ? sql`` : sql`and first_seen_ms >= ${seenSinceMs}`
  return sql`select id, story_id from article where first_seen_ms <= ${atMs} ${since}
    order by first_seen_ms desc, id desc limit ${SEEN_DEPTH}`
}

/** No article is believed to be of a later moment than it was first seen at: what was published since the moment is passed by the index. */
function newestOfTag(tagId: number, atMs: EpochMs, { seenSinceMs }: PastFilter) {
  const since = seenSinceMs === undefined ? sql`` : sql`and t.published_ms >= ${seenSinceMs}`
  return sql`select a.id, a.story_id from article_tag t join article a on a.id = t.article_id
    where t.tag_id = ${tagId} and t.published_ms <= ${atMs} ${since} and a.first_seen_ms <= ${atMs}
    order by t.published_ms desc, t.article_id desc limit ${TAG_DEPTH}`
}

/** A story by its key as it stood at a moment. One that was merged by then gives the key to redirect to. Null where it was not known yet. Two queries at most. */
export async function storyByKeyAt(
  store: Store,
  key: string,
  atMs: EpochMs,
): Promise<{ story: StoryCard } | { movedTo: string } | null> {
  const { rows } = await sql<JoinedRow>`select story.*, past.until_ms as past_until, ${PAST_COLUMNS}
    from story ${PAST_OF_STORY(atMs)} where story.key = ${key}`.execute(store.read)
  const [found] = rows
  if (!found || (found.article_count === 0 && found.merged_into === null)) return null
  const row = asItWas(found)
  if (row.merged_into !== null) {
    const into = await store.read.selectFrom('story').select('key').where('id', '=', row.merged_into).executeTakeFirst()
    return into ? { movedTo: into.key } : null
  }
  return row.article_count === 0 || row.first_seen_ms > atMs ? null : { story: storyOf(row) }
}

function asItWas(row: JoinedRow): StoryRow {
  if (row.past_until === null) return row
  return { ...row, ...Object.fromEntries(KEPT.map((name) => [name, row[`past_${name}`]])) }
}
