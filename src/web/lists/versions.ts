import type { ExtractedArticle } from '../../model/article.ts'
import type { ArticleDetail } from '../../model/card.ts'
import type { AlignedSentence } from '../../model/copy.ts'
import type { EpochMs } from '../../model/time.ts'
import { formerVersions } from '../../store/article-versions.ts'
import type { Site } from '../site.ts'

/** One change of a text: from one stored version to the next. */
export type TextChange = {
  /** When the former text was found replaced; where versions between are gone, when the first of them was seen. */
  seenMs: EpochMs
  version: number
  /** Versions between the two that are not kept. */
  missing: number
  /** The headline's words, null where it stayed. */
  headline: readonly AlignedSentence[] | null
  sentences: readonly AlignedSentence[]
}

/** What changed in an article's text since it was first seen, latest first; none for a text that never changed. One query. */
export async function textChanges(site: Site, article: ArticleDetail): Promise<TextChange[]> {
  if (article.version < 2) return []
  const former = await formerVersions(site.store, article.id)
  const pages = [
    ...former.map(({ version, page }) => ({ version, page })),
    { version: article.version, page: article.page },
  ]
  const changes = former.map(({ version, replacedMs, page }, at): TextChange => {
    const next = pages[at + 1]! // the text of now is the last
    const place = { seenMs: replacedMs, version: next.version, missing: next.version - version - 1 }
    return { ...place, ...wordsChanged(site, page, next.page) }
  })
  return changes.reverse()
}

/** What one text has that the one before it has not, sentence by sentence. */
export function wordsChanged(
  site: Site,
  before: ExtractedArticle,
  after: ExtractedArticle,
): Pick<TextChange, 'headline' | 'sentences'> {
  const compare = site.compare ?? (() => [])
  const isRenamed = before.title !== after.title
  return {
    headline: isRenamed ? compare(before.title ?? '', after.title ?? '') : null,
    sentences: compare(before.text, after.text),
  }
}
