import { writtenDates } from '../text/written-date.ts'
import { looksLikeNames, namesIn, ROLE_ALONE, squeezed, withoutBy, withoutDate } from './byline-words.ts'
import type { PageBlocks, TextBlock } from './page-blocks.ts'

/** Longest line that may be a byline or a stamp, in UTF-16 units. */
const MAX_LINE = 120
/** Kept lines from either end in which bylines and stamps are looked for. */
const HEAD_LINES = 10
/** How many paragraphs may stand above a byline: a standfirst, or two. */
const MAX_PARAGRAPHS_ABOVE = 2
/** A line this long is a paragraph, in UTF-16 units. */
const PARAGRAPH = 160

/** The kept blocks but for lines of the head that are the byline or a date and nothing else: the article has these apart from its text. */
export function withoutHeadFurniture(page: PageBlocks, kept: readonly boolean[], byline: readonly string[]): boolean[] {
  const left = [...kept]
  const names = new Set(byline.map(squeezed))
  let seen = 0
  let paragraphs = 0
  for (let index = Math.max(0, kept.indexOf(true)); index < kept.length && seen < HEAD_LINES; index++) {
    if (!kept[index]) continue
    seen++
    const block = page.texts[index]!
    if (block.text.length > PARAGRAPH && ++paragraphs > MAX_PARAGRAPHS_ABOVE) break
    if (isStamp(block) || isBylineLine(block, names)) left[index] = false
  }
  return left.includes(true) ? left : [...kept]
}

/** What stands in a stamp beside its date: labels, weekdays, zones, how long one reads. */
const STAMP_WORDS =
  /\b(?:first |last )?(?:published|posted|updated|modified|created|released|date|time|on|at|by|am|um|uhr|vom|le|à|el|del|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|pubblicato|geplaatst|[ap]\.?m\.?|[a-z]{2,4}t|utc|gmt|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|\d{1,3}[ -]?min(?:ute)?s?(?: read)?|reading time)\b/giu

/** A line that is a date alone, however it is labelled. A heading of a chronicle is none. */
function isStamp({ text, element }: TextBlock): boolean {
  if (text.length > MAX_LINE || /^(?:h[2-6]|t[dh])$/u.test(element.tag)) return false
  const dates = writtenDates(text)
  if (dates.length === 0) return false
  let rest = text
  for (const { start, end } of dates.reverse()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`
  return !/\p{L}|\d{3}/u.test(rest.replace(STAMP_WORDS, ' '))
}

/** A line that names who wrote it and says nothing else: "By …", or the names of the byline with their roles and a date. */
function isBylineLine({ text, element }: TextBlock, names: ReadonlySet<string>): boolean {
  // "First published by the Examiner." is a sentence of the text.
  if (text.length > MAX_LINE || /^h[1-6]$/u.test(element.tag) || /[.!?]$/u.test(text)) return false
  const undated = withoutDate(text.replaceAll('\n', ' '))
  const bare = withoutBy(undated)
  const found = namesIn(bare)
  const known = found.filter((name) => names.has(squeezed(name)))
  if (known.length > 0 && found.every((name) => names.has(squeezed(name)) || ROLE_ALONE.test(name))) return true
  return bare !== undated && /^(?:by|von|par|por)\b/iu.test(undated) && looksLikeNames(bare)
}
