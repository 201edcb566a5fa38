import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../src/store/store.ts'
import { readerRoutes } from '../src/web/readers/routes.ts'
import { addStories } from '../tests/flow/api-edition.ts'
import { OWNER_KEY, startDoors } from '../tests/flow/api-server.ts'

/**
 * How long a reader app takes to bring in a backlog of unread articles over the Google Reader API, as apps with a store of their own
 * do it: every id, then every item by number, some at a time. Prints one JSON line.
 * Use: sh scripts/node.sh bench/readers-sync.ts [ITEMS, default 20000]
 */
const wanted = Number(process.argv[2] ?? 20_000)
const AT_ONCE = 250
const folder = mkdtempSync(join(tmpdir(), 'trendpulse-sync-'))
const server = await startDoors(
  (site) => [readerRoutes(site)],
  () => openStore({ path: join(folder, 'store.db') }),
)
// Every story brings its article: two items.
await addStories(server.site.store, Math.ceil(wanted / 2))

const base = `${server.url}/api/greader.php`
const login = await (await fetch(`${base}/accounts/ClientLogin?Email=owner&Passwd=${OWNER_KEY}`)).text()
const headers = { authorization: `GoogleLogin auth=${/^Auth=(.+)$/m.exec(login)?.[1]}` }

const startMs = performance.now()
const asked = `${base}/reader/api/0/stream/items/ids?s=user/-/state/com.google/reading-list&xt=user/-/state/com.google/read&n=1000000`
const { itemRefs } = (await (await fetch(asked, { headers })).json()) as { itemRefs: { id: string }[] }
const idsMs = performance.now() - startMs
let items = 0
let bytes = 0
for (let at = 0; at < itemRefs.length; at += AT_ONCE) {
  const body = itemRefs
    .slice(at, at + AT_ONCE)
    .map((ref) => `i=${ref.id}`)
    .join('&')
  const answer = await fetch(`${base}/reader/api/0/stream/items/contents`, { method: 'POST', headers, body })
  const text = await answer.text()
  bytes += text.length
  items += (JSON.parse(text) as { items: unknown[] }).items.length
}
const syncMs = performance.now() - startMs
const markStartMs = performance.now()
await fetch(`${base}/reader/api/0/mark-all-as-read`, {
  method: 'POST',
  headers,
  body: 's=user/-/state/com.google/reading-list',
})
const markMs = performance.now() - markStartMs
const left = (await (await fetch(asked, { headers })).json()) as { itemRefs: unknown[] }
console.log(
  JSON.stringify({
    leftUnread: left.itemRefs.length,
    ids: itemRefs.length,
    items,
    megabytes: bytes / 1e6,
    idsMs,
    syncMs,
    markMs,
  }),
)
await server.close()
rmSync(folder, { recursive: true })
