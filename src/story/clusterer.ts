import type { EpochMs } from '../model/time.ts'
import { createSignCounts, postedSigns } from './cross-fit.ts'
import { lookAgain, type SecondLook } from './second-look.ts'
import { type StoryDoc, type StoryFeatures, storyFeatures } from './story-features.ts'
import { bestStory, type LiveStory, type LiveText, type StoryState } from './story-fit.ts'
import { NO_HOLDS, type StoryHolds } from './story-holds.ts'
import { createPostings } from './story-postings.ts'
import type { StorySigns } from './story-signs.ts'
import { emptyStory, sumOfStories, withDoc } from './story-sum.ts'
import { type DocVector, docVector, type StoryVector } from './story-vector.ts'
import { termFrequencies } from './term-frequencies.ts'
import { STORY_TUNING, type StoryTuning } from './tuning.ts'

export { decodeFeatures, encodeFeatures } from './story-features.ts'
export type { SecondLook, StoryDoc, StoryFeatures }

/** Groups texts into stories as they come. What it holds is a function of the sequence of calls that change it. */
export interface StoryClusterer {
  /** What is needed of a text, as a function of the text alone: may run in another process. */
  features(doc: StoryDoc): StoryFeatures
  /** The story that a text belongs to, or null for a new one (the caller gives it an id); score above 0 for a story found. */
  assign(docId: number, features: StoryFeatures): { storyId: number | null; score: number }
  /**
   * Puts a text into a story, which is made if need be. A text that was in another story moves. `cameMs`: when it came, by which a
   * text without a time, or with one to come, is forgotten; left out, its own time, else the latest of any text before it.
   */
  add(docId: number, storyId: number, features: StoryFeatures, cameMs?: EpochMs): void
  /** Looks again at stories that changed, and carries out the merges and moves that it gives; cuts wait for `move`. */
  secondLook(changedStoryIds: readonly number[]): SecondLook
  /** The same in steps of well below a millisecond (`lookAgain`); between two of them anything else may be called. */
  lookSteps(changedStoryIds: readonly number[]): Generator<number, SecondLook>
  /** Moves a known text to a story, which is made if need be: how a cut is carried out, with the new story's id. */
  move(docId: number, storyId: number): void
  /** What persons decided, which second looks keep to from now on; nothing is moved by it. */
  hold(holds: StoryHolds): void
  /** Forgets stories whose last text is older than this (by published time, else by when it came). */
  forget(beforeMs: EpochMs): void
  /** The story that a text is in now; null for one that is not held. */
  storyOf(docId: number): number | null
  /** Texts of one story; 0 for one that is not held. */
  textsIn(storyId: number): number
  /** Stories and texts held. */
  size(): { stories: number; texts: number }
}

/** `tuning` replaces single numbers of STORY_TUNING: for benchmarks alone, since stored stories were made by the shipped ones. */
export type ClustererOptions = { tuning?: Partial<StoryTuning> }

/** Stories that a text is compared with in full, those that share most. Five score as well as 24 (docs/decisions/stories.md). */
const CANDIDATES = 5
/** Of names and numbers: one that is in more stories is no rare one. */
const SIGN_LIMITS = { storiesPerTerm: 64, read: 256 }
/** An empty clusterer: about 0.1 ms a full text, second looks apart, and 2 kB of memory. */
export function createClusterer(options: ClustererOptions = {}): StoryClusterer {
  const tuning = { ...STORY_TUNING, ...options.tuning }
  const frequencies = termFrequencies(tuning.priorTexts)
  const stories = new Map<number, LiveStory>()
  const texts = new Map<number, LiveText>()
  const postings = createPostings()
  const signPostings = createPostings(SIGN_LIMITS)
  const signCounts = createSignCounts()
  const languages = new Set<number>()
  let clockMs: EpochMs = Number.NEGATIVE_INFINITY
  let holds = NO_HOLDS
  const candidates = (doc: DocVector): LiveStory[] =>
    postings.nearest(doc, CANDIDATES).flatMap((id) => stories.get(id) ?? [])
  const foreign = (signs: StorySigns): LiveStory[] =>
    languages.size < 2
      ? []
      : signPostings.nearest(postedSigns(signs), CANDIDATES).flatMap((id) => stories.get(id) ?? [])
  const post = (storyId: number, text: LiveText): void => {
    postings.add(storyId, text.vector)
    signPostings.add(storyId, postedSigns(text.signs))
  }
  const drop = (storyId: number): void => {
    postings.drop(storyId)
    signPostings.drop(storyId)
  }
  const place = (docId: number, storyId: number): void => {
    const text = texts.get(docId)
    if (!text || text.storyId === storyId) return
    if (takeOut({ stories, texts }, docId, text)) drop(text.storyId)
    putIn(stories, storyId, docId, text)
    post(storyId, text)
  }
  const join = (fromId: number, intoId: number): void => {
    const from = stories.get(fromId)
    const into = stories.get(intoId)
    if (!from || !into) return
    stories.delete(fromId)
    drop(fromId)
    takeAll(into, from)
    for (const docId of from.texts) {
      const text = texts.get(docId)
      if (!text) continue
      text.storyId = intoId
      post(intoId, text)
    }
  }
  const { isCommon: isCommonSign } = signCounts
  const lookSteps = (changed: readonly number[]) =>
    lookAgain({ stories, texts, tuning, place, join, candidates, foreign, isCommonSign, holds }, changed)
  return {
    features: storyFeatures,
    assign(_docId, features) {
      const vector = docVector(features, frequencies, tuning)
      const { language, publishedMs } = features
      const text = { vector, signs: signsOf(features), language, storyId: -1, publishedMs }
      const state = { tuning, texts, isCommonSign }
      const byWords = bestStory(text, candidates(vector), state)
      const best = byWords && byWords.score > 0 ? byWords : betterOf(byWords, bestStory(text, foreign(features), state))
      return best && best.score > 0
        ? { storyId: best.story.id, score: best.score }
        : { storyId: null, score: best?.score ?? 0 }
    },
    add(docId, storyId, features, cameMs = features.publishedMs ?? clockMs) {
      const { publishedMs, language } = features
      const seenMs = Math.min(publishedMs ?? cameMs, cameMs)
      clockMs = Math.max(clockMs, seenMs)
      if (texts.has(docId)) return place(docId, storyId)
      const vector = docVector(features, frequencies, tuning)
      const text = { vector, signs: signsOf(features), language, storyId, publishedMs, seenMs }
      languages.add(language)
      if (!stories.has(storyId)) signCounts.count(features)
      frequencies.count(features, textsWithTerms(stories.get(storyId)?.vector, features.terms))
      texts.set(docId, text)
      putIn(stories, storyId, docId, text)
      post(storyId, text)
    },
    secondLook: (changed) => lastOf(lookSteps(changed)),
    lookSteps,
    move: place,
    hold(given) {
      holds = given
    },
    forget(beforeMs) {
      for (const story of stories.values()) {
        if (story.seenMs >= beforeMs) continue
        stories.delete(story.id)
        drop(story.id)
        for (const docId of story.texts) texts.delete(docId)
      }
    },
    storyOf: (docId) => texts.get(docId)?.storyId ?? null,
    textsIn: (storyId) => stories.get(storyId)?.texts.length ?? 0,
    size: () => ({ stories: stories.size, texts: texts.size }),
  }
}

