/**
 * How often is the next item of a visit among what is recommended, beside plain methods? `npm run bench -- recommend [FOLDER]`; FOLDER holds
 * train.jsonl `{session, item, t}`, queries.jsonl `{session, items}` and targets.jsonl `{session, target}` in the same order. Without one:
 * readers of the invented world, the last fifth of their visits asked.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRecommender, type VisitEvent } from '../src/rank/recommend.ts'
import { inventedReaders, readingsOf } from './recommend/invented-readers.ts'
import { bestOf, visitBaselines } from './recommend/visit-baselines.ts'
import { scoreVisits, type VisitQuery, type VisitScore } from './recommend/visit-measures.ts'

const TOP = 20
const INVENTED = { seed: 20261129, articles: 3_000, readers: 600, visits: 4_000, endMs: Date.UTC(2026, 10, 29) }

const [folder] = process.argv.slice(2)
const { about, train, queries } = folder === undefined ? invented() : ofFolder(folder)
process.stdout.write(
  `${about}\n${train.length} readings learnt, ${queries.length} queries; CPU time of this process\n\n`,
)
process.stdout.write('method               HR@10  HR@20 MRR@20 nDCG@10 coverage  ms a query\n')
const known = new Set(train.map(({ item }) => item)).size
for (const [name, baseline] of Object.entries(visitBaselines(train)))
  report(name, ({ items }) => bestOf(baseline(items), items, TOP))
const begun = process.cpuUsage()
const recommender = createRecommender()
recommender.learnWithMix(train)
const learntMs = cpuMs(begun)
report('this', ({ items }) => recommender.recommend({ items, limit: TOP, novel: true }).map(({ id }) => id))
process.stdout.write(`\nlearning took ${(learntMs / 1000).toFixed(1)} s\n`)

function report(name: string, answer: (query: VisitQuery) => string[]): void {
  const since = process.cpuUsage()
  const score: VisitScore = scoreVisits(queries, known, answer)
  const ms = cpuMs(since) / Math.max(1, queries.length)
  const cell = (value: number, width: number, digits = 3) => value.toFixed(digits).padStart(width)
  process.stdout.write(
    `${name.padEnd(19)} ${cell(score.hr10, 6)} ${cell(score.hr20, 6)} ${cell(score.mrr20, 6)} ${cell(score.ndcg10, 7)} ${cell(score.coverage, 8)} ${cell(ms, 11, 2)}\n`,
  )
}

function invented(): { about: string; train: VisitEvent[]; queries: VisitQuery[] } {
  const { visits } = inventedReaders(INVENTED)
  const cut = Math.floor(visits.length * 0.8)
  const queries = visits
    .slice(cut)
    .flatMap(({ items }) => items.slice(1).map((target, at) => ({ items: items.slice(0, at + 1), target })))
  return {
    about: 'Invented readers of the invented world: says what breaks, not how readers are served.',
    train: readingsOf(visits.slice(0, cut)),
    queries,
  }
}

function ofFolder(folder: string): { about: string; train: VisitEvent[]; queries: VisitQuery[] } {
  const rows = <Row>(name: string): Row[] =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Row) // this benchmark's own files
  const train = rows<{ session: string; item: string; t: number }>('train.jsonl')
    .map(({ session, item, t }) => ({ session: String(session), item: String(item), atMs: Number(t) }))
    .sort((a, b) => a.atMs - b.atMs)
  const targets = rows<{ target: string }>('targets.jsonl')
  const queries = rows<{ items: string[] }>('queries.jsonl').map(({ items }, at) => ({
    items: items.map(String),
    target: String(targets[at]?.target),
  }))
  return {
    about: `${folder}: where these are shop clicks, they are not news; no click log of news is openly to be had.`,
    train,
    queries,
  }
}

function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1_000
}
