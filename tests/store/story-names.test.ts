import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { agreeOnStories } from '../../src/ingest/agree-on-stories.ts'
import { createLine } from '../../src/ingest/line.ts'
import { refreshStories } from '../../src/ingest/refresh-stories.ts'
import { splitStory, takeBackStoryChoice } from '../../src/ingest/shape-stories.ts'
import { keepGiven, moveTaggedArticles, shapeTags } from '../../src/ingest/shape-tags.ts'
import type { TagKind } from '../../src/model/tag.ts'
import { dumpStore, restoreStore } from '../../src/store/dump.ts'
import { insertArticle, type Write, writeAlone } from '../../src/store/insert-article.ts'
import { articleMarks } from '../../src/store/page-marks.ts'
import { searchArticles } from '../../src/store/search.ts'
import type { Store } from '../../src/store/store.ts'
import { storyChoices } from '../../src/store/story-choices.ts'
import { insertStory } from '../../src/store/story-rows.ts'
import { tagChoices } from '../../src/store/tag-choices.ts'
import { dropTagRule, makeTagRule, type NewTagRule } from '../../src/store/tag-rules.ts'
import { tagBySlug, tagsOfArticles } from '../../src/store/tags.ts'
import { tagSlug } from '../../src/tag/tag-key.ts'
import { parseQuery } from '../../src/text/search-query.ts'
import { createArrivals, newArticle, pageOf } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const NOW_MS = Date.UTC(2026, 4, 20, 12)

/** One text of the story: from which paper, with which names ("Name" or "Name=kind"), a copy of which paper's. */
type Told = { at: number; names: readonly string[]; copyOf?: number }

const FULL = ['Jorn Vole', 'Orvel Group=organisation']
const ODD = ['Vole', 'Orvel Group=person']
const STORY: readonly Told[] = [
  { at: 0, names: ODD },
  { at: 1, names: FULL },
  { at: 2, names: FULL },
  { at: 3, names: FULL },
]

function tagsOf(names: readonly string[]) {
  return names.map((written) => {
    const [name = '', kind = 'person'] = written.split('=')
    const slug = tagSlug(name)
    return { name, slug, kind: kind as TagKind, count: 2, salience: 0.5, confidence: 0.9, spans: [] }
  })
}

/** Has texts come into the one story of a store, in one batch, as the line does once it knows where they belong. */
async function come(store: Store, batch: readonly Told[]): Promise<number[]> {
  return writeAlone(store, async (write) => {
    const known = await write.trx.selectFrom('story').select('id').where('key', '=', 'ferry').executeTakeFirst()
    const fresh = { key: 'ferry', title: '', section: 'other', language: 'en', atMs: NOW_MS, demo: false }
    const storyId = known?.id ?? (await insertStory(write, fresh))
    const choices = await tagChoices(write)
    const arrived: { id: number; storyId: number }[] = []
    for (const { at, names, copyOf } of batch) {
      const { tags, given } = shapeTags({ title: '', text: '', tags: tagsOf(names) }, choices)
      const first = copyOf === undefined ? null : await idOf(write, copyOf)
      const id = await insertArticle(
        write,
        newArticle({
          key: `paper${at}`,
          url: `https://paper${at}.example/ferry`,
          owner: `paper${at}.example`,
          storyId,
          tags,
          tagNames: tags.map((tag) => tag.name),
          publishedMs: NOW_MS + at,
          copy: {
            copyOf: first,
            kind: first === null ? null : 'near',
            containment: 0,
            family: first,
            redatedDays: null,
            injectedCount: 0,
          },
        }),
      )
      await keepGiven(write, [{ id, given }])
      arrived.push({ id, storyId })
    }
    await refreshStories(write, [storyId])
    await agreeOnStories(write, { grown: [storyId], moved: [], arrived }, choices)
    return arrived.map(({ id }) => id)
  })
}

async function idOf(write: Write, at: number): Promise<number> {
  const row = await write.trx
    .selectFrom('article')
    .select('id')
    .where('key', '=', `paper${at}`)
    .executeTakeFirstOrThrow()
  return row.id
}

/** What each article shows: `slug kind`, by address; and what each tag is. */
async function shownIn(store: Store) {
  const rows = await store.read.selectFrom('article').select(['id', 'url']).orderBy('url').execute()
  const tags = await tagsOfArticles(
    store,
    rows.map((row) => row.id),
  )
  const shown = rows.map(({ id, url }) => [
    url,
    ...tags.flatMap((tag) => (tag.articleId === id ? [`${tag.slug} ${tag.kind} ${tag.salience}`] : [])).toSorted(),
  ])
  const counts = await store.read.selectFrom('tag').select(['slug', 'kind', 'article_count']).orderBy('slug').execute()
  return { shown, counts: counts.map((row) => ({ ...row })) }
}

const slugsOf = async (store: Store, part: string) => {
  const { shown } = await shownIn(store)
  return shown
    .find(([url]) => url?.includes(part))!
    .slice(1)
    .map((tag) => tag!.replace(/ [\d.]+$/, ''))
}
const rule = (store: Store, made: NewTagRule) => writeAlone(store, (write) => makeTagRule(write, made, NOW_MS))
const AGREED = ['jorn-vole person', 'orvel-group organisation']

