import { HOUR_MS } from '../model/time.ts'
import {
  createClusterer,
  type SecondLook,
  type StoryClusterer,
  type StoryDoc,
  type StoryFeatures,
} from './clusterer.ts'
import { isDueForLook } from './due-for-look.ts'

/** A whole stream of texts, clustered in memory: for filters and benchmarks. Texts and stories are numbered as they come. */
export type StoryStream = {
  features(doc: StoryDoc): StoryFeatures
  /** Takes the next text; gives its story as known at its arrival. */
  take(features: StoryFeatures): number
  /**
   * Takes the next text once the hour that it was published in is over (a text of another hour comes, or MAX_WAITING texts wait), in an
   * order that does not hang on how they came: by time, then by what they say. A text without a time does not wait.
   */
  put(features: StoryFeatures): void
  /** Looks at everything again until nothing moves; gives the story of each text, in order of arrival. */
  finish(): readonly number[]
}

/** Texts between two second looks at the stories that grew enough; looks every 50 texts scored half a point less. */
const LOOK_EVERY = 200
/** What is spent on a look under way with each text that comes (`lookAgain`'s cost, some 5 µs each); the rest waits for the next one. */
const LOOK_COST_A_TEXT = 160
/** Texts of one hour that wait for its end, at most: some 10 MB. */
const MAX_WAITING = 10_000
/** Second looks at the end, at most. */
const LAST_LOOKS = 5

/**
 * An empty stream. Second looks begin every LOOK_EVERY texts and are spread over the texts that follow, so that none waits long; at the
 * end until nothing moves (at most LAST_LOOKS). `clusterer` may hold stories already, under ids below 0.
 */
export function createStoryStream(clusterer: StoryClusterer = createClusterer()): StoryStream {
  let texts = 0
  let placed = 0
  let waiting: { doc: number; features: StoryFeatures }[] = []
  let stories = 0
  let added = new Map<number, number>()
  let under: Generator<number, SecondLook> | null = null
  /** Texts that are still where the look saw them become a story of their own. Gives the stories that changed. */
  const carryOut = ({ merges, splits, cuts }: SecondLook): Set<number> => {
    const changed = new Set([...merges.map(([, into]) => into), ...splits.map(({ storyId }) => storyId)])
    for (const { storyId, docIds } of cuts) {
      const still = docIds.filter((docId) => clusterer.storyOf(docId) === storyId)
      if (still.length === 0 || still.length === clusterer.textsIn(storyId)) continue
      changed.add(++stories)
      for (const docId of still) clusterer.move(docId, stories)
    }
    return changed
  }
  let left = new Set<number>()
  const lookOn = (cost: number): void => {
    for (let spent = 0; under && spent < cost; ) {
      const step = under.next()
      if (step.done) {
        under = null
        for (const id of carryOut(step.value)) left.add(id)
      } else spent += step.value
    }
  }
  const place = (doc: number, features: StoryFeatures): number => {
    const story = clusterer.assign(doc, features).storyId ?? ++stories
    clusterer.add(doc, story, features)
    added.set(story, (added.get(story) ?? 0) + 1)
    lookOn(LOOK_COST_A_TEXT)
    if (++placed % LOOK_EVERY !== 0 || under) return story
    for (const [id, count] of added) if (isDueForLook(clusterer.textsIn(id), count)) left.add(id)
    under = clusterer.lookSteps([...left])
    left = new Set()
    added = new Map()
    return story
  }
  const settle = (): void => {
    const ready = waiting.map((text) => ({ ...text, saying: contentHash(text.features) }))
    waiting = []
    ready.sort((a, b) => timeOf(a.features) - timeOf(b.features) || a.saying - b.saying)
    for (const { doc, features } of ready) place(doc, features)
  }
  return {
    features: clusterer.features,
    take: (features) => {
      settle()
      return place(texts++, features)
    },
    put(features) {
      const first = waiting[0]
      if (first && (hourOf(first.features) !== hourOf(features) || waiting.length >= MAX_WAITING)) settle()
      waiting.push({ doc: texts++, features })
      if (features.publishedMs === null) settle()
    },
    finish() {
      settle()
      lookOn(Number.POSITIVE_INFINITY)
      const storyOf = () => Array.from({ length: texts }, (_, doc) => clusterer.storyOf(doc) ?? 0)
      let changed = new Set(storyOf())
      for (let turn = 0; turn < LAST_LOOKS && changed.size > 0; turn++) {
        changed = carryOut(clusterer.secondLook([...changed]))
      }
      return storyOf()
    },
  }
}

function timeOf({ publishedMs }: StoryFeatures): number {
  return publishedMs ?? 0
}

function hourOf({ publishedMs }: StoryFeatures): number | null {
  return publishedMs === null ? null : Math.floor(publishedMs / HOUR_MS)
}

/** The same for the same terms and counts. */
function contentHash({ terms, counts }: StoryFeatures): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < terms.length; index++) {
    hash = Math.imul(hash ^ terms[index]!, 0x01000193)
    hash = Math.imul(hash ^ counts[index]!, 0x01000193)
  }
  return hash
}
