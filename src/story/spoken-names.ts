import type { SpokenPlace } from './quote-speaker.ts'

/** A mention of somebody who can speak; `[start, end)` in its paragraph. */
export type SpokenName = { name: string; slug: string | null; start: number; end: number }

/** Mentions of persons and organisations within a part of the paragraph; a longer one over a shorter. */
export function namesOf(place: SpokenPlace, from: number, to: number): SpokenName[] {
  const names: SpokenName[] = []
  for (const { name, kind, slug, spans } of place.things) {
    if (kind !== 'person' && kind !== 'organisation') continue
    for (const [spanStart, spanEnd] of spans) {
      const start = spanStart - place.start
      const end = spanEnd - place.start
      if (start >= from && end <= to) names.push({ name, slug, start, end })
    }
  }
  return names.sort((a, b) => a.start - b.start || b.end - a.end)
}
