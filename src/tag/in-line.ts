import type { Tag } from '../model/tag.ts'

/** The "In:" line has so many names where the article has as many. */
const FEWEST = 4
const MOST = 8
/** Beyond the fewest, a name stands in the line from this salience on. */
const TELLING = 0.4

/** The names that an article is about (it must write them: count over 0), for its "In:" line: four to eight, most telling first; fewer where it has fewer. */
export function inLine(tags: readonly Tag[]): Tag[] {
  const telling = tags.filter((tag) => tag.count > 0).sort((a, b) => b.salience - a.salience)
  return telling.filter((tag, index) => index < FEWEST || (index < MOST && tag.salience >= TELLING))
}
