import type { Tag } from '../model/tag.ts'
import type { NameShare } from '../store/tag-choices.ts'
import { tagSlug } from '../tag/tag-key.ts'

/**
 * Tells by which names a text calls its tags: the share of a tag's mentions in the text whose words have a name's slug.
 * A tag that stands in the headline alone is called so by all or none of it.
 */
export function nameShares(title: string, text: string, tags: readonly (Tag & { slug: string })[]): NameShare {
  const bySlug = new Map(tags.map((tag) => [tag.slug, tag]))
  return (slug, nameSlug) => {
    const spans = bySlug.get(slug)?.spans ?? []
    if (spans.length === 0) return bySlug.has(slug) && inTitle(title, nameSlug) && !inTitle(title, slug) ? 1 : 0
    return spans.filter(([start, end]) => tagSlug(text.slice(start, end)) === nameSlug).length / spans.length
  }
}

function inTitle(title: string, slug: string): boolean {
  return `-${tagSlug(title)}-`.includes(`-${slug}-`)
}
