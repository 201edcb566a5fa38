import { DAY_MS } from '../model/time.ts'
import { hash32 } from '../text/hash.ts'
import type { AskedText, LiveStory, StoryState } from './story-fit.ts'
import type { PostedTerms } from './story-postings.ts'
import { type SharedSigns, SIGN, type StorySigns, sharedSigns } from './story-signs.ts'

/** What a text of a language that nobody told is in: it is compared by its words. */
const UNTOLD = hash32('und')
/** Likeness by signs from which a text joins a story of another language; chosen on the odd families of tests/golden/news-in-languages.tsv. */
const CROSS_JOIN = 0.36
/** Rare names that must be shared: one name alone is in a hundred stories. */
const LEAST_RARE = 2
/** How much of the likeness of names holds where no number is shared, and what agreement of all numbers adds; in between where numbers say nothing. */
const NO_NUMBER = 0.4
const ALL_NUMBERS = 0.9
const WITHOUT_NUMBERS = 0.8
/** Texts of a story, the last ones, that are asked. */
const MAX_ASKED = 24
/** Two reports of one event in two languages are not further apart. */
const MAX_APART_MS = 2 * DAY_MS
/** Weight of a sign, in its steps, from which stories are looked up by it, and so many at most. */
const LEAST_POSTED = 16
const MAX_POSTED = 24

/** Whether words cannot compare these: every text of the story is of another language than the text, and both have signs. */
export function isForeign(text: AskedText, story: LiveStory): boolean {
  if (text.language === UNTOLD || text.signs.signs.length === 0) return false
  return !story.languages.includes(text.language) && !story.languages.includes(UNTOLD)
}

/** How well a text fits the texts of other languages in a story, by names and numbers: above 0 it belongs there; -1 where none can be asked. */
export function crossFit(text: AskedText, story: LiveStory, state: Pick<StoryState, 'texts' | 'isCommonSign'>): number {
  let best = -1
  for (const docId of story.texts.slice(-MAX_ASKED)) {
    const other = state.texts.get(docId)
    if (!other || other.language === text.language || other.signs.signs.length === 0) continue
    if (isFarApart(text, other)) continue
    best = Math.max(best, crossScore(sharedSigns(text.signs, other.signs, state.isCommonSign)) - CROSS_JOIN)
  }
  return best
}

/** How well two stories of other languages fit: the mean over texts of the one, at most MAX_ASKED; above 0 they are one. */
export function crossFitOfStories(
  one: LiveStory,
  other: LiveStory,
  state: Pick<StoryState, 'texts' | 'isCommonSign'>,
): number {
  const asked = one.texts.slice(-MAX_ASKED).flatMap((docId) => state.texts.get(docId) ?? [])
  return asked.reduce((sum, text) => sum + crossFit(text, other, state), 0) / Math.max(1, asked.length)
}

/** Whether texts with this `crossScore` are of one story. */
export function crossJoins(score: number): boolean {
  return score > CROSS_JOIN
}

/** How alike two texts of different languages are by what they share: 0 to 1.3. */
export function crossScore({ likeness, rare, numbers }: SharedSigns): number {
  if (rare < LEAST_RARE) return 0
  return likeness * (numbers === null ? WITHOUT_NUMBERS : NO_NUMBER + ALL_NUMBERS * numbers)
}

function isFarApart(one: AskedText, other: AskedText): boolean {
  if (one.publishedMs === null || other.publishedMs === null) return false
  return Math.abs(one.publishedMs - other.publishedMs) > MAX_APART_MS
}

/** The signs that stories are looked up by: names and numbers of weight. */
export function postedSigns({ signs, signKinds }: StorySigns): PostedTerms {
  const places: number[] = []
  for (let place = 0; place < signs.length && places.length < MAX_POSTED; place++) {
    const kind = signKinds[place]!
    if ((kind & 3) !== SIGN.word && (kind & 3) !== SIGN.knownName && kind >> 2 >= LEAST_POSTED) places.push(place)
  }
  return { terms: signs, weights: Float32Array.from(signKinds, (kind) => kind >> 2), heavy: Uint16Array.from(places) }
}

/** Stories that a sign began, by its hash: told apart from rare ones by how many. */
export type SignCounts = { count: (signs: StorySigns) => void; isCommon: (sign: number) => boolean }

const COUNTERS = 1 << 18
/** Stories that may begin with a sign before it is common: so many, or one in so many of all. */
const RARE_STORIES = 12
const COMMON_SHARE = 200
/** Stories after which all counts are halved. */
const HALVED_AT = 100_000

/** No counts yet. */
export function createSignCounts(): SignCounts {
  const counts = new Uint16Array(COUNTERS)
  let stories = 0
  return {
    count({ signs }) {
      for (const sign of signs) if (counts[sign & (COUNTERS - 1)]! < 0xffff) counts[sign & (COUNTERS - 1)]!++
      if (++stories < HALVED_AT) return
      stories /= 2
      for (let place = 0; place < COUNTERS; place++) counts[place]! >>= 1
    },
    isCommon: (sign) => counts[sign & (COUNTERS - 1)]! > Math.max(RARE_STORIES, stories / COMMON_SHARE),
  }
}
