import { html } from 'hono/html'
import type { Repair } from '../../model/article.ts'
import type { Block, Inline } from '../../model/block.ts'
import { MAX_PICTURES, type PictureLinks } from '../pictures/picture-address.ts'
import type { Html } from './layout.ts'
import { hostOf, safeUrl } from './links.ts'
import { say } from './messages.ts'
import { PICTURE_SIZES, pictureView } from './picture.ts'
import { pageLanguage } from './speech.ts'

/** Repairs of one run of inlines: places count UTF-16 units into its text. */
type Mend = { at: number; repair: Repair }

/**
 * A body as HTML, from blocks alone; paragraphs are named by their block's number, so that a story can lead to one; words that were mended are marked and lead to the repairs.
 * Pictures are shown by this site's own address, or linked by their caption: a stranger's server is never told who reads.
 */
export function bodyView(
  blocks: readonly Block[],
  text: string,
  repairs: readonly Repair[],
  pictures: PictureLinks | null = null,
): Html[] {
  const inText = repairs.filter((repair) => repair.field === 'text')
  let cursor = 0
  const shown =
    pictures === null
      ? new Set<Block>()
      : new Set(blocks.filter((block) => block.kind === 'image').slice(0, MAX_PICTURES))
  return blocks.map((block, place) => {
    const flat = block.kind === 'paragraph' || block.kind === 'heading' ? flatText(block.inlines) : ''
    const start = flat === '' || inText.length === 0 ? -1 : text.indexOf(flat, cursor)
    const mends =
      start === -1
        ? []
        : inText
            .filter((repair) => repair.at >= start && repair.at <= start + flat.length)
            .map((repair) => ({ at: repair.at - start, repair }))
    if (start !== -1) cursor = start + flat.length
    const figure = pictures && block.kind === 'image' && shown.has(block) ? shownFigure(block, pictures) : null
    return figure ?? blockView(block, mends, place)
  })
}

function blockView(block: Block, mends: readonly Mend[], place: number): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p id="b${place}">${inlinesView(block.inlines, mends)}</p>`
    case 'heading':
      return block.level === 2
        ? html`<h2 class="in">${inlinesView(block.inlines, mends)}</h2>`
        : html`<h3 class="in">${inlinesView(block.inlines, mends)}</h3>`
    case 'list': {
      const items = block.items.map((item) => html`<li>${inlinesView(item, [])}</li>`)
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`
    }
    case 'quote':
      return html`<blockquote>${block.paragraphs.map((one) => html`<p>${inlinesView(one, [])}</p>`)}</blockquote>`
    case 'code':
      return html`<pre tabindex="0"><code>${block.text}</code></pre>`
    case 'table':
      return html`<div class="scroll" tabindex="0" role="group"><table>${block.rows.map((row) => html`<tr>${row.cells.map((cell) => (row.header ? html`<th>${inlinesView(cell, [])}</th>` : html`<td>${inlinesView(cell, [])}</td>`))}</tr>`)}</table></div>`
    case 'image':
      return linkedFigure(block.url, block.caption || block.alt || say('picture'), say('picture'))
    case 'embed':
      return linkedFigure(block.url, block.title || say('embed'), say('embed'))
  }
}

/** A picture with its caption and the way to where it is from; null where it cannot be shown. */
function shownFigure({ url, alt, caption }: Extract<Block, { kind: 'image' }>, pictures: PictureLinks): Html | null {
  const view = pictureView(pictures, { address: url, alt: alt || caption, sizes: PICTURE_SIZES.body })
  if (view === null) return null
  const words = caption || alt
  return html`<figure class="picture">${view}<figcaption class="ui">${words === '' ? '' : html`${words} `}<a class="soft"${pageLanguage()} href="${url}" rel="noopener nofollow noreferrer">(${say('picture')}, ${hostOf(url)})</a></figcaption></figure>`
}

function linkedFigure(url: string, caption: string, kind: string): Html {
  const href = safeUrl(url)
  const host = href === null ? null : hostOf(href)
  const label = html`${caption}${host ? html` <span class="soft"${pageLanguage()}>(${kind}, ${host})</span>` : ''}`
  return html`<p class="figure ui">${href ? html`<a href="${href}" rel="noopener nofollow noreferrer">${label}</a>` : label}</p>`
}

function inlinesView(inlines: readonly Inline[], mends: readonly Mend[]): Html[] {
  let start = 0
  return inlines.map((inline) => {
    const from = start
    start += inline.text.length
    const own = mends.filter((mend) => mend.at >= from && (mend.at < start || inline === inlines.at(-1)))
    return inlineView(
      inline,
      own.map((mend) => ({ ...mend, at: mend.at - from })),
    )
  })
}

function inlineView(inline: Inline, mends: readonly Mend[]): Html {
  let view = textView(inline.text, mends)
  if (inline.code) view = html`<code>${view}</code>`
  if (inline.em) view = html`<em>${view}</em>`
  if (inline.strong) view = html`<strong>${view}</strong>`
  const href = safeUrl(inline.href ?? null)
  // A mended word is a link itself: inside another one it stays plain.
  return href && mends.length === 0 ? html`<a href="${href}" rel="noopener nofollow">${view}</a>` : view
}

function textView(text: string, mends: readonly Mend[]): Html {
  if (mends.length === 0) return html`${text}`
  const pieces: Html[] = []
  let done = 0
  for (const { at, repair } of mends.toSorted((a, b) => a.at - b.at)) {
    if (at < done) continue
    const end = Math.min(text.length, at + repair.mended.length)
    const title = say('repairTitle', { found: repair.found })
    pieces.push(
      html`${text.slice(done, at)}<a class="mend" href="#repairs" title="${title}">${text.slice(at, end) || '‸'}</a>`,
    )
    done = end
  }
  return html`${pieces}${text.slice(done)}`
}

function flatText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join('')
}
