import { setImmediate as nextTurn } from 'node:timers/promises'
import { DAY_MS, type EpochMs } from '../model/time.ts'
import { forgetPastOf, forgetShown, highestPastId, notePastKept } from '../store/kept-past.ts'
import type { Store } from '../store/store.ts'

/** Stories or articles whose past is looked through in one step, and looks of the pulse that go in one: some ten milliseconds of the one writer. */
const IDS_A_STEP = 1_000
const SHOWN_A_STEP = 500

/**
 * Forgets what stories, articles and the pulse were more than so many days ago, in steps that others write between; a stop in the midst
 * loses nothing, the next time goes on. Pages as of any later moment stay what they are. Gives how many rows went.
 */
export async function forgetPast(
  store: Store,
  { keepDays, nowMs, stopping }: { keepDays: number; nowMs: EpochMs; stopping?: AbortSignal },
): Promise<number> {
  const untilMs = nowMs - keepDays * DAY_MS
  await notePastKept(store, untilMs)
  let gone = 0
  for (const kind of ['story', 'article'] as const) {
    const highest = await highestPastId(store, kind)
    for (let afterId = 0; afterId < highest && !stopping?.aborted; afterId += IDS_A_STEP) {
      gone += await forgetPastOf(store, kind, { afterId, uptoId: afterId + IDS_A_STEP, untilMs })
      await nextTurn()
    }
  }
  for (let some = SHOWN_A_STEP; some === SHOWN_A_STEP && !stopping?.aborted; gone += some) {
    some = await forgetShown(store, untilMs, SHOWN_A_STEP)
    await nextTurn()
  }
  return gone
}
