import type { DocVector } from './story-vector.ts'

/** Which stories hold a term: finds the few that a text may belong to. */
export type StoryPostings = {
  add(storyId: number, doc: DocVector): void
  /** Story ids by the weight of what they share with a text, best first. */
  nearest(doc: DocVector, limit: number): number[]
  /** Drops stories that are gone. */
  keep(isLive: (storyId: number) => boolean): void
}

/** Terms of a text by which its story can be found, the heaviest. */
const POSTED_TERMS = 40
const ASKED_TERMS = 40
/** Stories remembered per term, the last ones: a term in more of them tells little. */
const STORIES_PER_TERM = 512

/** No postings yet. */
export function createPostings(): StoryPostings {
  const byTerm = new Map<number, number[]>()
  return {
    add(storyId, doc) {
      for (const index of heaviest(doc, POSTED_TERMS)) {
        const term = doc.terms[index]!
        const stories = byTerm.get(term)
        if (!stories) byTerm.set(term, [storyId])
        else if (stories.at(-1) !== storyId && !stories.includes(storyId)) {
          stories.push(storyId)
          if (stories.length > STORIES_PER_TERM) stories.shift()
        }
      }
    },
    nearest(doc, limit) {
      const shared = new Map<number, number>()
      for (const index of heaviest(doc, ASKED_TERMS)) {
        const weight = doc.weights[index]! ** 2
        for (const id of byTerm.get(doc.terms[index]!) ?? []) shared.set(id, (shared.get(id) ?? 0) + weight)
      }
      return [...shared]
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, limit)
        .map(([id]) => id)
    },
    keep(isLive) {
      for (const [term, stories] of byTerm) {
        const live = stories.filter(isLive)
        if (live.length > 0) byTerm.set(term, live)
        else byTerm.delete(term)
      }
    },
  }
}

function heaviest({ weights }: DocVector, count: number): number[] {
  const order = Array.from(weights.keys())
  return order.length <= count ? order : order.sort((a, b) => weights[b]! - weights[a]! || a - b).slice(0, count)
}
