import type { PageKind } from '../model/article.ts'
import type { PageBlocks } from './page-blocks.ts'
import type { PageClaims } from './page-claims.ts'
import type { PageParts } from './page-parts.ts'
import type { PageElement } from './page-tree.ts'

/** Which text blocks are the article's, what kind of page it is, and how sure that is (0 to 1). */
export type Body = { kept: readonly boolean[]; kind: PageKind; confidence: number }

/** What is already known of the page when its body is chosen. */
export type BodyContext = { parts: PageParts; title: string | null; claims: PageClaims }

/** Chooses the blocks of the article: those in the container that holds most prose. */
export function keptBlocks(page: PageBlocks, { parts, title }: BodyContext): Body {
  const prose = new Map<PageElement, number>()
  for (const block of page.texts) {
    if (block.hidden || block.text.length < 60 || block.linkLength > block.text.length / 3) continue
    for (let at: PageElement | null = block.element, steps = 0; at && steps < 5; at = at.parent, steps++) {
      prose.set(at, (prose.get(at) ?? 0) + (block.text.length * (steps === 0 ? 0.2 : 1)) / (1 + 0.15 * steps))
    }
  }
  const best = [...prose].sort((a, b) => b[1] - a[1])[0]?.[0]
  const kept = page.texts.map((block, index) => {
    if (parts.roles.has(index) || !best || block.text === title || block.hidden) return false
    return isInside(block.element, best) && block.linkLength < block.text.length / 2
  })
  return { kept, kind: 'article', confidence: best ? 0.6 : 0.1 }
}

function isInside(element: PageElement, outer: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parent) if (at === outer) return true
  return false
}
