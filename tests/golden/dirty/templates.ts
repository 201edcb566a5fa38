import { escapeMarkup } from '../../../src/demo/markup.ts'
import { CHROME, type Chrome } from './chrome.ts'
import type { DirtyText } from './texts.ts'

/** One page in the manner of a real site, and the text that is to come out of it. */
export type DirtyPage = { id: string; url: string; template: string; html: string; text: string; source: DirtyText }

type Parts = { text: DirtyText; chrome: Chrome; url: string; body: readonly string[] }

/** Ways of building a page, each after a kind of software that papers use. */
const TEMPLATES: Readonly<Record<string, (parts: Parts) => string>> = {
  blog,
  cards,
  lineBreaks,
  agency,
  compiled,
  debate,
}

/** Every text in every template. */
export function dirtyPages(texts: readonly DirtyText[]): DirtyPage[] {
  return texts.flatMap((text) =>
    Object.entries(TEMPLATES).map(([template, build]) => {
      const chrome = CHROME[text.language]!
      const url = `https://${text.language}.${template.toLowerCase()}.example/2026/${template.length}${text.title.length}-article.html`
      const body = bodyOf(text)
      const html = build({ text, chrome, url, body: body.map(({ html }) => html) })
      const plain = body.map(({ plain }) => plain).join('\n\n')
      return { id: `${template} ${text.language}`, url, template, html, text: plain, source: text }
    }),
  )
}

function bodyOf({ paragraphs, heading, quote }: DirtyText): { html: string; plain: string }[] {
  const blocks = paragraphs.map((plain) => ({ html: `<p>${escapeMarkup(plain)}</p>`, plain }))
  blocks.splice(-1, 0, { html: `<blockquote><p>${escapeMarkup(quote)}</p></blockquote>`, plain: quote })
  blocks.splice(heading.before, 0, { html: `<h2>${escapeMarkup(heading.text)}</h2>`, plain: heading.text })
  return blocks
}

/** Things put into the text, each after the block of that number. */
function between(body: readonly string[], inserts: Readonly<Record<number, string>>): string {
  return body.map((html, index) => `${html}\n${inserts[index] ?? ''}`).join('\n')
}

const link = (title: string, index: number): string => `<a href="/2026/other-${index}.html">${escapeMarkup(title)}</a>`

const menu = ({ chrome }: Parts, classes: string): string =>
  `<nav class="${classes}"><ul>${chrome.sections.map((name, index) => `<li class="menu-item menu-item-${index}"><a href="/s/${index}">${escapeMarkup(name)}</a></li>`).join('')}</ul></nav>`

const head = ({ text, chrome, url }: Parts, more = ''): string =>
  `<meta charset="utf-8"><title>${escapeMarkup(text.title)} | ${escapeMarkup(chrome.site)}</title>
<meta property="og:title" content="${escapeMarkup(text.title)}"><meta property="og:site_name" content="${escapeMarkup(chrome.site)}">
<meta property="og:url" content="${url}"><meta property="article:published_time" content="${text.published}T06:30:00+01:00">${more}`

const jsonLd = ({ text }: Parts): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: text.title, datePublished: `${text.published}T06:30:00+01:00`, author: [{ '@type': 'Person', name: text.author }] })}</script>`

const figure = ({ chrome }: Parts, classes: string): string =>
  `<figure class="${classes}"><img src="/pictures/quay.jpg" alt=""><figcaption class="wp-caption-text">${escapeMarkup(chrome.caption)}</figcaption></figure>`

const shareBar = ({ chrome }: Parts, classes: string): string =>
  `<div class="${classes}"><h3 class="sd-title">${escapeMarkup(chrome.share)}</h3><ul><li><a href="https://social-one.example/share" class="share-button">One</a></li><li><a href="https://social-two.example/share" class="share-button">Two</a></li><li><a href="mailto:?subject=x" class="share-button">E-Mail</a></li></ul></div>`

const newsletter = ({ chrome }: Parts, classes: string): string =>
  `<div class="${classes}"><h4>${escapeMarkup(chrome.newsletter[0])}</h4><p>${escapeMarkup(chrome.newsletter[1])}</p><form><input type="email" name="mail"><button>OK</button></form></div>`

const cookies = ({ chrome }: Parts, id: string): string =>
  `<div id="${id}" class="cookie-banner" role="dialog"><p>${escapeMarkup(chrome.cookies)}</p><button>OK</button></div>`

const teaserCards = ({ chrome }: Parts, classes: string): string =>
  chrome.teasers
    .map(
      ([title, summary], index) =>
        `<div class="${classes}"><h3 class="${classes}__title">${link(title, index)}</h3><p class="${classes}__text">${escapeMarkup(summary)}</p></div>`,
    )
    .join('\n')

const footer = ({ chrome }: Parts): string =>
  `<footer class="site-footer"><p>${escapeMarkup(chrome.rights)}</p><ul><li><a href="/imprint">Imprint</a></li><li><a href="/privacy">Privacy</a></li></ul></footer>`

/** Blog software: everything in one column of content, boxes and sharing inside it, an author's box, related posts and comments below. */
function blog(parts: Parts): string {
  const { text, chrome, body } = parts
  const inside = between(body, {
    0: figure(parts, 'wp-caption alignright'),
    1: `<div class="related-inline"><p><strong>${escapeMarkup(chrome.readMore)}:</strong> ${link(chrome.teasers[0]![0], 0)}</p></div>`,
    4: newsletter(parts, 'mc4wp-form newsletter-signup'),
  })
  return `<!DOCTYPE html><html lang="${text.language}"><head>${head(parts)}</head><body class="post-template-default single single-post">
