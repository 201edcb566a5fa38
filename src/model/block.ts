/** A run of text inside a block. `href` is absolute http, https or mailto, or absent. */
export type Inline = { text: string; href?: string; strong?: boolean; em?: boolean; code?: boolean }

/**
 * What an article consists of, whatever it came from. Pages are printed from blocks only,
 * so that nothing of a stranger's markup is ever passed through.
 */
export type Block =
  | { kind: 'paragraph'; inlines: readonly Inline[] }
  | { kind: 'heading'; level: 2 | 3 | 4; inlines: readonly Inline[] }
  | { kind: 'list'; ordered: boolean; items: readonly (readonly Inline[])[] }
  | { kind: 'quote'; paragraphs: readonly (readonly Inline[])[] }
  | { kind: 'code'; text: string }
  | { kind: 'table'; rows: readonly TableRow[] }
  | { kind: 'image'; url: string; alt: string; caption: string }
  | { kind: 'embed'; url: string; title: string }

export type TableRow = { header: boolean; cells: readonly (readonly Inline[])[] }
