import type { Write } from '../store/insert-article.ts'
import { mergeStory, moveToStory, raiseStoryEpoch, storyEpoch, storyMembersAfter } from '../store/story-rows.ts'
import { createClusterer, decodeFeatures, type StoryClusterer } from '../story/clusterer.ts'
import type { PreparedArticle } from './prepare.ts'

/** The clusterer's memory beside the store: a function of the rows, so that a restart or a second process changes nothing. */
export type StoryKeeper = {
  /** Replays members that were stored since the last call, by whoever. */
  catchUp: (write: Write) => Promise<void>
  /** The story an article belongs to, or null for a new one; a copy goes where its original is. */
  assign: (write: Write, article: PreparedArticle, ofOriginal: number | null) => Promise<number | null>
  add: (articleId: number, storyId: number, features: Uint8Array) => void
  /** Looks again at changed stories; gives the ids of all whose articles moved. */
  secondLook: (write: Write, changed: ReadonlySet<number>) => Promise<number[]>
  /** Forgets everything: the next catchUp replays from the first row. */
  reset: () => void
}

const REPLAY_ROWS = 2_000

export function createStoryKeeper(): StoryKeeper {
  let clusterer: StoryClusterer = createClusterer()
  let lastId = 0
  let epoch = 0
  const reset = () => {
    clusterer = createClusterer()
    lastId = 0
  }
  return {
    reset,
    catchUp: async (write) => {
      const current = await storyEpoch(write)
      if (current !== epoch) reset()
      epoch = current
      for (;;) {
        const members = await storyMembersAfter(write, lastId, REPLAY_ROWS)
        for (const member of members) {
          clusterer.add(member.articleId, member.storyId, decodeFeatures(member.features))
          lastId = member.articleId
        }
        if (members.length < REPLAY_ROWS) return
      }
    },
    assign: async (_write, article, ofOriginal) =>
      ofOriginal ?? clusterer.assign(0, decodeFeatures(article.features)).storyId,
    add: (articleId, storyId, features) => {
      clusterer.add(articleId, storyId, decodeFeatures(features))
      lastId = Math.max(lastId, articleId)
    },
    secondLook: async (write, changed) => {
      const { merges, splits } = clusterer.secondLook([...changed])
      for (const [from, into] of merges) await mergeStory(write, from, into)
      for (const { docId, storyId } of splits) await moveToStory(write, docId, storyId)
      if (merges.length + splits.length > 0) epoch = await raiseStoryEpoch(write)
      return [...merges.flat(), ...splits.map((split) => split.storyId)]
    },
  }
}
