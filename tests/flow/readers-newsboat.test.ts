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

/** Both contracts that newsboat speaks to any host; the same is asked of each. */
const CONTRACTS: Record<string, () => string[]> = {
  miniflux: () => [`miniflux-url "${server.url}"`, 'miniflux-login "owner"', `miniflux-password "${OWNER_KEY}"`],
  feedhq: () => [
    `feedhq-url "${server.url}/api/greader.php"`,
    'feedhq-login "owner"',
    `feedhq-password "${OWNER_KEY}"`,
    'feedhq-show-special-feeds no',
  ],
}

for (const [contract, lines] of Object.entries(CONTRACTS))
  describe(`newsboat over ${contract}`, () => {
    beforeEach(() => {
      boat = newsboat([`urls-source "${contract}"`, ...lines()])
    })
    it('brings every article and story of the site, unread', async () => {
      await boat.execute('reload')
      if (process.env.DEBUG) console.log(boat.articles())
      assert.match(await boat.execute('print-unread'), /^8 unread/)
      const titles = boat.articles().map((article) => article.title)
      assert.ok(titles.includes('Ships <return> & cranes move in Port Selva'), titles.join('\n'))
    })
  })
