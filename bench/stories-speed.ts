/**
 * How long a text takes to find its story, and how much memory live stories hold, over invented articles.
 *   scripts/node.sh bench/stories-speed.ts [TEXTS [STORIES]]
 * First TEXTS texts come one by one, with second looks as the filter does them; then STORIES texts are held, each a story of its own,
 * and a tenth of TEXTS more come. Prints one JSON line each.
 */
import { demoArticles } from '../src/demo/world.ts'
import { createClusterer, type StoryFeatures } from '../src/story/clusterer.ts'
import { storyFeatures } from '../src/story/story-features.ts'
import { createStoryStream } from '../src/story/story-stream.ts'

const texts = Number(process.argv[2] ?? 5_000)
const held = Number(process.argv[3] ?? 0)

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

function timesOf(inputs: Iterable<StoryFeatures>, take: (features: StoryFeatures) => void): Record<string, number> {
  const times: number[] = []
  const startCpu = process.threadCpuUsage()
  for (const input of inputs) {
    const startMs = performance.now()
    take(input)
    times.push(performance.now() - startMs)
  }
  const { user, system } = process.threadCpuUsage(startCpu)
  const sorted = times.toSorted((a, b) => a - b)
  const round = (ms: number): number => Math.round(ms * 1_000) / 1_000
  return {
    texts: times.length,
    cpuMsEach: round((user + system) / 1_000 / times.length),
    meanMs: round(times.reduce((sum, ms) => sum + ms, 0) / times.length),
    p50Ms: round(sorted[Math.floor(times.length * 0.5)] ?? 0),
    p99Ms: round(sorted[Math.floor(times.length * 0.99)] ?? 0),
    mostMs: round(sorted.at(-1) ?? 0),
  }
}

const stream = createStoryStream()
const streamed = timesOf([...features(texts, 1)], (input) => stream.take(input))
const startMs = performance.now()
const stories = new Set(stream.finish())
console.log(
  JSON.stringify({ ...streamed, stories: stories.size, lastLooksMs: Math.round(performance.now() - startMs) }),
)

if (held > 0) {
  const clusterer = createClusterer()
  const before = process.memoryUsage()
  let id = 0
  for (const input of features(held, 2)) clusterer.add(++id, id, input)
  globalThis.gc?.()
  const after = process.memoryUsage()
  const asked = timesOf([...features(texts / 10, 3)], (input) => {
    const story = clusterer.assign(++id, input).storyId ?? id
    clusterer.add(id, story, input)
  })
  const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
  console.log(JSON.stringify({ ...asked, stories: clusterer.size().stories, bytesAStory: Math.round(bytes / held) }))
}
