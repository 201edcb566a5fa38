import type { Block } from '../../model/block.ts'
import type { ArticleCard, StoryCard } from '../../model/card.ts'
import { NOTES_OWNER } from '../../model/note.ts'
import { articlePages } from '../../store/articles.ts'
import { pageUrl } from '../api/shapes.ts'
import { membersOf } from '../lists/past.ts'
import { picturesOf } from '../pictures/picture-address.ts'
import type { Site } from '../site.ts'
import type { OutEntry } from './out-feed.ts'
import { countsText, MAX_MEMBERS, storyBlocks } from './story-blocks.ts'

/** A list before it is written: what its page is called and where it is, and its entries. */
export type FeedList = {
  title: string
  description: string
  pageUrl: string
  entries: readonly OutEntry[]
  /** True for a list at an address that only its reader has: no cache in between keeps it. */
  isPrivate?: true
}

/** How much of each entry a feed holds. */
export type Fullness = { full: boolean; origin: string }

/** A story as its page lists it: `first` is who told it first, where the page says so. */
export type StoryInList = {
  story: StoryCard
  reason: string | null
  first?: { source: string; summary: string } | null
}

/** Stories as entries, in the order given, each with the reason that the page shows beside it. No query without `full`, two with it. */
export async function storyEntries(
  site: Site,
  stories: readonly StoryInList[],
  { full, origin }: Fullness,
): Promise<OutEntry[]> {
  const ids = stories.map(({ story }) => story.id)
  const members = full ? await membersOf(site, ids, MAX_MEMBERS) : new Map<number, ArticleCard[]>()
  return stories.map(({ story, reason, first }) => {
    const url = pageUrl(origin, 'story', story.key)
    return {
      id: url,
      url,
      title: story.title,
      summary: first ? `${countsText(story)} · first told by ${first.source}: ${first.summary}` : countsText(story),
      reason,
      blocks: full ? storyBlocks(story, members.get(story.id) ?? [], origin) : null,
      originUrl: null,
      publishedMs: story.firstSeenMs,
      updatedMs: story.lastSeenMs,
      authors: [],
      categories: [story.section],
      language: knownLanguage(story.language),
    }
  })
}

/** Articles as entries, in the order given. No query without `full`, one with it. */
export async function articleEntries(
  site: Site,
  articles: readonly { article: ArticleCard; reason: string | null }[],
  { full, origin }: Fullness,
): Promise<OutEntry[]> {
  // Notes were written here: a feed gives them whole.
  const whole = articles.flatMap(({ article }) => (full || article.owner === NOTES_OWNER ? [article.id] : []))
  const pages = whole.length > 0 ? await articlePages(site.store, whole) : null
  return articles.map(({ article, reason }) => {
    const url = pageUrl(origin, 'article', article.key)
    const blocks = pages?.get(article.id)?.blocks ?? null
    return {
      id: url,
      url,
      title: article.title,
      summary: article.summary,
      reason,
      blocks: blocks || full ? articleBlocks(blocks ?? [], article) : null,
      pictures: picturesOf(site, blocks ?? [], origin),
      originUrl: webAddress(article.url),
      publishedMs: article.publishedMs,
      updatedMs: Math.max(article.publishedMs, article.firstSeenMs),
      authors: [article.sourceTitle ?? article.owner],
      categories: [article.section],
      language: knownLanguage(article.language),
    }
  })
}

function articleBlocks(blocks: readonly Block[], article: ArticleCard): readonly Block[] {
  if (article.copyOf === null) return blocks
  return [{ kind: 'paragraph', inlines: [{ text: 'A copy of an earlier text.', em: true }] }, ...blocks]
}

function knownLanguage(language: string): string | null {
  return language === 'und' || language === '' ? null : language
}

/** An article's address where it is one that a reader can open. */
function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null
}
