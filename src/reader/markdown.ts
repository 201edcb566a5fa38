import { Lexer, type Token, type Tokens } from 'marked'
import type { Block, Inline, TableRow } from '../model/block.ts'
import { decodeReferences } from './references.ts'

/** Schemes that a link may have. */
const LINKED = new Set(['http:', 'https:', 'mailto:'])
/** Lists and quotes within one another; what is deeper stands on this level. */
const MAX_DEPTH = 6

/** How the words around a run of text dress it. */
type Dress = Omit<Inline, 'text'>

/**
 * A text in Markdown (GitHub's flavour) as blocks: HTML in it is text like any other, links are http, https and mailto alone, pictures http
 * and https. `base` is what relative addresses are of; without it they are no links. Throws for what is nested thousands deep: call it
 * where a failure is caught. **Source:** CommonMark 0.31, GFM 0.29.
 */
export function readMarkdown(markdown: string, base: string | null): Block[] {
  return new MarkdownReader(base).blocks(new Lexer({ gfm: true }).lex(markdown.toWellFormed()), 0)
}

class MarkdownReader {
  private readonly base: string | null

  constructor(base: string | null) {
    this.base = base
  }

  blocks(tokens: readonly Token[], depth: number): Block[] {
    return depth > MAX_DEPTH ? [] : tokens.flatMap((token) => this.block(token, depth))
  }

  private block(token: Token, depth: number): Block[] {
    const known = token as Tokens.Generic // its fields follow from its type, as marked documents them
    switch (token.type) {
      case 'heading': {
        const inlines = this.inlines(known.tokens ?? [], {})
        const level = known.depth <= 2 ? 2 : known.depth === 3 ? 3 : 4
        return isBlank(inlines) ? [] : [{ kind: 'heading', level, inlines }]
      }
      case 'paragraph':
      case 'text':
        return this.paragraph(known.tokens ?? [known])
      case 'html':
        return known.text.trim() === '' ? [] : [{ kind: 'paragraph', inlines: [{ text: known.text.trim() }] }]
      case 'code':
        return [{ kind: 'code', text: known.text }]
      case 'blockquote': {
        const paragraphs = this.blocks(known.tokens ?? [], depth + 1).flatMap(paragraphsOf)
        return paragraphs.length === 0 ? [] : [{ kind: 'quote', paragraphs }]
      }
      case 'list': {
        const items = this.items(token as Tokens.List, depth)
        return items.length === 0 ? [] : [{ kind: 'list', ordered: known.ordered === true, items }]
      }
      case 'table':
        return [{ kind: 'table', rows: this.rows(token as Tokens.Table) }]
      default:
        return [] // blank lines, rules, definitions of links
    }
  }

  /** Pictures in a paragraph stand beneath it: a block is words or a picture. */
  private paragraph(tokens: readonly Token[]): Block[] {
    const inlines = this.inlines(tokens, {})
    return [...(isBlank(inlines) ? [] : [{ kind: 'paragraph' as const, inlines }]), ...this.pictures(tokens)]
  }

  /** Items of an inner list follow the item that they stand in: our lists have one level. */
  private items(list: Tokens.List, depth: number): (readonly Inline[])[] {
    if (depth > MAX_DEPTH) return []
    return list.items.flatMap((item) => {
      const own = item.tokens.filter((token) => token.type !== 'list')
      const inner = item.tokens.filter((token) => token.type === 'list') as Tokens.List[] // by its type
      const paragraphs = this.blocks(own, depth + 1).flatMap(paragraphsOf)
      const joined = paragraphs.flatMap((one, index) => (index === 0 ? one : [{ text: ' ' }, ...one]))
      return [...(joined.length === 0 ? [] : [joined]), ...inner.flatMap((one) => this.items(one, depth + 1))]
    })
  }

  private rows({ header, rows }: Tokens.Table): TableRow[] {
    const row = (cells: readonly Tokens.TableCell[], isHeader: boolean) => ({
      header: isHeader,
      cells: cells.map((cell) => this.inlines(cell.tokens, {})),
    })
    return [row(header, true), ...rows.map((cells) => row(cells, false))]
  }

  private inlines(tokens: readonly Token[], dress: Dress): Inline[] {
    return tokens.flatMap((token) => this.inline(token, dress))
  }

  private inline(token: Token, dress: Dress): Inline[] {
    const known = token as Tokens.Generic // as above
    switch (token.type) {
      case 'strong':
        return this.inlines(known.tokens ?? [], { ...dress, strong: true })
      case 'em':
        return this.inlines(known.tokens ?? [], { ...dress, em: true })
      case 'codespan':
        return [{ text: known.text, ...dress, code: true }]
      case 'br':
        return [{ text: '\n', ...dress }]
      case 'del':
        return this.inlines(known.tokens ?? [], dress)
      case 'link': {
        const href = this.address(known.href, LINKED)
        return this.inlines(known.tokens ?? [], href === null ? dress : { ...dress, href })
      }
      case 'image':
        return this.address(known.href, PICTURED) === null ? [{ text: known.text, ...dress }] : []
      case 'html':
        return [{ text: known.text, ...dress }]
      case 'checkbox':
        return [{ text: known.checked ? '☑ ' : '☐ ', ...dress }]
      case 'escape':
        return [{ text: known.text, ...dress }]
      default:
        return known.tokens
          ? this.inlines(known.tokens, dress)
          : [{ text: decodeReferences(known.text ?? '').replaceAll('\n', ' '), ...dress }]
    }
  }

  private pictures(tokens: readonly Token[]): Block[] {
    return tokens.flatMap((token): Block[] => {
      const known = token as Tokens.Generic // as above
      if (token.type !== 'image') return known.tokens ? this.pictures(known.tokens) : []
      const url = this.address(known.href, PICTURED)
      return url === null ? [] : [{ kind: 'image', url, alt: known.text, caption: known.title ?? '' }]
    })
  }

  private address(href: string, schemes: ReadonlySet<string>): string | null {
    const url = URL.parse(href, this.base ?? undefined)
    return url !== null && schemes.has(url.protocol) ? url.href : null
  }
}

const PICTURED = new Set(['http:', 'https:'])

function isBlank(inlines: readonly Inline[]): boolean {
  return inlines.every(({ text }) => text.trim() === '')
}

/** What a quote or a list's item can hold of a block: words. */
function paragraphsOf(block: Block): (readonly Inline[])[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.inlines]
    case 'list':
      return [...block.items]
    case 'quote':
      return [...block.paragraphs]
    case 'code':
      return [[{ text: block.text, code: true }]]
    case 'table':
      return block.rows.map((row) => row.cells.flatMap((cell, at) => (at === 0 ? cell : [{ text: ' · ' }, ...cell])))
    case 'image':
    case 'embed':
      return []
  }
}
