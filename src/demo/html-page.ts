import type { Repair } from '../model/article.ts'
import type { Block, Inline } from '../model/block.ts'
import { escapeMarkup } from './markup.ts'
import type { DemoItem } from './world.ts'

/**
 * The page on which an item's outlet prints it: navigation, breadcrumb, body, teasers and footer round the text,
 * a farm's brand back inside its sentences and its irrelevant lists below. Reading it should give `item.article` again.
 */
export function demoHtmlPage(item: DemoItem): string {
  const { article } = item
  const title = escapeMarkup(article.title ?? '')
  const site = escapeMarkup(article.siteName ?? '')
  const farm = article.channel !== null
  const shown = farm ? `${escapeMarkup(article.channel ?? '')}|${title}` : title
  const rtl = article.language === 'ar' ? ' dir="rtl"' : ''
  return `<!doctype html>
<html lang="${article.language ?? 'en'}"${rtl}><head><meta charset="utf-8">
<title>${farm ? `${shown} -${site}` : `${title} | ${site}`}</title>
<link rel="canonical" href="${escapeMarkup(article.url ?? '')}">
<link rel="alternate" type="application/rss+xml" title="${site}" href="${item.feedUrl}">
<meta property="og:site_name" content="${site}">${farm ? farmHead(item) : paperHead(item)}
</head><body>
<header><a href="${item.siteUrl}">${site}</a><nav><ul>${navigation()}</ul></nav></header>
<div class="breadcrumb">${article.section.map((crumb) => `<a href="/${crumb.toLowerCase()}">${escapeMarkup(crumb)}</a>`).join(' &gt; ')}</div>
<main><article><h1>${shown}</h1>
<p class="byline">By <span class="author">${escapeMarkup(article.byline.join(', '))}</span></p>
${dateLine(item)}
<div class="article-body">
${withBrandBack(article.blocks, article.repairs).map(blockHtml).join('\n')}
</div>${tagList(article.tags)}${farm ? farmFoot(item) : ''}</article></main>
${asideHtml()}
<footer><p>&copy; ${site}. All rights reserved. <a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></p></footer>
</body></html>`
}

const navigation = (): string =>
  ['Society', 'Economy', 'Technology', 'Sports', 'Culture', 'Science']
    .map((name) => `<li><a href="/${name.toLowerCase()}">${name}</a></li>`)
    .join('')

function paperHead({ article }: DemoItem): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: article.published,
    author: article.byline.map((name) => ({ '@type': 'Person', name })),
    ...(article.image === null ? {} : { image: [article.image] }),
  }
  const image = article.image === null ? '' : `\n<meta property="og:image" content="${escapeMarkup(article.image)}">`
  // "<" inside a script would end it early.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return `\n<meta property="og:title" content="${escapeMarkup(article.title ?? '')}">${image}
<script type="application/ld+json">${json}</script>`
}

function farmHead({ article }: DemoItem): string {
  const claimed = article.dates.find(({ from }) => from === 'meta:article:published_time')
  return claimed === undefined ? '' : `\n<meta property="article:published_time" content="${claimed.found}">`
}

function dateLine({ article }: DemoItem): string {
  const claim = article.dates[0]
  if (claim === undefined) return ''
  return claim.from === 'line'
    ? `<div class="date">Date:${claim.found}</div>`
    : `<time datetime="${claim.iso}">${claim.iso.slice(0, 16).replace('T', ' ')}</time>`
}

/** The blocks as the page had them: every repair undone at its place in the joined text. */
function withBrandBack(blocks: readonly Block[], repairs: readonly Repair[]): readonly Block[] {
  let start = 0
  return blocks.map((block) => {
    if (block.kind !== 'paragraph') {
      start += block.kind === 'image' || block.kind === 'embed' ? 0 : blockLength(block) + 2
      return block
    }
    let text = plain(block.inlines)
    const end = start + text.length
    const here = repairs.filter(({ at, field }) => field === 'text' && at >= start && at < end)
    for (const { at, mended, found } of [...here].reverse()) {
      text = text.slice(0, at - start) + found + text.slice(at - start + mended.length)
    }
    start = end + 2
    return { kind: 'paragraph', inlines: [{ text }] }
  })
}

const plain = (inlines: readonly Inline[]): string => inlines.map(({ text }) => text).join('')

/** UTF-16 length of a block in the joined text. */
function blockLength(block: Exclude<Block, { kind: 'paragraph' | 'image' | 'embed' }>): number {
  switch (block.kind) {
    case 'heading':
      return plain(block.inlines).length
    case 'list':
      return block.items.map(plain).join('\n').length
    case 'quote':
      return block.paragraphs.map(plain).join('\n\n').length
    case 'code':
      return block.text.length
    case 'table':
      return block.rows.map((row) => row.cells.map(plain).join('\t')).join('\n').length
  }
}

function blockHtml(block: Block): string {
  const html = (inlines: readonly Inline[]): string => escapeMarkup(plain(inlines))
  switch (block.kind) {
    case 'paragraph':
      return `<p>${html(block.inlines)}</p>`
    case 'heading':
      return `<h${block.level}>${html(block.inlines)}</h${block.level}>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${html(item)}</li>`).join('')}</ul>`
    case 'quote':
      return `<blockquote>${block.paragraphs.map((part) => `<p>${html(part)}</p>`).join('')}</blockquote>`
    case 'table':
      return `<table>${block.rows.map(rowHtml).join('')}</table>`
    case 'image':
      return `<figure><img src="${escapeMarkup(block.url)}" alt="${escapeMarkup(block.alt)}"><figcaption>${escapeMarkup(block.caption)}</figcaption></figure>`
    case 'code':
      return `<pre>${escapeMarkup(block.text)}</pre>`
    case 'embed':
      return `<p><a href="${escapeMarkup(block.url)}">${escapeMarkup(block.title)}</a></p>`
  }
}

function rowHtml(row: { header: boolean; cells: readonly (readonly Inline[])[] }): string {
  const tag = row.header ? 'th' : 'td'
  return `<tr>${row.cells.map((cell) => `<${tag}>${escapeMarkup(plain(cell))}</${tag}>`).join('')}</tr>`
}

const tagList = (tags: readonly string[]): string =>
  tags.length === 0
    ? ''
    : `\n<ul class="tags"><li>In:</li>${tags.map((tag) => `<li><a rel="tag" href="/tag/${encodeURIComponent(tag)}">${escapeMarkup(tag)}</a></li>`).join('')}</ul>`

function farmFoot({ article }: DemoItem): string {
  const reactions = article.reactions.map(
    ({ label, count }) => `<div class="good">${escapeMarkup(label)} (${count})</div>`,
  )
  const views = article.views === null ? '' : `<div class="views">${article.views} views</div>`
  const list = (heading: string, links: readonly { title: string; url: string | null }[]): string =>
    links.length === 0
      ? ''
      : `<h3>${heading}</h3><ul>${links.map((link) => `<li><a href="${escapeMarkup(link.url ?? '#')}">${escapeMarkup(link.title)}</a></li>`).join('')}</ul>`
  const { related, ranking, recommendation } = article.lists
  return `\n${views}${reactions.join('')}${list('Related', related)}${list('Ranking', ranking)}${list('Recommendation', recommendation)}`
}

const asideHtml = (): string =>
  '<aside><h3>Newsletter</h3><p>Get the morning edition by mail. <a href="/newsletter">Sign up</a></p></aside>'
