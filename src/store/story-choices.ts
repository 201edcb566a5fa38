import { AppError } from '../model/errors.ts'
import type { EpochMs } from '../model/time.ts'
import type { Write } from './insert-article.ts'
import type { Store } from './store.ts'

/** What an owner decided about a story. Keys: of the story acted on, and of the other one, as they are now. */
export type StoryChoice = {
  id: number
  kind: 'split' | 'merge' | 'title'
  storyKey: string
  storyTitle: string
  otherKey: string | null
  otherTitle: string | null
  title: string | null
  madeMs: EpochMs
}

/** A choice as the row that it is kept in. */
export type StoryChoiceRow = {
  id: number
  kind: StoryChoice['kind']
  storyId: number
  otherId: number | null
  title: string | null
  redirects: readonly number[]
}

/** An article that a choice holds: on which side of it, and whether its sides are apart. */
export type StoryPin = { articleId: number; choice: number; side: number; parts: boolean }

/** Choices that a list shows, newest first. */
const MAX_LISTED = 2_000
/** Articles of a story that a choice holds, newest first: beyond it a story is a section, and one hand's choice no rule for it. */
export const MAX_PINNED = 5_000
/** Ids a statement may carry. */
const IDS_A_STATEMENT = 1_000

const EPOCH = 'story-choices-epoch'

/** Rises whenever an owner's choice moved articles between stories: whoever keeps stories in memory then looks where they are. */
export async function storyChoicesEpoch(write: Write): Promise<number> {
  const row = await write.trx.selectFrom('setting').select('value').where('key', '=', EPOCH).executeTakeFirst()
  return Number(row?.value ?? 0)
}

