import type { StoryTelling, ToldText } from '../model/telling.ts'
import { coveringSentences } from './covering-sentences.ts'
import { storyTimeline } from './story-timeline.ts'
import { storyVoices } from './story-voices.ts'

/**
 * What a story's independent texts say together: sentences that cover most of it, days, and who says what. Every word is a text's own.
 * A few milliseconds for forty texts; no texts give nothing.
 */
export function tellStory(texts: readonly ToldText[], language: string): StoryTelling {
  return { cover: coveringSentences(texts, language), ...storyTimeline(texts), voices: storyVoices(texts) }
}
