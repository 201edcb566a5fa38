import assert from 'node:assert/strict'
import { it } from 'node:test'
import { insertArticle, writeAlone } from '../../src/store/insert-article.ts'
import { openStore } from '../../src/store/store.ts'
import { watchStore } from '../../src/verbs/site.ts'
import { createSiteLists } from '../../src/verbs/site-lists.ts'
import { newArticle } from '../articles.ts'
import { fillSiteWorld, siteOver } from './site-world.ts'

it('takes in what a verb stores beside the server: Related knows it and finished pages are made anew', async () => {
  const store = await openStore({ path: ':memory:' })
  try {
    await fillSiteWorld(store)
    const lists = createSiteLists(store)
    await lists.load()
    assert.equal(await lists.catchUp(), 0)
    const site = siteOver(store)
    const stopWatching = watchStore(site, lists, 5)
    const before = site.changed()
    const text = 'Karelin harbour ferry Varga crews count the cost of six days '.repeat(12)
    const id = await writeAlone(store, (write) =>
      insertArticle(write, newArticle({ key: 'beside', title: 'Ferry crews of Karelin count', text })),
    )
    for (let tries = 0; tries < 200 && site.changed() === before; tries++)
      await new Promise((resolve) => setTimeout(resolve, 5))
    await stopWatching()
    assert.ok(site.changed() > before)
    assert.ok(lists.related(id, 5).length > 0)
    assert.equal(await lists.catchUp(), 0)
  } finally {
    await store.close()
  }
})
