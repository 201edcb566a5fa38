import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { applyRules } from '../../src/ingest/apply-rules.ts'
import { createLine } from '../../src/ingest/line.ts'
import { lookWithRule } from '../../src/ingest/look-with-rule.ts'
import { createPulse } from '../../src/ingest/pulse-tick.ts'
import { createRuleActs } from '../../src/ingest/rule-acts.ts'
import { moveTaggedArticles } from '../../src/ingest/shape-tags.ts'
import { setArticleHidden } from '../../src/store/articles.ts'
import { dumpStore, restoreStore } from '../../src/store/dump.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { writeAlone } from '../../src/store/insert-article.ts'
import { articlesHit, ruleHits, ruleWork, storedRules } from '../../src/store/rules.ts'
import { rulesOfArticle } from '../../src/store/rulings.ts'
import { searchArticles } from '../../src/store/search.ts'
import { openStore, type Store, type StoreLocation } from '../../src/store/store.ts'
import { rankedStories } from '../../src/store/stories.ts'
import { makeTagRule } from '../../src/store/tag-rules.ts'
import { parseQuery } from '../../src/text/search-query.ts'
import { onBothEngines, startPostgres, throwAwayFolder } from '../engines.ts'
import {
  arrivalOf,
  assertCounts,
  change,
  drop,
  hiding,
  make,
  NOTHING,
  NOW_MS,
  PR,
  shownIn,
  storiesIn,
  type Told,
} from '../rules-world.ts'

const DAY_MS = 86_400_000
const told = (given: Partial<Told> & { at: number }): Told => ({
  host: 0,
  title: 0,
  text: 0,
  ago: 600 - given.at,
  ...given,
})
const fill = (store: Store, articles: readonly Told[]) => createLine(store).store(articles.map((one) => arrivalOf(one)))
const hiddenIn = async (store: Store) => (await shownIn(store)).map((article) => article.hidden)

