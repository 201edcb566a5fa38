import type { Block, Inline, TableRow } from '../model/block.ts'
import type { MediaBlock, PageBlocks, TextBlock } from './page-blocks.ts'
import type { PageElement } from './page-tree.ts'
import { safeMediaUrl, safeUrl } from './safe-url.ts'

/** A picture that its page gives three pixels or fewer counts readers. */
const COUNTER_PIXELS = 3
/** A caption is looked for this many characters long at most. */
const MAX_CAPTION = 500

/**
 * The chosen blocks of a page as the article's own blocks: list items, quotes and table cells that stand together are joined,
 * pictures and players between chosen blocks are kept as links. `kept` tells for each text block whether it is the article's.
 */
export function articleBlocks(page: PageBlocks, kept: readonly boolean[], baseUrl: string | null): Block[] {
  const made = new BlockJoiner(baseUrl)
  const first = kept.indexOf(true)
  const last = kept.lastIndexOf(true)
  let media = 0
  for (let index = 0; index <= last; index++) {
    for (; media < page.media.length && page.media[media]!.before <= index; media++) {
      if (page.media[media]!.before >= first) made.addMedia(page.media[media]!.block, captionOf(page, kept, media))
    }
    if (kept[index]) made.addText(page.texts[index]!)
  }
  return made.finish()
}

function isCounter({ kind, element: { attributes } }: MediaBlock): boolean {
  const isTiny = (side: string | undefined) =>
    side !== undefined && /^\s*\d+/.test(side) && parseInt(side, 10) <= COUNTER_PIXELS
  return kind === 'image' && isTiny(attributes.width) && isTiny(attributes.height)
}

class BlockJoiner {
  private readonly blocks: Block[] = []
  private readonly baseUrl: string | null
  private group: { element: PageElement; parts: TextBlock[] } | null = null
  private readonly mediaSeen = new Set<string>()

  constructor(baseUrl: string | null) {
    this.baseUrl = baseUrl
  }

  addText(block: TextBlock): void {
    const element = groupElement(block.element)
    if (!element) {
      this.closeGroup()
      this.blocks.push(...plainBlock(block, this.inlines(block)))
      return
    }
    if (this.group?.element !== element) this.closeGroup()
    this.group ??= { element, parts: [] }
    this.group.parts.push(block)
  }

  addMedia(media: MediaBlock, caption: string): void {
    const url = media.hidden || isCounter(media) ? null : safeMediaUrl(media.url, this.baseUrl)
    if (!url || this.mediaSeen.has(url)) return
    this.mediaSeen.add(url)
    this.closeGroup()
    this.blocks.push(
      media.kind === 'image'
        ? { kind: 'image', url, alt: media.title.trim(), caption }
        : { kind: 'embed', url, title: media.title.trim() },
    )
  }

  finish(): Block[] {
    this.closeGroup()
    return this.blocks
  }

  private closeGroup(): void {
    const group = this.group
    this.group = null
    if (!group) return
    const { element, parts } = group
    if (element.tag === 'blockquote')
      this.blocks.push({ kind: 'quote', paragraphs: parts.map((part) => this.inlines(part)) })
    else if (element.tag === 'table') this.blocks.push({ kind: 'table', rows: this.rows(parts) })
    else this.blocks.push({ kind: 'list', ordered: element.tag === 'ol', items: this.items(parts) })
  }

  /** One entry for each list item, whatever blocks it holds. */
  private items(parts: readonly TextBlock[]): (readonly Inline[])[] {
    return joinedBy(parts, (part) => nearest(part.element, 'li')).map((same) => this.joined(same))
  }

  private rows(parts: readonly TextBlock[]): TableRow[] {
    return joinedBy(parts, (part) => nearest(part.element, 'tr')).map((row) => {
      const cells = joinedBy(row, (part) => nearest(part.element, 'td') ?? nearest(part.element, 'th'))
      return {
        header: cells.every((cell) => nearest(cell[0]!.element, 'th') !== null),
        cells: cells.map((cell) => this.joined(cell)),
      }
    })
  }

