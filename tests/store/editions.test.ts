import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { fillEditions } from '../../src/ingest/fill-editions.ts'
import { refreshStories } from '../../src/ingest/refresh-stories.ts'
import type { EditionSources } from '../../src/model/edition.ts'
import { HOUR_MS } from '../../src/model/time.ts'
import { newestArticles } from '../../src/store/articles.ts'
import { dumpStore, restoreStore } from '../../src/store/dump.ts'
import { lookThrough } from '../../src/store/edition-lens.ts'
import { applyEditions, editionStates, fillEdition } from '../../src/store/editions.ts'
import { insertArticle, type Write, writeAlone } from '../../src/store/insert-article.ts'
import { searchArticles } from '../../src/store/search.ts'
import type { Store } from '../../src/store/store.ts'
import { insertStory, mergeStory, moveToStory } from '../../src/store/story-rows.ts'
import { tagBySlug } from '../../src/store/tags.ts'
import { parseQuery } from '../../src/text/search-query.ts'
import { newArticle } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const NOW = Date.UTC(2026, 5, 10, 12)
const FOLDERS = ["Harbour's $$ $body$ 100%_", "Harbour's $$ $body$ 100%_ / North", 'Harbours', 'Hills']
const HOSTS = ['tarn.example', 'news.tarn.example', 'notarn.example', 'selva.example']
const LANGUAGES = ['en', 'en-GB', 'fi', 'enm']
const TAGS = ['Tarn', 'Port Selva', 'Karelin']

const EDITIONS: Record<string, EditionSources> = {
  harbour: { include: { folders: ["Harbour's $$ $body$ 100%_"] } },
  english: { include: { languages: ['en'] }, exclude: { hosts: ['selva.example'] } },
  tarn: { include: { hosts: ['tarn.example'], feeds: ['https://feeds.example/4'] }, exclude: { languages: ['fi'] } },
}
const CHOICES = Object.entries(EDITIONS).map(([key, sources]) => ({ key, sources }))

type Row = {
  id: number
  host: string | null
  owner: string
  language: string
  folder: string | null
  url: string | null
  story_id: number
  hidden: number
}

/** What the condition says, in plain words of another language. */
function isIn({ include = {}, exclude = {} }: EditionSources, row: Row): boolean {
  const under = (value: string | null, names: readonly string[] = [], mark: string) =>
    value !== null && names.some((name) => value === name || value.startsWith(name + mark))
  const ofHost = (hosts: readonly string[] = []) =>
    hosts.some((host) => row.host === host || row.host?.endsWith(`.${host}`) || row.owner === host)
  const named = (choice: NonNullable<EditionSources['include']>) =>
    under(row.folder, choice.folders, ' / ') || (choice.feeds ?? []).includes(row.url ?? '') || ofHost(choice.hosts)
  const names = [include.folders, include.feeds, include.hosts].some((list) => (list ?? []).length > 0)
  return (
    (!names || named(include)) &&
    (include.languages === undefined || under(row.language, include.languages, '-')) &&
    !named(exclude) &&
    !under(row.language, exclude.languages, '-')
  )
}

