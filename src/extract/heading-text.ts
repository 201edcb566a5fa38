import { type PageElement, textOf } from './page-tree.ts'

/** Longest heading read, in UTF-16 units. */
const MAX_HEADING = 400
/** Names of what stands inside a headline's element beside the headline: the line over it, the line under it, section, date, words for screen readers. */
const BESIDE =
  /kicker|roof-?line|dach-?zeile|top-?line|top-?title|over-?line|over-?title|eye-?brow|spitzmarke|vorspann|sub-?title|sub-?head|sub-?line|(?:^|[\s_-])(?:section|category|categories|cat|date|meta|label|descriptor|count|badge|rubrik|ressort|small|slogan|tagline|byline|author)(?:$|[\s_-])|h1small|element-invisible|screen-?reader|visually-?hidden|sr-only/iu
/** Headlines are marked by these even where another name of theirs says less. */
const HEAD = /headline(?!.*(?:top|sub))|title-?primary|main-?title/iu
/** Small print, which parts words, and how signs are read aloud, which does not. */
const SMALL = new Set(['small', 'script', 'style'])
const READ_ALOUD = new Set(['rt', 'rp'])
/** How deep inside a heading its parts are looked for. */
const MAX_PARTS_DEPTH = 3

/** The text of a headline's element without the kicker, subtitle, section or date inside it; whole where nothing else is left. */
export function headingText(heading: PageElement): string {
  const whole = clean(textOf(heading, MAX_HEADING))
  const own = clean(textBeside(heading, 0))
  return /\p{L}/u.test(own) ? own : whole
}

function textBeside(element: PageElement, depth: number): string {
  let text = ''
  for (const child of element.children) {
    if (text.length > 2 * MAX_HEADING) break
    if (typeof child === 'string') text += child.slice(0, 2 * MAX_HEADING)
    else if (READ_ALOUD.has(child.tag)) continue
    else if (child.tag === 'br') text += ' '
    else if (!SMALL.has(child.tag) && !standsBeside(child))
      text += depth < MAX_PARTS_DEPTH && child.children.length > 0 ? parted(child, depth) : textOf(child, MAX_HEADING)
    else text += ' '
  }
  return text
}

function parted(child: PageElement, depth: number): string {
  const inner = textBeside(child, depth + 1)
  return child.tag === 'div' || child.tag === 'p' ? ` ${inner} ` : inner
}

function standsBeside({ tag, names: { classes } }: PageElement): boolean {
  return tag === 'time' || (classes !== '' && BESIDE.test(classes) && !HEAD.test(classes))
}

/** Soft hyphens and spaces of no width are no letters; a mark left at either edge parted the headline from what stood beside it. */
function clean(text: string): string {
  return text
    .replace(/[\u00ad\u200b\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s:|•·/»]+|[\s|•·/»]+$/gu, '')
    .slice(0, MAX_HEADING)
}

/** The address of a copy in a web archive, behind the archive's own. */
const ARCHIVED = /^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\//u

/** A page's own address, where what was read is an archive's copy of it. */
export function originalUrl(url: string | null): string | null {
  if (url === null) return null
  const bare = url.replace(ARCHIVED, '')
  return /^https?:/u.test(bare) ? bare : `http://${bare}`
}

const SITE_NAMES = /(?:^|[\s_-])(?:logo|site-?title|site-?name|brand|blog-?title|masthead)(?:$|[\s_-])/iu

/** Whether a heading is the site's name rather than the article's: it is marked so, or it leads to the front page. */
export function isSiteHeading(heading: PageElement, url: string | null): boolean {
  const own = originalUrl(url)
  if (SITE_NAMES.test(`${heading.names.classes} ${heading.attributes.id ?? ''}`)) return true
  const link = onlyLink(heading, 0)
  if (!link || own === null || frontPage(own)) return false
  const leads = originalUrl(link.attributes.href ?? '') ?? ''
  return frontPage(leads) || (link.attributes.href ?? '') === '/' || /^\/\?locale=/u.test(link.attributes.href ?? '')
}

function onlyLink(element: PageElement, depth: number): PageElement | null {
  const inner = element.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  const [only] = inner
  if (inner.length !== 1 || only === undefined || typeof only === 'string' || depth > MAX_PARTS_DEPTH) return null
  return only.tag === 'a' ? only : onlyLink(only, depth + 1)
}

function frontPage(url: string): boolean {
  return /^https?:\/\/[^/?#]+\/?(?:index\.\w{3,5})?$/u.test(url)
}
