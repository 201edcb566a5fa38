import type { z } from 'zod'
import type { ReactionCount } from '../../model/article.ts'
import type { ArticleCard, ArticleDetail, ArticleTagCard, FeedRow, StoryCard, TagCard } from '../../model/card.ts'
import type { Reason } from '../../model/list.ts'
import type { SectionReason } from '../../model/tag.ts'
import { taggerReach } from '../../text/tagger-languages.ts'
import type { PulseRow } from '../lists/pulse.ts'
import type {
  ArticleAnswer,
  ArticleDetailAnswer,
  ArticleTagAnswer,
  BurstAnswer,
  ReasonAnswer,
  SectionReasonAnswer,
  SourceAnswer,
  StoryAnswer,
  TagAnswer,
} from './schemas.ts'

/** Keys that an article's row names by id only. */
export type ArticleKeys = { stories: ReadonlyMap<number, string>; articles: ReadonlyMap<number, string> }

/** Addresses of this site's pages, below the origin that it was asked by. */
export function pageUrl(origin: string, kind: 'story' | 'article' | 'tag' | 'section', name: string): string {
  return `${origin}/${kind}/${encodeURIComponent(name)}`
}

export function storyAnswer(origin: string, story: StoryCard): z.infer<typeof StoryAnswer> {
  return {
    key: story.key,
    title: story.title,
    url: pageUrl(origin, 'story', story.key),
    section: story.section,
    language: story.language,
    firstSeen: time(story.firstSeenMs),
    lastSeen: time(story.lastSeenMs),
    articles: story.articleCount,
    independent: story.independentCount,
    owners: story.ownerCount,
    copies: story.copyCount,
    burst: story.burst,
    reactions: { positive: story.reactionPositive, total: story.reactionTotal },
    demo: story.demo,
  }
}

export function articleAnswer(origin: string, article: ArticleCard, keys: ArticleKeys): z.infer<typeof ArticleAnswer> {
  const isCopy = article.copyOf !== null
  return {
    key: article.key,
    title: article.title,
    url: pageUrl(origin, 'article', article.key),
    originalUrl: article.url,
    source: { title: article.sourceTitle, owner: article.owner, id: article.feedId },
    section: article.section,
    language: article.language,
    published: time(article.publishedMs),
    claimedPublished: article.claimedPublished,
    doubtful: article.doubtful,
    firstSeen: time(article.firstSeenMs),
    words: article.wordCount,
    summary: article.summary,
    image: article.image,
    story: article.storyId === null ? null : (keys.stories.get(article.storyId) ?? null),
    copy: isCopy
      ? {
          kind: article.copyKind,
          containment: article.containment,
          of: keys.articles.get(article.copyOf ?? -1) ?? null,
          redatedDays: article.redatedDays,
          injectedWords: article.injectedCount,
        }
      : null,
    credit: article.credit,
    views: article.views,
    demo: article.demo,
    marks: [...article.marks],
  }
}

/** What hangs on one article besides its own row. */
export type ArticleParts = {
  keys: ArticleKeys
  reactions: readonly ReactionCount[]
  tags: readonly ArticleTagCard[]
  family: readonly ArticleCard[]
}

export function articleDetailAnswer(
  origin: string,
  article: ArticleDetail,
  parts: ArticleParts,
): z.infer<typeof ArticleDetailAnswer> {
  const { page } = article
  return {
    ...articleAnswer(origin, article, parts.keys),
    byline: [...article.byline],
    version: article.version,
    text: page.text,
    blocks: [...page.blocks],
    channel: page.channel,
    siteName: page.siteName,
    claimedSection: [...page.section],
    sectionReason: article.movedFrom === null ? sectionReasonAnswer(article.sectionReason) : null,
    movedFrom: article.movedFrom,
    dates: page.dates.map(({ role, found, from, iso, precision }) => ({ role, found, from, iso, precision })),
    doubts: [...page.doubts],
    repairs: [...page.repairs],
    agencies: [...page.agencies],
    reactions: [...parts.reactions],
    pageLists: {
      related: [...page.lists.related],
      ranking: [...page.lists.ranking],
      recommendation: [...page.lists.recommendation],
    },
    tags: parts.tags.map((tag) => articleTagAnswer(origin, tag)),
    namesBy: taggerReach(article.language),
    family: parts.family.map((member) => articleAnswer(origin, member, parts.keys)),
  }
}

function sectionReasonAnswer(reason: SectionReason | null): z.infer<typeof SectionReasonAnswer> | null {
  return reason === null ? null : { ...reason, filed: [...reason.filed], words: [...reason.words] }
}

export function tagAnswer(origin: string, tag: TagCard): z.infer<typeof TagAnswer> {
  return {
    slug: tag.slug,
    name: tag.name,
    kind: tag.kind,
    url: pageUrl(origin, 'tag', tag.slug),
    articles: tag.articleCount,
    lastSeen: time(tag.lastSeenMs),
  }
}

function articleTagAnswer(origin: string, tag: ArticleTagCard): z.infer<typeof ArticleTagAnswer> {
  return { ...tagAnswer(origin, tag), salience: tag.salience, mentions: tag.mentions, impliedBy: tag.impliedBy }
}

export function sourceAnswer(feed: FeedRow): z.infer<typeof SourceAnswer> {
  return {
    id: feed.id,
    url: feed.url,
    kind: feed.kind,
    title: feed.title,
    siteUrl: feed.siteUrl,
    language: feed.language,
    folder: feed.folder,
    state: feed.state,
    reason: feed.reason,
    items: feed.items,
    lastPolled: feed.lastPolledMs === null ? null : time(feed.lastPolledMs),
    nextPoll: time(feed.nextPollMs),
  }
}

/** A burst of the pulse with the texts that made it. */
export function burstAnswer(
  origin: string,
  { burst, articles, section, language }: PulseRow,
): z.infer<typeof BurstAnswer> {
  return {
    key: burst.key,
    tick: time(burst.tickMs),
    score: burst.score,
    seen: burst.seen,
    expected: burst.expected,
    windowHours: burst.windowHours,
    falseRate: burst.falseRate,
    risesWith: [...burst.risesWith],
    title: burst.name,
    url: pageUrl(origin, burst.kind, burst.slug),
    language,
    section,
    articles: articles.map((article) => ({
      key: article.key,
      title: article.title,
      url: pageUrl(origin, 'article', article.key),
      source: article.source,
      owner: article.owner,
      firstSeen: time(article.firstSeenMs),
      language: article.language,
    })),
  }
}

export function reasonAnswer(reason: Reason): z.infer<typeof ReasonAnswer> {
  return { code: reason.code, values: [...reason.values], text: reason.text }
}

/** A moment as the API writes it. */
export function time(atMs: number): string {
  return new Date(atMs).toISOString()
}
