import { sql } from 'kysely'
import type { ReactionCount } from '../model/article.ts'
import { editionScopes } from './editions.ts'
import type { Store } from './store.ts'

/** A count that a vote goes into, by keyed hash of an address or a block of addresses and of what is voted on; `most` is how far it goes. */
export type VoteBound = { token: string; most: number }

/** A vote that counts once: `token` is a keyed hash of device, article, kind and day (never an address), `day` days since 1970. */
export type Vote = {
  articleId: number
  token: string
  day: number
  /** A vote beyond any of these is not counted. */
  limits: readonly VoteBound[]
  /** A reaction beyond any of these is counted and shown, and weighs nothing in the ranking. */
  weights: readonly VoteBound[]
}

/** What a reaction is: its label, and whether it speaks for the story. */
export type Reaction = { label: string; favourable: boolean }

/** What a story's weighed reactions add to its ranking keys. */
export type ReactionWorth = (positive: number, total: number) => number

/** `changed`: the device had given another reaction today, which this one takes the place of; `full`: a limit is reached. */
export type VoteOutcome = 'counted' | 'changed' | 'repeated' | 'full'

type Write = Store['write']

/** Reactions of some articles. One query. */
export async function reactionsOf(store: Store, articleIds: readonly number[]): Promise<Map<number, ReactionCount[]>> {
  const found = new Map<number, ReactionCount[]>()
  if (articleIds.length === 0) return found
  const rows = await store.read
    .selectFrom('reaction')
    .select(['article_id', 'label', 'count'])
    .where('article_id', 'in', articleIds)
    .where('count', '>', 0)
    .orderBy('article_id')
    .orderBy('count', 'desc')
    .orderBy('label')
    .execute()
  for (const row of rows) {
    const list = found.get(row.article_id) ?? []
    list.push({ label: row.label, count: row.count })
    found.set(row.article_id, list)
  }
  return found
}

/** Counts a reaction once a token; another label takes the place of the former. Its story's counts and ranking keys follow in the same transaction. */
export async function react(store: Store, vote: Vote, reaction: Reaction, worth: ReactionWorth): Promise<VoteOutcome> {
  return unlessFull(store, async (trx) => {
    const former = await removeVote(trx, vote, worth, reaction.label)
    if (former === 'same') return 'repeated'
    if (!(await claimToken(trx, vote, reaction.label))) return 'repeated' // the same device, at the same moment
    await countInto(trx, vote, vote.limits)
    const weighed = await weighs(trx, vote)
    if (weighed)
      await trx.updateTable('vote_seen').set({ weighed: 1 }).where('token', '=', vote.token).executeTakeFirst()
    await addReaction(trx, { articleId: vote.articleId, ...reaction, step: 1, weighed }, worth)
    return former === 'none' ? 'counted' : 'changed'
  })
}

/** Takes back what a token has given today; false where it has given nothing. */
export async function takeBack(store: Store, vote: Vote, worth: ReactionWorth): Promise<boolean> {
  return store.write.transaction().execute(async (trx) => (await removeVote(trx, vote, worth, null)) === 'removed')
}

/** Counts a view once a token. */
export async function countView(store: Store, vote: Vote): Promise<Exclude<VoteOutcome, 'changed'>> {
  return unlessFull(store, async (trx) => {
    if (!(await claimToken(trx, vote, null))) return 'repeated'
    await countInto(trx, vote, vote.limits)
    await sql`update article set views = views + 1 where id = ${vote.articleId}`.execute(trx)
    await sql`update story set views = views + 1
      where id = (select story_id from article where id = ${vote.articleId})`.execute(trx)
    return 'counted'
  })
}

/** Forgets the tokens of days past: their key is gone, nothing can be told by them any more. */
export async function forgetVotes(store: Store, today: number): Promise<void> {
  for (const table of ['vote_seen', 'vote_block'] as const)
    await store.write.deleteFrom(table).where('day', '<', today).execute()
}

/**
 * The key of a day's hashes, made by `make` for the first vote of the day and written over the last one: yesterday's is nowhere any more.
 * Another process may be a day ahead; its key then holds here too.
 */
export async function voteKey(store: Store, day: number, make: () => string): Promise<{ day: number; key: string }> {
  await sql`insert into vote_key (id, day, key) values (1, ${day}, ${make()})
    on conflict (id) do update set day = excluded.day, key = excluded.key
    where vote_key.day < excluded.day or vote_key.day > excluded.day + 1`.execute(store.write)
  return store.write.selectFrom('vote_key').select(['day', 'key']).where('id', '=', 1).executeTakeFirstOrThrow()
}

