import type { Block, Inline } from '../model/block.ts'
import type { BrandCut } from './brand-repairs.ts'

/**
 * Blocks without the cuts, which count into `blocksText(blocks)`; a cut may cross from one inline into the next, never from block to block.
 * Walks the text in the very order in which blocksText joins it.
 */
export function cutBlocks(blocks: readonly Block[], cuts: readonly BrandCut[]): Block[] {
  if (cuts.length === 0) return [...blocks]
  const walk = new Walk(cuts)
  return blocks.map((block) => cutBlock(block, walk)).filter((block) => !isEmptied(block))
}

class Walk {
  private at = 0
  private first = 0
  private blockOpen = false
  private readonly cuts: readonly BrandCut[]
  constructor(cuts: readonly BrandCut[]) {
    this.cuts = cuts
  }

  /** Starts the next block that has text. */
  block(): void {
    if (this.blockOpen) this.at += 2
    this.blockOpen = true
  }

  /** Passes the joint between two parts of one block. */
  joint(length: number): void {
    this.at += length
  }

  take(text: string): string {
    const end = this.at + text.length
    let out = ''
    let from = this.at
    while (this.first < this.cuts.length && this.cuts[this.first]!.end <= this.at) this.first++
    for (let index = this.first; index < this.cuts.length && this.cuts[index]!.start < end; index++) {
      const cut = this.cuts[index]!
      out += text.slice(from - this.at, Math.max(from, cut.start) - this.at)
      from = Math.min(end, Math.max(from, cut.end))
    }
    out += text.slice(from - this.at)
    this.at = end
    return out
  }
}

function cutBlock(block: Block, walk: Walk): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      walk.block()
      return { ...block, inlines: cutInlines(block.inlines, walk) }
    case 'list':
      walk.block()
      return { ...block, items: joined(block.items, 1, walk, (item) => cutInlines(item, walk)) }
    case 'quote':
      walk.block()
      return { ...block, paragraphs: joined(block.paragraphs, 2, walk, (paragraph) => cutInlines(paragraph, walk)) }
    case 'code':
      walk.block()
      return { ...block, text: walk.take(block.text) }
    case 'table':
      walk.block()
      return {
        ...block,
        rows: joined(block.rows, 1, walk, (row) => ({
          ...row,
          cells: joined(row.cells, 1, walk, (cell) => cutInlines(cell, walk)),
        })),
      }
    case 'image':
    case 'embed':
      return block
  }
}

function joined<Part>(parts: readonly Part[], joint: number, walk: Walk, cut: (part: Part) => Part): Part[] {
  return parts.map((part, index) => {
    if (index > 0) walk.joint(joint)
    return cut(part)
  })
}

function cutInlines(inlines: readonly Inline[], walk: Walk): Inline[] {
  return inlines.map((inline) => ({ ...inline, text: walk.take(inline.text) })).filter(({ text }) => text !== '')
}

function isEmptied(block: Block): boolean {
  return (block.kind === 'paragraph' || block.kind === 'heading') && block.inlines.length === 0
}
