import { arePartsApart, cutHeadlines } from './cut-headlines.ts'
import { areApart, cutInTwo } from './cut-story.ts'
import { bestStory, fit, type LiveStory, type LiveText, type StoryState } from './story-fit.ts'
import type { StoryHolds } from './story-holds.ts'
import { type DocVector, storyAsDoc, storyLikeness } from './story-vector.ts'
import { headlineShare } from './tuning.ts'

/**
 * What a second look found. `merges`: [from, into], the older story (lower id) keeps its id. `splits`: texts that moved to
 * another story. `cuts`: texts that should become a story of their own, once the caller has an id for it.
 */
export type SecondLook = {
  merges: [from: number, into: number][]
  splits: { docId: number; storyId: number }[]
  cuts: { storyId: number; docIds: number[] }[]
}

/** Largest story that is taken apart: beyond it a single text moves nothing. */
const MAX_LOOKED_TEXTS = 400
/** Texts of a story, the last ones, by which it is told from another before they are merged. */
const MAX_COMPARED_TEXTS = 64
/** What a second look works on; `holds`: what persons decided, which it never undoes. */
type LookState = StoryState & { holds: StoryHolds }

/** Reassigns texts, then merges, then cuts, each over the changed stories by rising id. Merges and moves are carried out. */
export function lookAgain(state: LookState, changed: readonly number[]): SecondLook {
  const look: SecondLook = { merges: [], splits: [], cuts: [] }
  const ids = [...changed].sort((a, b) => a - b)
  const merged = new Set<number>()
  for (const id of ids) reassignTexts(state, id, look)
  for (const id of ids) {
    const merge = mergeStory(state, id)
    if (!merge) continue
    look.merges.push(merge)
    merged.add(merge[1])
  }
  for (const id of ids) if (!merged.has(id)) cutStory(state, id, look)
  return look
}

function reassignTexts(state: LookState, storyId: number, look: SecondLook): void {
  const size = state.stories.get(storyId)?.texts.length ?? 0
  if (size < 2 || size > MAX_LOOKED_TEXTS) return
  const leaving: number[] = []
  for (const docId of [...state.stories.get(storyId)!.texts]) {
    const story = state.stories.get(storyId)!
    const text = state.texts.get(docId)
    if (!text || story.texts.length < 2) break
    if (!mayLeave(state, [docId], story)) continue
    const here = fit(text, story, state.tuning)
    const best = bestStory(text, othersFor(state, text, story.id, [docId]), state.tuning)
    if (best && best.score > 0 && best.score > here + state.tuning.stay) {
      state.place(docId, best.story.id)
      look.splits.push({ docId, storyId: best.story.id })
    } else if (here < -state.tuning.leave) leaving.push(docId)
  }
  for (const docId of leaving) look.cuts.push({ storyId, docIds: [docId] })
}

function mergeStory(state: LookState, storyId: number): [from: number, into: number] | null {
  const story = state.stories.get(storyId)
  if (!story) return null
  if (story.texts.length === 1) return joinSingle(state, story)
  let best: LiveStory | null = null
  let bestMargin = 0
  for (const other of storiesLike(state, story)) {
    const margin = storyLikeness(story.vector, other.vector) - mergeLine(story, other, state)
    if (margin <= bestMargin || wouldBeCut(story, other, state)) continue
    best = other
    bestMargin = margin
  }
  if (!best) return null
  const [into, from] = best.id < storyId ? [best, story] : [story, best]
  for (const docId of [...from.texts]) state.place(docId, into.id)
  return [from.id, into.id]
}

/** A single text is asked as if it came now: stories have grown since. */
function joinSingle(state: LookState, { id, texts }: LiveStory): [from: number, into: number] | null {
  const docId = texts[0]!
  const text = state.texts.get(docId)!
  const best = bestStory(text, othersFor(state, text, id, texts), state.tuning)
  if (!best || best.score <= 0) return null
  const [into, from] = best.story.id < id ? [best.story.id, id] : [id, best.story.id]
  for (const moved of [...state.stories.get(from)!.texts]) state.place(moved, into)
  return [from, into]
}

/** Other stories that a text (or all of a story's) may come to stand in. */
function othersFor(state: LookState, text: LiveText, storyId: number, docIds: readonly number[]): LiveStory[] {
  return state.candidates(text.vector).filter(({ id, texts }) => id !== storyId && state.holds.mayMeet(docIds, texts))
}

function mayLeave(state: LookState, docIds: readonly number[], story: LiveStory): boolean {
  const leaving = new Set(docIds)
  return state.holds.mayPart(
    docIds,
    story.texts.filter((id) => !leaving.has(id)),
  )
}

function storiesLike(state: LookState, story: LiveStory): LiveStory[] {
  const near = state
    .candidates(storyAsDoc(story.vector))
    .filter(({ id, texts }) => id !== story.id && state.holds.mayMeet(story.texts, texts))
  return near.sort((a, b) => a.id - b.id)
}

function mergeLine(one: LiveStory, other: LiveStory, { tuning }: StoryState): number {
  const words = (one.vector.words + other.vector.words) / (one.vector.count + other.vector.count)
  const headShare = headlineShare(words, tuning)
  return headShare * tuning.headMerge + (1 - headShare) * tuning.bodyMerge
}

/** Whether two stories are of the sort that a cut would part again. */
function wouldBeCut(one: LiveStory, other: LiveStory, state: StoryState): boolean {
  const count = one.vector.count + other.vector.count
  if (Math.min(one.vector.count, other.vector.count) < 2) return false
  const [ones, others] = [vectorsOf(one, state), vectorsOf(other, state)]
  return areHeadlines(count, one.vector.words + other.vector.words, state)
    ? arePartsApart(ones, others, state.tuning)
    : areApart(ones, others, state.tuning.bodyCut)
}

function vectorsOf({ texts }: LiveStory, state: StoryState): DocVector[] {
  return texts.slice(-MAX_COMPARED_TEXTS).map((id) => state.texts.get(id)!.vector)
}

function areHeadlines(texts: number, words: number, { tuning }: StoryState): boolean {
  return headlineShare(words / texts, tuning) >= 0.5
}

function cutStory(state: LookState, storyId: number, look: SecondLook): void {
  const story = state.stories.get(storyId)
  if (!story || story.texts.length > MAX_LOOKED_TEXTS) return
  const leaving = new Set(look.cuts.flatMap(({ docIds }) => docIds))
  const docIds = story.texts.filter((id) => !leaving.has(id))
  const vectors = docIds.map((id) => state.texts.get(id)!.vector)
  const { count, words } = story.vector
  const part = areHeadlines(count, words, state)
    ? cutHeadlines(vectors, state.tuning)
    : cutInTwo(vectors, state.tuning.bodyCut)
  const cut = part.map((index) => docIds[index]!)
  if (cut.length > 0 && mayLeave(state, cut, story)) look.cuts.push({ storyId, docIds: cut })
}
