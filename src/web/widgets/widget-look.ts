import { contrast } from '../editions/accent.ts'
import type { WidgetLook } from './widget-query.ts'

type Colours = { scheme: 'light' | 'dark'; text: string; ground: string; quiet: string; accent: string }

const LIGHT: Colours = { scheme: 'light', text: '#1a1a1a', ground: '#ffffff', quiet: '#595959', accent: '#a3260f' }
const DARK: Colours = { scheme: 'dark', text: '#e8e8e8', ground: '#161616', quiet: '#a6a6a6', accent: '#ff9b82' }
/** **Source:** WCAG 2.2, success criterion 1.4.3: text of ordinary size. */
const LEAST_CONTRAST = 4.5
/** Steps from a colour to black or white. */
const STEPS = 50

const FACES = { sans: 'system-ui,sans-serif', serif: 'ui-serif,Georgia,serif' } as const

/**
 * The style of a frame. Whatever accent and ground are asked for, its words can be read: the ground decides whether they are dark or light,
 * and an accent that is too faint on it goes towards black or white until it is not. Of a transparent ground the theme tells what lies below.
 */
export function widgetStyle(look: WidgetLook): string {
  const { theme, face, size, radius, lines } = look
  const rule = lines === 'yes' ? '1px solid #8885' : '0'
  return `${coloursOf(look, theme)}body{margin:0;padding:.75em;font:${size}px/1.4 ${FACES[face]};color:var(--t);background:var(--g);border-radius:${radius}px;overflow-wrap:break-word}h1{font-size:1.05em;margin:0 0 .5em}ol{margin:0;padding:0;list-style:none}li{padding:.5em 0;border-top:${rule}}a{color:var(--a)}p{margin:.15em 0 0;font-size:.85em;color:var(--q)}.lead{font-size:1em;color:var(--t)}footer{margin-top:.6em;font-size:.85em}figure{margin:.5em 0}figcaption{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1em;font-size:.85em;color:var(--q)}svg line{stroke:var(--q)}svg .moved{stroke-dasharray:2 3}svg circle{fill:var(--q)}svg .claim{fill:none;stroke:var(--q)}svg .first circle{fill:var(--t)}svg .here circle:not(.claim){fill:var(--a)}`
}

function coloursOf(look: WidgetLook, theme: WidgetLook['theme']): string {
  const { ground } = look
  if (ground !== undefined && ground !== 'transparent') return declared(onGround(ground), look)
  if (theme === 'light') return declared(LIGHT, look)
  if (theme === 'dark') return declared(DARK, look)
  return `${declared(LIGHT, look)}@media (prefers-color-scheme:dark){${declared(DARK, look)}}`
}

/** Dark or light words, whichever is read better on a ground. */
function onGround(ground: string): Colours {
  const better = contrast(LIGHT.text, ground) >= contrast(DARK.text, ground) ? LIGHT : DARK
  const text = readableOn(ground, better.text)
  return { ...better, text, ground, quiet: readableOn(ground, better.quiet), accent: readableOn(ground, better.accent) }
}

function declared(colours: Colours, { accent, ground }: WidgetLook): string {
  const shown = accent === undefined ? colours.accent : readableOn(colours.ground, accent)
  const behind = ground === 'transparent' ? 'transparent' : colours.ground
  return `:root{color-scheme:${colours.scheme};--t:${colours.text};--g:${behind};--q:${colours.quiet};--a:${shown}}`
}

/** A colour, or the first on its way to black or white that can be read on a ground; that way's end where none before it can. */
export function readableOn(ground: string, colour: string): string {
  const end = contrast('#000000', ground) >= contrast('#ffffff', ground) ? 0 : 255
  for (let step = 0; step <= STEPS; step++) {
    const tried = mixed(colour, end, step / STEPS)
    if (contrast(tried, ground) >= LEAST_CONTRAST) return tried
  }
  return mixed(colour, end, 1)
}

function mixed(colour: string, end: number, share: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return `#${channels
    .map((value) => Math.round(value + (end - value) * share))
    .map(twoDigits)
    .join('')}`
}

const twoDigits = (value: number): string => value.toString(16).padStart(2, '0')
