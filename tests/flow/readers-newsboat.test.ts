import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { readerRoutes } from '../../src/web/readers/routes.ts'
import { OWNER_KEY, startDoors, type TestServer } from './api-server.ts'
import { type Newsboat, newsboat } from './readers-newsboat.ts'

let server: TestServer
let boat: Newsboat
beforeEach(async () => {
  server = await startDoors((site) => [readerRoutes(site)])
})
afterEach(async () => {
  boat.remove()
  await server.close()
})

describe('newsboat over the Miniflux API', () => {
  beforeEach(() => {
    boat = newsboat([
      'urls-source "miniflux"',
      `miniflux-url "${server.url}"`,
      'miniflux-login "owner"',
      `miniflux-password "${OWNER_KEY}"`,
    ])
  })
  it('brings every article and story of the site, unread', async () => {
    await boat.execute('reload')
    console.log(boat.articles(), await boat.execute('print-unread'))
    assert.match(await boat.execute('print-unread'), /^8 unread/)
  })
})
