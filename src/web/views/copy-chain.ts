import { html } from 'hono/html'
import type { ArticleCard } from '../../model/card.ts'
import { DAY_MS, type EpochMs } from '../../model/time.ts'
import type { Html } from './layout.ts'
import { say } from './messages.ts'
import { shortTime } from './times.ts'

/** Copies drawn; of a larger family the first ones, and the caption says how many there are. */
const MAX_DRAWN = 60
/** Rows that marks give way into, in a picture that stays small. */
const MAX_LANES = 6
/** Pixels: the line of time, the first row below it, from row to row, and what stands free below the last. */
const LINE_Y = 10
const FIRST_LANE_Y = 26
const LANE_STEP = 11
const MARGIN_Y = 8
/** Free share of the width on both sides, and around a mark, in hundredths: marks of 8 pixels on 290 to 600. */
const MARGIN_X = 2
const MARK_ROOM = 1.6

/** A text of the family: where it hangs, and where the date that it claims would put it (null where that is believed). */
type Mark = { card: ArticleCard; x: number; claimedX: number | null; lane: number }

/**
 * A family of copies over time as a small picture: the earliest known text on the line, its copies hanging from it when they were there,
 * and a hollow mark where a re-dated one claims to be. `family` comes earliest first. Scales with the page: all across is in hundredths.
 * Early time is drawn wider (by its square root): most copies come within hours, and one of a year later must not press them into a spot.
 * Nothing for a text alone.
 */
export function copyChain(family: readonly ArticleCard[], hereId: number, nowMs: EpochMs): Html | string {
  if (family.length < 2) return ''
  const first = family.find((card) => card.copyOf === null) ?? family[0]!
  const marks = placed(family, first)
  const times = family.flatMap((card) => [card.publishedMs, claimedMs(card) ?? card.publishedMs])
  const [from, to] = [Math.min(...times), Math.max(...times)].map((ms) => shortTime(ms, nowMs)) as [string, string]
  const height = FIRST_LANE_Y + LANE_STEP * Math.max(0, ...marks.map(({ lane }) => lane)) + MARGIN_Y
  const firstX = marks.find(({ card }) => card === first)?.x ?? MARGIN_X
  const lastX = Math.max(...marks.map(({ x }) => x))
  const hasClaims = marks.some(({ claimedX }) => claimedX !== null)
  const label = say('chainLabel', { n: family.length, from, to })
  return html`<figure class="chain"><svg width="100%" height="${height}" role="img" aria-label="${label}"><line x1="${firstX}%" x2="${lastX}%" y1="${LINE_Y}" y2="${LINE_Y}"/>${marks.map((mark) => markView(mark, first, hereId, nowMs))}</svg>
<figcaption class="soft"><span>${from}</span><span>${to}</span><span>${say('chainNote', { n: family.length })}${hasClaims ? ` ${say('chainClaims')}` : ''}</span></figcaption></figure>`
}

function markView({ card, x, claimedX, lane }: Mark, first: ArticleCard, hereId: number, nowMs: EpochMs): Html {
  const isFirst = card === first
  const y = isFirst ? LINE_Y : FIRST_LANE_Y + LANE_STEP * lane
  const name = html`<title>${card.sourceTitle ?? card.owner}, ${shortTime(card.publishedMs, nowMs)}</title>`
  const kind = card.id === hereId ? ' here' : ''
  const stem = isFirst ? '' : html`<line x1="${x}%" x2="${x}%" y1="${LINE_Y}" y2="${y}"/>`
  const claim =
    claimedX === null
      ? ''
      : html`<line class="moved" x1="${x}%" x2="${claimedX}%" y1="${y}" y2="${y}"/><circle class="claim" cx="${claimedX}%" cy="${y}" r="3.5"/>`
  return html`<g class="${isFirst ? 'first' : 'copy'}${kind}">${name}${stem}${claim}<circle cx="${x}%" cy="${y}" r="${isFirst ? 5 : 4}"/></g>`
}

/** Every mark in the highest row that has room for it. */
function placed(family: readonly ArticleCard[], first: ArticleCard): Mark[] {
  const drawn = family.slice(0, MAX_DRAWN)
  const times = drawn.flatMap((card) => [card.publishedMs, claimedMs(card) ?? card.publishedMs])
  const from = Math.min(...times)
  const span = Math.max(1, Math.max(...times) - from)
  const xOf = (ms: EpochMs) => Math.round((MARGIN_X + (100 - 2 * MARGIN_X) * Math.sqrt((ms - from) / span)) * 10) / 10
  const ends = new Array<number>(MAX_LANES).fill(Number.NEGATIVE_INFINITY)
  return drawn.map((card) => {
    const x = xOf(card.publishedMs)
    const claimed = claimedMs(card)
    const claimedX = claimed === null ? null : xOf(claimed)
    if (card === first) return { card, x, claimedX, lane: 0 }
    const left = Math.min(x, claimedX ?? x) - MARK_ROOM
    const free = ends.findIndex((end) => end <= left)
    const lane = free === -1 ? MAX_LANES - 1 : free
    ends[lane] = Math.max(ends[lane]!, Math.max(x, claimedX ?? x) + MARK_ROOM)
    return { card, x, claimedX, lane }
  })
}

/** The date that a re-dated copy claims; null where there is none, or it is the one that is believed. */
function claimedMs({ claimedPublished, publishedMs, redatedDays }: ArticleCard): EpochMs | null {
  if (claimedPublished === null || !redatedDays) return null
  const ms = Date.parse(claimedPublished)
  return Number.isFinite(ms) && Math.abs(ms - publishedMs) >= DAY_MS ? ms : null
}
