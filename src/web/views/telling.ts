import { html } from 'hono/html'
import type { ArticleCard } from '../../model/card.ts'
import type { SpeakerVoice, TimelineEntry } from '../../model/telling.ts'
import type { Telling } from '../lists/story-telling.ts'
import { dayTag } from './days.ts'
import type { Html } from './layout.ts'
import { blockPath, tagPath } from './links.ts'
import { say } from './messages.ts'
import { languageAttributes } from './rows.ts'

/** Quotes of one speaker that stand open; the others are folded away. */
const OPEN_QUOTES = 2

/** Sentences that cover most of a story, each with the text that says it; nothing where there are none. */
export function coverView({ cover, articles }: Telling): Html | string {
  if (cover.length === 0) return ''
  return html`<section class="cover"><h2>${say('coverTitle')} <span class="soft">${say('coverNote')}</span></h2>
<ul>${cover.map(({ text, articleId, block }) => html`<li><p><span${attributesOf(articles.get(articleId))}>${text}</span> ${sourceLink(articles.get(articleId), block)}</p></li>`)}</ul></section>`
}

/** The days that a story's texts speak of: what was, and what was announced. */
export function daysView({ past, announced, articles }: Telling): Html | string {
  if (past.length + announced.length === 0) return ''
  const list = (entries: readonly TimelineEntry[]) =>
    html`<ol class="days">${entries.map((entry) => dayView(entry, articles.get(entry.sentence.articleId)))}</ol>`
  return html`<section><h2>${say('daysTitle')}</h2><p class="soft ui">${say('daysNote')}</p>${past.length > 0 ? list(past) : ''}
${announced.length > 0 ? html`<h3 class="sub">${say('announcedTitle')}</h3>${list(announced)}` : ''}</section>`
}

function dayView({ day, sentence, owners }: TimelineEntry, article: ArticleCard | undefined): Html {
  const agreed = owners > 1 ? html`<span class="agreed">${say('agreed', { n: owners })}</span> · ` : ''
  return html`<li><p class="day ui">${dayTag(day)}</p><p><span${attributesOf(article)}>${sentence.text}</span> <span class="ui soft">${agreed}${sourceLink(article, sentence.block)}</span></p></li>`
}

/** Who says what, each quote once. */
export function voicesView({ voices, articles }: Telling): Html | string {
  if (voices.length === 0) return ''
  return html`<section><h2>${say('saidTitle')}</h2><p class="soft ui">${say('saidNote')}</p>
<div class="said">${voices.map((voice) => voiceView(voice, articles))}</div></section>`
}

function voiceView({ speaker, slug, quotes }: SpeakerVoice, articles: Telling['articles']): Html {
  const name = html`<bdi>${speaker}</bdi>`
  const rest = quotes.slice(OPEN_QUOTES)
  const list = (some: SpeakerVoice['quotes']) => html`<ul>${some.map((quote) => quoteView(quote, articles))}</ul>`
  return html`<div><h3>${slug === null ? name : html`<a href="${tagPath(slug)}">${name}</a>`}</h3>${list(quotes.slice(0, OPEN_QUOTES))}${
    rest.length === 0
      ? ''
      : html`<details class="ui"><summary>${say('moreQuotes', { n: rest.length })}</summary>${list(rest)}</details>`
  }</div>`
}

function quoteView(
  { parts, articleId, block, texts }: SpeakerVoice['quotes'][number],
  articles: Telling['articles'],
): Html {
  const article = articles.get(articleId)
  const attributes = attributesOf(article)
  const words = parts.map((part, at) => html`${at === 0 ? '' : ' … '}<q${attributes}>${part}</q>`)
  return html`<li><p>${words} <span class="ui soft">${sourceLink(article, block)}${texts > 1 ? html` · ${say('inTexts', { n: texts })}` : ''}</span></p></li>`
}

function attributesOf(article: ArticleCard | undefined): Html | string {
  return article ? languageAttributes(article.language) : ''
}

/** The source's name, leading to the paragraph of its text. */
function sourceLink(article: ArticleCard | undefined, block: number | null): Html | string {
  if (!article) return ''
  return html`<a class="src ui" href="${blockPath(article.key, block)}"><bdi>${article.sourceTitle ?? article.owner}</bdi></a>`
}
