import { crossFitOfStories } from './cross-fit.ts'
import { arePartsApart, cutHeadlines } from './cut-headlines.ts'
import { areApartByLanguages, cutByLanguages } from './cut-languages.ts'
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
/** Largest story of full texts of which all are asked for a cut; of a larger one the last ones. A cut of so many takes some 3 ms. */
const MAX_CUT_TEXTS = 160
/**
 * A text that fits its story so much better than it must is not compared with other stories. On ECB+ and the headlines none moves at .2
 * that would move at .3 or without a bound; at .1 full texts lose .001 and headlines .003.
 */
const AT_HOME = 0.2
/** What steps cost, in comparisons of a text with its own story (some 5 µs); a cut: for each text. */
const LOOKUP_COST = 20
const MERGE_COST = 80
const CUT_COST = 5
/** Texts of a story, the last ones, by which it is told from another before they are merged: of headlines and of full texts, which are ten times as long. */
const MAX_COMPARED_HEADLINES = 64
const MAX_COMPARED_TEXTS = 24
/** What a second look works on; `holds`: what persons decided, which it never undoes. */
type LookState = StoryState & { holds: StoryHolds }

/**
 * Reassigns texts, then merges, then cuts, each over the changed stories by rising id. Merges and moves are carried out. Gives what a
 * step cost each time, in texts compared, so that the caller may do other things between two steps; what changes meanwhile is seen.
 */
export function* lookAgain(state: LookState, changed: readonly number[]): Generator<number, SecondLook> {
  const look: SecondLook = { merges: [], splits: [], cuts: [] }
  const ids = [...changed].sort((a, b) => a - b)
  const merged = new Set<number>()
  for (const id of ids) yield* reassignTexts(state, id, look)
  for (const id of ids) {
    const merge = mergeStory(state, id)
    yield MERGE_COST
    if (!merge) continue
    look.merges.push(merge)
    merged.add(merge[1])
  }
  for (const id of ids) {
    if (merged.has(id)) continue
    yield cutStory(state, id, look)
  }
  return look
}

function* reassignTexts(state: LookState, storyId: number, look: SecondLook): Generator<number, void> {
  const size = state.stories.get(storyId)?.texts.length ?? 0
  if (size < 2 || size > MAX_LOOKED_TEXTS) return
  const leaving: number[] = []
  for (const docId of [...state.stories.get(storyId)!.texts]) {
    const story = state.stories.get(storyId)
    const text = state.texts.get(docId)
    if (!story || !text || story.texts.length < 2) break
    if (text.storyId !== storyId || !mayLeave(state, [docId], story)) continue
    const here = fit(text, story, state)
    if (here > AT_HOME) {
      yield 1
      continue
    }
    const best = bestStory(text, othersFor(state, text, story.id, { docIds: [docId], isForeign: here <= 0 }), state)
    if (best && best.score > 0 && best.score > here + state.tuning.stay) {
      state.place(docId, best.story.id)
      look.splits.push({ docId, storyId: best.story.id })
    } else if (here < -state.tuning.leave) leaving.push(docId)
    yield LOOKUP_COST
  }
  for (const docId of leaving) look.cuts.push({ storyId, docIds: [docId] })
}

function mergeStory(state: LookState, storyId: number): [from: number, into: number] | null {
  const story = state.stories.get(storyId)
  if (!story) return null
  if (story.texts.length === 1) return joinSingle(state, story)
  const near = storiesLike(state, story)
    .map((other) => ({ other, margin: mergeMargin(story, other, state) }))
    .filter(({ margin }) => margin > 0)
    .sort((one, two) => two.margin - one.margin || one.other.id - two.other.id)
  const best = near.find(({ other }) => !wouldBeCut(story, other, state))?.other
  if (!best) return null
  const [into, from] = best.id < storyId ? [best, story] : [story, best]
  state.join(from.id, into.id)
  return [from.id, into.id]
}

/** A single text is asked as if it came now: stories have grown since. */
function joinSingle(state: LookState, { id, texts }: LiveStory): [from: number, into: number] | null {
  const docId = texts[0]!
  const text = state.texts.get(docId)!
  const best = bestStory(text, othersFor(state, text, id, { docIds: texts, isForeign: true }), state)
  if (!best || best.score <= 0) return null
  const [into, from] = best.story.id < id ? [best.story.id, id] : [id, best.story.id]
  state.join(from, into)
  return [from, into]
}

/** Other stories that a text (or all of a story's, `docIds`) may come to stand in; `isForeign`: also by names and numbers. */
function othersFor(
  state: LookState,
  text: LiveText,
  storyId: number,
  { docIds, isForeign }: { docIds: readonly number[]; isForeign: boolean },
): LiveStory[] {
  const near = new Set([...state.candidates(text.vector), ...(isForeign ? state.foreign(text.signs) : [])])
  return [...near].filter(({ id, texts }) => id !== storyId && state.holds.mayMeet(docIds, texts))
}

function mayLeave(state: LookState, docIds: readonly number[], story: LiveStory): boolean {
  const leaving = new Set(docIds)
  return state.holds.mayPart(
    docIds,
    story.texts.filter((id) => !leaving.has(id)),
  )
}

