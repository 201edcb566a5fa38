import { bestPath } from './best-path.ts'
import { type ReadBlock, readFacts } from './block-features.ts'
import type { BodyHints } from './body-hints.ts'
import { bodyOdds } from './body-model.ts'
import type { PageBlocks, TextBlock } from './page-blocks.ts'
import type { PageParts } from './page-parts.ts'
import type { PageElement } from './page-tree.ts'
import { withoutSecondCopy } from './repeated-text.ts'

/** Which text blocks are the article's, and how sure that is (0 to 1). */
export type Body = { kept: readonly boolean[]; confidence: number }

/** What is already known of the page when its body is chosen. */
export type BodyContext = { parts: PageParts; hints: BodyHints }

/** Constants of the path through the blocks, chosen on part 1 of the hosts (bench/extract/train.ts --leave 1). */
const PATH = { shift: 0.25, price: 0.25 }

/** Log-odds of what is known to be no text. */
const NEVER = -20

/** Chooses the blocks of the article by the learnt classifier. */
export function keptBlocks(page: PageBlocks, { parts, hints }: BodyContext): Body {
  const read = readFacts(page)
  const odds = bodyOdds(read, hints)
  for (const index of parts.roles.keys()) odds[index] = NEVER
  // The headline is told apart from the text, however often the page repeats it.
  for (let index = 0; index < read.length; index++) {
    const { block } = read[index]!
    if (block.text === hints.title || isCaption(block)) odds[index] = NEVER
  }
  const kept = withoutSecondCopy(read, keptOrLikeliest(odds, read))
  return { kept, confidence: confidenceOf(odds, read, kept) }
}

/** Children of a figure among which a quotation is looked for. */
const MAX_BESIDE = 12

/** The words below a picture, as the page itself marks them; below a quotation they name who said it. */
function isCaption({ element }: TextBlock): boolean {
  for (let at: PageElement | null = element, steps = 0; at && steps < 3; at = at.parent, steps++)
    if (at.tag === 'figcaption')
      return !at.parent?.children
        .slice(0, MAX_BESIDE)
        .some((beside) => typeof beside !== 'string' && beside.tag === 'blockquote')
  return false
}

/** Fewest words of a text: where the path keeps less, blocks of lower chance are taken, so that an odd page gives what it has, with low confidence. */
const MIN_WORDS = 30

function keptOrLikeliest(odds: Float32Array, read: readonly ReadBlock[]): boolean[] {
  for (const more of [0, 1.5, 3]) {
    const kept = bodyPath(odds, { ...PATH, shift: PATH.shift + more })
    const words = read.reduce((sum, { facts }, index) => sum + (kept[index] ? facts.words : 0), 0)
    if (words >= MIN_WORDS) return kept
  }
  return bodyPath(odds, { ...PATH, shift: PATH.shift + 3 })
}

/** The path through blocks of these log-odds; `shift` moves all, `price` is paid for every change. */
export function bodyPath(odds: Float32Array, { shift, price }: { shift: number; price: number }): boolean[] {
  return bestPath(
    odds.map((own) => own + shift),
    price,
  )
}

/** Expected word F1 of the choice if the classifier's chances are right. */
function confidenceOf(odds: Float32Array, read: readonly ReadBlock[], kept: readonly boolean[]): number {
  let both = 0
  let answer = 0
  let expected = 0
  for (let index = 0; index < read.length; index++) {
    const { facts } = read[index]!
    const chance = 1 / (1 + Math.exp(-odds[index]!))
    expected += chance * facts.words
    if (!kept[index]) continue
    answer += facts.words
    both += chance * facts.words
  }
  return answer === 0 ? 0 : (2 * both) / (answer + expected)
}