${cookies(parts, 'cookie-law-info-bar')}<header id="masthead" class="site-header"><p class="site-title"><a href="/">${escapeMarkup(chrome.site)}</a></p>${menu(parts, 'main-navigation')}</header>
<div id="content" class="site-content"><main id="main" class="site-main"><article id="post-4711" class="post-4711 post type-post status-publish">
<header class="entry-header"><div class="cat-links">${link(chrome.sections[0]!, 9)}</div><h1 class="entry-title">${escapeMarkup(text.title)}</h1>
<div class="entry-meta"><span class="posted-on"><time datetime="${text.published}T06:30:00+01:00">${text.published}</time></span> <span class="byline">${chrome.by} <span class="author vcard"><a class="url fn" rel="author" href="/author/a">${escapeMarkup(text.author)}</a></span></span></div></header>
<div class="entry-content">${inside}${shareBar(parts, 'sharedaddy sd-sharing-enabled')}
<div id="jp-relatedposts" class="jp-relatedposts"><h3>${escapeMarkup(chrome.related)}</h3>${teaserCards(parts, 'jp-relatedposts-post')}</div></div>
<footer class="entry-footer"><span class="tags-links">${link(chrome.sections[1]!, 8)}, ${link(chrome.sections[2]!, 7)}</span></footer></article>
<div class="author-box"><h4>${escapeMarkup(text.author)}</h4><p>${escapeMarkup(chrome.aboutAuthor)}</p></div>
<nav class="navigation post-navigation"><div class="nav-previous">${link(chrome.teasers[1]![0], 1)}</div><div class="nav-next">${link(chrome.teasers[2]![0], 2)}</div></nav>
${comments(parts)}</main><aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2>${escapeMarkup(chrome.mostRead)}</h2><ul>${chrome.teasers.map(([title], index) => `<li>${link(title, index)}</li>`).join('')}</ul></section></aside></div>${footer(parts)}</body></html>`
}

function comments({ chrome }: Parts): string {
  const items = chrome.comment.map(
    (words, index) =>
      `<li class="comment depth-1" id="comment-${index}"><article class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">reader_${index}</b></div><a href="#comment-${index}"><time datetime="2026-07-0${index + 1}T10:00:00+00:00">2026-07-0${index + 1}</time></a></footer><div class="comment-content"><p>${escapeMarkup(words)}</p></div></article></li>`,
  )
  return `<div id="comments" class="comments-area"><h2 class="comments-title">${escapeMarkup(chrome.comments)} (${items.length})</h2><ol class="comment-list">${items.join('\n')}</ol></div>`
}

