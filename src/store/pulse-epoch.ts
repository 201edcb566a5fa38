import { setSetting } from './settings.ts'
import type { Store } from './store.ts'

const COUNTED = 'pulse-tags-epoch'

/**
 * The epoch of the owner's rules, over tags and over articles, and the one that the pulse has counted by. `now` is null while articles are
 * still being moved. Counts that differ are of other tags, sections or articles than those shown: the pulse then counts the past anew.
 * One query.
 */
export async function pulseTagEpochs(store: Store): Promise<{ now: number | null; counted: number }> {
  const row = await store.write
    .selectNoFrom((eb) => [
      eb.selectFrom('setting').select('value').where('key', '=', 'tags-epoch').as('now'),
      eb.selectFrom('setting').select('value').where('key', '=', COUNTED).as('counted'),
      // Both only rise: their sum tells as well as the two do.
      eb.selectFrom('setting').select('value').where('key', '=', 'rules-moved').as('moved'),
      eb.selectFrom('tag_work').select('tag_id').limit(1).as('work'),
      eb.selectFrom('setting').select('value').where('key', '=', 'rules-work').as('rules'),
    ])
    .executeTakeFirstOrThrow()
  const isDone = row.work === null && row.rules === null
  return { now: isDone ? Number(row.now ?? 0) + Number(row.moved ?? 0) : null, counted: Number(row.counted ?? 0) }
}

/** Notes that the pulse has counted by the rules of this epoch. */
export async function notePulseTagEpoch(store: Store, epoch: number): Promise<void> {
  await setSetting(store, COUNTED, String(epoch))
}
