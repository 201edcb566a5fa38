import assert from 'node:assert/strict'
import { it } from 'node:test'
import { openStore } from '../../src/store/store.ts'
import { createApp } from '../../src/web/app.ts'
import { startPostgres } from '../engines.ts'
import { fillSiteWorld, PAGES, siteOver } from './site-world.ts'

it('shows the same pages to the letter from either engine', async () => {
  const cluster = await startPostgres()
  const stores = [
    await openStore({ path: ':memory:' }),
    await openStore({ databaseUrl: await cluster.createDatabase('pages') }),
  ]
  const apps = []
  for (const store of stores) {
    await fillSiteWorld(store)
    apps.push(createApp(siteOver(store)))
  }
  for (const path of PAGES) {
    const [embedded, server]: string[] = await Promise.all(apps.map(async (app) => (await app.request(path)).text()))
    assert.equal(withoutToken(server), withoutToken(embedded), path)
  }
  await new Promise((resolve) => setTimeout(resolve, 100)) // views are counted beside the answers
  for (const store of stores) await store.close()
})

/** A page without the tokens of its forms: one that signs in is bound to a browser's own secret. */
function withoutToken(page: string | undefined): string {
  return (page ?? '').replaceAll(/name="token" value="[^"]+"/g, 'name="token"')
}
