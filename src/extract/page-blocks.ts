import { NO_CLASS } from './element-names.ts'
import { isTemplateScript, type PageElement, readTree } from './page-tree.ts'

/** A run of text inside a block with what stands around it; `href` is as written on the page. */
export type TextRun = { text: string; href: string | null; strong: boolean; em: boolean; code: boolean }

/** One block of a page's text, in reading order. */
export type TextBlock = {
  kind: 'text'
  /** The block element it stands in directly. */
  element: PageElement
  runs: readonly TextRun[]
  /** White space folded (kept in `pre`), line breaks inside a block as LF. */
  text: string
  /** UTF-16 units of `text` inside links. */
  linkLength: number
  /** Links that stand in it. */
  links: number
  /** Some element around it is hidden by its own attributes. */
  hidden: boolean
}

/** A picture or an embedded player between blocks; `url` as written. */
export type MediaBlock = { kind: 'image' | 'embed'; element: PageElement; url: string; title: string; hidden: boolean }

/** A page cut into blocks: text alone in `texts`; media with the count of text blocks before them. */
export type PageBlocks = { texts: readonly TextBlock[]; media: readonly { block: MediaBlock; before: number }[] }

/** Most blocks of text read of one page; the largest real pages have 10,000. */
const MAX_BLOCKS = 12_000
const MAX_MEDIA = 2_000

const SKIPPED = new Set(
  'script style noscript template svg math select textarea button input head title canvas audio object dialog option datalist'.split(
    ' ',
  ),
)
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
const STRONG = new Set(['b', 'strong'])
const EM = new Set(['em', 'i'])
const CODE = new Set(['code', 'kbd', 'samp', 'tt'])
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/iu

/** Cuts a page's tree into blocks of text, closed at every block element and at every double line break; `scriptless` also reads what is meant for browsers without scripts. */
export function readBlocks(root: PageElement, { scriptless = false } = {}): PageBlocks {
  const cutter = new BlockCutter(scriptless)
  cutter.walk(root, { href: null, strong: false, em: false, code: false, pre: false, hidden: false })
  cutter.close(root)
  return { texts: cutter.texts, media: cutter.media }
}

type Around = { href: string | null; strong: boolean; em: boolean; code: boolean; pre: boolean; hidden: boolean }

class BlockCutter {
  readonly texts: TextBlock[] = []
  readonly media: { block: MediaBlock; before: number }[] = []
  private runs: TextRun[] = []
  /** Line breaks in a row at the end of what is open. */
  private breaks = 0
  private pre = false
  private hidden = false
  private readonly scriptless: boolean

  constructor(scriptless: boolean) {
    this.scriptless = scriptless
  }

  walk(element: PageElement, around: Around): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.add(child, around)
      else if (child.tag === 'br') this.lineBreak(element)
      else if (child.tag === 'img' || child.tag === 'iframe' || child.tag === 'video') this.addMedia(child, around)
      else if (this.scriptless && isTemplateScript(child)) this.enter(templateOf(child), element, around)
      else if (!SKIPPED.has(child.tag) || (this.scriptless && child.tag === 'noscript'))
        this.enter(child, element, around)
    }
  }

  private enter(child: PageElement, parent: PageElement, around: Around): void {
    const { tag, attributes } = child
    const inner: Around = {
      href: tag === 'a' ? (attributes.href ?? around.href) : around.href,
      strong: around.strong || STRONG.has(tag),
      em: around.em || EM.has(tag),
      code: around.code || CODE.has(tag),
      pre: around.pre || tag === 'pre',
      hidden: around.hidden || isHidden(child),
    }
    if (INLINE.has(tag)) {
      this.walk(child, inner)
      return
    }
    this.close(parent)
    this.walk(child, inner)
    this.close(child)
  }

  private add(raw: string, around: Around): void {
    const text = around.pre ? raw : foldedSpace(raw)
    if (text === '' || (text === ' ' && this.runs.length === 0)) return
    if (text !== ' ') this.breaks = 0
    this.pre = around.pre
    this.hidden = around.hidden
    const last = this.runs.at(-1)
    if (
      last &&
      last.href === around.href &&
      last.strong === around.strong &&
      last.em === around.em &&
      last.code === around.code
    ) {
      last.text += text
    } else this.runs.push({ text, href: around.href, strong: around.strong, em: around.em, code: around.code })
  }

  private lineBreak(element: PageElement): void {
    this.breaks++
    if (this.breaks >= 2 && !this.pre) this.close(element)
    else if (this.runs.length > 0) this.runs.at(-1)!.text += '\n'
  }

  private addMedia(element: PageElement, around: Around): void {
    if (this.media.length >= MAX_MEDIA) return
    const { attributes } = element
    const url = mediaUrl(attributes)
    if (!url) return
    const kind = element.tag === 'img' ? 'image' : 'embed'
    const hidden = around.hidden || isHidden(element)
    this.media.push({
      block: { kind, element, url, title: attributes.alt ?? attributes.title ?? '', hidden },
      before: this.texts.length,
    })
  }

  close(element: PageElement): void {
    this.breaks = 0
    if (this.runs.length === 0) return
    const runs = this.pre ? this.runs : foldedRuns(this.runs)
    this.runs = []
    if (runs.length === 0) return
    const text = runs.length === 1 ? runs[0]!.text : runs.map((run) => run.text).join('')
    if (text.trim() === '' || this.texts.length >= MAX_BLOCKS) return
    let linkLength = 0
    let links = 0
    for (const run of runs) {
      if (run.href === null) continue
      linkLength += run.text.length
      links++
    }
    this.texts.push({ kind: 'text', element, runs, text, linkLength, links, hidden: this.hidden })
    this.pre = false
  }
}