onBothEngines((engine, open) => {
  const withStore = async (work: (store: Store) => Promise<void>) => {
    const store = await open()
    try {
      await work(store)
    } finally {
      await store.close()
    }
  }
  const RUNS = { numRuns: engine === 'sqlite' ? 10 : 3 }

  describe(`${engine}: the names of a story`, () => {
    it('are what its texts agree on, in what came before, in counts and in the search', () =>
      withStore(async (store) => {
        await come(store, STORY.slice(0, 1))
        assert.deepEqual(await slugsOf(store, 'paper0'), ['orvel-group person', 'vole person'])
        await come(store, STORY.slice(1))
        assert.deepEqual(await slugsOf(store, 'paper0'), AGREED)
        assert.equal((await tagBySlug(store, 'orvel-group'))?.kind, 'organisation')
        const countOf = async (slug: string) => (await tagBySlug(store, slug))?.articleCount
        assert.deepEqual([await countOf('jorn-vole'), await countOf('vole')], [4, 0])
        assert.equal((await searchArticles(store, parseQuery('"jorn vole"'), { limit: 10 })).length, 4)
      }))

    it('are the same in whatever batches and order the texts come', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray([...STORY.keys()], { minLength: STORY.length }),
          fc.integer({ min: 0, max: STORY.length }),
          async (order, cut) => {
            const [whole, parts] = [await open(), await open()]
            try {
              await come(whole, STORY)
              for (const some of [order.slice(0, cut), order.slice(cut)])
                await come(
                  parts,
                  some.map((at) => STORY[at]!),
                )
              assert.deepEqual(await shownIn(parts), await shownIn(whole))
            } finally {
              await whole.close()
              await parts.close()
            }
          },
        ),
        RUNS,
      )
    })

    it('are each text’s own again once the story is parted, and agreed again once that is taken back', () =>
      withStore(async (store) => {
        await come(store, STORY)
        const first = await shownIn(store)
        await splitStory(store, { key: 'ferry', articleKeys: ['paper0'] }, NOW_MS)
        assert.deepEqual(await slugsOf(store, 'paper0'), ['orvel-group person', 'vole person'])
        assert.deepEqual(await store.read.selectFrom('given_tag').selectAll().execute(), [], 'nothing is kept beside')
        const [choice] = await storyChoices(store)
        await takeBackStoryChoice(store, choice!.id)
        assert.deepEqual(await shownIn(store), first)
      }))

    it('give way to the owner, whose rules hold before and after, and are agreed again once they are taken back', () =>
      withStore(async (store) => {
        await come(store, STORY)
        const first = await shownIn(store)
        const block = await rule(store, { kind: 'block', slug: 'vole' })
        await moveTaggedArticles(store)
        assert.deepEqual(await slugsOf(store, 'paper0'), ['orvel-group organisation'])
        await come(store, [{ at: 5, names: ['Vole', 'Orvel Group=organisation'] }])
        assert.deepEqual(await slugsOf(store, 'paper5'), ['orvel-group organisation'])
        await writeAlone(store, (write) => dropTagRule(write, block))
        await moveTaggedArticles(store)
        assert.deepEqual(await slugsOf(store, 'paper5'), AGREED)
        const merge = await rule(store, { kind: 'merge', slug: 'jorn-vole', target: 'orvel-group' })
        await moveTaggedArticles(store)
        assert.deepEqual(await slugsOf(store, 'paper0'), ['orvel-group organisation'])
        await writeAlone(store, (write) => dropTagRule(write, merge))
        await moveTaggedArticles(store)
        assert.deepEqual((await shownIn(store)).shown.slice(0, 4), first.shown)
      }))

    it('are not what copies say, however many', () =>
      withStore(async (store) => {
        const copies = [6, 7, 8, 9].map((at) => ({ at, names: ODD, copyOf: 1 }))
        await come(store, [...STORY.slice(1, 3), ...copies])
        assert.deepEqual(await slugsOf(store, 'paper2'), AGREED)
        assert.deepEqual(await slugsOf(store, 'paper1'), AGREED)
      }))

    it('live on in a backup, with what each article read', () =>
      withStore(async (store) => {
        await come(store, STORY)
        const lines: string[] = []
        await dumpStore(store, async (line) => void lines.push(line))
        const namesIn = ({ read }: Store) => read.selectFrom('story_name').selectAll().orderBy('tag_id').execute()
        await withStore(async (copy) => {
          await restoreStore(
            copy,
            (async function* () {
              yield* lines
            })(),
          )
          assert.deepEqual(await shownIn(copy), await shownIn(store))
          assert.deepEqual(await namesIn(copy), await namesIn(store))
          assert.equal((await namesIn(copy)).length, 2)
        })
      }))

    it('leave a country that is only implied, with the words that imply it', () =>
      withStore(async (store) => {
        const text = 'A tram opened in Lyon on Monday, the mayor of Lyon said.'
        const arrive = await createArrivals()
        const [stored] = await createLine(store).store([arrive(pageOf({ title: 'Tram opens in Lyon', text }), NOW_MS)])
        const { tags } = await articleMarks(store, stored!.id)
        const implied = tags.find((tag) => tag.slug === 'france')
        assert.deepEqual([implied?.mentions, implied?.impliedBy], [0, 'Lyon'])
        assert.ok(tags.some((tag) => tag.slug === 'lyon' && tag.impliedBy === null))
      }))
  })
})
