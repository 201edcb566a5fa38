import type { ReactionCount } from '../model/article.ts'
import type { Store } from './store.ts'

/** A vote that counts once: `token` is a keyed hash of device, article, kind and day (never an address), `day` days since 1970. */
export type Vote = { articleId: number; token: string; day: number }

/** How many days a token is kept: today's and yesterday's, for clocks near midnight. */
const KEEP_DAYS = 2

/** Reactions of some articles. One query. */
export async function reactionsOf(store: Store, articleIds: readonly number[]): Promise<Map<number, ReactionCount[]>> {
  const found = new Map<number, ReactionCount[]>()
  if (articleIds.length === 0) return found
  const rows = await store.read
    .selectFrom('reaction')
    .selectAll()
    .where('article_id', 'in', articleIds)
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

/** Counts a reaction once a token; false when this token has voted. Its story's counts follow in the same transaction. */
export async function react(store: Store, vote: Vote, label: string, positive: boolean): Promise<boolean> {
  return store.write.transaction().execute(async (trx) => {
    if (!(await claimToken(trx, vote))) return false
    await trx
      .insertInto('reaction')
      .values({ article_id: vote.articleId, label, count: 1 })
      .onConflict((conflict) =>
        conflict.columns(['article_id', 'label']).doUpdateSet((eb) => ({ count: eb('reaction.count', '+', 1) })),
      )
      .execute()
    await trx
      .updateTable('story')
      .set((eb) => ({
        reaction_total: eb('reaction_total', '+', 1),
        reaction_positive: eb('reaction_positive', '+', positive ? 1 : 0),
      }))
      .where('id', 'in', trx.selectFrom('article').select('story_id').where('id', '=', vote.articleId) as never)
      .execute()
    return true
  })
}

/** Counts a view once a token; false when this token was counted. */
export async function countView(store: Store, vote: Vote): Promise<boolean> {
  return store.write.transaction().execute(async (trx) => {
    if (!(await claimToken(trx, vote))) return false
    await trx
      .updateTable('article')
      .set((eb) => ({ views: eb('views', '+', 1) }))
      .where('id', '=', vote.articleId)
      .execute()
    return true
  })
}

async function claimToken(trx: Store['write'], vote: Vote): Promise<boolean> {
  const done = await trx
    .insertInto('vote_seen')
    .values({ token: vote.token, day: vote.day })
    .onConflict((conflict) => conflict.column('token').doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Forgets the tokens of days past. */
export async function forgetVotes(store: Store, today: number): Promise<void> {
  await store.write
    .deleteFrom('vote_seen')
    .where('day', '<=', today - KEEP_DAYS)
    .execute()
}
