import { setImmediate as nextTurn } from 'node:timers/promises'
import { DAY_MS, type EpochMs } from '../model/time.ts'
import type { Write } from '../store/insert-article.ts'
import { carryOwnTitle, storyChoicesEpoch, storyPins, storyPlaces } from '../store/story-choices.ts'
import {
  firstMemberSince,
  insertStory,
  mergeStory,
  moveToStory,
  raiseStoryEpoch,
  storyEpoch,
  storyMembersAfter,
  storySizes,
} from '../store/story-rows.ts'
import { createClusterer, decodeFeatures, type StoryClusterer, type StoryFeatures } from '../story/clusterer.ts'
import { isDueForLook } from '../story/due-for-look.ts'
import { createStoryHolds } from '../story/story-holds.ts'
import { storyKey } from './identity.ts'

/** The clusterer's memory beside the store: a function of the rows, so that a restart or a second process changes nothing. */
export type StoryKeeper = {
  /** Replays members that were stored since the last call, by whoever. */
  catchUp: (write: Write) => Promise<void>
  /** The story that a text belongs to, or null for a new one. */
  assign: (features: StoryFeatures) => number | null
  /** @param firstSeenMs when it came */
  add: (articleId: number, storyId: number, features: StoryFeatures, firstSeenMs: EpochMs) => void
  /** Looks again at stories that grew enough, given how many texts a batch added to each; gives the ids of all whose articles moved. */
  secondLook: (write: Write, added: ReadonlyMap<number, number>, nowMs: EpochMs) => Promise<number[]>
  /** Forgets everything: the next catchUp replays from the store. */
  reset: () => void
}

const REPLAY_ROWS = 2_000
/** A second look lets others on its thread have their turn after so long. */
const TURN_MS = 15
/**
 * A story without a new text for so long takes no more: it is over, and what comes is another one. Reckoned back from the latest text of a
 * batch, not from now, so that an archive that is brought in by its dates keeps its stories from batch to batch.
 */
const LIVE_MS = 21 * DAY_MS

export function createStoryKeeper(): StoryKeeper {
  let clusterer: StoryClusterer = createClusterer()
  let lastId = 0
  let firstId = 0
  let epoch = 0
  /** Epoch of the owner's choices that the clusterer holds to; -1 before any. */
  let choices = -1
  /** Latest time of a text that was added since stories were last forgotten. */
  let latestMs = Number.NEGATIVE_INFINITY
  const reset = () => {
    clusterer = createClusterer()
    lastId = 0
    choices = -1
    latestMs = Number.NEGATIVE_INFINITY
  }
  const add = (articleId: number, storyId: number, features: StoryFeatures, firstSeenMs: EpochMs) => {
    clusterer.add(articleId, storyId, features, firstSeenMs)
    lastId = Math.max(lastId, articleId)
    latestMs = Math.max(latestMs, Math.min(features.publishedMs ?? firstSeenMs, firstSeenMs))
  }
  const forget = () => {
    clusterer.forget(latestMs - LIVE_MS)
    latestMs = Number.NEGATIVE_INFINITY
  }
  return {
    reset,
    add,
    assign: (features) => clusterer.assign(0, features).storyId,
    catchUp: async (write) => {
      const current = await storyEpoch(write)
      if (current !== epoch) reset()
      epoch = current
      if (lastId === 0) {
        firstId = await firstMemberSince(write, LIVE_MS)
        lastId = firstId - 1
      }
      for (;;) {
        const members = await storyMembersAfter(write, lastId, REPLAY_ROWS)
        for (const { articleId, storyId, features, firstSeenMs } of members)
          add(articleId, storyId, decodeFeatures(features), firstSeenMs)
        forget()
        if (members.length < REPLAY_ROWS) break
      }
      const chosen = await storyChoicesEpoch(write)
      if (chosen !== choices) await keepToChoices(write, clusterer, firstId)
      choices = chosen
    },
    secondLook: async (write, added, nowMs) => {
      const sizes = await storySizes(write, [...added.keys()])
      const grown = [...added].filter(([id, count]) => isDueForLook(sizes.get(id) ?? 0, count)).map(([id]) => id)
      const { merges, splits, cuts } = await inTurns(clusterer.lookSteps(grown))
      // In the order in which the clusterer carried them out: a text may have moved into a story that was merged then.
      const left: number[] = []
      for (const { docId, storyId } of splits) left.push((await moveToStory(write, docId, storyId)) ?? storyId)
      for (const [from, into] of merges) {
        await mergeStory(write, from, into)
        await carryOwnTitle(write, from, into)
      }
      const cutOff: number[] = []
      for (const cut of cuts) cutOff.push(await carryOut(write, clusterer, { ...cut, epoch }, nowMs))
      if (merges.length + splits.length + cuts.length > 0) epoch = await raiseStoryEpoch(write)
      forget()
      return [
        ...left,
        ...merges.flat(),
        ...splits.map((split) => split.storyId),
        ...cuts.map((cut) => cut.storyId),
        ...cutOff,
      ]
    },
  }
}

/** Takes steps one after the other; others on this thread have their turn between two of them. */
async function inTurns<T>(steps: Generator<unknown, T>): Promise<T> {
  for (let turnMs = performance.now(); ; ) {
    const { done, value } = steps.next()
    if (done) return value as T // what a generator gives when it is done
    if (performance.now() - turnMs < TURN_MS) continue
    await nextTurn()
    turnMs = performance.now()
  }
}

/** Puts texts where the owner put them, and has second looks leave them there. */
async function keepToChoices(write: Write, clusterer: StoryClusterer, firstId: number): Promise<void> {
  const pins = await storyPins(write, firstId)
  const byArticle = Map.groupBy(pins, (pin) => pin.articleId)
  clusterer.hold(createStoryHolds(byArticle))
  for (const { articleId, storyId } of await storyPlaces(write, firstId)) clusterer.move(articleId, storyId)
}

/** Makes a story of its own for texts that were cut off; its row is named and counted by the refresh that follows. */
async function carryOut(
  write: Write,
  clusterer: StoryClusterer,
  cut: { storyId: number; docIds: number[]; epoch: number },
  nowMs: EpochMs,
): Promise<number> {
  const key = storyKey(`cut ${cut.epoch} ${cut.storyId} ${cut.docIds.join(' ')}`)
  const storyId = await insertStory(write, {
    key,
    title: '',
    section: 'other',
    language: 'und',
    atMs: nowMs,
    demo: false,
  })
  for (const docId of cut.docIds) {
    clusterer.move(docId, storyId)
    await moveToStory(write, docId, storyId)
  }
  return storyId
}