/** The same dice for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

async function makeFeeds(store: Store): Promise<void> {
  for (let n = 1; n <= 6; n++)
    await store.write
      .insertInto('feed')
      .values({
        url: `https://feeds.example/${n}`,
        kind: 'feed',
        title: `Feed ${n}`,
        site_url: null,
        language: null,
        folder: FOLDERS[n % FOLDERS.length]!,
        state: 'ok',
        reason: null,
        problem: null,
        etag: null,
        last_modified: null,
        content_hash: null,
        failures: 0,
        interval_ms: HOUR_MS,
        last_polled_ms: null,
        next_poll_ms: 0,
        items: 0,
        added_ms: 0,
      })
      .execute()
}

let made = 0

/** An article of a chance source; every fourth is a copy of the one before it in its story. */
async function tell(write: Write, roll: (sides: number) => number): Promise<void> {
  const key = `a${++made}`
  const stories = await write.trx.selectFrom('story').select('id').where('merged_into', 'is', null).execute()
  const fresh = stories.length === 0 || roll(3) === 0
  const about = {
    title: `Told by ${key}`,
    section: roll(2) === 0 ? 'science' : 'economy',
    language: LANGUAGES[roll(4)]!,
  }
  const storyId = fresh
    ? await insertStory(write, { key: `s${key}`, ...about, atMs: NOW, demo: false })
    : stories[roll(stories.length)]!.id
  const before = await write.trx
    .selectFrom('article')
    .select(['id', 'family'])
    .where('story_id', '=', storyId)
    .where('copy_of', 'is', null)
    .executeTakeFirst()
  const copied = roll(4) === 0 ? before : undefined
  const feeds = await write.trx.selectFrom('feed').select('id').orderBy('id').execute()
  const host = HOSTS[roll(4)]!
  const publishedMs = NOW - roll(40) * HOUR_MS
  await insertArticle(
    write,
    newArticle({
      key,
      ...about,
      feedId: roll(5) === 0 ? null : feeds[roll(feeds.length)]!.id,
      host: roll(9) === 0 ? null : host,
      owner: host.split('.').slice(-2).join('.'),
      storyId,
      publishedMs,
      firstSeenMs: publishedMs,
      tagNames: TAGS.filter(() => roll(2) === 0),
      ...(copied
        ? {
            copy: {
              copyOf: copied.id,
              kind: 'near',
              containment: 1,
              family: copied.family,
              redatedDays: null,
              injectedCount: 0,
            },
          }
        : {}),
    }),
  )
  await refreshStories(write, [storyId])
}

/** Something happens that moves articles, stories or tags; what the line refreshes is refreshed. */
async function happen(write: Write, roll: (sides: number) => number): Promise<void> {
  const { trx } = write
  const articles = await trx.selectFrom('article').select(['id', 'story_id']).execute()
  const stories = await trx.selectFrom('story').select('id').where('merged_into', 'is', null).execute()
  const article = articles[roll(articles.length)]
  const [one, other] = [stories[roll(stories.length)], stories[roll(stories.length)]]
  const acts: (() => Promise<unknown>)[] = [
    () =>
      trx
        .updateTable('feed')
        .set({ folder: FOLDERS[roll(4)]! })
        .where('id', '=', roll(6) + 1)
        .execute(),
    () => trx.deleteFrom('feed').where('id', '=', 6).execute(),
    () =>
      trx
        .updateTable('article')
        .set({ views: roll(50) })
        .where('id', '=', article!.id)
        .execute(),
    () =>
      trx
        .updateTable('article')
        .set({ language: LANGUAGES[roll(4)]! })
        .where('id', '=', article!.id)
        .execute(),
    async () => {
      await trx
        .updateTable('article')
        .set({ hidden: roll(2) as 0 | 1 })
        .where('id', '=', article!.id)
        .execute()
      await refreshStories(write, [article!.story_id!])
    },
    async () => {
      if (one!.id === other!.id) return
      await mergeStory(write, one!.id, other!.id)
      await refreshStories(write, [one!.id, other!.id])
    },
    async () => {
      const from = await moveToStory(write, article!.id, one!.id)
      await refreshStories(write, [one!.id, ...(from === null ? [] : [from])])
    },
    () => trx.deleteFrom('article_tag').where('article_id', '=', article!.id).where('tag_id', '=', 1).execute(),
    () =>
      trx
        .updateTable('tag')
        .set({ name: `Tarn ${roll(9)}` })
        .where('id', '=', 1)
        .execute(),
    () =>
      trx
        .updateTable('story')
        .set({ burst: roll(9) })
        .where('id', '=', one!.id)
        .execute(),
    () => trx.deleteFrom('article').where('id', '=', article!.id).execute(),
  ]
  await acts[roll(acts.length)]!()
}

async function rowsOf(store: Store, table: string): Promise<string[]> {
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(store.write)
  return rows.map((row) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))).sort()
}

const fill = (store: Store, numbers: ReadonlyMap<string, number>) =>
  fillEditions(
    store,
    CHOICES.map((choice) => ({ ...choice, number: numbers.get(choice.key)! })),
    { stopping: new AbortController().signal },
  )

