import type { Block, Inline } from '../../model/block.ts'
import type { ArticleCard, StoryCard } from '../../model/card.ts'
import { articleCards, articlePages } from '../../store/articles.ts'
import type { ReaderItem } from '../../store/reader-state.ts'
import { storyCards } from '../../store/stories.ts'
import { newestMembers } from '../../store/story-pages.ts'
import { pageUrl } from '../api/shapes.ts'
import { blocksHtml } from '../feeds/block-html.ts'
import { MAX_MEMBERS, storyBlocks } from '../feeds/story-blocks.ts'
import { pictureLinks, picturesOf } from '../pictures/picture-address.ts'
import type { Site } from '../site.ts'

/** One item as a reader app shows it. `html` is made from blocks alone. */
export type ReaderEntry = {
  item: ReaderItem
  key: string
  title: string
  /** Where a reader goes: the article's own address, or our page of a story. */
  url: string
  author: string
  html: string
  publishedMs: number
  /** When it came in, or, for a story, its last news. */
  arrivedMs: number
  minutes: number
  /** Pictures that go with it, by addresses of this site. */
  enclosures: readonly { url: string; type: string }[]
}

const WORDS_A_MINUTE = 230

/** What some items hold, in the order given; those hidden meanwhile are left out. At most five queries, however many items. */
export async function readerEntries(site: Site, items: readonly ReaderItem[], origin: string): Promise<ReaderEntry[]> {
  const idsOf = (kind: ReaderItem['kind']) => items.filter((item) => item.kind === kind).map((item) => item.refId)
  const [articles, pages, stories, members] = await Promise.all([
    articleCards(site.store, idsOf('article')),
    articlePages(site.store, idsOf('article')),
    storyCards(site.store, idsOf('story')),
    newestMembers(site.store, idsOf('story'), MAX_MEMBERS),
  ])
  const articleById = new Map(articles.map((article) => [article.id, article]))
  const storyById = new Map(stories.map((story) => [story.id, story]))
  return items.flatMap((item) => {
    if (item.kind === 'article') {
      const article = articleById.get(item.refId)
      if (!article) return []
      const page = pages.get(article.id)
      const blocks = page?.blocks ?? []
      const pictures = picturesOf(site, blocks, origin)
      const enclosures = enclosuresOf(site, article, origin)
      return articleEntry(item, article, { blocks, byline: page?.byline ?? [], pictures, enclosures }, origin)
    }
    const story = storyById.get(item.refId)
    return story ? storyEntry(item, story, members.get(story.id) ?? [], origin) : []
  })
}

/** The picture that an article names as its own, by this site's address of it. */
function enclosuresOf(site: Site, { image }: ArticleCard, origin: string): ReaderEntry['enclosures'] {
  const path = image === null ? null : (pictureLinks(site)?.path(image, '640.jpg') ?? null)
  return path === null ? [] : [{ url: origin + path, type: 'image/jpeg' }]
}

function articleEntry(
  item: ReaderItem,
  article: ArticleCard,
  page: Pick<ReaderEntry, 'enclosures'> & {
    blocks: readonly Block[]
    byline: readonly string[]
    pictures: Readonly<Record<string, string>>
  },
  origin: string,
): ReaderEntry {
  const here = pageUrl(origin, 'article', article.key)
  const provenance: Inline[] = [{ text: provenanceText(article) }, { text: 'How it came here', href: here }]
  return {
    item,
    key: article.key,
    title: article.title,
    url: article.url ?? here,
    author: page.byline.join(', ') || (article.sourceTitle ?? article.owner),
    html: blocksHtml([...page.blocks, { kind: 'paragraph', inlines: provenance }], page.pictures),
    publishedMs: article.publishedMs,
    arrivedMs: article.firstSeenMs,
    minutes: Math.max(1, Math.round(article.wordCount / WORDS_A_MINUTE)),
    enclosures: page.enclosures,
  }
}

function provenanceText(article: ArticleCard): string {
  const parts = [
    article.copyOf === null ? '' : 'A copy of an earlier text.',
    article.doubtful ? 'Its date is doubted.' : '',
    article.credit === null ? '' : `Credits ${article.credit}.`,
  ]
  return parts
    .filter((part) => part !== '')
    .map((part) => `${part} `)
    .join('')
}

function storyEntry(item: ReaderItem, story: StoryCard, members: readonly ArticleCard[], origin: string): ReaderEntry {
  const first = members.find((article) => article.copyOf === null)
  return {
    item,
    key: story.key,
    title: story.title,
    url: pageUrl(origin, 'story', story.key),
    author: first?.sourceTitle ?? '',
    html: blocksHtml(storyBlocks(story, members, origin)),
    publishedMs: story.firstSeenMs,
    arrivedMs: story.lastSeenMs,
    minutes: 1,
    enclosures: [],
  }
}
