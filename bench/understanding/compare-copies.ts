import { allRowsOf } from '../reading/samples.ts'
import { barFor, type Comparison, type ComparisonRow, programsFor } from './comparison.ts'
import { type CopyAnswer, type CopyGold, type CopyScores, scoreCopies } from './copy-measures.ts'
import { runProgram } from './run-program.ts'

/** Planted copies in a stream: `stream.jsonl` {id, title, text, published, host} with `truth.jsonl` {id, copyOf, kind, …}. */
export async function compareCopies(folder: string): Promise<Comparison> {
  const stream = await allRowsOf<Record<string, unknown>>(folder, 'stream.jsonl')
  const golds = await allRowsOf<CopyGold>(folder, 'truth.jsonl')
  const rows: ComparisonRow[] = []
  for (const program of programsFor('copies')) {
    const { answers, roundsMs } = await runProgram({ filter: 'copies', program, rounds: 1 }, stream)
    rows.push({
      data: `${stream.length} rows`,
      program,
      ...figuresOf(scoreCopies(golds, answers as ReadonlyMap<string, CopyAnswer>)), // what the filter prints
      perSecond: (stream.length / roundsMs[0]!) * 1_000,
      bar: barFor(
        program,
        'recall .995, reworded-hard .90, wrong 5 in 10,000, original .98, words .95, dates 1, 4,000/s',
      ),
    })
  }
  return {
    title: 'Copies',
    unit: 'texts/s',
    note: 'Ours also aligns the texts, judges dates and finds injected words in this time. SimHash: 64 bits of words, 3 bits apart; MinHash: 128 hashes of 5-word runs, resemblance .2: what found most here.',
    rows,
  }
}

function figuresOf(scores: CopyScores): Pick<ComparisonRow, 'figures' | 'counts'> {
  const { recall, original, wrong, injected, redated } = scores
  const judged = { 'words P': injected.precision, 'words R': injected.recall, 'dates right': redated }
  return {
    figures: { ...Object.fromEntries(recall), original, ...(injected.recall > 0 ? judged : {}) },
    counts: { 'wrong rows': wrong },
  }
}
