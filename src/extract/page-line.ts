/** One line of a page in reading order: a line of a plain text, or a block of an HTML page. */
export type PageLine = {
  /** White space folded; a leading bullet is cut and told by `item`. */
  text: string
  /** Stood behind a bullet or in a list item. */
  item: boolean
  /** Where the whole line leads, as written; null where it is no link. */
  href: string | null
  /** Share of its letters that stand inside links, 0 to 1. */
  linkShare: number
  /** A block of HTML that is a heading by its tag. */
  heading: boolean
}

const BULLET = /^\s*(?:[-*•‣·–]\s+|\d{1,2}[.)]\s+(?=\p{Lu}))/u

/** Cuts a plain text into its lines; empty lines are left out. */
export function textLines(text: string): PageLine[] {
  const lines: PageLine[] = []
  for (const raw of joinHardWraps(text)) {
    const folded = raw.replace(/\s+/gu, ' ').trim()
    const bullet = BULLET.exec(folded)
    const cut = bullet ? folded.slice(bullet[0].length) : folded
    if (cut) lines.push({ text: cut, item: bullet !== null, href: null, linkShare: 0, heading: false })
  }
  return lines
}

/** Longest line of a hard-wrapped text, in UTF-16 units: mail and text browsers wrap at 72 to 80, some at 100. */
const MAX_WRAPPED_LINE = 100
/** Least share of inner lines that are nearly full when a text is hard-wrapped. */
const MIN_FULL_SHARE = 0.6

/** Lines of a text; where it is hard-wrapped (paragraphs parted by empty lines, lines all full), paragraphs instead. */
function joinHardWraps(text: string): string[] {
  const lines = text.split(/\r\n?|\n|\u2028|\u2029/u)
  const paragraphs: string[][] = [[]]
  for (const line of lines) {
    if (line.trim() === '') paragraphs.push([])
    else paragraphs.at(-1)?.push(line)
  }
  const inner = paragraphs.flatMap((paragraph) => paragraph.slice(0, -1))
  const full = inner.filter((line) => line.length > 50 && line.length <= MAX_WRAPPED_LINE).length
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0)
  const wrapped = inner.length >= 3 && longest <= MAX_WRAPPED_LINE && full / inner.length >= MIN_FULL_SHARE
  return wrapped ? paragraphs.map((paragraph) => paragraph.join(' ')) : lines
}
