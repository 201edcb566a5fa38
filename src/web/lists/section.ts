import { DAY_MS } from '../../model/time.ts'
import { storyGroups } from '../../store/page-stories.ts'
import { cursorAfter, type StoryCursor, storyPage } from '../../store/story-pages.ts'
import { sectionOf, storiesOfSearches } from '../editions/sections.ts'
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
/** Rows of a section of the owner's own: it has one page. */
const OWN_ROWS = 50
const SECTION_HOURS = 72

/** A section's stories by rank, many voices first, 25 a page; null when there is no such section. Three queries. */
export async function sectionList(site: Site, slug: string, before?: StoryCursor): Promise<SectionList | null> {
  const known = sectionOf(site, slug)
  if (known === null) return null
  if (known.section === null) return ownSection(site, slug, known.searches)
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

/** A section of the owner's own: the stories of what its searches find, by rank, on one page. Two queries a search, and two. */
async function ownSection(site: Site, slug: string, searches: readonly string[]): Promise<SectionList> {
  const ids = await storiesOfSearches(site, searches)
  const found = await storyGroups(
    site.store,
    [{ name: slug, order: 'ranked', ids, limit: OWN_ROWS }],
    site.now() - DAY_MS,
  )
  const { rows } = await storyRowsBeside(site, found.get(slug) ?? [], { keys: [], hours: SECTION_HOURS })
  return { section: slug, rows: voicesFirst(rows), next: null, series: null }
}
