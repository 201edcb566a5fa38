/**
 * How far stories hang on the order in which texts come within an hour, over the invented world.
 *   scripts/node.sh bench/stories-order.ts [TEXTS [SHUFFLES]]
 * `take`: each text at its arrival (the filter with --online); `put`: an hour's texts once it is over (the filter without).
 * `truth`: BCubed F1 against the world's own stories, in order of arrival and as the mean of the shuffles. `agreement`: BCubed F1 of each
 * shuffle's stories against those of the order of arrival, its mean and its least.
 */
import { demoArticles } from '../src/demo/world.ts'
import { HOUR_MS } from '../src/model/time.ts'
import type { StoryFeatures } from '../src/story/clusterer.ts'
import { storyFeatures } from '../src/story/story-features.ts'
import { createStoryStream } from '../src/story/story-stream.ts'
import { bCubed, inOrder } from './stories-score.ts'

const texts = Number(process.argv[2] ?? 3_000)
const shuffles = Number(process.argv[3] ?? 10)
type Text = { features: StoryFeatures; story: string; hour: number; place: number }
const world: Text[] = [...demoArticles({ articles: texts, seed: 1, endMs: Date.UTC(2026, 0, 31, 12) })]
  .sort((a, b) => a.firstSeenMs - b.firstSeenMs)
  .map(({ article, firstSeenMs, truth }, place) => ({
    features: storyFeatures({
      title: article.title,
      text: article.text,
      language: article.language ?? 'und',
      tags: [],
      publishedMs: firstSeenMs,
      host: null,
    }),
    story: truth.story,
    hour: Math.floor(firstSeenMs / HOUR_MS),
    place,
  }))

/** Story of each text, in order of arrival. */
function clustered(order: readonly Text[], way: 'take' | 'put'): number[] {
  const stream = createStoryStream()
  for (const { features } of order) stream[way](features)
  const stories: number[] = []
  for (const [index, story] of stream.finish().entries()) stories[order[index]!.place] = story
  return stories
}

const hours = [...Map.groupBy(world, ({ hour }) => hour).values()]
const all = world.map(({ place }) => place)
const gold = world.map(({ story }) => story)
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
for (const way of ['take', 'put'] as const) {
  const asCame = clustered(world, way)
  const truths: number[] = []
  const agreements: number[] = []
  for (let seed = 1; seed <= shuffles; seed++) {
    const stories = clustered(
      hours.flatMap((hour) => inOrder(hour, seed)),
      way,
    )
    truths.push(bCubed(gold, stories, all).f1)
    agreements.push(bCubed(asCame.map(String), stories, all).f1)
  }
  const mean = (values: readonly number[]): number =>
    rounded(values.reduce((sum, value) => sum + value, 0) / values.length)
  const truth = { asCame: rounded(bCubed(gold, asCame, all).f1), shuffled: mean(truths) }
  const agreement = { mean: mean(agreements), least: rounded(Math.min(...agreements)) }
  console.log(JSON.stringify({ way, texts: world.length, hours: hours.length, truth, agreement }))
}
