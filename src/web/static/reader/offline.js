import { all, bindSwitch, isOn, KEPT, one } from './kept.js'

/** The cache of the service worker that holds pages; its name stands in sw.js too. */
const PAGES = 'trendpulse-pages'

/** Milliseconds after a page is there before anything is kept beside it. */
const IDLE_MS = 1_000

/** Keeps the last edition for when there is no network, once the page is there and idle; not where its reader says no. */
export function keepOffline() {
  if (!navigator.serviceWorker || !isOn(KEPT.offline, true)) return
  const register = () => void navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => {})
  if (document.readyState === 'complete') register()
  else addEventListener('load', () => setTimeout(register, IDLE_MS))
}

async function forgetPages() {
  for (const name of await caches.keys()) if (name.startsWith('trendpulse-')) await caches.delete(name)
}

async function stopKeeping() {
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
  await forgetPages()
}

/** Pages that are kept, latest first: address, title, bytes, moment. */
async function keptPages() {
  const cache = await caches.open(PAGES)
  const pages = []
  for (const request of await cache.keys()) {
    const { headers } = (await cache.match(request, { ignoreVary: true })) ?? new Response()
    const { pathname, search } = new URL(request.url)
    if (pathname === '/offline') continue
    const title = decodeURIComponent(headers.get('x-kept-title') ?? '')
    pages.push({
      path: pathname + search,
      title,
      bytes: Number(headers.get('x-kept-bytes')),
      atMs: Number(headers.get('x-kept-ms')),
    })
  }
  return pages.sort((a, b) => b.atMs - a.atMs)
}

/** /settings and /offline: what is kept, and what becomes of it. */
export async function showKeptPages() {
  const part = one('#kept')
  if (!part || !self.caches || !navigator.serviceWorker) return
  const pages = await keptPages()
  const kilobytes = Math.ceil(pages.reduce((sum, page) => sum + page.bytes, 0) / 1_000)
  part.hidden = false
  one('output', part).textContent = part.dataset.said.replace('{n}', pages.length).replace('{kilobytes}', kilobytes)
  for (const list of all('ul', part)) list.replaceChildren(...pages.map(keptPage))
}

function keptPage({ path, title, atMs }) {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = path
  link.dir = 'auto'
  link.textContent = title || path
  const time = document.createElement('span')
  time.className = 'soft'
  time.textContent = new Date(atMs).toLocaleString(document.documentElement.lang, {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  item.append(link, ' ', time)
  return item
}

/** The switch and the button of /settings. */
export function answerKept() {
  const show = () => void showKeptPages().catch(() => {})
  bindSwitch(
    '#keep-offline',
    KEPT.offline,
    true,
    (keeps) => void (keeps ? Promise.resolve(keepOffline()) : stopKeeping()).then(show),
  )
  one('#forget-kept')?.addEventListener('click', () => void forgetPages().then(show))
  show()
}