/** Thrown to undo a transaction whose vote reached a limit. */
const FULL = Symbol('full')

async function unlessFull<Outcome>(store: Store, work: (trx: Write) => Promise<Outcome>): Promise<Outcome | 'full'> {
  try {
    return await store.write.transaction().execute(work)
  } catch (thrown) {
    if (thrown === FULL) return 'full'
    throw thrown
  }
}

async function claimToken(trx: Write, vote: Vote, label: string | null): Promise<boolean> {
  const done = await trx
    .insertInto('vote_seen')
    .values({ token: vote.token, day: vote.day, label, weighed: 0 })
    .onConflict((conflict) => conflict.column('token').doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Counts a vote where its address and blocks are limited. @throws FULL */
async function countInto(trx: Write, vote: Vote, bounds: readonly VoteBound[]): Promise<void> {
  for (const { token, most } of bounds) if ((await countUp(trx, token, vote.day)) > most) throw FULL
}

/** True where none of the blocks has given its share of what weighs; counted either way. */
async function weighs(trx: Write, vote: Vote): Promise<boolean> {
  let weighed = true
  for (const { token, most } of vote.weights) if ((await countUp(trx, token, vote.day)) > most) weighed = false
  return weighed
}

async function countUp(trx: Write, token: string, day: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`insert into vote_block (token, day, count) values (${token}, ${day}, 1)
    on conflict (token) do update set count = vote_block.count + 1 returning count`.execute(trx)
  return rows[0]?.count ?? 0
}

/** Removes what a token has given, unless it is `kept`. */
async function removeVote(
  trx: Write,
  vote: Vote,
  worth: ReactionWorth,
  kept: string | null,
): Promise<'none' | 'same' | 'removed'> {
  const seen = await trx.selectFrom('vote_seen').selectAll().where('token', '=', vote.token).executeTakeFirst()
  if (!seen || seen.label === null) return 'none'
  if (seen.label === kept) return 'same'
  const gone = await trx.deleteFrom('vote_seen').where('token', '=', vote.token).executeTakeFirst()
  if (gone.numDeletedRows === 0n) return 'none' // taken back by another request at the same moment
  for (const { token } of [...vote.limits, ...vote.weights])
    await sql`update vote_block set count = count - 1 where token = ${token} and count > 0`.execute(trx)
  const row = await trx
    .selectFrom('reaction')
    .select('favourable')
    .where('article_id', '=', vote.articleId)
    .where('label', '=', seen.label)
    .executeTakeFirst()
  const favourable = row?.favourable === 1
  const change = { articleId: vote.articleId, label: seen.label, favourable, step: -1 as const }
  await addReaction(trx, { ...change, weighed: seen.weighed === 1 }, worth)
  return 'removed'
}

type ReactionChange = Reaction & { articleId: number; step: 1 | -1; weighed: boolean }

/** Adds a reaction, or takes one off, everywhere it is counted. The ranking keys move by what it changes: decay has no part in that. */
async function addReaction(trx: Write, change: ReactionChange, worth: ReactionWorth): Promise<void> {
  const { articleId, label, step } = change
  const favourable = change.favourable ? 1 : 0
  const weighed = change.weighed ? step : 0
  // The story's row first, always: two changes then never wait for each other in turn.
  const { rows } = await sql<{ id: number; positive: number; total: number }>`update story set
      reaction_total = reaction_total + ${step}, reaction_positive = reaction_positive + ${step * favourable},
      weighed_total = weighed_total + ${weighed}, weighed_positive = weighed_positive + ${weighed * favourable}
    where id = (select story_id from article where id = ${articleId})
    returning id, weighed_positive as positive, weighed_total as total`.execute(trx)
  await sql`insert into reaction (article_id, label, count, weighed, favourable)
    values (${articleId}, ${label}, ${step}, ${weighed}, ${favourable})
    on conflict (article_id, label) do update set count = reaction.count + ${step}, weighed = reaction.weighed + ${weighed},
      favourable = excluded.favourable`.execute(trx)
  const story = rows[0]
  if (!story || weighed === 0) return
  const { positive, total } = story
  const added = worth(positive, total) - worth(positive - weighed * favourable, total - weighed)
  // A key of 0 is no place: copies alone never rank.
  for (const table of ['story', ...(await editionScopes({ trx })).map((edition) => edition.story)])
    await sql`update ${sql.table(table)} set rank_key = rank_key + ${added}, rank_hour = rank_hour + ${added}, rank_week = rank_week + ${added}
      where id = ${story.id} and rank_key <> 0`.execute(trx)
}
