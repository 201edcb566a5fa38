import { html } from 'hono/html'
import type { ArticleCard } from '../../model/card.ts'
import type { SpeakerVoice, TimelineEntry } from '../../model/telling.ts'
import type { StoryChange, Telling } from '../lists/story-telling.ts'
import { changedSentence, changedSentences, wordCounts } from './changed-words.ts'
import { dayTag } from './days.ts'
import type { Html } from './layout.ts'
import { articlePath, blockPath, tagPath } from './links.ts'
import { say } from './messages.ts'
import { phrase } from './phrases.ts'
import { languageAttributes } from './rows.ts'
import { pageLanguage } from './speech.ts'
import { timeTag } from './times.ts'

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

/** Changed sentences of one text on its story's page; its own page has all. */
const SHOWN_SENTENCES = 2

/** What was changed of late in the story's texts, words out and in; each leads to the whole of its changes. */
export function changesView({ changes, articles }: Telling, now: number): Html | string {
  if (changes.length === 0) return ''
  return html`<section><h2>${say('changesTitle')}</h2><p class="soft ui">${say('changesNote')}</p>
<ol class="line">${changes.map((change) => changeView(change, articles.get(change.articleId), now))}</ol></section>`
}

function changeView({ headline, sentences, seenMs }: StoryChange, article: ArticleCard | undefined, now: number): Html {
  if (!article) return html``
  const attributes = languageAttributes(article.language)
  const count = wordCounts(sentences)
  const words = count.out + count.in > 0 ? html` · ${say('versionWords', count)}` : ''
  return html`<li><span class="when ui">${phrase('versionChanged', { time: timeTag(seenMs, now) })}${words} · <bdi>${article.sourceTitle ?? article.owner}</bdi></span>
<h3><a href="${articlePath(article.key)}/versions"${attributes}>${article.title}</a></h3>
${headline === null ? '' : html`<p class="diff head"${attributes}><span class="ui soft"${pageLanguage()}>${say('versionHeadline')}</span> ${headline.map(changedSentence)}</p>`}
<div class="diff"${attributes}>${changedSentences(sentences, SHOWN_SENTENCES)}</div></li>`
}

function attributesOf(article: ArticleCard | undefined): Html | string {
  return article ? languageAttributes(article.language) : ''
}

/** The source's name, leading to the paragraph of its text. */
function sourceLink(article: ArticleCard | undefined, block: number | null): Html | string {
  if (!article) return ''
  return html`<a class="src ui" href="${blockPath(article.key, block)}"><bdi>${article.sourceTitle ?? article.owner}</bdi></a>`
}
