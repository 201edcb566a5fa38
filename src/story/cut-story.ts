import {
  type DocVector,
  emptyStory,
  mergedStory,
  type StoryVector,
  textStoryLikeness,
  withDoc,
} from './story-vector.ts'

/** Least texts of either part: single texts leave by themselves. */
const MIN_PART = 2
const ROUNDS = 6

/**
 * Looks for two stories in one: the texts are parted in two by likeness, and the parts stand if texts of different parts are
 * less alike than `line` times texts of one part (mean cosines). Gives the smaller part's indexes (the later one on a tie),
 * or none.
 *
 * **Source:** bisecting k-means (Steinbach, Karypis & Kumar, 2000).
 */
export function cutInTwo(docs: readonly DocVector[], line: number): number[] {
  if (docs.length < 2 * MIN_PART) return []
  const inSecond = part(docs)
  const parts = sums(docs, inSecond)
  const [first, second] = parts
  if (first.count < MIN_PART || second.count < MIN_PART) return []
  const whole = mergedStory(first, second)
  const between = (whole.length ** 2 - first.length ** 2 - second.length ** 2) / (2 * first.count * second.count)
  if (between >= line * ((cohesion(first) * first.count + cohesion(second) * second.count) / docs.length)) return []
  const isSecond = second.count <= first.count
  return docs.flatMap((_, index) => (inSecond[index] === isSecond ? [index] : []))
}

/** Mean cosine of a story's texts with one another. */
function cohesion({ length, count }: StoryVector): number {
  return (length ** 2 - count) / (count * (count - 1))
}

function part(docs: readonly DocVector[]): boolean[] {
  const whole = sums(
    docs,
    docs.map(() => false),
  )[0]
  const outer = leastLike(docs, whole)
  const other = leastLike(docs, withDoc(emptyStory(), docs[outer]!, 1))
  let centres: [StoryVector, StoryVector] = [
    withDoc(emptyStory(), docs[outer]!, 1),
    withDoc(emptyStory(), docs[other]!, 1),
  ]
  let inSecond: boolean[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const next = docs.map((doc) => textStoryLikeness(doc, centres[1]) > textStoryLikeness(doc, centres[0]))
    if (next.every((value, index) => value === inSecond[index])) break
    inSecond = next
    centres = sums(docs, inSecond)
  }
  return inSecond
}

function sums(docs: readonly DocVector[], inSecond: readonly boolean[]): [StoryVector, StoryVector] {
  const add = (wanted: boolean): StoryVector =>
    docs.reduce((story, doc, index) => (inSecond[index] === wanted ? withDoc(story, doc, 1) : story), emptyStory())
  return [add(false), add(true)]
}

function leastLike(docs: readonly DocVector[], story: StoryVector): number {
  let least = 0
  let leastLikeness = Number.POSITIVE_INFINITY
  for (const [index, doc] of docs.entries()) {
    const value = textStoryLikeness(doc, story)
    if (value >= leastLikeness) continue
    least = index
    leastLikeness = value
  }
  return least
}
