import { seededRandom, shuffled } from '../../src/demo/random.ts'
import { allRowsOf, pathOf } from '../reading/samples.ts'
import { type ClusterScores, scoreClusters } from './cluster-measures.ts'
import { barFor, type Comparison, type ComparisonRow, programsFor } from './comparison.ts'
import { runProgram } from './run-program.ts'

type Set = { name: string; bar: string; orders: readonly number[] }
type StoryRow = { id: string; title?: string; text?: string; language?: string }

/** Orders by their seed; 0 is the order of the file. The headlines' own order is their crawler's, so it is not measured. */
const SETS: readonly Set[] = [
  { name: 'ecbplus', bar: '.93, 2,000/s', orders: [0, 1, 2, 3] },
  { name: 'headlines', bar: '.87, 2,000/s', orders: [1, 2, 3, 4] },
]

/** Stories: `NAME.jsonl` {id, title?, text?, language} with `NAME.gold.jsonl` {id, story}, without times and hosts, mean of four orders. */
export async function compareStories(folder: string): Promise<Comparison> {
  const rows: ComparisonRow[] = []
  for (const set of SETS) {
    if (pathOf(folder, `${set.name}.jsonl`) === null) continue
    const texts = await allRowsOf<StoryRow>(folder, `${set.name}.jsonl`)
    const golds = await allRowsOf<{ id: string; story: string }>(folder, `${set.name}.gold.jsonl`)
    const gold = new Map(golds.map(({ id, story }) => [id, story]))
    for (const program of programsFor('stories')) rows.push(await storyRow(set, program, texts, gold))
  }
  return {
    title: 'Stories',
    unit: 'texts/s',
    note: 'BCubed, mean of four orders; one configuration of ours for both, chosen with all of these texts in view: none is held out. TF-IDF thresholds are the best on these very texts.',
    rows,
  }
}

async function storyRow(
  { name, bar, orders }: Set,
  program: string,
  texts: readonly StoryRow[],
  gold: ReadonlyMap<string, string>,
): Promise<ComparisonRow> {
  const timeless = texts.map(({ id, title, text, language }) => ({ id, title, text, language }))
  const scores: ClusterScores[] = []
  let cpuMs = 0
  for (const order of orders) {
    const asked = order === 0 ? timeless : shuffled(timeless, seededRandom(order))
    const { answers, roundsMs } = await runProgram({ filter: 'stories', program, rounds: 1 }, asked)
    const found = [...answers].map(([id, answer]): [string, string] => [
      id,
      String((answer as { story: unknown }).story),
    ]) // what the filter prints
    scores.push(scoreClusters(gold, new Map(found)))
    cpuMs += roundsMs[0]!
  }
  const mean = (pick: (score: ClusterScores) => number): number =>
    scores.reduce((sum, score) => sum + pick(score), 0) / scores.length
  return {
    data: `${name}, ${texts.length}`,
    program,
    figures: {
      F1: mean(({ bCubed }) => bCubed.f1),
      P: mean(({ bCubed }) => bCubed.precision),
      R: mean(({ bCubed }) => bCubed.recall),
      'least F1': Math.min(...scores.map(({ bCubed }) => bCubed.f1)),
      'pair F1': mean(({ pairs }) => pairs.f1),
    },
    counts: { stories: Math.round(mean(({ stories }) => stories)) },
    perSecond: ((orders.length * texts.length) / cpuMs) * 1_000,
    bar: barFor(program, bar),
  }
}
