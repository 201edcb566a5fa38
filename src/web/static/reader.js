// What the reader's own browser does, and nothing else: keeps a profile that never leaves it, ranks with it, and answers keys.
// `rankForReader` and `noteReading` stand above, as src/rank/candidate-pack.ts has them. No text is written here: pages bring theirs.
const PROFILE = 'trendpulse-profile'
const KEEPING = 'trendpulse-keeping'
const KEYS = 'trendpulse-keys'
const LIVE = 'trendpulse-live'
const SHARING = 'trendpulse-sharing'
const VISIT = 'trendpulse-visit'
const all = (selector, within = document) => [...within.querySelectorAll(selector)]
const one = (selector) => document.querySelector(selector)

// Storage may be refused (private windows, a full disk): then nothing is kept, and nothing fails.
function recall(name) {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}
function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {}
}

function readProfile() {
  try {
    const { atMs, tags, read } = JSON.parse(recall(PROFILE) ?? '')
    const weighed = Object.entries(tags).filter(([, { weight, reads }]) => weight > 0 && reads > 0)
    if (Number.isFinite(atMs) && Array.isArray(read)) return { atMs, tags: Object.fromEntries(weighed), read }
  } catch {}
  return { atMs: 0, tags: {}, read: [] }
}

function noteThisPage() {
  const page = one('[data-read]')
  if (!page || recall(KEEPING) === 'off') return
  const tags = all('[data-tags] a').map((link) => link.textContent)
  const noted = noteReading(readProfile(), { id: page.dataset.read, tags: tags.slice(0, 8) }, Date.now())
  remember(PROFILE, JSON.stringify(noted))
}

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

// Nothing is told where nothing is kept, nor where the browser says for its reader that nobody may follow.
function countChoice(event) {
  const list = event.button < 2 && event.target.closest?.('[data-list] li a')?.closest('[data-list]')
  if (!list || recall(KEEPING) === 'off' || navigator.globalPrivacyControl) return
  const places = [...list.children]
  const chosen = places.findIndex((place) => place.contains(event.target))
  tell('/count/choice', { list: list.dataset.list, reasons: places.map((place) => place.dataset.why), chosen })
}

// Stories of this visit (one tab, until it is closed), told pair by pair only where the reader said yes; a story is told once a visit.
function tellTogether() {
  const page = one('[data-together=on]')
  if (!page || recall(SHARING) !== 'on' || recall(KEEPING) === 'off') return
  try {
    const key = page.dataset.read
    const visit = JSON.parse(sessionStorage.getItem(VISIT) ?? '[]')
    if (visit.includes(key)) return
    if (visit.length > 0) tell('/count/together', { key, before: visit.slice(-5) })
    sessionStorage.setItem(VISIT, JSON.stringify([...visit, key].slice(-50)))
  } catch {}
}

function forgetVisit() {
  try {
    sessionStorage.removeItem(VISIT)
  } catch {}
}

// The same pack for every reader: asking for it tells nothing but the section.
async function rankLists() {
  const profile = readProfile()
  if (profile.read.length === 0) return
  for (const list of all('[data-for-you]')) {
    const answer = await fetch(`/pack/${list.dataset.forYou}.json`)
    const pack = answer.ok ? await answer.json() : { entries: [] }
    const knows = (entry) =>
      !profile.read.includes(entry.id) &&
      (entry.tags.some((tag) => Object.hasOwn(profile.tags, tag)) ||
        entry.after?.some((id) => profile.read.includes(id)))
    // Where nothing touches what was read, the page's own list is the better one, and says what it is.
    if (pack.entries.some(knows)) fillList(list, rankForReader(pack, profile))
  }
}

function fillList(list, ranked) {
  const beside = all('aside a').filter((link) => !list.contains(link))
  const elsewhere = new Set(beside.map((link) => link.pathname))
  const places = list.children.length
  const shown = ranked.filter((entry) => !elsewhere.has(new URL(entry.url, location).pathname)).slice(0, places)
  if (shown.length === 0) return
  list.style.minHeight = `${list.offsetHeight}px` // what stands below does not move up
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
      why.textContent = entry.reason
      item.append(link, ' ', why)
      return item
    }),
  )
  const note = one('[data-own-note]')
  if (note) note.firstChild.textContent = note.dataset.ownNote
}

