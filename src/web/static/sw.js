// The service worker: the last edition where there is no network. `VERSION` stands above, as src/web/static-files.ts puts it.
// Network first; only pages that any reader may keep (no `no-store`, no `private`), at most 60 of them and 10 MB.
const PAGES = 'trendpulse-pages'
const PICTURES = 'trendpulse-pictures'
const FILES_CACHE = `trendpulse-files-${VERSION}`
const MOST_PAGES = 60
const MOST_PICTURES = 60
/** Bytes of all pages together, and of all pictures. */
const MOST_BYTES = 10_000_000
/** A page that is kept is shown when the network says nothing for so long. */
const PATIENCE_MS = 8_000
/** The front page is asked for beside another one when the kept one is older. */
const EDITION_MS = 3_600_000
/** Files that pages load have their content's hash in their address. */
const FILE = '/static/'
const MOST_FILES = 20
/** Answers of a proxy before a server that is down. */
const DOWN = [502, 503, 504]

addEventListener('install', (event) => event.waitUntil(install()))
addEventListener('activate', (event) => event.waitUntil(activate()))
addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (url.pathname.startsWith(FILE)) event.respondWith(fileFor(request))
  else if (request.mode === 'navigate') event.respondWith(pageFor(event))
  else if (request.destination === 'image' && url.pathname.startsWith('/picture/')) event.respondWith(pictureFor(event))
})

async function install() {
  await Promise.all(['/offline', '/'].map(refresh))
  const front = await (await caches.open(PAGES)).match('/', { ignoreVary: true })
  const named = (await front?.text())?.matchAll(/"(\/static\/[\w.-]+)"/g) ?? []
  const files = await caches.open(FILES_CACHE)
  await files.addAll([...new Set([...named].map(([, path]) => path))])
  await skipWaiting()
}

async function activate() {
  for (const name of await caches.keys())
    if (name.startsWith('trendpulse-files-') && name !== FILES_CACHE) await caches.delete(name)
  await registration.navigationPreload?.enable()
  await clients.claim()
}

/** Files never change under their address. */
async function fileFor(request) {
  const kept = await caches.match(request, { ignoreVary: true })
  if (kept) return kept
  const answer = await fetch(request)
  const files = await caches.open(FILES_CACHE)
  if (answer.status === 200 && (await files.keys()).length < MOST_FILES) await files.put(request, answer.clone())
  return answer
}

async function pageFor(event) {
  const { request } = event
  const kept = () => keptPage(request)
  const asked = (async () => (await event.preloadResponse) ?? fetch(request))()
  const told = asked.then(async (answer) => {
    if (DOWN.includes(answer.status)) return (await kept()) ?? answer
    event.waitUntil(keepBeside(request, answer.clone()))
    return answer
  })
  const failed = told.catch(async () => (await kept()) ?? (await keptPage('/offline')) ?? Response.error())
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)).then(kept)
  return (await Promise.race([failed, late])) ?? failed
}

async function keepBeside(request, answer) {
  await keep(PAGES, request, answer)
  const front = await (await caches.open(PAGES)).match('/', { ignoreVary: true })
  if (Date.now() - Number(front?.headers.get('x-kept-ms')) > EDITION_MS && !navigator.connection?.saveData)
    await refresh('/')
}

async function refresh(path) {
  const request = new Request(path)
  await keep(PAGES, request, await fetch(request))
}

async function pictureFor(event) {
  try {
    const answer = await fetch(event.request)
    event.waitUntil(keep(PICTURES, event.request, answer.clone()))
    return answer
  } catch {
    return (await caches.match(event.request, { ignoreVary: true })) ?? Response.error()
  }
}

/** Keeps one answer, if anybody may; what was kept longest ago goes first. */
async function keep(name, request, answer) {
  const control = answer.headers.get('cache-control') ?? ''
  const isPage = /^text\/html\b/.test(answer.headers.get('content-type') ?? '')
  if (answer.status !== 200 || answer.redirected || isPage !== (name === PAGES) || /no-store|private/.test(control))
    return
  const bytes = await answer.arrayBuffer()
  const headers = new Headers(answer.headers)
  for (const gone of ['content-encoding', 'content-length']) headers.delete(gone)
  headers.set('x-kept-ms', Date.now())
  headers.set('x-kept-bytes', bytes.byteLength)
  if (name === PAGES) headers.set('x-kept-title', encodeURIComponent(titleOf(new TextDecoder().decode(bytes))))
  const cache = await caches.open(name)
  await cache.put(request.url, new Response(bytes, { headers }))
  await trim(cache, name === PAGES ? MOST_PAGES : MOST_PICTURES)
}

function titleOf(html) {
  const written = /<title>([^<]{0,300})/.exec(html)?.[1] ?? ''
  const marks = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return written.replace(/&(amp|lt|gt|quot|#39);/g, (_, mark) => marks[mark])
}

async function trim(cache, most) {
  const kept = []
  for (const request of await cache.keys()) {
    const answer = await cache.match(request, { ignoreVary: true })
    const isFixed = ['/', '/offline'].includes(new URL(request.url).pathname)
    kept.push({
      request,
      bytes: Number(answer?.headers.get('x-kept-bytes')),
      atMs: isFixed ? Infinity : Number(answer?.headers.get('x-kept-ms')),
    })
  }
  kept.sort((a, b) => b.atMs - a.atMs)
  let bytes = 0
  for (const [nth, one] of kept.entries()) {
    bytes += one.bytes
    if (nth >= most || bytes > MOST_BYTES) await cache.delete(one.request)
  }
}

/** A kept page with its banner shown: of when it is, in the page's own language. */
async function keptPage(request) {
  const answer = await (await caches.open(PAGES)).match(request, { ignoreVary: true })
  if (!answer) return undefined
  const html = await answer.text()
  const at = new Date(Number(answer.headers.get('x-kept-ms')))
  const language = /<html[^>]* lang="([\w-]+)"/.exec(html)?.[1] ?? 'en'
  const time = `<time datetime="${at.toISOString()}">${at.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })}</time>`
  const told = html.replace('id="offline" hidden', 'id="offline"').replace('<time></time>', time)
  return new Response(told, { headers: answer.headers })
}