onBothEngines((engine, open) => {
  const withStore = async (work: (store: Store) => Promise<void>) => {
    const store = await open()
    try {
      await work(store)
    } finally {
      await store.close()
    }
  }

  describe(`${engine}: a rule over articles`, () => {
    it('hides what stands and what comes, takes a story out of lists with its last article, and brings all back', () =>
      withStore(async (store) => {
        await fill(store, [told({ at: 1 }), told({ at: 2, title: 1, text: 1, host: 2 })])
        const stories = await storiesIn(store)
        const id = await make(store, hiding('host:lamps.example'))
        await applyRules(store)
        await fill(store, [told({ at: 3, title: 1, text: 1, host: 2 })])
        assert.deepEqual((await hiddenIn(store)).toSorted(), [false, true, true])
        assert.equal((await rankedStories(store, { limit: 10 })).length, 1)
        await assertCounts(store)
        const rule = (await storedRules(store))[0]!
        await change(store, id, { ...rule, isOn: false })
        await applyRules(store)
        assert.deepEqual(await hiddenIn(store), [false, false, false])
        assert.equal((await storiesIn(store)).length, stories.length)
        await assertCounts(store)
      }))

    it('stands below the owner’s hand, in both ways and for good', () =>
      withStore(async (store) => {
        await fill(
          store,
          [1, 2, 3].map((at) => told({ at })),
        )
        const keys = (await store.read.selectFrom('article').select('key').orderBy('id').execute()).map(
          (row) => row.key,
        )
        const hidden = async () =>
          (await store.read.selectFrom('article').select('hidden').orderBy('id').execute()).map((row) => row.hidden)
        await setArticleHidden(store, keys[0]!, true)
        const id = await make(store, hiding('ferry'))
        await applyRules(store)
        await setArticleHidden(store, keys[1]!, false)
        await change(store, id, hiding('ferry', { name: 'again' }))
        await applyRules(store)
        assert.deepEqual(await hidden(), [1, 0, 1])
        assert.equal((await rulesOfArticle(store, 2)).byHand, false)
        await drop(store, id)
        await applyRules(store)
        assert.deepEqual(await hidden(), [1, 0, 0])
        await make(store, hiding('host:courier.example'))
        await applyRules(store)
        assert.deepEqual(await hidden(), [1, 0, 1])
      }))

    it('asks for the source and its folder, at arrival and of what stands', () =>
      withStore(async (store) => {
        const feed = { kind: 'feed', siteUrl: null } as const
        const { id } = await addFeed(
          store,
          { ...feed, url: 'https://a.example/feed', title: 'Press desk', folder: 'Papers / PR' },
          0,
        )
        const line = createLine(store)
        await line.store([arrivalOf(told({ at: 1 }), id), arrivalOf(told({ at: 2, text: 1, title: 1 }))])
        await make(store, hiding('folder:papers source:"press desk"'))
        await applyRules(store)
        await line.store([arrivalOf(told({ at: 3, text: 2, title: 2 }), id)])
        const rows = await store.read.selectFrom('article').select('hidden').orderBy('id').execute()
        assert.deepEqual(
          rows.map((row) => row.hidden),
          [1, 0, 1],
        )
      }))

    it('decides anew on copies whose original comes late, and on a text that has changed', () =>
      withStore(async (store) => {
        const line = createLine(store)
        await make(store, hiding('is:copy'))
        await line.store([arrivalOf(told({ at: 1, host: 1, claimed: 2 }))])
        assert.deepEqual(await hiddenIn(store), [false])
        await line.store([arrivalOf(told({ at: 2, host: 0, claimed: 20 }))])
        const rows = await store.read.selectFrom('article').select(['hidden', 'copy_of']).orderBy('id').execute()
        const shown = rows.map((row) => [row.hidden, row.copy_of])
        assert.deepEqual(shown, [
          [1, 2],
          [0, null],
        ])
        await make(store, hiding('"ten lamps"'))
        await applyRules(store)
        await line.store([arrivalOf(told({ at: 2, host: 0, text: 1, claimed: 20 }))])
        const [changed] = await store.read
          .selectFrom('article')
          .select(['hidden', 'version'])
          .where('id', '=', 2)
          .execute()
        assert.deepEqual([changed?.hidden, changed?.version], [1, 2])
        await assertCounts(store)
      }))

    it('follows the owner’s rules over tags, whichever was made first', async () => {
      const merge = (store: Store) =>
        writeAlone(store, (write) => makeTagRule(write, { kind: 'merge', slug: 'tarn', target: 'port-selva' }, NOW_MS))
      const outcomes = []
      for (const isMergedFirst of [true, false]) {
        const store = await open()
        await fill(store, [told({ at: 1 }), told({ at: 2, title: 1 })])
        if (isMergedFirst) await merge(store)
        await make(
          store,
          hiding('tag:port-selva', {
            actions: { ...NOTHING, mark: 'Selva', addTags: [{ slug: 'tarn', name: 'Tarn' }] },
          }),
        )
        if (!isMergedFirst) {
          await applyRules(store)
          await merge(store)
        }
        await moveTaggedArticles(store)
        await applyRules(store)
        await assertCounts(store)
        outcomes.push(await shownIn(store))
        await store.close()
      }
      assert.deepEqual(outcomes[1], outcomes[0])
      assert.deepEqual(
        outcomes[0]!.map((article) => article.marks),
        [['Selva'], ['Selva']],
      )
      assert.ok(
        outcomes[0]!.every(
          ({ tags }) => tags.some((tag) => tag.slug === 'port-selva') && !tags.some((tag) => tag.slug === 'tarn'),
        ),
      )
    })

    it('puts a tag that is found by its name, and that no tagger has to have known', () =>
      withStore(async (store) => {
        await fill(store, [told({ at: 1 })])
        const puts = hiding('ferry', { actions: { ...NOTHING, addTags: [PR] } })
        const id = await make(store, puts)
        await applyRules(store)
        await fill(store, [told({ at: 2, text: 2 })])
        const found = () => searchArticles(store, parseQuery('tag:advertorial advertorial'), { limit: 10 })
        assert.equal((await found()).length, 2)
        await drop(store, id)
        await applyRules(store)
        assert.equal((await found()).length, 0)
      }))

    it('tells what it hit, by when it was first seen', () =>
      withStore(async (store) => {
        const id = await make(store, hiding('ferry', { actions: { ...NOTHING, mark: 'by sea' } }))
        await fill(store, [
          told({ at: 1, ago: 60 * 24 * 9 }),
          told({ at: 2, text: 1 }),
          told({ at: 3, title: 1, text: 1 }),
        ])
        assert.deepEqual(await ruleHits(store, NOW_MS - 7 * DAY_MS), new Map([[id, 1]]))
        assert.deepEqual(await articlesHit(store, id, 10), [2, 1])
        assert.deepEqual(
          (await rulesOfArticle(store, 2)).rules.map((rule) => [rule.id, rule.name]),
          [[id, 'hides ferry']],
        )
      }))

    it('is tried on the newest articles without changing anything, words asked of the index or of each text', () =>
      withStore(async (store) => {
        await fill(
          store,
          Array.from({ length: 30 }, (_, at) => told({ at: at + 1, title: at % 3, text: at % 3, host: at % 2 })),
        )
        const before = await shownIn(store)
        for (const query of ['ferry', '-lamps -lake', 'title:ferry host:courier.example', 'host:wire.example'])
          for (const match of ['all', 'any'] as const) {
            const look = await lookWithRule(store, hiding(query, { match }))
            const id = await make(store, hiding(query, { match }))
            await applyRules(store)
            const rows = await store.read
              .selectFrom('article')
              .select('id')
              .where('hidden', '=', 1)
              .orderBy('id', 'desc')
              .execute()
            const ids = rows.map((row) => row.id)
            assert.deepEqual(look, { looked: 30, hits: ids.length, ids: ids.slice(0, 10) }, `${query} ${match}`)
            await drop(store, id)
            await applyRules(store)
          }
        assert.deepEqual(await shownIn(store), before)
        assert.deepEqual(await lookWithRule(store, hiding('ferry zeppelin')), { looked: 30, hits: 0, ids: [] })
      }))

    it('has decided on the newest articles when the owner is answered, and on the rest by a job that is there', () =>
      withStore(async (store) => {
        await fill(
          store,
          Array.from({ length: 240 }, (_, at) => told({ at: at + 1, title: at % 3, text: at % 3 })),
        )
        const acts = createRuleActs(store, () => NOW_MS)
        await acts.add(hiding('ferry'))
        const work = await ruleWork(store)
        assert.deepEqual([work?.left, work?.all], [40, 240])
        const jobs = await store.read.selectFrom('job').select(['kind', 'state']).execute()
        assert.deepEqual(
          jobs.map((job) => [job.kind, job.state]),
          [['apply-rules', 'queued']],
        )
        assert.equal(await applyRules(store), false)
        assert.equal(await ruleWork(store), null)
      }))

    it('lives on in a backup, taken away after it as before it', () =>
      withStore(async (store) => {
        await fill(store, [told({ at: 1 }), told({ at: 2, title: 1, text: 1 })])
        const first = await shownIn(store)
        const id = await make(
          store,
          hiding('ferry', {
            actions: {
              hide: true,
              section: 'sports',
              mark: 'x',
              addTags: [PR],
              takeTags: [{ slug: 'tarn', name: 'Tarn' }],
            },
          }),
        )
        await applyRules(store)
        const lines: string[] = []
        await dumpStore(store, async (line) => void lines.push(line))
        await withStore(async (copy) => {
          await restoreStore(
            copy,
            (async function* () {
              yield* lines
            })(),
          )
          assert.deepEqual(await shownIn(copy), await shownIn(store))
          await drop(copy, id)
          await applyRules(copy)
          assert.deepEqual(await shownIn(copy), first)
        })
      }))

    it('is what the pulse counts by, once it has been applied to everything', () =>
      withStore(async (store) => {
        await fill(store, [told({ at: 1, ago: 70 }), told({ at: 2, title: 1, text: 1, ago: 70, host: 2 })])
        const pulse = createPulse(store)
        const seen = async () =>
          (await store.read.selectFrom('pulse_hour').select('seen').where('key', 'like', 'section:%').execute()).reduce(
            (sum, hour) => sum + hour.seen,
            0,
          )
        await pulse.catchUp(NOW_MS)
        assert.equal(await seen(), 2)
        await make(store, hiding('host:lamps.example'))
        await pulse.catchUp(NOW_MS)
        assert.equal(await seen(), 2, 'not while articles wait')
        await applyRules(store)
        await pulse.catchUp(NOW_MS)
        assert.equal(await seen(), 1)
      }))
  })
})

