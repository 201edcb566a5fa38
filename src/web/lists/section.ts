import { SECTIONS } from '../../model/tag.ts'
import { cursorAfter, type StoryCursor, storyPage } from '../../store/story-pages.ts'
import type { Site } from '../site.ts'
import { type Series, type StoryRow, storyRowsBeside } from './story-rows.ts'
import { voicesFirst } from './voices-first.ts'

export type SectionList = {
  section: string
  rows: readonly StoryRow[]
  /** Where the next page begins; null at the end. */
  next: StoryCursor | null
  series: Series | null
}

const ROWS = 25
const SECTION_HOURS = 72

/** A section's stories by rank, many voices first, 25 a page; null when there is no such section. Three queries. */
export async function sectionList(site: Site, slug: string, before?: StoryCursor): Promise<SectionList | null> {
  if (!(SECTIONS as readonly string[]).includes(slug)) return null
  const stories = await storyPage(site.store, {
    order: 'ranked',
    section: slug,
    limit: ROWS + 1,
    ...(before ? { before } : {}),
  })
  const shown = stories.slice(0, ROWS)
  const last = stories.length > ROWS ? shown.at(-1) : undefined
  const { rows, series } = await storyRowsBeside(site, shown, { keys: [`section:${slug}`], hours: SECTION_HOURS })
  return {
    section: slug,
    rows: before ? rows : voicesFirst(rows),
    next: last ? cursorAfter('ranked', last) : null,
    series,
  }
}
