import type { Span, Tag } from '../model/tag.ts'
import { confidenceOf } from './confidence.ts'
import { impliedCountries } from './implied-countries.ts'
import { modelOf } from './models.ts'
import { readThings } from './read-things.ts'
import { findTopics } from './rules.ts'
import { aboutOf, impliedSalience } from './salience.ts'
import { salienceFrom } from './sure-salience.ts'
import { withCountryNames } from './world-countries.ts'

/** What is tagged; `hints` are names that the page itself gives (its tags, its people): weak evidence. */
export type TaggedText = { title: string | null; text: string; language: string; hints?: readonly string[] }

/** Tags of one article at most: a list of names is no article about each. */
export const MAX_TAGS = 200

/**
 * Names what an article is about and whom it mentions, most salient first; ties in order of appearance.
 * Spans are exact in `text` (UTF-16); the title's mentions are counted but have no span. Linear in the text's length.
 * A country that only its cities or its adjective speak of is a place of count 0, without spans and of low salience.
 */
export function tagArticle({ title, text, language, hints = [] }: TaggedText): Tag[] {
  const head = title ? `${title}\n\n` : ''
  const { things: named, list, sheet } = readThings(head + text, language)
  const things = withCountryNames(named, list, language)
  const textStart = list.findIndex((token) => token.start >= head.length)
  const titleEnd = textStart < 0 ? list.length : textStart
  if (language.startsWith('en')) {
    for (const { name, mentions } of findTopics(list, titleEnd)) {
      things.push({
        name,
        kind: 'topic',
        mentions: mentions.map((mention) => ({ ...mention, kind: 'topic' as const })),
      })
    }
  }
  const abouts = aboutOf(things, list, { headUnits: head.length, textUnits: text.length, hints })
  const model = modelOf(language)
  const tags = things.map((thing, index): Tag => {
    const spans: Span[] = []
    for (const { from, to } of thing.mentions) {
      const start = list[from]!.start - head.length
      if (start >= 0) spans.push([start, list[to - 1]!.end - head.length])
    }
    const confidence = confidenceOf(thing, sheet, model)
    const salience = salienceFrom(abouts[index]!, confidence)
    return { name: thing.name, kind: thing.kind, count: thing.mentions.length, salience, confidence, spans }
  })
  for (const { name, weight, by } of impliedCountries(things, list, titleEnd))
    tags.push({ name, kind: 'place', count: 0, salience: impliedSalience(weight), spans: [], impliedBy: by })
  return tags.sort((a, b) => b.salience - a.salience).slice(0, MAX_TAGS)
}
