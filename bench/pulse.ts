/**
 * How well, how fast and how small is the pulse?
 *
 *     sh scripts/node.sh bench/pulse.ts PULSE-BENCH.mjs FIRST-SEED [SEEDS]
 *
 * Fits the thresholds for one and five false alarms a day on seeds 1 to 3 of the stream generator, then scores fresh seeds at them,
 * with true and with partly wrong families, and compares the false rates that the detector states with those observed.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PulseEvent, PulseScore } from '../src/model/pulse.ts'
import { DAY_MS, HOUR_MS } from '../src/model/time.ts'
import { createPulseDetector } from '../src/pulse/detector.ts'

const SCORED_FROM_MS = Date.UTC(2026, 0, 26)
const MAX_OUTPUT_BYTES = 1 << 28
const [benchPath = '', firstSeed = '101', seedCount = '4'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'pulse-bench-'))

type Stream = { events: PulseEvent[]; bursts: { key: string; fromMs: number; toMs: number }[] }

function streamOf(seed: number): Stream {
  const events = ask(['--emit', String(seed)])
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { t, key, feed, family } = JSON.parse(line)
      return { atMs: t, key, feed, family }
    })
  const truth = JSON.parse(ask(['--truth', String(seed)])) as { bursts: { key: string; from: string; to: string }[] }
  const bursts = truth.bursts.map(({ key, from, to }) => ({ key, fromMs: Date.parse(from), toMs: Date.parse(to) }))
  return { events, bursts }
}

function ask(args: readonly string[]): string {
  return execFileSync(process.execPath, [benchPath, ...args], { encoding: 'utf8', maxBuffer: MAX_OUTPUT_BYTES })
}

function detect(events: readonly PulseEvent[]): { scores: PulseScore[]; ms: number; bytesAKey: number } {
  const detector = createPulseDetector({ tickMs: HOUR_MS })
  const scores: PulseScore[] = []
  const startMs = performance.now()
  let openMs = Math.floor(events[0]!.atMs / HOUR_MS) * HOUR_MS
  for (const event of events) {
    for (; event.atMs >= openMs + HOUR_MS; openMs += HOUR_MS) {
      const closed = detector.closeTick(openMs)
      if (openMs >= SCORED_FROM_MS) for (const score of closed) scores.push(score)
    }
    detector.observe(event)
  }
  return { scores, ms: performance.now() - startMs, bytesAKey: detector.stateBytes.perKey }
}

function writeScores(name: string, scores: readonly PulseScore[]): string {
  const path = join(folder, name)
  writeFileSync(path, scores.map(({ tickMs, key, score }) => `${JSON.stringify({ t: tickMs, key, score })}\n`).join(''))
  return path
}

/** A tenth of the texts is taken for another: half for texts of their own, half for a text of shortly before. */
function spoilFamilies(events: readonly PulseEvent[]): PulseEvent[] {
  let state = 12_345
  const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
  return events.map((event, at) => {
    if (random() >= 0.1) return event
    const family = random() < 0.5 ? `wrong-${at}` : events[Math.max(0, at - 1 - Math.floor(random() * 50))]!.family
    return { ...event, family }
  })
}

/** Alarms and false alarms when a key alarms at a stated rate of `perDay` or rarer, once in 24 quiet hours. */
function observedShare({ bursts }: Stream, scores: readonly PulseScore[], perDay: number): Record<string, number> {
  const last = new Map<string, number>()
  const found = new Set<object>()
  let wrong = 0
  for (const { tickMs, key, falseRate } of scores) {
    if (falseRate === null || falseRate > perDay) continue
    const isFresh = tickMs - (last.get(key) ?? -Infinity) > DAY_MS
    last.set(key, tickMs)
    const burst = bursts.find((one) => one.key === key && tickMs >= one.fromMs && tickMs <= one.toMs + DAY_MS)
    if (burst) found.add(burst)
    else if (isFresh) wrong++
  }
  const alarms = found.size + wrong
  return { stated: (perDay * 28) / alarms, observed: wrong / alarms, falseADay: wrong / 28 }
}

function speed(): number {
  const events = Array.from({ length: 2_000_000 }, (_, n) => ({
    atMs: SCORED_FROM_MS + Math.floor(n / 800),
    key: `tag:${(n * 7_919) % 5_000}`,
    feed: `feed-${n % 997}`,
    family: `text-${n % 300_000}`,
  }))
  const detector = createPulseDetector({ tickMs: HOUR_MS })
  const before = process.cpuUsage()
  for (const event of events) detector.observe(event)
  const spent = process.cpuUsage(before)
  return events.length / ((spent.user + spent.system) / 1e6)
}

const fitted = [1, 2, 3].map((seed) => writeScores(`fit-${seed}`, detect(streamOf(seed).events).scores))
const thresholds = join(folder, 'thresholds.json')
writeFileSync(thresholds, ask(['--fit', ...fitted]))
for (let seed = Number(firstSeed); seed < Number(firstSeed) + Number(seedCount); seed++) {
  const stream = streamOf(seed)
  const { scores, ms, bytesAKey } = detect(stream.events)
  const score = (name: string, all: readonly PulseScore[]) =>
    ask(['--score', String(seed), writeScores(name, all), '--th', thresholds]).trim()
  console.log(score('true-families', scores))
  console.log('tenth of the families wrong', score('wrong-families', detect(spoilFamilies(stream.events)).scores))
  for (const perDay of [0.2, 0.3, 0.4, 1])
    console.log('share', perDay, JSON.stringify(observedShare(stream, scores, perDay)))
  console.log(JSON.stringify({ seed, ms: Math.round(ms), events: stream.events.length, bytesAKey }))
}
console.log('events a CPU second', Math.round(speed()))
rmSync(folder, { recursive: true })
