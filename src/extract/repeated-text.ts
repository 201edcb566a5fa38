import type { ReadBlock } from './block-features.ts'
import type { PageElement } from './page-tree.ts'

/** Fewest words of a block that can be a repeat: shorter ones ("Pros", "Add salt") recur in honest texts. */
const MIN_WORDS = 4
/** Share of the kept words that must be repeats before they are left out: recipes and lists repeat a few lines, a hidden copy repeats them all. */
const MIN_SHARE = 0.3
/** Fewest repeated blocks of a second copy: one or two lines said again are a refrain. */
const MIN_BLOCKS = 3

/** The kept blocks without those said before in another place of the tree, where so many are that the page holds its text twice (once for wide screens, once for narrow ones). */
export function withoutSecondCopy(read: readonly ReadBlock[], kept: readonly boolean[]): readonly boolean[] {
  const seen = new Map<string, PageElement | null>()
  const once = [...kept]
  let words = 0
  let repeated = 0
  let blocks = 0
  for (let index = 0; index < read.length; index++) {
    if (!kept[index]) continue
    const { block, facts } = read[index]!
    words += facts.words
    if (facts.words < MIN_WORDS) continue
    const first = seen.get(block.text)
    if (first !== undefined && first !== block.element.parent) {
      repeated += facts.words
      blocks++
      once[index] = false
    } else seen.set(block.text, block.element.parent)
  }
  return blocks >= MIN_BLOCKS && repeated > words * MIN_SHARE ? once : kept
}
