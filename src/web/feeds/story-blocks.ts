import type { Block, Inline } from '../../model/block.ts'
import type { ArticleCard, StoryCard } from '../../model/card.ts'
import { pageUrl } from '../api/shapes.ts'

/** Articles that a story's entry lists; its page has the rest. */
export const MAX_MEMBERS = 30

/** "7 independent · 23 copies": the two numbers that a story is judged by. */
export function countsText(story: StoryCard): string {
  const copies = story.copyCount === 1 ? '1 copy' : `${story.copyCount} copies`
  return `${story.independentCount} independent · ${copies}`
}

/** A story as an entry of a feed: how many really told it, what they say, who they are, and who copied. */
export function storyBlocks(story: StoryCard, members: readonly ArticleCard[], origin: string): Block[] {
  const originals = members.filter((article) => article.copyOf === null)
  const copies = members.filter((article) => article.copyOf !== null)
  const summary = originals[0]?.summary ?? ''
  return [
    paragraph([{ text: countsText(story) }]),
    ...(summary === '' ? [] : [paragraph([{ text: summary }])]),
    ...articleList('Told independently', originals, origin),
    ...articleList('Copies', copies, origin),
    paragraph([{ text: 'The whole story', href: pageUrl(origin, 'story', story.key) }]),
  ]
}

function articleList(title: string, articles: readonly ArticleCard[], origin: string): Block[] {
  if (articles.length === 0) return []
  const items = articles.map((article): Inline[] => [
    { text: article.title, href: article.url ?? pageUrl(origin, 'article', article.key) },
    { text: ` (${article.sourceTitle ?? article.owner})` },
  ])
  return [
    { kind: 'heading', level: 3, inlines: [{ text: title }] },
    { kind: 'list', ordered: false, items },
  ]
}

function paragraph(inlines: readonly Inline[]): Block {
  return { kind: 'paragraph', inlines }
}
