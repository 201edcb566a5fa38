import { UNDERSTANDING_PEERS } from '../peers/understanding-peers.ts'
import { OURS } from './run-program.ts'

/** One program on one set: shares from 0 to 1 and counts, each by its name, how many of `unit` a second of CPU, and the bar that ours has to reach. */
export type ComparisonRow = {
  data: string
  program: string
  figures: Readonly<Record<string, number | null>>
  counts: Readonly<Record<string, number>>
  perSecond: number | null
  bar: string | null
}
/** A table of the report: what was asked, and what `perSecond` counts. */
export type Comparison = { title: string; unit: string; note: string | null; rows: ComparisonRow[] }

/** Our own filter and what stands beside it, ours first. */
export function programsFor(filter: string): string[] {
  return [OURS, ...Object.keys(UNDERSTANDING_PEERS[filter] ?? {})]
}

/** A bar stands in our own row alone. */
export function barFor(program: string, bar: string): string | null {
  return program === OURS ? bar : null
}
