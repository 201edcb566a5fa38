import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createLine } from '../../src/ingest/line.ts'
import type { DateClaim, ExtractedArticle, Repair } from '../../src/model/article.ts'
import { DAY_MS } from '../../src/model/time.ts'
import { articleByKey } from '../../src/store/articles.ts'
import type { Store } from '../../src/store/store.ts'
import { storyCards } from '../../src/store/stories.ts'
import { createArrivals, pageOf } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const NOW_MS = Date.UTC(2026, 4, 20, 12)
const SENTENCES = [
  'Premier Ilse Varga left the harbour of Tarn on Sunday after six days of talks about the straits, the port authority said.',
  'Her ship sailed to the sound of a harbour band at the end of a farewell on the old mole, some 200 kilometres from the border.',
  'Nothing was signed that was not said aloud, Varga told Harbour Wire before she went aboard the ferry Petrel for the crossing.',
  'It was her longest stay abroad since she took office, and observers expect the council of Karelin to vote before the winter.',
  'The council wants a smaller share of the catch to be landed at Brenn, where two canneries closed in the spring for want of herring.',
  'Fishers on both shores have asked for a common register of boats, which would end the yearly quarrel about who may cast nets where.',
  'A former pilot of the straits, Osvald Tamm, called the talks a slow tide that nobody on the mole had seen turn for eleven years.',
  'The ferry is due at Ostrava Bay around noon on Wednesday, when the premier is to speak to the assembly about what she brings home.',
]
const TEXT = SENTENCES.join('\n\n')

function datedPage(host: string, text: string, daysAgo: number, more: Partial<ExtractedArticle> = {}) {
  const atMs = NOW_MS - daysAgo * DAY_MS
  const iso = new Date(atMs).toISOString()
  const claim: DateClaim = { role: 'published', found: iso, from: 'json-ld', iso, atMs, precision: 'second' }
  return pageOf({
    url: `https://${host}/varga`,
    siteName: host,
    title: `Varga sails home, says ${host}`,
    text,
    dates: [claim],
    published: iso,
    publishedFrom: 'json-ld',
    ...more,
  })
}

const arrive = await createArrivals()
const repair: Repair = {
  kind: 'injected-word',
  field: 'text',
  found: 'GoldenPathafter',
  at: 53,
  mended: 'after',
  brand: 'GoldenPath',
}

onBothEngines((engine, open) => {
  const withStore = async (work: (store: Store) => Promise<void>) => {
    const store = await open()
    try {
      await work(store)
    } finally {
      await store.close()
    }
  }

  describe(`${engine}: an original that arrives behind its copies`, () => {
    it('takes the place of the former one: all copies, and what is said of them, are told against it; and again for one still earlier', () =>
      withStore(async (store) => {
        const line = createLine(store)
        const pages = [
          datedPage('gold.example', TEXT.replace('after six', 'GoldenPath after six'), 20),
          datedPage('echo.example', TEXT, 18),
          datedPage('part.example', SENTENCES.slice(0, 4).join('\n\n'), 15),
          datedPage('farm.example', TEXT, 1, { repairs: [repair] }),
        ]
        const stored: { id: number | null; key: string }[] = []
        for (const [index, page] of pages.entries()) stored.push(...(await line.store([arrive(page, NOW_MS + index)])))
        const [former, ...copies] = stored
        const rows = () => Promise.all(stored.map(async ({ key }) => (await articleByKey(store, key))!))
        const links = async () => (await rows()).map(({ copyOf, family }) => [copyOf, family])
        const before = await rows()
        assert.equal(before[0]!.copyOf, null)
        for (const copy of before.slice(1)) assert.deepEqual([copy.copyOf, copy.family], [former!.id, former!.id])
        assert.deepEqual(
          before.slice(1).map(({ redatedDays }) => redatedDays),
          [2, 5, 19],
        )

        const [first] = await line.store([arrive(datedPage('wire.example', TEXT, 600), NOW_MS + 10)])
        assert.deepEqual(
          await links(),
          stored.map(() => [first!.id, first!.id]),
        )
        const after = await rows()
        assert.deepEqual(
          after.map(({ redatedDays }) => redatedDays),
          [580, 582, 585, 599],
        )
        assert.deepEqual(
          after.map(({ copyKind }) => copyKind),
          ['near', 'identical', 'excerpt', 'identical'],
        )
        assert.equal(after[0]!.injectedCount, 1)
        for (const row of after) {
          assert.equal(row.doubtful, true)
          assert.equal(row.publishedMs, row.firstSeenMs)
          assert.deepEqual(
            row.page.doubts.map(({ reason }) => reason),
            ['earlier-copy'],
          )
          assert.match(row.page.doubts[0]!.detail, new RegExp(`wire.example ${row.redatedDays} days earlier`))
        }
        const original = (await articleByKey(store, first!.key))!
        assert.deepEqual([original.copyOf, original.doubtful], [null, false])
        assert.deepEqual(
          after.map(({ storyId }) => storyId),
          copies.concat(former!).map(() => original.storyId),
        )
        const [story] = await storyCards(store, [original.storyId!])
        assert.deepEqual([story?.articleCount, story?.independentCount, story?.copyCount], [5, 1, 4])

        const [earliest] = await line.store([arrive(datedPage('old.example', TEXT, 700), NOW_MS + 20)])
        assert.deepEqual(
          await links(),
          stored.map(() => [earliest!.id, earliest!.id]),
        )
        assert.equal((await articleByKey(store, first!.key))!.copyOf, earliest!.id)
        assert.deepEqual(
          (await rows()).map(({ redatedDays }) => redatedDays),
          [680, 682, 685, 699],
        )
      }))

    it('joins families that know nothing of each other, each of another part of it', () =>
      withStore(async (store) => {
        const line = createLine(store)
        const half = (from: number) => SENTENCES.slice(from, from + 4).join('\n\n')
        const parts = [
          datedPage('a.example', half(0), 9),
          datedPage('b.example', half(4), 8),
          datedPage('c.example', half(4), 7),
        ]
        const stored = await line.store(parts.map((page, index) => arrive(page, NOW_MS + index)))
        const [first] = await line.store([arrive(datedPage('wire.example', TEXT, 30), NOW_MS + 10)])
        const rows = await Promise.all(stored.map(({ key }) => articleByKey(store, key)))
        const stories = await storyCards(
          store,
          rows.map((row) => row!.storyId!),
        )
        const original = (await articleByKey(store, first!.key))!
        for (const { id, articleCount, independentCount, copyCount } of stories) {
          const originals = id === original.storyId ? 1 : 0
          assert.deepEqual([independentCount, copyCount], [originals, articleCount - originals])
        }
        assert.deepEqual(
          rows.map((row) => [row?.copyOf, row?.family, row?.copyKind]),
          [
            [first!.id, first!.id, 'excerpt'],
            [first!.id, first!.id, 'excerpt'],
            [first!.id, first!.id, 'excerpt'],
          ],
        )
      }))
  })
})
