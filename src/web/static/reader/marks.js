import { choose, chosenOf, isChosen, readChoices } from './choices.js'
import { all, isOn, KEPT, one } from './kept.js'

/** Rows of lists that can be hidden or marked: each is about the story, text or tag that its first heading leads to. */
const ROWS = '.row, .hit, ol.rank > li, .rise > li, .lead'
const linkOf = (row) => one('h2 a, h3 a, :scope > a', row)
const placeOf = (row) => /^\/(story|article|tag)\/([^/?#]+)/.exec(linkOf(row)?.getAttribute('href') ?? '') ?? []

/** What disappears with a row: the numbered entry that it fills, or itself. */
const placeIn = (row) => row.closest('ol.numbered > li') ?? row
/** Stories are marked as read unless their reader wants no notes at all, or no marks. */
export const marksReading = () => isOn(KEPT.keeping, true) && isOn(KEPT.marking, true)

/** False where nothing was ever chosen: then pages are as they came. */
export function hasChoices() {
  const { sources, tags, read } = readChoices()
  return [sources, tags, read].some((entries) => Object.keys(entries).length > 0)
}

/** Hides and marks the rows of this page. What is hidden is counted where it stood, with a way to see it. */
export function applyChoices() {
  const choices = readChoices()
  const marks = marksReading()
  const skips = marks && isOn(KEPT.skipRead, false)
  for (const note of all('.by-you')) note.remove()
  const hidden = new Map()
  for (const row of all(ROWS)) {
    const [, kind, key] = placeOf(row)
    const isRead = marks && kind === 'story' && isChosen(choices.read, decodeURIComponent(key))
    row.classList.toggle('read', isRead)
    const isUnwanted = isHiddenRow(row, choices) || (isRead && skips && document.activeElement !== linkOf(row))
    const isHidden = isUnwanted && row.dataset.shown === undefined
    const place = placeIn(row)
    place.hidden = isHidden
    if (isHidden) hidden.set(place.parentElement, [...(hidden.get(place.parentElement) ?? []), row])
  }
  for (const [list, rows] of hidden) (list.matches('ol, ul') ? list : placeIn(rows.at(-1))).after(noteOf(rows))
}

/** A row of a hidden tag, of a source that alone tells it, or of a story about a hidden tag. */
function isHiddenRow(row, { sources, tags }) {
  const [, kind, key] = placeOf(row)
  if (kind === 'tag') return isChosen(tags, decodeURIComponent(key))
  const { from, about = '' } = row.dataset
  return (from !== undefined && isChosen(sources, from)) || about.split(' ').some((tag) => isChosen(tags, tag))
}

function noteOf(rows) {
  const note = one('#hidden-by-you').content.firstElementChild.cloneNode(true)
  note.firstElementChild.textContent = note.dataset.said.replace('{n}', rows.length)
  one('button', note).addEventListener('click', () => {
    for (const row of rows) {
      placeIn(row).hidden = false
      row.dataset.shown = '' // until the page is left
    }
    note.remove()
    linkOf(rows[0])?.focus()
  })
  return note
}

/** What was opened is read; `m` and a list of /settings can take it back. */
export function markThisPage() {
  const page = one('[data-read]')
  if (page && marksReading()) choose('read', page.dataset.read, true)
}

/** Marks the focused row's story read, or unread again. */
export function toggleRead() {
  const row = document.activeElement?.closest(ROWS)
  const [, kind, key] = row ? placeOf(row) : []
  const story = kind === 'story' ? decodeURIComponent(key) : one('[data-read]')?.dataset.read
  if (!story || !marksReading()) return
  choose('read', story, !isChosen(readChoices().read, story))
  applyChoices()
}

/** Buttons that hide a source or a tag: there for scripts alone, pressed where it is hidden. */
export function bindHideButtons() {
  for (const button of all('[data-hide]')) {
    const { hide, key, name } = button.dataset
    const show = () => button.setAttribute('aria-pressed', String(isChosen(readChoices()[hide], key)))
    show()
    button.addEventListener('click', () => {
      choose(hide, key, button.getAttribute('aria-pressed') !== 'true', name)
      show()
      applyChoices()
    })
  }
}

/** The lists of /settings: what is hidden, each with a button that takes it back. */
export function showHidden() {
  for (const list of all('[data-hidden-list]')) {
    const kind = list.dataset.hiddenList
    const items = chosenOf(readChoices()[kind])
    list.replaceChildren(...items.map(([key, { name = key }]) => hiddenItem(list, kind, key, name)))
    list.nextElementSibling.hidden = items.length > 0
  }
  const count = one('#read-count')
  if (count) count.textContent = chosenOf(readChoices().read).length
}

/** Takes all marks of reading back, for other browsers of an account too. */
export function forgetRead() {
  for (const [key] of chosenOf(readChoices().read)) choose('read', key, false)
  showHidden()
}

function hiddenItem(list, kind, key, name) {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = `${list.dataset.path}${encodeURIComponent(key)}`
  link.dir = 'auto'
  link.textContent = name
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = list.dataset.back
  button.addEventListener('click', () => {
    choose(kind, key, false, name)
    showHidden()
  })
  item.append(link, ' ', button)
  return item
}