/** Articles with what the condition asks, and who tells each story in an edition: counted one by one. */
async function expected(store: Store, sources: EditionSources) {
  const { rows } = await sql<Row & { copy_of: number | null; family: number; published_ms: number }>`
    select a.id, a.host, a.owner, a.language, f.folder, f.url, a.story_id, a.hidden, a.copy_of, a.family, a.published_ms
    from article a left join feed f on f.id = a.feed_id order by a.id`.execute(store.write)
  const articles = rows.filter((row) => isIn(sources, row))
  const shown = articles.filter((row) => row.hidden === 0)
  const stories = [...Map.groupBy(shown, (row) => row.story_id)].map(([id, members]) => {
    const families = Map.groupBy(members, (row) => row.family)
    const voices = members.filter((row) => {
      const family = shown
        .filter((one) => one.family === row.family)
        .toSorted((a, b) => a.published_ms - b.published_ms || a.id - b.id)
      return row.copy_of === null || (family.every((one) => one.copy_of !== null) && family[0] === row)
    })
    assert.ok(voices.length <= members.length && families.size > 0)
    return { id, articles: members.length, voices: voices.length, owners: new Set(voices.map((row) => row.owner)).size }
  })
  return { ids: articles.map((row) => row.id), stories: stories.toSorted((a, b) => a.id - b.id) }
}

