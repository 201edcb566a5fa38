import type { ArticleCard } from '../model/card.ts'
import type { AlignedSentence, CopyKind } from '../model/copy.ts'
import type { EpochMs } from '../model/time.ts'
import { articlePages, familyOf } from '../store/articles.ts'
import { writeAlone } from '../store/insert-article.ts'
import type { Store } from '../store/store.ts'
import { alignTexts } from '../story/align.ts'
import { asFound } from '../text/as-found.ts'
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
  /** Sentences of both texts by what became of them. */
  sentences: Readonly<Record<AlignedSentence['kind'], number>>
  /** Sentences that were changed, dropped, or had something put in, in reading order; MAX_ALTERED at most. */
  altered: readonly AlignedSentence[]
  /** The family's pages, earliest first; MAX_CHAIN at most. */
  chain: readonly ChainLink[]
}

/** A page of a family: when it was there by what can be trusted, and how far its own claim is from the original's. */
export type ChainLink = { key: string; source: string; published: string; redatedDays: number | null }

const UNKNOWN: Origin = {
  original: null,
  kind: null,
  containment: 0,
  redatedDays: null,
  injected: [],
  copies: 0,
  sentences: { kept: 0, changed: 0, injected: 0, dropped: 0 },
  altered: [],
  chain: [],
}
const MAX_FAMILY = 1_000
const MAX_ALTERED = 200
const MAX_CHAIN = 100

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
  const before = (await articlePages(store, [original.id])).get(original.id)?.text ?? ''
  const aligned = alignTexts(before, asFound(prepared.page.text, prepared.page.repairs))
  const sentences = { kept: 0, changed: 0, injected: 0, dropped: 0 }
  for (const { kind } of aligned) sentences[kind]++
  return {
    original: {
      key: original.key,
      title: original.title,
      url: original.url,
      source: sourceOf(original),
      published: new Date(original.publishedMs).toISOString(),
    },
    kind: verdict.kind,
    containment: verdict.containment,
    redatedDays: verdict.redatedDays,
    injected: verdict.injected.map((word) => word.found),
    copies: family.length,
    sentences,
    altered: aligned.filter(({ kind }) => kind !== 'kept').slice(0, MAX_ALTERED),
    chain: family.slice(0, MAX_CHAIN).map((card) => ({
      key: card.key,
      source: sourceOf(card),
      published: new Date(card.publishedMs).toISOString(),
      redatedDays: card.redatedDays,
    })),
  }
}

function sourceOf({ sourceTitle, owner }: ArticleCard): string {
  return sourceTitle ?? owner
}
