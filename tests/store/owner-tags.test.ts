import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Arrival, createLine } from '../../src/ingest/line.ts'
import { createPulse } from '../../src/ingest/pulse-tick.ts'
import { moveTaggedArticles } from '../../src/ingest/shape-tags.ts'
import { HOUR_MS } from '../../src/model/time.ts'
import { dumpStore, restoreStore } from '../../src/store/dump.ts'
import { writeAlone } from '../../src/store/insert-article.ts'
import { searchArticles, searchRow } from '../../src/store/search.ts'
import type { Store } from '../../src/store/store.ts'
import { dropTagRule, makeTagRule, type NewTagRule } from '../../src/store/tag-rules.ts'
import { tagBySlug, tagsOfArticles } from '../../src/store/tags.ts'
import { parseQuery } from '../../src/text/search-query.ts'
import { createArrivals, pageOf } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const NOW_MS = Date.UTC(2026, 4, 20, 12, 30)
const arrive = await createArrivals()

type Marked = { at: number; tags: readonly (readonly [name: string, mentions: number])[] }

/** An article with the tags that a test says, whatever its text. */
function arrivalOf({ at, tags }: Marked): Arrival {
  const page = pageOf({
    url: `https://quay.example/${at}`,
    title: `Notice ${at}`,
    text: `Berth ${at} at the quay is free from noon.`,
  })
  const arrival = arrive(page, NOW_MS - at * 60_000)
  const given = tags.map(([name, count], place) => ({
    name,
    slug: name.toLowerCase().replaceAll(' ', '-'),
    kind: 'place' as const,
    count,
    salience: 0.5 ** (place + 1),
    spans: [],
  }))
  const row = searchRow(
    arrival.prepared.title,
    page.text,
    tags.map(([name]) => name),
  )
  return { ...arrival, prepared: { ...arrival.prepared, tags: given, searchRow: row } }
}

const NAMES = ['Port Selva', 'Selva', 'Tarn', 'Old Tarn', 'Karelin'] as const
const SLUGS = NAMES.map((name) => name.toLowerCase().replaceAll(' ', '-'))
/** One article with every name, so that rules can name their tags. */
const EVERY: Marked = { at: 0, tags: NAMES.map((name) => [name, 2] as const) }

/** What a store shows of tags, by names that do not hang on the order in which rows came. */
async function shownIn(store: Store) {
  const db = store.read
  const tags = await db
    .selectFrom('tag')
    .leftJoin('tag as end', 'end.id', 'tag.merged_into')
    .select(['tag.slug', 'tag.name', 'tag.article_count', 'tag.blocked', 'end.slug as stands'])
    .orderBy('tag.slug')
    .execute()
  const marksOf = (table: 'article_tag' | 'given_tag') =>
    db
      .selectFrom(table)
      .innerJoin('tag', 'tag.id', 'tag_id')
      .innerJoin('article', 'article.id', 'article_id')
      .select(['article.key', 'tag.slug', 'salience', 'mentions'])
      .orderBy('article.key')
      .orderBy('tag.slug')
      .execute()
  const found = await Promise.all(NAMES.map((name) => searchArticles(store, parseQuery(`"${name}"`), { limit: 1_000 })))
  const [shown, given] = [await marksOf('article_tag'), await marksOf('given_tag')]
  return { tags, shown, given, found: found.map((ids) => ids.length) }
}

const rule = (store: Store, made: NewTagRule) => writeAlone(store, (write) => makeTagRule(write, made, NOW_MS))
const takeBack = (store: Store, id: number) => writeAlone(store, (write) => dropTagRule(write, id))
const fill = (store: Store, articles: readonly Marked[]) => createLine(store).store(articles.map(arrivalOf))

async function assertCounts(store: Store): Promise<void> {
  const counted = await store.read
    .selectFrom('tag')
    .select((eb) => [
      'slug',
      'article_count',
      eb
        .selectFrom('article_tag')
        .select((e) => e.fn.countAll<number>().as('n'))
        .whereRef('tag_id', '=', 'tag.id')
        .as('n'),
    ])
    .execute()
  for (const tag of counted) assert.equal(tag.article_count, Number(tag.n), tag.slug)
}

const MERGE: NewTagRule = { kind: 'merge', slug: 'selva', target: 'port-selva' }
const articles = fc.array(
  fc
    .uniqueArray(fc.constantFrom(...NAMES), { minLength: 1 })
    .map((names) => names.map((name, at) => [name, at + 1] as const)),
  { minLength: 1, maxLength: 6 },
)
const rules = fc.array(
  fc.oneof(
    fc
      .tuple(fc.constantFrom(...SLUGS), fc.constantFrom(...SLUGS))
      .map(([slug, target]): NewTagRule => ({ kind: 'merge', slug, target })),
    fc.constantFrom(...SLUGS).map((slug): NewTagRule => ({ kind: 'block', slug })),
    fc
      .constantFrom(...SLUGS)
      .map((slug): NewTagRule => ({ kind: 'rename', slug, name: `The ${slug.replaceAll('-', ' ')}` })),
  ),
  { minLength: 1, maxLength: 4 },
)

