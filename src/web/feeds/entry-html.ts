import { blocksHtml, htmlText } from './block-html.ts'
import type { OutEntry } from './out-feed.ts'
import { safeUri } from './xml.ts'

/** What a reader app shows of one entry: why it stands here, the text (or its summary), and where it comes from. */
export function entryHtml(entry: OutEntry): string {
  const parts = [
    entry.reason === null ? '' : `<p><em>${htmlText(entry.reason)}</em></p>`,
    entry.blocks === null ? summaryHtml(entry.summary) : blocksHtml(entry.blocks, entry.pictures),
    entry.originUrl === null
      ? ''
      : `<p><a href="${htmlText(safeUri(entry.originUrl))}">Read where it was published</a></p>`,
  ]
  return parts.filter((part) => part !== '').join('\n')
}

function summaryHtml(summary: string): string {
  return summary === '' ? '' : `<p>${htmlText(summary)}</p>`
}
