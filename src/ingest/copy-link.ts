import type { DateDoubt } from '../model/article.ts'
import type { CopyLink } from '../store/insert-article.ts'
import type { CopyJudgement } from '../story/find-copies.ts'
import type { StoredText } from './stored-texts.ts'

/** Share of a text that must have stood elsewhere before its date is doubted for it: a page that quotes an old text is young. */
const MOST_OF_IT = 0.5
/** A copy that claims to be this much younger than its original carries a changed date, not a late one. */
const REDATED_DAYS = 3

/** A verdict as an article's row keeps it. */
export function linkOf(verdict: CopyJudgement): CopyLink {
  return {
    copyOf: verdict.copyOf,
    kind: verdict.kind,
    containment: verdict.containment,
    family: verdict.family,
    redatedDays: verdict.redatedDays,
    injectedCount: verdict.injected.length,
  }
}

/** What contradicts a copy's date, where its original does; null where the date may be its own. */
export function doubtOf(verdict: CopyJudgement, original: StoredText): DateDoubt | null {
  const { containment, redatedDays } = verdict
  if (containment < MOST_OF_IT || redatedDays === null || redatedDays < REDATED_DAYS) return null
  const where = original.known.siteName ?? original.row.host ?? 'another source'
  return { reason: 'earlier-copy', detail: `The same text stood at ${where} ${redatedDays} days earlier.` }
}