/** Notes a choice with the articles that it holds, by side; gives its id. */
export async function addStoryChoice(
  write: Write,
  choice: Omit<StoryChoiceRow, 'id'>,
  sides: readonly (readonly number[])[],
  nowMs: EpochMs,
): Promise<number> {
  const { trx } = write
  const { id } = await trx
    .insertInto('story_choice')
    .values({
      kind: choice.kind,
      story_id: choice.storyId,
      other_id: choice.otherId,
      title: choice.title,
      redirects: choice.redirects.length === 0 ? null : JSON.stringify(choice.redirects),
      made_ms: nowMs,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const pins = sides.flatMap((ids, side) => ids.map((articleId) => ({ choice_id: id, article_id: articleId, side })))
  for (const some of inParts(pins)) await trx.insertInto('story_pin').values(some).execute()
  await raiseEpoch(write)
  return id
}

/** A choice as it is kept; null where there is none. */
export async function storyChoiceRow(write: Write, id: number): Promise<StoryChoiceRow | null> {
  const row = await write.trx.selectFrom('story_choice').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const redirects = row.redirects === null ? [] : (JSON.parse(row.redirects) as number[]) // written by addStoryChoice alone
  return { id, kind: row.kind, storyId: row.story_id, otherId: row.other_id, title: row.title, redirects }
}

/** Takes a choice and its pins away. @throws AppError conflict where a later choice holds one of its articles */
export async function dropStoryChoice(write: Write, id: number): Promise<void> {
  const { trx } = write
  const later = await trx
    .selectFrom('story_pin')
    .select('choice_id')
    .where('choice_id', '>', id)
    .where('article_id', 'in', trx.selectFrom('story_pin').select('article_id').where('choice_id', '=', id))
    .limit(1)
    .executeTakeFirst()
  if (later) throw new AppError('conflict', 'a later choice holds some of the same articles: take that one back first')
  await trx.deleteFrom('story_choice').where('id', '=', id).execute()
  await raiseEpoch(write)
}

/** Articles that a choice holds on one side. */
export async function pinnedBy(write: Write, id: number, side: number): Promise<number[]> {
  const rows = await write.trx
    .selectFrom('story_pin')
    .select('article_id')
    .where('choice_id', '=', id)
    .where('side', '=', side)
    .orderBy('article_id')
    .execute()
  return rows.map((row) => row.article_id)
}

/** Every article that a choice holds, from an article id on. */
export async function storyPins(write: Write, fromId: number): Promise<StoryPin[]> {
  const rows = await write.trx
    .selectFrom('story_pin')
    .innerJoin('story_choice', 'story_choice.id', 'story_pin.choice_id')
    .select(['article_id', 'choice_id', 'side', 'kind'])
    .where('article_id', '>=', fromId)
    .orderBy('article_id')
    .orderBy('choice_id')
    .execute()
  return rows.map((row) => ({
    articleId: row.article_id,
    choice: row.choice_id,
    side: row.side,
    parts: row.kind === 'split',
  }))
}

/** In which story each article stands, from an article id on: what a memory of stories is compared with after a choice. */
export async function storyPlaces(write: Write, fromId: number): Promise<{ articleId: number; storyId: number }[]> {
  const rows = await write.trx
    .selectFrom('story_member')
    .select(['article_id', 'story_id'])
    .where('article_id', '>=', fromId)
    .orderBy('article_id')
    .execute()
  return rows.map((row) => ({ articleId: row.article_id, storyId: row.story_id }))
}

/** Articles of a story, newest first, at most MAX_PINNED. Index: article_story. */
export async function articlesOfStory(
  write: Write,
  storyId: number,
): Promise<{ id: number; key: string; copyOf: number | null }[]> {
  const rows = await write.trx
    .selectFrom('article')
    .select(['id', 'key', 'copy_of'])
    .where('story_id', '=', storyId)
    .orderBy('published_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(MAX_PINNED)
    .execute()
  return rows.map((row) => ({ id: row.id, key: row.key, copyOf: row.copy_of }))
}

/** Puts articles into a story, whatever story they stood in. */
export async function placeInStory(write: Write, articleIds: readonly number[], storyId: number): Promise<void> {
  for (const ids of inParts(articleIds)) {
    await write.trx.updateTable('article').set({ story_id: storyId }).where('id', 'in', ids).execute()
    await write.trx.updateTable('story_member').set({ story_id: storyId }).where('article_id', 'in', ids).execute()
  }
}

/** Gives a story the owner's headline, or takes it away: it is then named by its leading article again. */
export async function setOwnTitle(write: Write, storyId: number, title: string | null): Promise<void> {
  await write.trx
    .updateTable('story')
    .set((eb) => ({
      own_title: title,
      title:
        title ??
        eb.fn.coalesce(
          eb.selectFrom('article').select('article.title').whereRef('article.id', '=', 'story.lead_article_id'),
          eb.ref('story.title'),
        ),
    }))
    .where('id', '=', storyId)
    .execute()
  await write.trx.deleteFrom('story_choice').where('kind', '=', 'title').where('story_id', '=', storyId).execute()
}

/** A story's headline by its owner goes along when the story is folded into one that has none. */
export async function carryOwnTitle(write: Write, from: number, into: number): Promise<void> {
  const { trx } = write
  const row = await trx.selectFrom('story').select('own_title').where('id', '=', from).executeTakeFirst()
  if (!row || row.own_title === null) return
  const done = await trx
    .updateTable('story')
    .set({ own_title: row.own_title, title: row.own_title })
    .where('id', '=', into)
    .where('own_title', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows > 0n)
    await trx
      .updateTable('story_choice')
      .set({ story_id: into })
      .where('kind', '=', 'title')
      .where('story_id', '=', from)
      .execute()
}

/** Where a story is now: itself, or what it was merged into. Null where there is none. */
export async function presentStory(write: Write, id: number): Promise<number | null> {
  const row = await write.trx.selectFrom('story').select(['id', 'merged_into']).where('id', '=', id).executeTakeFirst()
  return row ? (row.merged_into ?? row.id) : null
}

/** Id of the story with a key, be it merged into another; null where there is none. */
export async function storyIdByKey(write: Write, key: string): Promise<number | null> {
  const row = await write.trx.selectFrom('story').select('id').where('key', '=', key).executeTakeFirst()
  return row?.id ?? null
}

/** Makes a folded story stand for itself again, and those that redirected to it with it. */
export async function reviveStory(write: Write, id: number, redirects: readonly number[]): Promise<void> {
  await write.trx.updateTable('story').set({ merged_into: null }).where('id', '=', id).execute()
  for (const ids of inParts(redirects))
    await write.trx.updateTable('story').set({ merged_into: id }).where('id', 'in', ids).execute()
}

/** Ids of stories that redirect to a story. */
export async function redirectsTo(write: Write, id: number): Promise<number[]> {
  const rows = await write.trx.selectFrom('story').select('id').where('merged_into', '=', id).orderBy('id').execute()
  return rows.map((row) => row.id)
}

/** All choices, newest first. */
export async function storyChoices(store: Store): Promise<StoryChoice[]> {
  const rows = await store.read
    .selectFrom('story_choice as c')
    .innerJoin('story as s', 's.id', 'c.story_id')
    .leftJoin('story as o', 'o.id', 'c.other_id')
    .select(['c.id', 'c.kind', 'c.title', 'c.made_ms', 's.key', 's.title as storyTitle'])
    .select(['o.key as otherKey', 'o.title as otherTitle'])
    .orderBy('c.id', 'desc')
    .limit(MAX_LISTED)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    storyKey: row.key,
    storyTitle: row.storyTitle,
    otherKey: row.otherKey,
    otherTitle: row.otherTitle,
    title: row.title,
    madeMs: row.made_ms,
  }))
}

async function raiseEpoch(write: Write): Promise<void> {
  const value = String((await storyChoicesEpoch(write)) + 1)
  await write.trx
    .insertInto('setting')
    .values({ key: EPOCH, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

function inParts<Item>(items: readonly Item[]): Item[][] {
  const parts: Item[][] = []
  for (let start = 0; start < items.length; start += IDS_A_STATEMENT)
    parts.push(items.slice(start, start + IDS_A_STATEMENT))
  return parts
}
