import { type ClustererOptions, createClusterer, type StoryDoc, type StoryFeatures } from './clusterer.ts'
import { isDueForLook } from './due-for-look.ts'

/** A whole stream of texts, clustered in memory: for filters and benchmarks. Texts and stories are numbered as they come. */
export type StoryStream = {
  features(doc: StoryDoc): StoryFeatures
  /** Takes the next text; gives its story as known at its arrival. */
  take(features: StoryFeatures): number
  /** Looks at everything again until nothing moves; gives the story of each text, in order of arrival. */
  finish(): readonly number[]
}

/** Texts between two second looks at the stories that grew enough; looks every 50 texts scored half a point less. */
const LOOK_EVERY = 200
/** Second looks at the end, at most. */
const LAST_LOOKS = 5

/** An empty stream: second looks every LOOK_EVERY texts, and at the end until nothing moves (at most LAST_LOOKS). */
export function createStoryStream(options: ClustererOptions = {}): StoryStream {
  const clusterer = createClusterer(options)
  const storyOf: number[] = []
  let changed = new Set<number>()
  let added = new Map<number, number>()
  let stories = 0
  const look = (): number => {
    const { merges, splits, cuts } = clusterer.secondLook([...changed])
    const into = new Map(merges)
    changed = new Set(merges.map(([, kept]) => follow(into, kept)))
    if (merges.length > 0) for (const [doc, story] of storyOf.entries()) storyOf[doc] = follow(into, story)
    for (const { docId, storyId } of splits) changed.add((storyOf[docId] = follow(into, storyId)))
    for (const { docIds } of cuts) {
      changed.add(++stories)
      for (const docId of docIds) {
        clusterer.move(docId, stories)
        storyOf[docId] = stories
      }
    }
    return merges.length + splits.length + cuts.length
  }
  return {
    features: clusterer.features,
    take(features) {
      const doc = storyOf.length
      const story = clusterer.assign(doc, features).storyId ?? ++stories
      clusterer.add(doc, story, features)
      storyOf.push(story)
      added.set(story, (added.get(story) ?? 0) + 1)
      if (storyOf.length % LOOK_EVERY === 0) {
        for (const [id, count] of added) if (isDueForLook(clusterer.textsIn(id), count)) changed.add(id)
        added = new Map()
        look()
      }
      return story
    },
    finish() {
      changed = new Set(storyOf)
      for (let turn = 0; turn < LAST_LOOKS; turn++) if (look() === 0) break
      return storyOf
    },
  }
}

function follow(into: ReadonlyMap<number, number>, story: number): number {
  let kept = story
  for (let next = into.get(kept); next !== undefined; next = into.get(kept)) kept = next
  return kept
}
