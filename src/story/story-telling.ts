import type { StoryTelling, ToldText } from '../model/telling.ts'
import { coveringSentences } from './covering-sentences.ts'
import { rememberTerms } from './sentence-terms.ts'
import { storyCentre } from './story-centre.ts'
import { storyTimeline } from './story-timeline.ts'
import { storyVoices } from './story-voices.ts'

/**
 * Sentences, days and quotes of all texts together that are weighed for one telling: it is made while a reader waits. Each text gives an equal
 * part, its beginning, so that forty texts cost about what twenty do.
 */
const MOST_WEIGHED = { sentences: 200, days: 160, quotes: 160 } as const

/**
 * What a story's independent texts say together: sentences that cover most of it, days, and who says what. Every word is a text's own.
 * Texts that speak of something else than most of the others give nothing: a story may hold one by mistake.
 * A few milliseconds for forty texts; no texts give nothing.
 */
export function tellStory(texts: readonly ToldText[], language: string): StoryTelling {
  const termsOf = rememberTerms()
  const told = fairParts(texts)
  const centre = storyCentre(told, termsOf)
  const near = told.filter((text) => !centre.isAstray(text))
  return {
    cover: coveringSentences(near, language, termsOf),
    ...storyTimeline(near, centre, termsOf),
    voices: storyVoices(near, centre),
  }
}

/** Each text with an equal part of what is weighed. */
function fairParts(texts: readonly ToldText[]): ToldText[] {
  const part = (all: number) => Math.ceil(all / Math.max(1, texts.length))
  return texts.map((text) => ({
    ...text,
    facts: {
      sentences: text.facts.sentences.slice(0, part(MOST_WEIGHED.sentences)),
      days: text.facts.days.slice(0, part(MOST_WEIGHED.days)),
      quotes: text.facts.quotes.slice(0, part(MOST_WEIGHED.quotes)),
    },
  }))
}
