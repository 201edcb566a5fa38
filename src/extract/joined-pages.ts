import type { ExtractedArticle } from '../model/article.ts'
import type { Block } from '../model/block.ts'
import { creditedAgencies } from './agencies.ts'
import { blocksText, blockText } from './blocks-text.ts'
import { blockHash } from './host-memory.ts'

/** Blocks of at least so many UTF-16 units that an earlier page had are not said again: standfirsts, boxes, notes. */
const MIN_REPEATED = 20

/** Longest start of a headline that is compared, in UTF-16 units. */
const MAX_TITLE = 300

/** Hashes of everything that an article says, for `extractOfHost`: what its first page holds, its next ones repeat. */
export function saidHashes(article: ExtractedArticle): number[] {
  return article.blocks.map((block) => blockHash(blockText(block)))
}

/** Whether a page goes on with an article: the same headline, but for a page's number behind it, and the same site. */
export function goesOn(first: ExtractedArticle, next: ExtractedArticle): boolean {
  if (first.title === null || next.title === null || first.siteName !== next.siteName) return false
  return withoutNumber(first.title) === withoutNumber(next.title) && next.text !== first.text
}

/** "Tide takes the quay - page 2 of 3", "(2/3)", "– Seite 2". */
function withoutNumber(title: string): string {
  return title
    .slice(0, MAX_TITLE)
    .toLowerCase()
    .replace(
      /[\s–—|:,(-]*(?:(?:page|seite|pagina|página|strona|sida)\s*\d{1,2}(?:\s*(?:of|von|de|di|\/)\s*\d{1,2})?|\d{1,2}\s*\/\s*\d{1,2})\)?\s*$/u,
      '',
    )
    .replace(/\s+/gu, ' ')
    .trim()
}

/** One article of its pages in order: blocks one after the other, none twice; everything else is the first page's. Repairs are told in the whole text. */
export function joinedPages(pages: readonly [ExtractedArticle, ...ExtractedArticle[]]): ExtractedArticle {
  const [first] = pages
  const said = new Set<number>()
  const blocks: Block[] = []
  const repairs = first.repairs.filter(({ field }) => field === 'title')
  for (const page of pages) {
    const own = page.blocks.filter((block) => !isSaid(block, said))
    const before = blocksText(blocks)
    // Where a block was left out, places in the page's text no longer hold: its repairs stay made, and are not told.
    if (own.length === page.blocks.length)
      for (const repair of page.repairs)
        if (repair.field === 'text')
          repairs.push({ ...repair, at: repair.at + (before === '' ? 0 : before.length + 2) })
    blocks.push(...own)
    for (const hash of saidHashes(page)) said.add(hash)
  }
  const text = blocksText(blocks)
  const units = pages.reduce((sum, page) => sum + page.text.length, 0)
  const confidence = pages.reduce((sum, page) => sum + page.confidence * page.text.length, 0) / Math.max(1, units)
  return { ...first, blocks, text, repairs, agencies: creditedAgencies(text), confidence }
}

function isSaid(block: Block, said: ReadonlySet<number>): boolean {
  const text = blockText(block)
  return text.length >= MIN_REPEATED && said.has(blockHash(text))
}
