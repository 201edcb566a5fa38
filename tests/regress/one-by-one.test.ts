import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createLine } from '../../src/ingest/line.ts'
import { DAY_MS } from '../../src/model/time.ts'
import { allArticles } from '../../src/store/articles.ts'
import type { Store } from '../../src/store/store.ts'
import { createArrivals, pageOf } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const NOW_MS = Date.UTC(2026, 4, 20, 12)
/** Told three ways: no copies, so that likeness alone joins them. */
const TEXTS = [
  'Premier Ilse Varga left the harbour of Tarn on Sunday after six days of talks about the straits, the port authority said.',
  'Ilse Varga, the premier, sailed from Tarn harbour on Sunday; talks about the straits took six days.',
  'Straits talks over: premier Varga has left Tarn, the port authority said on Sunday.',
]
const arrive = await createArrivals()

/** All seen today; published on three days from then on, or without a date. */
function arrivalsOf(publishedMs: number | null) {
  return TEXTS.map((text, index) => {
    const iso = publishedMs === null ? null : new Date(publishedMs + index * DAY_MS).toISOString()
    const dates =
      iso === null
        ? []
        : [
            {
              role: 'published' as const,
              found: iso,
              from: 'json-ld' as const,
              iso,
              atMs: Date.parse(iso),
              precision: 'second' as const,
            },
          ]
    const url = `https://paper${index}.example/varga`
    return arrive(pageOf({ url, title: `Report ${index}`, text, dates, published: iso }), NOW_MS + index)
  })
}

async function storiesOf(store: Store): Promise<number> {
  const stories = new Set<number | null>()
  for await (const { storyId } of allArticles(store)) stories.add(storyId)
  return stories.size
}

onBothEngines((engine, open) => {
  describe(`${engine}: texts that come one by one`, () => {
    for (const [name, publishedMs] of [
      ['without a date', null],
      ['of an archive', NOW_MS - 600 * DAY_MS],
      ['of today', NOW_MS - 3 * DAY_MS],
    ] as const) {
      it(`make one story where they tell of one event: ${name}`, async () => {
        const store = await open()
        try {
          const line = createLine(store)
          for (const arrival of arrivalsOf(publishedMs)) await line.store([arrival])
          assert.equal(await storiesOf(store), 1)
        } finally {
          await store.close()
        }
      })
    }
  })
})
