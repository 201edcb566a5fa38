import type { Block, Inline } from '../model/block.ts'

/** Text of a run of inlines, as a reader sees it. */
export function inlinesText(inlines: readonly Inline[]): string {
  return inlines.map(({ text }) => text).join('')
}

/**
 * The words of blocks, paragraphs parted by one empty line: list items, quotes and code each on lines of their own,
 * table cells of a row on one line. Pictures and embeds have no text here (a caption is not part of an article's text).
 */
export function blocksText(blocks: readonly Block[]): string {
  return blocks.map(blockText).filter(Boolean).join('\n\n')
}

/** Text of one block; lines of lists and tables are parted by one line feed. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return inlinesText(block.inlines)
    case 'list':
      return block.items.map(inlinesText).join('\n')
    case 'quote':
      return block.paragraphs.map(inlinesText).join('\n\n')
    case 'code':
      return block.text
    case 'table':
      return block.rows.map((row) => row.cells.map(inlinesText).join('\t')).join('\n')
    case 'image':
    case 'embed':
      return ''
  }
}
