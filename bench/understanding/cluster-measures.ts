import { type Found, foundOf, harmonicMean } from './ratios.ts'

/** How alike two ways of putting texts together are: BCubed and pairs, and how many stories each has. */
export type ClusterScores = { bCubed: Omit<Found, 'gold' | 'answers'>; pairs: Found; stories: number; gold: number }

/**
 * Compares stories found with true ones. A text without an answer is a story of its own.
 * **Source:** Bagga and Baldwin (1998), as in Amigó et al., A comparison of extrinsic clustering evaluation metrics (2009).
 */
export function scoreClusters(gold: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): ClusterScores {
  const golds = new Map<string, number>()
  const founds = new Map<string, number>()
  const both = new Map<string, number>()
  const rows = [...gold].map(([id, story]) => {
    const answer = found.get(id) ?? `alone ${id}`
    const row = { story, answer, pair: JSON.stringify([story, answer]) }
    count(golds, row.story)
    count(founds, row.answer)
    count(both, row.pair)
    return row
  })
  let precision = 0
  let recall = 0
  for (const { story, answer, pair } of rows) {
    precision += both.get(pair)! / founds.get(answer)! / rows.length
    recall += both.get(pair)! / golds.get(story)! / rows.length
  }
  return {
    bCubed: { precision, recall, f1: harmonicMean(precision, recall) },
    pairs: foundOf(pairsIn(both), pairsIn(founds), pairsIn(golds)),
    stories: founds.size,
    gold: golds.size,
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function pairsIn(sizes: ReadonlyMap<string, number>): number {
  let pairs = 0
  for (const size of sizes.values()) pairs += (size * (size - 1)) / 2
  return pairs
}