/** Makes rules one after another; one that bites another is left out. Gives the ids of those that were made, oldest first. */
async function makeAll(store: Store, made: readonly NewTagRule[]): Promise<number[]> {
  const ids: number[] = []
  for (const one of made) {
    try {
      ids.push(await rule(store, one))
    } catch (error) {
      assert.match(String((error as { code?: string }).code), /^(?:conflict|invalid)$/)
    }
  }
  return ids
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
  const RUNS = { numRuns: engine === 'sqlite' ? 12 : 3 }

  describe(`${engine}: an owner's rules over tags`, () => {
    it('merge the past and the future, lead the old address on, and are found by the new name', () =>
      withStore(async (store) => {
        await fill(store, [EVERY, { at: 1, tags: [['Selva', 3]] }])
        await rule(store, MERGE)
        assert.equal((await tagBySlug(store, 'selva'))?.slug, 'port-selva')
        assert.equal(await moveTaggedArticles(store), false)
        const [late] = await fill(store, [{ at: 2, tags: [['Selva', 1]] }])
        assert.deepEqual(
          (await tagsOfArticles(store, [late!.id])).map((tag) => tag.slug),
          ['port-selva'],
        )
        assert.equal((await tagBySlug(store, 'port-selva'))?.articleCount, 3)
        assert.equal((await searchArticles(store, parseQuery('"Port Selva"'), { limit: 10 })).length, 3)
        const [both] = await tagsOfArticles(store, [1])
        assert.deepEqual([both?.slug, both?.mentions, both?.salience], ['port-selva', 4, 0.75])
      }))

    it('give the same store whether they were made before or after the articles came', async () => {
      await fc.assert(
        fc.asyncProperty(articles, rules, async (tagged, made) => {
          const marked = tagged.map((tags, at) => ({ at: at + 1, tags }))
          const [before, after] = [await open(), await open()]
          try {
            await fill(before, [EVERY])
            await makeAll(before, made)
            await moveTaggedArticles(before)
            await fill(before, marked)
            await fill(after, [EVERY, ...marked])
            await makeAll(after, made)
            await moveTaggedArticles(after)
            assert.deepEqual(await shownIn(after), await shownIn(before))
            await assertCounts(after)
            await assertCounts(before)
          } finally {
            await before.close()
            await after.close()
          }
        }),
        RUNS,
      )
    })

    it('leave nothing behind when they are taken back, in whatever order', async () => {
      await fc.assert(
        fc.asyncProperty(articles, rules, fc.boolean(), async (tagged, made, isOldestFirst) => {
          const marked = tagged.map((tags, at) => ({ at: at + 1, tags }))
          const store = await open()
          try {
            await fill(store, [EVERY, ...marked])
            const first = await shownIn(store)
            const ids = await makeAll(store, made)
            await moveTaggedArticles(store)
            await fill(store, [{ at: 90, tags: [] }])
            for (const id of isOldestFirst ? ids : ids.toReversed()) await takeBack(store, id)
            await moveTaggedArticles(store)
            assert.deepEqual(await shownIn(store), first)
          } finally {
            await store.close()
          }
        }),
        RUNS,
      )
    })

    it('take a name out of the tag that it was folded into, in what stands and in what comes', async () => {
      const text = (day: string) =>
        `Premier Ilse Varga left the harbour of Tarn on ${day} after six days of talks. Varga said that nothing was signed. Varga went aboard the ferry.`
      const told = (day: string) =>
        arrive(pageOf({ url: `https://wire.example/${day}`, title: 'The ferry sails', text: text(day) }), NOW_MS)
      const apart: NewTagRule = { kind: 'apart', slug: 'ilse-varga', name: 'Varga', target: 'varga', tagKind: 'person' }
      const [before, after] = [await open(), await open()]
      await createLine(before).store([told('Monday')])
      const first = await tagsOfArticles(before, [1])
      await rule(before, apart)
      await createLine(before).store([told('Tuesday')])
      await moveTaggedArticles(before)
      await createLine(after).store([told('Monday'), told('Tuesday')])
      const id = await rule(after, apart)
      await moveTaggedArticles(after)
      assert.deepEqual(await shownIn(before), await shownIn(after))
      const varga = await tagBySlug(before, 'varga')
      assert.deepEqual([varga?.name, varga?.kind, varga?.articleCount], ['Varga', 'person', 2])
      const mentions = (await tagsOfArticles(before, [1])).filter((tag) => tag.slug.endsWith('varga'))
      assert.deepEqual(mentions.map((tag) => [tag.slug, tag.mentions]).sort(), [
        ['ilse-varga', 1],
        ['varga', 2],
      ])
      await takeBack(after, id)
      await moveTaggedArticles(after)
      const namesOf = (tags: readonly { slug: string; mentions: number }[]) =>
        tags.map((tag) => `${tag.slug} ${tag.mentions}`)
      assert.deepEqual(namesOf(await tagsOfArticles(after, [1])), namesOf(first))
      assert.equal((await tagBySlug(after, 'varga'))?.articleCount, 0)
      await before.close()
      await after.close()
    })

    it('hide a blocked tag from its page, its articles, the lists and the search for its name', () =>
      withStore(async (store) => {
        await fill(store, [EVERY])
        const id = await rule(store, { kind: 'block', slug: 'tarn' })
        await moveTaggedArticles(store)
        assert.equal(await tagBySlug(store, 'tarn'), null)
        assert.equal(
          (await tagsOfArticles(store, [1])).some((tag) => tag.slug === 'tarn'),
          false,
        )
        await takeBack(store, id)
        await moveTaggedArticles(store)
        assert.equal((await tagBySlug(store, 'tarn'))?.articleCount, 1)
      }))

    it('refuse rings, blocked targets and tags that are not there', () =>
      withStore(async (store) => {
        await fill(store, [EVERY])
        await rule(store, MERGE)
        const refused = (made: NewTagRule, code: string) =>
          assert.rejects(rule(store, made), (error: { code?: string }) => error.code === code)
        await refused({ kind: 'merge', slug: 'port-selva', target: 'selva' }, 'conflict')
        await refused({ kind: 'merge', slug: 'tarn', target: 'tarn' }, 'conflict')
        await refused({ kind: 'block', slug: 'selva' }, 'conflict')
        await refused({ kind: 'merge', slug: 'tarn', target: 'nowhere' }, 'not_found')
        await refused({ kind: 'rename', slug: 'nowhere', name: 'Somewhere' }, 'not_found')
        await rule(store, { kind: 'block', slug: 'karelin' })
        await refused({ kind: 'merge', slug: 'tarn', target: 'karelin' }, 'conflict')
      }))

    it('lose nothing to a stop between two batches, and go on where they stood', () =>
      withStore(async (store) => {
        const many = Array.from({ length: 130 }, (_, at) => ({ at: at + 1, tags: [['Selva', 1] as const] }))
        await fill(store, [EVERY, ...many])
        await rule(store, MERGE)
        assert.equal(await moveTaggedArticles(store, 1), true)
        await assertCounts(store)
        const shown = (await shownIn(store)).shown.filter((mark) => /selva$/.test(mark.slug))
        assert.equal(new Set(shown.map((mark) => mark.key)).size, 131)
        assert.equal(await moveTaggedArticles(store), false)
        assert.equal((await tagBySlug(store, 'port-selva'))?.articleCount, 131)
      }))

    it('are made whole or not at all', () =>
      withStore(async (store) => {
        await fill(store, [EVERY])
        const first = await shownIn(store)
        const cut = writeAlone(store, async (write) => {
          await makeTagRule(write, MERGE, NOW_MS)
          throw new Error('the process stops here')
        })
        await assert.rejects(cut, /stops here/)
        assert.equal(await moveTaggedArticles(store), false)
        assert.deepEqual(await shownIn(store), first)
        assert.equal((await tagBySlug(store, 'selva'))?.slug, 'selva')
      }))

    it('live on in a backup, taken back after it as before it', () =>
      withStore(async (store) => {
        await fill(store, [EVERY, { at: 1, tags: [['Selva', 3]] }])
        const first = await shownIn(store)
        const id = await rule(store, MERGE)
        await moveTaggedArticles(store)
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
          await takeBack(copy, id)
          await moveTaggedArticles(copy)
          assert.deepEqual(await shownIn(copy), first)
        })
      }))

    it('are what the pulse counts by, in the past that it has counted too', () =>
      withStore(async (store) => {
        await fill(store, [EVERY, ...[70, 80, 140].map((at) => ({ at, tags: [['Selva', 1] as const] }))])
        const pulse = createPulse(store)
        await pulse.catchUp(NOW_MS)
        const hoursOf = async (slug: string) =>
          (
            await store.read
              .selectFrom('pulse_hour')
              .selectAll()
              .where('key', '=', `tag:${slug}`)
              .orderBy('hour_ms')
              .execute()
          ).map((hour) => hour.seen)
        const before = [await hoursOf('selva'), await hoursOf('port-selva')]
        const id = await rule(store, MERGE)
        await pulse.catchUp(NOW_MS)
        assert.deepEqual(await hoursOf('selva'), before[0], 'not while articles wait to be moved')
        await moveTaggedArticles(store)
        await pulse.catchUp(NOW_MS + HOUR_MS)
        assert.deepEqual(await hoursOf('selva'), [])
        assert.equal(
          (await hoursOf('port-selva')).reduce((sum, seen) => sum + seen, 0),
          4,
        )
        await takeBack(store, id)
        await moveTaggedArticles(store)
        await pulse.catchUp(NOW_MS + HOUR_MS)
        assert.deepEqual([await hoursOf('selva'), await hoursOf('port-selva')], before)
      }))
  })
})
