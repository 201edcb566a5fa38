import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { readerCounts } from '../../src/store/reader-counts.ts'
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

const DOWN = '\u001bOB'
const EDIT_FLAGS = '\u0005'

/** Items of the owner with some marks, as the store has them. */
async function marked(marks: { read?: boolean; starred?: boolean }): Promise<number> {
  const rows = await readerCounts(server.site.store, { user: 'owner', ...marks })
  return rows.reduce((sum, row) => sum + row.count, 0)
}

/** Both contracts that newsboat speaks to any host; the same is asked of each. */
const CONTRACTS: Record<string, () => string[]> = {
  miniflux: () => [`miniflux-url "${server.url}"`, 'miniflux-login "owner"', `miniflux-password "${OWNER_KEY}"`],
  feedhq: () => [
    `feedhq-url "${server.url}/api/greader.php"`,
    'feedhq-login "owner"',
    `feedhq-password "${OWNER_KEY}"`,
    'feedhq-show-special-feeds no',
    'feedhq-flag-star "s"',
  ],
}

for (const [contract, lines] of Object.entries(CONTRACTS))
  describe(`newsboat over ${contract}`, () => {
    beforeEach(() => {
      boat = newsboat([`urls-source "${contract}"`, ...lines()])
    })
    it('brings every article and story of the site, unread', async () => {
      await boat.execute('reload')
      assert.match(await boat.execute('print-unread'), /^8 unread/)
      const titles = boat.articles().map((article) => article.title)
      assert.ok(titles.includes('Ships <return> & cranes move in Port Selva'), titles.join('\n'))
    })
    it('reads, un-reads and marks all read on the server, and sees there what was read elsewhere', async () => {
      await boat.execute('reload')
      const unread = () => marked({ read: false })
      // Into the first feed that holds anything, its first article, and on: newsboat tells the server with the next key.
      await boat.play(['n', '\r', '\r', 'q'], async () => (await unread()) === 7)
      await boat.play([DOWN, '\r', 'N'], async () => (await unread()) === 8)
      if (contract === 'feedhq')
        await boat.play([DOWN, '\r', EDIT_FLAGS, 's', '\r'], async () => (await marked({ starred: true })) === 1)
      await boat.play(['C', 'y'], async () => (await unread()) === 0)
      const again = newsboat([`urls-source "${contract}"`, ...lines()])
      await again.execute('reload')
      assert.match(await again.execute('print-unread'), /^0 unread/)
      again.remove()
    })
  })
