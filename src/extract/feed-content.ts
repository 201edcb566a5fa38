import type { DateClaim, ExtractedArticle, ExtractFailure } from '../model/article.ts'
import type { Entry } from '../model/entry.ts'
import type { Result } from '../model/result.ts'
import type { EpochMs } from '../model/time.ts'
import { parseFeedDate } from '../text/feed-date.ts'
import { firstWrittenDate } from '../text/written-date.ts'
import { articleBlocks } from './article-blocks.ts'
import { MAX_PAGE_LENGTH } from './extract-page.ts'
import { finishArticle } from './finish-article.ts'
import { readBlocks } from './page-blocks.ts'
import { readTree, textOf } from './page-tree.ts'
import { safeMediaUrl } from './safe-url.ts'

/** The feed that an entry came in, and when it was read. */
export type FeedContext = { feedTitle: string | null; feedUrl: string | null; nowMs: EpochMs }

/**
 * An article from what a feed itself holds: title, byline, dates, tags and the HTML of the entry as blocks, mended like a page.
 * The longer of content and summary is the text. Confidence is low where only a summary came. Fails with `no-text` for an entry of a bare title.
 */
export function articleFromEntry(entry: Entry, context: FeedContext): Result<ExtractedArticle, ExtractFailure> {
  const content = (entry.content?.length ?? 0) >= (entry.summary?.length ?? 0) ? entry.content : entry.summary
  if (content && content.length > MAX_PAGE_LENGTH)
    return { ok: false, reason: 'too-large', detail: `the entry has more than ${MAX_PAGE_LENGTH} characters` }
  const page = readBlocks(readTree(content ?? ''))
  const base = entry.url ?? context.feedUrl
  const kept = page.texts.map(
    (block) =>
      !block.hidden &&
      !/^(?:the post .{1,300} appeared first on .{1,120}|continue reading.{0,200}|read more.{0,40}|\[…\])$/iu.test(
        block.text,
      ),
  )
  const title = entry.titleText ?? (entry.title ? textOf(readTree(entry.title), 500) : null)
  return finishArticle(
    {
      url: entry.url,
      kind: 'article',
      title: title?.trim() || null,
      channel: null,
      siteName: context.feedTitle,
      byline: entry.authors.map(({ name, email }) => name ?? email).filter((name) => name !== null),
      section: [],
      dates: entryDates(entry),
      language: entry.language,
      blocks: articleBlocks(page, kept, base),
      image: entryImage(entry, base),
      tags: [
        ...new Set(
          entry.categories.map(({ label, term }) => label ?? term).filter((name) => name !== null && name !== ''),
        ),
      ] as string[],
      reactions: [],
      lists: { related: [], ranking: [], recommendation: [] },
      views: null,
      confidence: entry.content ? 0.8 : 0.4,
    },
    context.nowMs,
  )
}

function entryDates(entry: Entry): DateClaim[] {
  const claims: DateClaim[] = []
  for (const [role, found] of [
    ['published', entry.published],
    ['modified', entry.updated],
  ] as const) {
    const written = found === null ? null : (firstWrittenDate(found) ?? parseFeedDate(found))
    if (written && found !== null)
      claims.push({ role, found, from: 'feed', iso: written.iso, atMs: written.atMs, precision: written.precision })
  }
  return claims
}

function entryImage(entry: Entry, base: string | null): string | null {
  const picture = entry.enclosures.find(
    ({ type, url }) => type?.startsWith('image/') || /\.(?:jpe?g|png|webp|avif)(?:\?|$)/iu.test(url),
  )
  return picture ? safeMediaUrl(picture.url, base) : null
}
