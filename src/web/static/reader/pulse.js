import { all, bindSwitch, KEPT, one } from './kept.js'
import { applyChoices } from './marks.js'

/** The pulse's list in its own place, for those who switch it on: only what changed comes, and nothing is asked while the page is hidden. */
export function listenToPulse() {
  const box = one('[data-live] input')
  if (!box || !self.EventSource) return
  const bar = box.closest('[data-live]')
  let source = null
  let known = null
  const refresh = async () => {
    // The page itself may be shown a little old by a cache; here it is asked for because it has changed.
    const answer = await fetch(location.href, { cache: 'no-cache' })
    if (!answer.ok) return
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('pulse')
    if (fresh) putList(one('#pulse'), fresh)
    one('[data-live] output').textContent = bar.dataset.said.replace('{time}', new Date().toISOString().slice(11, 16))
  }
  const listen = () => {
    source?.close()
    source = null
    if (!box.checked || document.hidden) return
    source = new EventSource(bar.dataset.live)
    source.addEventListener('pulse', ({ lastEventId }) => {
      if (known !== null && known !== lastEventId) void refresh().catch(() => {})
      known = lastEventId
    })
  }
  bindSwitch('[data-live] input', KEPT.live, false, listen)
  document.addEventListener('visibilitychange', listen)
  listen()
}

// Whoever is in the list stays where he is: at the same link, with the same parts folded out.
function putList(list, fresh) {
  const nameOf = (row) => row.querySelector('h2 a')?.getAttribute('href')
  const open = new Set(all('details[open]', list).map((part) => nameOf(part.closest('.row'))))
  const focused = list.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null
  list.replaceChildren(...fresh.childNodes)
  applyChoices()
  for (const part of all('details', list)) part.open = open.has(nameOf(part.closest('.row')))
  if (focused)
    all('a', list)
      .find((link) => link.getAttribute('href') === focused)
      ?.focus({ preventScroll: true })
}