  private joined(parts: readonly TextBlock[]): Inline[] {
    return parts.flatMap((part, index) => (index === 0 ? this.inlines(part) : [{ text: '\n' }, ...this.inlines(part)]))
  }

  private inlines(block: TextBlock): Inline[] {
    return block.runs.map((run) => {
      const href = run.href === null ? null : safeUrl(run.href, this.baseUrl)
      return {
        text: run.text,
        ...(href ? { href } : {}),
        ...(run.strong ? { strong: true } : {}),
        ...(run.em ? { em: true } : {}),
        ...(run.code ? { code: true } : {}),
      }
    })
  }
}

function plainBlock(block: TextBlock, inlines: Inline[]): Block[] {
  const { tag } = block.element
  const heading = /^h([1-6])$/u.exec(tag)
  if (heading) return [{ kind: 'heading', level: Math.min(4, Math.max(2, Number(heading[1]))) as 2 | 3 | 4, inlines }]
  if (nearest(block.element, 'pre')) return [{ kind: 'code', text: block.text.replace(/^\n+|\s+$/gu, '') }]
  return [{ kind: 'paragraph', inlines }]
}

/** The list, quote or table of data that a block is part of; null where it stands for itself. */
function groupElement(element: PageElement): PageElement | null {
  for (let at: PageElement | null = element, steps = 0; at && steps < 8; at = at.parent, steps++) {
    if (at.tag === 'blockquote') return at
    if (at.tag === 'li') return listOf(at)
    if (at.tag === 'td' || at.tag === 'th') return isDataTable(at) ? nearest(at, 'table') : null
    if (/^h[1-6]$/u.test(at.tag) || at.tag === 'pre') return null
  }
  return null
}

function listOf(item: PageElement): PageElement | null {
  const list = item.parent
  return list && (list.tag === 'ul' || list.tag === 'ol') && !holdsSections(item) ? list : null
}

/** A list item with headings or many paragraphs is a page's layout, no entry of a list. */
function holdsSections(item: PageElement): boolean {
  return (
    item.children.filter((child) => typeof child !== 'string' && /^(?:h[1-6]|p|article|section)$/u.test(child.tag))
      .length > 2
  )
}

/** A cell with its own paragraphs or divs is layout; a cell of bare words is data. */
export function isDataTable(cell: PageElement): boolean {
  return (
    !cell.children.some(
      (child) => typeof child !== 'string' && /^(?:div|table|article|section|h[1-6])$/u.test(child.tag),
    ) && cell.children.length < 40
  )
}

/** The element itself or the nearest one around it with this tag, at most twelve steps up. */
export function nearest(element: PageElement, tag: string): PageElement | null {
  for (let at: PageElement | null = element, steps = 0; at && steps < 12; at = at.parent, steps++)
    if (at.tag === tag) return at
  return null
}

/** Neighbours with the same key together; a null key keeps each alone. */
function joinedBy(parts: readonly TextBlock[], keyOf: (part: TextBlock) => PageElement | null): TextBlock[][] {
  const groups: TextBlock[][] = []
  let lastKey: PageElement | null = null
  for (const part of parts) {
    const key = keyOf(part)
    if (key !== null && key === lastKey) groups.at(-1)!.push(part)
    else groups.push([part])
    lastKey = key
  }
  return groups
}

/** The words of the figure around a picture, where they were not taken for text. */
function captionOf(page: PageBlocks, kept: readonly boolean[], media: number): string {
  const { block, before } = page.media[media]!
  const figure = nearest(block.element, 'figure')
  if (!figure) return ''
  const words: string[] = []
  for (let index = Math.max(0, before - 1); index < Math.min(page.texts.length, before + 3); index++) {
    if (!kept[index] && nearest(page.texts[index]!.element, 'figure') === figure) words.push(page.texts[index]!.text)
  }
  return words.join(' ').slice(0, MAX_CAPTION)
}
