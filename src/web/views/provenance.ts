import { html } from 'hono/html'
import type { Repair } from '../../model/article.ts'
import type { ArticleCard, ArticleDetail } from '../../model/card.ts'
import { NOTES_OWNER } from '../../model/note.ts'
import { DAY_MS, type EpochMs, HOUR_MS } from '../../model/time.ts'
import { verdictOf } from '../lists/provenance.ts'
import { claimedDate } from './claimed-date.ts'
import { copyChain } from './copy-chain.ts'
import type { Html } from './layout.ts'
import { articlePath, hostOf, safeUrl } from './links.ts'
import { say } from './messages.ts'
import { phrase } from './phrases.ts'
import { shortTime, timeTag } from './times.ts'

/** Where a text comes from: what is known, and no more than that. `family`: the original and its copies, earliest first. */
export function provenanceBox(article: ArticleDetail, family: readonly ArticleCard[], nowMs: EpochMs): Html {
  if (article.owner === NOTES_OWNER) return noteBox(article, nowMs)
  const original = originalOf(article, family)
  const url = safeUrl(article.url)
  const host = url === null ? null : hostOf(url)
  const link =
    url && host
      ? html`<p><a href="${url}" rel="noopener nofollow" data-original>${say('readAt', { host })}</a></p>`
      : ''
  const stations = family.length > 1 ? stationsView(article, family, nowMs) : ''
  const chain = family.length >= MIN_CHAIN ? copyChain(family, article.id, nowMs) : ''
  return html`<section class="origin ui" id="provenance" aria-label="${say('stations')}">${original ? copyWords(article, original) : ownWords(article, family)}${chain}${stations}${link}</section>`
}

/** A note was written here: there is nowhere else to look. */
function noteBox(article: ArticleDetail, nowMs: EpochMs): Html {
  const time = timeTag(article.publishedMs, nowMs)
  const name = html`<bdi>${article.byline[0] ?? article.sourceTitle ?? ''}</bdi>`
  return html`<section class="origin ui" id="provenance" aria-label="${say('stations')}"><strong>${phrase('noteOrigin', { name, time })}</strong><p>${say('noteOriginNote')}</p></section>`
}

/** What the page of the comparison says above it: the same words, the date with what contradicts it, and the chain of copies. */
export function provenanceHead(article: ArticleDetail, family: readonly ArticleCard[], nowMs: EpochMs): Html {
  const original = originalOf(article, family)
  const lead = original ? copyLead(article, original) : null
  return html`<section class="origin ui" aria-label="${say('stations')}">${lead ? html`<strong>${lead.words}</strong><p>${lead.facts}</p>` : ownWords(article, family)}${claimedDate(article, nowMs)}${copyChain(family, article.id, nowMs)}</section>`
}

/** Two texts need no picture: the stations say it. */
const MIN_CHAIN = 3

function originalOf(article: ArticleCard, family: readonly ArticleCard[]): ArticleCard | null {
  if (article.copyOf === null) return null
  return family.find((one) => one.id === article.copyOf) ?? family.find((one) => one.copyOf === null) ?? null
}

/** Where a text comes from in plain sentences: what it is, and what else is known of it. */
export function originWords(article: ArticleDetail, family: readonly ArticleCard[]): { words: string; facts: string } {
  const original = originalOf(article, family)
  return original ? copyLead(article, original) : ownLead(article, family)
}

function copyWords(article: ArticleDetail, original: ArticleCard): Html {
  const { words, facts } = copyLead(article, original)
  return html`<strong>${words}</strong><p>${facts} <a href="${articlePath(article.key)}/compare">${say('compare')}</a></p>`
}

function copyLead(article: ArticleDetail, original: ArticleCard): { words: string; facts: string } {
  const source = original.sourceTitle ?? original.owner
  const share = Math.round(article.containment * 100)
  const laterMs = article.publishedMs - original.publishedMs
  const words =
    verdictOf(article, []) === 'part'
      ? say('copyPart', { share, source })
      : laterMs < HOUR_MS
        ? say('copyLeadSame', { share, source })
        : say('copyLead', { share, source, days: spanWords(laterMs) })
  const facts = [
    article.redatedDays !== null && article.redatedDays > 0 ? say('redated', { n: article.redatedDays }) : '',
    article.injectedCount > 0 ? say('injectedCount', { n: article.injectedCount }) : '',
    article.credit ? say('creditOriginal', { agency: article.credit }) : '',
  ].filter((fact) => fact !== '')
  return { words, facts: facts.join(' ') }
}

