import type { CopyKind } from '../model/copy.ts'
import type { EpochMs } from '../model/time.ts'
import { familyOf } from '../store/articles.ts'
import { writeAlone } from '../store/insert-article.ts'
import type { Store } from '../store/store.ts'
import { hostOf } from './identity.ts'
import { judgeNewcomer } from './link-copy.ts'
import type { PreparedArticle } from './prepare.ts'

/** Where a text comes from, as far as the store knows. `original` null: nothing earlier is known, and nothing is claimed. */
export type Origin = {
  original: { key: string; title: string; url: string | null; source: string; published: string } | null
  kind: CopyKind | null
  containment: number
  redatedDays: number | null
  injected: readonly string[]
  /** Articles of the same family that the store holds, the original among them. */
  copies: number
}

const UNKNOWN: Origin = { original: null, kind: null, containment: 0, redatedDays: null, injected: [], copies: 0 }
const MAX_FAMILY = 1_000

/** Looks a text up among the copies in the store; changes nothing. */
export async function findOrigin(
  store: Store,
  prepared: PreparedArticle,
  url: string | null,
  nowMs: EpochMs,
): Promise<Origin> {
  const newcomer = {
    title: prepared.title,
    host: hostOf(url),
    firstSeenMs: nowMs,
    page: prepared.page,
    shingles: prepared.shingles,
  }
  const { verdict } = await writeAlone(store, (write) => judgeNewcomer(write, newcomer))
  if (!verdict || verdict.copyOf === null) return UNKNOWN
  const family = await familyOf(store, verdict.family, MAX_FAMILY)
  const original = family.find((article) => article.id === verdict.copyOf) ?? family[0]
  if (!original) return UNKNOWN
  const { key, title, owner, sourceTitle, publishedMs } = original
  return {
    original: {
      key,
      title,
      url: original.url,
      source: sourceTitle ?? owner,
      published: new Date(publishedMs).toISOString(),
    },
    kind: verdict.kind,
    containment: verdict.containment,
    redatedDays: verdict.redatedDays,
    injected: verdict.injected.map((word) => word.found),
    copies: family.length,
  }
}
