import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  articleByKey,
  articleByUrl,
  articleCards,
  familyOf,
  newestArticles,
  setArticleHidden,
} from '../../src/store/articles.ts'
import { countedHours, pulseState, writePulseTick } from '../../src/store/bursts.ts'
import { addFeed, dueFeeds, listFeeds, pauseFeed, recordPoll } from '../../src/store/feeds.ts'
import { fingerprintPostings } from '../../src/store/fingerprints.ts'
import { insertArticle, knownArticles, updateArticle, writeAlone } from '../../src/store/insert-article.ts'
import { claimJob, enqueue, finishJob, requeueRunning } from '../../src/store/jobs.ts'
import { removeDemo } from '../../src/store/remove-demo.ts'
import { searchArticles } from '../../src/store/search.ts'
import { setSetting, setting, settingOnce } from '../../src/store/settings.ts'
import type { Store } from '../../src/store/store.ts'
import { rankedStories, storyByKey } from '../../src/store/stories.ts'
import { insertStory, mergeStory, refreshStory } from '../../src/store/story-rows.ts'
import { tagBySlug, tagsOfArticles } from '../../src/store/tags.ts'
import { parseQuery } from '../../src/text/search-query.ts'
import { newArticle } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

type NewArticle = Parameters<typeof newArticle>[0]

