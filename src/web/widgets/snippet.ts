import { say } from '../views/messages.ts'
import type { WidgetAsked, WidgetName } from './widget-query.ts'

/** What somebody wants of a widget; `usual` is what it is where nothing is said, and is left out of its address. */
export type WidgetWish = { name: WidgetName; asked: WidgetAsked; usual: WidgetAsked; origin: string }

/** Lists that are about the page that they stand on. */
const OF_A_PAGE: readonly WidgetName[] = ['related', 'recommendation', 'provenance']

export function isOfPage(name: WidgetName): boolean {
  return OF_A_PAGE.includes(name)
}

/** What a list is over, and what it says; how it looks. In the order in which they stand in an address. */
const ASKED = ['article', 'url', 'site', 'section', 'tag', 'language', 'window', 'limit', 'lang'] as const
const LOOKS = ['theme', 'accent', 'ground', 'face', 'size', 'radius', 'lines'] as const

/** The address of a frame. Where the list is of a page and none is named, a place is held for it. */
export function frameAddress(wish: WidgetWish): string {
  const { name, asked, origin } = wish
  const query = new URLSearchParams()
  for (const field of [...ASKED, ...LOOKS]) {
    const value = said(wish, field)
    if (value !== null) query.set(field, value.replace(/^#/, ''))
  }
  if (isOfPage(name) && asked.url === undefined && asked.article === undefined) query.set('url', PLACE_OF_PAGE)
  const text = query.toString()
  return `${origin}/widget/${name}${text === '' ? '' : `?${text}`}`
}

/** What a publisher's template puts the page's own address in place of. */
const PLACE_OF_PAGE = 'https://your.example/this-page'

/** A frame as HTML to copy: nothing in it can run, and its links open in the whole window. */
export function frameSnippet(wish: WidgetWish): string {
  return `<iframe src="${attribute(frameAddress(wish))}" title="${attribute(titleOf(wish.name))}" width="100%" height="${frameHeight(wish)}" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-top-navigation-by-user-activation" style="border:0"></iframe>`
}

/** The same list as an element to copy: it finds the address of its page itself, and holds its room free before its script has come. */
export function elementSnippet(wish: WidgetWish): string {
  const attributes = ASKED.flatMap((field) => {
    const value = said(wish, field)
    return value === null ? [] : [` ${field}="${attribute(value)}"`]
  })
  const { accent } = wish.asked
  const look = accent === undefined ? '' : `;--trend-pulse-accent:${accent}`
  return `<script src="${attribute(`${wish.origin}/widget/embed.js`)}" async></script>
<trend-pulse list="${wish.name}"${attributes.join('')} style="display:block;min-height:${frameHeight(wish)}px${look}"></trend-pulse>`
}

/** Width of the column that heights are for, in pixels. */
export const MEASURED_WIDTH = 320
/**
 * Heights in letters' sizes: of an entry, and of what stands around the list. Measured in Chromium in that column, with sans serif letters, on
 * the lists of eight of 600 articles of the demo edition: what nine of ten need at most. Of the pulse it is a guess: there was none to measure.
 */
const ENTRY_EM = { related: 5.4, ranking: 5.4, recommendation: 5.4, pulse: 6.4, provenance: 3.8 } as const
const AROUND_EM = { list: 7, provenance: 15.5 } as const
/** Stations of a text that are told at most. */
const STATIONS = 5

/** Height of a frame in pixels that holds its list without scrolling as a rule. */
export function frameHeight({ name, asked }: Pick<WidgetWish, 'name' | 'asked'>): number {
  const isList = name !== 'provenance'
  const entries = isList ? asked.limit : Math.min(STATIONS, asked.limit)
  const ems = (isList ? AROUND_EM.list : AROUND_EM.provenance) + entries * ENTRY_EM[name]
  return Math.ceil((ems * asked.size) / 10) * 10
}

function titleOf(name: WidgetName): string {
  return name === 'provenance' ? say('stations') : say(name)
}

function said({ asked, usual }: WidgetWish, field: (typeof ASKED)[number] | (typeof LOOKS)[number]): string | null {
  const value = asked[field]
  return value === undefined || value === usual[field] ? null : String(value)
}

/** A value between quotes. */
function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
