import type { Block, Inline } from '../../model/block.ts'
import { safeUri } from './xml.ts'

/** Schemes that a link or picture in our feeds may have. */
const SAFE_LINK = /^(?:https?:\/\/|mailto:)/i
const SAFE_PICTURE = /^https?:\/\//i

/**
 * Blocks as HTML for feed readers: absolute links, no class, style, script or frame.
 * Pictures stand at the addresses of `pictures` (foreign address to one of this site); those without one are linked, not embedded:
 * opening a feed must not tell a stranger's server who reads.
 * Empty for no blocks.
 */
export function blocksHtml(blocks: readonly Block[], pictures: Readonly<Record<string, string>> = {}): string {
  return blocks.map((block) => blockHtml(block, pictures)).join('\n')
}

function blockHtml(block: Block, pictures: Readonly<Record<string, string>>): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${inlinesHtml(block.inlines)}</p>`
    case 'heading':
      return `<h${block.level}>${inlinesHtml(block.inlines)}</h${block.level}>`
    case 'list': {
      const items = block.items.map((item) => `<li>${inlinesHtml(item)}</li>`).join('')
      return block.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`
    }
    case 'quote':
      return `<blockquote>${block.paragraphs.map((one) => `<p>${inlinesHtml(one)}</p>`).join('')}</blockquote>`
    case 'code':
      return `<pre><code>${htmlText(block.text)}</code></pre>`
    case 'table':
      return `<table>${block.rows.map(rowHtml).join('')}</table>`
    case 'image':
      return `${pictureHtml(pictureOf(pictures, block.url), block.alt || block.caption)}${linkParagraph(block.url, block.caption || block.alt || 'Picture', SAFE_PICTURE)}`
    case 'embed':
      return linkParagraph(block.url, block.title || block.url, SAFE_LINK)
  }
}

/** A stranger's address may be the name of what every object has (`toString`). */
function pictureOf(pictures: Readonly<Record<string, string>>, url: string): string | undefined {
  return Object.hasOwn(pictures, url) ? pictures[url] : undefined
}

function pictureHtml(address: string | undefined, alt: string): string {
  return address === undefined ? '' : `<p><img src="${htmlText(address)}" alt="${htmlText(alt)}"></p>`
}

function rowHtml(row: { header: boolean; cells: readonly (readonly Inline[])[] }): string {
  const name = row.header ? 'th' : 'td'
  return `<tr>${row.cells.map((cell) => `<${name}>${inlinesHtml(cell)}</${name}>`).join('')}</tr>`
}

function linkParagraph(url: string, label: string, safe: RegExp): string {
  return safe.test(url)
    ? `<p><a href="${htmlText(safeUri(url))}">${htmlText(label)}</a></p>`
    : `<p>${htmlText(label)}</p>`
}

function inlinesHtml(inlines: readonly Inline[]): string {
  return inlines.map(inlineHtml).join('')
}

function inlineHtml(inline: Inline): string {
  let html = htmlText(inline.text)
  if (inline.code) html = `<code>${html}</code>`
  if (inline.em) html = `<em>${html}</em>`
  if (inline.strong) html = `<strong>${html}</strong>`
  return inline.href !== undefined && SAFE_LINK.test(inline.href)
    ? `<a href="${htmlText(safeUri(inline.href))}">${html}</a>`
    : html
}

/** A text as HTML character data or a quoted attribute value. */
export function htmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