onBothEngines((engine, open) => {
  const withStore = async (work: (store: Store) => Promise<void>) => {
    const store = await open()
    try {
      await work(store)
    } finally {
      await store.close()
    }
  }
  const insert = (store: Store, ...articles: NewArticle[]) =>
    writeAlone(store, async (write) => {
      const ids: number[] = []
      for (const article of articles) ids.push(await insertArticle(write, newArticle(article)))
      return ids
    })

  describe(`${engine}: articles`, () => {
    it('come back whole by key and by address', () =>
      withStore(async (store) => {
        const [id] = await insert(store, { key: 'a1', text: 'One.\n\nTwo “quoted” \u{1F6A2}.' })
        const found = await articleByKey(store, 'a1')
        assert.equal(found?.id, id)
        assert.equal(found?.page.text, 'One.\n\nTwo “quoted” \u{1F6A2}.')
        assert.equal((await articleByUrl(store, 'https://harbour.example/a1'))?.key, 'a1')
        assert.equal(await articleByKey(store, 'none'), null)
      }))

    it('are listed newest first, later id first on a tie, and go on after a cursor without a gap or repeat', () =>
      withStore(async (store) => {
        await insert(store, ...[5, 9, 9, 1, 7].map((publishedMs, n) => ({ key: `k${n}`, publishedMs })))
        const all = await newestArticles(store, { limit: 10 })
        assert.deepEqual(
          all.map((card) => card.key),
          ['k2', 'k1', 'k4', 'k0', 'k3'],
        )
        const paged: string[] = []
        let before: { publishedMs: number; id: number } | undefined
        for (;;) {
          const page = await newestArticles(store, { limit: 2, ...(before ? { before } : {}) })
          paged.push(...page.map((card) => card.key))
          const last = page.at(-1)
          if (!last) break
          before = { publishedMs: last.publishedMs, id: last.id }
        }
        assert.deepEqual(
          paged,
          all.map((card) => card.key),
        )
      }))

    it('are listed by tag, and carry their tags most salient first', () =>
      withStore(async (store) => {
        const [first] = await insert(
          store,
          { key: 'a', tagNames: ['Tarn', 'Karelin'] },
          { key: 'b', tagNames: ['Karelin'], publishedMs: 2_000 },
        )
        const tag = await tagBySlug(store, 'karelin')
        assert.equal(tag?.articleCount, 2)
        assert.equal(tag?.lastSeenMs, 2_000)
        const cards = await newestArticles(store, { tagId: tag!.id, limit: 5 })
        assert.deepEqual(
          cards.map((card) => card.key),
          ['b', 'a'],
        )
        assert.deepEqual((await tagsOfArticles(store, [first!])).map((one) => one.slug).sort(), ['karelin', 'tarn'])
      }))

    it('that are hidden stand in no list', () =>
      withStore(async (store) => {
        const [id] = await insert(store, { key: 'a' }, { key: 'b' })
        assert.equal(await setArticleHidden(store, 'a', true), true)
        assert.equal(await setArticleHidden(store, 'none', true), false)
        assert.deepEqual(
          (await newestArticles(store, { limit: 5 })).map((card) => card.key),
          ['b'],
        )
        assert.deepEqual(await articleCards(store, [id!]), [])
      }))

    it('keep their former text when the page changes', () =>
      withStore(async (store) => {
        const [id] = await insert(store, { key: 'a', text: 'The mayor stays.' })
        await writeAlone(store, (write) =>
          updateArticle(write, id!, newArticle({ key: 'a', text: 'The mayor resigns.', contentHash: 'new' })),
        )
        const found = await articleByKey(store, 'a')
        assert.equal(found?.page.text, 'The mayor resigns.')
        assert.equal(found?.version, 2)
        assert.deepEqual(await searchArticles(store, parseQuery('resigns'), { limit: 5 }), [id])
        assert.deepEqual(await searchArticles(store, parseQuery('stays'), { limit: 5 }), [])
        const versions = await store.read.selectFrom('article_version').select('version').execute()
        assert.deepEqual(
          versions.map((row) => row.version),
          [1],
        )
      }))

    it('are stored whole or not at all', () =>
      withStore(async (store) => {
        const failing = writeAlone(store, async (write) => {
          await insertArticle(write, newArticle({ key: 'a', tagNames: ['Tarn'] }))
          await insertArticle(write, newArticle({ key: 'a' }))
        })
        await assert.rejects(failing)
        assert.equal(await articleByKey(store, 'a'), null)
        assert.equal(await tagBySlug(store, 'tarn'), null)
      }))

    it('of one family come earliest first, and share fingerprints', () =>
      withStore(async (store) => {
        const shingles = Uint32Array.from([1, 2, 3, 4_000_000_000])
        const [first] = await insert(store, { key: 'a', shingles })
        const copy = {
          copyOf: first!,
          kind: 'near' as const,
          containment: 0.9,
          family: first!,
          redatedDays: 2,
          injectedCount: 1,
        }
        await insert(store, { key: 'b', shingles, copy, publishedMs: 5_000 })
        assert.deepEqual(
          (await familyOf(store, first!, 10)).map((card) => card.key),
          ['a', 'b'],
        )
        const held = await writeAlone(store, (write) =>
          fingerprintPostings(write, Uint32Array.from([2, 4_000_000_000, 77])),
        )
        assert.deepEqual(
          held.map((ids) => ids.length),
          [2, 2],
        )
      }))

    it('are known by their keys', () =>
      withStore(async (store) => {
        const [id] = await insert(store, { key: 'a', contentHash: 'h' })
        const known = await writeAlone(store, (write) => knownArticles(write, ['a', 'b']))
        assert.deepEqual([...known], [['a', { id, contentHash: 'h', version: 1 }]])
      }))
  })

  describe(`${engine}: search`, () => {
    const find = async (store: Store, query: string) => searchArticles(store, parseQuery(query), { limit: 10 })

    it('finds words, phrases and exclusions whatever their case and accents, newest first', () =>
      withStore(async (store) => {
        const [a, b] = await insert(
          store,
          { key: 'a', text: 'The Café by the old mole burns.' },
          { key: 'b', text: 'By mole they mean an old jetty; the café is closed.' },
        )
        assert.deepEqual(await find(store, 'cafe'), [b, a])
        assert.deepEqual(await find(store, '"old mole"'), [a])
        assert.deepEqual(await find(store, 'cafe -burns'), [b])
        assert.deepEqual(await find(store, '-burns'), [])
        assert.deepEqual(await find(store, ''), [])
      }))

    it('finds words of languages that are written without spaces', () =>
      withStore(async (store) => {
        const [id] = await insert(store, { key: 'a', text: '港の大臣は火曜日に到着した。' })
        assert.deepEqual(await find(store, '大臣'), [id])
      }))

    it('takes whatever is typed for words, never for syntax', () =>
      withStore(async (store) => {
        await insert(store, { key: 'a', text: 'near and or not' })
        for (const query of [
          '"',
          '""',
          "'",
          'a OR',
          'NEAR(',
          '*',
          'title:x',
          '- -',
          '\\',
          "x' | y",
          '((',
          ':*',
          '&',
          '\0',
          '<->',
        ])
          await find(store, query)
      }))
  })

  describe(`${engine}: stories`, () => {
    const story = { title: 'Boats', section: 'society', language: 'en', atMs: 1, demo: false }
    const refresh = {
      title: 'Boats',
      leadArticleId: 1,
      section: 'society',
      language: 'en',
      firstSeenMs: 1,
      lastSeenMs: 2,
    }

    it('are ranked by their key and count their articles, copies and owners', () =>
      withStore(async (store) => {
        await writeAlone(store, async (write) => {
          const low = await insertStory(write, { ...story, key: 's1' })
          const high = await insertStory(write, { ...story, key: 's2' })
          const first = await insertArticle(write, newArticle({ key: 'a', storyId: high }))
          await insertArticle(write, newArticle({ key: 'b', storyId: high, owner: 'other.example' }))
          const copy = {
            copyOf: first,
            kind: 'near' as const,
            containment: 1,
            family: first,
            redatedDays: 0,
            injectedCount: 0,
          }
          await insertArticle(write, newArticle({ key: 'c', storyId: high, owner: 'farm.example', copy }))
          await insertArticle(write, newArticle({ key: 'd', storyId: low }))
          await refreshStory(write, { ...refresh, id: low, rankKey: 1 })
          await refreshStory(write, { ...refresh, id: high, rankKey: 7 })
        })
        const ranked = await rankedStories(store, { limit: 10 })
        assert.deepEqual(
          ranked.map((card) => [card.key, card.articleCount, card.independentCount, card.copyCount, card.ownerCount]),
          [
            ['s2', 3, 2, 1, 2],
            ['s1', 1, 1, 0, 1],
          ],
        )
      }))

    it('that were merged redirect, through several merges too', () =>
      withStore(async (store) => {
        await writeAlone(store, async (write) => {
          const ids = []
          for (const key of ['s1', 's2', 's3']) ids.push(await insertStory(write, { ...story, key }))
          await mergeStory(write, ids[0]!, ids[1]!)
          await mergeStory(write, ids[1]!, ids[2]!)
        })
        assert.deepEqual(await storyByKey(store, 's1'), { movedTo: 's3' })
        assert.deepEqual(await storyByKey(store, 'none'), null)
      }))
  })

  describe(`${engine}: feeds and jobs`, () => {
    const feed = { url: 'https://a.example/feed', kind: 'feed' as const, title: 'A', siteUrl: null }

    it('add a feed once, due at once, and keep a pause through a poll', () =>
      withStore(async (store) => {
        const { id, added } = await addFeed(store, feed, 1_000)
        assert.equal(added, true)
        assert.deepEqual(await addFeed(store, feed, 2_000), { id, added: false })
        assert.deepEqual(
          (await dueFeeds(store, 1_000, 10)).map((due) => due.id),
          [id],
        )
        await pauseFeed(store, id, true, 3_000)
        await recordPoll(store, id, {
          state: 'ok',
          reason: null,
          failures: 0,
          intervalMs: 5,
          nextPollMs: 4_000,
          polledMs: 3_500,
          newItems: 3,
        })
        const [row] = await listFeeds(store)
        assert.deepEqual([row?.state, row?.items, row?.lastPolledMs], ['paused', 3, 3_500])
        assert.deepEqual(await dueFeeds(store, 9_000, 10), [])
      }))

    it('give a job once, in order, and again after a stop', () =>
      withStore(async (store) => {
        const first = await enqueue(store, 'add-url', { url: 'x' }, 5)
        await enqueue(store, 'add-url', { url: 'y' }, 6)
        const [a, b] = [await claimJob(store, 10), await claimJob(store, 10)]
        assert.deepEqual([a?.payload, b?.payload, await claimJob(store, 10)], [{ url: 'x' }, { url: 'y' }, null])
        await finishJob(store, first, 'done', null)
        await requeueRunning(store)
        assert.deepEqual((await claimJob(store, 10))?.payload, { url: 'y' })
      }))
  })

  describe(`${engine}: pulse, reactions, settings`, () => {
    const burst = { key: 'story:s', score: 5, seen: 9, expected: 2, windowHours: 3, falseRate: 0.2 }
    const tick = (tickMs: number, score: number) => ({
      tickMs,
      hours: [{ key: 'story:s', hourMs: tickMs, seen: 4, expected: 1, score }],
      bursts: [
        { ...burst, score },
        { ...burst, key: 'tag:t', score: 3 },
      ],
      leads: new Map([['story:s', ['tag:t']]]),
      storyBursts: new Map<number, number>(),
      state: Uint8Array.from([1, tickMs % 256]),
      stateTickMs: tickMs,
    })

    it('write a tick once, however often it is written', () =>
      withStore(async (store) => {
        await writePulseTick(store, tick(100, 5))
        await writePulseTick(store, tick(200, 8))
        await writePulseTick(store, tick(200, 9))
        assert.deepEqual(
          (await countedHours(store, [{ keys: ['story:s'], sinceMs: 150 }])).map((hour) => ({ ...hour })),
          [{ key: 'story:s', hourMs: 200, seen: 4, expected: 1 }],
        )
        assert.deepEqual((await pulseState(store))?.tickMs, 200)
      }))

    it('make a setting once', () =>
      withStore(async (store) => {
        assert.equal(await settingOnce(store, 'k', () => 'first'), 'first')
        assert.equal(await settingOnce(store, 'k', () => 'second'), 'first')
        await setSetting(store, 'k', 'third')
        assert.equal(await setting(store, 'k'), 'third')
      }))

    it('lose the demo edition whole and keep what is one’s own', () =>
      withStore(async (store) => {
        await setSetting(store, 'demo', '1')
        await insert(
          store,
          { key: 'd', demo: true, tagNames: ['Tarn', 'Karelin'], text: 'invented' },
          { key: 'mine', tagNames: ['Tarn'], text: 'real' },
        )
        assert.equal(await removeDemo(store), 1)
        assert.deepEqual(
          (await newestArticles(store, { limit: 9 })).map((card) => card.key),
          ['mine'],
        )
        assert.equal((await tagBySlug(store, 'tarn'))?.articleCount, 1)
        assert.equal(await tagBySlug(store, 'karelin'), null)
        assert.deepEqual(await searchArticles(store, parseQuery('invented'), { limit: 9 }), [])
        assert.equal(await setting(store, 'demo'), null)
      }))
  })
})
