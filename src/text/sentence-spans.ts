import type { Span } from '../model/tag.ts'

/** An end of a sentence: its mark with closing quotes and then white space, a line's end, or a full stop of the East. */
const SENTENCE_END = /(?<=[.!?…]["'”’»)\]]{0,2})\s+|[^\S\n]*\n\s*|(?<=[。！？][”」』]?)/gu

/** Sentences of a text in order, without the white space between them; titles and initials before a name do not end one. */
export function sentenceSpans(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const match of text.matchAll(SENTENCE_END)) {
    if (
      match[0] &&
      !match[0].includes('\n') &&
      ABBREVIATION.test(text.slice(Math.max(start, match.index - 6), match.index))
    )
      continue
    if (match.index > start) spans.push([start, match.index])
    start = match.index + match[0].length
  }
  const end = text.trimEnd().length
  if (start < end) spans.push([start, end])
  return spans
}

const ABBREVIATION = /(?:^|[\s("“])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Rev|St|vs|No)\.$/u