function ownWords(article: ArticleDetail, family: readonly ArticleCard[]): Html {
  const { words, facts } = ownLead(article, family)
  return html`<strong>${words}</strong>${facts === '' ? '' : html`<p>${facts}</p>`}`
}

function ownLead(article: ArticleDetail, family: readonly ArticleCard[]): { words: string; facts: string } {
  const copies = article.copyOf === null ? family.length - 1 : 0
  const agency = article.credit === article.sourceTitle ? null : article.credit // an agency that signs its own text credits nobody
  const credit = agency ? say('creditLead', { agency }) : ''
  if (copies > 0) return { words: say('originalLead', { n: copies }), facts: credit }
  return credit === '' ? { words: say('aloneLead'), facts: '' } : { words: credit, facts: say('creditNote') }
}

function spanWords(ms: number): string {
  return ms >= DAY_MS ? say('days', { n: Math.round(ms / DAY_MS) }) : say('hours', { n: Math.round(ms / HOUR_MS) })
}

/** First known, in between, this page, later: at most four stations in time. */
function stationsView(article: ArticleDetail, family: readonly ArticleCard[], nowMs: EpochMs): Html {
  const first = originalOf(article, family) ?? family[0]! // a family of two at least
  const here = family.find((one) => one.id === article.id) ?? article
  const at = family.indexOf(here)
  const others = (list: readonly ArticleCard[]) => list.filter((one) => one !== first && one !== here)
  const between = others(at === -1 ? [] : family.slice(0, at))
  const later = others(family.slice(Math.max(0, at)))
  const notes = [
    here.redatedDays !== null && here.redatedDays > 0 ? say('reDated') : '',
    here.injectedCount > 0 ? say('tampered') : '',
  ].filter((note) => note !== '')
  const station = (card: ArticleCard, note: string, isHere: boolean) =>
    html`<li${isHere ? html` class="here"` : ''}>${timeTag(card.publishedMs, nowMs)}<br>${isHere ? html`<b>${say('thisPage')}</b>` : html`<a href="${articlePath(card.key)}"><b><bdi>${card.sourceTitle ?? card.owner}</bdi></b></a>`}<br><span class="soft">${note}</span></li>`
  const group = (cards: readonly ArticleCard[], note: string) => {
    if (cards.length === 0) return ''
    if (cards.length === 1) return station(cards[0]!, note, false) // checked just above
    return html`<li>${shortTime(cards[0]!.publishedMs, nowMs)}<br><b>${say('papers', { n: cards.length })}</b><br><span class="soft">${note}</span></li>`
  }
  const isFirst = here.id === first.id
  return html`<ol>${isFirst ? '' : station(first, say('earliestKnown'), false)}${isFirst ? '' : group(between, say('betweenCopies'))}${station(here, isFirst ? say('earliestKnown') : notes.length === 0 ? say('copyHere') : notes.reduce((first, second) => say('joinPhrases', { first, second })), true)}${group(isFirst ? others(family) : later, say('laterCopies'))}</ol>`
}

/** Units of text shown on each side of a repair. */
const AROUND = 60

/** What was put into the text, as found and mended, closed until it is asked for. Empty where nothing was. */
export function repairsView(article: ArticleDetail): Html | string {
  const { repairs, text, title } = article.page
  if (repairs.length === 0) return ''
  const one = (repair: Repair) => {
    const whole = repair.field === 'title' ? (title ?? article.title) : text
    const before = whole.slice(Math.max(0, repair.at - AROUND), repair.at).toWellFormed()
    const after = whole
      .slice(repair.at + repair.mended.length, repair.at + repair.mended.length + AROUND)
      .toWellFormed()
    return html`<li>${repair.field === 'title' ? html`<span class="soft">${say('inTitle')}</span> ` : ''}<span class="soft">${say('asFound')}</span> …${before}<del>${repair.found}</del>${after}…<br><span class="soft">${say('mended')}</span> …${before}<ins>${repair.mended}</ins>${after}…</li>`
  }
  return html`<details class="repairs ui" id="repairs"><summary>${say('repairs', { n: repairs.length })} <u>${say('repairShow')}</u></summary><ul>${repairs.slice(0, 50).map(one)}</ul></details>`
}
