import { noteReading, rankForReader } from '../../../rank/candidate-pack.ts'
import { chosenOf, isChosen, readChoices } from './choices.js'
import { all, bindSwitch, isOn, KEPT, one, recall, remember } from './kept.js'

function readProfile() {
  try {
    const { atMs, tags, read } = JSON.parse(recall(KEPT.profile) ?? '')
    const weighed = Object.entries(tags).filter(([, { weight, reads }]) => weight > 0 && reads > 0)
    if (Number.isFinite(atMs) && Array.isArray(read)) return { atMs, tags: Object.fromEntries(weighed), read }
  } catch {}
  return { atMs: 0, tags: {}, read: [] }
}

export function noteThisPage() {
  const page = one('[data-read]')
  if (!page || !isOn(KEPT.keeping, true)) return
  const tags = all('[data-tags] a').map((link) => link.textContent)
  const noted = noteReading(readProfile(), { id: page.dataset.read, tags: tags.slice(0, 8) }, Date.now())
  remember(KEPT.profile, JSON.stringify(noted))
}

/** The same pack for every reader: asking for it tells nothing but the section. */
export async function rankLists() {
  const profile = readProfile()
  if (profile.read.length === 0) return
  for (const list of all('[data-for-you]')) {
    const answer = await fetch(`/pack/${list.dataset.forYou}.json`)
    const pack = answer.ok ? await answer.json() : { entries: [] }
    const entries = pack.entries.filter(isWanted)
    const knows = (entry) =>
      !profile.read.includes(entry.id) &&
      (entry.tags.some((tag) => Object.hasOwn(profile.tags, tag)) ||
        entry.after?.some((id) => profile.read.includes(id)))
    // Where nothing touches what was read, the page's own list is the better one, and says what it is.
    if (entries.some(knows)) fillList(list, rankForReader({ ...pack, entries }, profile))
  }
}

/** Nothing about a tag that its reader hides. */
function isWanted(entry) {
  const hidden = chosenOf(readChoices().tags).map(([, { name }]) => name)
  return !entry.tags.some((tag) => hidden.includes(tag)) && !isChosen(readChoices().sources, entry.owner)
}

function fillList(list, ranked) {
  const beside = all('aside a').filter((link) => !list.contains(link))
  const elsewhere = new Set(beside.map((link) => link.pathname))
  const places = list.children.length
  const shown = ranked.filter((entry) => !elsewhere.has(new URL(entry.url, location).pathname)).slice(0, places)
  if (shown.length === 0) return
  const height = list.offsetHeight
  list.style.minHeight = `${height}px` // what stands below moves neither up nor, as long titles are left out, down
  const words = JSON.parse(list.dataset.words ?? '{}')
  list.replaceChildren(
    ...shown.map((entry) => {
      const item = document.createElement('li')
      item.dataset.why = entry.why
      const link = document.createElement('a')
      link.href = entry.url
      link.dir = 'auto'
      link.textContent = entry.title
      const why = document.createElement('span')
      why.className = 'why'
      // Pages of other languages bring their own words for a reason's code.
      why.textContent = words[entry.why]?.replace('{tag}', entry.tag) ?? entry.reason
      item.append(link, ' ', why)
      return item
    }),
  )
  while (list.offsetHeight > height && list.children.length > 1) list.lastElementChild.remove()
  const note = one('[data-own-note]')
  if (note) note.firstChild.textContent = note.dataset.ownNote
}

/** /profile: what is kept, as it is kept. */
export function showProfile() {
  const page = one('#profile')
  if (!page) return
  const profile = readProfile()
  const tags = Object.entries(profile.tags).sort((a, b) => b[1].weight - a[1].weight)
  page.hidden = false
  one('#profile-no-script').hidden = true
  one('#profile-none').hidden = tags.length > 0
  one('#profile-some').hidden = tags.length === 0
  one('#profile-rows').replaceChildren(
    ...tags.map(([tag, { weight, reads }]) => {
      const row = document.createElement('tr')
      for (const text of [tag, reads, weight.toFixed(2)]) row.insertCell().textContent = text
      return row
    }),
  )
  const saved = one('#profile-export')
  saved.href = `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(profile, null, 2))}`
}

export function answerProfile() {
  if (!one('#profile')) return
  one('#profile-erase').addEventListener('click', () => {
    remember(KEPT.profile, null)
    forgetVisit()
    showProfile()
    one('#profile-none').focus()
  })
  bindSwitch('#profile-keeping', KEPT.keeping, true)
  bindSwitch('#profile-sharing', KEPT.sharing, false, (shares) => shares || forgetVisit())
}

export function forgetVisit() {
  try {
    sessionStorage.removeItem(KEPT.visit)
  } catch {}
}
