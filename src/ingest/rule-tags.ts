import type { RuledTag } from '../model/rule.ts'
import { endOf, type TagChoices, type TagMark } from '../store/tag-choices.ts'
import { markOf, type ShapedTags, type SluggedTag, tagOf } from './shaped-tags.ts'

/**
 * The tags of an article with those that rules put on it, and without those that they take away; the very list given where that changes
 * nothing. A tag stands as the owner's rules over tags have it: merged, or never shown. Of two that became one, taking away decides.
 */
export function tagsByRules(
  marks: readonly TagMark[],
  ruled: readonly RuledTag[],
  choices: TagChoices,
): readonly TagMark[] {
  const ends = (isPut: boolean) =>
    new Set(ruled.flatMap((tag) => (tag.isPut === isPut ? (endOf(choices, tag.slug) ?? []) : [])))
  const taken = ends(false)
  const there = new Set(marks.map((mark) => mark.slug))
  const put = [...ends(true)].filter((slug) => !there.has(slug) && !taken.has(slug)).sort()
  if (put.length === 0 && !marks.some((mark) => taken.has(mark.slug))) return marks
  return [...marks.filter((mark) => !taken.has(mark.slug)), ...put.map(putMark)]
}

/** The same for an article that arrives, whose tags still have their spans. */
export function shapeByRules(shaped: ShapedTags, ruled: readonly RuledTag[], choices: TagChoices): ShapedTags {
  if (ruled.length === 0) return shaped
  const own = new Map(shaped.tags.map((tag) => [tag.slug, tag]))
  const names = new Map(ruled.map((tag) => [tag.slug, tag.name]))
  const marks = tagsByRules(shaped.tags.map(markOf), ruled, choices)
  const tags = marks.map((mark): SluggedTag => {
    const tag = own.get(mark.slug)
    if (tag) return tag
    const name = choices.named.get(mark.slug)?.name ?? names.get(mark.slug) ?? mark.slug
    return { ...tagOf(mark, undefined, choices), name, isPut: true }
  })
  return { tags, given: shaped.given ?? shaped.tags.map(markOf) }
}

/** A tag by an owner's rule: sure, said once, of no reading of its own, so that it has no vote on what a story's names are. */
function putMark(slug: string): TagMark {
  return { slug, mentions: 1, salience: 1, kind: null, confidence: null, impliedBy: null }
}
