import { MAX_TAG_UNITS } from './limits.ts'

const LESS = 60
const MORE = 62
/** Units that may be looked at in vain, over one text, for tags whose quotes do not close; after that quotes are not trusted, so that the whole stays linear. */
const MAX_WASTED_UNITS = 8 * MAX_TAG_UNITS

/**
 * Finds where tags end, quotes respected. One finder serves one text from front to back, and remembers what it looked for:
 * that keeps a flood of tags that never end linear.
 */
export class TagEndFinder {
  private moreAt = -2
  private wasted = 0
  private text = ''

  /** The next `>` at or behind `from`; -1 where there is none. */
  nextMore(text: string, from: number): number {
    if (text !== this.text) {
      this.text = text
      this.moreAt = -2
    }
    if (this.moreAt !== -1 && this.moreAt < from) this.moreAt = text.indexOf('>', from)
    return this.moreAt
  }

  /**
   * Index of the `>` that ends the tag whose name starts at `from`; -1 where it has none within MAX_TAG_UNITS.
   * A quote that is never closed, or that runs over a line's start into another tag, is a slip: then the first `>` counts.
   * Where more text is to come (`isWhole` false), an open quote gives -1: what follows may close it.
   */
  find(text: string, from: number, isWhole = true): number {
    const first = this.nextMore(text, from)
    if (first === -1 || first - from > MAX_TAG_UNITS) return -1
    const quoteAt = firstQuote(text, from, first)
    if (quoteAt === -1 || this.wasted > MAX_WASTED_UNITS) return first
    const last = Math.min(text.length, from + MAX_TAG_UNITS)
    let at = quoteAt
    while (at < last) {
      const code = text.charCodeAt(at)
      if (code === MORE) return at
      if (code === LESS) break
      if (code === 34 || code === 39) {
        const close = closingQuote(text, at, last)
        if (close < 0) {
          this.wasted += -close - first
          return !isWhole && -close === text.length ? -1 : first
        }
        at = close
      }
      at++
    }
    this.wasted += at - first
    return !isWhole && at >= text.length ? -1 : first
  }
}

function firstQuote(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 34 || code === 39) return at
  }
  return -1
}

/** The quote that closes the one at `open`; else minus the place where the search gave up: at the limit, or at a line that starts with a tag. */
function closingQuote(text: string, open: number, last: number): number {
  const quote = text.charCodeAt(open)
  for (let at = open + 1; at < last; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) return at
    if (code === LESS && text.charCodeAt(at - 1) === 10) return -at
  }
  return -last
}
