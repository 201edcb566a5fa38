import assert from 'node:assert/strict'
import { it } from 'node:test'
import { formerVersions, MAX_VERSIONS } from '../../src/store/article-versions.ts'
import { insertArticle, updateArticle, writeAlone } from '../../src/store/insert-article.ts'
import { openStore } from '../../src/store/store.ts'
import { newArticle } from '../articles.ts'

it('keeps the first and the newest former texts of a page that changes all the time', async () => {
  const store = await openStore({ path: ':memory:' })
  try {
    const id = await writeAlone(store, (write) => insertArticle(write, newArticle({ key: 'a', text: 'Text 1.' })))
    for (let version = 2; version <= MAX_VERSIONS + 6; version++)
      await writeAlone(store, (write) => updateArticle(write, id, newArticle({ key: 'a', text: `Text ${version}.` })))
    const kept = await formerVersions(store, id)
    assert.equal(kept.length, MAX_VERSIONS)
    assert.equal(kept[0]?.page.text, 'Text 1.')
    assert.equal(kept.at(-1)?.page.text, `Text ${MAX_VERSIONS + 5}.`)
    assert.equal(kept[1]?.version, 7)
  } finally {
    await store.close()
  }
})
