import { setTimeout as pause } from 'node:timers/promises'
import type { EditionChoice } from '../model/edition.ts'
import { dueStories, fillEdition } from '../store/editions.ts'
import { writeAlone } from '../store/insert-article.ts'
import type { Store } from '../store/store.ts'
import { refreshInEditions } from './refresh-stories.ts'

/** Articles of the whole store that are looked at in one transaction: the line waits for it, a few tenths of a second at most. */
const LOOKED_AT = 1_000
/** Stories that are counted in one transaction. */
const COUNTED = 200
/** The line has its turn between two transactions. */
const REST_MS = 20

/** An edition with the number of its tables. */
export type NumberedEdition = EditionChoice & { number: number }

/**
 * Takes what is stored into editions that lack it, newest first and in steps, and counts stories whose articles entered or left otherwise
 * than by the line (a source was moved). Goes on where a stop cut it short: each step is one transaction. Gives how many steps there were.
 */
export async function fillEditions(
  store: Store,
  editions: readonly NumberedEdition[],
  { stopping, onStep }: { stopping: AbortSignal; onStep?: () => void },
): Promise<number> {
  let steps = 0
  const step = async (work: () => Promise<boolean>) => {
    while (!stopping.aborted && (await work())) {
      steps++
      onStep?.()
      await pause(REST_MS)
    }
  }
  const count = () =>
    writeAlone(store, async (write) => {
      const ids = await dueStories(write, COUNTED)
      if (ids.length > 0) await refreshInEditions(write, ids)
      return ids.length > 0
    })
  await step(count)
  for (const edition of editions)
    await step(async () => {
      const left = await writeAlone(store, (write) => fillEdition(write, edition, LOOKED_AT))
      await step(count)
      return left > 0
    })
  return steps
}
