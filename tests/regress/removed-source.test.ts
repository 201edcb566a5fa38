import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { WatchKind } from '../../src/model/watch.ts'
import { addFeed, removeFeed } from '../../src/store/feeds.ts'
import { removeDemo } from '../../src/store/remove-demo.ts'
import { makeWatch, watchByToken } from '../../src/store/watches.ts'
import { onBothEngines } from '../engines.ts'

onBothEngines((engine, open) => {
  it(`${engine}: a watch of a source ends with the source, and no other watch does`, async () => {
    const store = await open()
    const feedOf = async (name: string, kind: 'feed' | 'demo') =>
      (await addFeed(store, { url: `https://${name}.example/`, kind, title: name, siteUrl: null }, 0)).id
    const [gone, stays, demo] = [await feedOf('a', 'feed'), await feedOf('b', 'feed'), await feedOf('c', 'demo')]
    const watch = async (kind: WatchKind, target: string) => {
      const rest = {
        account: null,
        everyArticle: false,
        channel: 'feed',
        address: '',
        secret: null,
        quiet: null,
      } as const
      const token = `${kind}-${target}`
      await makeWatch(store, { ...rest, token, kind, target, name: target }, null, 1)
      return token
    }
    const tokens = [
      await watch('source', String(gone)),
      await watch('source', String(stays)),
      await watch('source', String(demo)),
      await watch('search', String(gone)),
    ]
    assert.equal(await removeFeed(store, gone), true)
    assert.equal(await removeFeed(store, gone), false)
    await removeDemo(store)
    const left: string[] = []
    for (const token of tokens) if (await watchByToken(store, token)) left.push(token)
    assert.deepEqual(left, [`source-${stays}`, `search-${gone}`])
    await store.close()
  })
})
