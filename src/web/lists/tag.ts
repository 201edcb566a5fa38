import type { TagCard } from '../../model/card.ts'
import { rankedStories } from '../../store/stories.ts'
import { tagBySlug, tagsBeside } from '../../store/tags.ts'
import type { Site } from '../site.ts'
import { type Series, type StoryRow, storyRowsBeside } from './story-rows.ts'

export type TagList = { tag: TagCard; rows: readonly StoryRow[]; beside: readonly TagCard[]; series: Series | null }

const ROWS = 25
const BESIDE = 16
/** Hours of a tag's chart: three days show a routine as one. */
const TAG_HOURS = 72

/** A tag's stories by rank, the tags that stand beside it, and its last three days; null when there is no such tag. Five queries. */
export async function tagList(site: Site, slug: string): Promise<TagList | null> {
  const tag = await tagBySlug(site.store, slug)
  if (!tag) return null
  const stories = await rankedStories(site.store, { tagId: tag.id, limit: ROWS })
  const [{ rows, series }, beside] = await Promise.all([
    storyRowsBeside(site, stories, { keys: [`tag:${tag.slug}`], hours: TAG_HOURS }),
    tagsBeside(site.store, tag.id, BESIDE),
  ])
  return { tag, rows, beside, series }
}
