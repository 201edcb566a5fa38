import { KEPT, recall, remember } from './kept.js'

// What a reader hides and has read: sources, tags and stories by name, each with when it was chosen and whether it still holds.
// Things that were taken back stay as such, so that two browsers can be joined: the later word wins.
// Shape: { v: 1, sources: { ID: { name, at, off? } }, tags: { SLUG: { name, at, off? } }, read: { STORY: { at, off? } } }

/** Sources and tags each that can be hidden, and stories that are remembered as read; the oldest are forgotten first. All of it is below 64 kB. */
export const MOST_HIDDEN = 150
export const MOST_READ = 600
const KINDS = ['sources', 'tags', 'read']

/** Choices from their text; nothing in what is not understood is kept. */
export function parseChoices(text) {
  let found = {}
  try {
    found = JSON.parse(text ?? '') ?? {}
  } catch {}
  const choices = { v: 1 }
  for (const kind of KINDS) choices[kind] = entriesOf(kind, found[kind])
  return choices
}

function entriesOf(kind, found) {
  const kept = Object.entries(typeof found === 'object' && found ? found : {})
    .filter(([key, entry]) => key.length <= 100 && entry && Number.isFinite(entry.at))
    .sort((a, b) => b[1].at - a[1].at || (a[0] < b[0] ? -1 : 1))
    .slice(0, kind === 'read' ? MOST_READ : MOST_HIDDEN)
    .map(([key, { at, off, name }]) => [
      key,
      {
        ...(typeof name === 'string' && kind !== 'read' ? { name: name.slice(0, 60) } : {}),
        at,
        ...(off ? { off: true } : {}),
      },
    ])
  return Object.fromEntries(kept)
}

/** Two browsers' choices as one: of each thing the later word holds; of words of one moment, that it is hidden or read. */
export function joinChoices(ours, theirs) {
  const joined = { v: 1 }
  for (const kind of KINDS) {
    const both = new Map(Object.entries(ours[kind]))
    for (const [key, entry] of Object.entries(theirs[kind])) {
      const mine = both.get(key)
      if (!mine || entry.at > mine.at || (entry.at === mine.at && mine.off && !entry.off)) both.set(key, entry)
    }
    joined[kind] = entriesOf(kind, Object.fromEntries(both))
  }
  return joined
}

export const readChoices = () => parseChoices(recall(KEPT.choices))
export const isChosen = (entries, key) => Object.hasOwn(entries, key) && !entries[key].off
/** What holds of one kind, latest first. */
export const chosenOf = (entries) => Object.entries(entries).filter(([, entry]) => !entry.off)

/** Chooses a thing or takes it back, and tells everybody who waits for changes (the account, where there is one). */
export function choose(kind, key, holds, name) {
  const choices = readChoices()
  const entry = { ...(name ? { name } : {}), at: Date.now(), ...(holds ? {} : { off: true }) }
  const next = joinChoices(choices, { ...parseChoices(null), [kind]: { [key]: entry } })
  writeChoices(next)
  dispatchEvent(new Event('trendpulse-choice'))
}

export const writeChoices = (choices) => remember(KEPT.choices, JSON.stringify(choices))