onBothEngines((engine, open) => {
  describe(`${engine}: editions`, () => {
    it('hold at any time what a look through the whole store gives, whatever happened, and as one made afterwards does', async () => {
      const store = await open()
      try {
        await makeFeeds(store)
        const roll = dice(7)
        for (let n = 0; n < 30; n++) await writeAlone(store, (write) => tell(write, roll))
        const numbers = await applyEditions(store, CHOICES)
        // Some steps of filling, as a stop leaves them; the rest when everything has happened.
        for (const choice of CHOICES)
          for (let step = 0; step < 2; step++)
            await writeAlone(store, (write) => fillEdition(write, { ...choice, number: numbers.get(choice.key)! }, 7))
        assert.ok((await editionStates(store)).every(({ waiting }) => waiting > 0))
        for (let n = 0; n < 150; n++) await writeAlone(store, (write) => (roll(3) === 0 ? happen : tell)(write, roll))
        await fill(store, numbers)
        for (const [key, sources] of Object.entries(EDITIONS)) {
          const number = numbers.get(key)!
          const wanted = await expected(store, sources)
          assert.ok(wanted.ids.length > 10, 'chance gives the edition something')
          const { rows: articles } = await sql<{
            id: number
          }>`select id from ${sql.table(`edition_${number}_article`)} order by id`.execute(store.write)
          assert.deepEqual(
            articles.map((row) => row.id),
            wanted.ids,
            key,
          )
          const { rows: stories } = await sql<{ id: number; articles: number; voices: number; owners: number }>`
            select id, article_count as articles, independent_count as voices, owner_count as owners
            from ${sql.table(`edition_${number}_story`)} where merged_into is null order by id`.execute(store.write)
          assert.deepEqual(
            stories.map((row) => ({ ...row })),
            wanted.stories,
            key,
          )
          const { rows: wrongTags } =
            await sql`select t.id from ${sql.table(`edition_${number}_tag`)} t where t.article_count <>
            (select count(*) from article_tag g join ${sql.table(`edition_${number}_article`)} a on a.id = g.article_id where g.tag_id = t.id)`.execute(
              store.write,
            )
          assert.deepEqual(wrongTags, [], key)
        }
        const tables = ['article', 'article_tag'].flatMap((table) =>
          [...numbers].map(([key, number]) => [key, table, number] as const),
        )
        const kept = await Promise.all(tables.map(([, table, number]) => rowsOf(store, `edition_${number}_${table}`)))
        await applyEditions(store, [])
        const again = await applyEditions(store, CHOICES)
        await fill(store, again)
        const anew = await Promise.all(
          tables.map(([key, table]) => rowsOf(store, `edition_${again.get(key)}_${table}`)),
        )
        assert.deepEqual(anew, kept)
      } finally {
        await store.close()
      }
    })

    it('show through their lens their own articles alone, in lists, tags and search, and leave the whole store as it is', async () => {
      const store = await open()
      try {
        await makeFeeds(store)
        const roll = dice(3)
        for (let n = 0; n < 40; n++) await writeAlone(store, (write) => tell(write, roll))
        const numbers = await applyEditions(store, CHOICES)
        await fill(store, numbers)
        const whole = (await newestArticles(store, { limit: 100 })).map((article) => article.id)
        const found = await searchArticles(store, parseQuery('ferry'), { limit: 100 })
        const seen = await lookThrough(store, numbers.get('tarn')!)
        const wanted = new Set((await expected(store, EDITIONS.tarn!)).ids)
        assert.deepEqual(
          (await newestArticles(seen, { limit: 100 })).map((article) => article.id),
          whole.filter((id) => wanted.has(id)),
        )
        assert.deepEqual(
          await searchArticles(seen, parseQuery('ferry'), { limit: 100 }),
          found.filter((id) => wanted.has(id)),
        )
        assert.ok(wanted.size < whole.length && found.length > wanted.size)
        const [mine, all] = [await tagBySlug(seen, 'tarn'), await tagBySlug(store, 'tarn')]
        assert.ok(mine!.articleCount < all!.articleCount)
      } finally {
        await store.close()
      }
    })

    it('are those of a backup once it has taken the place of everything, while somebody looks through one', async () => {
      const store = await open()
      try {
        await makeFeeds(store)
        const roll = dice(5)
        for (let n = 0; n < 40; n++) await writeAlone(store, (write) => tell(write, roll))
        const lines: string[] = []
        await dumpStore(store, async (line) => void lines.push(line))
        const numbers = await applyEditions(store, CHOICES)
        await fill(store, numbers)
        const seen = await lookThrough(store, numbers.get('english')!)
        const before = await newestArticles(seen, { limit: 100 })
        for (let n = 0; n < 20; n++) await writeAlone(store, (write) => tell(write, roll))
        async function* backup() {
          yield* lines.map((line) => line.trimEnd())
        }
        await restoreStore(store, backup())
        await fill(store, numbers)
        assert.ok(before.length > 10)
        assert.deepEqual(await newestArticles(seen, { limit: 100 }), before)
        const { rows } = await sql<{ id: number; articles: number; voices: number; owners: number }>`
          select id, article_count as articles, independent_count as voices, owner_count as owners
          from story where merged_into is null order by id`.execute(seen.read)
        assert.deepEqual(
          rows.map((row) => ({ ...row })),
          (await expected(store, EDITIONS.english!)).stories,
        )
      } finally {
        await store.close()
      }
    })

    it('that were dropped under somebody who looks show nothing rather than everything', async () => {
      const store = await open()
      try {
        await makeFeeds(store)
        const roll = dice(9)
        for (let n = 0; n < 10; n++) await writeAlone(store, (write) => tell(write, roll))
        const numbers = await applyEditions(store, CHOICES)
        const seen = await lookThrough(store, numbers.get('tarn')!)
        await newestArticles(seen, { limit: 10 })
        await applyEditions(store, [])
        await assert.rejects(newestArticles(seen, { limit: 10 }))
        assert.ok((await newestArticles(store, { limit: 10 })).length > 0)
      } finally {
        await store.close()
      }
    })

    it('stay as they are while nobody changes them, are dropped when nobody names them, and cost a store without any two empty tables', async () => {
      const store = await open()
      try {
        const first = await applyEditions(store, CHOICES)
        assert.deepEqual(await applyEditions(store, CHOICES), first)
        const other = await applyEditions(store, [{ key: 'tarn', sources: EDITIONS.english! }, CHOICES[0]!])
        assert.equal(other.get('harbour'), first.get('harbour'))
        assert.notEqual(other.get('tarn'), first.get('tarn'))
        await applyEditions(store, [])
        assert.deepEqual(await editionStates(store), [])
        const left =
          engine === 'sqlite'
            ? sql<{
                name: string
              }>`select name from sqlite_master where name like 'edition%' and type in ('table', 'trigger')`
            : sql<{
                name: string
              }>`select table_name as name from information_schema.tables where table_name like 'edition%'
                union select trigger_name from information_schema.triggers where trigger_name like 'edition%'
                union select proname from pg_proc where proname like 'edition%'`
        assert.deepEqual((await left.execute(store.write)).rows.map((row) => row.name).sort(), [
          'edition',
          'edition_due',
        ])
      } finally {
        await store.close()
      }
    })
  })
})