function lastOf<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value as T // what a generator gives when it is done
  }
}

function betterOf<T extends { score: number }>(one: T | null, other: T | null): T | null {
  return one && other ? (other.score > one.score ? other : one) : (one ?? other)
}

function signsOf({ signs, signKinds }: StorySigns): StorySigns {
  return { signs, signKinds }
}

function takeAll(into: LiveStory, from: LiveStory): void {
  into.vector = sumOfStories(into.vector, from.vector)
  into.texts.push(...from.texts)
  into.languages = [...new Set([...into.languages, ...from.languages])]
  into.strands = null
  into.seenMs = Math.max(into.seenMs, from.seenMs)
  if (from.firstMs !== null) into.firstMs = Math.min(into.firstMs ?? from.firstMs, from.firstMs)
  if (from.lastMs !== null) into.lastMs = Math.max(into.lastMs ?? from.lastMs, from.lastMs)
}

function textsWithTerms(story: StoryVector | undefined, terms: Uint32Array): Uint16Array {
  const counts = new Uint16Array(terms.length)
  if (!story) return counts
  for (let a = 0, b = 0; a < terms.length && b < story.terms.length; ) {
    const left = terms[a]!
    const right = story.terms[b]!
    if (left === right) counts[a] = story.texts[b]!
    if (left <= right) a++
    if (right <= left) b++
  }
  return counts
}

/** Takes a text out of its story; gives whether the story is gone with it. */
function takeOut({ stories, texts }: Pick<StoryState, 'stories' | 'texts'>, docId: number, text: LiveText): boolean {
  const story = stories.get(text.storyId)
  if (!story) return false
  story.texts = story.texts.filter((id) => id !== docId)
  if (story.texts.length === 0) return stories.delete(story.id)
  story.vector = withDoc(story.vector, text.vector, -1)
  story.strands?.delete(text.language)
  if (story.languages.length > 1)
    story.languages = [...new Set(story.texts.flatMap((id) => texts.get(id)?.language ?? []))]
  return false
}

/** Shared by all stories of one language. */
const onlyLanguages = new Map<number, readonly number[]>()

function onlyOf(language: number): readonly number[] {
  const known = onlyLanguages.get(language) ?? [language]
  onlyLanguages.set(language, known)
  return known
}

function putIn(stories: Map<number, LiveStory>, storyId: number, docId: number, text: LiveText): void {
  const story = stories.get(storyId) ?? {
    id: storyId,
    vector: emptyStory(),
    texts: [],
    firstMs: null,
    lastMs: null,
    seenMs: text.seenMs,
    languages: onlyOf(text.language),
    strands: null,
  }
  stories.set(storyId, story)
  story.vector = withDoc(story.vector, text.vector, 1)
  story.texts.push(docId)
  const strand = story.strands?.get(text.language)
  if (strand) story.strands?.set(text.language, withDoc(strand, text.vector, 1))
  if (!story.languages.includes(text.language)) story.languages = [...story.languages, text.language]
  story.seenMs = Math.max(story.seenMs, text.seenMs)
  text.storyId = storyId
  if (text.publishedMs === null) return
  story.firstMs = Math.min(story.firstMs ?? text.publishedMs, text.publishedMs)
  story.lastMs = Math.max(story.lastMs ?? text.publishedMs, text.publishedMs)
}
