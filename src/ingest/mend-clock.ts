import { type EpochMs, HOUR_MS } from '../model/time.ts'
import { writeAlone } from '../store/insert-article.ts'
import { moveBack, newestSeen, seenAfter } from '../store/mend-clock.ts'
import type { Store } from '../store/store.ts'
import { refreshStories } from './refresh-stories.ts'

/** Articles seen no later than this from now may be of a clock that is being set right little by little: nothing is done. */
export const CLOCK_TOLERANCE_MS = HOUR_MS
/** Of the articles that name their minute, one in so many may name one that is yet to come where the clock was ahead: publishers err, too. */
const LATE_CLAIM_IN = 20
/** Stories that are counted anew in one transaction. */
const STORIES_AT_ONCE = 200

/**
 * Where a clock was ahead and has been set right, gives what came meanwhile the moments of now: without that, its articles without a date
 * stay on top, no page could be shown as of the time until that clock's moment comes, and the pulse stands still.
 *
 * A store with articles of the future looks the same where the clock is behind now, and then nothing may be touched. What publishers say of
 * their own articles tells: where these name a time that is yet to come, it is the clock of now that is wrong; where none names a minute,
 * nothing is done. Gives how many articles moved; one look at an index where nothing is wrong.
 */
export async function mendClock(store: Store, nowMs: EpochMs): Promise<number> {
  const newestMs = await newestSeen(store)
  if (newestMs === null || newestMs <= nowMs + CLOCK_TOLERANCE_MS) return 0
  const { moved, storyIds } = await writeAlone(store, async (write) => {
    const ahead = await seenAfter(write, nowMs + CLOCK_TOLERANCE_MS)
    if (ahead === null || ahead.claims === 0 || ahead.lateClaims * LATE_CLAIM_IN > ahead.claims)
      return { moved: 0, storyIds: [] }
    return { moved: ahead.articles, storyIds: await moveBack(write, { nowMs, shiftMs: ahead.newestMs - nowMs }) }
  })
  for (let start = 0; start < storyIds.length; start += STORIES_AT_ONCE)
    await writeAlone(store, (write) => refreshStories(write, storyIds.slice(start, start + STORIES_AT_ONCE)))
  return moved
}
