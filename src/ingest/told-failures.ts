/** What could not be taken in, and why. */
export type Failure = { what: string; reason: string }

/** Failures that are told one by one; that there were more stands in place of the last. */
const MAX_TOLD = 1_000

/** Adds a failure to those that a report tells. */
export function tellFailure(failed: Failure[], what: string, reason: string): void {
  if (failed.length < MAX_TOLD) failed.push({ what, reason })
  else failed[MAX_TOLD - 1] = { what: 'and more', reason: 'only the first failures are told' }
}