/** A large paper's system: the body in several boxes with advertisements between, teaser cards inside it, and the next article below. */
function cards(parts: Parts): string {
  const { text, chrome, body } = parts
  const thirds = [body.slice(0, 3), body.slice(3, 6), body.slice(6)]
  const box = (blocks: readonly string[]): string =>
    `<div class="c-article__body o-richtext">${blocks.join('\n')}</div>`
  const [title, summary] = chrome.teasers[3]!
  return `<!doctype html><html lang="${text.language}"><head>${head(parts)}${jsonLd(parts)}</head><body>
<div class="o-page"><div class="o-header">${menu(parts, 'o-nav')}<div class="o-header__ticker">${link(chrome.teasers[0]![0], 0)}</div></div>
<div class="o-main"><div class="c-article"><div class="c-article__head"><div class="c-breadcrumb"><a href="/">Home</a> &rsaquo; <a href="/s/0">${escapeMarkup(chrome.sections[0]!)}</a></div>
<h1 class="c-article__title">${escapeMarkup(text.title)}</h1><div class="c-article__meta">${chrome.by} <a href="/authors/b" class="c-author">${escapeMarkup(text.author)}</a> <span class="c-date">${text.published}</span></div>${shareBar(parts, 'c-share c-share--top')}</div>
${figure(parts, 'c-figure c-figure--lead')}${box(thirds[0]!)}
<div class="c-ad c-ad--inline" data-slot="1"><span class="c-ad__label">Advertisement</span></div>
<div class="c-teaser-inline"><div class="teaser teaser--inline"><span class="teaser__kicker">${escapeMarkup(chrome.readMore)}</span><h3 class="teaser__title">${link(title, 3)}</h3><p class="teaser__text">${escapeMarkup(summary)}</p></div></div>
${box(thirds[1]!)}<div class="c-ad c-ad--inline" data-slot="2"></div>${box(thirds[2]!)}
${newsletter(parts, 'c-newsletter')}</div>
<div class="c-list c-list--related"><h2 class="c-list__title">${escapeMarkup(chrome.related)}</h2>${teaserCards(parts, 'teaser')}</div>
<div class="c-next"><div class="c-article c-article--next"><h2 class="c-article__title">${link(chrome.teasers[1]![0], 1)}</h2><div class="c-article__body"><p>${escapeMarkup(chrome.teasers[1]![1])} ${escapeMarkup(chrome.comment[0]!)}</p></div></div></div></div>
<div class="o-aside"><ol class="c-most-read"><li class="c-most-read__title">${escapeMarkup(chrome.mostRead)}</li>${chrome.teasers.map(([name], index) => `<li>${link(name, index)}</li>`).join('')}</ol></div></div>${cookies(parts, 'cmp')}${footer(parts)}</body></html>`
}

/** An old page of tables: paragraphs parted by two line breaks, no class that says anything. */
function lineBreaks(parts: Parts): string {
  const { text, chrome, body } = parts
  const lines = body
    .map((html) => html.replace(/<\/?(?:p|blockquote)>/gu, '').replace(/<(\/?)h2>/gu, '<$1b>'))
    .join('<br><br>\n')
  return `<html lang="${text.language}"><head>${head(parts)}<meta name="author" content="${escapeMarkup(text.author)}"></head><body bgcolor="#ffffff"><table width="960"><tr><td colspan="3"><img src="/logo.gif" alt="${escapeMarkup(chrome.site)}"></td></tr>
<tr><td colspan="3">${chrome.sections.map((name, index) => `<a href="/s/${index}">${escapeMarkup(name)}</a>`).join(' | ')}</td></tr>
<tr valign="top"><td width="160"><font size="1"><b>${escapeMarkup(chrome.mostRead)}</b><br>${chrome.teasers.map(([title], index) => link(title, index)).join('<br>')}</font></td>
<td width="600"><h1>${escapeMarkup(text.title)}</h1><font size="2" color="#666666">${chrome.by} ${escapeMarkup(text.author)}, ${text.published}</font><br><br>
<font face="serif" size="3">${lines}</font><br><br>
<a href="javascript:window.print()">Print</a> | <a href="mailto:?body=x">E-Mail</a><hr><b>${escapeMarkup(chrome.related)}</b><ul>${chrome.teasers.map(([title], index) => `<li>${link(title, index)}`).join('\n')}</ul></td>
<td width="200"><font size="1">${escapeMarkup(chrome.newsletter[1])}</font></td></tr><tr><td colspan="3"><font size="1">${escapeMarkup(chrome.rights)}</font></td></tr></table></body></html>`
}

/** A tidy page of semantic elements, with an aside in the text and the related list inside the article element. */
function agency(parts: Parts): string {
  const { text, chrome, body } = parts
  const inside = between(body, {
    2: `<aside class="infobox"><h4>${escapeMarkup(chrome.related)}</h4><ul>${chrome.teasers
      .slice(0, 3)
      .map(([title], index) => `<li>${link(title, index)}</li>`)
      .join('')}</ul></aside>`,
    5: figure(parts, 'media'),
  })
  return `<!DOCTYPE html><html lang="${text.language}"><head>${head(parts)}${jsonLd(parts)}</head><body><a class="skip" href="#text">Skip</a><header>${menu(parts, 'primary')}</header>
<main><article itemscope itemtype="https://schema.org/NewsArticle"><header><h1 itemprop="headline">${escapeMarkup(text.title)}</h1><p>${chrome.by} <span itemprop="author">${escapeMarkup(text.author)}</span> · <time itemprop="datePublished" datetime="${text.published}">${text.published}</time></p></header>
<section id="text" itemprop="articleBody">${inside}</section><footer><p>${escapeMarkup(chrome.aboutAuthor)}</p>${shareBar(parts, 'tools')}<section aria-label="related"><h2>${escapeMarkup(chrome.related)}</h2><ul>${chrome.teasers.map(([title, summary], index) => `<li>${link(title, index)}<p>${escapeMarkup(summary)}</p></li>`).join('')}</ul></section></footer></article></main>
<section class="consent">${cookies(parts, 'consent-layer')}</section>${footer(parts)}</body></html>`
}

