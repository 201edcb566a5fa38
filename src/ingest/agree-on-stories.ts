import { isDeepStrictEqual } from 'node:util'
import { givenArticles } from '../store/given-tags.ts'
import type { Write } from '../store/insert-article.ts'
import {
  articlesNaming,
  articlesShownOtherwise,
  replaceStoryNames,
  type StoryName,
  settleTagKinds,
  storyNames,
  votingTexts,
} from '../store/story-names.ts'
import type { TagChoices } from '../store/tag-choices.ts'
import { agreeOnNames } from '../tag/story-votes.ts'
import { showAnew } from './show-anew.ts'

/** Stories whose articles changed: `grown` by what `arrived`, `moved` otherwise (merged, split, cut, by hand). */
export type ChangedStories = {
  grown: readonly number[]
  moved: readonly number[]
  arrived: readonly { id: number; storyId: number }[]
}

/** Articles shown anew at once: their pages are in memory together. */
const SHOWN_AT_ONCE = 200

/**
 * Has the texts of changed stories vote on their names, keeps what they agree on, and shows the articles that it touches so: those that
 * stand where the story changed its mind, and those that came. A function of the rows alone, so that neither a stop nor another process
 * changes it. What an article read by itself is kept: once its story is another, it shows that again.
 */
export async function agreeOnStories(
  write: Write,
  { grown, moved, arrived }: ChangedStories,
  choices: TagChoices,
): Promise<void> {
  const ids = [...new Set([...grown, ...moved])].sort((a, b) => a - b)
  const before = await storyNames(write, ids)
  const texts = await votingTexts(write, ids)
  const touched = new Set<number>()
  const kinds = new Set<string>()
  for (const id of ids) {
    const was = before.get(id) ?? []
    const now = agreeOnNames(texts.get(id) ?? [])
    if (!isDeepStrictEqual(bySlug(was), bySlug(now))) await replaceStoryNames(write, id, now)
    const changed = changedSlugs(was, now)
    const isMoved = moved.includes(id)
    const slugs = isMoved ? [...changed, ...now.map((name) => name.slug)] : changed
    for (const article of await articlesNaming(write, id, slugs)) touched.add(article)
    if (isMoved) for (const article of await articlesShownOtherwise(write, id)) touched.add(article)
    for (const { slug, stands, kind } of now) if (kind !== null && changed.includes(slug)) kinds.add(stands ?? slug)
    if (now.length > 0) for (const { id: article, storyId } of arrived) if (storyId === id) touched.add(article)
  }
  await showArticles(
    write,
    [...touched].sort((a, b) => a - b),
    choices,
  )
  await settleTagKinds(write, [...kinds].sort())
}

async function showArticles(write: Write, ids: readonly number[], choices: TagChoices): Promise<void> {
  for (let start = 0; start < ids.length; start += SHOWN_AT_ONCE)
    await showAnew(write, await givenArticles(write, ids.slice(start, start + SHOWN_AT_ONCE)), choices)
}

/** Names that articles show otherwise now: how many say so shows nowhere. */
function changedSlugs(was: readonly StoryName[], now: readonly StoryName[]): string[] {
  const [before, after] = [bySlug(was), bySlug(now)]
  const shownOf = (name: StoryName | undefined) => name && [name.stands, name.kind, name.confidence]
  const slugs = new Set([...before.keys(), ...after.keys()])
  return [...slugs].filter((slug) => !isDeepStrictEqual(shownOf(before.get(slug)), shownOf(after.get(slug))))
}

function bySlug(names: readonly StoryName[]): Map<string, StoryName> {
  return new Map(names.map((name) => [name.slug, name]))
}
