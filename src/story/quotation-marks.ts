/** A quotation with its marks; `[start, end)` in UTF-16 code units, `inner` without the marks. */
export type Quotation = { start: number; end: number; inner: string }

/** Longest quotation looked for, in UTF-16 units: a long paragraph of somebody's words. */
const MAX_QUOTATION = 1_500
/** Marks that open, and those that close each. `"` and `”` open and close themselves. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '‹': '›',
  '‘': '’',
  '‚': '‘',
  '”': '”',
  '"': '"',
  '「': '」',
  '『': '』',
}
const SPACE_OR_START = /[\s([—–:-]/u

/**
 * Quotations of one paragraph in any style of marks, in reading order; a quotation within one is a part of it. What is opened and not closed is left out.
 * Linear: each kind of mark is looked for once more only where it was found.
 */
export function quotations(paragraph: string): Quotation[] {
  const found: Quotation[] = []
  const missing = new Set<string>()
  for (let at = 0; at < paragraph.length; at++) {
    const mark = paragraph[at]!
    const closers = CLOSERS[mark]
    if (closers === undefined || missing.has(mark) || !opens(paragraph, at, mark)) continue
    const end = closeOf(paragraph, at, closers)
    if (end === -1) {
      missing.add(mark)
      continue
    }
    found.push({ start: at, end: end + 1, inner: paragraph.slice(at + 1, end).trim() })
    at = end
  }
  return found
}

/** Marks that can be an apostrophe, a closing mark or inches open only after a space. */
function opens(paragraph: string, at: number, mark: string): boolean {
  if (mark !== '‘' && mark !== '”' && mark !== '"' && mark !== '»') return true
  return at === 0 || SPACE_OR_START.test(paragraph[at - 1]!)
}

function closeOf(paragraph: string, from: number, closers: string): number {
  const last = Math.min(paragraph.length, from + MAX_QUOTATION)
  for (let at = from + 1; at < last; at++) {
    const mark = paragraph[at]!
    if (!closers.includes(mark)) continue
    const isApostrophe = mark === '’' && /\p{L}/u.test(paragraph[at + 1] ?? '')
    const isOpening = mark === '"' && at === from + 1
    if (!isApostrophe && !isOpening) return at
  }
  return -1
}