function showProfile() {
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
  one('#profile-keeping').checked = recall(KEEPING) !== 'off'
  one('#profile-keys').checked = recall(KEYS) !== 'off'
  const sharing = one('#profile-sharing')
  if (sharing) sharing.checked = recall(SHARING) === 'on'
  const saved = one('#profile-export')
  saved.href = `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(profile, null, 2))}`
}

function answerProfile() {
  if (!one('#profile')) return
  one('#profile-erase').addEventListener('click', () => {
    remember(PROFILE, null)
    forgetVisit()
    showProfile()
    one('#profile-none').focus()
  })
  const keep = (box, name) =>
    one(box).addEventListener('change', (event) => remember(name, event.target.checked ? null : 'off'))
  keep('#profile-keeping', KEEPING)
  keep('#profile-keys', KEYS)
  one('#profile-sharing')?.addEventListener('change', (event) => {
    remember(SHARING, event.target.checked ? 'on' : null)
    if (!event.target.checked) forgetVisit()
  })
}

// The pulse's list in its own place, for those who switch it on: only what changed comes, and nothing is asked while the page is hidden.
function listenToPulse() {
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
    one('[data-live] output').textContent = `${bar.dataset.said} ${new Date().toISOString().slice(11, 16)}`
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
  box.checked = recall(LIVE) === 'on'
  box.addEventListener('change', () => {
    remember(LIVE, box.checked ? 'on' : null)
    listen()
  })
  document.addEventListener('visibilitychange', listen)
  listen()
}

// Whoever is in the list stays where he is: at the same link, with the same parts folded out.
function putList(list, fresh) {
  const nameOf = (row) => row.querySelector('h2 a')?.getAttribute('href')
  const open = new Set(all('details[open]', list).map((part) => nameOf(part.closest('.row'))))
  const focused = list.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null
  list.replaceChildren(...fresh.childNodes)
  for (const part of all('details', list)) part.open = open.has(nameOf(part.closest('.row')))
  if (focused)
    all('a', list)
      .find((link) => link.getAttribute('href') === focused)
      ?.focus({ preventScroll: true })
}

const ENTRIES = '.lead h3 a, .row h2 a, .row h3 a, ol.line h3 a, ol.rank li > a:first-child, .hit h2 a'
function move(step) {
  const entries = all(ENTRIES).filter((entry) => entry.offsetParent !== null)
  const at = entries.indexOf(document.activeElement)
  const next = entries[at === -1 ? (step > 0 ? 0 : entries.length - 1) : at + step]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

const go = (path) => location.assign(path)
const ACTIONS = {
  j: () => move(1),
  k: () => move(-1),
  o: () => document.activeElement?.matches(ENTRIES) && document.activeElement.click(),
  s: () => one('[data-story]')?.click(),
  '/': () => one('[role=search] input')?.focus(),
  '?': () => one('#keys')?.showModal(),
  gh: () => go('/'),
  gp: () => go('/pulse'),
}
let prefix = ''
function answerKey(event) {
  const { key, target } = event
  const isTyping = target.closest?.('input, textarea, select, dialog[open]')
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || recall(KEYS) === 'off') return
  const action = Object.hasOwn(ACTIONS, prefix + key) ? ACTIONS[prefix + key] : null
  prefix = key === 'g' && prefix === '' ? 'g' : ''
  if (!action) return
  event.preventDefault()
  action()
}

// Names of tags while one types: the browser's own list shows them, and the form works without.
const SUGGEST_AFTER_MS = 150
let suggesting
function suggest({ target }) {
  if (!target.matches?.('[data-suggest]')) return
  clearTimeout(suggesting)
  suggesting = setTimeout(async () => {
    try {
      const answer = await fetch(`/search/suggest?q=${encodeURIComponent(target.value)}`)
      const [typed, found] = await answer.json()
      if (typed === target.value) target.list.replaceChildren(...found.map((text) => new Option('', text)))
    } catch {} // offline: nothing is suggested
  }, SUGGEST_AFTER_MS)
}

tellTogether()
noteThisPage()
showProfile()
answerProfile()
listenToPulse()
void rankLists().catch(() => {}) // offline: the page's own list stands
addEventListener('keydown', answerKey)
addEventListener('input', suggest)
addEventListener('click', countChoice)
addEventListener('auxclick', countChoice)
