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

/** A text of the family: where it hangs, and where its claimed date would put it. */
type Mark = { card: ArticleCard; x: number; claimedX: number | null; lane: number }

/** A family of copies over time, as a picture is drawn from it: `x` in hundredths of the width, `y` and `height` in pixels. */
export type CopyChain = {
  height: number
  marks: readonly ChainMark[]
  /** Height of the line that time runs along. */
  lineY: number
  label: string
  /** The first and the last moment, and what the marks are. */
  captions: readonly string[]
}

/** One text of it. `claimedX`: where the date that it claims would put it; null where that is believed. */
export type ChainMark = {
  x: number
  y: number
  claimedX: number | null
  radius: number
  isFirst: boolean
  isHere: boolean
  name: string
}

/**
 * A family of copies over time: the earliest known text on the line, its copies hanging from it when they were there,
 * and a hollow mark where a re-dated one claims to be. `family` comes earliest first.
 * Early time is drawn wider (by its square root): most copies come within hours, and one of a year later must not press them into a spot.
 * Null for a text alone.
 */
export function copyChainOf(family: readonly ArticleCard[], hereId: number, nowMs: EpochMs): CopyChain | null {
  if (family.length < 2) return null
  const first = family.find((card) => card.copyOf === null) ?? family[0]!
  const marks = placed(family, first)
  const times = family.flatMap((card) => [card.publishedMs, claimedMs(card) ?? card.publishedMs])
  const [from, to] = [Math.min(...times), Math.max(...times)].map((ms) => shortTime(ms, nowMs)) as [string, string]
  const hasClaims = marks.some(({ claimedX }) => claimedX !== null)
  return {
    height: FIRST_LANE_Y + LANE_STEP * Math.max(0, ...marks.map(({ lane }) => lane)) + MARGIN_Y,
    lineY: LINE_Y,
    marks: marks.map(({ card, x, claimedX, lane }) => ({
      x,
      y: card === first ? LINE_Y : FIRST_LANE_Y + LANE_STEP * lane,
      claimedX,
      radius: card === first ? 5 : 4,
      isFirst: card === first,
      isHere: card.id === hereId,
      name: `${card.sourceTitle ?? card.owner}, ${shortTime(card.publishedMs, nowMs)}`,
    })),
    label: say('chainLabel', { n: family.length, from, to }),
    captions: [from, to, `${say('chainNote', { n: family.length })}${hasClaims ? ` ${say('chainClaims')}` : ''}`],
  }
}

/** The same as a small picture that scales with the page; nothing for a text alone. */
export function copyChain(family: readonly ArticleCard[], hereId: number, nowMs: EpochMs): Html | string {
  const chain = copyChainOf(family, hereId, nowMs)
  return chain === null ? '' : chainView(chain)
}

/** A chain as a picture. */
export function chainView({ height, marks, lineY, label, captions }: CopyChain): Html {
  const firstX = marks.find(({ isFirst }) => isFirst)?.x ?? MARGIN_X
  const lastX = Math.max(...marks.map(({ x }) => x))
  return html`<figure class="chain"><svg width="100%" height="${height}" role="img" aria-label="${label}"><line x1="${firstX}%" x2="${lastX}%" y1="${lineY}" y2="${lineY}"/>${marks.map((mark) => markView(mark, lineY))}</svg>
<figcaption class="soft">${captions.map((caption) => html`<span>${caption}</span>`)}</figcaption></figure>`
}

function markView({ x, y, claimedX, radius, isFirst, isHere, name }: ChainMark, lineY: number): Html {
  const kind = isHere ? ' here' : ''
  const stem = isFirst ? '' : html`<line x1="${x}%" x2="${x}%" y1="${lineY}" y2="${y}"/>`
  const claim =
    claimedX === null
      ? ''
      : html`<line class="moved" x1="${x}%" x2="${claimedX}%" y1="${y}" y2="${y}"/><circle class="claim" cx="${claimedX}%" cy="${y}" r="3.5"/>`
  return html`<g class="${isFirst ? 'first' : 'copy'}${kind}"><title>${name}</title>${stem}${claim}<circle cx="${x}%" cy="${y}" r="${radius}"/></g>`
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
