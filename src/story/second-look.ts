import { bestStory, fit, headlineShare, type LiveStory, type StoryState } from './clusterer.ts'
import { mergedStory, type StoryVector, storyLikeness, withDoc } from './story-vector.ts'

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

export function lookAgain(state: StoryState, changed: readonly number[]): SecondLook {
  const look: SecondLook = { merges: [], splits: [], cuts: [] }
  for (const id of [...changed].sort((a, b) => a - b)) reassignTexts(state, id, look)
  for (const id of [...changed].sort((a, b) => a - b)) mergeStory(state, id, look)
  return look
}

function reassignTexts(state: StoryState, storyId: number, look: SecondLook): void {
  const story = state.stories.get(storyId)
  if (!story || story.texts.length < 2 || story.texts.length > MAX_LOOKED_TEXTS) return
  const leaving: number[] = []
  for (const docId of [...story.texts]) {
    const text = state.texts.get(docId)
    if (!text || story.texts.length < 2) continue
    const without: LiveStory = { ...story, vector: withDoc(story.vector, text.vector, -1) }
    const here = fit(text, without, state.tuning)
    const others = state.candidates(text.vector).filter(({ id }) => id !== storyId)
    const best = bestStory(text, others, state.tuning)
    if (best && best.score > 0 && best.score > here + state.tuning.stay) {
      state.place(docId, best.story.id)
      look.splits.push({ docId, storyId: best.story.id })
    } else if (here < -state.tuning.stay) leaving.push(docId)
  }
  for (const docId of leaving) look.cuts.push({ storyId, docIds: [docId] })
}

function mergeStory(state: StoryState, storyId: number, look: SecondLook): void {
  const story = state.stories.get(storyId)
  if (!story) return
  let best: LiveStory | null = null
  let bestLikeness = 0
  const near = new Map(
    story.texts
      .slice(0, 20)
      .flatMap((id) => state.candidates(state.texts.get(id)!.vector))
      .map((other) => [other.id, other]),
  )
  for (const other of near.values()) {
    if (other.id === storyId) continue
    const alike = storyLikeness(story.vector, other.vector) - mergeLine(story.vector, other.vector, state)
    if (alike > bestLikeness) {
      best = other
      bestLikeness = alike
    }
  }
  if (!best) return
  const [into, from] = best.id < storyId ? [best, story] : [story, best]
  for (const docId of [...from.texts]) state.place(docId, into.id)
  look.merges.push([from.id, into.id])
}

function mergeLine(one: StoryVector, other: StoryVector, state: StoryState): number {
  const headShare = headlineShare(mergedStory(one, other).words / (one.count + other.count), state.tuning)
  return headShare * state.tuning.headMerge + (1 - headShare) * state.tuning.bodyMerge
}
