import type { StoryName } from '../store/story-names.ts'
import { endOf, joinedMark, namesApart, type TagChoices, type TagMark } from '../store/tag-choices.ts'
import { changedSalience } from '../tag/sure-salience.ts'

/**
 * The tags of an article as its story's texts agree on them: another kind, another tag for the same thing; each once, in the order in which
 * they first come. A name that a rule of the owner speaks of stays as the rule has it. The very list given where nothing changes.
 */
export function agreedTags(
  marks: readonly TagMark[],
  names: readonly StoryName[],
  choices: TagChoices,
): readonly TagMark[] {
  const bySlug = new Map(names.map((name) => [name.slug, name]))
  if (!marks.some((mark) => isChanged(mark, bySlug.get(mark.slug), choices))) return marks
  const agreed = new Map<string, TagMark>()
  for (const mark of marks) {
    const name = bySlug.get(mark.slug)
    const read = name && isChanged(mark, name, choices) ? readAs(mark, name, choices) : mark
    const there = agreed.get(read.slug)
    agreed.set(read.slug, there ? joinedMark(there, read) : read)
  }
  return [...agreed.values()]
}

function isChanged(mark: TagMark, name: StoryName | undefined, choices: TagChoices): name is StoryName {
  if (name === undefined || mark.mentions === 0) return false
  return targetOf(name, choices) !== mark.slug || (name.kind !== null && name.kind !== mark.kind)
}

/** A name that is read otherwise is as sure as those are who read it so. */
function readAs(mark: TagMark, name: StoryName, choices: TagChoices): TagMark {
  const { kind, confidence } = name
  const slug = targetOf(name, choices)
  if (kind === null || kind === mark.kind || mark.confidence === null) return { ...mark, slug, kind: kind ?? mark.kind }
  return { ...mark, slug, kind, confidence, salience: changedSalience(mark.salience, mark.confidence, confidence) }
}

/** The tag that stands for a name: its own where the owner speaks of it, took it out of the other, or hides the other. */
function targetOf({ slug, stands }: StoryName, choices: TagChoices): string {
  if (stands === null || choices.named.has(slug) || namesApart(choices, stands).includes(slug)) return slug
  return endOf(choices, stands) ?? slug
}