describe('a process that is killed while rules are applied', () => {
  const CHILD = join(import.meta.dirname, '..', 'apply-rules-process.ts')

  /** Applies rules in a process of its own, which is killed once it has told of so many batches. */
  const killedAfter = (location: StoreLocation, batches: number) =>
    new Promise<string | null>((resolve, reject) => {
      const child = spawn(process.execPath, [CHILD, JSON.stringify(location)], { stdio: ['ignore', 'pipe', 'inherit'] })
      let told = 0
      child.stdout.on('data', (chunk: Buffer) => {
        told += chunk.toString().split('\n').length - 1
        if (told >= batches) child.kill('SIGKILL')
      })
      child.once('error', reject)
      child.once('exit', (_, signal) => resolve(signal))
    })

  for (const engine of ['sqlite', 'postgres'] as const) {
    it(`loses nothing and hides nothing that another rule shows, on ${engine}`, async () => {
      const location: StoreLocation =
        engine === 'sqlite'
          ? { path: join(throwAwayFolder(), 'trendpulse.db') }
          : { databaseUrl: await (await startPostgres()).createDatabase('killed') }
      const store = await openStore(location)
      await fill(
        store,
        Array.from({ length: 450 }, (_, at) => told({ at: at + 1, title: at % 3, text: at % 3, host: at % 2 })),
      )
      const first = await shownIn(store)
      await make(store, hiding('title:ferry', { isLast: true, actions: { ...NOTHING, mark: 'by sea' } }))
      const id = await make(store, hiding('host:courier.example'))
      assert.equal(await killedAfter(location, 2), 'SIGKILL')
      const work = await ruleWork(store)
      assert.ok(work !== null && work.left < 450 && work.left > 0, `${work?.left} are left`)
      await assertCounts(store)
      for (const { title, hidden } of await shownIn(store)) assert.ok(!(hidden && title.startsWith('Ferry')))
      await drop(store, id)
      assert.equal(await killedAfter(location, 1), 'SIGKILL')
      await make(store, hiding('host:courier.example'))
      await applyRules(store)
      for (const { title, host, hidden, marks } of await shownIn(store)) {
        assert.equal(hidden, host === 'courier.example' && !title.startsWith('Ferry'))
        assert.deepEqual(marks, title.startsWith('Ferry') ? ['by sea'] : [])
      }
      for (const rule of await storedRules(store)) await drop(store, rule.id)
      await applyRules(store)
      assert.deepEqual(await shownIn(store), first)
      await store.close()
    })
  }
})
