/**
 * How long a text takes to find its story, second looks included, and how much memory live stories hold, over invented articles.
 *   scripts/node.sh bench/stories-speed.ts [TEXTS [STORIES]]
 * STORIES texts are held first, each a story of its own, then TEXTS texts come one by one. Beside each text a loop of fixed work is timed,
 * of some 0.2 ms: what its slowest turns take above its median is the machine's doing. Prints one JSON line each; times in milliseconds.
 */
import { PerformanceObserver } from 'node:perf_hooks'
import { demoArticles } from '../src/demo/world.ts'
import { createClusterer, type StoryFeatures } from '../src/story/clusterer.ts'
import { storyFeatures } from '../src/story/story-features.ts'
import { createStoryStream } from '../src/story/story-stream.ts'

const texts = Number(process.argv[2] ?? 5_000)
const held = Number(process.argv[3] ?? 0)
const CONTROL_ROUNDS = 200_000

function* features(articles: number, seed: number): Generator<StoryFeatures> {
  for (const { article, firstSeenMs } of demoArticles({ articles, seed, endMs: Date.UTC(2026, 0, 31, 12) }))
    yield storyFeatures({
      title: article.title,
      text: article.text,
      language: article.language ?? 'und',
      tags: [],
      publishedMs: firstSeenMs,
      host: null,
    })
}

function control(): number {
  let value = 1
  for (let round = 0; round < CONTROL_ROUNDS; round++) value = Math.imul(value ^ round, 0x01000193)
  return value
}

const rounded = (ms: number): number => Math.round(ms * 1_000) / 1_000

function percentiles(times: readonly number[]): Record<string, number> {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(times.length * share))] ?? 0)
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99), p999: at(0.999), most: at(1) }
}

function cpuMs(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

/** Collections of garbage while texts came, by length in ms. */
const pauses: number[] = []
new PerformanceObserver((list) => pauses.push(...list.getEntries().map(({ duration }) => duration))).observe({
  entryTypes: ['gc'],
})

const clusterer = createClusterer()
const before = process.memoryUsage()
for (const [index, input] of [...features(held, 2)].entries()) clusterer.add(-1 - index, -1 - index, input)
globalThis.gc?.()
const after = process.memoryUsage()
const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
const stream = createStoryStream(clusterer)
const inputs = [...features(texts, 1)]
await new Promise((resolve) => setTimeout(resolve, 100))
pauses.length = 0
const times: number[] = []
const controls: number[] = []
const asCame = inputs.map(() => 0)
const controlMs = cpuMs(() => {
  for (let turn = 0; turn < 500; turn++) control()
})
const takenMs = cpuMs(() => {
  for (const [index, input] of inputs.entries()) {
    const startMs = performance.now()
    asCame[index] = stream.take(input)
    const takenAtMs = performance.now()
    control()
    times.push(takenAtMs - startMs)
    controls.push(performance.now() - takenAtMs)
  }
})
console.log(
  JSON.stringify({
    texts,
    held: clusterer.size().stories,
    cpuMsEach: rounded(takenMs / texts - controlMs / 500),
    text: percentiles(times),
    control: percentiles(controls),
    bytesAStory: held > 0 ? Math.round(bytes / held) : null,
  }),
)
await new Promise((resolve) => setTimeout(resolve, 100))
console.log(JSON.stringify({ pauses: pauses.length, ...percentiles(pauses) }))
