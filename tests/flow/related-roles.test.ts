import assert from 'node:assert/strict'
import { it } from 'node:test'
import { HOUR_MS } from '../../src/model/time.ts'
import { insertArticle, writeAlone } from '../../src/store/insert-article.ts'
import { openStore } from '../../src/store/store.ts'
import { createSiteLists } from '../../src/verbs/site-lists.ts'
import { newArticle } from '../articles.ts'
import { NOW } from './site-world.ts'

const SENTENCES = [
  'The pilot of the ferry Tarn was saved by fishermen in the night.',
  'Divers go down to the wreck as soon as the wind allows it.',
  'The harbour master keeps the channel closed until Thursday.',
  'Nobody knows yet why the bow door stood open.',
  'Crews of two other ships searched the bay until dawn.',
]

it('gives no reworded copy beside an article on the site, even where nobody has linked it, and gives a reason with each entry', async () => {
  const store = await openStore({ path: ':memory:' })
  try {
    const put = (key: string, title: string, text: string, hours: number) =>
      writeAlone(store, (write) =>
        insertArticle(write, newArticle({ key, title, text, publishedMs: NOW + hours * HOUR_MS })),
      )
    const page = await put('page', 'Ferry pilot saved by fishermen', SENTENCES.join(' '), 0)
    const copy = await put(
      'copy',
      'Fishermen save a pilot',
      SENTENCES.join(' ').replaceAll('harbour', 'port').replaceAll('dawn', 'morning'),
      1,
    )
    const excerpt = await put('part', 'Pilot saved', `${SENTENCES.slice(1, 4).join(' ')} More follows soon.`, 2)
    const other = await put(
      'other',
      'Owners of the Tarn silent on the bow door',
      'The owners of the ferry Tarn will not say who closes the bow door in the harbour; its pilot and crews ask for divers to look at the wreck.',
      40,
    )
    const lists = createSiteLists(store)
    await lists.load()
    const entries = lists.related(page, 10)
    const ids = entries.map(({ id }) => id)
    assert.ok(ids.includes(other))
    assert.ok(!ids.includes(copy) && !ids.includes(excerpt))
    assert.ok(entries.every(({ reason }) => reason.text !== ''))
    assert.ok(!lists.related(copy, 10).some(({ id }) => id === page || id === excerpt))
  } finally {
    await store.close()
  }
})
