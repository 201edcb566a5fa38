import { all, isOn, KEPT, one } from './kept.js'

// Sums are made of it at once: neither who nor, of a choice, what. No cookie and no page's address goes along.
function tell(path, value) {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify(value)
  void fetch(path, {
    method: 'POST',
    headers,
    body,
    keepalive: true,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  }).catch(() => {})
}

/** Nothing is told where nothing is kept, nor where the browser says for its reader that nobody may follow. */
export function countChoice(event) {
  const list = event.button < 2 && event.target.closest?.('[data-list] li a')?.closest('[data-list]')
  if (!list || !isOn(KEPT.keeping, true) || navigator.globalPrivacyControl) return
  const places = all(':scope > li', list).filter((place) => !place.hidden)
  const chosen = places.findIndex((place) => place.contains(event.target))
  tell('/count/choice', { list: list.dataset.list, reasons: places.map((place) => place.dataset.why), chosen })
}

/** Stories of this visit (one tab, until it is closed), told pair by pair only where the reader said yes; a story is told once a visit. */
export function tellTogether() {
  const page = one('[data-together=on]')
  if (!page || !isOn(KEPT.sharing, false) || !isOn(KEPT.keeping, true)) return
  try {
    const key = page.dataset.read
    const visit = JSON.parse(sessionStorage.getItem(KEPT.visit) ?? '[]')
    if (visit.includes(key)) return
    if (visit.length > 0) tell('/count/together', { key, before: visit.slice(-5) })
    sessionStorage.setItem(KEPT.visit, JSON.stringify([...visit, key].slice(-50)))
  } catch {}
}
