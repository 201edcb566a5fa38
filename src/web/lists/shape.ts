import type { ArticleCard, StoryCard, TagCard } from '../../model/card.ts'
import { AppError } from '../../model/errors.ts'
import type { TagKind } from '../../model/tag.ts'
import { newestArticles } from '../../store/articles.ts'
import { storyByKey } from '../../store/stories.ts'
import type { NewTagRule } from '../../store/tag-rules.ts'
import { tagBySlug } from '../../store/tags.ts'
import type { Shaping, Site } from '../site.ts'

/** What an owner asks to become of a tag. `into` and `name` are as typed. */
export type TagWish =
  | { do: 'merge'; into: string }
  | { do: 'rename'; name: string }
  | { do: 'apart'; name: string; kind: TagKind }
  | { do: 'block' }

/** What an owner asks to become of a story. */
export type StoryWish =
  | { do: 'split'; articles: readonly string[] }
  | { do: 'merge'; into: string }
  | { do: 'rename'; title: string }

/** Articles of a story that can be chosen to move out: the newest ones where there are more. */
export const CHOOSABLE = 200

/** @throws AppError not_found where the site has nobody to do it */
export function shapingOf(site: Site): Shaping {
  if (!site.shaping) throw new AppError('not_found', 'tags and stories cannot be shaped here')
  return site.shaping
}

/** The rule that a wish makes, and the tags that it is about. @throws AppError not_found, invalid */
export async function tagRuleOf(
  site: Site,
  slug: string,
  wish: TagWish,
): Promise<{ rule: NewTagRule; tag: TagCard; other: TagCard | null }> {
  const tag = await tagBySlug(site.store, slug)
  if (!tag) throw new AppError('not_found', `no tag has the slug “${slug.slice(0, 100)}”`)
  if (wish.do === 'block') return { rule: { kind: 'block', slug: tag.slug }, tag, other: null }
  if (wish.do === 'rename') return { rule: { kind: 'rename', slug: tag.slug, name: wish.name }, tag, other: null }
  if (wish.do === 'merge') {
    const other = await tagTyped(site, wish.into)
    return { rule: { kind: 'merge', slug: tag.slug, target: other.slug }, tag, other }
  }
  const target = shapingOf(site).slugOf(wish.name)
  if (target === '') throw new AppError('invalid', `“${wish.name}” is no name: it has no letter`)
  const other = await tagBySlug(site.store, target)
  return { rule: { kind: 'apart', slug: tag.slug, name: wish.name, target, tagKind: wish.kind }, tag, other }
}

/** A tag by what was typed: its slug, its address or its name. */
async function tagTyped(site: Site, typed: string): Promise<TagCard> {
  const last = lastPart(typed)
  const found = (await tagBySlug(site.store, last)) ?? (await tagBySlug(site.store, shapingOf(site).slugOf(typed)))
  if (!found) throw new AppError('not_found', `there is no tag “${typed.slice(0, 100)}” here`)
  return found
}

/** A story that stands, by its key or address. @throws AppError not_found */
export async function storyTyped(site: Site, typed: string): Promise<StoryCard> {
  const key = lastPart(typed)
  const first = await storyByKey(site.store, key)
  const found = first && 'movedTo' in first ? await storyByKey(site.store, first.movedTo) : first
  if (!found || 'movedTo' in found) throw new AppError('not_found', `there is no story “${typed.slice(0, 100)}” here`)
  return found.story
}

/** The articles of a story that can be chosen, newest first. */
export function choosableArticles(site: Site, story: StoryCard): Promise<ArticleCard[]> {
  return newestArticles(site.store, { storyId: story.id, limit: CHOOSABLE })
}

/** The last part of an address, or the text itself; without what only a browser's address bar adds. */
function lastPart(typed: string): string {
  const path = typed.trim().replace(/[?#].*$/s, '')
  const part = path.slice(path.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Does what a wish asks of a tag; gives the slug under which it is to be seen now, null for nowhere. */
export async function shapeTag(
  site: Site,
  slug: string,
  wish: TagWish,
): Promise<{ id: number; seenAt: string | null }> {
  const { rule } = await tagRuleOf(site, slug, wish)
  const id = await shapingOf(site).makeTagRule(rule)
  changed(site)
  if (rule.kind === 'block') return { id, seenAt: null }
  return { id, seenAt: rule.kind === 'merge' ? rule.target : rule.slug }
}

/** Does what a wish asks of a story; gives the key under which the outcome is to be seen. */
export async function shapeStory(site: Site, key: string, wish: StoryWish): Promise<string> {
  const shaping = shapingOf(site)
  const story = await storyTyped(site, key)
  let seenAt = story.key
  if (wish.do === 'split') seenAt = await shaping.splitStory(story.key, wish.articles)
  else if (wish.do === 'rename') await shaping.retitleStory(story.key, wish.title)
  else {
    const into = await storyTyped(site, wish.into)
    await shaping.mergeStories(story.key, into.key)
    seenAt = into.key
  }
  changed(site)
  return seenAt
}

/** Takes a choice back. @throws AppError not_found, conflict */
export async function takeBack(site: Site, about: 'tags' | 'stories', id: number): Promise<void> {
  if (about === 'stories') await shapingOf(site).takeBackStoryChoice(id)
  else if (!(await shapingOf(site).dropTagRule(id))) throw new AppError('not_found', `there is no rule ${id} over tags`)
  changed(site)
}

function changed(site: Site): void {
  site.touch()
  site.hurry?.()
}