/** A page compiled by a script: names of classes that say nothing, links to other pages as paragraphs of the text. */
function compiled(parts: Parts): string {
  const { text, chrome, body } = parts
  const named = body.map((html) =>
    html.replace('<p>', '<p class="css-1a2b3c e1x9y8">').replace('<h2>', '<h2 class="css-9z8y7x">'),
  )
  const inside = between(named, {
    2: `<p class="css-1a2b3c e1x9y8"><strong>${escapeMarkup(chrome.readMore)}: ${link(chrome.teasers[2]![0], 2)}</strong></p>`,
    5: `<div class="css-77aa88" data-testid="video-player"><button>Play</button><span>${escapeMarkup(chrome.caption)}</span></div>`,
    6: `<p class="css-1a2b3c e1x9y8">${link(chrome.teasers[1]![0], 1)}</p>`,
  })
  return `<!doctype html><html lang="${text.language}"><head>${head(parts)}${jsonLd(parts)}</head><body><div id="__root"><div class="css-0q1w2e"><div class="css-3e4r5t" data-testid="nav">${chrome.sections.map((name, index) => `<a class="css-l1nk" href="/s/${index}">${escapeMarkup(name)}</a>`).join('')}</div>
<div class="css-6t7y8u"><h1 class="css-h3adln" data-testid="headline">${escapeMarkup(text.title)}</h1><div class="css-byl1n3"><span>${chrome.by} </span><a href="/by/c" class="css-l1nk">${escapeMarkup(text.author)}</a><time datetime="${text.published}T05:30:00Z">${text.published}</time></div>
<div class="css-5har3"><button>${escapeMarkup(chrome.share)}</button><button>Save</button></div><div class="css-b0dy">${inside}</div>
<div class="css-r3l8d"><div class="css-h2">${escapeMarkup(chrome.related)}</div>${teaserCards(parts, 'css-c4rd')}</div><div class="css-n3ws">${escapeMarkup(chrome.newsletter[0])}<span>${escapeMarkup(chrome.newsletter[1])}</span></div></div>
<div class="css-f00t">${escapeMarkup(chrome.rights)}</div></div></div><script>window.__STATE__=${JSON.stringify({ teasers: chrome.teasers }).replaceAll('<', '\\u003c')}</script></body></html>`
}

/** A short text under which readers write more than the author did. */
function debate(parts: Parts): string {
  const { text, chrome, body } = parts
  const thread = [...chrome.comment, ...chrome.comment.map((words) => words.split('. ').reverse().join('. '))]
  const posts = thread
    .map(
      (words, index) =>
        `<div class="post" data-id="${index}"><div class="post-head"><span class="nick">quay${index}</span> <span class="when">2026-07-0${(index % 9) + 1} 12:0${index % 10}</span></div><div class="post-text"><p>${escapeMarkup(words)}</p></div><div class="post-foot"><a href="#r">Reply</a> <a href="#l">+${index * 3}</a></div></div>`,
    )
    .join('\n')
  return `<!DOCTYPE html><html lang="${text.language}"><head>${head(parts)}</head><body>${cookies(parts, 'gdpr')}<div class="wrap"><div class="top">${menu(parts, 'topnav')}</div><div class="col-main"><div class="story"><h1>${escapeMarkup(text.title)}</h1>
<p class="story-info">${text.published} <span class="story-author">${chrome.by} ${escapeMarkup(text.author)}</span></p><div class="story-text">${body.join('\n')}</div>${shareBar(parts, 'story-share')}</div>
<div class="forum"><h2>${escapeMarkup(chrome.comments)}</h2>${posts}</div></div><div class="col-side"><h3>${escapeMarkup(chrome.mostRead)}</h3>${teaserCards(parts, 'side-teaser')}${newsletter(parts, 'side-news')}</div></div>${footer(parts)}</body></html>`
}
