import { joinUrl } from './join-url.ts'
import { decodeReferences, escapeAttribute, isNamedReference } from './references.ts'
import { TagEndFinder } from './tag-end.ts'

/** Elements that make a text look like HTML rather than prose that speaks of tags. */
const HTML_ELEMENTS = new Set(
  (
    'a abbr acronym address area article aside audio b big blockquote br button canvas caption center cite code col colgroup dd del details dfn dir div dl dt em fieldset figcaption figure font footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr i img input ins kbd label legend li main map mark menu meter nav ol optgroup option output p picture pre progress q s samp section select small source span strike strong sub summary sup ' +
    'table tbody td textarea tfoot th thead time tr tt u ul var video wbr iframe'
  ).split(' '),
)
/** Attributes that hold an address. **Source:** HTML 4.01 index of attributes (%URI;), HTML (src, poster). */
const URL_ATTRIBUTE =
  /([\s"'/])(href|src|cite|action|background|longdesc|poster|data|codebase|classid|usemap|profile)(\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/giu
const HAS_URL_ATTRIBUTE =
  /(?:href|src|cite|action|background|longdesc|poster|data|codebase|classid|usemap|profile)\s*=/iu
const ABSOLUTE = /^\s*[a-z][a-z0-9+.-]*:/iu
const BLOCK = /^\/?(?:p|br|div|li|ul|ol|h[1-6]|tr|td|th|table|blockquote|hr|section|article|figure|figcaption)$/u
const RAW_TEXT = /^(?:script|style|noscript|template)$/u

/**
 * True where a feed's text is meant as HTML: it closes a tag or holds a reference, and has no tag or reference that HTML does not know.
 *
 * **Source:** feedparser, "Content normalization": guessing the type of RSS titles.
 */
export function looksLikeHtml(text: string): boolean {
  if (!/<\/\w+>|<(?:br|img|hr)\b[^<>]{0,2000}>|&#?\w{1,31};/u.test(text)) return false
  for (const match of text.matchAll(/<\/?(\w+)/gu)) if (!HTML_ELEMENTS.has((match[1] ?? '').toLowerCase())) return false
  for (const match of text.matchAll(/&([A-Za-z]\w{0,31});/gu)) if (!isNamedReference(match[1] ?? '')) return false
  return true
}

/** Every address inside a piece of HTML made absolute against `base`; all other markup stays as it was. Linear. */
export function resolveLinks(html: string, base: string | null): string {
  if (!base || !HAS_URL_ATTRIBUTE.test(html)) return html
  const ends = new TagEndFinder()
  let resolved = ''
  let from = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', Math.max(at + 1, from))) {
    if (!/[a-z]/iu.test(html[at + 1] ?? '')) continue
    const end = ends.find(html, at + 1)
    if (end === -1) break
    const tag = html.slice(at, end)
    if (HAS_URL_ATTRIBUTE.test(tag)) resolved += html.slice(from, at) + resolveTag(tag, base)
    else resolved += html.slice(from, end)
    from = end
  }
  return resolved + html.slice(from)
}

function resolveTag(tag: string, base: string): string {
  return tag.replace(
    URL_ATTRIBUTE,
    (whole, before: string, name: string, equals: string, double?: string, single?: string, bare?: string) => {
      const value = double ?? single ?? bare ?? ''
      if (value.trim() === '' || ABSOLUTE.test(value)) return whole
      return `${before}${name}${equals}"${escapeAttribute(joinUrl(base, decodeReferences(value)))}"`
    },
  )
}

const TWICE_ESCAPED = /&lt;\/(?:p|a|div|b|i|em|strong|span|li|ul|ol|h[1-6]|blockquote|figure|table)&gt;/iu

/**
 * HTML that a feed escaped twice, read once more. Told by this: not one tag is a tag, yet tags that close are written out as text.
 * A page about HTML has paragraphs around its examples, and stays.
 */
export function mendTwiceEscaped(html: string): string {
  return !html.includes('<') && TWICE_ESCAPED.test(html) ? decodeReferences(html) : html
}

/** A `data:` address longer than is left in HTML (4,000 units): small icons stay, photographs are not text. */
const DATA_URL = /\bdata:[a-z]{1,20}\/[a-z0-9.+-]{1,60};base64,[a-z0-9+/=]{4000,}/giu

/** HTML without the large files that are written into it as `data:` addresses; `data:,` stands in their place. */
export function dropWrittenFiles(html: string): string {
  return html.length > 4_000 && html.includes(';base64,') ? html.replace(DATA_URL, 'data:,') : html
}

/** Line breaks and rules written one way, so that escaped HTML and XHTML with the same content are the same text. */
export function tidyBreaks(html: string): string {
  return html.replace(/<(br|hr)\s{0,9}\/?>/giu, (_, name: string) => `<${name.toLowerCase()} />`)
}

/** What a reader would see of a piece of HTML, on one line: tags gone, references read, white space folded. Linear. */
export function htmlToText(html: string): string {
  const ends = new TagEndFinder()
  let text = ''
  let from = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', Math.max(at + 1, from))) {
    if (!/[a-z/!?]/iu.test(html[at + 1] ?? '')) continue
    const end = ends.find(html, at + 1)
    if (end === -1) break
    const name = /^\/?[a-z0-9]*/iu.exec(html.slice(at + 1, at + 20))?.[0].toLowerCase() ?? ''
    text += html.slice(from, at)
    if (BLOCK.test(name)) text += ' '
    from = RAW_TEXT.test(name) ? rawTextEnd(html, end, name) : end + 1
  }
  return foldSpace(decodeReferences(text + html.slice(from)))
}

/** White space folded to single spaces, none at the ends. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** Where the text of a script or style ends; the end of all where it is not closed, so that it is looked for once. */
function rawTextEnd(html: string, from: number, name: string): number {
  const close = new RegExp(`</${name}\\s{0,20}>`, 'giu')
  close.lastIndex = from
  return close.exec(html) ? close.lastIndex : html.length
}
