import { DAY_MS, type EpochMs } from '../model/time.ts'
import { type DocVector, likeness, type StoryVector } from './story-vector.ts'
import { headlineShare, type StoryTuning } from './tuning.ts'
import { wordOdds } from './word-odds.ts'

/** A story in memory. `texts` are the ids of its texts, oldest first; `seenMs` is the latest `seenMs` of any text that it had. */
export type LiveStory = {
  id: number
  vector: StoryVector
  texts: number[]
  firstMs: EpochMs | null
  lastMs: EpochMs | null
  seenMs: EpochMs
}
/** What is asked of a text: its story, if it has one (else -1), its words and its time. */
export type AskedText = { vector: DocVector; storyId: number; publishedMs: EpochMs | null }
/** A text in memory, and the story that it is in. `seenMs`: its time, or when it came where it has none. */
export type LiveText = AskedText & { seenMs: EpochMs }
/** What a second look works on; `place` moves a text, `join` all of a story, `candidates` finds the stories that share most with one. */
export type StoryState = {
  stories: Map<number, LiveStory>
  texts: Map<number, LiveText>
  tuning: StoryTuning
  place: (docId: number, storyId: number) => void
  join: (fromId: number, intoId: number) => void
  candidates: (doc: DocVector) => LiveStory[]
}

/** Days after a story's last text (or before its first) that cost nothing, and then halve the likeness asked for. */
const GRACE_DAYS = 3
const HALF_LIFE_DAYS = 14

/** The story that fits a text best, with how far above (or below) the line of joining it is; null where there is none. */
export function bestStory(
  text: AskedText,
  stories: Iterable<LiveStory>,
  tuning: StoryTuning,
): { story: LiveStory; score: number } | null {
  let best: { story: LiveStory; score: number } | null = null
  for (const story of stories) {
    const score = fit(text, story, tuning)
    if (!best || score > best.score || (score === best.score && story.id < best.story.id)) best = { story, score }
  }
  return best
}

/** How well a text fits a story (the rest of it, where the text is a member): above 0 it belongs there. */
export function fit(text: AskedText, story: LiveStory, tuning: StoryTuning): number {
  const isMember = text.storyId === story.id
  const decay = 0.5 ** (daysApart(text.publishedMs, story) / HALF_LIFE_DAYS)
  const headShare = headlineShare(text.vector.words, tuning)
  const head = headShare > 0 ? headlineFit(text, story, isMember, tuning) : 0
  const body = headShare < 1 ? bodyFit(text, story, isMember, tuning) : 0
  return headShare * (head * decay - tuning.headJoin) + (1 - headShare) * (body * decay - tuning.bodyJoin)
}

function headlineFit({ vector }: AskedText, story: LiveStory, isMember: boolean, tuning: StoryTuning): number {
  const rest = Math.max(1, story.vector.count - (isMember ? 1 : 0))
  return wordOdds(vector, story.vector, isMember, tuning) + tuning.headSize * Math.log(rest)
}

function bodyFit({ vector }: AskedText, story: LiveStory, isMember: boolean, tuning: StoryTuning): number {
  const { all, names, core, strange } = likeness(vector, story.vector, isMember)
  const settled = 1 - 1 / Math.max(1, story.vector.count - (isMember ? 1 : 0))
  return all + tuning.bodyNames * names + settled * (tuning.bodyCore * core - tuning.bodyStrange * strange)
}

function daysApart(publishedMs: EpochMs | null, { firstMs, lastMs }: LiveStory): number {
  if (publishedMs === null || firstMs === null || lastMs === null) return 0
  const apartMs = Math.max(publishedMs - lastMs, firstMs - publishedMs)
  return Math.max(0, apartMs / DAY_MS - GRACE_DAYS)
}
