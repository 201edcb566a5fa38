import { IN_LINE, type Tag } from '../model/tag.ts'

/**
 * The names that an article is about, for its "In:" line: four to eight, most telling first; fewer where it has fewer.
 * It must write them (count over 0) and they must be sure (IN_LINE): no name is better than a wrong one.
 */
export function inLine<Named extends Pick<Tag, 'count' | 'salience'>>(tags: readonly Named[]): Named[] {
  const telling = tags
    .filter((tag) => tag.count > 0 && tag.salience >= IN_LINE.sure)
    .sort((a, b) => b.salience - a.salience)
  return telling.filter(
    (tag, index) => index < IN_LINE.fewest || (index < IN_LINE.most && tag.salience >= IN_LINE.telling),
  )
}
