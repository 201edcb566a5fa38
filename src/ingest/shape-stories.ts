import { AppError } from '../model/errors.ts'
import type { EpochMs } from '../model/time.ts'
import { type Write, writeAlone } from '../store/insert-article.ts'
import type { Store } from '../store/store.ts'
import {
  addStoryChoice,
  articlesOfStory,
  dropStoryChoice,
  pinnedBy,
  placeInStory,
  presentStory,
  redirectsTo,
  reviveStory,
  type StoryChoiceRow,
  setOwnTitle,
  storyChoiceRow,
  storyIdByKey,
} from '../store/story-choices.ts'
import { insertStory, mergeStory } from '../store/story-rows.ts'
import { tagChoices } from '../store/tag-choices.ts'
import { agreeOnStories } from './agree-on-stories.ts'
import { storyKey } from './identity.ts'
import { refreshStories } from './refresh-stories.ts'

/**
 * Moves articles (and the copies of them that stand in the story) out into a story of their own, and keeps the two apart from now on.
 * The same articles moved out again come to the same new address. Gives the new story's key.
 * @throws AppError not_found for the story; invalid where no article or every one would move
 */
export async function splitStory(
  store: Store,
  { key, articleKeys }: { key: string; articleKeys: readonly string[] },
  nowMs: EpochMs,
): Promise<string> {
  return writeAlone(store, async (write) => {
    const storyId = await presentIdOf(write, key)
    const articles = await articlesOfStory(write, storyId)
    const asked = new Set(articleKeys)
    const chosen = new Set(articles.flatMap((one) => (asked.has(one.key) ? [one.id] : [])))
    const moves = (one: (typeof articles)[number]) =>
      chosen.has(one.id) || (one.copyOf !== null && chosen.has(one.copyOf))
    const moved = articles.filter(moves)
    const left = articles.filter((one) => !moves(one))
    if (moved.length === 0) throw new AppError('invalid', 'no article of the story was chosen to move out')
    if (left.length === 0) throw new AppError('invalid', 'every article was chosen to move out: one must stay')
    const ids = moved.map((one) => one.id)
    const articlesName = moved.map((one) => one.key).toSorted()
    const newKey = storyKey(`split ${key} ${articlesName.join(' ')}`)
    const otherId = await ownStory(write, newKey, nowMs)
    const choice = { kind: 'split', storyId, otherId, title: null, redirects: [] } as const
    await addStoryChoice(write, choice, [left.map((one) => one.id), ids], nowMs)
    await placeInStory(write, ids, otherId)
    await regroup(write, [storyId, otherId])
    return newKey
  })
}

/**
 * Folds a story into another; its address leads on, and its articles stay with the other's from now on.
 * @throws AppError not_found for either; invalid where both are one already
 */
export async function mergeStories(store: Store, fromKey: string, intoKey: string, nowMs: EpochMs): Promise<void> {
  await writeAlone(store, async (write) => {
    const from = await presentIdOf(write, fromKey)
    const into = await presentIdOf(write, intoKey)
    if (from === into) throw new AppError('invalid', 'both are one story already')
    const idsOf = async (storyId: number) => (await articlesOfStory(write, storyId)).map((one) => one.id)
    const sides = [await idsOf(into), await idsOf(from)]
    const redirects = await redirectsTo(write, from)
    await addStoryChoice(write, { kind: 'merge', storyId: from, otherId: into, title: null, redirects }, sides, nowMs)
    await mergeStory(write, from, into)
    await regroup(write, [into])
  })
}

/** Names a story by the owner's headline, which stays whatever comes. @throws AppError not_found */
export async function retitleStory(store: Store, key: string, title: string, nowMs: EpochMs): Promise<void> {
  await writeAlone(store, async (write) => {
    const storyId = await presentIdOf(write, key)
    await setOwnTitle(write, storyId, title)
    await addStoryChoice(write, { kind: 'title', storyId, otherId: null, title, redirects: [] }, [], nowMs)
  })
}

/**
 * Takes a choice about stories back: articles stand again where they stood, as far as they are still where the choice put them.
 * @throws AppError not_found; conflict where a later choice holds one of its articles
 */
export async function takeBackStoryChoice(store: Store, id: number): Promise<void> {
  await writeAlone(store, async (write) => {
    const choice = await storyChoiceRow(write, id)
    if (!choice) throw new AppError('not_found', `there is no choice ${id} about stories`)
    const moved = await pinnedBy(write, id, 1)
    await dropStoryChoice(write, id)
    if (choice.kind === 'title') return setOwnTitle(write, choice.storyId, null)
    if (choice.kind === 'split') await undoSplit(write, choice, moved)
    else await undoMerge(write, choice, moved)
  })
}

/** The new story is folded back; were it folded into a third meanwhile, only what was moved goes back. */
async function undoSplit(write: Write, choice: StoryChoiceRow, moved: readonly number[]): Promise<void> {
  const home = await presentStory(write, choice.storyId)
  const there = choice.otherId === null ? null : await presentStory(write, choice.otherId)
  if (home === null || there === null || home === there) return
  if (there === choice.otherId) await mergeStory(write, there, home)
  else await placeInStory(write, moved, home)
  await regroup(write, [home, there])
}

/** The folded story stands for itself again, at its address; what came to the other one since stays there. */
async function undoMerge(write: Write, choice: StoryChoiceRow, moved: readonly number[]): Promise<void> {
  if (moved.length === 0) return
  const there = choice.otherId === null ? null : await presentStory(write, choice.otherId)
  await reviveStory(write, choice.storyId, choice.redirects)
  await placeInStory(write, moved, choice.storyId)
  await regroup(write, there === null ? [choice.storyId] : [choice.storyId, there])
}

/** What follows where articles stand in other stories: counts, headlines, ranks, and the names that each story agrees on. */
async function regroup(write: Write, storyIds: readonly number[]): Promise<void> {
  await refreshStories(write, storyIds)
  await agreeOnStories(write, { grown: [], moved: storyIds, arrived: [] }, await tagChoices(write))
}

async function presentIdOf(write: Write, key: string): Promise<number> {
  const id = await storyIdByKey(write, key)
  const present = id === null ? null : await presentStory(write, id)
  if (present === null) throw new AppError('not_found', `no story has the key “${key}”`)
  return present
}

/** The story of a key: a new one, or the one that stood there before. */
async function ownStory(write: Write, key: string, atMs: EpochMs): Promise<number> {
  const known = await storyIdByKey(write, key)
  if (known === null)
    return insertStory(write, { key, title: '', section: 'other', language: 'und', atMs, demo: false })
  await reviveStory(write, known, [])
  return known
}
