import type { EpochMs } from '../model/time.ts'
import { type Extraction, finishArticle } from './finish-article.ts'
import { readHtmlPage } from './html-page.ts'
import { readPlainPage } from './plain-page.ts'

/** Where a page came from and when it was read; `url` makes its links absolute. */
export type PageContext = { url: string | null; nowMs: EpochMs }

/** Longest page read, in UTF-16 units: the largest news pages seen are 3 million; beyond it a page is a dump. */
export const MAX_PAGE_LENGTH = 16_000_000

/** Reads a page that came as plain text (copied from a browser, or saved so). Never throws; linear in the text's length. */
export function extractPlainText(text: string, context: PageContext): Extraction {
  const unfit = unfitPage(text)
  if (unfit) return unfit
  return finishArticle(readPlainPage(text, context.url), context.nowMs)
}

/** Reads a page of HTML, whatever its state. Never throws; linear in the page's length. */
export function extractHtml(html: string, context: PageContext): Extraction {
  return extractOfHost(html, context, []).result
}

/**
 * Reads a page of HTML with what its host's other pages repeated (hashes of blocks, in any order): such blocks are left out of the
 * text. Gives also the hashes by which this page is to be remembered; none where nothing could be read.
 */
export function extractOfHost(
  html: string,
  { url, nowMs }: PageContext,
  repeated: Iterable<number>,
): { result: Extraction; blockHashes: Uint32Array } {
  const unfit = unfitPage(html)
  if (unfit) return { result: unfit, blockHashes: new Uint32Array(0) }
  const { reading, blockHashes } = readHtmlPage(html, { url, nowMs, repeated: new Set(repeated) })
  return { result: finishArticle(reading, nowMs), blockHashes }
}

function unfitPage(text: string): Extraction | null {
  if (text.length > MAX_PAGE_LENGTH)
    return { ok: false, reason: 'too-large', detail: `the page has more than ${MAX_PAGE_LENGTH} characters` }
  if (text.trim() === '') return { ok: false, reason: 'empty', detail: 'the page is empty' }
  if (looksBinary(text)) return { ok: false, reason: 'not-text', detail: 'the page holds bytes that are no text' }
  return null
}

/** More than one control character or replacement sign in ten, over the first kilobyte. */
function looksBinary(text: string): boolean {
  const head = text.slice(0, 1024)
  const strange = head.match(/[\u0000-\u0008\u000e-\u001a\ufffd]/gu)?.length ?? 0
  return strange * 10 > head.length
}
