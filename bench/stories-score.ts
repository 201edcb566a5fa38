import { readFileSync } from 'node:fs'
import { createClusterer, type StoryFeatures } from '../src/story/clusterer.ts'
import { storyFeatures } from '../src/story/story-features.ts'
import { createStoryStream } from '../src/story/story-stream.ts'
import type { StoryTuning } from '../src/story/tuning.ts'

/** One text of a benchmark: its features, its true story, and whether that story is for tuning or held out. */
export type Labelled = { features: StoryFeatures; story: string; held: boolean }
export type BCubed = { precision: number; recall: number; f1: number }

/** Reads `{id, title?, text?, language}` rows and `{id, story}` rows. Time and host are left out: they tell of the crawler. */
export function readLabelled(rowsFile: string, goldFile: string, isHeld: (story: string) => boolean): Labelled[] {
  const gold = new Map(readRows(goldFile).map(({ id, story }) => [String(id), String(story)]))
  return readRows(rowsFile).map((row) => {
    const story = gold.get(String(row.id)) ?? `alone ${row.id}`
    const doc = {
      title: typeof row.title === 'string' ? row.title : null,
      text: typeof row.text === 'string' ? row.text : '',
      language: String(row.language ?? 'und'),
      tags: [],
      publishedMs: null,
      host: null,
    }
    return { features: storyFeatures(doc), story, held: isHeld(story) }
  })
}

function readRows(file: string): Record<string, unknown>[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>) // JSON lines by the benchmark's own format
}

/**
 * BCubed of the final assignment, mean over orders (0: as given, else shuffled by that seed).
 * All texts are clustered together; `part` says which of them are scored.
 */
export function meanScore(
  texts: readonly Labelled[],
  tuning: Partial<StoryTuning>,
  orders: readonly number[],
  part: (text: Labelled) => boolean = () => true,
): BCubed {
  const scores = orders.map((order) => {
    const stream = createStoryStream(createClusterer({ tuning }))
    const shuffled = inOrder(texts, order)
    for (const { features } of shuffled) stream.take(features)
    const found = stream.finish()
    const scored = shuffled.flatMap((text, index) => (part(text) ? [index] : []))
    return bCubed(
      shuffled.map(({ story }) => story),
      found,
      scored,
    )
  })
  const mean = (pick: (score: BCubed) => number): number =>
    scores.reduce((sum, score) => sum + pick(score), 0) / scores.length
  return {
    precision: mean(({ precision }) => precision),
    recall: mean(({ recall }) => recall),
    f1: mean(({ f1 }) => f1),
  }
}

/** **Source:** Amigó et al., A comparison of extrinsic clustering evaluation metrics (2009). */
export function bCubed(gold: readonly string[], found: readonly number[], scored: readonly number[]): BCubed {
  const goldSizes = countBy(gold)
  const foundSizes = countBy(found.map(String))
  const pairs = countBy(gold.map((story, index) => `${story} ${found[index]}`))
  let precision = 0
  let recall = 0
  for (const index of scored) {
    const both = pairs.get(`${gold[index]} ${found[index]}`)!
    precision += both / foundSizes.get(String(found[index]))! / scored.length
    recall += both / goldSizes.get(gold[index]!)! / scored.length
  }
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** A shuffle by a seed; 0: as given. */
export function inOrder<T>(values: readonly T[], seed: number): T[] {
  const order = [...values]
  if (seed === 0) return order
  const random = seededRandom(seed)
  for (let index = order.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    const value = order[index]!
    order[index] = order[other]!
    order[other] = value
  }
  return order
}

/** **Source:** mulberry32 (Ettinger). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}
