import type { Tag } from '../model/tag.ts'
import { LINE_SALIENCE } from './salience.ts'

/** The "In:" line has so many names where the article has as many. */
const FEWEST = 4
const MOST = 8
/** Beyond the fewest, a name stands in the line from this salience on. */
const TELLING = 0.4

/**
 * The names that an article is about, for its "In:" line: four to eight, most telling first; fewer where it has fewer.
 * It must write them (count over 0) and they must be sure (LINE_SALIENCE): no name is better than a wrong one.
 */
export function inLine<Named extends Pick<Tag, 'count' | 'salience'>>(tags: readonly Named[]): Named[] {
  const telling = tags
    .filter((tag) => tag.count > 0 && tag.salience >= LINE_SALIENCE)
    .sort((a, b) => b.salience - a.salience)
  return telling.filter((tag, index) => index < FEWEST || (index < MOST && tag.salience >= TELLING))
}
