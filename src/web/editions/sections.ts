import { AsyncLocalStorage } from 'node:async_hooks'
import { SECTIONS, type Section } from '../../model/tag.ts'
import { articleCards } from '../../store/articles.ts'
import { searchPage } from '../../store/search.ts'
import { parseQuery } from '../../text/search-query.ts'
import type { Site } from '../site.ts'

/**
 * A section as a site shows it. `section` is the one that articles are given by what they tell; null for one of the owner's own, which holds
 * the stories of what `searches` find. `names` by language (BCP 47, `*` for any other); empty: as the interface calls it.
 */
export type SiteSection = {
  slug: string
  section: Section | null
  names: Readonly<Record<string, string>>
  searches: readonly string[]
}

/** All sections in their usual order, under their usual names: what a site shows where nobody chose. */
const USUAL: readonly SiteSection[] = SECTIONS.map((section) => ({ slug: section, section, names: {}, searches: [] }))

/** The sections of a site, in its order. */
export function sectionsOf({ sections }: Pick<Site, 'sections'>): readonly SiteSection[] {
  return sections ?? USUAL
}

/** A section by its slug: one that the site shows, or one that it leaves out, as articles that stand there lead to it; null for none. */
export function sectionOf(site: Pick<Site, 'sections'>, slug: string): SiteSection | null {
  return [...sectionsOf(site), ...USUAL].find((section) => section.slug === slug) ?? null
}

const named = new AsyncLocalStorage<readonly SiteSection[]>()

/** Does something with a site's own names for sections: whatever is said while it runs calls them so. */
export function withSections<Value>({ sections }: Pick<Site, 'sections'>, work: () => Value): Value {
  return sections === undefined ? work() : named.run(sections, work)
}

/** What the site whose page is being made calls a section in a language; null where it has no name of its own for it. */
export function ownSectionName(slug: string, language: string): string | null {
  const names = named.getStore()?.find((section) => section.slug === slug)?.names
  return names?.[language] ?? names?.[language.split('-')[0] ?? ''] ?? names?.['*'] ?? null
}

/** Newest articles that each search of a section gives: their stories are its own. */
const FOUND = 150

/** Ids of the stories that a section's searches find, by the newest of their articles. Two queries a search. */
export async function storiesOfSearches(site: Pick<Site, 'store'>, searches: readonly string[]): Promise<number[]> {
  const pages = await Promise.all(
    searches.map((search) => searchPage(site.store, parseQuery(search), { limit: FOUND })),
  )
  const cards = await articleCards(site.store, [...new Set(pages.flatMap((page) => page.ids))])
  return [...new Set(cards.flatMap((card) => card.storyId ?? []))]
}