/** Stories that share most words with one, and most names and numbers with its last text. */
function storiesLike(state: LookState, story: LiveStory): LiveStory[] {
  const foreign = state.foreign(state.texts.get(story.texts.at(-1)!)!.signs)
  return [...new Set([...state.candidates(storyAsDoc(story.vector)), ...foreign])].filter(
    ({ id, texts }) => id !== story.id && state.holds.mayMeet(story.texts, texts),
  )
}

/** Above 0 two stories are one: by words; of full texts without a common language by names and numbers. */
function mergeMargin(one: LiveStory, other: LiveStory, state: LookState): number {
  const isForeign = !one.languages.some((language) => other.languages.includes(language))
  const words = (one.vector.words + other.vector.words) / (one.vector.count + other.vector.count)
  if (isForeign && headlineShare(words, state.tuning) === 0) return crossFitOfStories(one, other, state)
  return storyLikeness(one.vector, other.vector) - mergeLine(one, other, state)
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
  const shared = one.languages.filter((language) => other.languages.includes(language))
  if (shared.length === 0) return false
  if (Math.min(one.languages.length, other.languages.length) > 1) {
    const [ones, others] = [one, other].map(({ texts }) => liveTexts(texts, state)) as [LiveText[], LiveText[]] // of two
    if (areApartByLanguages(ones, others, state.isCommonSign)) return true
  }
  const isHead = areHeadlines(count, one.vector.words + other.vector.words, state)
  const [ones, others] = [one, other].map(({ texts }) =>
    vectorsOf(textsIn(shared, texts, state).slice(isHead ? -MAX_COMPARED_HEADLINES : -MAX_COMPARED_TEXTS), state),
  ) as [DocVector[], DocVector[]] // of two
  return isHead ? arePartsApart(ones, others, state.tuning) : areApart(ones, others, state.tuning.bodyCut)
}

/** Full texts by the first of those that have the very same terms: forty copies of one text are one voice on where a story parts. */
function withCopies(docIds: readonly number[], { texts }: StoryState): Map<number, number[]> {
  const firstOf = new Map<string, number>()
  const copies = new Map<number, number[]>()
  for (const id of docIds) {
    const terms = texts.get(id)!.vector.terms.join()
    const first = firstOf.get(terms)
    if (first === undefined) {
      firstOf.set(terms, id)
      copies.set(id, [id])
    } else copies.get(first)!.push(id)
  }
  return copies
}

function textsIn(languages: readonly number[], docIds: readonly number[], { texts }: StoryState): readonly number[] {
  return docIds.filter((id) => languages.includes(texts.get(id)!.language))
}

/** The language of most of a story's texts; the one that came first on a tie. */
function mainLanguage(story: LiveStory, state: StoryState): number {
  const counts = story.languages.map((language) => textsIn([language], story.texts, state).length)
  return story.languages[counts.indexOf(Math.max(...counts))]!
}

function liveTexts(docIds: readonly number[], { texts }: StoryState): LiveText[] {
  return docIds.map((id) => texts.get(id)!)
}

function vectorsOf(docIds: readonly number[], state: StoryState): DocVector[] {
  return docIds.map((id) => state.texts.get(id)!.vector)
}

function areHeadlines(texts: number, words: number, { tuning }: StoryState): boolean {
  return headlineShare(words / texts, tuning) >= 0.5
}

/** Gives what it cost. */
function cutStory(state: LookState, storyId: number, look: SecondLook): number {
  const story = state.stories.get(storyId)
  if (!story || story.texts.length > MAX_LOOKED_TEXTS) return 1
  const leaving = new Set(look.cuts.flatMap(({ docIds }) => docIds))
  const { count, words } = story.vector
  const isHead = areHeadlines(count, words, state)
  if (story.languages.length > 1) {
    const held = story.texts.filter((id) => !leaving.has(id))
    const told = cutByLanguages(liveTexts(held, state), state.isCommonSign).map((index) => held[index]!)
    if (told.length > 0 && mayLeave(state, told, story)) {
      look.cuts.push({ storyId, docIds: told })
      return held.length * CUT_COST
    }
  }
  // Texts of other languages would be cut off for their words: they follow by their names at the next look.
  const comparable =
    story.languages.length > 1 ? textsIn([mainLanguage(story, state)], story.texts, state) : story.texts
  const staying = comparable.filter((id) => !leaving.has(id))
  const copiesOf = isHead ? new Map(staying.map((id) => [id, [id]])) : withCopies(staying, state)
  const docIds = [...copiesOf.keys()].slice(isHead ? 0 : -MAX_CUT_TEXTS)
  const vectors = vectorsOf(docIds, state)
  const part = isHead ? cutHeadlines(vectors, state.tuning) : cutInTwo(vectors, state.tuning.bodyCut)
  const cut = part.flatMap((index) => copiesOf.get(docIds[index]!)!)
  if (cut.length > 0 && mayLeave(state, cut, story)) look.cuts.push({ storyId, docIds: cut })
  return docIds.length * CUT_COST
}
