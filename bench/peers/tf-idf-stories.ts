import { foldWord, words } from '../../src/text/words.ts'
import type { FilterRun } from '../../src/verbs/filter.ts'

type Vector = Map<string, number>
type Story = { id: number; sum: Vector; length: number }

/**
 * Stories by the plainest rule that is in use: each text joins the story whose summed TF-IDF vector is nearest by cosine, or begins one where
 * none reaches `threshold` (0 to 1). Document frequencies are those of the texts so far; nothing is looked at twice.
 * **Source:** single-pass clustering as in Topic Detection and Tracking (Allan, Papka, Lavrenko 1998).
 */
export function plainStories(threshold: number): FilterRun {
  const frequencies = new Map<string, number>()
  const stories: Story[] = []
  let texts = 0
  return {
    row: (row) => {
      const { id, title, text } = row as { id: unknown; title?: string; text?: string } // the bench's own rows
      const counts = countWords(`${title ?? ''}\n${text ?? ''}`)
      texts++
      for (const word of counts.keys()) frequencies.set(word, (frequencies.get(word) ?? 0) + 1)
      const vector = weighted(counts, (word) => Math.log((texts + 1) / frequencies.get(word)!))
      const story = nearest(stories, vector, threshold) ?? begin(stories)
      join(story, vector)
      return { id, story: story.id }
    },
  }
}

/** Cosine of two vectors, 0 to 1; 0 where one is empty. */
export function cosine(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const lengths = lengthOf(one) * lengthOf(other)
  return lengths === 0 ? 0 : dot(one, other) / lengths
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words(text)) {
    const folded = foldWord(word.text)
    counts.set(folded, (counts.get(folded) ?? 0) + 1)
  }
  return counts
}

/** Of length 1, or 0 for a text without rare words. */
function weighted(counts: ReadonlyMap<string, number>, rarity: (word: string) => number): Vector {
  const vector: Vector = new Map([...counts].map(([word, count]) => [word, (1 + Math.log(count)) * rarity(word)]))
  const length = lengthOf(vector)
  if (length > 0) for (const [word, weight] of vector) vector.set(word, weight / length)
  return vector
}

function nearest(stories: readonly Story[], vector: Vector, threshold: number): Story | null {
  let best: Story | null = null
  let most = threshold
  for (const story of stories) {
    const alike = story.length === 0 ? 0 : dot(vector, story.sum) / story.length
    if (alike >= most && (best === null || alike > most)) {
      best = story
      most = alike
    }
  }
  return best
}

function begin(stories: Story[]): Story {
  const story: Story = { id: stories.length, sum: new Map(), length: 0 }
  stories.push(story)
  return story
}

function join(story: Story, vector: Vector): void {
  for (const [word, weight] of vector) story.sum.set(word, (story.sum.get(word) ?? 0) + weight)
  story.length = lengthOf(story.sum)
}

function dot(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [word, weight] of one) sum += weight * (other.get(word) ?? 0)
  return sum
}

function lengthOf(vector: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const weight of vector.values()) sum += weight * weight
  return Math.sqrt(sum)
}
