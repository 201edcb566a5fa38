import { all, isOn, KEPT, one } from './kept.js'
import { toggleRead } from './marks.js'

/** Headings that a reader walks along, in the order of the page. */
const ENTRIES = '.lead h3 a, .row h2 a, .row h3 a, ol.line h3 a, ol.rank li > a:first-child, .hit h2 a, .hit h3 a'
/** Milliseconds in which the second key of a pair must come. */
const PAIR_MS = 1_500

function move(step) {
  const entries = all(ENTRIES).filter((entry) => entry.offsetParent !== null)
  const at = entries.indexOf(document.activeElement)
  const next = entries[at === -1 ? (step > 0 ? 0 : entries.length - 1) : at + step]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

const follow = (selector) => one(selector)?.click()
const openEntry = () => document.activeElement?.matches(ENTRIES) && document.activeElement.click()
const go = (path) => () => location.assign(path)

// As in Miniflux and FreshRSS wherever both have a key for it; `s` is the star there and the story here, which has no stars.
const ACTIONS = {
  j: () => move(1),
  n: () => move(1),
  k: () => move(-1),
  p: () => move(-1),
  o: openEntry,
  v: () => follow('[data-original]'),
  m: toggleRead,
  s: () => follow('[data-story]'),
  f: () => one('#reactions button')?.focus(),
  '/': () => one('[role=search] input')?.focus(),
  '?': () => one('#keys')?.showModal(),
  gh: go('/'),
  gp: go('/pulse'),
  gr: go('/ranking'),
  gs: go('/sources'),
  gw: go('/watching'),
  gt: go('/settings'),
}

let prefix = ''
let prefixedAt = 0

/** Answers a key; none while its reader types, with another key held, or where keys are switched off. */
export function answerKey(event) {
  const { key, target, timeStamp } = event
  const isTyping = target.closest?.('input, textarea, select, dialog[open]') || target.isContentEditable
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !isOn(KEPT.keys, true)) return
  const pair = timeStamp - prefixedAt < PAIR_MS ? prefix + key : key
  const action = Object.hasOwn(ACTIONS, pair) ? ACTIONS[pair] : null
  prefix = key === 'g' && pair === 'g' ? 'g' : ''
  prefixedAt = timeStamp
  if (!action) return
  event.preventDefault()
  action()
}
