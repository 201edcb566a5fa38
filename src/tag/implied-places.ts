import type { Tag } from '../model/tag.ts'

/** The countries that an article is in without naming them, with the words that say so, a line each: `France, by “Lyon”`. */
export function impliedPlaces(tags: readonly Pick<Tag, 'name' | 'impliedBy'>[]): string[] {
  return tags.flatMap(({ name, impliedBy }) => (impliedBy === undefined ? [] : [`${name}, by “${impliedBy}”`]))
}
