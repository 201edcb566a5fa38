import type { FeedRow, PageRow } from '../reading.ts'

type Cell = string | number | null

/** What was read right of feeds, as a Markdown table. */
export function feedTable(rows: readonly FeedRow[]): string {
  const share = ([met, asked]: readonly [number, number]): Cell =>
    asked === 0 ? null : `${met}/${asked} ${((100 * met) / asked).toFixed(1)} %`
  return table(
    ['feeds', 'reader', 'files', 'core, strict', 'xml:base', 'threw', 'hung', 'MB/s of long feeds'],
    rows.map((row) => [
      row.set, row.reader, row.files, share(row.core), share(row.base), row.threw, row.hung, row.megabytesPerSecond?.toFixed(1) ?? null,
    ]),
  ) // biome-ignore format: a table reads better in rows
}

/** What was read right of pages, as a Markdown table. */
export function pageTable(rows: readonly PageRow[]): string {
  return table(
    ['pages', 'reader', 'pages', 'body F1', 'P', 'R', 'bag F1', 'snippets', 'title', 'author', 'date', 'ms CPU', 'threw', 'hung'],
    rows.map((row) => [
      row.set,
      row.reader,
      row.pages,
      ...[row.body, row.bodyPrecision, row.bodyRecall, row.bag, row.snippets, row.title, row.author, row.date].map(
        (share) => share?.toFixed(3).replace(/^0/u, '') ?? null,
      ),
      row.cpuMs.toFixed(1),
      row.threw,
      row.hung,
    ]),
  ) // biome-ignore format: a table reads better in rows
}

/** Rows under their head as a Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map((cell) => cell ?? ''))]
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}