/** The page inside a template script, hung where the script stood. */
function templateOf(script: PageElement): PageElement {
  const inner = readTree(script.children.filter((child) => typeof child === 'string').join(''))
  return { ...inner, tag: 'div', names: NO_CLASS.with('div'), parent: script.parent, depth: script.depth }
}

/** Runs with white space folded across their borders, and none at either end. */
function foldedRuns(runs: readonly TextRun[]): TextRun[] {
  const folded: TextRun[] = []
  let spaced = true
  for (const run of runs) {
    const inner = foldedText(run.text)
    const text: string = spaced ? inner.trimStart() : inner
    if (text === '') continue
    spaced = text.trimEnd().length < text.length
    folded.push(text === run.text ? run : withText(run, text))
  }
  for (let last = folded.pop(); last; last = folded.pop()) {
    const text = last.text.trimEnd()
    if (text === '') continue
    folded.push(text === last.text ? last : withText(last, text))
    break
  }
  return folded
}

/** White space as single spaces; most texts have it so already, and a look is cheaper than a search. */
function foldedSpace(raw: string): string {
  let spaced = false
  for (let index = 0; index < raw.length; index++) {
    const code = raw.charCodeAt(index)
    if (code > 32 && code < 160) spaced = false
    else if (code !== 32 || spaced) {
      if (isWhitespaceOnly(raw)) return ' '
      return raw.replace(/[\s\u00a0]+/gu, ' ')
    } else spaced = true
  }
  return raw
}

function isWhitespaceOnly(raw: string): boolean {
  return raw.trimStart() === ''
}

function foldedText(text: string): string {
  const unbroken = text.includes('\n') ? text.replace(/ *\n */gu, '\n') : text
  return unbroken.includes('  ') ? unbroken.replace(/ {2,}/gu, ' ') : unbroken
}

function withText({ href, strong, em, code }: TextRun, text: string): TextRun {
  return { text, href, strong, em, code }
}

function isHidden(element: PageElement): boolean {
  const { attributes, tag } = element
  if (attributes.hidden !== undefined) return true
  return tag !== 'body' && attributes.style !== undefined && HIDDEN_STYLE.test(attributes.style)
}

function mediaUrl(attributes: Readonly<Record<string, string>>): string | null {
  const lazy = attributes['data-src'] ?? attributes['data-lazy-src'] ?? attributes['data-original']
  const url = lazy ?? attributes.src ?? attributes['data-url'] ?? null
  if (url && !/^\s*data:/iu.test(url)) return url.trim()
  const set = attributes['data-srcset'] ?? attributes.srcset
  return set ? (set.trim().split(/[\s,]/u, 1)[0] ?? null) : null
}
