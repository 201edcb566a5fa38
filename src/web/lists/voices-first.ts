import type { StoryCard } from '../../model/card.ts'
import type { FirstTelling } from '../../store/page-articles.ts'

/** A story by how many owners tell it, and who told it first. */
type Told = { story: Pick<StoryCard, 'ownerCount'>; first: Pick<FirstTelling, 'source'> | null }

/** Rows at the head of a list that are kept varied. */
const HEAD = 10

/**
 * A list whose head is many voices: among the first ten rows, a source has at most one story that it alone tells; its others
 * follow after the head. Nothing is left out, and both parts keep their order. Where too few voices are left to fill ten rows,
 * the rest of the list follows at once. `heard`: sources that other lists of the page have given such a place already.
 *
 * Unlike `diversify`, stories of several owners are never moved: who floods is one voice, what many tell is not a flood.
 */
export function voicesFirst<Row extends Told>(rows: readonly Row[], heard: ReadonlySet<string> = new Set()): Row[] {
  const head: Row[] = []
  const later: Row[] = []
  const alone = new Set(heard)
  for (const row of rows) {
    const source = loneSource(row)
    if (head.length >= HEAD || (source !== null && alone.has(source))) later.push(row)
    else head.push(row)
    if (source !== null) alone.add(source)
  }
  return [...head, ...later]
}

/** The source of a story that it alone tells; null where several do. */
export function loneSource({ story, first }: Told): string | null {
  return story.ownerCount <= 1 ? (first?.source ?? null) : null
}
