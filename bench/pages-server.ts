import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openStore } from '../src/store/store.ts'
import { createApp } from '../src/web/app.ts'
import { createFrontDoor } from '../src/web/front-door.ts'
import { siteOver } from '../tests/flow/site-world.ts'
import { FILLED_NOW_MS } from './filled-store.ts'

/**
 * The site over a filled store, as a process of its own: says its port in one line. A request with the header `x-anew` makes every page
 * anew. Use: scripts/node.sh bench/pages-server.ts FILE.db|postgres://…
 */
const where = process.argv[2] ?? ''
const store = await openStore(where.startsWith('postgres') ? { databaseUrl: where } : { path: where })
const site = siteOver(store)
site.setNow(FILLED_NOW_MS)
const answer = createFrontDoor(site, createApp(site).fetch)
const server = createServer((request, response) => {
  if (request.headers['x-anew'] !== undefined) site.touch()
  answer(request, response)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port)) // it listens on a port, not a pipe
process.on('SIGTERM', () => {
  server.closeAllConnections()
  server.close(() => void store.close())
})
