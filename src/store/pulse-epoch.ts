import { setSetting } from './settings.ts'
import type { Store } from './store.ts'

const COUNTED = 'pulse-tags-epoch'

/**
 * The epoch of the owner's rules over tags, and the one that the pulse has counted by. `now` is null while articles are still being moved.
 * Counts that differ are of other tags than those shown: the pulse then counts the past anew. One query.
 */
export async function pulseTagEpochs(store: Store): Promise<{ now: number | null; counted: number }> {
  const row = await store.write
    .selectNoFrom((eb) => [
      eb.selectFrom('setting').select('value').where('key', '=', 'tags-epoch').as('now'),
      eb.selectFrom('setting').select('value').where('key', '=', COUNTED).as('counted'),
      eb.selectFrom('tag_work').select('tag_id').limit(1).as('work'),
    ])
    .executeTakeFirstOrThrow()
  return { now: row.work === null ? Number(row.now ?? 0) : null, counted: Number(row.counted ?? 0) }
}

/** Notes that the pulse has counted by the rules of this epoch. */
export async function notePulseTagEpoch(store: Store, epoch: number): Promise<void> {
  await setSetting(store, COUNTED, String(epoch))
}
