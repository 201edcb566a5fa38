import type { BurstCard } from '../../model/card.ts'
import { HOUR_MS } from '../../model/time.ts'
import { negativeBinomialSurprise } from '../../pulse/negative-binomial.ts'
import { ASSUMED_INVERSE_DISPERSION } from '../../pulse/usual-range.ts'
import { type BurstArticle, burstArticles } from '../../store/burst-articles.ts'
import { burstsOfSpan, hoursOfKey } from '../../store/key-history.ts'
import type { Site } from '../site.ts'
import { type HistoryKind, nameOfKey } from './history.ts'

/** What one burst's figures are made of. */
export type BurstExplanation = {
  kind: HistoryKind
  slug: string
  name: string
  burst: BurstCard
  window: { fromMs: number; toMs: number }
  /** What a plain test of the window's sum alone would say: the spread it assumes, and one over the chance, as a power of ten. */
  plainTest: { dispersion: number; surprise: number }
  /** Hours of the window in which something was seen, oldest first. */
  hours: readonly { hourMs: number; seen: number; expected: number }[]
  articles: readonly BurstArticle[]
}

const ARTICLES = 60

/** The last burst of a key with everything that went into it; null where there is no such key, or it never rose. Five queries at most. */
export async function explainBurst(site: Site, kind: HistoryKind, slug: string): Promise<BurstExplanation | null> {
  const named = await nameOfKey(site, kind, slug)
  if (!named) return null
  const now = site.now()
  const key = `${kind}:${named.slug}`
  const [burst] = await burstsOfSpan(site.store, key, { fromMs: 0, toMs: now + 1 }, 1)
  if (!burst) return null
  const { tickMs, windowHours } = burst
  const window = { fromMs: tickMs + HOUR_MS - windowHours * HOUR_MS, toMs: tickMs + HOUR_MS }
  const [hours, articles] = await Promise.all([
    hoursOfKey(site.store, key, window),
    burstArticles(
      site.store,
      [{ key, kind, slug: named.slug, tickMs, windowHours }],
      { untilMs: now, isPast: false },
      ARTICLES,
    ),
  ])
  const dispersion = windowHours / ASSUMED_INVERSE_DISPERSION
  const surprise = negativeBinomialSurprise(
    Math.round(burst.seen),
    Math.max(burst.expected, LEAST_EXPECTED),
    dispersion,
  )
  return {
    kind,
    ...named,
    burst,
    window,
    plainTest: { dispersion, surprise },
    hours,
    articles: articles.get(key) ?? [],
  }
}

/** A test needs a mean above 0. */
const LEAST_EXPECTED = 1e-6
