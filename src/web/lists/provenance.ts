import type { ArticleCard, ArticleDetail } from '../../model/card.ts'
import type { AlignedSentence } from '../../model/copy.ts'
import { articleCards, articlePages, familyOf } from '../../store/articles.ts'
import { asFound } from '../../text/as-found.ts'
import type { Site } from '../site.ts'

/** Copies that are told of; the story's own list has the rest. */
const MAX_FAMILY = 200

/** From this share on a text is called a copy: below it, it shares a part, which is all that is said. */
const WHOLE_SHARE = 0.5

/**
 * What is known of where a text comes from, and no more than that. `copy`: most of it stood in an earlier text; `part`: some of it did;
 * `original`: the earliest of several; `alone`: no earlier and no later text of it is known here.
 */
export type Verdict = 'copy' | 'part' | 'original' | 'alone'

export type Provenance = {
  article: ArticleDetail
  verdict: Verdict
  /** The earlier text; null for what is none's copy, and where it is hidden or gone. */
  original: ArticleCard | null
  /** The original and its copies, earliest first; empty where there is one text alone. */
  family: readonly ArticleCard[]
  /** Its sentences, as its page had them, against the original's; empty where there is nothing to compare with. */
  sentences: readonly AlignedSentence[]
}

/** Follows a text to where it comes from. At most three queries. */
export async function provenanceOf(site: Site, article: ArticleDetail): Promise<Provenance> {
  const ids = article.copyOf === null ? [] : [article.copyOf]
  const [cards, pages, family] = await Promise.all([
    articleCards(site.store, ids),
    articlePages(site.store, ids),
    article.family === null ? [] : familyOf(site.store, article.family, MAX_FAMILY),
  ])
  const original = cards[0] ?? null
  const before = original ? pages.get(original.id)?.text : undefined
  const found = () => asFound(article.page.text, article.page.repairs)
  return {
    article,
    verdict: verdictOf(article, family),
    original,
    family,
    sentences: before === undefined ? [] : (site.compare?.(before, found()) ?? []),
  }
}

/** What a text is called beside those that share its words; `family` may be its own alone. */
export function verdictOf(article: ArticleCard, family: readonly ArticleCard[]): Verdict {
  if (article.copyOf !== null) return article.containment < WHOLE_SHARE ? 'part' : 'copy'
  return family.length > 1 ? 'original' : 'alone'
}
